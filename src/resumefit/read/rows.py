"""How the cells of one table row become lines, for every format that has real tables (DOCX, ODT, HTML, RTF).

A row of short cells is one line, with wide gaps. A row of long cells is a layout: its cells are columns, read one
after another. A date beside a longer cell belongs to that cell's first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resumefit.read.drafts import WIDE_GAP, Draft
from resumefit.read.shapes_of_text import is_date_like, is_section_label

_SHORT = 60  # characters; a longer cell is running text
_ROW_MOST = 200


def join_row(cells: Sequence[Sequence[Draft]]) -> list[Draft]:
    """Turn the drafts of each cell of a row into the row's drafts."""
    full = [[d for d in cell if d.text.strip()] for cell in cells]
    full = [cell for cell in full if cell]
    if not full:
        return []
    if len(full) == 1:
        return list(full[0])
    first = full[0][0]
    lines = [cell[0].text for cell in full]
    all_single = all(len(cell) == 1 for cell in full)
    all_short = sum(map(len, lines)) <= _ROW_MOST and all(len(line) <= _SHORT for line in lines[:-1])
    if all_single and all_short and not is_section_label(first.text) and first.heading_level is None:
        bold = all(bool(cell[0].bold) for cell in full) if first.bold is not None else None
        return [replace(first, text=WIDE_GAP.join(lines), bold=bold)]
    if len(full) == 2:
        joined = _date_beside(full[0], full[1])
        if joined is not None:
            return joined
    result: list[Draft] = []
    for cell in full:
        result += [replace(cell[0], starts_block=True), *cell[1:]]
    return result


def _date_beside(left: list[Draft], right: list[Draft]) -> list[Draft] | None:
    if len(left) == 1 and is_date_like(left[0].text):
        return [replace(right[0], text=left[0].text + WIDE_GAP + right[0].text, starts_block=True), *right[1:]]
    if len(right) <= 2 and is_date_like(right[-1].text) and len(right[0].text) <= _SHORT and len(left) >= len(right):
        joined = [replace(a, text=a.text + WIDE_GAP + b.text) for a, b in zip(left, right, strict=False)]
        return [*joined, *left[len(right) :]]
    return None
