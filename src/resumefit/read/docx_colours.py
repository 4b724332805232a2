"""Colours of DOCX: hexadecimal, by name, or from the theme with tints and shades; of text, shading and drawn shapes."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.read.colours import BLACK, WHITE, Colour, Ground, from_hex, mixed, only
from resumefit.read.css_values import parse_colour
from resumefit.read.docx_styles import W
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_HIGHLIGHTS: dict[str, Colour] = {
    "black": BLACK, "white": WHITE, "yellow": (255, 255, 0), "green": (0, 255, 0), "cyan": (0, 255, 255),
    "magenta": (255, 0, 255), "blue": (0, 0, 255), "red": (255, 0, 0), "darkBlue": (0, 0, 128), "darkCyan": (0, 128, 128),
    "darkGreen": (0, 128, 0), "darkMagenta": (128, 0, 128), "darkRed": (128, 0, 0), "darkYellow": (128, 128, 0),
    "darkGray": (128, 128, 128), "lightGray": (192, 192, 192),
}
# What text and background are called, and the slots of the theme that they stand for unless the settings say otherwise.
_MAPPED = {
    "background1": "lt1", "bg1": "lt1", "light1": "lt1", "text1": "dk1", "tx1": "dk1", "dark1": "dk1",
    "background2": "lt2", "bg2": "lt2", "light2": "lt2", "text2": "dk2", "tx2": "dk2", "dark2": "dk2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}
_USUAL: dict[str, Colour] = {"lt1": WHITE, "dk1": BLACK}
_FILLS = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "noFill", "grpFill"})
_WHOLE = 100_000  # percentages are thousandths of one


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours that a document calls by name."""

    colours: Mapping[str, Colour] = field(default_factory=lambda: dict(_USUAL))

    def named(self, name: str) -> Colour | None:
        """Return the colour of a slot ("accent1", "background1"); None where the theme does not say."""
        return self.colours.get(_MAPPED.get(name, name))


def read_theme(root: _Element | None) -> Theme:
    """Read the colour scheme of a theme part."""
    found = dict(_USUAL)
    scheme = next((e for e in root.iter() if local(e.tag) == "clrScheme"), None) if root is not None else None
    for slot in scheme if scheme is not None else ():
        for value in slot:
            colour = from_hex(str(value.get("val") or "")) or from_hex(str(value.get("lastClr") or ""))
            if colour is not None:
                found[local(slot.tag)] = colour
    return Theme(found)


def text_colour(element: _Element | None, theme: Theme) -> Colour | None:
    """Read w:color; None for automatic or unknown ones."""
    return None if element is None else _word_colour(element, theme, value="val", named="themeColor", change="theme")


def shading(element: _Element | None, theme: Theme) -> Ground:
    """Return the ground that w:shd lays; empty when it lays none, None when it is not known."""
    if element is None:
        return frozenset()
    pattern = str(element.get(W + "val") or "clear")
    fill = _word_colour(element, theme, value="fill", named="themeFill", change="themeFill")
    front = _word_colour(element, theme, value="color", named="themeColor", change="theme")
    if pattern in ("clear", "nil"):
        return only(fill) if fill is not None or element.get(W + "themeFill") is not None else frozenset()
    if pattern == "solid":
        return frozenset({front or BLACK})
    if pattern.startswith("pct") and pattern[3:].isdecimal():
        return frozenset({mixed(front or BLACK, fill or WHITE, min(100, int(pattern[3:6])) / 100)})
    return None


def _word_colour(element: _Element, theme: Theme, *, value: str, named: str, change: str) -> Colour | None:
    """Read a colour that attributes give by a theme's name, with a tint or shade, or as a value."""
    colour = theme.named(str(element.get(W + named) or ""))
    if colour is None:
        return from_hex(str(element.get(W + value) or ""))
    tint, shade = _byte(element.get(f"{W}{change}Tint")), _byte(element.get(f"{W}{change}Shade"))
    colour = colour if tint is None else mixed(colour, WHITE, tint)
    return colour if shade is None else mixed(colour, BLACK, shade)


