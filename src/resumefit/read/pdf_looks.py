"""How text is painted: size, font, turn, colour and render mode of each text object, asked once for each object."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from resumefit.read.pdf_glyphs import View, calls, reference, references_into

if TYPE_CHECKING:
    from resumefit.read.pdf_glyphs import Reference

# Fonts whose letters are pictures. The text ones of these give bullets; of the others nothing can be read.
_ICON_FONT = re.compile(
    r"fontawesome|awesome|marvosym|marvo|icomoon|fontello|materialicons|material-?design|glyphicon|academicons|octicons|ionicons|linea|devicon|simpleicons|simple-?line",
    re.IGNORECASE,
)
_DINGBAT_FONT = re.compile(r"dingbat|wingding|webding|bbding|pifont|pzdr", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|cmbx|cmb10|sfbx|\bbd\b|-b(?:[,-]|$)|medi\b", re.IGNORECASE)


ASKEW = 4  # instead of quarter turns: a stamp across the page, or a watermark
_ASKEW_LEAST = 0.2  # tangent of the angle to the nearest quarter turn; scans lie straighter


class FontKind(Enum):
    """What a font's letters are."""

    PLAIN = "plain"
    BOLD = "bold"
    ICONS = "icons"
    DINGBATS = "dingbats"


class Look(NamedTuple):
    """How one text object is painted. `colour` is (red, green, blue, alpha), None for a pattern; `mode` as in the PDF."""

    key: int
    size: float
    font: FontKind
    turns: int
    mirrored: bool
    colour: tuple[int, int, int, int] | None
    mode: int
    font_id: int = 0

    @property
    def visible(self) -> bool:
        """Whether it is painted at all: not invisible, and not fully transparent."""
        return self.mode != 3 and (self.colour is None or self.colour[3] > 0)


@dataclass(slots=True)
class Looks:
    """How the text objects of a page look, asked once for each. `odd`: glyphs without a usual meaning inside words, by font."""

    handle: Reference
    view: View
    text: str
    by_object: dict[int, Look] = field(default_factory=dict)
    object_at: Callable[[Reference, int], int] = field(default_factory=lambda: calls().text_object)
    by_font: dict[int, FontKind] = field(default_factory=dict)
    odd: Counter[int] = field(default_factory=Counter)
    matrix: array[float] = field(default_factory=lambda: array("f", bytes(24)))
    channels: array[int] = field(default_factory=lambda: array("I", bytes(16)))
    into_matrix: Reference = field(init=False)
    into_channels: tuple[Reference, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.into_matrix, *_ = references_into((ctypes.c_float * 6).from_buffer(self.matrix))
        self.into_channels = references_into((ctypes.c_uint * 4).from_buffer(self.channels))

    def of(self, index: int) -> Look:
        """Return how the character at `index` is painted."""
        return self.known(self.object_at(self.handle, index), index)

    def known(self, key: int | None, index: int) -> Look:
        """Return how the text object at address `key`, which shows the character at `index`, is painted."""
        key = key or -index - 1
        known = self.by_object.get(key)
        if known is None:
            known = self.by_object[key] = self._ask(key, index)
        return known

    def _ask(self, key: int, index: int) -> Look:
        bound, channels = calls(), self.channels
        bound.matrix(self.handle, index, self.into_matrix)
        a, b, c, d, _, _ = self.matrix
        size = abs(bound.font_size(self.handle, index)) * (math.hypot(c, d) if c else abs(d) or 1.0)
        turns = 0
        if b and abs(b) > abs(a):
            turns = 3 if b > 0 else 1
        elif a < 0 and d < 0:
            turns = 2
        colour, mode, font_id = None, 0, 0
        if key > 0:
            painted, into = reference(key), self.into_channels
            mode = bound.render_mode(painted)
            font_id = bound.font(painted) or 0
            paint = bound.stroke_colour if mode == 1 else bound.fill_colour
            if paint(painted, *into):
                if mode == 2 and channels[3] == 0:  # bold is often an outline around a transparent fill
                    bound.stroke_colour(painted, *into)
                red, green, blue, alpha = channels
                colour = (red, green, blue, alpha)
        turns = (turns + self.view.turns) % 4
        if b and min(abs(a), abs(b)) > _ASKEW_LEAST * max(abs(a), abs(b)):
            turns = ASKEW
        font = self.by_font.get(font_id)
        if font is None:
            font = self.by_font[font_id] = _kind_of_font(font_id) if font_id else FontKind.PLAIN
        # Past the named tuple's own constructor, which costs as much as several of the calls above.
        return tuple.__new__(Look, (key, size, font, turns, a * d - b * c < 0, colour, mode, font_id))


def _kind_of_font(where: int) -> FontKind:
    """Tell by a font's name and weight what its letters are."""
    import pypdfium2.raw as raw

    font = ctypes.cast(where, raw.FPDF_FONT)
    buffer = ctypes.create_string_buffer(160)
    raw.FPDFFont_GetBaseFontName(font, buffer, 160)
    name = buffer.value.decode("utf-8", "replace")
    if _ICON_FONT.search(name):
        return FontKind.ICONS
    if _DINGBAT_FONT.search(name):
        return FontKind.DINGBATS
    heavy = _BOLD_NAME.search(name) or raw.FPDFFont_GetWeight(font) >= 600
    return FontKind.BOLD if heavy else FontKind.PLAIN
