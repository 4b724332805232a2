"""Finds the entries of sections other than work: degrees, certificates, languages, projects, awards, publications.

An entry is one line, or a line with the date or the institution on the next. Titles keep the words of the page; what an issuer or a year is
goes into fields of its own, so that a certificate can count for its competency without the school that gave it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumefit.core.document import Document, Span
from resumefit.core.resume import Item, Section, SectionKind, YearMonth
from resumefit.segment.dates import find_ranges
from resumefit.segment.rows import Row, rows_of
from resumefit.segment.titles import looks_like_firm

_KINDS = frozenset(
    {
        SectionKind.EDUCATION,
        SectionKind.CERTIFICATIONS,
        SectionKind.LANGUAGES,
        SectionKind.PROJECTS,
        SectionKind.AWARDS,
        SectionKind.PUBLICATIONS,
    }
)
_MARK = re.compile(r"^[\s•●▪■◦‣∙·*○►➢➤✓✔#_–—−-]+|^\d{1,2}[.)]\s+")
_DEGREE = re.compile(
    r"(?<![\w])(?:ph\.?\s?d|d\.?phil|m\.?b\.?a|m\.?c\.?a|b\.?c\.?a|m\.?b\.?b\.?s|[bm]\.?\s?(?:sc|tech|eng?|a|s|e|com|ed|arch|des)|mphil|pgce|pgdm|hnd|"
    r"bachelor|master|doctor|diploma|degree|licen[cs]e|maîtrise|licenciatura|laurea|abitur|a[- ]levels?|gcse|ged|minor|hons|honours|certificate|foundation)"  # noqa: E501 - one pattern
    r"(?:'?s)?(?:\.|(?![\w]))",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\b(?:universi[tdz]|hochschule|fachhochschule|politecnico|polit[eé]cnic|[ée]cole|iit|iim|nit|bits)", re.IGNORECASE)
_PARTS = re.compile(r"\s{2,}|\t+|\s*[|•·]\s*|\s+[-–—]\s+|\s*;\s+|,\s+(?![^(]*\))")
_LIST = re.compile(r"(?:\s*[,;|•·]\s*(?:and\s+)?|\s+(?:and|&)\s+(?=[A-Z]))(?![^(]*\))")
_LANGUAGE_WORDS = 6


def find_items(document: Document, sections: Sequence[Section], *, as_of: YearMonth) -> tuple[Item, ...]:
    """Return the entries of those sections, in text order."""
    rows = rows_of(document, sections)
    found: list[Item] = []
    for number, section in enumerate(sections):
        if section.kind in _KINDS:
            own = [row for row in rows if row.section == number and not row.heading]
            is_list = section.kind is SectionKind.LANGUAGES
            found += _languages(own, number) if is_list else _entries(own, number, section.kind, as_of)
    return tuple(found)


def _languages(rows: Sequence[Row], number: int) -> Iterator[Item]:
    """One language a piece: "English (native), German (B2)"."""
    for row in rows:
        at = row.text.find(":") + 1 if re.match(r"\s*languages?\s*:", row.text, re.IGNORECASE) else 0
        for start, stop in _pieces(row.text, at):
            words = _MARK.sub("", row.text[start:stop]).strip(" .")
            if words and len(words.split()) <= _LANGUAGE_WORDS:
                yield Item(number, Span(row.start + start, row.start + stop), words)


def _pieces(text: str, at: int) -> Iterator[tuple[int, int]]:
    for match in _LIST.finditer(text, at):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _entries(rows: Sequence[Row], number: int, kind: SectionKind, as_of: YearMonth) -> Iterator[Item]:
    """One entry a bullet or a block; lines that go on below it belong to it."""
    group: list[Row] = []
    for row in rows:
        if group and not _belongs(group, row, kind, as_of):
            yield _item(group, number, kind, as_of)
            group = []
        group.append(row)
    if group:
        yield _item(group, number, kind, as_of)


def _belongs(group: Sequence[Row], row: Row, kind: SectionKind, as_of: YearMonth) -> bool:
    """Tell whether a line goes on with the entry above it rather than opening one."""
    text = row.text.strip()
    if row.gap:
        return False
    if row.bullet:
        # Bullets below a line that is none tell about it; in a list of bullets each is an entry.
        return not group[0].bullet and kind in (SectionKind.PROJECTS, SectionKind.EDUCATION)
    if group[-1].bullet or text[0].islower():
        return group[0].bullet or text[0].islower()
    above = " ".join(entry.text for entry in group)
    if kind is SectionKind.PROJECTS:
        return True
    has_date, had_date = _when(text, as_of) is not None, _when(above, as_of) is not None
    if kind is SectionKind.EDUCATION:
        return not (_DEGREE.search(text) and _DEGREE.search(above)) and not (has_date and had_date)
    return not had_date and len(group) < 3 and (has_date and len(text.split()) <= 3)


def _item(group: Sequence[Row], number: int, kind: SectionKind, as_of: YearMonth) -> Item:
    words = " | ".join(_MARK.sub("", row.text).strip() for row in group[:3] if row is group[0] or not row.bullet)
    when = _when(words, as_of)
    parts = [part for part in _named_parts(words, as_of) if part]
    if kind is not SectionKind.EDUCATION and parts:
        parts = [*_at_colon(parts[0], kind), *parts[1:]]
    # Elsewhere "Scrum Master" or "Foundation" makes no degree.
    degrees = parts if kind is SectionKind.EDUCATION else []
    degree = next((part for part in degrees if _DEGREE.search(part) and not looks_like_firm(part)), None)
    named = parts[1:] if kind is SectionKind.CERTIFICATIONS and parts and _is_school(parts[0]) else []
    title = degree or (named or parts or [words.strip()])[0]
    issuer = next((part for part in parts if part != title and looks_like_firm(part)), None)
    if issuer is None and kind is SectionKind.EDUCATION:
        issuer = next((part for part in parts if part != title and _SEAT.search(part)), None)
    if issuer is None and len(parts) > 1 and degree is None:
        issuer = next((part for part in parts[1:] if part[:1].isupper() and len(part.split()) <= 6), None)
    return Item(number, Span(group[0].start, group[-1].stop), title, issuer, when)


def _is_school(part: str) -> bool:
    """Tell whether a part names who certifies and nothing else, as "Pragmatic Institute" does."""
    return re.search(r"\b(?:institute|university|college|academy|alliance|school)$", part, re.IGNORECASE) is not None


def _at_colon(part: str, kind: SectionKind) -> list[str]:
    """Cut "Name: what it is" in two, for a certificate only behind who gives it ("CKA: Certified ..." is one name)."""
    before, colon, after = part.partition(": ")
    if colon and (kind is SectionKind.PROJECTS or (kind is SectionKind.CERTIFICATIONS and _is_school(before))):
        return [before.strip(), after.strip()]
    return [part]


def _named_parts(words: str, as_of: YearMonth) -> Iterator[str]:
    for part in _PARTS.split(words):
        for dates in reversed(find_ranges(part, as_of=as_of, single=True)):
            part = part[: dates.start] + part[dates.stop :]
        part = re.sub(r"\(\s*\)|\[\s*\]", "", part)
        yield part.strip(" ,;:()[]–—-*_#.") if part.count("(") == 0 else part.strip(" ,;:–—-*_#.")


def _when(words: str, as_of: YearMonth) -> YearMonth | None:
    """Return the date that an entry ends with: a degree is of the year in which it was finished."""
    ranges = find_ranges(words, as_of=as_of, single=True)
    return (ranges[0].last or None) if ranges else None
