"""Glyphs become words: where a word ends, what its odd codes mean, how it looks.

A word ends at white space, at a jump, or at a gap wider than its letters explain. PDFium's own ("generated") spaces
are not trusted: it glues condensed fonts and tears letterspaced ones. Real space glyphs are.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from resumefit.read.pdf_glyphs import Glyphs, View, calls
from resumefit.read.repairs import LOST, mend_ligature

_SPACES = frozenset({9, 10, 11, 12, 13, 32, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF})
_HYPHEN_MARKS = frozenset({0x02, 0xFFFE})
# T1 ("Cork") slots that LaTeX files without a character map show as control codes, and the OT1 slots that do not clash.
# Subset fonts shift the ligatures' slots, so those are only a guess for `mend_ligature`.
_SLOTS = {0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—"}
_SLOT_LIGATURES = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x0B: "ff", 0x0E: "ffi", 0x0F: "ffl"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SYMBOL_FONT = {0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF076: "•", 0xF0FC: "•", 0xF0A8: "•", 0xF06E: "•", 0xF06C: "•", 0xF071: "•"}
# Fonts whose letters are pictures. The text ones of these give bullets; of the others nothing can be read.
_ICON_FONT = re.compile(r"fontawesome|awesome|marvosym|marvo|icomoon|fontello|materialicons|material-?design|glyphicon|academicons|octicons|ionicons|linea|devicon|simpleicons|simple-?line", re.IGNORECASE)
_DINGBAT_FONT = re.compile(r"dingbat|wingding|webding|bbding|pifont|pzdr", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|cmbx|cmb10|sfbx|\bbd\b|-b(?:[,-]|$)|medi\b", re.IGNORECASE)

# What a gap must have over the line's usual letter gap to end a word, in ems (about 0.83 of a line height). Where
# PDFium saw a space too, little is enough; where the producer writes real spaces, only a wide jump is; else the
# measured rule min(0.17 em, 0.3 of the mean advance).
_EM_OF_HEIGHT = 0.83
_GAP_SEEN = 0.13
_GAP_WITH_SPACES = 0.30
_GAP_WITHOUT = 0.17
_GAP_OF_ADVANCE = 0.30


class FontKind(Enum):
    """What a font's letters are."""

    PLAIN = "plain"
    BOLD = "bold"
    ICONS = "icons"
    DINGBATS = "dingbats"


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
    by_object: dict[int, tuple[float, FontKind, int]] = field(default_factory=dict)
    by_font: dict[int, FontKind] = field(default_factory=dict)

    def of(self, index: int) -> tuple[float, FontKind, int]:
        """Return size in points, the kind of font and quarter turns of the character at `index`."""
        key = calls().text_object(self.handle, index) or -index - 1
        known = self.by_object.get(key)
        if known is None:
            known = self.by_object[key] = self._ask(key, index)
        return known

    def _ask(self, key: int, index: int) -> tuple[float, FontKind, int]:
        matrix = (ctypes.c_float * 6)()
        calls().matrix(self.handle, index, ctypes.addressof(matrix))
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        size = abs(calls().font_size(self.handle, index)) * (math.hypot(c, d) or 1.0)
        turns = 0
        if abs(b) > abs(a):
            turns = 3 if b > 0 else 1
        elif a < 0 and d < 0:
            turns = 2
        return size, self._font_kind(key), (turns + self.view.turns) % 4

    def _font_kind(self, key: int) -> FontKind:
        import pypdfium2.raw as raw

        if key < 0:
            return FontKind.PLAIN
        font = raw.FPDFTextObj_GetFont(ctypes.cast(key, raw.FPDF_PAGEOBJECT))
        where = ctypes.cast(font, ctypes.c_void_p).value or 0
        if where not in self.by_font:
            buffer = ctypes.create_string_buffer(160)
            raw.FPDFFont_GetBaseFontName(font, buffer, 160)
            name = buffer.value.decode("utf-8", "replace")
            if _ICON_FONT.search(name):
                kind = FontKind.ICONS
            elif _DINGBAT_FONT.search(name):
                kind = FontKind.DINGBATS
            else:
                heavy = _BOLD_NAME.search(name) or raw.FPDFFont_GetWeight(font) >= 600
                kind = FontKind.BOLD if heavy else FontKind.PLAIN
            self.by_font[where] = kind
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


