"""Tells what a part of a position's head is: a title, an employer, a place, a field of work, or none of these.

A linear model over the words, their first and last letters and their case, read from the NumPy archive that `resumefit train head_cells`
writes. It says how likely each is; which it is, the other heads of the same document help to decide (`segment/readings.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.learned.folder import ARCHIVE, Meta, load_meta, opened
from resumefit.learned.vectors import names_index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = "head_cells"
_WORD = re.compile(r"[^\W\d_]+|\d+|[&@/|,.:;()'’-]")
_LONGEST = 200
_KEPT = 20_000


def cell_features(text: str, hints: tuple[str, ...] = ()) -> list[str]:
    """Return the features of a cell: its words and their ends, its case and length, and the caller's `hints`."""
    text = text[:_LONGEST]
    tokens = _WORD.findall(text.casefold())
    words = [token for token in tokens if token[0].isalpha()]
    found = {f"w:{word}" for word in words}
    found |= {f"b:{one} {two}" for one, two in pairwise(words)}
    found |= {f"s:{word[-4:]}" for word in words if len(word) > 4} | {f"e:{word[-3:]}" for word in words if len(word) > 3}
    found |= {f"p:{word[:4]}" for word in words if len(word) > 5}
    if words:
        found |= {f"f:{words[0]}", f"l:{words[-1]}", f"lp:{words[-1][-3:]}"}
    found |= {f"c:{sign}" for sign in set(tokens) if not sign[0].isalnum()}
    found |= {f"n:{min(len(words), 7)}", *_case(text), *(f"h:{hint}" for hint in hints)}
    return sorted(found)


def _case(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_][^\s]*", text)
    small = sum(word[0].islower() for word in words)
    found = {f"small:{min(small, 4)}"}
    if text.isupper():
        found.add("upper")
    if any(character.isdigit() for character in text):
        found.add("digit")
    if words and words[0][0].islower():
        found.add("starts-small")
    if any(re.search(r"[a-z][A-Z]|[A-Z]{2,}[a-z]", word) for word in words):
        found.add("inner-capital")
    if text.rstrip().endswith("."):
        found.add("full-stop")
    return found


@dataclass(frozen=True)
class CellModel:
    """A fitted classifier. Arrays: `weights` (F + 1, L), whose last row is the bias; labels are those of `meta`."""

    meta: Meta
    vocabulary: dict[str, int]
    weights: NDArray[np.float32]
    _seen: dict[tuple[str, tuple[str, ...]], tuple[float, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """What a cell may be."""
        return self.meta.labels

    def log_probabilities(self, text: str, hints: tuple[str, ...] = ()) -> tuple[float, ...]:
        """Return the natural logarithm of each label's probability, in the order of `labels`."""
        key = (text, hints)
        if key not in self._seen:
            if len(self._seen) > _KEPT:
                self._seen.clear()
            self._seen[key] = self._work_out(text, hints)
        return self._seen[key]

    def _work_out(self, text: str, hints: tuple[str, ...]) -> tuple[float, ...]:
        import numpy as np

        rows = [self.vocabulary[name] for name in cell_features(text, hints) if name in self.vocabulary]
        scores = self.weights[[*rows, len(self.weights) - 1]].sum(axis=0, dtype=np.float64)
        shifted = scores - scores.max()
        # Rounded, so that the last bits of one machine's arithmetic decide nothing.
        return tuple(np.round(shifted - np.log(np.exp(shifted).sum()), 4).tolist())


def load_cell_model(models: Path) -> CellModel:
    """Load `models/head_cells`; ModelError when the folder is not as its meta.json says."""
    import numpy as np

    meta = load_meta(models / FOLDER)
    with opened(models / FOLDER / ARCHIVE) as archive:
        return CellModel(meta, names_index(archive["vocabulary"]), archive["weights"].astype(np.float32))
