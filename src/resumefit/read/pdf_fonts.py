"""Tells fonts that hide their letters: without a usable map a page looks fine and reads as rubbish, or as nothing.

Each font is judged on its own, since often one of several (the headings', the titles') is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from resumefit.read.letter_pairs import USUAL_LEAST, usual_share

_ODD_LEAST = 12
_ODD_MOST = 0.06  # of a font's letters; ligatures that lost their codes are under 0.03
_WORD_LEAST = 3  # glyphs; shorter runs of odd codes are icons and bullets
_USUAL_ODD = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0xAD, 0x200B, 0xFEFF})


@dataclass(slots=True)
class FontUse:
    """What one font shows on a page: the text kept, its letters, and the glyphs inside words that have no usual meaning."""

    texts: list[str] = field(default_factory=list)
    letters: int = 0
    odd: int = 0

    def add(self, text: str) -> None:
        """Take a word that was kept."""
        self.texts.append(text)
        self.letters += len(text)

    def hides(self) -> bool:
        """Tell whether the font's letters cannot be trusted."""
        if self.odd >= _ODD_LEAST and self.odd > _ODD_MOST * (self.letters + self.odd):
            return True
        share = usual_share(" ".join(self.texts))
        return share is not None and share < USUAL_LEAST


def odd_codes(codes: Sequence[int]) -> int:
    """Count the codes of a word that are no letters: controls, private use, lost ones. Zero for short words."""
    if len(codes) < _WORD_LEAST:
        return 0
    return sum(
        (code < 0x20 or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or code >= 0xFFFD) and code not in _USUAL_ODD
        for code in codes
    )


def hidden_letters(uses: Iterable[FontUse]) -> int:
    """Count the letters of a page that stand in fonts which hide them."""
    return sum(use.letters + use.odd for use in uses if use.hides())
