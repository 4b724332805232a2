"""Values of CSS properties as numbers: colours, lengths in points, transforms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from resumefit.read.colours import Colour, Ground

WIDTH_PT, HEIGHT_PT = 960.0, 600.0  # the window that viewport units and percentages are of

_LENGTH = re.compile(r"([+-]?\d{0,9}\.?\d{1,9}|[+-]?\d{1,9}\.)(px|pt|pc|em|rem|ex|ch|%|cm|mm|in|q|vw|vh|vmin|vmax)?")
_POINTS = {
    "px": 0.75, "pt": 1.0, "pc": 12.0, "rem": 12.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "q": 0.709,
    "vw": WIDTH_PT / 100, "vh": HEIGHT_PT / 100, "vmin": HEIGHT_PT / 100, "vmax": WIDTH_PT / 100,
}
_OF_SIZE = {"em": 1.0, "ex": 0.5, "ch": 0.5}
_NAMED_SIZES = {
    "xx-small": 6.75, "x-small": 7.5, "small": 9.75, "medium": 12.0, "large": 13.5, "x-large": 18.0, "xx-large": 24.0,
}
_FUNCTION = re.compile(r"([a-z0-9-]+)\(([^()]*)\)")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|(?:ok)?l(?:ab|ch)|color)\([^()]*\)|\b[a-z]{3,20}\b")
_GREY_CHROMA = {"lab": 3.0, "lch": 3.0, "oklab": 0.02, "oklch": 0.02}


def parse_colour(text: str) -> tuple[Colour, float] | None:
    """Read a CSS colour with its alpha from 0 to 1; None for what is no colour or not known here."""
    from tinycss2 import color4

    parsed: Any = color4.parse_color(text)
    if parsed is None or isinstance(parsed, str):
        return None
    alpha = float(parsed.alpha if parsed.alpha is not None else 1.0)
    try:
        channels = [float(value or 0.0) for value in parsed.to("srgb").coordinates]
    except NotImplementedError:
        grey = _grey_of(parsed)
        if grey is None:
            return None
        channels = [grey, grey, grey]
    if not all(map(math.isfinite, [*channels, alpha])):
        return None
    red, green, blue = (round(255 * min(1.0, max(0.0, value))) for value in channels)
    return (red, green, blue), min(1.0, max(0.0, alpha))


def _grey_of(parsed: Any) -> float | None:
    """Read a colour of the Lab families where it is a grey, which needs no conversion of hues."""
    space, (light, first, second) = str(parsed.space), (float(v or 0.0) for v in parsed.coordinates)
    if space not in _GREY_CHROMA:
        return None
    chroma = first if "lch" in space else math.hypot(first, second)
    if abs(chroma) > _GREY_CHROMA[space]:
        return None
    if space.startswith("ok"):
        linear = light**3
    else:
        linear = ((light + 16) / 116) ** 3 if light > 8 else light / 903.3
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * max(linear, 0.0) ** (1 / 2.4) - 0.055


def colours_in(text: str) -> Ground:
    """Collect the colours of a gradient; unknown where it has none that can be read, or a picture."""
    if "url(" in text or "image" in text:
        return None
    found = [parsed[0] for word in _COLOUR.findall(text) if (parsed := parse_colour(word)) is not None]
    return frozenset(found) or None


def length(text: str, *, size: float, whole: float = WIDTH_PT) -> float | None:
    """Read a length in points; `size` is the font's, `whole` what percentages are of. None for what is no plain length."""
    match = _LENGTH.fullmatch(text.strip())
    if not match:
        return None
    value, unit = float(match.group(1)), match.group(2)
    if unit is None:
        return 0.0 if value == 0 else None
    if unit == "%":
        return value * whole / 100
    return value * (_OF_SIZE[unit] * size if unit in _OF_SIZE else _POINTS[unit])


def font_size(text: str, parent: float) -> float:
    """Work out a font size in points from its value and the parent's size."""
    if text in _NAMED_SIZES:
        return _NAMED_SIZES[text]
    if text in ("smaller", "larger"):
        return parent / 1.2 if text == "smaller" else parent * 1.2
    found = length(text, size=parent, whole=parent)
    return parent if found is None or found < 0 else found


def number(text: str, *, default: float) -> float:
    """Read a number or a percentage."""
    match = re.fullmatch(r"\s*(-?\d{0,9}\.?\d{0,9})(%)?\s*", text)
    try:
        return float(match.group(1)) / (100 if match.group(2) else 1) if match else default
    except ValueError:
        return default


def functions(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the functions of a transform, filter or clip path with their arguments."""
    for match in _FUNCTION.finditer(text):
        yield match.group(1), [part for part in re.split(r"[\s,]+", match.group(2)) if part]
