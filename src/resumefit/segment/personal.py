"""Finds personal data for one purpose: to leave it out. Errs on the side of leaving out too much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumefit.core.document import Document, Line, Span
from resumefit.core.resume import Personal, PersonalKind, Section, SectionKind
from resumefit.segment.names import is_also_word, stands_for_person

_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++\s?@\s?[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_LINK = re.compile(
    r"\b(?:https?://|www\.)\S+|\b(?:[\w-]+\.)*(?:linkedin|github|gitlab|twitter|xing|medium|behance|kaggle|orcid|facebook|instagram|x)\.(?:com|org|io|net)\b[^\s|,;)]*"
    r"|\b(?:linkedin|github|gitlab|twitter|skype|telegram|xing)\s*[:/@]\s*[\w./@-]+|\b[\w-]+\.(?:(?:me|dev|name|page|design|blog)(?:/\S*)?|io/\S+)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z]\w{2,}")
_PHONE = re.compile(r"(?<![\w/.-])\(?\+?\(?\d(?:(?!  )[\d ()./\u00a0x-]){5,18}\d(?![\w/-])", re.IGNORECASE)
_BIRTH = re.compile(
    r"(?<!\w)(?:date of birth|d\.?o\.?b\.?|born(?: on| in)?|birth ?date|age(?=\s*[:\-–]?\s*\d)|geboren(?: am)?|geburtsdatum)(?!\w)\s*[:\-–]?\s*[^\n|;]{1,40}",  # noqa: E501 - one pattern
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"\b(?:gender|sex|pronouns?)\s*[:\-–]?\s*[a-z/]+|\b(?:she/her|he/him|they/them)(?:/\w+)?\b", re.IGNORECASE
)
_MARITAL = re.compile(
    r"\bmarital status\s*[:\-–]?\s*\w+|\b(?:married|unmarried|divorced|widowed)\b(?:[^\n|;]{0,30}children)?|\bfather'?s name\s*[:\-–]?[^\n]+",  # noqa: E501 - one pattern
    re.IGNORECASE,
)
_NATIONALITY = re.compile(
    r"\b(?:nationality|citizenship|religion|caste|staatsangehörigkeit)\s*[:\-–]?\s*[^\n|;,]+", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\b\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w.'-]+\s+){1,4}(?i:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|square|sq|place|pl|boulevard|blvd|terrace|gardens|park|row|walk|crescent)\b\.?[^\n|;•·]*"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b[A-Z][\w.-]+(?:straße|strasse|gasse|weg|platz|gatan|vej|laan|straat)\s+\d+[^\n|;•·]*|\b(?:address|anschrift)\s*[:\-–]\s*[^\n]+|\b\d{5,6}(?=\s+[A-Z][a-z]+)|(?<=[a-z] )\d{3}\s?\d{3}\b",  # noqa: E501 - one pattern
)
# Labelled details are taken out wherever they stand, many resumes end with them.
_LABELLED_BIRTH = re.compile(
    r"(?<!\w)(?:date of birth|d\.?o\.?b\.?|birth ?date|geburtsdatum)\s*[:\-–]?\s*[^\n|;]{1,40}", re.IGNORECASE
)
_LABELLED_MARITAL = re.compile(r"\bmarital status\s*[:\-–]?\s*\w+|\bfather'?s name\s*[:\-–]?[^\n]+", re.IGNORECASE)
_LABELLED_NATIONALITY = re.compile(r"\b(?:nationality|citizenship|religion|caste)\s*[:\-–]\s*[^\n|;,]+", re.IGNORECASE)
_ADDRESS_LABEL = re.compile(r"\baddress\s*[:\-–]\s*[^\n]+", re.IGNORECASE)
_SCHOOL = re.compile(
    r"(?:[A-Z][\w.'&-]*\s+(?:of\s+|for\s+|the\s+|and\s+|de\s+|der\s+|für\s+)*){0,5}(?:University|College|Institute|School|Academy|Universität|Hochschule|Université|Universidad|Università|Polytechnic|Faculty)"
    r"(?:\s+(?:of|for|at|and|the|de|di|der|für|[A-Z][\w.'&-]*))*"
)
_NOT_NAME = re.compile(
    r"\d|@|[|/:;]|\b(?:curriculum|vitae|resume|résumé|cv|profile|(?:cover|front|title) page|confidential|lebenslauf)\b", re.IGNORECASE
)
_NAME_WORD = re.compile(r"^[^\W\d_][\w'’.-]*$", re.UNICODE)
# "(she/her)", "she/her", "(Max)": what people write after their name, or in the middle of it.
_AROUND_NAME = re.compile(r"\s*(?:[(\[][^()\[\]]{1,30}[)\]]|\b(?:she|he|they)/\w+(?:/\w+)?$)\s*", re.IGNORECASE)
_SMALL_WORDS = "de van von der den ter ten da di do dos das du del della le la el al ul bin bint ben ibn abu af av zu zum zur y e i und st"
_PARTICLES = frozenset(_SMALL_WORDS.split())
_NAME_LINES = 8


def find_personal(document: Document, sections: Sequence[Section]) -> tuple[Personal, ...]:
    """Return stretches of personal data in text order, not overlapping."""
    found: list[Personal] = []
    top = _top_end(document, sections)
    name = find_name(document, sections)
    for kind, pattern, stop in (
        (PersonalKind.EMAIL, _EMAIL, None), (PersonalKind.LINK, _LINK, None),
        (PersonalKind.LINK, _HANDLE, top), (PersonalKind.PHONE, _PHONE, None),
        (PersonalKind.BIRTH_DATE, _BIRTH, top), (PersonalKind.GENDER, _GENDER, None), (PersonalKind.MARITAL, _MARITAL, top),
        (PersonalKind.NATIONALITY, _NATIONALITY, top), (PersonalKind.ADDRESS, _ADDRESS, top),
        (PersonalKind.ADDRESS, _ADDRESS_LABEL, None),
        (PersonalKind.BIRTH_DATE, _LABELLED_BIRTH, None), (PersonalKind.MARITAL, _LABELLED_MARITAL, None),
        (PersonalKind.NATIONALITY, _LABELLED_NATIONALITY, None),
    ):  # fmt: skip
        found += [Personal(kind, span) for span in _spans(document.text, pattern, stop, sections)]
    found = [entry for entry in found if entry.kind is not PersonalKind.PHONE or _is_phone(_at(document, entry))]
    for section in sections:
        if section.kind is SectionKind.EDUCATION:
            found += [
                Personal(PersonalKind.SCHOOL, Span(m.start(), m.end()))
                for m in _SCHOOL.finditer(document.text, section.start, section.stop)
            ]
    if name:
        found += [Personal(PersonalKind.NAME, span) for span in _name_spans(document.text, name)]
    return _without_overlaps(found)


def find_name(document: Document, sections: Sequence[Section]) -> str | None:
    """Return the person's name: the first line near the top that reads like one, preferring the largest letters."""
    lines = [line for line in document.lines if document.text[line.start : line.stop].strip()][:_NAME_LINES]
    candidates = [(line, name) for line in lines if (name := _name_in(document.text[line.start : line.stop]))]
    if lower := _lower_case_name(document, lines):
        return lower
    if not candidates:
        return None
    largest = max((line.font_size or 0.0) for line, _ in candidates)
    first_size = candidates[0][0].font_size or 0.0
    if largest < first_size * 1.15:
        return candidates[0][1]
    return next(name for line, name in candidates if (line.font_size or 0.0) >= largest - 0.1)


