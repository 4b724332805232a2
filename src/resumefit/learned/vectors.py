"""Static vectors of common English words: a look-up and a mean instead of a sentence encoder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.core.protocols import Stretch
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

    def sums_in(self, things: Sequence[Sequence[Sequence[str]]]) -> NDArray[np.float64]:
        """Return an array (texts, things, dimensions): the sum of the vectors of each text's words, for things of as many texts each.

        All numbers are whole, so that no order of adding changes any. A line of which there are several stretches is looked up once,
        and each stretch is the difference of two of its running sums.
        """
        import numpy as np

        running = _Running(self.index)
        texts = [running.ends_of(text) for thing in things for text in thing]
        sums = np.zeros((len(running.known) + 1, self.dimensions), dtype=np.int32)  # enough for 16 million words
        np.cumsum(self.rows.take(np.array(running.known, dtype=np.intp), axis=0), axis=0, out=sums[1:])
        _, begins = one_after_the_other(texts)
        lows, highs = np.array([end for ends in texts for end in ends], dtype=np.intp).reshape(-1, 2).T
        found = sums.take(highs, axis=0) - sums.take(lows, axis=0)
        if len(found) > len(begins):
            found = np.add.reduceat(found, begins, axis=0)
        return found.astype(np.float64).reshape(len(things), -1, self.dimensions).transpose(1, 0, 2)

    def sums_of(self, texts: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """Return an array (texts, dimensions): the sum of the vectors of each text's words, in whole numbers as well."""
        import numpy as np

        known = [[place for word in text if (place := self.index.get(word)) is not None] for text in texts]
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


class _Running:
    """The known words of some lines, one after the other, and how many of them stand before each word of a line."""

    def __init__(self, index: Mapping[str, int]) -> None:
        self._index = index
        self._before = [0]
        self._begins: dict[int, tuple[int, Sequence[str]]] = {}  # by identity; holds the line, so that no other gets its identity
        self.known: list[int] = []

    def ends_of(self, text: Sequence[str]) -> list[tuple[int, int]]:
        """Return, for each range of a line that a text stands for, the counts of known words before it and before its end."""
        line, ranges = (text.line, text.ranges) if isinstance(text, Stretch) else (text, ((0, len(text)),))
        begin, _ = self._begins.get(id(line)) or self._read(line)
        before = self._before
        return [(before[begin + start], before[begin + stop]) for start, stop in ranges or ((0, 0),)]

    def _read(self, line: Sequence[str]) -> tuple[int, Sequence[str]]:
        index, known, before = self._index, self.known, self._before
        read = self._begins[id(line)] = (len(before) - 1, line)
        for word in line:
            place = index.get(word)
            if place is not None:
                known.append(place)
            before.append(len(known))
        return read


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
    ends = list(accumulate([len(groups[at]) for at in filled], initial=0))
    return filled, np.array(ends[:-1], dtype=np.intp)


def names_index(joined: NDArray[np.uint8]) -> dict[str, int]:
    """Read names kept as one UTF-8 array with line feeds between, which needs no pickle, into name -> place."""
    names = joined.tobytes().decode("utf-8").split("\n")
    return dict(zip(names, range(len(names)), strict=True))
