"""A linear classifier over named features and short texts, read from the NumPy archive that training exports.

Names are hashed into a fixed number of buckets, so that no vocabulary has to be loaded; each text adds the mean of its static word
vectors as a dense block. Scores are `bias + sum of the names' weights + dense_weights @ means`, then a softmax.

Vectors are whole numbers, dense weights are kept in steps (`vectors.in_steps`) and names' weights have three decimals in single precision,
so that all these sums are exact in double precision and their order, which differs between machines, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from resumefit.core.feature_names import FeatureName
from resumefit.core.protocols import Asked
from resumefit.learned.folder import ARCHIVE, Meta, check_fitted_with, load_meta, opened
from resumefit.learned.vectors import WordVectors, in_steps, one_after_the_other

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKETS = 1 << 16
_NAMES_KEPT = 50_000  # the same words, classes and cues come again in every resume
_AT_ONCE = 512  # things; the features of all of a huge text's would take more memory than the text


def bucket_of(name: str) -> int:
    """Return the bucket of a feature, the same on every machine."""
    return crc32(name.encode("utf-8")) & (BUCKETS - 1)


class _Names:
    """The names spelled so far, each with the row that its bucket has in the weights; the last row is for all buckets that have none."""

    def __init__(self, row_of_bucket: NDArray[np.intp]) -> None:
        self._row_of_bucket = row_of_bucket
        self._spelled = 0
        self._root = FeatureName("", self._row_of)

    def root(self) -> FeatureName:
        """Return where all names begin; when there are too many, all are forgotten first."""
        if self._spelled >= _NAMES_KEPT:
            self._root.clear()
            self._spelled = 0
        return self._root

    def _row_of(self, name: str) -> int:
        self._spelled += 1
        return int(self._row_of_bucket[bucket_of(name)])


@dataclass(frozen=True)
class HashedModel:
    """A fitted classifier. Arrays: `weights` (F + 1, L), whose last row is zeros, `dense_weights` (T, D, L) for T texts, `bias` (L,)."""

    meta: Meta
    weights: NDArray[np.float64]
    dense_weights: NDArray[np.float64]
    bias: NDArray[np.float32]
    vectors: WordVectors
    _names: _Names

    @property
    def labels(self) -> tuple[str, ...]:
        """What it tells apart, in the order of its probabilities."""
        return self.meta.labels

    def begin_names(self) -> FeatureName:
        """Return the beginning of the names of features; asked anew for each line, as too many are forgotten then."""
        return self._names.root()

    def probabilities(self, features: Sequence[str], texts: Sequence[Sequence[str]]) -> tuple[float, ...]:
        """Return the probability of each label for one thing with these feature names and texts; they sum to 1."""
        names = self.begin_names()
        return self.probabilities_of([([names[name] for name in features], texts)])[0]

    def probabilities_of(self, asked: Iterable[Asked]) -> list[tuple[float, ...]]:
        """Return the probability of each label for each thing, given by its feature names and texts; a thing's sum to 1.

        A name that is given twice counts once. A thing has as many texts as the model was fitted with, each as its lower-case words.
        """
        scores: list[list[float]] = []
        left = iter(asked)
        while some := list(islice(left, _AT_ONCE)):
            found = self._of_names([names for names, _ in some])
            for of_text in self._of_texts([texts for _, texts in some]):
                found += of_text
            scores += found.tolist()
        return [_shares(one) for one in scores]

    def _of_names(self, features: Sequence[Sequence[FeatureName]]) -> NDArray[np.float64]:
        """Return an array (things, labels): the bias and what the features' names add to it."""
        import numpy as np

        rows = [{name.row for name in names} for names in features]
        scores = np.zeros((len(rows), len(self.bias)))
        filled, begins = one_after_the_other(rows)
        if filled:
            flat = np.fromiter(chain.from_iterable(rows), np.intp, sum(map(len, rows)))
            scores[filled] = np.add.reduceat(self.weights.take(flat, axis=0), begins, axis=0)
        return scores + self.bias

    def _of_texts(self, texts: Sequence[Sequence[Sequence[str]]]) -> NDArray[np.float64]:
        """Return an array (texts, things, labels): what each text of a thing adds to the scores."""
        import numpy as np

        sums = self.vectors.sums_in(texts)
        # At least 1, as all numbers are whole, or no word of the text has a vector.
        lengths = np.sqrt(np.maximum(np.einsum("tnd,tnd->tn", sums, sums), 1.0))
        return np.asarray(sums @ self.dense_weights / lengths[:, :, np.newaxis])


def _shares(scores: Sequence[float]) -> tuple[float, ...]:
    """Return the softmax. By the standard library: the last bits of NumPy's `exp` differ between processors."""
    most = max(scores)
    shares = [exp(score - most) for score in scores]
    whole = sum(shares)
    return tuple([share / whole for share in shares])


def load_hashed_model(models: Path, name: str, *, vectors: WordVectors) -> HashedModel:
    """Load the classifier `models/<name>`, which was fitted with `vectors`.

    ModelError when the folder is not as its meta.json says, or the word vectors are others than the model's.
    """
    import numpy as np

    meta = load_meta(models / name)
    check_fitted_with(meta, vectors.meta, models=models)
    with opened(models / name / ARCHIVE) as archive:
        buckets, weights = archive["buckets"], archive["weights"]
        row_of_bucket = np.full(BUCKETS, len(buckets), dtype=np.intp)
        row_of_bucket[buckets] = np.arange(len(buckets))
        by_row = np.zeros((len(buckets) + 1, len(meta.labels)))  # rows one after the other in memory, unlike the archive's
        by_row[:-1] = weights
        return HashedModel(
            meta=meta,
            weights=by_row,
            dense_weights=in_steps(archive["dense_weights"]),
            bias=archive["bias"],
            vectors=vectors,
            _names=_Names(row_of_bucket),
        )