def _lower_case_name(document: Document, lines: Sequence[Line]) -> str | None:
    """Return the first line of a document that begins all in lower case, when it is two or three words and nothing else."""
    if not lines:
        return None
    first = document.text[lines[0].start : lines[0].stop].strip(" *#_=~.")
    words = first.split()
    if not 2 <= len(words) <= 3 or first != first.lower() or not all(_NAME_WORD.match(word) for word in words):
        return None
    from resumefit.segment.titles import looks_like_title

    return None if _NOT_NAME.search(first) or looks_like_title(first) else first


def _name_in(text: str) -> str | None:
    """Return the name that a line holds, alone or before a gap, a comma or a bar; what follows a title is none."""
    from resumefit.segment.titles import looks_like_title

    for piece in re.split(r"\s{3,}|\s[|·•–—-]\s|,\s|\t", text.strip())[:4]:
        words = piece.strip(" *#_=~.")
        if name := _name_of(words):
            return name
        if looks_like_title(words):
            return None
    return None


def _name_of(first: str) -> str | None:
    first = re.sub(r"^(?:name|mr\.?|mrs\.?|ms\.?|dr\.?|prof\.?)\s*:?\s+", "", first, flags=re.IGNORECASE)
    first = _AROUND_NAME.sub(" ", first).strip()
    words = first.split()
    if not 2 <= len(words) <= 5 or _NOT_NAME.search(first) or not all(_NAME_WORD.match(word) for word in words):
        return None
    from resumefit.segment.titles import looks_like_title

    capital = all(word[0].isupper() or word in _PARTICLES for word in words) and words[-1][0].isupper()
    return first if capital and not looks_like_title(first) else None


