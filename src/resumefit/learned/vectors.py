"""Static vectors of common English words: a look-up and a mean instead of a sentence encoder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.learned.features import surface_words
from resumefit.learned.folder import Meta, load_meta, opened

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = "word_vectors"
ARCHIVE = "vectors.npz"
_STEPS = 2**30


@dataclass(frozen=True)
class WordVectors:
    """`rows[index[word]]` is the vector of a word, in whole numbers, already weighted by how telling the word is."""

    meta: Meta
    index: dict[str, int]
    rows: NDArray[np.int8]

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return int(self.rows.shape[1])

    def mean(self, text: str) -> NDArray[np.float32]:
        """Return the text's mean vector at length 1; zeros when it has no known word."""
        return self.mean_of(surface_words(text))

    def sums_before(self, words: Sequence[str]) -> tuple[list[int], NDArray[np.float64]]:
        """Return, for each word and for the line's end, how many known words stand before it, and the sums of their vectors.

        The array (known words + 1, dimensions) has the sum of the first n known words in row n; that of any stretch is the difference
        of two rows. All numbers are whole, so that no order of adding changes any.
        """
        import numpy as np

        known = [self.index.get(word, -1) for word in words]
        places = [place for place in known if place >= 0]
        rows = self.rows.take(places, axis=0).astype(np.float64)
        # A product of matrices is many times as quick as NumPy's own running sum.
        sums = _triangle(len(places)) @ rows
        return list(accumulate([place >= 0 for place in known], initial=0)), sums

    def sums_of(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return an array (texts, dimensions): the sum of the vectors of each text's words, in whole numbers as well."""
        import numpy as np

        known = [[place for word in surface_words(text) if (place := self.index.get(word)) is not None] for text in texts]
        sums = np.zeros((len(texts), self.dimensions))
        filled, begins = one_after_the_other(known)
        if filled:
            rows = self.rows[[place for places in known for place in places]]
            sums[filled] = np.add.reduceat(rows, begins, axis=0, dtype=np.int64)
        return sums

    def mean_of(self, words: Iterable[str]) -> NDArray[np.float32]:
        """Return the mean vector of lower-case words at length 1; zeros when none is known."""
        import numpy as np

        known = [place for word in words if (place := self.index.get(word)) is not None]
        total = self.rows[known].sum(axis=0, dtype=np.float32)
        length = sqrt(float(total @ total))
        return np.asarray(total / length if length else total, dtype=np.float32)


def load_word_vectors(folder: Path) -> WordVectors:
    """Load the vectors in `folder`; ModelError when the folder is not as its meta.json says."""
    meta = load_meta(folder)
    with opened(folder / ARCHIVE) as archive:
        return WordVectors(meta=meta, index=names_index(archive["vector_words"]), rows=archive["vector_rows"])


@lru_cache(maxsize=256)
def _triangle(size: int) -> NDArray[np.float64]:
    """Return an array (size + 1, size) of ones below the diagonal: times rows, the sums of the first none, one, two, ... of them."""
    import numpy as np

    return np.tri(size + 1, size, -1)


def in_steps(weights: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return weights as multiples of 2^-30, less than 1e-9 from what they were.

    Products with sums of vectors, and sums of these, are then exact in double precision: neither their order, which differs between
    machines and libraries, nor what else is asked in the same call changes any bit.
    """
    import numpy as np

    return np.asarray(np.rint(weights * np.float64(_STEPS)) / _STEPS)


def one_after_the_other(groups: Sequence[Sized]) -> tuple[list[int], NDArray[np.intp]]:
    """Return which groups hold anything, and where each of these begins when all are laid in one row, as `np.add.reduceat` takes it."""
    import numpy as np

    filled = [at for at, group in enumerate(groups) if group]
    return filled, np.cumsum([0, *(len(groups[at]) for at in filled)], dtype=np.intp)[:-1]


def names_index(joined: NDArray[np.uint8]) -> dict[str, int]:
    """Read names kept as one UTF-8 array with line feeds between, which needs no pickle, into name -> place."""
    names = joined.tobytes().decode("utf-8").split("\n")
    return dict(zip(names, range(len(names)), strict=True))
