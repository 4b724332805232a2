"""Finds versions of one resume: MinHash over five-word shingles (datasketch), paired by locality-sensitive hashing.

The seed and the number of slots are fixed, so that fingerprints of different runs and machines compare. The pairs are found over
columns of numbers and not with datasketch's MinHashLSH, whose Python objects took more memory than the rest of a scan.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

SLOTS = 64
SEED = 1
SCHEME: Literal["affine32"] = "affine32"
SHINGLE_WORDS = 5
# Share of shingles from which two texts count as versions of one resume; with 64 slots the estimate's standard error is 0.06 at most.
ALIKE = 0.7
# Two texts are compared when all slots of one band agree: with 4 slots a band, 99 of 100 pairs that share 0.7 of their
# shingles are (1 - (1 - 0.7 ** 4) ** 16), and 1 of 200 that share 0.13.
_BAND_SLOTS = 4
_WORD = re.compile(r"\w+")


def min_hash(text: str) -> tuple[int, ...]:
    """Return the text's fingerprint: SLOTS numbers below 2**32."""
    from datasketch import MinHash

    words = _WORD.findall(text.casefold())
    shingles = {" ".join(words[at : at + SHINGLE_WORDS]) for at in range(max(1, len(words) - SHINGLE_WORDS + 1))}
    sketch = MinHash(num_perm=SLOTS, seed=SEED, scheme=SCHEME)
    sketch.update_batch([shingle.encode("utf-8") for shingle in sorted(shingles)])
    return tuple(int(value) for value in sketch.hashvalues)


class Fingerprints:
    """Fingerprints and contact hashes of many resumes, some 300 bytes each."""

    def __init__(self) -> None:
        self._places = array("q")
        self._slots = array("I")
        self._by_contact: dict[str, int] = {}
        self._same_contact: dict[int, int] = {}

    def add(self, place: int, fingerprint: Sequence[int], contact: str | None) -> None:
        """Take in one resume; places ascend."""
        self._places.append(place)
        self._slots.extend(fingerprint)
        if contact is not None and (first := self._by_contact.setdefault(contact, place)) != place:
            self._same_contact[place] = first

    def linked(self) -> Iterator[tuple[int, int, str]]:
        """Yield (earlier place, later place, why) for resumes that look like versions of one person's.

        The same contact, else nearly the same text; a later one links to the earliest.
        """
        earliest = self._earliest_alike()
        for index, place in enumerate(self._places):
            if place in self._same_contact:
                yield self._same_contact[place], place, "same contact"
            elif index in earliest:
                yield self._places[earliest[index]], place, "nearly the same text"

    def _earliest_alike(self) -> dict[int, int]:
        """Return, by index, the earliest resume before it whose fingerprint agrees in ALIKE of the slots."""
        rows = np.frombuffer(self._slots, dtype=np.uint32).reshape(len(self._places), SLOTS)
        found: dict[int, int] = {}
        for band in range(0, SLOTS, _BAND_SLOTS):
            for members in _same_rows(rows[:, band : band + _BAND_SLOTS]):
                left = members
                while len(left) > 1:
                    alike = (rows[left[1:]] == rows[left[0]]).mean(axis=1) >= ALIKE
                    for later in left[1:][alike].tolist():
                        found[later] = min(found.get(later, later), int(left[0]))
                    left = left[1:][~alike]
        return found


def _same_rows(band: np.ndarray[tuple[int, int], np.dtype[np.uint32]]) -> Iterator[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Yield the indexes, ascending, of each set of equal rows of more than one."""
    if not len(band):
        return
    order = np.lexsort(band.T)  # stable: equal rows stay in the order of their indexes
    ends = np.flatnonzero((band[order[1:]] != band[order[:-1]]).any(axis=1)) + 1
    for members in np.split(order, ends):
        if len(members) > 1:
            yield members