def _name_spans(text: str, name: str) -> Iterator[Span]:
    """Find the whole name, and each of its longer parts, anywhere in the text.

    A part that is also a word counts, alone, only where the sentence makes it a person.
    """
    parts = [part for part in re.split(r"[\s-]+", name) if len(part.strip(".")) > 2]
    words = "|".join([r"\s+".join(map(re.escape, name.split())), *sorted(map(re.escape, parts), key=len, reverse=True)])
    for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
        found = match.group()
        if " " not in found and is_also_word(found):
            if found[0].isupper() and stands_for_person(text, match.start(), match.end()):
                yield Span(match.start(), match.end())
        elif found[0].isupper() or name == name.lower() or " " in found:
            yield Span(match.start(), match.end())


def _spans(text: str, pattern: re.Pattern[str], stop: int | None, sections: Sequence[Section]) -> Iterator[Span]:
    for match in pattern.finditer(text):
        if stop is None or match.start() < stop or _in_details(match.start(), sections):
            yield Span(match.start(), match.end())


def _in_details(offset: int, sections: Sequence[Section]) -> bool:
    """Tell whether an offset is in a section where people put personal details."""
    kinds = (SectionKind.CONTACT, SectionKind.OTHER)
    return any(section.start <= offset < section.stop and section.kind in kinds for section in sections)


def _top_end(document: Document, sections: Sequence[Section]) -> int:
    lines: list[Line] = [line for line in document.lines if document.text[line.start : line.stop].strip()]
    by_lines = lines[min(5, len(lines) - 1)].stop if lines else 0
    contact = [section.stop for section in sections if section.kind is SectionKind.CONTACT]
    return max([by_lines, *contact]) if contact else by_lines


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    if not 7 <= len(digits) <= 15 or re.fullmatch(r"(?:19|20)\d\d\s*[-–/. ]\s*(?:19|20)\d\d", text.strip()):
        return False
    return not re.fullmatch(r"[\d., ]+", text.strip()) or bool(re.match(r"0|\d{3}[ .-]\d{3}", text.strip()))


def _at(document: Document, entry: Personal) -> str:
    return document.text[entry.span.start : entry.span.stop]


def _without_overlaps(found: Sequence[Personal]) -> tuple[Personal, ...]:
    kept: list[Personal] = []
    for entry in sorted(found, key=lambda item: (item.span.start, -item.span.stop)):
        if not kept or entry.span.start >= kept[-1].span.stop:
            kept.append(entry)
    return tuple(kept)
