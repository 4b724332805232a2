"""Finds personal data for one purpose: to leave it out. Errs on the side of leaving out too much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumefit.core.document import Document, Line, Span
from resumefit.core.resume import Personal, PersonalKind, Section, SectionKind
from resumefit.segment.names import is_also_word, stands_for_person
from resumefit.segment.person import (
    SMALL_WORDS,
    letterspaced_name,
    name_parts,
    plain_letters,
    strip_accents,
    surname_first,
)

_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++\s?@\s?[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_LINK = re.compile(
    r"\b(?:https?://|www\.)\S+|\b(?:[\w-]+\.)*(?:linkedin|github|gitlab|twitter|xing|medium|behance|kaggle|orcid|facebook|instagram|x)\.(?:com|org|io|net)\b[^\s|,;)]*"
    r"|\b(?:linkedin|github|gitlab|twitter|skype|telegram|xing)\s*[:/@]\s*[\w./@-]+|\b[\w-]+\.(?:(?:me|dev|name|page|design|blog)(?:/\S*)?|io/\S+)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z]\w{2,}")
_PHONE = re.compile(r"(?<![\w/.-])\(?\+?\(?\d(?:(?!  )[\d ()./\u00a0x-]){5,18}\d(?![\w/-])", re.IGNORECASE)
_BIRTH = re.compile(
    r"(?<!\w)(?:date of birth|d\.?o\.?b\.?|born(?: on| in)?|birth ?da(?:te|y)|age(?=\s*[:\-–]?\s*\d)|geboren(?: am)?|geburtsdatum)(?!\w)\s*[:\-–]?\s*[^\n|;]{1,40}",  # noqa: E501 - one pattern
    re.IGNORECASE,
)
# "Gender: any", "Sex M"; in "a bias audit by gender and age" the word tells of the work.
_GENDER = re.compile(
    r"\b(?:gender|sex|pronouns?)\s*(?:[:–]|-(?=\s))\s*[a-z/]+"
    r"|\b(?:gender|sex|pronouns?)\s+(?:fe?male|wom[ae]n|m[ae]n|m|f|non-?binary|divers|weiblich|männlich|she|he|they)\b(?:/\w+)*"
    r"|\b(?:she/her|he/him|they/them)(?:/\w+)?\b",
    re.IGNORECASE,
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
# A piece of a contact line that holds one of these is an address from end to end.
_ADDRESS_SIGN = re.compile(
    r"\b(?i:flat|apt|apartment|suite|h\.? ?no|house no|p\.? ?o\.? box|plot no|door no)\b\.?[ #]*(?:no\.?\s*)?[\dA-Z]"
    r"|\b\d{1,5}\w?(?: (?:bis|ter))?,?\s+(?i:rue|avenue|boulevard|allée|chemin|impasse|quai|place|via|calle|rua)\s"
    r"|\b\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w.'-]+\s+){1,4}(?i:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|close|way|square|boulevard|blvd|terrace|gardens|crescent)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b(?:[A-Z]{1,2}-)?\d{5,6}(?:-\d{4})?\s+[A-Z][a-zäöüéè]+|\b[A-Z]{2} \d{5}(?:-\d{4})?\b"
    r"|[A-Za-z]\s?[,–-]?\s\d{6}\b|\w(?:straße|strasse|gasse|platz|gatan|laan|straat)\s+\d",
)
_CONTACT_PIECE = re.compile(r"(?:(?!\s{3,}|\s[|•·;]\s|[|•·;])[^\n\t])+")
# Labelled details are taken out wherever they stand, many resumes end with them.
_LABELLED_BIRTH = re.compile(
    r"(?<!\w)(?:date of birth|d\.?o\.?b\.?|birth ?da(?:te|y)|geburtsdatum|born(?: on)?(?= \d)|age(?=\s*[:–-]\s*\d))"
    r"\s*[:\-–]?\s*[^\n|;]{1,40}"
    r"|(?:(?<=\n)|(?<=[|,;] ))\*\s?\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_LABELLED_MARITAL = re.compile(r"\b(?:marital|civil|family) status\s*[:\-–]?\s*\w+|\bfather'?s name\s*[:\-–]?[^\n]+", re.IGNORECASE)
_LABELLED_NATIONALITY = re.compile(r"\b(?:nationality|citizenship|religion|caste)\s*[:\-–]\s*[^\n|;,]+", re.IGNORECASE)
_PHOTO = re.compile(r"\bphoto(?:graph)?\s*[:\-–]\s*[^\n|;]+", re.IGNORECASE)
_ADDRESS_LABEL = re.compile(r"\baddress\s*[:\-–]\s*[^\n]+", re.IGNORECASE)
_SCHOOL = re.compile(
    r"(?:[A-Z][\w.'&-]*[^\S\n]+(?:of[^\S\n]+|for[^\S\n]+|the[^\S\n]+|and[^\S\n]+|de[^\S\n]+|der[^\S\n]+|für[^\S\n]+)*){0,5}(?:University|College|Institute|School|Academy|Universität|Hochschule|Université|Universidad|Università|Polytechnic|Faculty)"
    r"(?:[^\S\n]+(?:of|for|at|and|the|de|di|della|delle|degli|der|für|[A-Z][\w.'&-]*))*"
)
_NOT_NAME = re.compile(
    r"\d|@|[|/:;]|\b(?:curriculum|vitae|resume|résumé|cv|profile|(?:cover|front|title) page|confidential|lebenslauf)\b", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:resume|résumé|cv|curriculum vitae)\s+(?:of|for)\s+|(?:full )?name\s*[:–-]\s*|name\s+)?"
    r"(?:(?:mr|mrs|ms|mx|dr|prof)\.?\s*:?\s+)?",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"^[^\W\d_][\w'’.-]*$", re.UNICODE)
# "(she/her)", "she/her", "(Max)": what people write after their name, or in the middle of it.
_AROUND_NAME = re.compile(r"\s*(?:[(\[][^()\[\]]{1,30}[)\]]|\b(?:she|he|they)/\w+(?:/\w+)?$)\s*", re.IGNORECASE)
_PARTICLES = SMALL_WORDS
_NAME_LINES = 8
_LARGE = 1.3  # a name's size over that of most lines


def find_personal(document: Document, sections: Sequence[Section]) -> tuple[Personal, ...]:
    """Return stretches of personal data in text order, not overlapping."""
    found: list[Personal] = []
    top = _top_end(document, sections)
    name = find_name(document)
    for kind, pattern, stop in (
        (PersonalKind.EMAIL, _EMAIL, None), (PersonalKind.LINK, _LINK, None),
        (PersonalKind.LINK, _HANDLE, top), (PersonalKind.PHONE, _PHONE, None),
        (PersonalKind.BIRTH_DATE, _BIRTH, top), (PersonalKind.GENDER, _GENDER, None), (PersonalKind.MARITAL, _MARITAL, top),
        (PersonalKind.NATIONALITY, _NATIONALITY, top), (PersonalKind.ADDRESS, _ADDRESS, top),
        (PersonalKind.ADDRESS, _ADDRESS_LABEL, None), (PersonalKind.LINK, _PHOTO, None),
        (PersonalKind.BIRTH_DATE, _LABELLED_BIRTH, None), (PersonalKind.MARITAL, _LABELLED_MARITAL, None),
        (PersonalKind.NATIONALITY, _LABELLED_NATIONALITY, None),
    ):
        found += [Personal(kind, span) for span in _spans(document.text, pattern, stop, sections)]
    found = [entry for entry in found if entry.kind is not PersonalKind.PHONE or _is_phone(_at(document, entry))]
    found += _whole_addresses(document.text, top, sections, found)
    for section in sections:
        if section.kind is SectionKind.EDUCATION:
            found += [
                Personal(PersonalKind.SCHOOL, Span(m.start(), m.end()))
                for m in _SCHOOL.finditer(document.text, section.start, section.stop)
            ]
    if name:
        found += [Personal(PersonalKind.NAME, span) for span in _name_spans(document.text, name, _further_parts(document, name))]
    return _without_overlaps(found)


def find_name(document: Document) -> str | None:
    """Return the person's name: the first line near the top that reads like one, preferring the largest letters."""
    lines = _top_lines(document)
    if lower := _lower_case_name(document, lines):
        return lower
    candidates = _candidates(document)
    if not candidates:
        return None
    largest = max((line.font_size or 0.0) for line, _ in candidates)
    first_size = candidates[0][0].font_size or 0.0
    if largest < first_size * 1.15:
        own = {plain_letters(part) for part in name_parts(candidates[0][1])}
        # A running head may hold less of the name than the line below it.
        fuller = (name for _, name in candidates[1:] if own < {plain_letters(part) for part in name_parts(name)})
        return next(fuller, candidates[0][1])
    return next(name for line, name in candidates if (line.font_size or 0.0) >= largest - 0.1)


