"""Finds the stretches of a page, down a line, that no text crosses and that have text on both sides.

What such a band divides is told by `band_kinds`, which of them the page is cut along is decided in `gutters`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from resumefit.read.segments import Segment, lines_of, share_row
from resumefit.read.shapes_of_text import is_section_label

_NARROWEST_PT = 5.0
_EDGE_PT = 1.5  # how far a line may hang over an edge without crossing
_Sides = tuple[list[Segment], list[Segment]]


class Band(NamedTuple):
    """A stretch that no segment crosses, before it is known what it divides. `bound` is the best score it can have."""

    x: float
    left: list[Segment]
    right: list[Segment]
    bound: float


def candidates(rows: Sequence[Sequence[Segment]]) -> list[float]:
    """Return where a right side could begin: the left edges of what stands beside another piece, if half a line lower."""
    lefts = [s.left for row in rows for s in row[1:]]
    for above, below in itertools.pairwise(rows):
        if below[0].top < above[0].bottom - 0.1 * below[0].height:
            first, second = (above[-1], below[0]) if above[-1].right < below[0].left else (below[-1], above[0])
            if first.right + _NARROWEST_PT < second.left:
                lefts.append(second.left)
    lefts.sort()
    result: list[float] = []
    for left in lefts:
        if not result or left - result[-1] > 2.5:
            result.append(left)
    return result


def bands_at(segments: Sequence[Segment], edges: Sequence[float], row_numbers: dict[int, int]) -> list[Band]:
    """Find the stretches of the page, down a line at each edge, that no segment crosses and that have text on both sides.

    `segments` are sorted by their tops. Of edges that part the same text the first stands for all.
    """
    seen: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    result: list[Band] = []
    for x in edges:
        for left, right in _sides_at(segments, x):
            parted = tuple(map(id, left)), tuple(map(id, right))
            if parted not in seen:
                seen.add(parted)
                result += _measured(x, left, right, row_numbers)
    return result


def _sides_at(segments: Sequence[Segment], x: float) -> list[_Sides]:
    """Return what stands left and right of each stretch down a line at `x`."""
    low_edge, high_edge = x - _EDGE_PT, x + _EDGE_PT
    result: list[_Sides] = []
    left: list[Segment] = []
    right: list[Segment] = []
    low = float("-inf")
    for segment in segments:
        _, left_edge, top, right_edge, bottom, _, _, _, _, middle = segment
        if left_edge < low_edge and right_edge > high_edge and _crosses(segment, x):
            if left and right:
                left = [s for s in left if s.middle < top]
                right = [s for s in right if s.middle < top]
                if left and right and len(left) + len(right) > 2:
                    result.append((left, right))
            if left or right:
                left, right = [], []
            low = max(low, bottom)
        elif middle > low:
            (left if left_edge < low_edge else right).append(segment)
    if left and right and len(left) + len(right) > 2:
        result.append((left, right))
    return result


def upper_part(band: Band, row_numbers: dict[int, int]) -> list[Band]:
    """Cut a band that goes too far down: columns over a section that begins with a heading of its own and has dates at its right.

    Cut above a heading with nothing beside it, below which all content comes later.
    """
    both = (*band.left, *band.right)
    for heading in (s for s in band.left[2:] if is_section_label(s.text)):
        if not all(s.order >= heading.order for s in both if s.bottom > heading.top + 1):
            continue
        upper = [[s for s in side if s.bottom <= heading.top + 1] for side in (band.left, band.right)]
        earlier = all(s.order < heading.order for side in upper for s in side)
        if len(upper[1]) > 1 and earlier and not any(share_row(heading, s) for s in band.right):
            return _measured(band.x, upper[0], upper[1], row_numbers)
    return []


def lists_part(band: Band, row_numbers: dict[int, int]) -> list[Band]:
    """Cut a band that begins too far up: lists beside each other, each under its heading, below a section of the whole width."""
    head = min(band.right, key=lambda s: s.top)
    beside = [s for s in band.left if share_row(s, head)]
    if not beside or not all(is_section_label(s.text) for s in (head, *beside)):
        return []
    above = [s for s in band.left if s.bottom <= min(b.top for b in beside) + 1]
    chosen = {id(s) for s in above}
    if not above or max(s.order for s in above) > min(s.order for s in (*beside, *band.right)):
        return []
    return _measured(band.x, [s for s in band.left if id(s) not in chosen], band.right, row_numbers)


def sections_of(band: Band, row_numbers: dict[int, int]) -> list[Band]:
    """Cut a band at the rows that are headings alone, into the parts that have text on both sides; empty for fewer than two parts."""
    labels = {id(s) for side in (band.left, band.right) for s in side if is_section_label(s.text)}
    if not labels:
        return []
    rows = lines_of((*band.left, *band.right))
    edge = min(s.left for s in band.left)
    parts: list[tuple[list[Segment], list[Segment]]] = [([], [])]
    left_ids = {id(s) for s in band.left}
    body = median(s.size for row in rows for s in row)
    looks = {(round(s.size, 1), s.bold) for row in rows for s in row if id(s) in labels and s.size > 1.05 * body}
    for number, row in enumerate(rows):
        heads = all(id(s) in labels or (round(s.size, 1), s.bold) in looks for s in row)
        heads = heads and (len(row) > 1 or row[0].left - edge < row[0].height)
        if heads and number and (len(row) > 1 or not _is_beside(row[0], rows[max(0, number - 3) : number + 4])):
            parts.append(([], []))
        for segment in row:
            parts[-1][0 if id(segment) in left_ids else 1].append(segment)
    if len(parts) < 2:
        return []
    found: list[Band] = []
    for left, right in parts:
        if left and right and len(left) + len(right) > 3:
            by_top = [sorted(side, key=lambda s: s.top) for side in (left, right)]
            found += _measured(band.x, by_top[0], by_top[1], row_numbers)
    return found


def _is_beside(segment: Segment, rows: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether other text stands at the height of a piece, if half a line off."""
    return any(
        other is not segment and min(other.bottom, segment.bottom) - max(other.top, segment.top) > 0.15 * segment.height
        for row in rows
        for other in row
    )


