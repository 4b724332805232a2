"""A word as it is seen on a page, whatever found it: the PDF's own glyphs, a second engine, or character recognition."""

from __future__ import annotations

from typing import NamedTuple

from resumefit.read.pdf_looks import Look


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
