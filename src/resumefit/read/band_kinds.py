"""Tells what a band of white divides: columns, labels with their rows, dates beside their rows, or a table.

A band of white is no proof of columns: dates at the right margin, labels at the left and tables of short cells leave
one as well. The evidence weighed: whether lines on both sides share their rows, whether one side is sparse, short or
dates, whether the text runs on within a side, and how often the content order changes sides.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from operator import ne
from statistics import median

from resumefit.read.bands import share_point
from resumefit.read.rails import LOWER_MOST, blocks_of, breaks, row_text
from resumefit.read.segments import Segment, lines_of, share_row
from resumefit.read.shapes_of_text import is_date_like, is_section_label

_LARGER = 1.08  # a heading's size over the text's


class Kind(StrEnum):
    """What lies left and right of a band."""

    COLUMNS = "columns"
    RAIL = "rail"
    RIGHT_RAIL = "right-rail"
    RIGHT_LABELS = "right-labels"
    ROWS = "rows"


def classify(left: Sequence[Segment], right: Sequence[Segment], *, height: float) -> Kind:
    """Tell what a band divides. See docs/reading.md, "Columns, rails and rows"."""
    left_lines, right_lines = lines_of(left), lines_of(right)
    if _is_right_labels(right_lines, left_lines, height=height):
        return Kind.RIGHT_LABELS
    if _heads_of_lists(left_lines, right_lines):
        return Kind.COLUMNS
    if _is_right_rail(right_lines, left_lines):
        return Kind.RIGHT_RAIL
    right_texts = [row_text(row) for row in right_lines]
    if (
        _date_share(right_texts) >= 0.45
        and _aligned_share(right_lines, left_lines) >= 0.7
        and not _runs_on(right_texts)
    ):
        return Kind.ROWS
    few = min(len(left_lines), len(right_lines))
    columnwise = columnwise_share(left, right, few)
    if _is_rail(left_lines, right_lines, columnwise=columnwise, height=height):
        return Kind.RAIL
    if (
        _hugs_right_edge(right)
        and _aligned_share(right_lines, left_lines) >= 0.8
        and max(map(len, right_texts)) <= 40
        and (columnwise < 0.9 or _heading_between(left_lines, right_lines))
    ):
        return Kind.ROWS
    if few <= 1:
        beside_label = len(left_lines) == 1 and len(right_lines) > 2 and columnwise == 1
        return Kind.COLUMNS if beside_label else Kind.ROWS
    smaller, larger = (left_lines, right_lines) if len(left_lines) <= len(right_lines) else (right_lines, left_lines)
    shared = _aligned_share(smaller, larger)
    prose = _runs_on(right_texts) and _runs_on([row_text(row) for row in left_lines])
    if shared >= 0.75 and columnwise < 0.5 and not (prose and few >= 4):
        return Kind.ROWS
    if few == 2 and columnwise < 1 and shared >= 0.5:
        return Kind.ROWS
    if few <= 3 and columnwise < 0.5 and not prose:
        return Kind.ROWS
    return Kind.COLUMNS


def _aligned_share(lines: Sequence[Sequence[Segment]], others: Sequence[Sequence[Segment]]) -> float:
    """The share of `lines` that stand on a row with one of `others`, by their baselines."""
    if not lines:
        return 0.0
    bottoms = sorted([(o[0].bottom, o[0].height) for o in others])
    found = 0
    for row in lines:
        bottom, height = row[0].bottom, row[0].height
        for index in range(bisect_left(bottoms, (bottom - height,)), len(bottoms)):
            other, other_height = bottoms[index]
            if other > bottom + height:
                break
            if abs(other - bottom) < 0.22 * max(height, other_height):
                found += 1
                break
    return found / len(lines)


def columnwise_share(left: Sequence[Segment], right: Sequence[Segment], few: int) -> float:
    """1 when the content goes through one side and then the other, 0 when it changes sides with each row."""
    most = max(2, 2 * few - 1)
    return max(0.0, 1 - (changes_of_side(left, right) - 1) / (most - 1))


def changes_of_side(left: Sequence[Segment], right: Sequence[Segment]) -> int:
    """Count how often the content goes from one side to the other."""
    ranks = sorted([2 * s.order for s in left] + [2 * s.order + 1 for s in right])
    sides = [rank & 1 for rank in ranks]
    return sum(map(ne, sides, sides[1:]))


def _date_share(texts: Sequence[str]) -> float:
    return sum(is_date_like(t) for t in texts) / len(texts)


def _runs_on(texts: Sequence[str]) -> bool:
    """Tell whether lines continue one another as running text does: long ones followed by a small letter."""
    if len(texts) < 2:
        return False
    follows = sum(len(a) > 18 and b[:1].islower() and a[-1:] not in ".:" for a, b in itertools.pairwise(texts))
    return follows >= max(1, 0.12 * len(texts))


def _hugs_right_edge(segments: Sequence[Segment]) -> bool:
    rights = [s.right for s in segments]
    lefts = [s.left for s in segments]
    return max(rights) - min(rights) < 3 and max(lefts) - min(lefts) > 6


def _starts(
    blocks: Sequence[Sequence[Sequence[Segment]]], right_lines: Sequence[Sequence[Segment]], *, height: float
) -> tuple[float, float]:
    """The shares of a rail's labels that stand level with a row at their right, and with those in the white above one."""
    rows = [(min([s.top for s in row]), max([s.bottom for s in row])) for row in right_lines]
    begun = breaks(right_lines)
    levels, found = 0, 0
    for block in blocks:
        top, bottom = block[0][0].top, block[0][0].bottom
        if any(abs(t - top) < 0.6 * height or abs(b - bottom) < 0.3 * height for t, b in rows):
            levels += 1
            found += 1
            continue
        white = not any(min(b, bottom) - max(t, top) > 0.25 * height for t, b in rows) and any(
            -0.3 * height < t - bottom < 1.6 * height for t, _ in rows
        )
        found += white or any(-0.1 * height < top - first < LOWER_MOST * height for first in begun)
    return levels / len(blocks), found / len(blocks)


