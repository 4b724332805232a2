"""Static vectors of common English words: a look-up and a mean instead of a sentence encoder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

    def sums_before(self, words: Sequence[str]) -> NDArray[np.float64]:
        """Return an array (words + 1, dimensions): the sum of the vectors of all words before each, nothing for an unknown word.

        The sum of any stretch is the difference of two rows. All numbers are whole, so that no order of adding changes any.
        """
        import numpy as np

        index = self.index
        known = [at for at, word in enumerate(words) if word in index]
        rows = self.rows[[index[words[at]] for at in known]].astype(np.float64)
        # Whether each known word stands before: a product of matrices is many times as quick as NumPy's own running sum.
        before = np.arange(len(words) + 1)[:, None] > np.array(known, dtype=np.intp)
        return np.asarray(before.astype(np.float64) @ rows)

    def sums_of(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return an array (texts, dimensions): the sum of the vectors of each text's words, in whole numbers as well."""
        import numpy as np

        known = [[place for word in surface_words(text) if (place := self.index.get(word)) is not None] for text in texts]
        sums = np.zeros((len(texts), self.dimensions))
        filled = [at for at, places in enumerate(known) if places]
        if filled:
            begins = np.cumsum([0, *(len(known[at]) for at in filled[:-1])])
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


def in_steps(weights: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return weights as multiples of 2^-30, less than 1e-9 from what they were.

    Products with sums of vectors, and sums of these, are then exact in double precision: neither their order, which differs between
    machines and libraries, nor what else is asked in the same call changes any bit.
    """
    import numpy as np

    return np.asarray(np.rint(weights * np.float64(_STEPS)) / _STEPS)


def names_index(joined: NDArray[np.uint8]) -> dict[str, int]:
    """Read names kept as one UTF-8 array with line feeds between, which needs no pickle, into name -> place."""
    names = joined.tobytes().decode("utf-8").split("\n")
    return dict(zip(names, range(len(names)), strict=True))
