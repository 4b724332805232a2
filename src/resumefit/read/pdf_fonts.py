"""Tells fonts that hide their letters: without a usable map a page looks fine and reads as rubbish, or as nothing.

Each font is judged on its own, since often one of several (the headings', the titles') is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resumefit.read.letter_pairs import USUAL_LEAST, usual_share

_ODD_LEAST = 12
_ODD_MOST = 0.06  # of a font's letters; ligatures that lost their codes are under 0.03
_SAMPLE = 800  # characters, enough to judge a font by
_WORD_LEAST = 3  # glyphs; shorter runs of odd codes are icons and bullets
_USUAL_ODD = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0xAD, 0x200B, 0xFEFF})


class FontUse(NamedTuple):
    """What one font shows on a page: the text that was kept, and the glyphs inside words that have no usual meaning."""

    text: str
    odd: int = 0

    @property
    def letters(self) -> int:
        """How many glyphs it shows inside words."""
        return len(self.text) - self.text.count(" ") + self.odd


def odd_codes(codes: Sequence[int]) -> int:
    """Count the codes of a word that are no letters: controls, private use, lost ones. Zero for short words."""
    if len(codes) < _WORD_LEAST:
        return 0
    return sum(
        (code < 0x20 or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or code >= 0xFFFD) and code not in _USUAL_ODD
        for code in codes
    )


class Trust(NamedTuple):
    """How far the fonts of a page can be trusted: the letters in fonts that hide them, and the least usual share of a font."""

    hidden: int
    least_usual: float | None


def judge_fonts(uses: Iterable[FontUse]) -> Trust:
    """Judge each font of a page by what it shows. `least_usual` is None where no font shows enough to be judged by."""
    hidden, shares = 0, []
    for use in uses:
        share = usual_share(use.text[:_SAMPLE])
        if share is not None:
            shares.append(share)
        lost = use.odd >= _ODD_LEAST and use.odd > _ODD_MOST * use.letters
        if lost or (share is not None and share < USUAL_LEAST):
            hidden += use.letters
    return Trust(hidden, min(shares, default=None))
