"""Cuts the text into the units in which skills are looked for: bullets, sentences, lines of lists, headlines.

Every line with words in it is in exactly one unit or, for running text, in the sentences that cover it. Lines that a narrow page broke
are joined again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from resumefit.core.document import Document
from resumefit.core.resume import Position, Section, SectionKind, Sentence, SentenceKind
from resumefit.segment.rows import Row, rows_of

_LISTS = frozenset(
    {
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.CERTIFICATIONS,
        SectionKind.EDUCATION,
        SectionKind.AWARDS,
        SectionKind.CONTACT,
    }
)
_LABEL = re.compile(
    r"^\W*(?:key |main |core )?(?:tools?|technolog(?:y|ies)|tech stack|stack|skills?|environment|methods?|platforms?|systems?|software|keywords?|"  # noqa: E501 - one pattern
    r"languages?|frameworks?|competenc(?:ies|es)|tooling|familiar with|used)\b[^:]{0,30}:\s",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
# "SQL, Looker, Jira. I have never used Kubernetes.": behind a list somebody begins to speak.
_SAID_BEHIND = re.compile(r"(?<=[.!])\s+(?=(?:I|I['’](?:ve|m|d)|Never|Not|No)\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|no|nos|inc|ltd|co|corp|dept|dr|mr|mrs|ms|prof|sr|jr|st|rs|fig|est|al|resp|min|max|avg|jan|feb|mar|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec|pvt|univ|ph\.d|b\.sc|m\.sc|b\.e|b\.tech|m\.tech|u\.s|u\.k|a\.i|p\.a|p\.m|a\.m|ca|cr|stat|mgmt|engg)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_BLURB = re.compile(r"^\W*(?:an?|the|one of|leading|global|europe|india|uk|us)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b")
_SINGULAR = re.compile(r"\b(?:I|my|me)\b", re.IGNORECASE)
_IS_OR_DOES = r"(?:is|was|are|were|has|had|[a-z]{2,}[^s\W]s)"
_GOES_ON = re.compile(
    r"\W*(?:Our|Its|It|We|They|Their|The|With|From|Over|More|Today|Since|Founded|Headquartered|Based|Backed|Customers?|Clients?)\b"
)
_MOST_BLURB, _LEAST_NAME = 40, 3
_CLOSED = (".", "!", "?", ";", ":")


def cut_sentences(
    document: Document, sections: Sequence[Section], positions: Sequence[Position], *, headlines: frozenset[int]
) -> tuple[Sentence, ...]:
    """Return the units in text order. `headlines` are indexes of lines that are headings or heads of positions."""
    found: list[Sentence] = []
    parent: int | None = None
    indent = 0
    holders = _Holders(positions)
    for group in _groups(rows_of(document, sections), headlines, sections, document):
        first = group[0]
        kind = _kind(group, sections, headlines)
        place = holders.at(first.start)
        if kind is SentenceKind.PROSE and place is not None and _describes_firm(group, found, positions[place].company):
            kind = SentenceKind.BLURB
        above = None
        if kind is SentenceKind.BULLET:
            # Formats that know lists give the depth; in plain text a bullet set further in is the bullet's above it.
            nested = parent is not None and found[parent].section == first.section and found[parent].position == place
            if nested and (document.lines[first.index].list_depth > 1 or _indent(first.text) >= indent + 2):
                above = parent
            else:
                parent, indent = len(found), _indent(first.text)
        for start, stop, own_kind in _pieces(document.text, group, kind):
            found.append(Sentence(start, stop, own_kind, first.section, place, above))
    return tuple(found)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _describes_firm(group: Sequence[Row], found: Sequence[Sentence], company: str) -> bool:
    """Tell whether a line right below a head says what the employer is: "A maker of ...", "(40 people, payroll)", "Acme moves ..."."""
    text = " ".join(row.text for row in group).strip()
    if not found or found[-1].kind not in (SentenceKind.HEADLINE, SentenceKind.BLURB) or len(text.split()) > _MOST_BLURB:
        return False
    whole_bracket = text.startswith("(") and text.rstrip(".").endswith(")")
    return whole_bracket or bool(_BLURB.match(text) and not _FIRST_PERSON.search(text)) or _praises(text, company)


def _praises(text: str, company: str) -> bool:
    """Tell whether a paragraph begins with the employer's name and speaks of the employer, or as the employer does, to its end."""
    name = company.split()[0].strip(",.") if company else ""
    if len(name) < _LEAST_NAME or _SINGULAR.search(text):
        return False
    first, *others = _END.split(text)
    named = re.match(rf"\W*{re.escape(name)}\b[^:;]{{0,60}}?\s{_IS_OR_DOES}\s", first)
    return named is not None and all(_GOES_ON.match(other) for other in others)


