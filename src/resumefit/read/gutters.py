"""Finds the white bands between columns, and tells what each divides: columns, labels with their rows, or a table.

A band of white is no proof of columns: dates at the right margin, labels at the left and tables of short cells leave
one as well. The evidence weighed: whether lines on both sides share their rows, whether one side is sparse, short or
dates, whether the text runs on within a side, and how often the content order changes sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from resumefit.read.segments import Segment, share_row
from resumefit.read.shapes_of_text import is_date_like, is_section_label

_NARROWEST_PT = 5.0
_EDGE_PT = 1.5  # how far a line may hang over an edge without crossing


class Kind(StrEnum):
    """What lies left and right of a band."""

    COLUMNS = "columns"
    RAIL = "rail"
    RIGHT_RAIL = "right-rail"
    ROWS = "rows"


class Gutter(NamedTuple):
    """A band between x positions, the segments on each side of it, and what it divides."""

    x: float
    left: list[Segment]
    right: list[Segment]
    above: list[Segment]
    below: list[Segment]
    kind: Kind
    score: float


def best_gutter(segments: Sequence[Segment]) -> Gutter | None:
    """Return the strongest band that divides columns or a rail from its rows; None when lines go straight across.

    Dates at the right weigh less than columns, since each column may have its own.
    """
    found = [g for x in _candidates(segments) for g in _bands(segments, x) if g.kind is not Kind.ROWS]
    return max(found, key=lambda g: g.score * (0.4 if g.kind is Kind.RIGHT_RAIL else 1.0), default=None)


def _candidates(segments: Sequence[Segment]) -> list[float]:
    lefts = sorted(s.left for s in segments)
    first = lefts[0] + 12
    result: list[float] = []
    for left in lefts:
        if left > first and (not result or left - result[-1] > 2.5):
            result.append(left)
    return result


def _bands(segments: Sequence[Segment], x: float) -> list[Gutter]:
    """Find the stretches of the page, down a line at `x`, that no segment crosses and that have text on both sides."""
    crossing = sorted((s.top, s.bottom) for s in segments if _crosses(s, x))
    if len(crossing) > len(segments) - 2:
        return []
    edges: list[tuple[float, float]] = []
    low = float("-inf")
    for top, bottom in crossing:
        if top > low:
            edges.append((low, top))
        low = max(low, bottom)
    edges.append((low, float("inf")))
    result = []
    for low, high in edges:
        inside = [s for s in segments if low < (s.top + s.bottom) / 2 < high and not _crosses(s, x)]
        left = [s for s in inside if s.left < x - _EDGE_PT]
        right = [s for s in inside if s.left >= x - _EDGE_PT]
        if len(left) < 2 and len(right) < 2 or not left or not right:
            continue
        gutter = _judge(segments, x, left, right)
        if gutter is not None:
            result.append(gutter)
    return result


def _crosses(segment: Segment, x: float) -> bool:
    """Tell whether a segment lies across `x`; a long line that hangs over by a letter does not."""
    if segment.left >= x - _EDGE_PT or segment.right <= x + _EDGE_PT:
        return False
    over = segment.right - x
    return over > 6 or over > 0.04 * (segment.right - segment.left)


def _judge(segments: Sequence[Segment], x: float, left: list[Segment], right: list[Segment]) -> Gutter | None:
    left, right = _trim_top(left, right), _trim_top(right, left)
    white = _share_point([s.left for s in right], 0.2) - _share_point([s.right for s in left], 0.9)
    height = median(s.height for s in (*left, *right))
    top = max(min(s.top for s in left), min(s.top for s in right)) - height
    bottom = min(max(s.bottom for s in left), max(s.bottom for s in right)) + height
    beside_left = lines_of([s for s in left if top <= s.top and s.bottom <= bottom])
    beside_right = lines_of([s for s in right if top <= s.top and s.bottom <= bottom])
    if not beside_left or not beside_right or white < max(_NARROWEST_PT, 0.45 * height):
        return None
    kind = classify(left, right, height=height)
    few, many = sorted((len(beside_left), len(beside_right)))
    score = few + 0.25 * many + min(white / height, 4) * 0.3
    if kind is Kind.COLUMNS:
        score *= 0.5 + 0.5 * _columnwise(left, right, few)
    first = min(s.top for s in (*left, *right))
    chosen = {id(s) for s in (*left, *right)}
    rest = [s for s in segments if id(s) not in chosen]
    middle = first + height / 2
    above = [s for s in rest if (s.top + s.bottom) / 2 < middle]
    above_ids = {id(s) for s in above}
    return Gutter(x, left, right, above, [s for s in rest if id(s) not in above_ids], kind, score)


def _share_point(values: list[float], share: float) -> float:
    """The value that the given share of the others does not exceed: edges are ragged, the extreme one tells little."""
    return sorted(values)[round(share * (len(values) - 1))]


def _trim_top(side: list[Segment], other: list[Segment]) -> list[Segment]:
    """Leave out large print (a name) that stands on one side only, above all of the other side and apart from its own."""
    ordered = sorted(side, key=lambda s: s.top)
    limit, usual = min(s.top for s in other), median(s.size for s in side)
    cut = 0
    for index, (this, following) in enumerate(zip(ordered, ordered[1:], strict=False)):
        if this.bottom >= limit:
            break
        if following.top - this.bottom > 0.6 * this.height and this.size > 1.25 * usual:
            cut = index + 1
    return ordered[cut:]


def lines_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Group segments into rows of the page, top to bottom, each from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.top + s.bottom, s.left)):
        home = next((row for row in rows[-3:] if any(share_row(segment, s) for s in row[-3:])), None)
        if home is None:
            rows.append([segment])
        else:
            home.append(segment)
    for row in rows:
        row.sort(key=lambda s: s.left)
    return rows


def classify(left: Sequence[Segment], right: Sequence[Segment], *, height: float) -> Kind:
    """Tell what a band divides. See docs/reading.md, "Columns, rails and rows"."""
    left_lines, right_lines = lines_of(left), lines_of(right)
    few = min(len(left_lines), len(right_lines))
    smaller, larger = (left_lines, right_lines) if len(left_lines) <= len(right_lines) else (right_lines, left_lines)
    shared = _aligned_share(smaller, larger)
    columnwise = _columnwise(left, right, few)
    right_texts, left_texts = [_text(row) for row in right_lines], [_text(row) for row in left_lines]
    if _is_right_rail(right_lines, left_lines):
        return Kind.RIGHT_RAIL
    if _date_share(right_texts) >= 0.45 and _aligned_share(right_lines, left_lines) >= 0.7 and not _runs_on(right_texts):
        return Kind.ROWS
    if _is_rail(left_lines, right_lines, columnwise=columnwise, height=height):
        return Kind.RAIL
    if _hugs_right_edge(right) and _aligned_share(right_lines, left_lines) >= 0.8 and max(map(len, right_texts)) <= 40 and columnwise < 0.9:
        return Kind.ROWS
    if few <= 1:
        beside_label = len(left_lines) == 1 and len(right_lines) > 2 and columnwise == 1
        return Kind.COLUMNS if beside_label else Kind.ROWS
    prose = _runs_on(left_texts) and _runs_on(right_texts)
    if shared >= 0.75 and columnwise < 0.5 and not (prose and few >= 4):
        return Kind.ROWS
    if few == 2 and columnwise < 1 and shared >= 0.5:
        return Kind.ROWS
    if few <= 3 and columnwise < 0.5 and not prose:
        return Kind.ROWS
    return Kind.COLUMNS


def _text(row: Sequence[Segment]) -> str:
    return " ".join(s.text for s in row)


def _aligned_share(lines: Sequence[Sequence[Segment]], others: Sequence[Sequence[Segment]]) -> float:
    """The share of `lines` that stand on a row with one of `others`, by their baselines."""
    if not lines:
        return 0.0
    found = 0
    for row in lines:
        bottom, height = row[0].bottom, row[0].height
        found += any(abs(o[0].bottom - bottom) < 0.22 * max(height, o[0].height) for o in others)
    return found / len(lines)


def _columnwise(left: Sequence[Segment], right: Sequence[Segment], few: int) -> float:
    """1 when the content goes through one side and then the other, 0 when it changes sides with each row."""
    sides = [side for _, side in sorted([(s.order, 0) for s in left] + [(s.order, 1) for s in right])]
    changes = sum(a != b for a, b in zip(sides, sides[1:], strict=False))
    most = max(2, 2 * few - 1)
    return max(0.0, 1 - (changes - 1) / (most - 1))


def _date_share(texts: Sequence[str]) -> float:
    return sum(is_date_like(t) for t in texts) / len(texts)


def _runs_on(texts: Sequence[str]) -> bool:
    """Tell whether lines continue one another as running text does: long ones followed by a small letter."""
    if len(texts) < 2:
        return False
    follows = sum(len(a) > 18 and b[:1].islower() and a[-1:] not in ".:" for a, b in zip(texts, texts[1:], strict=False))
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
        if previous is not None and row[0].top - previous[0].bottom < 0.45 * row[0].height and not _begins_row(row, previous, others):
            blocks[-1].append(list(row))
        else:
            blocks.append([list(row)])
    return blocks


def _begins_row(row: Sequence[Segment], previous: Sequence[Segment], others: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether a rail's line starts a label though it follows another line closely."""
    text, before = _text(row), _text(previous)
    if before.rstrip()[-1:] in "–—-&,/" or text[:1].islower():
        return False
    if is_date_like(f"{before} {text}"):
        return False
    if is_date_like(before):
        return is_date_like(text)  # a place under a date belongs to it
    beside = [o for o in others if share_row(o[0], row[0])]
    above = [o for o in others if share_row(o[0], previous[0])]
    return bool(beside and above) and not _text(beside[0])[:1].islower()


