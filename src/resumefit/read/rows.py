"""How the cells of one table row become lines, for every format that has real tables (DOCX, ODT, HTML, RTF).

A row of short cells is one line, with wide gaps. A row of long cells is a layout: its cells are columns, read one
after another. A date beside a longer cell belongs to that cell's first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resumefit.read.drafts import WIDE_GAP, Draft
from resumefit.read.shapes_of_text import is_date_like, is_section_label

SHORT = 60  # characters; a longer cell is running text
ROW_MOST = 200  # characters of a row on one line


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
    all_short = sum(map(len, lines)) <= ROW_MOST and all(len(line) <= SHORT for line in lines[:-1])
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


def is_read_by_column(rows: Sequence[Sequence[Sequence[Draft]]]) -> bool:
    """Tell whether a table is lists beside each other: its first row heads them, each cell with a section's label.

    Takes rows of cells of drafts; such a table is read down each column, any other row by row.
    """
    if len(rows) < 2:
        return False
    heads = [[d for d in cell if d.text.strip()] for cell in rows[0]]
    if len(heads) < 2 or any(len(head) != 1 or not is_section_label(head[0].text) for head in heads):
        return False
    return all(len(row) <= len(heads) for row in rows[1:]) and any(len(row) > 1 for row in rows[1:])


def join_table(rows: Sequence[Sequence[Sequence[Draft]]]) -> list[Draft]:
    """Turn a whole table, rows of cells of drafts, into its lines."""
    if not is_read_by_column(rows):
        return [draft for row in rows for draft in join_row(row)]
    result: list[Draft] = []
    for column, head in enumerate(rows[0]):
        result += [replace(draft, starts_block=index == 0) for index, draft in enumerate(head) if draft.text.strip()]
        result += [d for row in rows[1:] if column < len(row) for d in row[column] if d.text.strip()]
    return result


def _date_beside(left: list[Draft], right: list[Draft]) -> list[Draft] | None:
    """Join a cell that says when, and perhaps where, line by line with the cell beside it that says what."""
    if _tells_when(left) and len(left) <= len(right):
        joined = [replace(b, text=a.text + WIDE_GAP + b.text) for a, b in zip(left, right, strict=False)]
        return [replace(joined[0], starts_block=True), *joined[1:], *right[len(left) :]]
    if _tells_when(right) and len(right) <= len(left):
        joined = [replace(a, text=a.text + WIDE_GAP + b.text) for a, b in zip(left, right, strict=False)]
        return [*joined, *left[len(right) :]]
    return None


def _tells_when(cell: list[Draft]) -> bool:
    if len(cell) > 2 or any(len(draft.text) > SHORT or draft.list_depth for draft in cell):
        return False
    return any(is_date_like(draft.text) for draft in cell)
