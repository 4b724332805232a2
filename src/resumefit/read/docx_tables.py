"""What the cells of a DOCX table stand on, from where their lines start, and which run properties its style gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resumefit.read.colours import Ground
from resumefit.read.docx_colours import Theme, shading
from resumefit.read.docx_shapes import twips
from resumefit.read.docx_styles import Styles, W, child_value, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_USUAL_LOOK = 0x04A0  # first row, first column, banded rows: what Word gives a new table
_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a table a cell stands, rows and columns counted from 0, of so many."""

    row: int
    rows: int
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class TableLook:
    """What a table's style and properties give its cells."""

    style_id: str
    conditions: frozenset[str]
    own: _Element | None
    widths: tuple[float, ...]
    start: float | None


def look_of(table: _Element, start: float | None) -> TableLook:
    """Read a table's properties; `start` is where the lines around it start."""
    properties = table.find(W + "tblPr")
    grid = table.find(W + "tblGrid")
    widths = tuple(twips(column.get(W + "w")) or 0.0 for column in grid) if grid is not None else ()
    floating = properties is not None and (
        properties.find(W + "tblpPr") is not None or child_value(properties, "jc") in ("center", "right", "end")
    )
    indent = properties.find(W + "tblInd") if properties is not None else None
    moved = twips(indent.get(W + "w")) if indent is not None else 0.0
    known = start is not None and bool(widths) and not floating
    return TableLook(
        style_id=child_value(properties, "tblStyle") or "",
        conditions=_conditions(properties),
        own=properties.find(W + "shd") if properties is not None else None,
        widths=widths,
        start=(start or 0.0) + (moved or 0.0) if known else None,
    )


def cell_ground(cell: _Element, look: TableLook, place: Place, styles: Styles, theme: Theme, beneath: Ground) -> Ground:
    """Return what a cell's text stands on."""
    properties = cell.find(W + "tcPr")
    direct = shading(properties.find(W + "shd") if properties is not None else None, theme)
    if direct != frozenset():
        return direct
    for source in _style_parts(look, place, styles):
        cells = source.find(W + "tcPr")
        found = shading(cells.find(W + "shd") if cells is not None else None, theme)
        if found != frozenset():
            return found
    own = shading(look.own, theme)
    return beneath if own == frozenset() else own


def cell_runs(look: TableLook, place: Place, styles: Styles) -> list[_Element]:
    """Return the run properties that a table's style gives a cell's text, what counts most first."""
    found = (source.find(W + "rPr") for source in _style_parts(look, place, styles))
    return [properties for properties in found if properties is not None]


def cell_start(look: TableLook, column: int) -> float | None:
    """Return from where a cell's lines start, in points from the paper's left edge; None where it is not known."""
    return None if look.start is None or column >= len(look.widths) else look.start + sum(look.widths[:column])


def span_of(cell: _Element) -> int:
    """Return over how many columns a cell goes."""
    text = child_value(cell.find(W + "tcPr"), "gridSpan") or "1"
    return max(1, int(text[:3])) if text.isdecimal() else 1


def _style_parts(look: TableLook, place: Place, styles: Styles) -> list[_Element]:
    """List the parts of a table's style that hold for a cell, what counts most first."""
    wanted = _names(look.conditions, place)
    chain = [styles.tables[style.id] for style in styles.chain(look.style_id) if style.id in styles.tables]
    parts = [
        part
        for name in wanted
        for style in chain
        for part in style.iterfind(W + "tblStylePr")
        if part.get(W + "type") == name
    ]
    return [*parts, *chain]


def _names(conditions: frozenset[str], place: Place) -> Sequence[str]:
    first_row = "firstRow" in conditions and place.row == 0
    last_row = "lastRow" in conditions and place.row == place.rows - 1
    first_column = "firstColumn" in conditions and place.column == 0
    last_column = "lastColumn" in conditions and place.column >= place.columns - 1
    names = [
        name
        for name, holds in (
            ("nwCell", first_row and first_column),
            ("neCell", first_row and last_column),
            ("swCell", last_row and first_column),
            ("seCell", last_row and last_column),
            ("firstCol", first_column),
            ("lastCol", last_column),
            ("firstRow", first_row),
            ("lastRow", last_row),
        )
        if holds
    ]
    if "noHBand" not in conditions and not first_row and not last_row:
        names.append("band2Horz" if (place.row - ("firstRow" in conditions)) % 2 else "band1Horz")
    if "noVBand" not in conditions and not first_column and not last_column:
        names.append("band2Vert" if (place.column - ("firstColumn" in conditions)) % 2 else "band1Vert")
    return names


def _conditions(properties: _Element | None) -> frozenset[str]:
    look = properties.find(W + "tblLook") if properties is not None else None
    if look is None:
        return frozenset(name for name, bit in _BITS.items() if bit & _USUAL_LOOK)
    try:
        value = int(str(look.get(W + "val") or "0"), 16)
    except ValueError:
        value = 0
    given = {name: is_on(str(flag)) for name in _BITS if (flag := look.get(W + name)) is not None}
    return frozenset(name for name, bit in _BITS.items() if given.get(name, bool(value & bit)))
