"""Puts what does not run along the lines of a page in its place: labels turned to run up a margin, stamps and watermarks.

A turned label may begin at the top of its section, end at its bottom, or stand at its middle. The sections end where the white
between two labels' middles is widest.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from resumefit.read.order import Placed
from resumefit.read.pdf_looks import ASKEW
from resumefit.read.pdf_words import Word
from resumefit.read.segments import make_segment

_LEVEL = 0.8  # line heights that a label's top may be off its section's first row
_BREAK = 0.5  # line heights of white over the usual, above a row that begins a section


def with_odd_words(placed: list[Placed], words: Sequence[Word]) -> list[Placed]:
    """Insert the turned words before the rows they label, and put those askew after the page's other text."""
    labels = sorted((w for w in words if w.turns in (1, 3)), key=lambda w: w.top)
    result = _with_labels(placed, labels) if labels else list(placed)
    return [*result, *(Placed((make_segment([w]),), ()) for w in words if w.turns == ASKEW)]


def _with_labels(placed: list[Placed], labels: Sequence[Word]) -> list[Placed]:
    tops = [min(s.top for s in row.segments) for row in placed]
    heights = [row.segments[0].height for row in placed]
    if all(any(abs(t - w.top) < _LEVEL * h for t, h in zip(tops, heights, strict=True)) for w in labels):
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
    white = [float("inf"), *(_white(above, row) for above, row in itertools.pairwise(placed))]
    usual = sorted(white)[len(white) // 2] if len(white) > 1 else 0.0
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


def _white(above: Placed, row: Placed) -> float:
    return min(s.top for s in row.segments) - max(s.bottom for s in above.segments)