def _crosses(segment: Segment, x: float) -> bool:
    """Tell whether a segment that begins before `x` lies across it; a long line that hangs over by a letter does not."""
    over = segment.right - x
    return over > 6 or over > 0.04 * (segment.right - segment.left)


def _measured(x: float, left: list[Segment], right: list[Segment], row_numbers: dict[int, int]) -> list[Band]:
    """Score a band by the rows that stand beside each other and by its width; empty when it is too narrow."""
    left, right = _trim_top(left, right), _trim_top(right, left)
    white = share_point([s.left for s in right], 0.2) - share_point([s.right for s in left], 0.9)
    height = left[len(left) // 2].height
    if white < max(_NARROWEST_PT, 0.45 * height):
        return []
    top = max(left[0].top, right[0].top) - height
    bottom = min(max([s.bottom for s in left]), max([s.bottom for s in right])) + height
    beside = [len({row_numbers[id(s)] for s in side if top <= s.top and s.bottom <= bottom}) for side in (left, right)]
    if not all(beside):
        return []
    return [Band(x, left, right, min(beside) + 0.25 * max(beside) + min(white / height, 4) * 0.3)]


def share_point(values: list[float], share: float) -> float:
    """The value that the given share of the others does not exceed: edges are ragged, the extreme one tells little."""
    return sorted(values)[round(share * (len(values) - 1))]


def _trim_top(side: list[Segment], other: list[Segment]) -> list[Segment]:
    """Leave out large print (a name), and what is close under it, above all of the other side and apart from its own.

    A section's heading may be as large, but begins the column.
    """
    limit = other[0].top
    if len(side) < 2 or side[0].bottom >= limit:
        return side
    usual = median([s.size for s in side])
    cut, large = 0, False
    for index, (this, following) in enumerate(itertools.pairwise(side)):
        if this.bottom >= limit:
            break
        large = large or this.size > 1.25 * usual
        if is_section_label(this.text):
            return side[index if large else 0 :]
        if large and following.top - this.bottom > 0.6 * following.height:
            cut = index + 1
    return side[cut:]


