"""Where a word ends on a PDF page: at white space, at a jump, or at a gap wider than its letters explain.

PDFium's own ("generated") spaces are not trusted: it glues condensed fonts and tears letterspaced ones. Real space
glyphs are.
"""

from __future__ import annotations

import re
from operator import methodcaller
from typing import TYPE_CHECKING

from resumefit.read.pdf_glyphs import Glyphs, calls
from resumefit.read.pdf_spelling import SPACES, is_reprint

if TYPE_CHECKING:
    from resumefit.read.pdf_glyphs import Reference

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
_LETTERS_SAMPLED = 14  # of a line, to tell whether it is letterspaced at all
_SPACE = re.compile(" ")
_START = methodcaller("start")


def has_real_spaces(text: str, handle: Reference) -> bool:
    """Tell whether the producer wrote space glyphs, from a sample over the page."""
    spaces = list(map(_START, _SPACE.finditer(text)))
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
    sides = zip(lefts[start + 1 : stop], rights[start : stop - 1], text[start + 1 : stop], text[start : stop - 1], strict=True)
    gaps = [left - right for left, right, letter, before in sides if letter > " " < before]
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


def word_ranges(
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
        if (code <= 32 or code >= 0xA0) and (code in SPACES or (code == 0 and right <= left)):
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
                # Letters of one ligature have one box.
                broken = not (right == last_right and top == last_top and left == glyphs.lefts[last])
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
            elif code == last_code and is_reprint(glyphs, i, last):
                reprinted.add(start)
                continue
        if start < 0:
            start, word_left, height, near = i, left, 0.0, 0.06 * (bottom - top)
        last, space = i, -1
        last_top, last_right, last_bottom, last_code = top, right, bottom, code
    if start >= 0:
        ranges.append((start, last + 1, space >= 0))
    return ranges, reprinted
