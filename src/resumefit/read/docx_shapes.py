"""Where drawn shapes and text boxes of DOCX stand on the page, and with what they are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from resumefit.read.colours import Ground, either, mixed
from resumefit.read.css_values import length
from resumefit.read.docx_colours import Theme, shape_fill, vml_colour
from resumefit.read.docx_styles import W
from resumefit.read.paper import Extent, Page, Shape, fills_behind
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMU_A_POINT, _TWIPS_A_POINT = 12700, 20
_VML_SHAPES = frozenset({"shape", "rect", "roundrect", "oval"})
_SOLID = 0.1  # a fill that is less solid lays no ground


def read_page(root: _Element) -> Page:
    """Read paper and margins from all sections of a document."""
    found: dict[str, list[float]] = {}
    columns = 1
    for section in root.iter(W + "sectPr"):
        size, margins, cols = (section.find(W + tag) for tag in ("pgSz", "pgMar", "cols"))
        for element, names in ((size, ("w", "h")), (margins, ("left", "right", "top", "bottom"))):
            for name in names:
                value = twips(element.get(W + name)) if element is not None else None
                if value is not None:
                    found.setdefault(name, []).append(value)
        count = str(cols.get(W + "num") or "1") if cols is not None else "1"
        columns = max(columns, int(count[:2]) if count.isdecimal() else 1)
    usual = Page()
    return Page(
        width=max(found.get("w", [usual.width])),
        height=max(found.get("h", [usual.height])),
        left=max(0.0, min(found.get("left", [usual.left]))),
        right=max(0.0, min(found.get("right", [usual.right]))),
        top=max(0.0, min(found.get("top", [usual.top]))),
        bottom=max(0.0, min(found.get("bottom", [usual.bottom]))),
        columns=columns,
    )


def twips(value: str | None) -> float | None:
    """Read a length of WordprocessingML, twentieths of a point unless it has a unit, as points."""
    text = str(value or "").strip()
    if re.fullmatch(r"-?\d{1,9}", text):
        return int(text) / _TWIPS_A_POINT
    return length(text, size=12.0) if text else None


def shapes_in(root: _Element, page: Page, theme: Theme, *, in_header: bool = False) -> list[Shape]:
    """List what is drawn in a part, but for the old forms of what is stored in a newer form as well."""
    return [
        shape
        for element in root.iter()
        if local(element.tag) in ("anchor", "inline", *_VML_SHAPES) and not is_fallback(element)
        for shape in (shape_of(element, page, theme, in_header=in_header),)
        if shape is not None
    ]


def is_fallback(element: _Element) -> bool:
    """Tell whether an element is the old form of something that its first form stands for."""
    fallback = next((a for a in element.iterancestors() if local(a.tag) == "Fallback"), None)
    parent = fallback.getparent() if fallback is not None else None
    return parent is not None and any(local(c.tag) == "Choice" and len(c) for c in parent)


def shape_of(element: _Element, page: Page, theme: Theme, *, in_header: bool = False) -> Shape | None:
    """Read an anchored or inline drawing, or an old VML shape."""
    kind = local(element.tag)
    if kind in _VML_SHAPES:
        return _vml_shape(element, page, in_header=in_header)
    width, height = _extent(element)
    inside_table = any(local(a.tag) == "tc" for a in element.iterancestors())
    across = _axis(element, "positionH", width, page, free=inside_table)
    down = _axis(element, "positionV", height, page, free=inside_table)
    properties = next((e for e in element.iter() if local(e.tag) == "docPr"), None)
    hidden = properties is not None and str(properties.get("hidden") or "") in ("1", "true", "on")
    fits = any(local(e.tag) in ("spAutoFit", "normAutofit") for e in element.iter())
    fits = fits or not any(local(c.tag) == "extent" for c in element)
    behind = in_header or str(element.get("behindDoc") or "0") in ("1", "true", "on")
    return Shape(across, down, _drawn_fill(element, theme), behind, hidden, fits, in_line=kind == "inline")


def box_ground(box: _Element, shape: Shape | None, others: Sequence[Shape], beneath: Ground, theme: Theme) -> Ground:
    """Return what the text of a box stands on: its own fill, or whatever may lie behind it."""
    own = next((a for a in box.iterancestors() if local(a.tag) in ("wsp", "sp", *_VML_SHAPES)), None)
    fill, alpha = _own_fill(own, theme)
    if fill is None or (fill and alpha > 0.95):
        return fill
    grounds = [beneath]
    group = next((a for a in box.iterancestors() if local(a.tag) in ("wgp", "grpSp", "group")), None)
    if group is not None:
        grounds += list(_in_group(group, own, theme))
    elif shape is not None:
        grounds += fills_behind(shape, others)
    under = either(*grounds)
    if not fill or under is None:
        return under
    return frozenset(mixed(a, b, alpha) for a in fill for b in under)


def _in_group(group: _Element, own: _Element | None, theme: Theme) -> Iterator[Ground]:
    """Yield the fills of a group's other shapes that may lie behind one of it."""
    place = _place_in_group(own)
    for other in group.iter():
        if local(other.tag) not in ("wsp", "sp", "pic", *_VML_SHAPES) or other is own:
            continue
        at = _place_in_group(other)
        if place is None or at is None or _overlap(place, at):
            fill = None if local(other.tag) == "pic" else _own_fill(other, theme)[0]
            if fill != frozenset():
                yield fill


