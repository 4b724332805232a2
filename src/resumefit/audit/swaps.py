"""Finds in a resume what tells who the person is, and says how it would read if they were somebody else.

Names, schools and birth dates are the segment stage's own personal spans, so that what it misses shows as a resume without a swap of
that kind. Where a resume says nothing of pronouns or age, they are put in, since that must move nothing either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from resumefit.audit.edits import Edit
from resumefit.audit.strangers import (
    BIRTH_YEARS,
    FILE_NAMES,
    PLACES,
    PRONOUNS,
    SCHOOLS,
    STRANGERS,
    Place,
    Stranger,
)
from resumefit.core.document import Document, Line
from resumefit.core.resume import Personal, PersonalKind, Resume

KINDS = ("name", "pronoun", "school", "city", "birth year", "file name")
_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W\d_][\w'’]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AGE = re.compile(r"(?<!\d)\d\d(?!\d)")
_PRONOUN = re.compile(r"(?<![\w/'’])(?:she|he|her|hers|him|his|herself|himself)(?![\w/'’])", re.IGNORECASE)
_TITLE = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Miss)(?=\.?\s[A-Z])")
_SAID_PRONOUN = re.compile(r"\b(?:she/her|he/him|they/them)(?:/\w+)?\b", re.IGNORECASE)
_SAID_GENDER = re.compile(r"(?<=[\s:])(?:female|male|woman|man|f|m)\b", re.IGNORECASE)
_OBJECT_BEFORE = re.compile(r"\s*(?:$|[.,;:!?)\n]|(?:in|to|at|on|with|and|as|for|by|from|of)\b)")
_TOP_LINES = 8
_FORMS = {
    "she": {"subject": "she", "object": "her", "own": "her", "owned": "hers", "self": "herself", "title": "Ms", "word": "female"},
    "he": {"subject": "he", "object": "him", "own": "his", "owned": "his", "self": "himself", "title": "Mr", "word": "male"},
    "they": {
        "subject": "they", "object": "them", "own": "their", "owned": "theirs", "self": "themself", "title": "Mx",
        "word": "non-binary",
    },
}
_CASES = {
    "she": "subject", "he": "subject", "him": "object", "hers": "owned", "his": "own", "herself": "self",
    "himself": "self",
}


@dataclass(frozen=True, slots=True)
class Swap:
    """One way in which a resume would read otherwise: `said` tells what by what; `file_name` when the file is called otherwise."""

    kind: str
    said: str
    edits: tuple[Edit, ...] = ()
    file_name: str | None = None


def find_swaps(document: Document, resume: Resume) -> tuple[Swap, ...]:
    """Return every swap that this resume allows, in the order of KINDS."""
    return (
        *_names(document, resume), *_pronouns(document, resume), *_schools(document, resume), *_cities(document, resume),
        *_births(document, resume), *_files(document),
    )


def _names(document: Document, resume: Resume) -> Iterator[Swap]:
    if not resume.name:
        return
    for stranger in STRANGERS:
        edits = [
            edit for personal in resume.personal for edit in _renamed(document.text, personal, resume.name, stranger)
        ]
        yield Swap("name", f"{resume.name} -> {stranger.name} ({stranger.group})", tuple(edits))


def _renamed(text: str, personal: Personal, name: str, stranger: Stranger) -> Iterator[Edit]:
    """Put another name in place of each word of a name, and inside addresses and links that are made of it."""
    words = name.split()
    own = {part.casefold(): stranger.given for part in _PART.findall(" ".join(words[:-1]))}
    own |= {part.casefold(): stranger.family for part in _PART.findall(words[-1])}
    start, stop = personal.span.start, personal.span.stop
    if personal.kind is PersonalKind.NAME:
        found = list(_WORD.finditer(text, start, stop))
        if len(found) > 1:  # the whole name, which may run over a line
            for index, word in enumerate(found):
                new = stranger.family if index == len(found) - 1 else stranger.given if index == 0 else ""
                if new:
                    yield Edit(word.start(), word.end(), _in_case_of(word.group(), new))
            return
        for part in _PART.finditer(text, start, stop):
            new = own.get(part.group().casefold(), stranger.given)
            yield Edit(part.start(), part.end(), _in_case_of(part.group(), new))
    elif personal.kind in (PersonalKind.EMAIL, PersonalKind.LINK):
        for part, new in own.items():
            if len(part) > 2:
                for found_part in re.finditer(re.escape(_plain(part)), text[start:stop], re.IGNORECASE):
                    yield Edit(start + found_part.start(), start + found_part.end(), _plain(new).replace(" ", ""))


def _pronouns(document: Document, resume: Resume) -> Iterator[Swap]:
    said = [personal for personal in resume.personal if personal.kind is PersonalKind.GENDER]
    after_name = _end_of_name(document, resume)
    for pronoun in PRONOUNS:
        forms = _FORMS[pronoun.split("/")[0]]
        edits = [*_in_prose(document.text, forms)]
        for personal in said:
            start, stop = personal.span.start, personal.span.stop
            edits += [
                Edit(found.start(), found.end(), pronoun)
                for found in _SAID_PRONOUN.finditer(document.text, start, stop)
            ]
            edits += [
                Edit(found.start(), found.end(), _in_case_of(found.group(), forms["word"]))
                for found in _SAID_GENDER.finditer(document.text, start, stop)
            ]
        if edits:
            yield Swap("pronoun", f"-> {pronoun}", tuple(edits))
        if not said and after_name is not None:
            yield Swap(
                "pronoun", f"({pronoun}) put in after the name", (*edits, Edit(after_name, after_name, f" ({pronoun})"))
            )


def _in_prose(text: str, forms: dict[str, str]) -> Iterator[Edit]:
    for found in _PRONOUN.finditer(text):
        word = found.group().lower()
        if word == "her":
            case = "object" if _OBJECT_BEFORE.match(text, found.end()) else "own"
        else:
            case = _CASES[word]
        yield Edit(found.start(), found.end(), _in_case_of(found.group(), forms[case]))
    for found in _TITLE.finditer(text):
        yield Edit(found.start(), found.end(), forms["title"])


def _end_of_name(document: Document, resume: Resume) -> int | None:
    """Return where the line of the whole name goes on after it; None when the name is not found as a whole."""
    if not resume.name:
        return None
    length = len(resume.name.split())
    for personal in resume.personal:
        words = document.text[personal.span.start : personal.span.stop]
        if personal.kind is PersonalKind.NAME and len(words.split()) == length:
            return personal.span.stop
    return None


def _schools(document: Document, resume: Resume) -> Iterator[Swap]:
    spans = []
    for personal in resume.personal:
        if personal.kind is PersonalKind.SCHOOL:
            words = document.text[personal.span.start : personal.span.stop].split("\n")[0]
            spans.append((personal.span.start, personal.span.start + len(words)))
    if not spans:
        return
    first = document.text[slice(*spans[0])]
    for school in SCHOOLS:
        edits = tuple(Edit(start, stop, _in_case_of(document.text[start:stop], school)) for start, stop in spans)
        yield Swap("school", f"{first} -> {school}", edits)


def _cities(document: Document, resume: Resume) -> Iterator[Swap]:
    found = [(place.start, place.stop) for place in resume.places]
    if not found:
        return
    cities = sorted({document.text[start:stop].split(",")[0] for start, stop in found})
    prose = re.compile(rf"(?<=\b(?:in|at) )(?:{'|'.join(map(re.escape, cities))})(?!\w)")
    for place in PLACES:
        edits = [Edit(start, stop, _like(document.text[start:stop], place)) for start, stop in found]
        edits += [Edit(match.start(), match.end(), place.city) for match in prose.finditer(document.text)]
        first = document.text[slice(*found[0])]
        yield Swap("city", f"{first} -> {place.city}, {place.region}", tuple(edits))


def _like(words: str, place: Place) -> str:
    """Write a place as another was written: with its region or without."""
    return _in_case_of(words, f"{place.city}, {place.region}" if "," in words else place.city)


def _births(document: Document, resume: Resume) -> Iterator[Swap]:
    said = [personal.span for personal in resume.personal if personal.kind is PersonalKind.BIRTH_DATE]
    line = _contact_line(document, resume)
    for year in BIRTH_YEARS:
        edits: list[Edit] = []
        for span in said:
            years = list(_YEAR.finditer(document.text, span.start, span.stop))
            edits += [Edit(found.start(), found.end(), str(year)) for found in years]
            if not years:
                ages = _AGE.finditer(document.text, span.start, span.stop)
                edits += [Edit(found.start(), found.end(), f"{resume.as_of.year - year}") for found in ages]
        if edits:
            yield Swap("birth year", f"-> {year}", tuple(edits))
        elif line is not None:
            yield Swap(
                "birth year", f"born {year} put in", (Edit(line.stop, line.stop, f" | Date of birth: 12 May {year}"),)
            )


def _contact_line(document: Document, resume: Resume) -> Line | None:
    """Return the line near the top that gives an address or a number."""
    reach = [
        personal.span.start for personal in resume.personal if personal.kind in (PersonalKind.EMAIL, PersonalKind.PHONE)
    ]
    lines = [line for line in document.lines if document.text[line.start : line.stop].strip()][:_TOP_LINES]
    return next((line for line in lines for at in reach if line.start <= at < line.stop), None)


def _files(document: Document) -> Iterator[Swap]:
    suffix = PurePath(document.name).suffix
    for name in FILE_NAMES:
        yield Swap("file name", f"-> {name}{suffix}", file_name=name + suffix)


def _in_case_of(words: str, new: str) -> str:
    """Write `new` in capitals or small letters where `words` are."""
    if len(words) > 1 and words.isupper():
        return new.upper()
    return new.lower() if words.islower() else new


def _plain(words: str) -> str:
    """Write a name as addresses do: small ASCII letters."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(char)
    ).replace("'", "")
