"""The glyphs of a PDF page become words, each with its letters, its box and how it looks.

Where a word ends is found in `pdf_word_breaks`, what its odd codes mean in `pdf_spelling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING

from resumefit.read.pdf_bidi import SeenWord, rtl_stretches, seen_words
from resumefit.read.pdf_fonts import FontUse, odd_codes
from resumefit.read.pdf_glyphs import Glyphs, View, calls
from resumefit.read.pdf_looks import ASKEW, FontKind, Look, Looks
from resumefit.read.pdf_spelling import readable, unusual_text
from resumefit.read.pdf_turn import join_turned
from resumefit.read.pdf_word_breaks import has_real_spaces, word_ranges
from resumefit.read.repairs import LOST
from resumefit.read.words import Word

if TYPE_CHECKING:
    from resumefit.read.pdf_glyphs import Reference

_SAME_PLACE_PT = 1.3
# Words of these alone need no look at each code.
_ORDINARY = re.compile(r"[\x21-\x7e\xa1-\xac\xae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2022]+")
_TWICE = re.compile(r"(.)\1")  # two equal neighbours may be one glyph printed twice


def make_words(glyphs: Glyphs, *, handle: Reference, view: View) -> tuple[list[Word], list[FontUse]]:
    """Cut the glyphs of a page into words, in content order; and tell what each of its fonts shows."""
    text = glyphs.text
    looks = Looks(handle, view, text)
    wide = has_real_spaces(text, handle)
    ranges, reprinted = word_ranges(glyphs, text, handle, wide=wide)
    stretches = rtl_stretches(text, ranges)
    if stretches:
        ranges = [r for r in ranges if not any(a <= r[0] < b for a, b in stretches)]
    words = list(_spelled(glyphs, ranges, reprinted, looks))
    for stretch in stretches:
        words += [_rtl_word(seen, looks) for seen in seen_words(glyphs, stretch, handle, readable)]
    if stretches:
        words.sort(key=lambda word: word.start)
    if any(look.turns & 1 or look.turns == ASKEW for look in looks.by_object.values()):
        words = join_turned(words)
    return _without_reprints(words), _fonts(words, looks)


def _fonts(words: list[Word], looks: Looks) -> list[FontUse]:
    """Collect what each font of the page shows."""
    texts: dict[int, list[str]] = {font: [] for font in looks.odd}
    last: Look | None = None
    shown = texts.setdefault(0, [])
    for text, _, _, _, _, _, _, _, _, _, _, _, look in words:
        if look is not last:  # most words look as the one before
            last, shown = look, texts.setdefault(look.font_id if look is not None else 0, [])
        shown.append(text)
    return [FontUse(" ".join(shown), looks.odd[font]) for font, shown in texts.items() if shown or looks.odd[font]]


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


def _spelled(glyphs: Glyphs, ranges: list[tuple[int, int, bool]], reprinted: set[int], looks: Looks) -> Iterator[Word]:
    """Make the words of ranges of glyphs. Most need no second look: ordinary letters, upright, without a hyphen or a reprint."""
    lefts, tops, rights, bottoms, text = glyphs.lefts, glyphs.tops, glyphs.rights, glyphs.bottoms, looks.text
    known, ordinary, new = looks.by_object, _ORDINARY.fullmatch, tuple.__new__
    plain, bold = FontKind.PLAIN, FontKind.BOLD
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
            or (font is not plain and font is not bold)
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
        # The named tuple's own constructor costs as much as all of the above.
        yield new(Word, (shown, left, top, right, bottom, start, stop, size, font is bold, False, spaced, 0, look))


def _make_word(glyphs: Glyphs, start: int, stop: int, *, spaced: bool, looks: Looks, look: Look) -> Word | None:
    text = looks.text[start:stop]
    hyphen = False
    if not _ORDINARY.fullmatch(text) or _TWICE.search(text):
        looks.odd[look.font_id] += odd_codes(glyphs.codes[start:stop]) if look.font is not FontKind.ICONS else 0
        text, hyphen = unusual_text(glyphs, start, stop, looks.handle)
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
