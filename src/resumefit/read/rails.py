"""The labels of a rail, and which rows belong to which.

Labels stand level with their first row, a little lower, or beside the middle.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from statistics import median

from resumefit.read.segments import Segment, share_row
from resumefit.read.shapes_of_text import is_cut_label, is_date_like, is_length_of_time, is_section_label

_Lines = Sequence[Sequence[Segment]]
LOWER_MOST = 1.6  # line heights by which a label may stand lower than the first of its rows
_BREAK = 0.3  # line heights of white over the usual, above a row that begins a part
_MIDDLE = 0.75  # line heights that a label may be off the middle of its rows


def row_text(row: Sequence[Segment]) -> str:
    """Write the pieces of a row with single spaces."""
    return row[0].text if len(row) == 1 else " ".join([s.text for s in row])


def blocks_of(lines: Sequence[Sequence[Segment]], others: Sequence[Sequence[Segment]]) -> list[list[list[Segment]]]:
    """Group the lines of a rail into labels. A label's second line follows closely and begins no row of its own."""
    blocks: list[list[list[Segment]]] = []
    for row in lines:
        previous = blocks[-1][-1] if blocks else None
        if (
            previous is not None
            and row[0].top - previous[0].bottom < 0.45 * row[0].height
            and not _begins_row(row, previous, others)
        ):
            blocks[-1].append(list(row))
        else:
            blocks.append([list(row)])
    return blocks


def _begins_row(row: Sequence[Segment], previous: Sequence[Segment], others: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether a rail's line starts a label though it follows another line closely."""
    text, before = row_text(row), row_text(previous)
    if before.rstrip()[-1:] in "–—-&,/" or text[:1].islower():
        return False
    if is_cut_label(before) and is_section_label(f"{before} {text}") and _look(row[0]) == _look(previous[0]):
        return False  # a heading that the narrow margin wraps
    beside = next((o for o in others if share_row(o[0], row[0])), None)
    above = beside is not None and any(share_row(o[0], previous[0]) for o in others)
    if beside is not None and not above and (is_section_label(before) or row[0].size < 0.92 * previous[0].size):
        return True  # a heading is no part of the label under it
    if is_date_like(f"{before} {text}"):
        return False
    if is_date_like(before):
        # A place under a date belongs to it, and so does a length.
        return is_date_like(text) and not is_length_of_time(text)
    return beside is not None and above and not row_text(beside)[:1].islower()


def _look(segment: Segment) -> tuple[bool, int]:
    return segment.bold, round(segment.size)


def part_starts(blocks: Sequence[_Lines], rows: _Lines) -> list[float]:
    """Return for each label of a rail, top to bottom, the height from which the rows beside it are its own."""
    ends = [float("-inf"), *(max(s.bottom for s in block[-1]) for block in blocks)]
    known = _by_content(blocks, rows) or _by_middles(blocks, rows)
    return known or [_start(block, rows, after=end) for block, end in zip(blocks, ends, strict=False)]


def home_of(row: Sequence[Segment], starts: Sequence[float]) -> int:
    """Count the labels whose parts, from the heights given, begin above a row: the last of them is its own."""
    middle = max([s.bottom for s in row]) - 0.25 * row[0].height
    return sum(start <= middle for start in starts)


def _start(block: _Lines, rows: _Lines, *, after: float) -> float:
    """The top of a label, or of the row above it, but below the label before, with which its part visibly begins."""
    top, bottom = min(s.top for s in block[0]), max(s.bottom for s in block[0])
    height = block[0][0].height
    for row in rows:
        if any(share_row(s, block[0][0]) and abs(s.bottom - bottom) < 0.35 * height for s in row):
            return min(top, *(s.top for s in row))
    begun = [
        first
        for first in breaks(rows)
        if after - 0.3 * height < first and -0.1 * height < top - first < LOWER_MOST * height
    ]
    return max(begun, default=top)


def breaks(rows: _Lines) -> set[float]:
    """The tops of rows that begin something: the first, and those with more white above them than is usual."""
    tops, bottoms = [min([s.top for s in row]) for row in rows], [max([s.bottom for s in row]) for row in rows]
    gaps = [below - above for above, below in zip(bottoms, tops[1:], strict=False)]
    usual = median(gaps) if gaps else 0.0
    height = rows[0][0].height if rows else 0.0
    return (
        {tops[0], *(top for gap, top in zip(gaps, tops[1:], strict=True) if gap > usual + _BREAK * height)}
        if rows
        else set()
    )


def _by_content(blocks: Sequence[_Lines], rows: _Lines) -> list[float] | None:
    """Part the rows as the content does where it has each label before its own rows, as in a table; None where it does not.

    Only where that differs: each label stands beside its rows, and some label clearly lower than their first.
    """
    orders = [block[0][0].order for block in blocks]
    homes = [bisect_left(orders, row[0].order) for row in rows]
    if orders != sorted(orders) or homes != sorted(homes):
        return None
    if any(bisect_left(orders, s.order) != home for row, home in zip(rows, homes, strict=True) for s in row):
        return None
    starts: list[float] = []
    upper, lower = float("inf"), False
    for number, block in enumerate(blocks, 1):
        own = [row for row, home in zip(rows, homes, strict=True) if home == number]
        top = min(s.top for s in block[0])
        first = min([top, *(s.top for row in own[:1] for s in row)])
        starts.append(first)
        if not is_section_label(block[0][0].text):
            upper = min(upper, top)  # a place under a date has rows, and the date above it none: they are one label
        if own and top > max(s.bottom for s in own[-1]):
            return None
        if own:
            lower = lower or LOWER_MOST * block[0][0].height < upper - first < float("inf")
            upper = float("inf")
    return starts if lower and homes == [home_of(row, starts) for row in rows] else None


def _by_middles(blocks: Sequence[_Lines], rows: _Lines) -> list[float] | None:
    """Part the rows so that each label stands beside the middle of its own, as in cells that are centred; None if none fits.

    Only where that differs: some label stands clearly lower than its first row. A section's heading is in no such cell.
    """
    if len(blocks) < 2 or not rows or any(len(row) == 1 and is_section_label(row[0].text) for row in rows):
        return None
    tops, bottoms = [min([s.top for s in row]) for row in rows], [max([s.bottom for s in row]) for row in rows]
    starts: list[float] = []
    first = 0
    lower = False
    for number, block in enumerate(blocks):
        if first >= len(rows):
            return None
        height = block[0][0].height
        middle = (min(s.top for s in block[0]) + max(s.bottom for s in block[-1])) / 2
        ends = [len(rows) - 1] if number == len(blocks) - 1 else range(first, len(rows))
        end = min(ends, key=lambda i, at=middle, start=first: abs((tops[start] + bottoms[i]) / 2 - at))
        if abs((tops[first] + bottoms[end]) / 2 - middle) > _MIDDLE * height:
            return None
        lower = lower or middle - tops[first] > LOWER_MOST * height
        starts.append(tops[first])
        first = end + 1
    # Evenly spaced lines fit many partings: a first label level with the first row speaks for labels at the top of theirs.
    visible = not share_row(blocks[0][0][0], rows[0][0]) or set(starts) <= breaks(rows)
    return starts if lower and visible and all(b > a for a, b in itertools.pairwise(starts)) else None