def _starts(blocks: Sequence[Sequence[Sequence[Segment]]], right_lines: Sequence[Sequence[Segment]], *, height: float) -> tuple[float, float]:
    """The shares of a rail's labels that stand level with a row at their right, and with those in the white above one."""
    rows = [(min(s.top for s in row), max(s.bottom for s in row)) for row in right_lines]
    levels, found = 0, 0
    for block in blocks:
        top, bottom = block[0][0].top, block[0][0].bottom
        level = any(abs(t - top) < 0.6 * height or abs(b - bottom) < 0.3 * height for t, b in rows)
        white = not any(min(b, bottom) - max(t, top) > 0.25 * height for t, b in rows) and any(-0.3 * height < t - bottom < 1.6 * height for t, _ in rows)
        levels += level
        found += level or white
    return levels / len(blocks), found / len(blocks)


def _is_rail(left_lines: list[list[Segment]], right_lines: list[list[Segment]], *, columnwise: float, height: float) -> bool:
    texts = [_text(row) for row in left_lines]
    blocks = blocks_of(left_lines, right_lines)
    level_share, starts_share = _starts(blocks, right_lines, height=height)
    labels = [" ".join(_text(row) for row in block) for block in blocks]
    dates = sum(any(is_date_like(t) for t in (label, *map(_text, block))) for label, block in zip(labels, blocks, strict=True)) / len(blocks)
    if dates >= 0.5 and starts_share >= 0.6:
        return True
    if median(len(t) for t in texts) > 28 or max(len(t) for t in texts) > 60 or _runs_on(texts):
        return False
    if sum(len(b) <= 2 for b in blocks) < 0.85 * len(blocks) or starts_share < 0.85:
        return False
    headings = sum(is_section_label(label) for label in labels)
    if headings >= 2 and headings + round(dates * len(labels)) >= 0.6 * len(blocks):
        return True
    if len(blocks) == 1:
        return columnwise < 1 and len(left_lines) <= 2
    sparse = len(left_lines) <= 0.5 * len(right_lines)
    if columnwise >= 0.9:
        return sparse and level_share == 1 and len(blocks) >= 3 and _text_is_richer(right_lines, texts)
    return sparse or columnwise < 0.5


def _is_right_rail(right_lines: Sequence[Sequence[Segment]], left_lines: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether the right side is dates (with places under them), each level with a row at its left."""
    blocks = blocks_of(right_lines, ())
    if len(blocks) < 2 or len(right_lines) > 0.8 * len(left_lines) or max(len(_text(row)) for row in right_lines) > 45:
        return False
    dated = sum(any(is_date_like(_text(row)) for row in block) for block in blocks)
    level = sum(_aligned_share(block[:1], left_lines) == 1 for block in blocks)
    return dated >= 0.7 * len(blocks) and level >= 0.75 * len(blocks)


def _text_is_richer(right_lines: Sequence[Sequence[Segment]], left_texts: Sequence[str]) -> bool:
    return median(len(_text(row)) for row in right_lines) > 2 * median(len(t) for t in left_texts)
