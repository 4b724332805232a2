"""Static vectors of common English words: a look-up and a mean instead of a sentence encoder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import accumulate, chain
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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

        laid = _laid_out(chain.from_iterable(things), self.index)
        places = np.array(laid.places, dtype=np.intp)
        is_known = places >= 0
        known = places[is_known]
        before = np.zeros(len(places) + 1, dtype=np.intp)  # how many known words stand before each
        np.cumsum(is_known, out=before[1:])
        sums = np.zeros((len(known) + 1, self.dimensions), dtype=np.int32)  # enough for 16 million words
        np.cumsum(self.rows.take(known, axis=0), axis=0, out=sums[1:])
        found = sums.take(before[laid.stops], axis=0) - sums.take(before[laid.starts], axis=0)
        if len(found) > len(laid.begins):
            found = np.add.reduceat(found, laid.begins, axis=0)
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


class _LaidOut(NamedTuple):
    """The words of some lines, one line after the other, as their `places` among the vectors; -1 for words that have none.

    Each text is some ranges of these, `starts` to `stops`; `begins` says which range is a text's first.
    """

    places: list[int]
    starts: list[int]
    stops: list[int]
    begins: list[int]


def _laid_out(texts: Iterable[Sequence[str]], index: Mapping[str, int]) -> _LaidOut:
    """Look up the words of each line once. One loop for all: a resume has some hundred texts of each kind."""
    places, starts, stops, begins = laid = _LaidOut([], [], [], [])
    known: dict[int, tuple[int, Sequence[str]]] = {}  # by identity; holds the line, so that no other gets its identity
    for text in texts:
        line, ranges = (text.line, text.ranges) if isinstance(text, Stretch) else (text, ((0, len(text)),))
        if id(line) not in known:
            known[id(line)] = (len(places), line)
            places += [index.get(word, -1) for word in line]
        at, _ = known[id(line)]
        begins.append(len(starts))
        for start, stop in ranges or ((0, 0),):
            starts.append(at + start)
            stops.append(at + stop)
    return laid


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
