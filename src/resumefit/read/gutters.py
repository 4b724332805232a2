"""Finds the white bands between columns, and tells what each divides: columns, labels with their rows, or a table.

A band of white is no proof of columns: dates at the right margin, labels at the left and tables of short cells leave
one as well. The evidence weighed: whether lines on both sides share their rows, whether one side is sparse, short or
dates, whether the text runs on within a side, and how often the content order changes sides.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from collections.abc import Sequence
from enum import StrEnum
from operator import ne
from statistics import median
from typing import NamedTuple

from resumefit.read.bands import Band, bands_at, candidates, lists_part, sections_of, share_point, upper_part
from resumefit.read.rails import LOWER_MOST, breaks
from resumefit.read.segments import Segment, lines_of, share_row
from resumefit.read.shapes_of_text import is_cut_label, is_date_like, is_length_of_time, is_section_label

_COLUMNWISE_LEAST = 0.8  # under this the content returns to a side too often for whole columns
_LARGER = 1.08  # a heading's size over the text's


class Kind(StrEnum):
    """What lies left and right of a band."""

    COLUMNS = "columns"
    RAIL = "rail"
    RIGHT_RAIL = "right-rail"
    RIGHT_LABELS = "right-labels"
    ROWS = "rows"


class Gutter(NamedTuple):
    """A band between x positions, the segments on each side of it, and what it divides."""

    x: float
    left: list[Segment]
    right: list[Segment]
    above: list[Segment]
    below: list[Segment]
    kind: Kind


def best_gutter(segments: Sequence[Segment]) -> Gutter | None:
    """Return the strongest band that divides columns or a rail from its rows; None when lines go straight across.

    Dates at the right weigh less than columns, since each column may have its own. Bands are judged from the most
    promising on, and only until none that is left can win: judging is the costly part.
    """
    ordered = sorted(segments, key=lambda s: s.top)
    rows = lines_of(ordered)
    edges = candidates(rows)
    if not edges:
        return None
    row_numbers = {id(s): number for number, row in enumerate(rows) for s in row}
    bands: dict[tuple[int, int, int], Band] = {}
    for band in bands_at(ordered, edges, row_numbers):
        bands.setdefault((len(band.left), len(band.right), sum([s.order for s in band.left])), band)
    best: tuple[float, Band, Kind] | None = None
    waiting = sorted(bands.values(), key=lambda b: (b.bound, -b.x))
    while waiting:
        band = waiting.pop()
        if best is not None and band.bound <= best[0]:
            break
        height = median([s.bottom - s.top for s in (*band.left, *band.right)])
        kind = classify(band.left, band.right, height=height)
        few = min(len({row_numbers[id(s)] for s in side}) for side in (band.left, band.right))
        columnwise = _columnwise(band.left, band.right, few)
        if kind is Kind.RAIL or (kind is Kind.COLUMNS and columnwise < _COLUMNWISE_LEAST):
            sections = sections_of(band, row_numbers)
            if _differ(kind, sections):
                for part in sections:
                    insort(waiting, part, key=lambda b: (b.bound, -b.x))
                continue
        if kind is Kind.ROWS:
            parts = (*upper_part(band, row_numbers), *lists_part(band, row_numbers), *_columns_in(sections_of(band, row_numbers)))
            for part in parts:
                insort(waiting, part, key=lambda b: (b.bound, -b.x))
            continue
        weight = 1.0
        if kind is Kind.RIGHT_RAIL:
            weight = 0.4
        elif kind is Kind.COLUMNS:
            weight = 0.5 + 0.5 * columnwise
        if best is None or band.bound * weight > best[0]:
            best = (band.bound * weight, band, kind)
    return None if best is None else _make_gutter(ordered, best[1], best[2])


def _differ(kind: Kind, sections: Sequence[Band]) -> bool:
    """Tell whether the sections that a band runs through are each of another kind, so that it is no column of the page."""
    if not sections:
        return False
    kinds = [classify(s.left, s.right, height=s.left[0].height) for s in sections]
    if kind is Kind.RAIL:
        return kind not in kinds
    sizes = [(k, len(s.left) + len(s.right)) for k, s in zip(kinds, sections, strict=True)]
    rails = sum(size for k, size in sizes if k in (Kind.RAIL, Kind.RIGHT_RAIL))
    columns = sum(size for k, size in sizes if k is Kind.COLUMNS)
    return rails > columns


def _columns_in(sections: Sequence[Band]) -> list[Band]:
    """Keep the sections whose content goes down one side and then the other, as cards beside each other do."""
    found = []
    for part in sections:
        few = min(len(part.left), len(part.right))
        if few >= 3 and _columnwise(part.left, part.right, few) == 1:
            found.append(part)
    return found


def _without_rows_below(band: Band) -> Band:
    """Leave out the rows with which the main column goes on below a sidebar that has ended: a title and its date at the right."""
    last = max(band.right, key=lambda s: s.bottom)
    if len(band.right) < 3 or not is_date_like(last.text):
        return band
    before = max((s for s in band.right if s is not last), key=lambda s: s.bottom)
    beside = [s for s in band.left if share_row(s, last) and last.order - s.order > 0]
    own = abs(last.order - before.order)
    if not beside or before.bottom > last.top or min(last.order - s.order for s in beside) > own:
        return band
    top = min(last.top, *(s.top for s in beside)) - 0.3 * last.height
    left, right = [s for s in band.left if s.top < top], [s for s in band.right if s.top < top]
    return band._replace(left=left, right=right) if left else band


def _without_later_rows(band: Band) -> Band:
    """Leave out the rows at the left that stand below all of the right, where the content has left, right and then these."""
    end = max(s.bottom for s in band.right)
    upper, later = [s for s in band.left if s.top < end], [s for s in band.left if s.top >= end]
    if len(upper) < 2 or len(later) < 2:
        return band
    first, last = min(s.order for s in band.right), max(s.order for s in band.right)
    if max(s.order for s in upper) > first or min(s.order for s in later) < last:
        return band
    return band._replace(left=upper)


def _make_gutter(segments: Sequence[Segment], band: Band, kind: Kind) -> Gutter:
    if kind is Kind.COLUMNS:
        band = _without_later_rows(_without_rows_below(band))
    chosen = {id(s) for s in (*band.left, *band.right)}
    first = min(band.left[0].top, band.right[0].top)
    middle = first + band.left[0].height / 2
    rest = [s for s in segments if id(s) not in chosen]
    above = [s for s in rest if (s.top + s.bottom) / 2 < middle]
    below = [s for s in rest if (s.top + s.bottom) / 2 >= middle]
    return Gutter(band.x, band.left, band.right, above, below, kind)


def classify(left: Sequence[Segment], right: Sequence[Segment], *, height: float) -> Kind:
    """Tell what a band divides. See docs/reading.md, "Columns, rails and rows"."""
    left_lines, right_lines = lines_of(left), lines_of(right)
    few = min(len(left_lines), len(right_lines))
    columnwise = _columnwise(left, right, few)
    right_texts = [_text(row) for row in right_lines]
    if _is_right_labels(right_lines, left_lines, height=height):
        return Kind.RIGHT_LABELS
    if _heads_of_lists(left_lines, right_lines):
        return Kind.COLUMNS
    if _is_right_rail(right_lines, left_lines):
        return Kind.RIGHT_RAIL
    if (
        _date_share(right_texts) >= 0.45
        and _aligned_share(right_lines, left_lines) >= 0.7
        and not _runs_on(right_texts)
    ):
        return Kind.ROWS
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
    prose = _runs_on(right_texts) and _runs_on([_text(row) for row in left_lines])
    if shared >= 0.75 and columnwise < 0.5 and not (prose and few >= 4):
        return Kind.ROWS
    if few == 2 and columnwise < 1 and shared >= 0.5:
        return Kind.ROWS
    if few <= 3 and columnwise < 0.5 and not prose:
        return Kind.ROWS
    return Kind.COLUMNS


def _text(row: Sequence[Segment]) -> str:
    return row[0].text if len(row) == 1 else " ".join([s.text for s in row])


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


def _columnwise(left: Sequence[Segment], right: Sequence[Segment], few: int) -> float:
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
    text, before = _text(row), _text(previous)
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
        return is_date_like(text) and not is_length_of_time(
            text
        )  # a place under a date belongs to it, and so does a length
    return beside is not None and above and not _text(beside)[:1].islower()


def _look(segment: Segment) -> tuple[bool, int]:
    return segment.bold, round(segment.size)


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
    texts = [_text(row) for row in left_lines]
    blocks = blocks_of(left_lines, right_lines)
    labels = [" ".join(_text(row) for row in block) for block in blocks]
    dates = sum(
        any(is_date_like(t) for t in (label, *map(_text, block))) for label, block in zip(labels, blocks, strict=True)
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
    if len(right_lines) > 0.8 * len(left_lines) or any(len(_text(row)) > 45 for row in right_lines):
        return False
    blocks = blocks_of(right_lines, ())
    if len(blocks) < 2:
        return False
    # A date under two lines more is the end of a card: a school, a degree and its years.
    dated = sum(any(is_date_like(_text(row)) for row in (block if len(block) < 3 else block[:1])) for block in blocks)
    level = sum(_aligned_share(block[:1], left_lines) == 1 for block in blocks)
    return dated >= 0.7 * len(blocks) and level >= 0.75 * len(blocks)


def _is_right_labels(
    right_lines: list[list[Segment]], left_lines: list[list[Segment]], *, height: float
) -> bool:
    """Tell whether the right side is sections' headings alone, each level with the row at which its section begins."""
    if not 2 <= len(right_lines) <= 0.6 * len(left_lines):
        return False
    if not all(is_section_label(_text(row)) for row in right_lines):
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
    return median(len(_text(row)) for row in right_lines) > 2 * median(len(t) for t in left_texts)
