"""Tells whether DOCX text can be seen on paper: what it is shaded with, where its box stands.

Word shows white text on a filled cell, shape or highlight; only white on nothing is concealed. Where it is not known
what lies behind a box, its text is believed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resumefit.read.docx_styles import Styles, W, child_value
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU_A_POINT = 12700
_PAGE_MOST_PT = 2000  # wider or higher than any paper a resume is written on


def is_near_white(colour: str) -> bool:
    """Tell whether a hexadecimal colour cannot be told from paper."""
    if not re.fullmatch(r"[0-9A-F]{6}", colour):
        return False
    return all(int(colour[i : i + 2], 16) >= 0xF8 for i in (0, 2, 4))


def has_fill(properties: _Element | None) -> bool:
    """Tell whether properties shade their text with something other than white."""
    shading = properties.find(W + "shd") if properties is not None else None
    if shading is None:
        return False
    fill = str(shading.get(W + "fill") or "auto").upper()
    return (
        shading.get(W + "themeFill") is not None
        or (fill != "AUTO" and not is_near_white(fill))
        or shading.get(W + "val") not in (None, "clear", "nil")
    )


def is_shaded(properties: _Element | None, styles: Styles) -> bool:
    """Tell whether a paragraph, by itself or its styles, is shaded."""
    return has_fill(properties) or any(
        has_fill(s.paragraph) or has_fill(s.run) for s in styles.chain(child_value(properties, "pStyle"))
    )


def box_is_filled(box: _Element) -> bool:
    """Tell whether something may lie behind a box's text: a fill of its own, or a drawn group around it."""
    for ancestor in box.iterancestors():
        kind = local(ancestor.tag)
        if kind == "wsp":
            shape = next((c for c in ancestor if local(c.tag) == "spPr"), None)
            fills = [local(c.tag) for c in shape] if shape is not None else []
            if {"solidFill", "gradFill", "blipFill", "pattFill"} & set(fills):
                colour = next(
                    (str(c.get("val") or "") for c in (shape.iter(_A + "srgbClr") if shape is not None else ())), ""
                )
                return not is_near_white(colour.upper())
            style = next((c for c in ancestor if local(c.tag) == "style"), None)
            if style is not None and "noFill" not in fills:
                return True
        if kind in ("shape", "rect") and ancestor.get("fillcolor") and ancestor.get("filled") not in ("f", "false"):
            return True
        if kind in ("wgp", "group"):
            return True
    # A floating box may lie on a coloured shape or picture: believed visible rather than accused.
    anchor = next((a for a in box.iterancestors() if local(a.tag) == "anchor"), None)
    return anchor is not None and any(True for _ in anchor.getroottree().getroot().iter(_A + "blip"))


def is_off_page(anchor: _Element) -> bool:
    """Tell whether an anchored box stands wholly off any paper, by its offsets and size."""
    extent = anchor.find(_WP + "extent")
    sizes = {"positionH": _number(extent, "cx"), "positionV": _number(extent, "cy")}
    for tag, size in sizes.items():
        offset = anchor.find(f"{_WP}{tag}/{_WP}posOffset")
        position = anchor.find(_WP + tag)
        if offset is None or position is None or not (offset.text or "").lstrip("-").isdigit():
            continue
        points = int(offset.text or "0") / _EMU_A_POINT
        margin = 0 if position.get("relativeFrom") == "page" else 150  # the widest usual margin, to be on the safe side
        if points + size < -margin or points > _PAGE_MOST_PT:
            return True
    return False


def _number(element: _Element | None, attribute: str) -> float:
    value = str(element.get(attribute) or "0") if element is not None else "0"
    return int(value) / _EMU_A_POINT if value.lstrip("-").isdigit() else 0.0


def table_is_filled(table: _Element) -> bool:
    """Tell whether a table has a fill of its own or a style that may give its cells one."""
    properties = table.find(W + "tblPr")
    style = child_value(properties, "tblStyle") or ""
    return has_fill(properties) or bool(
        style and style.lower() not in ("tablegrid", "tablenormal", "plaintable1", "plaintable2")
    )
