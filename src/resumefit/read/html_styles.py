"""The little of CSS that decides whether text in an HTML file can be seen: inline styles and simple style sheet rules.

Rules are read for one simple selector each (`.class`, `#id`, `tag`, `tag.class`), as resume exports write them. What
is not understood never conceals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"^([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$", re.IGNORECASE)
_SEE_THROUGH = re.compile(r"^transparent$|^(?:rgba|hsla)\([^()]*[,/]\s*(?:0|0?\.0\d*|0%)\s*\)$")
_RULES_MOST = 5_000
_NAMED = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "red": (255, 0, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "navy": (0, 0, 128),
    "blue": (0, 0, 255),
    "green": (0, 128, 0),
}
_LENGTH = re.compile(r"^(-?\d*\.?\d+)\s*(px|pt|em|rem|%|cm|mm|in|vw|vh)?$")
_POINTS = {
    "px": 0.75,
    "pt": 1.0,
    "em": 12.0,
    "rem": 12.0,
    "%": 0.12,
    "cm": 28.3,
    "mm": 2.83,
    "in": 72.0,
    "vw": 6.0,
    "vh": 8.0,
    None: 0.75,
}


class Paint(NamedTuple):
    """What an element inherits: its colour, what it stands on (None: unknown), its size in points, and its weight."""

    colour: tuple[int, int, int] | None = (0, 0, 0)
    ground: tuple[int, int, int] | None = (255, 255, 255)
    size: float = 12.0
    bold: bool = False
    hidden: str | None = None


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Declarations by simple selector, in the order of the file."""

    rules: tuple[tuple[str, frozenset[str], dict[str, str]], ...] = ()

    def declarations(self, element: _Element) -> dict[str, str]:
        """Collect what applies to an element; its own style attribute comes last and wins."""
        found: dict[str, str] = {}
        names = {f".{name}" for name in str(element.get("class") or "").split()}
        if element.get("id"):
            names.add(f"#{element.get('id')}")
        tag = str(element.tag).lower()
        for wanted_tag, wanted, declared in self.rules:
            if (not wanted_tag or wanted_tag == tag) and wanted <= names:
                found.update(declared)
        found.update(_declared(str(element.get("style") or "")))
        return found


def read_style_sheets(root: _Element) -> StyleSheet:
    """Read the style elements of a document; rules for print or narrow screens are left out with their @ blocks."""
    rules: list[tuple[str, frozenset[str], dict[str, str]]] = []
    for element in root.iter("style"):
        text = re.sub(r"/\*.*?\*/", "", "".join(str(t) for t in element.itertext())[:300_000], flags=re.S)
        text = re.sub(r"@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)
        for match in _RULE.finditer(text):
            declared = _declared(match.group(2))
            for selector in match.group(1).split(","):
                simple = _SIMPLE.match(selector.strip())
                if simple and selector.strip() and len(rules) < _RULES_MOST:
                    names = frozenset(re.findall(r"[.#][\w-]+", simple.group(2)))
                    rules.append(((simple.group(1) or "").lower(), names, declared))
    return StyleSheet(tuple(rules))


def _declared(text: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    return {name.strip().lower(): value.replace("!important", "").strip().lower() for name, value in pairs}


def paint_of(element: _Element, parent: Paint, styles: dict[str, str]) -> Paint:
    """Work out an element's paint from its parent's and its own declarations."""
    size = parent.size
    if "font-size" in styles:
        size = _size(styles["font-size"], parent.size)
    ground = parent.ground
    background = styles.get("background-color") or styles.get("background")
    if background and background not in ("none", "transparent", "inherit", "initial"):
        ground = (
            parse_colour(background.split()[0]) if "url" not in background and "gradient" not in background else None
        )
    if element.get("bgcolor"):
        ground = parse_colour(str(element.get("bgcolor")).lower())
    if "background-image" in styles and styles["background-image"] != "none":
        ground = None
    colour = parent.colour
    if "color" in styles and styles["color"] not in ("inherit", "initial"):
        colour = parse_colour(styles["color"])
    if element.get("color"):
        colour = parse_colour(str(element.get("color")).lower())
    weight = styles.get("font-weight", "")
    bold = parent.bold or str(element.tag) in ("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt")
    if weight:
        bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    hidden = parent.hidden
    if hidden in (None, "hidden-text"):
        hidden = _why_hidden(element, styles, Paint(colour, ground, size, bold, None), inherited=hidden)
    return Paint(colour, ground, size, bold, hidden)


def _why_hidden(element: _Element, styles: dict[str, str], paint: Paint, *, inherited: str | None) -> str | None:
    if element.get("hidden") is not None or styles.get("display") == "none":
        return "not-displayed"
    visibility = styles.get("visibility")
    if visibility in ("hidden", "collapse"):
        return "hidden-text"
    if inherited and visibility != "visible":
        return inherited
    if styles.get("opacity") in ("0", "0.0", "0%", ".0"):
        return "transparent"
    if _SEE_THROUGH.search(styles.get("color", "")):
        return "transparent"
    if paint.size < 2:
        return "tiny"
    if styles.get("overflow") in ("hidden", "clip") and any(
        _is_zero(styles.get(name, "")) for name in ("width", "height", "max-height", "max-width")
    ):
        return "zero-size"
    if styles.get("position") in ("absolute", "fixed") and any(
        _points(styles.get(name, "")) < -400 for name in ("left", "top", "right", "margin-left")
    ):
        return "off-page"
    if _points(styles.get("text-indent", "")) < -400:
        return "off-page"
    if styles.get("clip", "").replace(" ", "").startswith("rect(0,0,0,0"):
        return "zero-size"
    if (
        paint.colour is not None
        and paint.ground is not None
        and all(abs(a - b) <= 14 for a, b in zip(paint.colour, paint.ground, strict=True))
    ):
        return "white-on-white" if min(paint.ground) >= 241 else "same-colour"
    return None


def parse_colour(text: str) -> tuple[int, int, int] | None:
    """Read a CSS colour; None for what is unknown or see-through."""
    text = text.strip()
    if text in _NAMED:
        return _NAMED[text]
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return (int(text[1] * 2, 16), int(text[2] * 2, 16), int(text[3] * 2, 16))
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))
    match = re.match(r"rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)\s*(?:[,/]\s*([\d.]+))?\s*\)", text)
    if match and (match.group(4) is None or float(match.group(4)[:6].rstrip(".") or 1) > 0.5):
        return (min(255, int(match.group(1)[:4])), min(255, int(match.group(2)[:4])), min(255, int(match.group(3)[:4])))
    return None


def _size(text: str, parent: float) -> float:
    match = _LENGTH.match(text)
    if not match:
        return parent
    value, unit = float(match.group(1)), match.group(2)
    if unit == "em":
        return value * parent
    if unit == "%":
        return value * parent / 100
    return value * _POINTS[unit]


def _points(text: str) -> float:
    match = _LENGTH.match(text)
    return float(match.group(1)) * _POINTS[match.group(2)] if match else 0.0


def _is_zero(text: str) -> bool:
    match = _LENGTH.match(text)
    return bool(match) and _points(text) <= 1
