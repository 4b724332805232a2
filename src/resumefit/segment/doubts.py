"""Says which dates cannot be as written: an end before its start, work in the future, a career longer than a life.

Nothing is repaired; the report shows the caution and the position counts only for what its dates do hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from resumefit.core.document import Caution, Document
from resumefit.core.resume import Position, Section, SectionKind, YearMonth
from resumefit.segment.dates import find_ranges

_LONG_YEARS = 50
_DASHED = re.compile(r"\s*(?:[-–—→>~]+|to|until|till)\s*", re.IGNORECASE)


def find_doubtful_dates(
    document: Document, sections: Sequence[Section], positions: Sequence[Position], *, as_of: YearMonth
) -> tuple[Caution, ...]:
    """Return a caution for each pair of dates in the work section that is impossible or improbable."""
    return (*_reversed(document, sections, as_of), *_improbable(document, positions, as_of))


def _reversed(document: Document, sections: Sequence[Section], as_of: YearMonth) -> Iterator[Caution]:
    for section in sections:
        if section.kind is not SectionKind.EXPERIENCE:
            continue
        for line in document.lines:
            if not section.start <= line.start < section.stop:
                continue
            text = document.text[line.start : line.stop]
            dates = find_ranges(text, as_of=as_of, single=True)
            for first, last in pairwise(dates):
                between = text[first.stop : last.start]
                if _DASHED.fullmatch(between) and last.first_month < first.first_month:
                    words = text[first.start : last.stop]
                    yield Caution(
                        "dates-reversed", f"'{words}' ends before it starts; its months are not counted", line.page
                    )


def _improbable(document: Document, positions: Sequence[Position], as_of: YearMonth) -> Iterator[Caution]:
    now = as_of.year * 12 + max(as_of.month, 1) - 1
    for position in positions:
        page = document.page_at(position.span.start)
        if position.worked is None:
            continue
        if position.worked.stop > now + 1 and position.stop is not None and position.stop > as_of:
            yield Caution("dates-future", f"'{position.title}' ends after {as_of}: {position.stop}", page)
        if position.worked.months > _LONG_YEARS * 12:
            yield Caution("dates-improbable", f"'{position.title}' lasts more than {_LONG_YEARS} years", page)
