"""Colours that can be told apart: WCAG 2.2, contrast of 4.5 to 1 for text, in light, dark and print."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = "\n".join(
    (files("resumefit.report") / "templates" / name).read_text("utf-8") for name in ("style.css", "print.css")
)
FAMILIES = ("product", "technical", "ai", "responsible", "other")
PAIRS = [
    *(("ink", ground) for ground in ("ground", "sheet")),
    *(("soft", ground) for ground in ("ground", "sheet")),
    *(("accent", ground) for ground in ("ground", "sheet")),
    ("warn-ink", "warn-ground"),
    *((family, ground) for family in FAMILIES for ground in ("ground", "sheet")),
    *(("ink", f"{family}-pale") for family in FAMILIES),
]


def _palettes() -> dict[str, dict[str, str]]:
    found = [dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})\b", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)]
    assert len(found) == 3
    light, dark, paper = found
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", ["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(palette: str, text: str, ground: str) -> None:
    colours = _palettes()[palette]
    bright, dim = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
