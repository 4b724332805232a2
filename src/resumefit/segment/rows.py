"""The lines of a document that hold words, each with what the other modules ask of it: its section, mark and white space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumefit.core.document import Document, LineRole
from resumefit.core.marks import ITEM_MARK
from resumefit.core.resume import Section
from resumefit.segment.dates import is_cut_off

_BULLET = re.compile(rf"^\s*(?:{ITEM_MARK}|\d{{1,2}}[.)])\s+(?!\d{{4}})")


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
    bold: bool | None = None


def rows_of(document: Document, sections: Sequence[Section]) -> list[Row]:
    """Return the document's lines with words in them, outside page headers and footers.

    Dates that run over the end of a line stay in one row, or a longer city would cost a position its dates.
    """
    rows: list[Row] = []
    place, blank = 0, True
    for index, line in enumerate(document.lines):
        text = document.text[line.start : line.stop]
        if not text.strip() or line.role is not LineRole.BODY:
            blank = blank or not text.strip()
            continue
        while place + 1 < len(sections) and line.start >= sections[place].stop:
            place += 1
        before = rows[-1] if rows else None
        if before and not blank and before.section == place and is_cut_off(before.text, text):
            whole = document.text[before.start : line.stop].replace("\n", " ")
            rows[-1] = replace(before, stop=line.stop, text=whole)
            continue
        apart = (
            blank
            or bool(rows and document.text[rows[-1].stop : line.start].count("\n") > 1)
            or (line.gap_above or 0) > 0.6
        )
        bullet = line.list_depth > 0 or bool(_BULLET.match(text))
        rows.append(Row(index, line.start, line.stop, text, place, bullet, apart, line.bold))
        blank = False
    return rows
