"""A linear text classifier, read from the NumPy archive that training exports beside the skops file.

Two blocks of features, each scaled to length 1: tf-idf over stemmed words and bigrams, and, where the archive has one, the mean
of static word vectors. Scores are `weights @ features + bias`, then a softmax. The classifier abstains (label None)
on its label `none` and below the threshold of meta.json.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.core.protocols import Prediction
from resumefit.learned.features import features
from resumefit.learned.folder import ARCHIVE, Meta, check_fitted_with, load_meta, opened
from resumefit.learned.vectors import FOLDER, WordVectors, load_word_vectors, names_index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NONE_LABEL = "none"


@dataclass(frozen=True)
class LinearTextModel:
    """A fitted classifier. Arrays: `idf` (F,), `sparse_weights` (L, F), `dense_weights` (L, D), `bias` (L,)."""

    meta: Meta
    vocabulary: dict[str, int]
    idf: NDArray[np.float32]
    sparse_weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    vectors: WordVectors | None = None
    dense_weights: NDArray[np.float32] | None = None

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Return one prediction a text, in order; label None where the model abstains."""
        return [self.choose(self.probabilities(text)) for text in texts]

    def probabilities(self, text: str) -> NDArray[np.float64]:
        """Return the probability of each label of `meta.labels`, in that order; they sum to 1."""
        import numpy as np

        scores = self.bias.astype(np.float64)
        indexes, values = self._sparse(text)
        if len(indexes):
            scores = scores + self.sparse_weights[:, indexes] @ values
        if self.vectors is not None and self.dense_weights is not None:
            scores = scores + self.dense_weights @ self.vectors.mean(text)
        scores = np.exp(scores - scores.max())
        return np.asarray(scores / scores.sum())

    def _sparse(self, text: str) -> tuple[list[int], NDArray[np.float64]]:
        import numpy as np

        counts = Counter(self.vocabulary[name] for name in features(text) if name in self.vocabulary)
        indexes = sorted(counts)
        repeats = np.array([counts[index] for index in indexes], dtype=np.float64)
        values = (1.0 + np.log(repeats)) * self.idf[indexes] if indexes else repeats
        length = float(np.linalg.norm(values))
        return indexes, values / length if length else values

    def choose(self, probabilities: NDArray[np.float64]) -> Prediction:
        """Return what to say of a text with these probabilities of `meta.labels`; label None below the threshold."""
        by_label = tuple(zip(self.meta.labels, probabilities.tolist(), strict=True))
        label, probability = max(by_label, key=lambda item: item[1])
        sure = label != NONE_LABEL and probability >= self.meta.threshold
        return Prediction(label=label if sure else None, probability=round(probability, 4), by_label=by_label)


def load_text_model(models: Path, name: str, *, vectors: WordVectors | None = None) -> LinearTextModel:
    """Load the classifier `models/<name>`, with the word vectors that it was fitted on: `vectors` where they are loaded already.

    ModelError when a folder is not as its meta.json says, or the word vectors are others than the model's.
    """
    meta = load_meta(models / name)
    if FOLDER not in meta.requires:
        vectors = None
    else:
        vectors = vectors or load_word_vectors(models / FOLDER)
        check_fitted_with(meta, vectors.meta, models=models)
    with opened(models / name / ARCHIVE) as archive:
        return LinearTextModel(
            meta=meta,
            vocabulary=names_index(archive["vocabulary"]),
            idf=archive["idf"],
            sparse_weights=archive["sparse_weights"],
            bias=archive["bias"],
            vectors=vectors,
            dense_weights=archive["dense_weights"] if vectors is not None else None,
        )