def _letter_gaps(glyphs: Glyphs) -> list[float]:
    """Return for each character the usual gap between letters of its line: 0 but for letterspaced text."""
    codes, lefts, rights = glyphs.codes, glyphs.lefts, glyphs.rights
    result = [0.0] * len(codes)
    start, gaps, before_space = 0, [], True
    for i, code in enumerate(codes):
        if code in (10, 13):
            if len(gaps) >= 4:
                gaps.sort()
                usual = gaps[len(gaps) // 2]
                if usual > 0.3:
                    result[start:i] = [usual] * (i - start)
            start, gaps, before_space = i, [], True
        elif code == 32:
            before_space = True
        else:
            if not before_space:
                gaps.append(lefts[i] - rights[i - 1])
            before_space = False
    if len(gaps) >= 4:
        usual = sorted(gaps)[len(gaps) // 2]
        if usual > 0.3:
            result[start:] = [usual] * (len(codes) - start)
    return result


def _word_ranges(glyphs: Glyphs, handle: int, *, wide: bool) -> list[tuple[int, int, bool]]:
    """Find the half-open index ranges of words, and whether a space follows each."""
    codes, lefts, tops, rights, bottoms = glyphs.codes, glyphs.lefts, glyphs.tops, glyphs.rights, glyphs.bottoms
    generated = calls().generated
    usual = _letter_gaps(glyphs)
    ranges: list[tuple[int, int, bool]] = []
    start, last, space = -1, -1, -1
    advance_sum, letters, height = 0.0, 0, 0.0
    for i, code in enumerate(codes):
        if code in _SPACES or (code == 0 and rights[i] <= lefts[i]):
            space = i if start >= 0 else -1
            continue
        if start >= 0:
            height = max(height, bottoms[last] - tops[last])  # a hyphen's box may be as flat as itself
            gap = lefts[i] - rights[last]
            broken = space >= 0 and generated(handle, space) != 1
            if not broken:
                em, mean = height * _EM_OF_HEIGHT, advance_sum / letters
                if space >= 0:
                    limit = min(_GAP_SEEN * em, _GAP_OF_ADVANCE * mean)
                else:
                    limit = _GAP_WITH_SPACES * em if wide else min(_GAP_WITHOUT * em, _GAP_OF_ADVANCE * mean)
                overlap = min(bottoms[last], bottoms[i]) - max(tops[last], tops[i])
                other = bottoms[i] - tops[i]
                broken = gap - usual[i] > limit or gap < -0.6 * height - mean or overlap < 0.45 * min(height, other)
            if broken:
                ranges.append((start, last + 1, space >= 0))
                start = -1
            elif _is_reprint(glyphs, i, last):
                continue
        if start < 0:
            start, advance_sum, letters, height = i, 0.0, 0, 0.0
        advance_sum += rights[i] - lefts[i]
        letters += 1
        last, space = i, -1
    if start >= 0:
        ranges.append((start, last + 1, space >= 0))
    return ranges


def _is_reprint(glyphs: Glyphs, index: int, previous: int) -> bool:
    """Tell whether a glyph is its neighbour printed again, slightly off, to look bold. Equal boxes are one ligature."""
    if glyphs.codes[index] != glyphs.codes[previous]:
        return False
    off = abs(glyphs.lefts[index] - glyphs.lefts[previous])
    return 0.001 < off < 0.25 * (glyphs.rights[index] - glyphs.lefts[index])


def _make_word(glyphs: Glyphs, start: int, stop: int, *, spaced: bool, looks: Looks) -> Word | None:
    codes = glyphs.codes
    pieces: list[str] = []
    hyphen, guess = False, "fi"
    for i in range(start, stop):
        code = codes[i]
        if code in _SPACES or (code == 0 and glyphs.rights[i] <= glyphs.lefts[i]):
            continue
        if i > start and _is_reprint(glyphs, i, i - 1):
            continue
        if 0x20 < code < 0x7F:
            pieces.append(chr(code))
        elif code in _HYPHEN_MARKS:
            hyphen = calls().hyphen(looks.handle, i) == 1 and i == stop - 1
            pieces.append("-" if hyphen else LOST)
        elif code in _SLOT_LIGATURES:
            guess = _SLOT_LIGATURES[code]
            pieces.append(LOST)
        else:
            pieces.append(_readable(code))
    text = "".join(pieces)
    if LOST in text and len(text) > text.count(LOST):
        text = mend_ligature(text, guess=guess)
    size, font, turns = looks.of(start)
    if font is FontKind.DINGBATS and text:
        text = "•"
    if not text or font is FontKind.ICONS:
        return None
    bold = font is FontKind.BOLD
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
