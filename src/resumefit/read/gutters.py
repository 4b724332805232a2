"""Chooses the gutter of a page: of the white bands down it, the strongest that divides columns, or labels from their rows.

Where bands are is found in `bands`, what each divides is told by `band_kinds`.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from resumefit.read.band_kinds import Kind, classify, columnwise_share
from resumefit.read.bands import Band, bands_at, candidates, lists_part, sections_of, upper_part
from resumefit.read.segments import Segment, share_row
from resumefit.read.shapes_of_text import is_date_like

_TOP = attrgetter("top")
_COLUMNWISE_LEAST = 0.8  # under this the content returns to a side too often for whole columns


class Gutter(NamedTuple):
    """A band between x positions, the segments on each side of it, and what it divides."""

    x: float
    left: list[Segment]
    right: list[Segment]
    above: list[Segment]
    below: list[Segment]
    kind: Kind


def best_gutter(segments: Sequence[Segment], rows: Sequence[Sequence[Segment]]) -> Gutter | None:
    """Return the strongest band that divides columns or a rail from its rows; None when lines go straight across.

    `rows` are the segments' lines. Dates at the right weigh less than columns, since each column may have its own. Bands are judged
    from the most promising on, and only until none that is left can win: judging is the costly part.
    """
    edges = candidates(rows)
    if not edges:
        return None
    ordered = sorted(segments, key=_TOP)
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
        height = median([s.height for s in (*band.left, *band.right)])
        kind = classify(band.left, band.right, height=height)
        if kind is Kind.ROWS:
            parts = (
                *upper_part(band, row_numbers),
                *lists_part(band, row_numbers),
                *_columns_in(sections_of(band, row_numbers)),
            )
            for part in parts:
                insort(waiting, part, key=lambda b: (b.bound, -b.x))
            continue
        columnwise = 0.0
        if kind is Kind.COLUMNS:
            few = min(len({row_numbers[id(s)] for s in side}) for side in (band.left, band.right))
            columnwise = columnwise_share(band.left, band.right, few)
        if kind is Kind.RAIL or (kind is Kind.COLUMNS and columnwise < _COLUMNWISE_LEAST):
            sections = sections_of(band, row_numbers)
            if _differ(kind, sections):
                for part in sections:
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
        if few >= 3 and columnwise_share(part.left, part.right, few) == 1:
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
    above = [s for s in rest if s.middle < middle]
    below = [s for s in rest if s.middle >= middle]
    return Gutter(band.x, band.left, band.right, above, below, kind)
