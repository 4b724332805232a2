"""A linear text classifier, read from the NumPy archive that training exports beside the skops file.

Two blocks of features, each scaled to length 1: tf-idf over stemmed words and bigrams, and, where the archive has one, the mean
of static word vectors. Scores are `weights @ features + bias`, then a softmax. The classifier abstains (label None)
on its label `none` and below the threshold of meta.json.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.core.protocols import Prediction
from resumefit.errors import ModelError
from resumefit.learned.features import features
from resumefit.learned.folder import REMEDY, Meta, load_meta
from resumefit.learned.vectors import FOLDER, WordVectors, load_word_vectors, names_index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ARCHIVE = "weights.npz"
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

    @property
    def name(self) -> str:
        """The model's folder under `models/`."""
        return self.meta.name

    @property
    def version(self) -> str:
        """The version in its meta.json."""
        return self.meta.version

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The share of each label among the training lines."""
        return dict(zip(self.meta.labels, self.meta.shares, strict=True))

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


def load_text_model(models: Path, name: str) -> LinearTextModel:
    """Load the classifier `models/<name>`, with the word vectors that it was fitted on.

    ModelError when a folder is not as its meta.json says, or the word vectors are others than the model's.
    """
    import numpy as np

    meta = load_meta(models / name)
    vectors = load_word_vectors(models / FOLDER) if FOLDER in meta.requires else None
    if vectors is not None and vectors.meta.contents_sha256 != meta.requires[FOLDER]:
        raise ModelError(str(models / name), f"it was made with other {FOLDER} than those in {models}", REMEDY)
    try:
        with np.load(models / name / ARCHIVE, allow_pickle=False) as archive:
            return LinearTextModel(
                meta=meta,
                vocabulary=names_index(archive["vocabulary"]),
                idf=archive["idf"],
                sparse_weights=archive["sparse_weights"],
                bias=archive["bias"],
                vectors=vectors,
                dense_weights=archive["dense_weights"] if vectors is not None else None,
            )
    except (KeyError, ValueError, OSError) as error:
        raise ModelError(str(models / name / ARCHIVE), f"it does not hold what it must ({error})", REMEDY) from error
