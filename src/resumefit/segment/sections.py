"""Cuts the text into sections that follow one another and cover it once."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.core.document import Document
from resumefit.core.resume import Position, Section, SectionKind
from resumefit.segment.headings import Heading
from resumefit.segment.positions import HEADLESS

_PROSE_WORDS = 9


def cut_sections(document: Document, headings: Sequence[Heading]) -> tuple[Section, ...]:
    """Return the sections: what stands above the first heading is contact, then one section a heading."""
    starts = [document.lines[heading.line].start for heading in headings]
    bounds = [0, *starts, len(document.text)]
    opening = Section(SectionKind.CONTACT, None, bounds[0], bounds[1])
    rest = [
        Section(heading.kind, heading.words, bounds[place + 1], bounds[place + 2])
        for place, heading in enumerate(headings)
    ]
    return tuple(section for section in (opening, *rest) if section.stop > section.start)


def with_unheaded(
    document: Document, sections: Sequence[Section], positions: Sequence[Position]
) -> tuple[Section, ...]:
    """Give text without a heading the kind it has: work that starts below a summary, a summary below the contacts."""
    found: list[Section] = []
    for section in sections:
        inside = [position for position in positions if section.start <= position.span.start < section.stop]
        if inside and section.kind in HEADLESS:
            at = inside[0].span.start
            if at > section.start:
                found += _opening(document, Section(section.kind, section.heading, section.start, at))
            found.append(Section(SectionKind.EXPERIENCE, None, at, section.stop))
        elif section.kind is SectionKind.CONTACT and section.heading is None:
            found += _opening(document, section)
        else:
            found.append(section)
    return tuple(found)


def _opening(document: Document, section: Section) -> list[Section]:
    """Split what stands above the first heading into contacts and, where it is running text, an unheaded summary."""
    if section.kind is not SectionKind.CONTACT:
        return [section]
    for line in document.lines:
        if section.start <= line.start < section.stop:
            text = document.text[line.start : line.stop]
            words = text.split()
            if (
                len(words) >= _PROSE_WORDS
                and "@" not in text
                and sum(word.isalpha() for word in words) > len(words) * 0.6
            ):
                if line.start == section.start:
                    return [Section(SectionKind.SUMMARY, None, section.start, section.stop)]
                return [
                    Section(SectionKind.CONTACT, None, section.start, line.start),
                    Section(SectionKind.SUMMARY, None, line.start, section.stop),
                ]
    return [section]