def _groups(
    rows: Sequence[Row], headlines: frozenset[int], sections: Sequence[Section], document: Document
) -> Iterator[list[Row]]:
    """Join lines that one thought was broken over."""
    group: list[Row] = []
    for row in rows:
        if group and _goes_on(group, row, headlines, sections, document):
            group.append(row)
            continue
        if group:
            yield group
        group = [row]
    if group:
        yield group


def _goes_on(
    group: Sequence[Row], row: Row, headlines: frozenset[int], sections: Sequence[Section], document: Document
) -> bool:
    above = group[-1]
    if row.section != above.section or above.heading or row.bullet or row.gap or row.index in headlines or above.index in headlines:
        return False
    if _LABEL.match(row.text):
        return False
    if group[0].bullet:
        # A line that is set no further in than the bullet's mark and follows a full stop begins anew.
        wrapped = document.lines[row.index].box is not None or _indent(row.text) > _indent(group[0].text)
        return wrapped or not above.text.rstrip().endswith(".")
    if row.text.strip()[0].islower() or above.text.rstrip().endswith((",", " and", " or", "/", "&", "(", "-", "|")):
        return True
    listed = sections[row.section].kind in _LISTS
    return not listed and len(above.text.split()) >= 8 and not above.text.rstrip().endswith(_CLOSED)


def _kind(group: Sequence[Row], sections: Sequence[Section], headlines: frozenset[int]) -> SentenceKind:
    text = " ".join(row.text for row in group)
    if group[0].index in headlines or group[0].heading:
        return SentenceKind.HEADLINE
    if _LABEL.match(text) or _is_list(text, sections[group[0].section].kind):
        return SentenceKind.ITEM_LIST
    return SentenceKind.BULLET if group[0].bullet else SentenceKind.PROSE


def _is_list(text: str, kind: SectionKind) -> bool:
    """A line of names without a sentence: in a list section, or anywhere when separators outnumber the words between them."""
    body = text.strip()
    items = [item for item in re.split(r"[,;|•·]\s*|\s{3,}", body) if item.strip()]
    short = sum(len(item.split()) <= 4 for item in items)
    if kind is SectionKind.SKILLS:
        return len(items) >= 3 or len(body.split()) <= 4
    return len(items) >= 4 and short == len(items) and not body.endswith(".")


def _pieces(text: str, group: Sequence[Row], kind: SentenceKind) -> Iterator[tuple[int, int, SentenceKind]]:
    """Cut running text at the ends of sentences, with the kind of each; a bullet stays whole unless it holds several."""
    start, stop = _trimmed(text, group[0].start, group[-1].stop)
    if kind is SentenceKind.HEADLINE:
        yield start, stop, kind
        return
    if kind is SentenceKind.ITEM_LIST:
        said = _SAID_BEHIND.search(text, start, stop)
        yield start, said.start() if said else stop, kind
        if said is None:
            return
        start, kind = said.end(), SentenceKind.PROSE
    at = start
    for match in _END.finditer(text, start, stop):
        if not _ABBREVIATION.search(text[at : match.start()]):
            yield at, match.start(), kind
            at = match.end()
    if at < stop:
        yield at, stop, kind


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return start, stop


class _Holders:
    """Finds the position that holds an offset, the first of several; the positions are in text order."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self._starts = [position.span.start for position in positions]
        self._reached = list(accumulate((position.span.stop for position in positions), max))

    def at(self, offset: int) -> int | None:
        """Return the index of the position; None for an offset outside of all."""
        first = bisect_right(self._reached, offset)
        return first if first < len(self._starts) and self._starts[first] <= offset else None