def _place_in_group(shape: _Element | None) -> tuple[float, float, float, float] | None:
    transform = next((e for e in shape.iter() if local(e.tag) == "xfrm"), None) if shape is not None else None
    if transform is None:
        return None
    values = {f"{local(e.tag)}.{k}": str(v) for e in transform for k, v in e.attrib.items()}
    numbers = [values.get(name, "") for name in ("off.x", "off.y", "ext.cx", "ext.cy")]
    if not all(re.fullmatch(r"-?\d{1,12}", number) for number in numbers):
        return None
    x, y, width, height = map(float, numbers)
    return x, y, x + width, y + height


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _own_fill(shape: _Element | None, theme: Theme) -> tuple[Ground, float]:
    if shape is None:
        return frozenset(), 1.0
    if local(shape.tag) in _VML_SHAPES:
        return _vml_fill(shape), 1.0
    properties = next((c for c in shape if local(c.tag) == "spPr"), None)
    style = next((c for c in shape if local(c.tag) == "style"), None)
    fill, alpha = shape_fill(properties, style, theme)
    return (frozenset(), 1.0) if alpha < _SOLID else (fill, alpha)


def _drawn_fill(element: _Element, theme: Theme) -> Ground:
    """Return the fills of all shapes in a drawing; None when there is a picture among them."""
    fills = [_own_fill(e, theme)[0] for e in element.iter() if local(e.tag) in ("wsp", "sp")]
    pictures = [None for e in element.iter() if local(e.tag) == "pic" or local(e.tag) == "blip"]
    return either(*fills, *pictures)


def _extent(element: _Element) -> tuple[float, float]:
    extent = next((c for c in element if local(c.tag) == "extent"), None)
    return _emu(extent, "cx") or 0.0, _emu(extent, "cy") or 0.0


def _emu(element: _Element | None, attribute: str) -> float | None:
    text = str(element.get(attribute) or "") if element is not None else ""
    return int(text) / _EMU_A_POINT if re.fullmatch(r"-?\d{1,12}", text) else None


def _axis(element: _Element, tag: str, size: float, page: Page, *, free: bool) -> Extent:
    """Work out where a drawing may start on one axis. `free`: what it is placed from is not known, as in a table."""
    across = tag == "positionH"
    whole, before, after = (page.width, page.left, page.right) if across else (page.height, page.top, page.bottom)
    anywhere = Extent(0.0, whole, size)
    position = next((c for c in element if local(c.tag) == tag), None)
    if position is None:
        return anywhere
    origin = str(position.get("relativeFrom") or "")
    spans = {"page": (0.0, whole), "margin": (before, whole - after)}
    spans.update({"leftMargin": (0.0, before), "topMargin": (0.0, before)})
    spans.update({"rightMargin": (whole - after, whole), "bottomMargin": (whole - after, whole)})
    if across and page.columns == 1:
        spans["column"] = spans["margin"]
    offset = next((c for c in position if local(c.tag) == "posOffset"), None)
    moved = str(offset.text or "").strip() if offset is not None else ""
    if not re.fullmatch(r"-?\d{1,12}", moved):
        return anywhere  # placed by alignment, which stays on the page, or by a percentage of it
    points = int(moved) / _EMU_A_POINT
    if origin not in spans or (free and origin != "page"):
        return Extent(points, whole + points, size)
    start = spans[origin][0]
    return Extent(start + points, start + points, size)


def _vml_shape(element: _Element, page: Page, *, in_header: bool) -> Shape | None:
    style = vml_style(element)
    width, height = (length(style.get(name, ""), size=12.0) or 0.0 for name in ("width", "height"))
    across = _vml_axis(style, "left", page.width, page.left, width, style.get("mso-position-horizontal-relative", "text"))
    down = _vml_axis(style, "top", page.height, page.top, height, style.get("mso-position-vertical-relative", "text"))
    behind = in_header or style.get("z-index", "").startswith("-")
    hidden = style.get("visibility") == "hidden" or style.get("display") == "none"
    fits = "width" not in style or "height" not in style or "mso-fit-shape-to-text" in str(style)
    fits = fits or any("mso-fit-shape-to-text:t" in str(e.get("style") or "") for e in element)
    return Shape(across, down, _vml_fill(element), behind, hidden, fits)


def vml_style(element: _Element) -> Mapping[str, str]:
    """Read the style attribute of a VML element."""
    pairs = (part.split(":", 1) for part in str(element.get("style") or "").lower().split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}


def _vml_axis(style: Mapping[str, str], side: str, whole: float, margin: float, size: float, origin: str) -> Extent:
    if style.get("position") not in ("absolute", "relative"):
        return Extent(0.0, whole, size)
    moved = length(style.get(f"margin-{side}") or style.get(side) or "0", size=12.0) or 0.0
    if origin == "page":
        return Extent(moved, moved, size)
    if origin == "margin" or (origin in ("text", "column") and side == "left"):
        return Extent(margin + moved, margin + moved, size)
    return Extent(moved, whole + moved, size)


def _vml_fill(element: _Element) -> Ground:
    fill = next((c for c in element if local(c.tag) == "fill"), None)
    kind = str(fill.get("type") or "solid") if fill is not None else "solid"
    clear = fill is not None and str(fill.get("opacity") or "1") in ("0", "0f", "0%")
    if str(element.get("filled") or "").lower() in ("f", "false", "0") or clear:
        return frozenset()
    if kind in ("tile", "frame", "pattern") or any(local(c.tag) == "imagedata" for c in element):
        return None
    first = vml_colour(str(element.get("fillcolor") or "white"))
    second = vml_colour(str(fill.get("color2") or "")) if fill is not None and kind.startswith("gradient") else first
    return None if first is None or second is None else frozenset({first, second})