def _top_lines(document: Document) -> list[Line]:
    return [line for line in document.lines if document.text[line.start : line.stop].strip()][:_NAME_LINES]


def _candidates(document: Document) -> list[tuple[Line, str]]:
    """Return the lines near the top that hold a name; odd forms count where an e-mail address or the file name agrees."""
    known = plain_letters(document.name + " ".join(match.group() for match in _EMAIL.finditer(document.text)))
    found: list[tuple[Line, str]] = []
    lines = _top_lines(document)
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        text = document.text[line.start : line.stop]
        name = letterspaced_name(text) or surname_first(text, known) or _name_in(text)
        if not name and following:
            name = _stacked_name(document, line, following, known)
        name = name or _single_name(text, known)
        if name:
            found.append((line, name))
    return found


def _stacked_name(document: Document, upper: Line, lower: Line, known: str) -> str | None:
    """Return the name that a narrow column sets on two lines in one look.

    Each part is in `known`, or both are a single word in the largest letters of the document, and no line near holds a whole name.
    """
    parts = [document.text[line.start : line.stop].strip() for line in (upper, lower)]
    alike = (upper.page, upper.column, upper.bold) == (lower.page, lower.column, lower.bold)
    name = _name_of(" ".join(parts)) if alike and upper.font_size == lower.font_size else None
    if not name:
        return None
    told = name_parts(name)
    if told and all(plain_letters(part) in known for part in told):
        return name
    size, sizes = upper.font_size or 0.0, [line.font_size or 0.0 for line in document.lines]
    largest = 0 < size >= max(sizes) and sum(_LARGE * other <= size for other in sizes) * 2 >= len(sizes)
    single = all(len(part.split()) == 1 for part in parts)
    whole = any(_name_in(document.text[line.start : line.stop]) for line in _top_lines(document))
    return name if largest and single and not whole else None


