"""A linear classifier over named features and short texts, read from the NumPy archive that training exports.

Names are hashed into a fixed number of buckets, so that no vocabulary has to be loaded; each text adds the mean of its static word
vectors as a dense block. Scores are `bias + sum of the names' weights + dense_weights @ means`, then a softmax.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from resumefit.learned.folder import ARCHIVE, Meta, check_fitted_with, load_meta, opened
from resumefit.learned.vectors import WordVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKETS = 1 << 16


@lru_cache(maxsize=100_000)  # the same words, classes and cues come again in every resume
def bucket_of(name: str) -> int:
    """Return the bucket of a feature, the same on every machine."""
    return crc32(name.encode("utf-8")) & (BUCKETS - 1)


@dataclass(frozen=True)
class HashedModel:
    """A fitted classifier. Arrays: `weights` (BUCKETS, L), `dense_weights` (T, D, L) for T texts, `bias` (L,)."""

    meta: Meta
    weights: NDArray[np.float64]
    dense_weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    vectors: WordVectors

    @property
    def labels(self) -> tuple[str, ...]:
        """What it tells apart, in the order of its probabilities."""
        return self.meta.labels

    def probabilities(self, features: Sequence[str], texts: Sequence[Sequence[str]]) -> tuple[float, ...]:
        """Return the probability of each label for one thing with these feature names and texts; they sum to 1.

        A name that is given twice counts once. `texts` has as many texts as the model was fitted with, each as its lower-case words.
        """
        buckets = sorted({bucket_of(name) for name in features})
        scores = self.bias + self.weights[buckets].sum(axis=0)
        for words, weights in zip(texts, self.dense_weights, strict=True):
            scores = scores + self.vectors.mean_of(words) @ weights
        shares = [exp(score) for score in (scores - scores.max()).tolist()]
        whole = sum(shares)
        return tuple(share / whole for share in shares)


def load_hashed_model(models: Path, name: str, *, vectors: WordVectors) -> HashedModel:
    """Load the classifier `models/<name>`, which was fitted with `vectors`.

    ModelError when the folder is not as its meta.json says, or the word vectors are others than the model's.
    """
    import numpy as np

    meta = load_meta(models / name)
    check_fitted_with(meta, vectors.meta, models=models)
    with opened(models / name / ARCHIVE) as archive:
        weights = np.zeros((BUCKETS, len(meta.labels)))
        weights[archive["buckets"]] = archive["weights"]
        return HashedModel(meta, weights, archive["dense_weights"], archive["bias"], vectors)
