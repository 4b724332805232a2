"""Glyphs become words: where a word ends, what its odd codes mean, how it looks.

A word ends at white space, at a jump, or at a gap wider than its letters explain. PDFium's own ("generated") spaces
are not trusted: it glues condensed fonts and tears letterspaced ones. Real space glyphs are.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from resumefit.read.pdf_bidi import SeenWord, rtl_stretches, seen_words
from resumefit.read.pdf_fonts import FontUse, odd_codes
from resumefit.read.pdf_glyphs import Glyphs, View, calls
from resumefit.read.pdf_looks import ASKEW, FontKind, Look, Looks
from resumefit.read.pdf_turn import join_turned
from resumefit.read.repairs import LOST, mend_ligature

if TYPE_CHECKING:
    from resumefit.read.pdf_glyphs import Reference

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

# What a gap must have over the line's usual letter gap to end a word, in ems (about 0.83 of a line height). Where
# PDFium saw a space too, little is enough; where the producer writes real spaces, only a wide jump is; else the
# measured rule min(0.17 em, 0.3 of the mean advance).
_EM_OF_HEIGHT = 0.83
_GAP_SEEN = 0.13
_SURE = _GAP_SEEN * _EM_OF_HEIGHT  # in line heights, where a space was seen
_GAP_WITH_SPACES = 0.30
_GAP_WITHOUT = 0.17
_GAP_OF_ADVANCE = 0.30
_LETTERSPACED_PT = 0.3
_SAME_PLACE_PT = 1.3
_LETTERS_SAMPLED = 14  # of a line, to tell whether it is letterspaced at all


# Words of these alone need no look at each code.
_ORDINARY = re.compile(r"[\x21-\x7e\xa1-\xac\xae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2022]+")
_SPACE = re.compile(" ")
_TWICE = re.compile(r"(.)\1")  # two equal neighbours may be one glyph printed twice


class Word(NamedTuple):
    """A word as displayed. `start`/`stop` are character indexes of the page, so they tell the content order too.

    `hyphen`: its last character is a hyphen at a line's end. `spaced`: a real space glyph follows. `turns`: quarter
    turns clockwise that its letters are rotated, ASKEW (4) for any other angle.
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


def make_words(glyphs: Glyphs, *, handle: Reference, view: View) -> tuple[list[Word], list[FontUse]]:
    """Cut the glyphs of a page into words, in content order; and tell what each of its fonts shows."""
    text = _as_text(glyphs.codes)
    looks = Looks(handle, view, text)
    wide = _has_real_spaces(text, handle)
    ranges, reprinted = _word_ranges(glyphs, text, handle, wide=wide)
    stretches = rtl_stretches(text, ranges)
    if stretches:
        ranges = [r for r in ranges if not any(a <= r[0] < b for a, b in stretches)]
    words = list(_spelled(glyphs, ranges, reprinted, looks))
    for stretch in stretches:
        words += [_rtl_word(seen, looks) for seen in seen_words(glyphs, stretch, handle, _readable)]
    if stretches:
        words.sort(key=lambda word: word.start)
    if any(word.turns & 1 or word.turns == ASKEW for word in words):
        words = join_turned(words)
    return _without_reprints(words), _fonts(words, looks)


def _fonts(words: list[Word], looks: Looks) -> list[FontUse]:
    """Collect what each font of the page shows."""
    texts: dict[int, list[str]] = {font: [] for font in looks.odd}
    for word in words:
        look = word.look
        font = look.font_id if look is not None else 0
        if font in texts:
            texts[font].append(word.text)
        else:
            texts[font] = [word.text]
    return [FontUse(" ".join(shown), looks.odd[font]) for font, shown in texts.items()]


def _without_reprints(words: list[Word]) -> list[Word]:
    """Drop words printed a second time: on the same place to look bold, or mirrored as a reflection.

    The paint on top is what is seen, so the word that is kept takes its look, unless that is invisible.
    """
    places: dict[str, list[int]] = {}
    result: list[Word] = []
    for word in words:
        text = word.text
        seen = places.get(text)
        if seen is None:
            places[text] = [len(result)]
        else:
            if word.look is not None and word.look.mirrored:
                continue
            first = _same_place(word, result, seen)
            if first >= 0:
                if word.look is not None and word.look.visible:
                    result[first] = result[first]._replace(start=word.start, stop=word.stop, look=word.look)
                continue
            seen.append(len(result))
        result.append(word)
    return result


def _same_place(word: Word, words: list[Word], indexes: list[int]) -> int:
    """Find which of some words stands where a word stands; -1 for none."""
    left, top = word.left, word.top
    for index in indexes:
        other = words[index]
        if -_SAME_PLACE_PT < other.top - top < _SAME_PLACE_PT and -_SAME_PLACE_PT < other.left - left < _SAME_PLACE_PT:
            return index
    return -1


