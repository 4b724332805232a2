"""The lines of a document that hold words, each with what the other modules ask of it: its section, mark and white space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumefit.core.document import Document, LineRole
from resumefit.core.marks import ITEM_MARK
from resumefit.core.resume import Section
from resumefit.segment.dates import is_cut_off
from resumefit.segment.wordings import heading_words

_RAIL_GAP = re.compile(r"(?:\s{3,}|\t+)(?=\S)")
_BULLET = re.compile(rf"^\s*(?:・(?=\w)|(?:{ITEM_MARK}|\d{{1,2}}[.)])\s+(?!\d{{4}}))")


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
    heading: bool = False


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
        section = sections[place] if sections else None
        if section is not None and section.heading is not None and section.start == line.start:
            rows += _headed(Row(index, line.start, line.stop, text, place, False, apart, line.bold), section.heading)
            blank = False
            continue
        if before and before.heading and section and section.heading == _joined(before.text, text) and before.section == place:
            rows.append(Row(index, line.start, line.stop, text, place, False, apart, line.bold, heading=True))
            continue
        bullet = line.list_depth > 0 or bool(_BULLET.match(text))
        rows.append(Row(index, line.start, line.stop, text, place, bullet, apart, line.bold))
        blank = False
    return rows


def _joined(first: str, second: str) -> str:
    """Return the words of a heading that stands on two lines."""
    return heading_words(f"{first.strip()} {heading_words(second)}")


def _headed(row: Row, heading: str) -> list[Row]:
    """Return the row of a heading; two where a label stands in a rail left of what it heads, none of "Skills: ..." is one."""
    words = heading_words(row.text)
    if words == heading or heading.startswith(f"{words} "):
        return [replace(row, heading=True)]
    at = row.text.find(heading) + len(heading)
    gap = _RAIL_GAP.match(row.text, at)
    if heading not in row.text or gap is None:
        return [row]
    label = replace(row, stop=row.start + at, text=row.text[:at], heading=True)
    return [label, replace(row, start=row.start + gap.end(), text=row.text[gap.end() :], gap=True)]
