"""What an HTML page lays side by side: table rows, flexible boxes, grids. Their cells become lines as table rows do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.read.drafts import Draft
from resumefit.read.rows import ROW_MOST, SHORT, join_row


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a row."""

    drafts: list[Draft]
    is_wide: bool = False


def lays_side_by_side(tag: str, declared: Mapping[str, str]) -> bool:
    """Tell whether an element's children stand beside each other rather than below."""
    display = declared.get("display", "")
    if tag == "tr":
        return display in ("", "table-row", "inherit", "initial")
    if tag in ("ul", "ol"):
        return False  # items laid out in a row are items still
    if display == "table-row":
        return True
    if display in ("flex", "inline-flex"):
        return not declared.get("flex-direction", "row").startswith("column")
    return display in ("grid", "inline-grid") and columns_of(declared) > 1


def columns_of(declared: Mapping[str, str]) -> int:
    """Return how many columns a grid declares; 0 where children flow in one row."""
    if "grid" not in declared.get("display", ""):
        return 0
    given = declared.get("grid-template-columns") or declared.get("grid-template", "").rpartition("/")[2]
    count = 0
    for repeated in re.finditer(r"repeat\(\s*(\d{1,3})\s*,([^()]*(?:\([^()]*\))?[^()]*)\)", given):
        count += int(repeated.group(1)) * max(1, _tracks(repeated.group(2)))
    rest = re.sub(r"repeat\(.*?\)\)?", " ", given)
    return count + _tracks(rest)


def takes_a_row(declared: Mapping[str, str]) -> bool:
    """Tell whether a child is as wide as the row, so that nothing stands beside it."""
    return "100%" in (declared.get("width"), declared.get("flex-basis")) or "/ -1" in declared.get("grid-column", "")


def join_cells(cells: Sequence[Cell], *, columns: int) -> list[Draft]:
    """Turn cells into lines; `columns` is how many stand in a row, 0 for all."""
    rows: list[list[list[Draft]]] = [[]]
    for cell in cells:
        if cell.is_wide or (columns and len(rows[-1]) >= columns):
            rows.append([])
        rows[-1].append(cell.drafts)
        if cell.is_wide:
            rows.append([])
    return [draft for row in rows if row for draft in _join(row)]


def _join(row: list[list[Draft]]) -> list[Draft]:
    lines = [cell[0].text for cell in row]
    one_line = all(len(cell) == 1 for cell in row) and sum(map(len, lines)) <= ROW_MOST
    if len(row) <= 3 or (one_line and all(len(line) <= SHORT for line in lines)):
        return join_row(row)
    return [draft for cell in row for draft in cell]


def _tracks(given: str) -> int:
    without = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]", "", given)
    return len([word for word in re.split(r"[\s,]+", without) if word and word not in ("none", "auto-fill", "auto-fit")])
