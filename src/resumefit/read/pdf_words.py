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

_SPACES = frozenset(
    {9, 10, 11, 12, 13, 32, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF}
)
_HYPHEN_MARKS = frozenset({0x02, 0xFFFE})
# T1 ("Cork") slots that LaTeX files without a character map show as control codes, and the OT1 slots that do not clash.
# Subset fonts shift the ligatures' slots, so those are only a guess for `mend_ligature`.
_SLOTS = {0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—"}
_SLOT_LIGATURES = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x0B: "ff", 0x0E: "ffi", 0x0F: "ffl"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SYMBOL_FONT = {
    0xF0B7: "•",
    0xF0A7: "•",
    0xF0D8: "•",
    0xF076: "•",
    0xF0FC: "•",
    0xF0A8: "•",
    0xF06E: "•",
    0xF06C: "•",
    0xF071: "•",
}
# Fonts whose letters are pictures. The text ones of these give bullets; of the others nothing can be read.
_ICON_FONT = re.compile(
    r"fontawesome|awesome|marvosym|marvo|icomoon|fontello|materialicons|material-?design|glyphicon|academicons|octicons|ionicons|linea|devicon|simpleicons|simple-?line",
    re.IGNORECASE,
)
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


# Words of these need no look at each code: no two equal neighbours (which may be one glyph printed twice).
_ORDINARY = re.compile(r"(?:([\x21-\x7e\xa1-\xac\xae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2022])(?!\1))+")


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
    look: Look | None = None

    @property
    def height(self) -> float:
        """Line height of the word's font."""
        return self.bottom - self.top


@dataclass(slots=True)
class Looks:
    """How the text objects of a page look, asked once for each."""

    handle: int
    view: View
    text: str
    by_object: dict[int, Look] = field(default_factory=dict)
    by_font: dict[int, FontKind] = field(default_factory=dict)
    matrix: ctypes.Array[ctypes.c_float] = field(default_factory=lambda: (ctypes.c_float * 6)())
    channels: ctypes.Array[ctypes.c_uint] = field(default_factory=lambda: (ctypes.c_uint * 4)())

    def of(self, index: int) -> Look:
        """Return how the character at `index` is painted."""
        key = calls().text_object(self.handle, index) or -index - 1
        known = self.by_object.get(key)
        if known is None:
            known = self.by_object[key] = self._ask(key, index)
        return known

    def _ask(self, key: int, index: int) -> Look:
        bound, matrix, channels = calls(), self.matrix, self.channels
        bound.matrix(self.handle, index, ctypes.addressof(matrix))
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        size = abs(bound.font_size(self.handle, index)) * (math.hypot(c, d) or 1.0)
        turns = 0
        if abs(b) > abs(a):
            turns = 3 if b > 0 else 1
        elif a < 0 and d < 0:
            turns = 2
        colour, mode = None, 0
        if key > 0:
            where = ctypes.addressof(channels)
            mode = bound.render_mode(key)
            paint = bound.stroke_colour if mode == 1 else bound.fill_colour
            if paint(key, where, where + 4, where + 8, where + 12):
                if mode == 2 and channels[3] == 0:  # bold is often an outline around a transparent fill
                    bound.stroke_colour(key, where, where + 4, where + 8, where + 12)
                colour = (channels[0], channels[1], channels[2], channels[3])
        return Look(key, size, self._font_kind(key), (turns + self.view.turns) % 4, a * d - b * c < 0, colour, mode)

    def _font_kind(self, key: int) -> FontKind:
        where = calls().font(key) if key > 0 else 0
        if where not in self.by_font:
            self.by_font[where or 0] = _kind_of_font(where) if where else FontKind.PLAIN
        return self.by_font[where or 0]


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


def make_words(glyphs: Glyphs, *, handle: int, view: View) -> list[Word]:
    """Cut the glyphs of a page into words, in content order."""
    looks = Looks(handle, view, "".join(map(_character, glyphs.codes)))
    wide = _has_real_spaces(glyphs.codes, handle)
    words: list[Word] = []
    for start, stop, spaced in _word_ranges(glyphs, handle, wide=wide):
        word = _make_word(glyphs, start, stop, spaced=spaced, looks=looks)
        if word is not None:
            words.append(word)
    if any(word.turns in (1, 3) for word in words):
        words = _join_turned(words)
    return _without_reprints(words)


def _join_turned(words: list[Word]) -> list[Word]:
    """Put words together whose letters stand above one another because the text is turned."""
    result: list[Word] = []
    for word in words:
        last = result[-1] if result else None
        if (
            last is not None
            and word.turns in (1, 3)
            and last.turns == word.turns
            and abs(word.left - last.left) < 0.5 * (last.right - last.left)
        ):
            em = last.right - last.left
            gap = last.top - word.bottom if word.turns == 3 else word.top - last.bottom
            if -0.5 * em < gap < 1.2 * em:
                text = last.text + (" " if gap > _GAP_WITHOUT * em or last.spaced else "") + word.text
                result[-1] = last._replace(
                    text=text,
                    top=min(last.top, word.top),
                    bottom=max(last.bottom, word.bottom),
                    right=max(last.right, word.right),
                    stop=word.stop,
                    spaced=word.spaced,
                )
                continue
        result.append(word)
    return result


def _without_reprints(words: list[Word]) -> list[Word]:
    """Drop words printed a second time: on the same place to look bold, or mirrored as a reflection."""
    places: dict[str, list[tuple[float, float]]] = {}
    result: list[Word] = []
    for word in words:
        seen = places.setdefault(word.text, [])
        mirrored = word.look is not None and word.look.mirrored and bool(seen)
        if mirrored or any(abs(x - word.left) < 1.3 and abs(y - word.top) < 1.3 for x, y in seen):
            continue
        seen.append((word.left, word.top))
        result.append(word)
    return result


def _character(code: int) -> str:
    """Write a code point as one character, whatever it is."""
    return chr(code) if code < 0x110000 else LOST


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
    start, before_space = 0, True
    gaps: list[float] = []
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
    """Find the half-open index ranges of words, and whether a space follows each.

    The hottest loop of reading a PDF: plain comparisons, no calls but for what is rare.
    """
    generated, usual = calls().generated, _letter_gaps(glyphs)
    ranges: list[tuple[int, int, bool]] = []
    start, last, space = -1, -1, -1
    word_left, height, near = 0.0, 0.0, 0.0
    last_top, last_right, last_bottom, last_code = 0.0, 0.0, 0.0, -1
    for i, (code, left, top, right, bottom) in enumerate(
        zip(glyphs.codes, glyphs.lefts, glyphs.tops, glyphs.rights, glyphs.bottoms, strict=True)
    ):
        # Most letters follow closely on their like: the same line, the same font, hardly a gap.
        if 32 < code < 127 and space < 0 <= start and top == last_top and bottom == last_bottom and code != last_code:
            gap = left - last_right
            if -near < gap < near:
                last, last_right, last_code = i, right, code
                continue
        # Only the lowest and the higher codes can be white space; asked first, for speed.
        if (code <= 32 or code >= 0xA0) and (code in _SPACES or (code == 0 and right <= left)):
            space = i if start >= 0 else -1
            continue
        if start >= 0:
            if last_bottom - last_top > height:  # a hyphen's box may be as flat as itself
                height = last_bottom - last_top
            gap, other = left - last_right, bottom - top
            overlap = (last_bottom if last_bottom < bottom else bottom) - (last_top if last_top > top else top)
            mean = (last_right - word_left) / (i - start)
            excess = gap - usual[i]
            if (overlap < 0.45 * height and overlap < 0.45 * other) or gap < -0.6 * height - mean:
                broken = True
            elif space >= 0:
                limit = _GAP_SEEN * _EM_OF_HEIGHT * height
                broken = generated(handle, space) != 1 or excess > limit or excess > _GAP_OF_ADVANCE * mean
            elif excess > 0:
                em = _EM_OF_HEIGHT * height
                broken = (
                    excess > _GAP_WITH_SPACES * em
                    if wide
                    else excess > _GAP_WITHOUT * em or excess > _GAP_OF_ADVANCE * mean
                )
            else:
                broken = False
            if broken:
                ranges.append((start, last + 1, space >= 0))
                start = -1
            elif code == last_code and _is_reprint(glyphs, i, last):
                continue
        if start < 0:
            start, word_left, height, near = i, left, 0.0, 0.06 * (bottom - top)
        last, space = i, -1
        last_top, last_right, last_bottom, last_code = top, right, bottom, code
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
    text = looks.text[start:stop]
    hyphen = False
    if not _ORDINARY.fullmatch(text):
        text, hyphen = _unusual_text(glyphs, start, stop, looks.handle)
    look = looks.of(start)
    font = look.font
    if font is FontKind.DINGBATS and text:
        text = "•"
    if not text or font is FontKind.ICONS:
        return None
    if text[-1] in "-\u00ad\u2010":
        text, hyphen = text[:-1] + "-", True
    last = stop - 1
    left, right = glyphs.lefts[start], glyphs.rights[last]
    top, bottom = min(glyphs.tops[start], glyphs.tops[last]), max(glyphs.bottoms[start], glyphs.bottoms[last])
    if (
        look.turns or right <= left or (stop - start > 2 and bottom - top < 0.5 * look.size)
    ):  # turned, backwards or flat
        left, right = min(glyphs.lefts[start:stop]), max(glyphs.rights[start:stop])
        top, bottom = min(glyphs.tops[start:stop]), max(glyphs.bottoms[start:stop])
    return Word(
        text, left, top, right, bottom, start, stop, look.size, font is FontKind.BOLD, hyphen, spaced, look.turns, look
    )


def _unusual_text(glyphs: Glyphs, start: int, stop: int, handle: int) -> tuple[str, bool]:
    """Spell a word that has more than letters and common marks, and tell whether a hyphen mark ends it."""
    pieces: list[str] = []
    hyphen, guess = False, "fi"
    for i in range(start, stop):
        code = glyphs.codes[i]
        if code in _SPACES or (code == 0 and glyphs.rights[i] <= glyphs.lefts[i]):
            continue
        if i > start and _is_reprint(glyphs, i, i - 1):
            continue
        if 0x20 < code < 0x7F:
            pieces.append(chr(code))
        elif code in _HYPHEN_MARKS:
            hyphen = calls().hyphen(handle, i) == 1 and i == stop - 1
            pieces.append("-" if hyphen else LOST)
        elif code in _SLOT_LIGATURES:
            guess = _SLOT_LIGATURES[code]
            pieces.append(LOST)
        else:
            pieces.append(_readable(code))
    text = "".join(pieces)
    if LOST in text and len(text) > text.count(LOST):
        text = mend_ligature(text, guess=guess)
    return text, hyphen


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
