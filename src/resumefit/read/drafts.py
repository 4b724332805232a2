"""What every format's reader gives, and how it becomes a `Document`'s text and lines.

A reader returns `Draft`s in reading order. `assemble` alone builds the text, so offsets, normal form and white space
are the same whatever the format. `WIDE_GAP` stands for white space that a person reads as a jump: a tab, a cell
border, the space before a right-aligned date.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from resumefit.core.document import Box, Caution, Concealed, Line, LineRole
from resumefit.core.marks import GLYPHS

WIDE_GAP = "   "

# Lines of these alone are in normal form too, without being ASCII.
_NORMAL = re.compile(r"[\x20-\x7e\xa1-\xac\xae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2022]*")
# Control characters (tab and line feed are handled before), zero-width marks, byte order marks and non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff\u00ad\u202a-\u202e\u2066-\u2069]"
)
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_DASHES = "–—"
# Glyphs that producers use for a bullet; U+F0xx are Symbol and Wingdings through a Microsoft "symbol" font.
BULLETS = f"{GLYPHS}{_DASHES}\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8"
_BULLET_START = re.compile(rf"^[{BULLETS}](?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Draft:
    """One line before it has offsets. `starts_block`: a blank line stands above it in the text."""

    text: str
    page: int = 1
    box: Box | None = None
    font_size: float | None = None
    bold: bool | None = None
    heading_level: int | None = None
    list_depth: int = 0
    column: int = 0
    gap_above: float | None = None
    role: LineRole = LineRole.BODY
    starts_block: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one format's reader found. `dated` is the month, YYYY-MM, in which the file says it was last saved."""

    format: str
    drafts: tuple[Draft, ...]
    pages: int = 1
    cautions: tuple[Caution, ...] = ()
    concealed: tuple[Concealed, ...] = ()
    doubtful: bool = False
    dated: str | None = None


def clean(text: str) -> str:
    """Bring one line to normal form: NFC, plain spaces, ligatures as letters, no control characters, nothing trailing."""
    if (text.isascii() and text.isprintable()) or _NORMAL.fullmatch(text):  # as most lines are
        return text.rstrip()
    text = _LONE_SURROGATES.sub("\ufffd", text).translate(_LIGATURES)
    text = _UNSEEN.sub("", _ODD_SPACES.sub(" ", text.replace("\t", WIDE_GAP)))
    return unicodedata.normalize("NFC", text).rstrip()


def break_lines(drafts: Iterable[Draft], *, most: int) -> tuple[tuple[Draft, ...], int]:
    """Break lines of more than `most` characters at a space, which a person reads as one paragraph still; count them.

    What comes after reading may take time that grows faster than a line does.
    """
    result: list[Draft] = []
    broken = 0
    for draft in drafts:
        if len(draft.text) <= most // len(WIDE_GAP):  # a tab becomes a wide gap
            result.append(draft)
            continue
        start, text = 0, clean(draft.text)
        broken += len(text) > most
        while start < len(text):
            stop = start + most
            if stop < len(text):
                space = text.rfind(" ", start + 1, stop + 1)
                stop = space if space > start else stop
            piece = text[start:stop] if start == 0 else text[start:stop].lstrip()
            result.append(replace(draft, text=piece, starts_block=draft.starts_block and start == 0))
            start = stop
    return tuple(result), broken


def assemble(drafts: Iterable[Draft]) -> tuple[str, tuple[Line, ...]]:
    """Join drafts into one text and give each its offsets. Empty drafts only pass their block start on."""
    pieces: list[str] = []
    lines: list[Line] = []
    offset, pending_block = 0, False
    for draft in drafts:
        text = clean(draft.text)
        pending_block = pending_block or draft.starts_block
        if not text:
            continue
        separator = ("\n\n" if pending_block else "\n") if pieces else ""
        offset += len(separator)
        pieces.append(separator + text)
        lines.append(
            Line(
                start=offset,
                stop=offset + len(text),
                page=draft.page,
                box=draft.box,
                font_size=draft.font_size,
                bold=draft.bold,
                heading_level=draft.heading_level,
                list_depth=draft.list_depth,
                column=draft.column,
                gap_above=draft.gap_above,
                role=draft.role,
            )
        )
        offset += len(text)
        pending_block = False
    return "".join(pieces), tuple(lines)


def with_bullet(draft: Draft) -> Draft:
    """Write a leading bullet glyph as "• " and note the list depth; a dash counts only before more text."""
    text = bulleted(draft.text)
    return draft if text is None else replace(draft, text=text, list_depth=draft.list_depth or 1)


def bulleted(text: str) -> str | None:
    """Write the glyph that text begins with as "• "; None for text without one, or that is nothing but a dash."""
    text = text.lstrip()
    match = _BULLET_START.match(text)
    if not match:
        return None
    rest = text[match.end() :].strip()
    return None if not rest and text[0] in _DASHES else f"• {rest}".rstrip()


