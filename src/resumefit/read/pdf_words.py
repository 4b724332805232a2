"""Glyphs become words: where a word ends, what its odd codes mean, how it looks.

A word ends at white space, at a jump, or at a gap wider than its letters explain. PDFium's own ("generated") spaces
are not trusted: it glues condensed fonts and tears letterspaced ones. Real space glyphs are.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from resumefit.read.pdf_glyphs import Glyphs, View, calls

_SPACES = frozenset({9, 10, 11, 12, 13, 32, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF})
_HYPHEN_MARKS = frozenset({0x02, 0xFFFE})
# T1 ("Cork") slots that LaTeX files without a character map show as control codes, and the OT1 slots that do not clash.
_SLOTS = {0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—", 0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x0B: "ff", 0x0E: "ffi", 0x0F: "ffl"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
LOST = "\ufffd"
_SYMBOL_FONT = {0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF076: "•", 0xF0FC: "•", 0xF0A8: "•", 0xF06E: "•", 0xF06C: "•", 0xF071: "•"}
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|cmbx|cmb10|sfbx|\bbd\b|-b(?:[,-]|$)|medi\b", re.IGNORECASE)

# Gaps in ems that end a word: in text that has real spaces only wide jumps do; else the measured rule min(0.17 em, 0.3
# of the mean advance).
_GAP_WITH_SPACES = 0.30
_GAP_WITHOUT = 0.17
_GAP_OF_ADVANCE = 0.30


class Word(NamedTuple):
    """A word as displayed. `start`/`stop` are character indexes of the page, so they tell the content order too.

    `hyphen`: its last character is a hyphen at a line's end. `spaced`: a real space glyph follows. `turns`: quarter
    turns clockwise that its letters are rotated.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    start: int
    stop: int
    size: float
    bold: bool
    hyphen: bool = False
    spaced: bool = False
    turns: int = 0

    @property
    def height(self) -> float:
        """Line height of the word's font."""
        return self.bottom - self.top


@dataclass(slots=True)
class Looks:
    """How the text objects of a page look, asked once for each."""

    handle: int
    view: View
    by_object: dict[int, tuple[float, bool, int]] = field(default_factory=dict)
    by_font: dict[int, bool] = field(default_factory=dict)

    def of(self, index: int) -> tuple[float, bool, int]:
        """Return size in points, bold and quarter turns of the character at `index`."""
        key = calls().text_object(self.handle, index) or -index - 1
        known = self.by_object.get(key)
        if known is None:
            known = self.by_object[key] = self._ask(key, index)
        return known

    def _ask(self, key: int, index: int) -> tuple[float, bool, int]:
        matrix = (ctypes.c_float * 6)()
        calls().matrix(self.handle, index, ctypes.addressof(matrix))
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        size = abs(calls().font_size(self.handle, index)) * (math.hypot(c, d) or 1.0)
        turns = 0
        if abs(b) > abs(a):
            turns = 3 if b > 0 else 1
        elif a < 0 and d < 0:
            turns = 2
        return size, self._is_bold(key), (turns + self.view.turns) % 4

    def _is_bold(self, key: int) -> bool:
        import pypdfium2.raw as raw

        if key < 0:
            return False
        font = raw.FPDFTextObj_GetFont(ctypes.cast(key, raw.FPDF_PAGEOBJECT))
        where = ctypes.cast(font, ctypes.c_void_p).value or 0
        if where not in self.by_font:
            buffer = ctypes.create_string_buffer(160)
            raw.FPDFFont_GetBaseFontName(font, buffer, 160)
            name = buffer.value.decode("utf-8", "replace")
            self.by_font[where] = bool(_BOLD_NAME.search(name)) or raw.FPDFFont_GetWeight(font) >= 600
        return self.by_font[where]


def make_words(glyphs: Glyphs, *, handle: int, view: View) -> list[Word]:
    """Cut the glyphs of a page into words, in content order."""
    looks = Looks(handle, view)
    wide = _has_real_spaces(glyphs.codes, handle)
    words: list[Word] = []
    for start, stop, spaced in _word_ranges(glyphs, handle, wide=wide):
        word = _make_word(glyphs, start, stop, spaced=spaced, looks=looks)
        if word is not None:
            words.append(word)
    return words


