"""What the odd codes of a PDF's glyphs mean: ligatures spelled out, symbols as bullets, hyphens told from their marks.

Ordinary letters are their own codes and do not come here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from resumefit.read.pdf_glyphs import Glyphs, calls
from resumefit.read.repairs import LOST, mend_ligature

if TYPE_CHECKING:
    from resumefit.read.pdf_glyphs import Reference

SPACES = frozenset(
    {9, 10, 11, 12, 13, 32, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF}
)
_HYPHEN_MARKS = frozenset({0x02, 0xFFFE})
# T1 ("Cork") slots that LaTeX files without a character map show as control codes, and the OT1 slots that do not clash.
# Subset fonts shift the ligatures' slots, so those are only a guess for `mend_ligature`.
_SLOTS = {0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—"}
_SLOT_LIGATURES = {0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x0B: "ff", 0x0E: "ffi", 0x0F: "ffl"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SYMBOL_FONT = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF0A8, 0xF06E, 0xF06C, 0xF071), "•")


def unusual_text(glyphs: Glyphs, start: int, stop: int, handle: Reference) -> tuple[str, bool]:
    """Spell a word that has more than letters and common marks, and tell whether a hyphen mark ends it."""
    pieces: list[str] = []
    hyphen, guess = False, "fi"
    for i in range(start, stop):
        code = glyphs.codes[i]
        if code in SPACES or (code == 0 and glyphs.rights[i] <= glyphs.lefts[i]):
            continue
        if i > start and is_reprint(glyphs, i, i - 1):
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
            pieces.append(readable(code))
    text = "".join(pieces)
    if LOST in text and len(text) > text.count(LOST):
        text = mend_ligature(text, guess=guess)
    return text, hyphen


def readable(code: int) -> str:
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


def is_reprint(glyphs: Glyphs, index: int, previous: int) -> bool:
    """Tell whether a glyph is its neighbour printed again, slightly off, to look bold. Equal boxes are one ligature."""
    if glyphs.codes[index] != glyphs.codes[previous]:
        return False
    off = abs(glyphs.lefts[index] - glyphs.lefts[previous])
    return 0.001 < off < 0.25 * (glyphs.rights[index] - glyphs.lefts[index])
