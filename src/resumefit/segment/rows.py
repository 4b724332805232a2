"""The lines of a document that hold words, each with what the other modules ask of it: its section, mark and white space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.document import Document, LineRole
from resumefit.core.resume import Section

_BULLET = re.compile(r"^\s*(?:[•●▪■◦‣∙·*○►➢➤✓–—−-]|\d{1,2}[.)])\s+(?!\d{4})")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the document that is not blank, with its text and what it may be."""

    index: int
    start: int
    stop: int
    text: str
    section: int
    bullet: bool
    gap: bool


def rows_of(document: Document, sections: Sequence[Section]) -> list[Row]:
    """Return the document's lines with words in them, outside page headers and footers."""
    rows: list[Row] = []
    place, blank = 0, True
    for index, line in enumerate(document.lines):
        text = document.text[line.start : line.stop]
        if not text.strip() or line.role is not LineRole.BODY:
            blank = blank or not text.strip()
            continue
        while place + 1 < len(sections) and line.start >= sections[place].stop:
            place += 1
        apart = (
            blank
            or bool(rows and document.text[rows[-1].stop : line.start].count("\n") > 1)
            or (line.gap_above or 0) > 0.6
        )
        bullet = line.list_depth > 0 or bool(_BULLET.match(text))
        rows.append(Row(index, line.start, line.stop, text, place, bullet, apart))
        blank = False
    return rows