def _has_real_spaces(codes: list[int], handle: int) -> bool:
    """Tell whether the producer wrote space glyphs, from a sample over the page."""
    spaces = [i for i, code in enumerate(codes) if code == 32]
    sample = spaces[:: max(1, len(spaces) // 40)]
    generated = calls().generated
    return bool(sample) and sum(generated(handle, i) != 1 for i in sample) >= 0.8 * len(sample)


def _word_ranges(glyphs: Glyphs, handle: int, *, wide: bool) -> list[tuple[int, int, bool]]:
    """Find the half-open index ranges of words, and whether a real space follows each."""
    codes, lefts, tops, rights, bottoms = glyphs.codes, glyphs.lefts, glyphs.tops, glyphs.rights, glyphs.bottoms
    generated = calls().generated
    ranges: list[tuple[int, int, bool]] = []
    start, last, space = -1, -1, -1
    advance_sum, letters = 0.0, 0
    for i, code in enumerate(codes):
        if code in _SPACES or code == 0 and rights[i] <= lefts[i]:
            space = i if start >= 0 else -1
            continue
        if start >= 0:
            height = bottoms[last] - tops[last]
            gap = lefts[i] - rights[last]
            mean = advance_sum / letters
            limit = _GAP_WITH_SPACES * height * 0.83 if wide else min(_GAP_WITHOUT * height * 0.83, _GAP_OF_ADVANCE * mean)
            overlap = min(bottoms[last], bottoms[i]) - max(tops[last], tops[i])
            other = bottoms[i] - tops[i]
            broken = gap > limit or gap < -0.6 * height - mean or overlap < 0.45 * min(height, other)
            if broken or (space >= 0 and generated(handle, space) != 1):
                ranges.append((start, last + 1, space >= 0))
                start = -1
            elif code == codes[last] and abs(lefts[i] - lefts[last]) < 0.25 * (rights[i] - lefts[i]):
                continue  # the same glyph printed twice, to look bold
        if start < 0:
            start, advance_sum, letters = i, 0.0, 0
        advance_sum += rights[i] - lefts[i]
        letters += 1
        last, space = i, -1
    if start >= 0:
        ranges.append((start, last + 1, space >= 0))
    return ranges


def _make_word(glyphs: Glyphs, start: int, stop: int, *, spaced: bool, looks: Looks) -> Word | None:
    codes = glyphs.codes
    pieces: list[str] = []
    hyphen, previous = False, -1
    for i in range(start, stop):
        code = codes[i]
        if code in _SPACES or code == 0 and glyphs.rights[i] <= glyphs.lefts[i]:
            continue
        if code == previous and i > start and abs(glyphs.lefts[i] - glyphs.lefts[i - 1]) < 0.25 * (glyphs.rights[i] - glyphs.lefts[i]):
            continue
        previous = code
        if 0x20 < code < 0x7F:
            pieces.append(chr(code))
        elif code in _HYPHEN_MARKS:
            hyphen = calls().hyphen(looks.handle, i) == 1 and i == stop - 1
            pieces.append("-" if hyphen else LOST)
        else:
            pieces.append(_readable(code))
    text = "".join(pieces)
    if not text:
        return None
    size, bold, turns = looks.of(start)
    if text[-1] in "-\u00ad\u2010":
        text, hyphen = text[:-1] + "-", True
    tops, bottoms = glyphs.tops[start:stop], glyphs.bottoms[start:stop]
    return Word(text, min(glyphs.lefts[start:stop]), min(tops), max(glyphs.rights[start:stop]), max(bottoms), start, stop, size, bold, hyphen, spaced, turns)


def _readable(code: int) -> str:
    """Write one odd code point as what a reader sees: ligatures spelled out, icons as nothing."""
    if code in _SLOTS:
        return _SLOTS[code]
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _SYMBOL_FONT:
        return _SYMBOL_FONT[code]
    if code in (0xAD, 0x2010, 0x2011):
        return "-"
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return ""
    if code == 0 or code == 0xFFFF or 0xD800 <= code < 0xE000:
        return LOST
    if code < 0x20 or 0x7F <= code < 0xA0:
        return ""
    return chr(code)