def _as_text(codes: list[int]) -> str:
    """Write the code points as one string of as many characters, whatever they are."""
    try:
        return array("H", codes).tobytes().decode("utf-16-le" if sys.byteorder == "little" else "utf-16-be")
    except (OverflowError, UnicodeDecodeError):
        return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else LOST for code in codes)


def _has_real_spaces(text: str, handle: Reference) -> bool:
    """Tell whether the producer wrote space glyphs, from a sample over the page."""
    spaces = [found.start() for found in _SPACE.finditer(text)]
    sample = spaces[:: max(1, len(spaces) // 40)]
    generated = calls().generated
    return bool(sample) and sum(generated(handle, i) != 1 for i in sample) >= 0.8 * len(sample)


def _letter_gaps(glyphs: Glyphs, text: str) -> list[float]:
    """Return for each character the usual gap between letters of its line: 0 but for letterspaced text."""
    result = [0.0] * len(text)
    start, before, height = 0, 0.0, 0.0
    while start < len(text):
        stop = text.find("\r", start + 1)
        stop = len(text) if stop < 0 else stop
        usual = _usual_letter_gap(glyphs, text, start, min(stop, start + _LETTERS_SAMPLED))
        if usual is None or usual > _LETTERSPACED_PT:
            usual = _usual_letter_gap(glyphs, text, start, stop)
        first = min(start + 2, len(text) - 1)  # past the line break
        tall = glyphs.bottoms[first] - glyphs.tops[first]
        if usual is None:  # too few letters to tell: as the line before, if that is in the same size
            usual = before if abs(tall - height) < 0.05 * height else 0.0
        if usual > _LETTERSPACED_PT:
            result[start:stop] = [usual] * (stop - start)
        start, before, height = stop, usual, tall
    return result


def _usual_letter_gap(glyphs: Glyphs, text: str, start: int, stop: int) -> float | None:
    """The median gap between neighbouring letters of a stretch of text; None for fewer than four.

    Where the engine put a space between all letters, it saw letterspacing: the gaps are then taken across its spaces.
    """
    lefts, rights = glyphs.lefts, glyphs.rights
    gaps = [lefts[i] - rights[i - 1] for i in range(start + 1, stop) if text[i] > " " < text[i - 1]]
    if len(gaps) < 4 and text.count(" ", start, stop) > 3:
        gaps += [
            lefts[i] - rights[i - 2]
            for i in range(start + 2, stop)
            if text[i] > " " == text[i - 1] and text[i - 2] > " " and rights[i - 1] == lefts[i - 1]
        ]
    if len(gaps) < 4:
        return None
    gaps.sort()
    return gaps[len(gaps) // 2]


def _word_ranges(
    glyphs: Glyphs, text: str, handle: Reference, *, wide: bool
) -> tuple[list[tuple[int, int, bool]], set[int]]:
    """Find the half-open index ranges of words, and whether a space follows each; and the starts of those with reprints.

    The hottest loop of reading a PDF: plain comparisons, no calls but for what is rare.
    """
    generated, usual = calls().generated, _letter_gaps(glyphs, text)
    ranges: list[tuple[int, int, bool]] = []
    reprinted: set[int] = set()
    start, last, space = -1, -1, -1
    word_left, height, near, line_top, line_bottom = 0.0, 0.0, 0.0, 0.0, 0.0
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
        tall = last_bottom - last_top
        if space >= 0 and left - last_right - usual[i] > _SURE * (tall if tall > height else height):
            ranges.append((start, last + 1, True))  # as most words end
            start = -1
        if start >= 0:
            if tall >= 0.6 * height:  # a hyphen's box may be as flat as itself, and tells no line
                line_top, line_bottom = last_top, last_bottom
                if tall > height:
                    height = tall
            gap, other = left - last_right, bottom - top
            overlap = (line_bottom if line_bottom < bottom else bottom) - (line_top if line_top > top else top)
            mean = (last_right - word_left) / (i - start)
            excess = gap - usual[i]
            if (overlap < 0.45 * height and overlap < 0.45 * other) or gap < -0.6 * height - mean:
                broken = not (right == last_right and top == last_top and left == glyphs.lefts[last])  # a ligature's box
            elif space >= 0:
                broken = excess > _SURE * height or excess > _GAP_OF_ADVANCE * mean or generated(handle, space) != 1
            elif excess > 0:
                em = _EM_OF_HEIGHT * (height if height > other else other)
                # Parts of a ligature and marks may have boxes as tight as their ink: the advance is then not known.
                alike = top == last_top or bottom == last_bottom or height > 1.5 * other
                broken = (
                    excess > _GAP_WITH_SPACES * em
                    if wide
                    else excess > _GAP_WITHOUT * em or (alike and excess > _GAP_OF_ADVANCE * mean)
                )
            else:
                broken = False
            if broken:
                ranges.append((start, last + 1, space >= 0))
                start = -1
            elif code == last_code and _is_reprint(glyphs, i, last):
                reprinted.add(start)
                continue
        if start < 0:
            start, word_left, height, near = i, left, 0.0, 0.06 * (bottom - top)
        last, space = i, -1
        last_top, last_right, last_bottom, last_code = top, right, bottom, code
    if start >= 0:
        ranges.append((start, last + 1, space >= 0))
    return ranges, reprinted


def _is_reprint(glyphs: Glyphs, index: int, previous: int) -> bool:
    """Tell whether a glyph is its neighbour printed again, slightly off, to look bold. Equal boxes are one ligature."""
    if glyphs.codes[index] != glyphs.codes[previous]:
        return False
    off = abs(glyphs.lefts[index] - glyphs.lefts[previous])
    return 0.001 < off < 0.25 * (glyphs.rights[index] - glyphs.lefts[index])


def _spelled(glyphs: Glyphs, ranges: list[tuple[int, int, bool]], reprinted: set[int], looks: Looks) -> Iterator[Word]:
    """Make the words of ranges of glyphs. Most need no second look: ordinary letters, upright, without a hyphen or a reprint."""
    lefts, tops, rights, bottoms, text = glyphs.lefts, glyphs.tops, glyphs.rights, glyphs.bottoms, looks.text
    known, ordinary, new = looks.by_object, _ORDINARY.fullmatch, tuple.__new__
    objects = map(calls().text_object, repeat(looks.handle), [start for start, _, _ in ranges])
    for (start, stop, spaced), key in zip(ranges, objects, strict=True):
        look = known.get(key) or looks.known(key, start)
        _, size, font, turns, _, _, _, _ = look
        shown, last = text[start:stop], stop - 1
        top, bottom, left, right = tops[start], bottoms[start], lefts[start], rights[last]
        if tops[last] != top or bottoms[last] != bottom:
            top, bottom = min(top, tops[last]), max(bottom, bottoms[last])
        if (
            turns
            or (font is not FontKind.PLAIN and font is not FontKind.BOLD)
            or right <= left
            or bottom - top < 0.5 * size
            or not ordinary(shown)
            or shown[-1] == "-"
            or start in reprinted
        ):
            word = _make_word(glyphs, start, stop, spaced=spaced, looks=looks, look=look)
            if word is not None:
                yield word
            continue
        bold = font is FontKind.BOLD
        # The named tuple's own constructor costs as much as all of the above.
        yield new(Word, (shown, left, top, right, bottom, start, stop, size, bold, False, spaced, 0, look))


def _make_word(glyphs: Glyphs, start: int, stop: int, *, spaced: bool, looks: Looks, look: Look) -> Word | None:
    text = looks.text[start:stop]
    hyphen = False
    if not _ORDINARY.fullmatch(text) or _TWICE.search(text):
        looks.odd[look.font_id] += odd_codes(glyphs.codes[start:stop]) if look.font is not FontKind.ICONS else 0
        text, hyphen = _unusual_text(glyphs, start, stop, looks.handle)
    font = look.font
    if font is FontKind.DINGBATS and text:
        text = "•"
    if not text or font is FontKind.ICONS or text == LOST:  # a glyph on its own that stands for no letter is an icon
        return None
    if text[-1] in "-\u00ad\u2010":
        text, hyphen = text[:-1] + "-", True
    last = stop - 1
    left, right = glyphs.lefts[start], glyphs.rights[last]
    top, bottom = glyphs.tops[start], glyphs.bottoms[start]
    if glyphs.tops[last] != top or glyphs.bottoms[last] != bottom:
        top, bottom = min(top, glyphs.tops[last]), max(bottom, glyphs.bottoms[last])
    if (
        look.turns or right <= left or (stop - start > 2 and bottom - top < 0.5 * look.size)
    ):  # turned, backwards or flat
        left, right = min(glyphs.lefts[start:stop]), max(glyphs.rights[start:stop])
        top, bottom = min(glyphs.tops[start:stop]), max(glyphs.bottoms[start:stop])
    return Word(
        text, left, top, right, bottom, start, stop, look.size, font is FontKind.BOLD, hyphen, spaced, look.turns, look
    )


def _rtl_word(seen: SeenWord, looks: Looks) -> Word:
    look = looks.of(seen.glyph)
    bold = look.font is FontKind.BOLD
    return Word(seen.text, *seen.box, seen.start, seen.stop, look.size, bold, False, seen.spaced, look.turns, look)


def _unusual_text(glyphs: Glyphs, start: int, stop: int, handle: Reference) -> tuple[str, bool]:
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