def _single_name(text: str, known: str) -> str | None:
    """Return a name of one word, when the e-mail address or the file is called by it."""
    from resumefit.segment.titles import looks_like_title

    word = _LEAD.sub("", re.split(r"\s{3,}|\s[|·•–—-]\s|,\s", text.strip())[0].strip(" *#_=~.")).strip()
    if not re.fullmatch(r"[^\W\d_][\w'’-]{2,}", word) or not word[0].isupper() or _NOT_NAME.search(word):
        return None
    return word if plain_letters(word) in known and not looks_like_title(word) else None


def _further_parts(document: Document, name: str) -> tuple[str, ...]:
    """Return parts that other name lines at the top add: a running head may hold the family name alone."""
    own = {plain_letters(part) for part in name_parts(name)}
    parts: list[str] = []
    for _, other in _candidates(document):
        further = name_parts(other)
        if own & {plain_letters(part) for part in further}:
            parts += further
    return tuple(parts)


def _whole_addresses(
    text: str, top: int, sections: Sequence[Section], found: Sequence[Personal]
) -> Iterator[Personal]:
    """Find the pieces of contact lines that hold a street, a house or a postcode, without the other data in them."""
    others = [entry.span for entry in found if entry.kind is not PersonalKind.ADDRESS]
    for piece in _CONTACT_PIECE.finditer(text):
        if piece.start() >= top and not _in_contact(piece.start(), sections):
            continue
        start, stop = piece.span()
        inside = [span for span in others if span.start < stop and start < span.stop]
        if not inside and _ADDRESS_SIGN.search(piece.group()) and len(piece.group().split()) <= 16:
            start += len(piece.group()) - len(piece.group().lstrip())
            yield Personal(PersonalKind.ADDRESS, Span(start, start + len(piece.group().strip())))


