"""Frames and drawn shapes of ODT: where they stand, what they are filled with, whether they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from resumefit.read.colours import Ground
from resumefit.read.css_values import length
from resumefit.read.odt_styles import DRAW, SVG, TEXT, Styles, fill_of
from resumefit.read.paper import Extent, Page, Shape
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWN_WORDS = """
    frame custom-shape rect ellipse circle polygon polyline path regular-polygon caption line connector measure g
"""
DRAWN = frozenset(_DRAWN_WORDS.split())
_NO_AREA = frozenset({"line", "polyline", "connector", "measure"})
_TRANSLATED = re.compile(r"translate\s*\(\s*(-?[\d.]{1,9}\w{0,3})[\s,]+(-?[\d.]{1,9}\w{0,3})\s*\)")
_BOXED = ("fill", "fill-color", "fill-gradient-name", "opacity", "background-color", "background-image")


def boxes_in(root: _Element, page: Page, styles: Styles, *, in_header: bool = False) -> list[Shape]:
    """List what is drawn in a part of a document."""
    return [
        shape_of(element, page, styles, in_header=in_header)
        for element in root.iter(*(DRAW + kind for kind in DRAWN if kind not in _NO_AREA))
    ]


def shape_of(element: _Element, page: Page, styles: Styles, *, in_header: bool = False) -> Shape:
    """Read where a frame or shape stands and what it lays beneath text."""
    name = str(element.get(DRAW + "style-name") or "")

    def placed(side: str) -> str:
        return styles.find("graphic", name, "graphic", side) or ""

    moved = _TRANSLATED.search(str(element.get(DRAW + "transform") or ""))
    x, y = (_points(value) for value in (moved.groups() if moved else (element.get(SVG + "x"), element.get(SVG + "y"))))
    width, height = (_points(element.get(SVG + side)) for side in ("width", "height"))
    anchor = str(element.get(TEXT + "anchor-type") or "")
    if anchor == "as-char":
        x = y = None
    by_page = "page" if anchor == "page" else ""
    across = _axis(
        x, width or 0.0, page.width, page.left, by=placed("horizontal-pos"), origin=by_page or placed("horizontal-rel")
    )
    down = _axis(
        y, height or 0.0, page.height, page.top, by=placed("vertical-pos"), origin=by_page or placed("vertical-rel"), down=True
    )
    return Shape(
        across,
        down,
        fill=None if _is_picture(element) else own_fill(element, styles),
        behind=in_header or placed("run-through") == "background",
        hidden=any(local(key) == "display" and value in ("none", "printer") for key, value in element.attrib.items()),
        fits_text=width is None or height is None or any("min-height" in str(key) for key in _box_attributes(element)),
        in_line=anchor == "as-char",
    )


def own_fill(element: _Element, styles: Styles) -> Ground:
    """Return what a box lays beneath its text."""
    name = str(element.get(DRAW + "style-name") or "")
    values = {key: styles.find("graphic", name, "graphic", key) for key in _BOXED}
    given: Mapping[str, str] = {key: value for key, value in values.items() if value is not None}
    if local(element.tag) == "frame" and "fill" not in given:
        given = {key: value for key, value in given.items() if key != "fill-color"}
    return fill_of(given, styles.colours)


def contents_of(element: _Element) -> Iterator[tuple[_Element, _Element]]:
    """Yield the boxes with text in a frame, shape or group, each with the drawn thing that it is part of."""
    kind = local(element.tag)
    if kind == "g":
        for child in element:
            if local(child.tag) in DRAWN:
                yield from contents_of(child)
    elif kind == "frame":
        for child in element:
            if local(child.tag) in ("text-box", "table"):
                yield child, element
    else:
        yield element, element


def _box_attributes(element: _Element) -> list[object]:
    return [key for child in element if local(child.tag) == "text-box" for key in child.attrib]


def _is_picture(element: _Element) -> bool:
    kinds = {local(child.tag) for child in element}
    return "image" in kinds and "text-box" not in kinds


def _points(value: object) -> float | None:
    return length(str(value), size=12.0) if value else None


def _axis(moved: float | None, size: float, whole: float, margin: float, *, by: str, origin: str, down: bool = False) -> Extent:
    """Work out where a box may start on one axis; by an alignment it stays on the page."""
    if moved is None or (by and not by.startswith("from-")):
        return Extent(0.0, whole, size)
    if origin == "page":
        return Extent(moved, moved, size)
    if origin == "page-content" or (not down and origin in ("", "paragraph", "paragraph-content")):
        return Extent(margin + moved, margin + moved, size)
    return Extent(moved, whole + moved, size)
