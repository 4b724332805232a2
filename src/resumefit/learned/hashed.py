"""A linear classifier over named features and short texts, read from the NumPy archive that training exports.

Names are hashed into a fixed number of buckets, so that no vocabulary has to be loaded; each text adds the mean of its static word
vectors as a dense block. Scores are `bias + sum of the names' weights + dense_weights @ means`, then a softmax.

Vectors are whole numbers, dense weights are kept in steps (`vectors.in_steps`) and names' weights have three decimals in single precision,
so that all these sums are exact in double precision and their order, which differs between machines, changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import exp, sqrt
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from resumefit.core.protocols import Stretch
from resumefit.learned.folder import ARCHIVE, Meta, check_fitted_with, load_meta, opened
from resumefit.learned.vectors import WordVectors, in_steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKETS = 1 << 16
_NAMES_KEPT = 100_000  # the same words, classes and cues come again in every resume
_LINES_KEPT = 64  # a line's questions come one after the other


def bucket_of(name: str) -> int:
    """Return the bucket of a feature, the same on every machine."""
    return crc32(name.encode("utf-8")) & (BUCKETS - 1)


class _Rows(dict[str, int]):
    """Remembers in which row of the weights a feature's bucket has its own; the last row is for all that have none."""

    def __init__(self, of_bucket: NDArray[np.intp]) -> None:
        super().__init__()
        self._of_bucket = of_bucket

    def __missing__(self, name: str) -> int:
        if len(self) >= _NAMES_KEPT:
            self.clear()
        row = self[name] = int(self._of_bucket[bucket_of(name)])
        return row


@dataclass(frozen=True)
class HashedModel:
    """A fitted classifier. Arrays: `weights` (F + 1, L), whose last row is zeros, `dense_weights` (T, D, L) for T texts, `bias` (L,).

    `rows` maps the name of a feature to its row of `weights`.
    """

    meta: Meta
    rows: _Rows
    weights: NDArray[np.float64]
    dense_weights: NDArray[np.float64]
    bias: NDArray[np.float32]
    vectors: WordVectors
    _read: dict[tuple[str, ...], _ReadLine] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _side_by_side(self) -> NDArray[np.float64]:
        """The dense weights as an array (D, T * L), so that one product of matrices serves all texts."""
        texts, dimensions, labels = self.dense_weights.shape
        return self.dense_weights.transpose(1, 0, 2).reshape(dimensions, texts * labels)

    @property
    def labels(self) -> tuple[str, ...]:
        """What it tells apart, in the order of its probabilities."""
        return self.meta.labels

    def probabilities(self, features: Sequence[str], texts: Sequence[Sequence[str]]) -> tuple[float, ...]:
        """Return the probability of each label for one thing with these feature names and texts; they sum to 1.

        A name that is given twice counts once. `texts` has as many texts as the model was fitted with, each as its lower-case words.
        """
        scores = self._of_names(features)
        for number, text in enumerate(texts):
            line, ranges = (text.line, text.ranges) if isinstance(text, Stretch) else (tuple(text), ((0, len(text)),))
            scores = self._read_line(line).add(scores, number, ranges)
        most = max(scores)
        shares = [exp(score - most) for score in scores]
        whole = sum(shares)
        return tuple([share / whole for share in shares])

    def _of_names(self, features: Sequence[str]) -> list[float]:
        """Return the bias and what the features' names add to it."""
        import numpy as np

        rows = set(map(self.rows.__getitem__, features))
        weights = self.weights.take(np.fromiter(rows, np.intp, len(rows)), axis=0)
        found: list[float] = (_ones(len(rows)) @ weights + self.bias).tolist()  # a product, quicker than sum(axis=0)
        return found

    def _read_line(self, line: tuple[str, ...]) -> _ReadLine:
        read = self._read.get(line)
        if read is None:
            if len(self._read) >= _LINES_KEPT:
                self._read.clear()
            before, sums = self.vectors.sums_before(line)
            read = self._read[line] = _ReadLine(before, (sums @ self._side_by_side).tolist(), (sums @ sums.T).tolist())
        return read


@lru_cache(maxsize=1024)
def _ones(count: int) -> NDArray[np.float64]:
    import numpy as np

    return np.ones(count)


@dataclass(frozen=True, slots=True)
class _ReadLine:
    """A line's words for one model. `before` counts the known words before each word; the others have a row for each such count.

    `added` is what the first words add to the scores, before that is divided by a text's length, for all labels of the first text that
    the model is asked with, then for those of the second, and so on; `products` are those of each two sums of vectors. Plain lists,
    because a question needs a few numbers of them, for which NumPy is slow.
    """

    before: list[int]
    added: list[list[float]]
    products: list[list[float]]

    def add(self, scores: list[float], number: int, ranges: Sequence[tuple[int, int]]) -> list[float]:
        """Return the scores with what text `number` adds to them when it is the words in these ranges."""
        ends = [(self.before[start], self.before[stop]) for start, stop in ranges]
        own = slice(number * len(scores), (number + 1) * len(scores))
        totals, squared = [0.0] * len(scores), 0.0
        for first, last in ends:
            low, high = self.products[first], self.products[last]
            for other_first, other_last in ends:
                squared += high[other_last] - high[other_first] - low[other_last] + low[other_first]
            totals = [
                total + more - less
                for total, less, more in zip(totals, self.added[first][own], self.added[last][own], strict=True)
            ]
        if not squared:
            return scores  # no word of it has a vector
        length = sqrt(squared)
        return [score + total / length for score, total in zip(scores, totals, strict=True)]


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
            rows=_Rows(row_of_bucket),
            weights=by_row,
            dense_weights=in_steps(archive["dense_weights"]),
            bias=archive["bias"],
            vectors=vectors,
        )
