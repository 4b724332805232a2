"""Puts a document's section headings together: known words, less what heads a part of a position, and what looks alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from resumefit.core.document import Document
from resumefit.core.resume import SectionKind, YearMonth
from resumefit.segment.headings import DEGREE, Heading, is_whole, known_headings
from resumefit.segment.looks import Page
from resumefit.segment.subheadings import without_subheadings
from resumefit.segment.unforeseen import with_unforeseen
from resumefit.segment.wordings import kinds_of

_DETAIL = re.compile(
    r"\W*(?:date of birth|d\.?o\.?b\.?|father'?s name|mother'?s name|marital status|gender|sex|nationality|passport)\b", re.IGNORECASE
)
_TOLD = frozenset({SectionKind.EXPERIENCE, SectionKind.SKILLS, SectionKind.OTHER, SectionKind.PROJECTS})


def find_headings(
    document: Document, headings: Mapping[str, tuple[str, ...]], *, as_of: YearMonth
) -> tuple[Heading, ...]:
    """Return the document's section headings, in text order; `headings` maps kinds to phrases."""
    page = Page(document, as_of=as_of)
    known = known_headings(page, kinds_of(headings))
    whole = without_subheadings(page, {index: heading for index, heading in known.items() if is_whole(page, heading)})
    inline = {
        index: heading
        for index, heading in known.items()
        if not is_whole(page, heading) and (heading.is_rail or _inline_ok(index, whole))
    }
    everything = with_unforeseen(page, {**whole, **inline})
    return tuple(_by_content(page, everything[index]) for index in sorted(everything))


def _by_content(page: Page, heading: Heading) -> Heading:
    """Decide by what stands below for words that head either: degrees under "Qualifications", a birth date under "Personal Profile"."""
    below = [page.texts[index] for index in page.below(heading.line, 3)]
    if heading.kind is SectionKind.CERTIFICATIONS and "qualif" in heading.words.casefold():
        degrees = bool(below) and DEGREE.search(below[0]) is not None
        return replace(heading, kind=SectionKind.EDUCATION) if degrees else heading
    if heading.kind is SectionKind.SUMMARY and any(_DETAIL.match(text) for text in below):
        return replace(heading, kind=SectionKind.OTHER)
    return heading


def _inline_ok(index: int, whole: Mapping[int, Heading]) -> bool:
    """An inline heading opens a section only where no position is being told: not below an experience heading's dates."""
    above = [other for other in whole if other < index]
    return not above or whole[max(above)].kind not in _TOLD
