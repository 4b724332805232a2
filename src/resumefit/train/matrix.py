"""The features of many lines as matrices, by the code that prediction uses.

Vocabulary: features seen in at least `min_lines` training lines, sorted. Sparse block: (1 + log count) * idf at length 1.
Dense block: mean word vectors at length 1, scaled by `dense_scale`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from resumefit.learned.features import features
from resumefit.learned.vectors import WordVectors

Float = NDArray[np.float64]
SEED = 20261101  # of every fit and every split


@dataclass(frozen=True, slots=True)
class FeatureSpace:
    """What turns lines into matrices: `vocabulary` (F names, sorted), `idf` (F,), `vectors` of dimension D or None."""

    vocabulary: tuple[str, ...]
    idf: Float
    vectors: WordVectors | None
    dense_scale: float

    def matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return a row a text: F sparse columns, then D dense ones."""
        place = {name: index for index, name in enumerate(self.vocabulary)}
        rows = sparse.vstack([self._sparse_row(text, place) for text in texts]).tocsr()
        if self.vectors is None:
            return rows
        dense = np.stack([self.vectors.mean(text) for text in texts]) * self.dense_scale
        return sparse.hstack([rows, sparse.csr_matrix(dense)]).tocsr()

    def _sparse_row(self, text: str, place: dict[str, int]) -> sparse.csr_matrix:
        counts = Counter(place[name] for name in features(text) if name in place)
        columns = sorted(counts)
        values = np.array([(1.0 + np.log(counts[column])) * self.idf[column] for column in columns])
        length = float(np.linalg.norm(values)) if columns else 0.0
        shape = (1, len(self.vocabulary))
        return sparse.csr_matrix((values / length if length else values, ([0] * len(columns), columns)), shape=shape)


def feature_space(
    texts: Sequence[str], *, min_lines: int, vectors: WordVectors | None, dense_scale: float
) -> FeatureSpace:
    """Choose the vocabulary and weigh it by these texts."""
    lines_with = Counter(name for text in texts for name in set(features(text)))
    vocabulary = tuple(sorted(name for name, count in lines_with.items() if count >= min_lines))
    idf = np.array([np.log((1 + len(texts)) / (1 + lines_with[name])) + 1 for name in vocabulary])
    return FeatureSpace(vocabulary=vocabulary, idf=idf, vectors=vectors, dense_scale=dense_scale)


def ones_at(columns: Sequence[Sequence[int]], width: int) -> sparse.csr_matrix:
    """Return a matrix (rows, width) with ones where `columns`, row by row, say."""
    ends = np.cumsum([0, *(len(row) for row in columns)])
    flat = np.array([column for row in columns for column in row], dtype=np.int32)
    return sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(columns), width))
