"""Says which dates cannot be as written: an end before its start, a 13th month, work in the future, a career longer than a life.

Nothing is repaired; the report shows the caution and the position counts only for what its dates do hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resumefit.core.document import Caution, Document
from resumefit.core.resume import Position, Section, SectionKind, YearMonth
from resumefit.segment.dateforms import find_dates
from resumefit.segment.dates import find_ranges
from resumefit.segment.rows import rows_of

_LONG_YEARS = 50
_DATED = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.CERTIFICATIONS}
)


def find_doubtful_dates(
    document: Document, sections: Sequence[Section], positions: Sequence[Position], *, as_of: YearMonth
) -> tuple[Caution, ...]:
    """Return a caution for each date or pair of dates of work or education that is impossible or improbable."""
    return (*_unreadable(document, sections, positions, as_of), *_improbable(document, positions, as_of))


def _unreadable(
    document: Document, sections: Sequence[Section], positions: Sequence[Position], as_of: YearMonth
) -> Iterator[Caution]:
    for row in rows_of(document, sections):
        kind = sections[row.section].kind
        if kind not in _DATED and not any(p.span.start <= row.start < p.span.stop for p in positions):
            continue
        page = document.page_at(row.start)
        for dates in find_ranges(row.text, as_of=as_of):
            if dates.is_reversed:
                words = row.text[dates.start : dates.stop]
                yield Caution("dates-reversed", f"'{words}' ends before it starts; its months are not counted", page)
        # A bullet tells a story, in which "45/2019" may be the number of a law.
        for date in () if row.bullet else find_dates(row.text, as_of=as_of):
            if date.impossible:
                words = row.text[date.start : date.stop]
                read = f"there is no such day; read as {date.when}" if date.when.month else "there is no such month"
                yield Caution("dates-impossible", f"'{words}': {read}", page)


def _improbable(document: Document, positions: Sequence[Position], as_of: YearMonth) -> Iterator[Caution]:
    for position in positions:
        page = document.page_at(position.span.start)
        if position.start is None:
            continue
        stop = position.stop or as_of
        if position.start > as_of:
            yield Caution(
                "dates-future", f"'{position.title}' starts after {as_of}: {position.start}; it counts no months", page
            )
        elif position.stop is not None and position.stop > as_of:
            yield Caution(
                "dates-future", f"'{position.title}' ends after {as_of}: {position.stop}; what is to come does not count", page
            )
        if stop.year - position.start.year > _LONG_YEARS:
            yield Caution("dates-improbable", f"'{position.title}' lasts more than {_LONG_YEARS} years", page)
