"""Finds positions: a head around each range of dates, and everything below it until the next head.

Dates may stand before, beside, above or below the title; an employer's line may open several roles; a resume may have no heading for its
work at all. Education and certificates have dates too, so only sections of work are read, and sections without a heading when
a title stands beside the dates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from resumefit.core.document import Document, Span
from resumefit.core.resume import Position, PositionKind, Section, SectionKind, YearMonth
from resumefit.segment.dates import find_ranges
from resumefit.segment.entries import Entry, entries_of, has_work, opens_with_entry, undated_entries
from resumefit.segment.headingwords import WORK
from resumefit.segment.headparts import is_short, runs_on_in_small
from resumefit.segment.heads import LABELLED
from resumefit.segment.labelled import labelled_entries
from resumefit.segment.legalforms import STOP_OF_FORM
from resumefit.segment.rowroles import RowReader
from resumefit.segment.rows import Row, rows_of
from resumefit.segment.titles import product_role

# Sections in which work is told only where nobody gave it a heading of its own.
HEADLESS = frozenset({
    SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.PUBLICATIONS, SectionKind.OTHER
})
# Of these, the ones that may hold further work where a heading of work stands elsewhere.
_ASIDE = frozenset({SectionKind.CONTACT, SectionKind.OTHER})


def find_positions(
    document: Document, sections: Sequence[Section], *, as_of: YearMonth, reader: RowReader
) -> tuple[Position, ...]:
    """Return the positions in text order, each with the span of its whole entry."""
    rows = rows_of(document, sections)
    found: list[Entry] = []
    at_work = False
    headed = any(section.kind is SectionKind.EXPERIENCE for section in sections)
    for place, section in enumerate(sections):
        inside = [row for row in rows if row.section == place]
        own = [row for row in inside if not row.heading]
        at_work = section.kind is SectionKind.EXPERIENCE or (at_work and section.kind is SectionKind.OTHER)
        if section.kind is SectionKind.OTHER and at_work and opens_with_entry(inside, as_of=as_of):
            # An employer in capitals, alone on its line, looks like the headings around it.
            found += entries_of(inside, as_of=as_of, headed=True, reader=reader)
        elif section.kind in WORK:
            found += _told(own, as_of=as_of, reader=reader, undated=section.kind is SectionKind.EXPERIENCE)
        elif section.kind in (_ASIDE if headed else HEADLESS) and has_work(own, as_of):
            found += entries_of(own, as_of=as_of, headed=False, reader=reader)
    return tuple(
        # Roles that share a line share its span; the next entry is the first that starts further down.
        _position(
            entry,
            _stop(entry, next((later for later in found[number + 1 :] if _below_of(later, entry)), None), sections),
            sections,
            as_of,
        )
        for number, entry in enumerate(found)
    )


def _told(rows: Sequence[Row], *, as_of: YearMonth, reader: RowReader, undated: bool) -> list[Entry]:
    """Return the entries of a section of work: forms, dated heads, or, where nothing is dated, heads alone."""
    found = labelled_entries(rows, as_of=as_of) or entries_of(rows, as_of=as_of, headed=True, reader=reader)
    return found or (undated_entries(rows, reader=reader) if undated else [])


def _below_of(later: Entry, entry: Entry) -> bool:
    return later.rows[0].start > entry.rows[0].start


def head_lines(
    document: Document, sections: Sequence[Section], positions: Sequence[Position], *, as_of: YearMonth
) -> frozenset[int]:
    """Return the indexes of the lines that are heads of positions: title, employer, dates."""
    found: set[int] = set()
    rows = rows_of(document, sections)
    for position in positions:
        first = bisect_left(rows, position.span.start, key=attrgetter("start"))
        inside = [row for row in rows[first : first + 4] if row.start < position.span.stop]
        last = 0
        for number, row in enumerate(inside):
            named = position.title[:12] in row.text or (position.company and position.company[:12] in row.text)
            short = not row.bullet and is_short(row.text) and not _is_sentence(row.text)
            if number == 0 or LABELLED.match(row.text) or (short and (named or find_ranges(row.text, as_of=as_of))):
                last = number
        found |= {row.index for row in inside[: last + 1]}
    return frozenset(found)


def _is_sentence(text: str) -> bool:
    """Tell whether a line is running text, though it names the employer: "Umbra insures boats for the towns of Cork."."""
    return text.rstrip().endswith(".") and not STOP_OF_FORM.search(text) and runs_on_in_small(text)


def _stop(entry: Entry, following: Entry | None, sections: Sequence[Section]) -> int:
    end = sections[entry.dated.section].stop
    if following is not None and following.dated.section == entry.dated.section:
        return min(end, following.rows[0].start)
    return end


def _position(entry: Entry, stop: int, sections: Sequence[Section], as_of: YearMonth) -> Position:
    is_product, why = product_role(entry.head.title)
    dates = entry.dates
    return Position(
        title=entry.head.title,
        company=entry.head.company,
        span=Span(entry.rows[0].start, stop),
        start=dates.first if dates else None,
        stop=dates.last if dates else None,
        is_current=dates.is_current if dates else False,
        worked=dates.worked(as_of) if dates else None,
        is_product_role=is_product,
        product_reason=why,
        location=entry.head.location or None,
        kind=_kind(entry, sections),
    )


def _kind(entry: Entry, sections: Sequence[Section]) -> PositionKind:
    words = f"{entry.head.title} {entry.head.company}".casefold()
    if sections[entry.dated.section].kind is SectionKind.VOLUNTEERING or "volunteer" in words:
        return PositionKind.VOLUNTEERING
    if re.search(r"\bintern(?:ship)?\b|\btrainee\b|werkstudent|working student", words):
        return PositionKind.INTERNSHIP
    if re.search(r"freelance|self-employed|independent|contractor|^contract\b", words):
        return PositionKind.FREELANCE
    return PositionKind.EMPLOYMENT