def _is_rail(
    left_lines: list[list[Segment]], right_lines: list[list[Segment]], *, columnwise: float, height: float
) -> bool:
    if len(left_lines) > 1.5 * len(right_lines) and columnwise < 0.9:
        return False  # labels are no more than what they label
    texts = [row_text(row) for row in left_lines]
    blocks = blocks_of(left_lines, right_lines)
    labels = [" ".join(row_text(row) for row in block) for block in blocks]
    dates = sum(
        any(is_date_like(t) for t in (label, *map(row_text, block)))
        for label, block in zip(labels, blocks, strict=True)
    ) / len(blocks)
    lengths = [len(text) for text in texts]
    short = max(lengths) <= 60 and median(lengths) <= 28 and sum(len(b) <= 2 for b in blocks) >= 0.85 * len(blocks)
    if dates < 0.5 and not short:
        return False
    level_share, starts_share = _starts(blocks, right_lines, height=height)
    if dates >= 0.5 and starts_share >= 0.6:
        return True
    headed = [block for block, label in zip(blocks, labels, strict=True) if is_section_label(label)]
    headings = len(headed)
    if headings >= 3 and headings >= 0.6 * len(blocks) and columnwise < 0.9:  # what else is there may belong to no row
        starts_share = max(starts_share, _starts(headed, right_lines, height=height)[1])
    if not short or starts_share < 0.85 or _runs_on(texts):
        return False
    if headings >= 2 and headings + round(dates * len(labels)) >= 0.6 * len(blocks):
        return True
    if len(blocks) == 1:
        return columnwise < 1 and len(left_lines) <= 2
    sparse = len(left_lines) <= 0.5 * len(right_lines)
    if columnwise >= 0.9:
        rich = len(blocks) >= 3 and _text_is_richer(right_lines, texts)
        return sparse and level_share == 1 and rich and not _beside_running_text(blocks, right_lines)
    return (sparse or columnwise < 0.5) and _is_flush(right_lines)


def _beside_running_text(
    blocks: Sequence[Sequence[Sequence[Segment]]], right_lines: Sequence[Sequence[Segment]]
) -> bool:
    """Tell whether a label stands beside the middle of a sentence: then its line is level with the other by chance."""
    firsts = [block[0][0] for block in blocks]
    return any(row[0].text[:1].islower() and any(share_row(row[0], label) for label in firsts) for row in right_lines)


def _is_flush(lines: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether most lines begin at one edge, or a list's indent from it, as what stands beside labels does."""
    edge = share_point([row[0].left for row in lines], 0.1)
    return sum(row[0].left - edge < 2.5 * row[0].height for row in lines) > 0.6 * len(lines)


def _is_right_rail(right_lines: Sequence[Sequence[Segment]], left_lines: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether the right side is dates (with places under them), each level with a row at its left."""
    if len(right_lines) > 0.8 * len(left_lines) or any(len(row_text(row)) > 45 for row in right_lines):
        return False
    blocks = blocks_of(right_lines, ())
    if len(blocks) < 2:
        return False
    # A date under two lines more is the end of a card: a school, a degree and its years.
    dated = sum(
        any(is_date_like(row_text(row)) for row in (block if len(block) < 3 else block[:1])) for block in blocks
    )
    level = sum(_aligned_share(block[:1], left_lines) == 1 for block in blocks)
    return dated >= 0.7 * len(blocks) and level >= 0.75 * len(blocks)


def _is_right_labels(right_lines: list[list[Segment]], left_lines: list[list[Segment]], *, height: float) -> bool:
    """Tell whether the right side is sections' headings alone, each level with the row at which its section begins."""
    if not 2 <= len(right_lines) <= 0.6 * len(left_lines):
        return False
    if not all(is_section_label(row_text(row)) for row in right_lines):
        return False
    return _starts([[row] for row in right_lines], left_lines, height=height)[0] == 1


def _heads_of_lists(left_lines: Sequence[Sequence[Segment]], right_lines: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether a row of sections' headings stands above both sides: lists beside each other, whatever the content order."""
    first = (*left_lines[0], *right_lines[0])
    few = min(len(left_lines), len(right_lines))
    level = share_row(left_lines[0][0], right_lines[0][0])
    return few >= 3 and level and all(is_section_label(s.text) for s in first)


def _heading_between(left_lines: Sequence[Sequence[Segment]], right_lines: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether a heading at the left has white beside it, with more at the right above and below: it heads both sides."""
    body = median(row[0].size for row in left_lines)
    top, bottom = right_lines[0][0].bottom, right_lines[-1][0].top
    between = [row[0] for row in left_lines if len(row) == 1 and top <= row[0].top and row[0].bottom <= bottom]
    heads = [s for s in between if s.size > _LARGER * body or is_section_label(s.text)]
    return any(not any(share_row(head, row[0]) for row in right_lines) for head in heads)


def _text_is_richer(right_lines: Sequence[Sequence[Segment]], left_texts: Sequence[str]) -> bool:
    return median(len(row_text(row)) for row in right_lines) > 2 * median(len(t) for t in left_texts)
