"""Puts what does not run along the lines of a page in its place: labels turned to run up a margin, stamps and watermarks.

A turned label may begin at the top of its section, end at its bottom, or stand at its middle. The sections end where the white
between two labels' middles is widest.
"""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.read.order import Placed
from resumefit.read.pdf_looks import ASKEW
from resumefit.read.segments import make_segment
from resumefit.read.words import Word

_LEVEL = 0.8  # line heights that a label's top may be off its section's first row
_BREAK = 0.5  # line heights of white over the usual, above a row that begins a section


def with_odd_words(placed: list[Placed], words: Sequence[Word]) -> list[Placed]:
    """Insert the turned words before the rows they label, and put those askew after the page's other text."""
    labels = sorted((w for w in words if w.turns in (1, 3)), key=lambda w: w.top)
    result = _with_labels(placed, labels) if labels else list(placed)
    return [*result, *(Placed((make_segment([w]),), ()) for w in words if w.turns == ASKEW)]


def _with_labels(placed: list[Placed], labels: Sequence[Word]) -> list[Placed]:
    white = _white_above(placed)
    begun = [row for row, w in zip(placed, white, strict=True) if w > _usual(white) + _BREAK * row.segments[0].height]
    if all(any(_is_level(row, label) for row in begun) for label in labels):
        places = [_beside(placed, label) for label in labels]
    else:
        places = _by_white(placed, labels)
    result = list(placed)
    for place, label in sorted(zip(places, labels, strict=True), key=lambda pair: (-pair[0], -pair[1].top)):
        result.insert(place, Placed((make_segment([label]),), ()))
    return result


def _beside(placed: Sequence[Placed], label: Word) -> int:
    """Find the first row that begins beside a label or below its top."""
    below = [i for i, row in enumerate(placed) if row.segments[0].top >= label.top - row.segments[0].height]
    return min(below, key=lambda i: (placed[i].segments[0].top, i), default=len(placed))


def _by_white(placed: Sequence[Placed], labels: Sequence[Word]) -> list[int]:
    """Find for each label the row after the widest white between its middle and that of the label before."""
    white = _white_above(placed)
    usual = _usual(white)
    places: list[int] = []
    before = float("-inf")
    for label in labels:
        middle = (label.top + label.bottom) / 2
        rows = [i for i, row in enumerate(placed) if before < row.segments[0].top <= middle]
        if not places:  # what stands above the first label may have wider white: the nearest break is its own
            rows = [i for i in rows if white[i] > usual + _BREAK * placed[i].segments[0].height][-1:] or rows[-1:]
        places.append(max(rows, key=lambda i: (white[i], i), default=_beside(placed, label)))
        before = middle
    return places


def _is_level(row: Placed, label: Word) -> bool:
    return abs(min(s.top for s in row.segments) - label.top) < _LEVEL * row.segments[0].height


def _white_above(placed: Sequence[Placed]) -> list[float]:
    """Measure the white above each row; the first row has endless white above it."""
    tops = [min(s.top for s in row.segments) for row in placed[1:]]
    return [float("inf"), *(top - max(s.bottom for s in above.segments) for top, above in zip(tops, placed, strict=False))]


def _usual(white: Sequence[float]) -> float:
    return sorted(white)[len(white) // 2] if len(white) > 1 else 0.0
