"""A linear text classifier, read from the NumPy archive that training exports beside the skops file.

Two blocks of features, each scaled to length 1: tf-idf over stemmed words and bigrams, and, where the archive has one, the mean
of static word vectors. Scores are `weights @ features + bias`, then a softmax. The classifier abstains (label None)
on its label `none` and below the threshold of meta.json.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.core.protocols import NONE_LABEL, Prediction
from resumefit.learned.features import features_of, surface_words_of, tokens
from resumefit.learned.folder import ARCHIVE, Meta, check_fitted_with, load_meta, opened
from resumefit.learned.vectors import FOLDER, WordVectors, in_steps, load_word_vectors, names_index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class LinearTextModel:
    """A fitted classifier. Arrays: `idf` (F,), `sparse_weights` (L, F), `dense_weights` (L, D), in steps, `bias` (L,)."""

    meta: Meta
    vocabulary: dict[str, int]
    idf: NDArray[np.float32]
    sparse_weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    vectors: WordVectors | None = None
    dense_weights: NDArray[np.float64] | None = None

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Return one prediction a text, in order; label None where the model abstains."""
        return [self.choose(row) for row in self.probabilities_of(texts)]

    def probabilities(self, text: str) -> NDArray[np.float64]:
        """Return the probability of each label of `meta.labels`, in that order; they sum to 1."""
        found: NDArray[np.float64] = self.probabilities_of([text])[0]
        return found

    def probabilities_of(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return an array (texts, labels) of probabilities; each row sums to 1.

        All texts are worked out at once: asked one by one, a resume's would take four times as long.
        """
        import numpy as np

        read = [tokens(text) for text in texts]
        scores = self._sparse_scores(read) + self.bias
        if self.vectors is not None and self.dense_weights is not None:
            sums = self.vectors.sums_of([surface_words_of(text) for text in read])
            lengths = np.sqrt((sums * sums).sum(axis=1, keepdims=True))
            scores += sums @ self.dense_weights.T / np.maximum(lengths, 1.0)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))

    def _sparse_scores(self, texts: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """Return an array (texts, labels): what words and bigrams add to the scores."""
        import numpy as np

        place, size = self.vocabulary.get, len(self.vocabulary)
        columns_of = [[column for column in map(place, features_of(text)) if column is not None] for text in texts]
        scores = np.zeros((len(texts), len(self.bias)))
        cells = np.fromiter((at * size + column for at, columns in enumerate(columns_of) for column in columns), np.intp)
        if len(cells):
            once, repeats = np.unique(cells, return_counts=True)  # in the order of texts, and of columns in each
            rows, columns = np.divmod(once, size)
            begins = np.flatnonzero(np.diff(rows, prepend=-1))
            values = (1.0 + np.log(repeats)) * self.idf[columns]
            lengths = np.sqrt(np.add.reduceat(values * values, begins))
            weighted = self.sparse_weights.T.take(columns, axis=0) * values[:, np.newaxis]
            scores[rows[begins]] = np.add.reduceat(weighted, begins, axis=0) / lengths[:, np.newaxis]
        return scores

    def choose(self, probabilities: NDArray[np.float64]) -> Prediction:
        """Return what to say of a text with these probabilities of `meta.labels`; label None below the threshold."""
        labels, shares = self.meta.labels, probabilities.tolist()
        by_label = tuple(zip(labels, shares, strict=True))
        probability = max(shares)
        label = labels[shares.index(probability)]
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
            dense_weights=in_steps(archive["dense_weights"]) if vectors is not None else None,
        )