def highlight(name: str | None) -> Ground:
    """Return the ground that a highlight lays; empty for none."""
    return frozenset({_HIGHLIGHTS[name]}) if name in _HIGHLIGHTS else frozenset()


def text_fill(run: _Element | None, theme: Theme) -> tuple[Ground, float] | None:
    """Return the colours of Word 2010's text fill and how solid they are, 0 to 1; None where a run has none."""
    fill = run.find(_W14 + "textFill") if run is not None else None
    if fill is None or not len(fill) or run is None or _has_outline(run):
        return None
    kind = local(fill[0].tag)
    if kind == "noFill":
        return frozenset({BLACK}), 0.0
    colours: set[Colour] = set()
    solid = 0.0
    for element in fill[0].iter():
        if local(element.tag) in ("srgbClr", "schemeClr"):
            colour, alpha = _drawn_colour(element, theme, attribute=_W14 + "val", clear=True)
            if colour is None:
                return None
            colours.add(colour)
            solid = max(solid, alpha)
    return (frozenset(colours), solid) if colours else None


def _has_outline(run: _Element) -> bool:
    outline = run.find(_W14 + "textOutline")
    return outline is not None and any(local(e.tag) in ("solidFill", "gradFill") for e in outline)


def shape_fill(properties: _Element | None, style: _Element | None, theme: Theme) -> tuple[Ground, float]:
    """Return the colours of a drawn shape and how solid they are; no colours for no fill, None for a picture."""
    fill = next((c for c in properties if local(c.tag) in _FILLS), None) if properties is not None else None
    if fill is None:
        reference = next((c for c in style if local(c.tag) == "fillRef"), None) if style is not None else None
        if reference is None or str(reference.get("idx") or "0") == "0":
            return frozenset(), 1.0
        fill = reference
    kind = local(fill.tag)
    if kind == "noFill":
        return frozenset(), 1.0
    if kind in ("blipFill", "grpFill"):
        return None, 1.0
    found = [_drawn_colour(e, theme, attribute="val") for e in fill.iter() if local(e.tag).endswith("Clr")]
    if not found or any(colour is None for colour, _ in found):
        return None, 1.0
    return frozenset(colour for colour, _ in found if colour is not None), max(alpha for _, alpha in found)


def vml_colour(text: str) -> Colour | None:
    """Read a VML colour, like "#1F3864 [3204]" or "white"."""
    word = text.strip().split(" ")[0].lower()
    parsed = parse_colour(word) if word else None
    return parsed[0] if parsed is not None else None


def _drawn_colour(element: _Element, theme: Theme, *, attribute: str, clear: bool = False) -> tuple[Colour | None, float]:
    """Read a DrawingML colour with what changes it. With `clear`, alpha says how see-through it is, as in Word 2010's."""
    kind, value = local(element.tag), str(element.get(attribute) or "")
    if kind == "srgbClr":
        colour = from_hex(value)
    elif kind == "schemeClr":
        colour = theme.named(value)
    elif kind == "sysClr":
        colour = from_hex(str(element.get("lastClr") or ""))
    elif kind == "prstClr":
        parsed = parse_colour(value.lower().replace("dk", "dark").replace("lt", "light"))
        colour = parsed[0] if parsed else None
    else:
        colour = None
    alpha = 1.0
    for change in element:
        amount = str(change.get(attribute) or "")
        share = int(amount) / _WHOLE if amount.lstrip("-").isdecimal() and len(amount) < 10 else 1.0
        name = local(change.tag)
        if name == "alpha":
            alpha = 1 - share if clear else share
        elif colour is not None:
            colour = _changed(colour, name, share)
    return colour, alpha


def _changed(colour: Colour, name: str, share: float) -> Colour:
    if name == "shade":
        return mixed(colour, BLACK, share)
    if name == "tint":
        return mixed(colour, WHITE, share)
    if name in ("lumMod", "lumOff"):
        hue, light, saturation = colorsys.rgb_to_hls(*(value / 255 for value in colour))
        light = light * share if name == "lumMod" else light + share
        red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
        return (round(red * 255), round(green * 255), round(blue * 255))
    return colour


def _byte(text: str | None) -> float | None:
    try:
        return min(255, int(str(text), 16)) / 255 if text else None
    except ValueError:
        return None
