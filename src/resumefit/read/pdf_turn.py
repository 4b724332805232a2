"""Sets pages upright whose text is turned or askew: printed landscape, upside down, or scanned with its text layer.

The page's /Rotate is changed in memory, so that all that looks at the page afterwards (boxes, rendering) agrees. What is
askew by a few degrees is straightened in the glyphs' boxes alone. What is turned on an upright page is put together here.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from resumefit.read.pdf_glyphs import Glyphs, View, calls, reference_of, references_into
from resumefit.read.pdf_looks import ASKEW

if TYPE_CHECKING:
    import pypdfium2

    from resumefit.read.pdf_glyphs import Reference
    from resumefit.read.words import Word

_SAMPLES = 24
_MOST = 0.7  # of the sampled letters must agree
_LEAST_SLANT = math.radians(0.4)
_LARGEST_SLANT = math.radians(30)
_WORD_SPACE = 0.17  # of the letters' height, between turned letters
_NEXT = 2  # characters of a line break, which the engine sees between turned letters


def set_upright(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, count: int) -> float:
    """Turn the page so that most of its text runs from left to right; returns by how much it is still askew, in radians.

    The slant is positive where lines rise towards the right.
    """
    angles = _angles(reference_of(text_page), count)
    shown = (page.get_rotation() // 90) % 4
    if not angles or not (any(angles) or shown):  # nothing to go by, or upright, as nearly every page is
        return 0.0
    quarters = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles)
    turn, agreeing = quarters.most_common(1)[0]
    if agreeing < _MOST * len(angles):
        return 0.0
    if (turn - shown) % 4:
        page.set_rotation(turn * 90)
    rest = [math.remainder(angle, math.pi / 2) for angle in angles if round(angle / (math.pi / 2)) % 4 == turn]
    slant = median(rest)
    alike = sum(abs(angle - slant) < _LEAST_SLANT for angle in rest) >= _MOST * len(rest)
    return slant if alike and _LEAST_SLANT < abs(slant) < _LARGEST_SLANT else 0.0


def _angles(handle: Reference, count: int) -> list[float]:
    """Sample the directions of letters in user space, counterclockwise from the right. Mirrored ones tell nothing."""
    matrix = (ctypes.c_float * 6)()
    where, bound = references_into(matrix)[0], calls()
    found: list[float] = []
    for index in range(0, count, max(1, count // _SAMPLES)):
        if bound.generated(handle, index) == 1 or not bound.matrix(handle, index, where):
            continue
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        if a * d - b * c > 0:
            found.append(math.atan2(b, a))
    return found


def straightened(glyphs: Glyphs, slant: float, *, view: View) -> Glyphs:
    """Turn the boxes of glyphs on lines that rise by `slant` radians back about the page's middle.

    A box that holds a slanted letter is wider and taller than the letter; both are taken back.
    """
    x0, y0 = view.width / 2, view.height / 2
    cosine, sine, steep = math.cos(slant), math.sin(slant), abs(math.sin(slant))
    lefts, tops, rights, bottoms = [], [], [], []
    for left, top, right, bottom in zip(glyphs.lefts, glyphs.tops, glyphs.rights, glyphs.bottoms, strict=True):
        wide, tall = right - left, bottom - top
        x, y = (left + right) / 2 - x0, (top + bottom) / 2 - y0
        x, y = x0 + x * cosine - y * sine, y0 + x * sine + y * cosine
        scale = cosine * cosine - steep * steep
        width, height = max(0.0, (wide * cosine - tall * steep) / scale), max(0.0, (tall * cosine - wide * steep) / scale)
        lefts.append(x - width / 2)
        rights.append(x + width / 2)
        tops.append(y - height / 2)
        bottoms.append(y + height / 2)
    return Glyphs(glyphs.text, glyphs.codes, lefts, tops, rights, bottoms)


def join_turned(words: Sequence[Word]) -> list[Word]:
    """Put words together whose letters do not stand beside one another because the text is turned.

    The engine takes each turned letter for a line of its own; only what stands between the letters on the page tells of spaces.
    """
    result: list[Word] = []
    glued = False  # a ligature, whose box is of no use, has been added
    for word in words:
        last = result[-1] if result else None
        if last is None or not word.turns or word.turns == 2 or last.turns != word.turns:
            result.append(word)
            glued = False
            continue
        follows = word.start - last.stop <= _NEXT
        em = last.right - last.left
        gap = last.top - word.bottom if word.turns == 3 else word.top - last.bottom
        inline = abs(word.left - last.left) < 0.5 * em and -0.5 * em < gap < 1.2 * em
        if word.turns == ASKEW:
            inline = follows
        elif not inline and follows and word.stop - word.start == 2 and word.text in ("fi", "fl", "ff"):
            result[-1] = last._replace(text=last.text + word.text, stop=word.stop)
            glued = True
            continue
        if not inline:
            result.append(word)
        else:
            spaced = last.spaced if word.turns == ASKEW else gap > _WORD_SPACE * em and not glued
            result[-1] = _joined(last, word, " " if spaced else "")
        glued = False
    return result


def _joined(last: Word, word: Word, between: str) -> Word:
    return last._replace(
        text=last.text + between + word.text,
        left=min(last.left, word.left),
        top=min(last.top, word.top),
        right=max(last.right, word.right),
        bottom=max(last.bottom, word.bottom),
        stop=word.stop,
        spaced=word.spaced,
    )