def _in_contact(offset: int, sections: Sequence[Section]) -> bool:
    return any(section.start <= offset < section.stop and section.kind is SectionKind.CONTACT for section in sections)


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
    first = _LEAD.sub("", first)
    first = _AROUND_NAME.sub(" ", first).strip()
    words = first.split()
    if not 2 <= len(words) <= 5 or _NOT_NAME.search(first) or not all(_NAME_WORD.match(word) for word in words):
        return None
    from resumefit.segment.titles import looks_like_title

    capital = all(word[0].isupper() or re.split("['’-]", word)[0] in _PARTICLES for word in words) and words[-1] != words[-1].lower()
    return first if capital and not looks_like_title(first) else None


def _name_spans(text: str, name: str, further: Sequence[str]) -> Iterator[Span]:
    """Find the whole name, and each of its longer parts, anywhere in the text.

    A part that is also a word counts, alone, only where the sentence makes it a person.
    """
    parts = {*name_parts(name), *further, *(word for word in name.split() if "-" in word)}
    whole = [r"\s+".join(map(_any_accents, written)) for written in (name.split(), *_with_small_words(name))]
    spaced = [r"[ \u00a0]".join(map(re.escape, part.upper())) for part in sorted(parts) if len(part) > 2]
    words = "|".join([*whole, *spaced, *map(_any_accents, sorted(parts, key=lambda part: (-len(part), part)))])
    for match in re.finditer(rf"(?<![^\W_])(?:{words})(?![^\W_])", text, re.IGNORECASE):
        found = match.group()
        if " " not in found and is_also_word(found):
            if found[0].isupper() and stands_for_person(text, match.start(), match.end()):
                yield Span(match.start(), match.end())
        elif found != found.lower() or name == name.lower() or " " in found:
            yield Span(match.start(), match.end())


def _with_small_words(name: str) -> Iterator[list[str]]:
    """Yield each part of a name with the small words before it, and with the last of them alone: "van der Berg", "der Berg"."""
    words = name.split()
    for place, word in enumerate(words):
        first = place
        while first and words[first - 1].casefold() in SMALL_WORDS:
            first -= 1
        if word.casefold() not in SMALL_WORDS:
            yield from (words[begin : place + 1] for begin in range(first, place))


def _any_accents(part: str) -> str:
    """Return a pattern for a part as written and without its accents, with any apostrophe."""
    written = re.sub("['’]", "['’]", re.escape(part))
    bare = re.escape(strip_accents(part)).replace("'", "['’]")
    return f"(?:{written}|{bare})"


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
    headed = [section.start for section in sections if section.heading and section.kind is not SectionKind.CONTACT]
    if headed and lines:
        by_lines = max(by_lines, min(lines[min(_NAME_LINES, len(lines) - 1)].stop, headed[0]))
    contact = [section.stop for section in sections if section.kind is SectionKind.CONTACT]
    return max([by_lines, *contact]) if contact else by_lines


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    if not 7 <= len(digits) <= 15 or re.fullmatch(r"(?:19|20)\d\d\s*[-–/. ]\s*(?:19|20)\d\d|\d{5}-\d{4}", text.strip()):
        return False
    if re.fullmatch(r"\d{10,11}", text.strip()) and not digits.endswith("000"):
        return True
    return not re.fullmatch(r"[\d., ]+", text.strip()) or bool(re.match(r"0|\d{3}[ .-]\d{3}", text.strip()))


def _at(document: Document, entry: Personal) -> str:
    return document.text[entry.span.start : entry.span.stop]


def _without_overlaps(found: Sequence[Personal]) -> tuple[Personal, ...]:
    """Join what overlaps: of an address with a name in its middle, nothing may be left at either end."""
    kept: list[Personal] = []
    for entry in sorted(found, key=lambda item: (item.span.start, -item.span.stop)):
        if not kept or entry.span.start >= kept[-1].span.stop:
            kept.append(entry)
        elif entry.span.stop > kept[-1].span.stop:
            kept[-1] = Personal(kept[-1].kind, Span(kept[-1].span.start, entry.span.stop))
    return tuple(kept)
