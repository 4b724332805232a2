"""Words of PDF lines with right-to-left letters, as they are seen on the page from left to right.

The order that an engine gives such letters in cannot be relied on (some runs turned, some not), their places can. The
words made here are in the order seen, and so are the letters in each; `bidi.as_read` turns whole lines.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from resumefit.read.bidi import has_rtl, plain_letters
from resumefit.read.pdf_glyphs import Glyphs, calls

if TYPE_CHECKING:
    from resumefit.read.pdf_glyphs import Reference

# White between two letters that ends a word, in line heights: under a space of any font (0.27), over what letters
# without a joined form leave inside words (0.14).
_GAP_OF_HEIGHT = 0.19
_LAM = "\u0644"
_LINE_BREAK = 2  # characters
_SAME_LINE = 0.45  # of the lower height, for two letters to stand on one line
Range = tuple[int, int, bool]


class SeenWord(NamedTuple):
    """One word: its text and the box it fills, the index of one of its characters, and where it stands in the content."""

    text: str
    box: tuple[float, float, float, float]
    glyph: int
    start: int
    stop: int
    spaced: bool


class _Piece(NamedTuple):
    text: str
    glyph: int
    left: float
    top: float
    right: float
    bottom: float


def rtl_stretches(text: str, ranges: list[Range]) -> list[tuple[int, int]]:
    """Find the lines of a page's characters that have right-to-left letters, as ranges that cut no word apart."""
    if not has_rtl(text):
        return []
    stretches: list[tuple[int, int]] = []
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        stop = start + len(line)
        if has_rtl(line):
            touched = [(a, b) for a, b, _ in ranges if a < stop and b > start]
            first = min([start, *(a for a, _ in touched)])
            if stretches and first <= stretches[-1][1] + _LINE_BREAK:  # engines break lines even at a mark
                first = stretches.pop()[0]
            stretches.append((first, max([stop, *(b for _, b in touched)])))
        start = stop + 1
    return stretches


def seen_words(glyphs: Glyphs, stretch: tuple[int, int], handle: Reference, readable: Callable[[int], str]) -> list[SeenWord]:
    """Cut one stretch of characters into words by where they stand: row by row, each from left to right."""
    rows: list[list[_Piece]] = []
    for index in range(*stretch):
        code = glyphs.codes[index]
        box = (glyphs.lefts[index], glyphs.tops[index], glyphs.rights[index], glyphs.bottoms[index])
        character = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if character.isspace() and (calls().generated(handle, index) == 1 or box[2] <= box[0]):
            continue  # a space without width stands anywhere
        piece = _Piece(" " if character.isspace() else plain_letters(readable(code)), index, *box)
        if piece.text:
            _put(piece, rows)
    words: list[SeenWord] = []
    position = stretch[0]
    for row in rows:
        for pieces, spaced in _words_of(row):
            stop = position + len(pieces)
            words.append(_seen(pieces, position, stop, spaced=spaced))
            position = stop
    return words


def _put(piece: _Piece, rows: list[list[_Piece]]) -> None:
    """Add a letter to the row of the letter before it, or begin a row."""
    last = next((p for p in reversed(rows[-1]) if not _is_slight(p)), rows[-1][-1]) if rows else None
    if last is not None:
        if _is_slight(piece):
            rows[-1].append(piece)
            return
        overlap = min(last.bottom, piece.bottom) - max(last.top, piece.top)
        if overlap >= _SAME_LINE * min(last.bottom - last.top, piece.bottom - piece.top):
            rows[-1].append(piece)
            return
    rows.append([piece])


def _is_slight(piece: _Piece) -> bool:
    """Tell whether a piece has no height to tell its row by: a space, or a mark above or below a letter."""
    return piece.text == " " or unicodedata.combining(piece.text[0]) > 0


def _words_of(row: list[_Piece]) -> list[tuple[list[_Piece], bool]]:
    words: list[tuple[list[_Piece], bool]] = []
    current: list[_Piece] = []
    right = 0.0
    height = max(piece.bottom - piece.top for piece in row)  # Arabic letters may come with boxes as flat as they are
    for piece in _in_place(row):
        wide = bool(current) and piece.left - right > _GAP_OF_HEIGHT * height
        if current and (wide or piece.text == " "):
            words.append((current, True))
            current = []
        if piece.text != " ":
            current.append(piece)
            right = max(right, piece.right) if len(current) > 1 else piece.right
    return [*words, (current, True)] if current else words


def _in_place(row: list[_Piece]) -> list[_Piece]:
    """Order letters by where they stand. Marks over a letter, and the second letter of a ligature, are seen left of it."""

    def place(piece: _Piece) -> tuple[float, int, int]:
        middle = (piece.left + piece.right) / 2
        if unicodedata.combining(piece.text[0]):
            over = [p for p in row if p.left <= middle <= p.right and not unicodedata.combining(p.text[0])]
            if over:
                return (round(min((p.left + p.right) / 2 for p in over), 1), 0, piece.glyph)
        # Lam and alef are one glyph with one place, and engines turn the pair or not; lam is always read first.
        return (round(middle, 1), 2 if piece.text == _LAM else 1, piece.glyph)

    return sorted(row, key=place)


def _seen(pieces: list[_Piece], start: int, stop: int, *, spaced: bool) -> SeenWord:
    box = (
        min(p.left for p in pieces),
        min(p.top for p in pieces),
        max(p.right for p in pieces),
        max(p.bottom for p in pieces),
    )
    return SeenWord("".join(p.text for p in pieces), box, pieces[0].glyph, start, stop, spaced)
