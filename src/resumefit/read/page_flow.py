"""Follows a column over a page break: beside a sidebar, the next page's first lines go on where the main column ended.

Pages are laid out one by one, so what stands at the right of the first page would else be read in the middle of a position whose list
goes on overleaf, and the rest of the list would belong to the sidebar's last section. What begins with a heading stands for itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from resumefit.core.document import Box, LineRole
from resumefit.read.drafts import Draft
from resumefit.read.shapes_of_text import is_section_label

_ALIGNED = 4.0  # points between the left edges of what is one column on two pages
_FOOT_LINES = 3.0  # line heights between the last line of a column that goes on and the lowest of its page
_NARROWER = 0.75  # of the main column's width, a sidebar's most
_LARGER = 1.15  # a heading's size over the usual


def along_columns(pages: Sequence[Sequence[Draft]]) -> list[Draft]:
    """Return the lines of all pages in reading order, a column that goes on overleaf before what stands beside it."""
    result: list[Draft] = []
    column: list[Draft] = []
    beside: list[Draft] = []
    for page in pages:
        stop = _goes_on(column, beside, page) if beside else 0
        column, start = _beside_the_last(page, goes_on=bool(stop))
        if column and stop == start:
            result += page[:stop]
            beside += page[start:]
            continue
        result += [*page[:stop], *beside]
        start = max(start, stop)
        result += page[stop:start]
        beside = list(page[start:]) if column else []
        result += [] if column else page[start:]
    return [*result, *beside]


def _beside_the_last(page: Sequence[Draft], *, goes_on: bool) -> tuple[list[Draft], int]:
    """Return the lines of the column that ends at a page's foot, and where the page's last column, beside it, starts.

    Without both there are no such lines, and the page's own length. `goes_on`: this page goes on with columns of the one before.
    """
    none: tuple[list[Draft], int] = ([], len(page))
    body = [number for number, draft in enumerate(page) if draft.role is LineRole.BODY and draft.box is not None]
    runs = [list(run) for _, run in itertools.groupby(body, key=lambda number: page[number].column)]
    if len(runs) < 2 or not page[runs[-1][0]].column or not page[runs[-2][0]].column:
        return none
    column, last = ([page[number] for number in run] for run in runs[-2:])
    boxes, others = _boxes(column), _boxes(last)
    lowest = max(box.bottom for box in _boxes([page[number] for number in body]))
    height = median(box.bottom - box.top for box in boxes)
    apart = _right(boxes) <= _left(others) or _right(others) <= _left(boxes)
    # Columns of one width, or one that begins in mid-section, are text that flows from column to column.
    widths = sorted((_right(boxes) - _left(boxes), _right(others) - _left(others)))
    apart = apart and widths[0] <= _NARROWER * widths[1] and (goes_on or _is_heading(last[0], last))
    ends_low = lowest - max(box.bottom for box in boxes) <= _FOOT_LINES * height
    return (column, runs[-1][0]) if apart and ends_low else none


def _goes_on(column: Sequence[Draft], beside: Sequence[Draft], page: Sequence[Draft]) -> int:
    """Tell how many of a page's first lines go on with a column of the page before; 0 for none."""
    first = next((number for number, draft in enumerate(page) if draft.role is LineRole.BODY), None)
    if first is None:
        return 0
    stop = next((n for n in range(first, len(page)) if page[n].column != page[first].column), len(page))
    boxes = _boxes([draft for draft in page[first:stop] if draft.role is LineRole.BODY])
    headed = any(draft.column == page[first].column for draft in page[:first])
    if not boxes or headed or _is_heading(page[first], column):
        return 0
    to_column, to_beside = (abs(_left(boxes) - _left(_boxes(other))) for other in (column, beside))
    return stop if to_column <= _ALIGNED < to_beside else 0


def _is_heading(draft: Draft, column: Sequence[Draft]) -> bool:
    sizes = [other.font_size for other in column if other.font_size]
    larger = bool(sizes and draft.font_size) and (draft.font_size or 0.0) > _LARGER * median(sizes)
    return larger or is_section_label(draft.text)


def _boxes(drafts: Sequence[Draft]) -> list[Box]:
    return [draft.box for draft in drafts if draft.box is not None]


def _left(boxes: Sequence[Box]) -> float:
    return min(box.left for box in boxes)


def _right(boxes: Sequence[Box]) -> float:
    return max(box.right for box in boxes)
