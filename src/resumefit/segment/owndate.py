"""Finds the date that a document gives itself, so that "present" in an old one does not reach to today.

Taken, in this order, are a line that says when it was written ("Last updated: May 2021"), how long a position held at
"present" had lasted ("Jan 2019 - Present (2 yrs 3 mos)"), and the properties of the file. A date that the document's own work is
later than is no such date. Only the ends of positions move: how long ago something was is still counted from `as_of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resumefit.core.document import Caution, Document
from resumefit.core.resume import MonthRange, Position, YearMonth
from resumefit.segment.dateforms import find_dates
from resumefit.segment.dates import find_ranges
from resumefit.segment.durations import duration_after

# Half a year is how long people send out a resume without touching it.
_OLD_MONTHS = 6
_says_when = re.compile(
    r"^\W*(?:(?:this\s+)?(?:resume|résumé|cv|curriculum vitae|profile|document)\s*[:,–-]?\s*)?"
    r"(?:(?:last\s+)?(?:updated?|revised|modified|edited)(?:\s+(?:on|in|as of))?|(?:current\s+|correct\s+)?as\s+of|stand|"
    r"(?:date\s+of\s+)?(?:last\s+)?(?:update|revision))\s*[:,–-]?\s*(?=[\w'’])",
    re.IGNORECASE,
)
_ends_line = re.compile(r"[\s).\]*_|]*(?:page\s+\d+(?:\s+of\s+\d+)?)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnDate:
    """The month in which a document was written, and what says so."""

    month: YearMonth
    source: str


def find_own_date(document: Document, positions: Sequence[Position], *, as_of: YearMonth) -> OwnDate | None:
    """Return the document's own date when it is old and nothing in its positions is later; None otherwise."""
    held = [position for position in positions if position.is_current]
    if not held:
        return None
    latest = max((month for position in positions for month in _known_months(position)), default=0)
    for found in _own_dates(document, positions, as_of=as_of):
        month = _number(found.month)
        if latest <= month:
            return found if month < _number(as_of) - _OLD_MONTHS else None
    return None


def end_present(positions: Sequence[Position], written: OwnDate | None) -> tuple[Position, ...]:
    """Return the positions with those still held worked until the document was written."""
    if written is None:
        return tuple(positions)
    stop = _number(written.month) + 1
    return tuple(
        replace(position, worked=MonthRange(position.worked.start, stop))
        if position.is_current and position.worked is not None and position.worked.start < stop
        else position
        for position in positions
    )


def present_ended(written: OwnDate | None, *, as_of: YearMonth) -> tuple[Caution, ...]:
    """Return the caution that says where 'present' ends instead of `as_of`."""
    if written is None:
        return ()
    message = f"'present' ends in {written.month} and not in {as_of}, as {written.source}; --as-of decides otherwise"
    return (Caution("present-dated", message),)


def _own_dates(document: Document, positions: Sequence[Position], *, as_of: YearMonth) -> Iterator[OwnDate]:
    for line in document.lines:
        text = document.text[line.start : line.stop]
        lead = _says_when.match(text)
        date = next(find_dates(text[lead.end() :], as_of=as_of), None) if lead else None
        if lead and date and date.start == 0 and _ends_line.match(text, lead.end() + date.stop):
            yield OwnDate(_year_month(date.last_month - 1), f"it says '{text.strip()[:40]}'")
    ages = list(_told_by_lengths(document, positions, as_of=as_of))
    if ages:
        yield OwnDate(_year_month(max(ages)), "it says how long the position had been held")
    if document.dated:
        year, _, month = document.dated.partition("-")
        yield OwnDate(YearMonth(int(year), int(month)), "the file was last saved then")


def _told_by_lengths(document: Document, positions: Sequence[Position], *, as_of: YearMonth) -> Iterator[int]:
    """Yield the last month of each range up to present that stands with its length."""
    spans = [position.span for position in positions if position.is_current]
    for line in document.lines:
        if any(span.start <= line.start < span.stop for span in spans):
            text = document.text[line.start : line.stop]
            for dates in find_ranges(text, as_of=as_of):
                lasted = duration_after(text, dates.stop) if dates.is_current and dates.first.month else None
                if lasted is not None:
                    yield dates.first_month + lasted.months - 1


def _known_months(position: Position) -> Iterator[int]:
    """Yield the months that the position writes; of a year alone its first."""
    for when in (position.start, position.stop):
        if when is not None:
            yield _number(when)


def _number(when: YearMonth) -> int:
    return when.year * 12 + max(when.month, 1) - 1


def _year_month(month: int) -> YearMonth:
    return YearMonth(month // 12, month % 12 + 1)
