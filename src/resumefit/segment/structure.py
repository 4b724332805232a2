"""Puts the parts of a resume's structure together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resumefit.core.document import Document
from resumefit.core.protocols import CellOdds
from resumefit.core.resume import MonthRange, Position, PositionKind, Resume, YearMonth
from resumefit.segment.dayorder import doubtful_order, with_day_first
from resumefit.segment.doubts import find_doubtful_dates
from resumefit.segment.items import find_items
from resumefit.segment.outline import find_headings
from resumefit.segment.owndate import end_present, find_own_date, present_ended
from resumefit.segment.personal import find_name, find_personal
from resumefit.segment.places import find_places
from resumefit.segment.positions import find_positions, head_lines
from resumefit.segment.rowroles import RowReader
from resumefit.segment.sections import cut_sections, with_unheaded
from resumefit.segment.sentences import cut_sentences
from resumefit.segment.tenure import years_covered

_PAID = (PositionKind.EMPLOYMENT, PositionKind.FREELANCE, PositionKind.INTERNSHIP)


def segment(
    document: Document,
    *,
    headings: Mapping[str, tuple[str, ...]],
    cells: CellOdds,
    as_of: YearMonth,
    own_date: bool = False,
) -> Resume:
    """Return the structure of a document; `headings` maps section kinds to phrases, `as_of` is where 'present' ends.

    `cells` tells how likely a part of a position's head is a title, an employer, a place.

    With `own_date`, 'present' in an old document ends at the date that it gives itself, and a caution says so.
    """
    found = find_headings(document, headings, as_of=as_of)
    sections = cut_sections(document, found)
    dated = with_day_first(document)
    positions = find_positions(dated, sections, as_of=as_of, reader=RowReader(cells))
    written = find_own_date(dated, positions, as_of=as_of) if own_date else None
    positions = end_present(positions, written)
    sections = with_unheaded(document, sections, positions)
    headlines = frozenset(heading.line for heading in found if heading.stop == document.lines[heading.line].stop)
    sentences = cut_sentences(
        document, sections, positions, headlines=headlines | head_lines(dated, sections, positions, as_of=as_of)
    )
    return Resume(
        as_of=as_of,
        name=find_name(document),
        sections=sections,
        positions=positions,
        sentences=sentences,
        items=find_items(dated, sections, as_of=as_of),
        personal=find_personal(document, sections),
        cautions=(
            *find_doubtful_dates(dated, sections, positions, as_of=as_of),
            *doubtful_order(document, positions),
            *present_ended(written, as_of=as_of),
        ),
        years_total=years_covered(_worked(positions)),
        years_product=years_covered(_worked([position for position in positions if position.is_product_role])),
        places=find_places(document, sections, positions),
    )


def _worked(positions: Sequence[Position]) -> list[MonthRange]:
    return [position.worked for position in positions if position.worked and position.kind in _PAID]
