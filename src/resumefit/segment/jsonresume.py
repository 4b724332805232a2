"""Writes a resume's structure as JSON Resume (jsonresume.org, schema 1.0.0), for other tools to read.

Only what was found is written; nothing is guessed to fill a field. JSON Resume wants dates as "2016" or "2016-03", which
is how they are kept.
"""

from __future__ import annotations

import re
from typing import TypedDict

from resumefit.core.document import Document
from resumefit.core.resume import Item, PersonalKind, Position, PositionKind, Resume, SectionKind, SentenceKind

_MARK = re.compile(r"^[\s•●▪■◦‣∙·*○►➢➤✓–—−-]+\s*")


class Basics(TypedDict, total=False):
    """Who the person is; empty for a resume read blind."""

    name: str
    label: str
    email: str
    phone: str
    url: str
    summary: str


class Work(TypedDict, total=False):
    """A position; `position` is its title and `name` its employer, as the schema has it."""

    name: str
    position: str
    location: str
    startDate: str
    endDate: str
    highlights: list[str]


class Volunteer(TypedDict, total=False):
    """Unpaid work."""

    organization: str
    position: str
    startDate: str
    endDate: str
    highlights: list[str]


class Education(TypedDict, total=False):
    """A degree."""

    institution: str
    studyType: str
    endDate: str


class Certificate(TypedDict, total=False):
    """A certificate."""

    name: str
    issuer: str
    date: str


class Named(TypedDict, total=False):
    """A project, an award, a publication or a group of skills: something with a name."""

    name: str
    title: str
    endDate: str
    date: str
    releaseDate: str
    keywords: list[str]


class Language(TypedDict, total=False):
    """A language and how well."""

    language: str
    fluency: str


class JsonResume(TypedDict):
    """The whole; lists are empty where the resume has nothing."""

    basics: Basics
    work: list[Work]
    volunteer: list[Volunteer]
    education: list[Education]
    certificates: list[Certificate]
    projects: list[Named]
    awards: list[Named]
    publications: list[Named]
    skills: list[Named]
    languages: list[Language]


def to_json_resume(document: Document, resume: Resume) -> JsonResume:
    """Return the resume as a mapping that `json.dumps` writes as JSON Resume 1.0.0."""
    positions = list(enumerate(resume.positions))
    return {
        "basics": _basics(document, resume),
        "work": [
            _work(document, resume, number, position)
            for number, position in positions
            if position.kind is not PositionKind.VOLUNTEERING
        ],
        "volunteer": [
            _volunteer(document, resume, number, position)
            for number, position in positions
            if position.kind is PositionKind.VOLUNTEERING
        ],
        "education": [_education(item) for item in _items(resume, SectionKind.EDUCATION)],
        "certificates": [_certificate(item) for item in _items(resume, SectionKind.CERTIFICATIONS)],
        "projects": [_named(item, "name", "endDate") for item in _items(resume, SectionKind.PROJECTS)],
        "awards": [_named(item, "title", "date") for item in _items(resume, SectionKind.AWARDS)],
        "publications": [_named(item, "name", "releaseDate") for item in _items(resume, SectionKind.PUBLICATIONS)],
        "skills": _skills(document, resume),
        "languages": [_language(item) for item in _items(resume, SectionKind.LANGUAGES)],
    }


def _basics(document: Document, resume: Resume) -> Basics:
    basics: Basics = {}
    if resume.name:
        basics["name"] = resume.name
    for kind, key in ((PersonalKind.EMAIL, "email"), (PersonalKind.PHONE, "phone"), (PersonalKind.LINK, "url")):
        found = next((entry for entry in resume.personal if entry.kind is kind), None)
        if found is not None:
            words = document.text[found.span.start : found.span.stop].strip()
            if key == "email":
                basics["email"] = words
            elif key == "phone":
                basics["phone"] = words
            else:
                basics["url"] = words
    summary = [
        _words(document, sentence.start, sentence.stop)
        for sentence in resume.sentences
        if sentence.section is not None
        and resume.sections[sentence.section].kind is SectionKind.SUMMARY
        and sentence.kind is not SentenceKind.HEADLINE
    ]
    if summary:
        basics["summary"] = " ".join(summary)
    return basics


def _work(document: Document, resume: Resume, number: int, position: Position) -> Work:
    work: Work = {"highlights": _highlights(document, resume, number)}
    if position.title:
        work["position"] = position.title
    if position.company:
        work["name"] = position.company
    if position.location:
        work["location"] = position.location
    if position.start:
        work["startDate"] = str(position.start)
    if position.stop:
        work["endDate"] = str(position.stop)
    return work


def _volunteer(document: Document, resume: Resume, number: int, position: Position) -> Volunteer:
    entry: Volunteer = {"position": position.title, "highlights": _highlights(document, resume, number)}
    if position.company:
        entry["organization"] = position.company
    if position.start:
        entry["startDate"] = str(position.start)
    if position.stop:
        entry["endDate"] = str(position.stop)
    return entry


def _highlights(document: Document, resume: Resume, number: int) -> list[str]:
    return [
        _words(document, sentence.start, sentence.stop)
        for sentence in resume.sentences
        if sentence.position == number and sentence.kind in (SentenceKind.BULLET, SentenceKind.PROSE)
    ]


def _education(item: Item) -> Education:
    entry: Education = {"studyType": item.title}
    if item.issuer:
        entry["institution"] = item.issuer
    if item.when:
        entry["endDate"] = str(item.when)
    return entry


def _certificate(item: Item) -> Certificate:
    entry: Certificate = {"name": item.title}
    if item.issuer:
        entry["issuer"] = item.issuer
    if item.when:
        entry["date"] = str(item.when)
    return entry


def _named(item: Item, name: str, date: str) -> Named:
    entry: Named = {"title": item.title} if name == "title" else {"name": item.title}
    if item.when and date == "endDate":
        entry["endDate"] = str(item.when)
    elif item.when and date == "date":
        entry["date"] = str(item.when)
    elif item.when:
        entry["releaseDate"] = str(item.when)
    return entry


def _language(item: Item) -> Language:
    match = re.match(r"(.+?)\s*[(:–—-]\s*(.+?)\)?$", item.title)
    return {"language": match[1], "fluency": match[2]} if match else {"language": item.title}


def _skills(document: Document, resume: Resume) -> list[Named]:
    found: list[Named] = []
    for sentence in resume.sentences:
        inside = sentence.section is not None and resume.sections[sentence.section].kind is SectionKind.SKILLS
        if not inside or sentence.kind is SentenceKind.HEADLINE:
            continue
        words = _words(document, sentence.start, sentence.stop)
        label, colon, rest = words.partition(":")
        keywords = [word.strip(" .") for word in re.split(r"[,;|•·]\s*(?![^(]*\))", rest if colon else words)]
        keywords = [word for word in keywords if word]
        if colon and label.strip():
            found.append({"name": label.strip(), "keywords": keywords})
        else:
            # A list without a label names no group: each word is a skill of its own.
            found += [{"name": word} for word in keywords]
    return found


def _items(resume: Resume, kind: SectionKind) -> list[Item]:
    return [item for item in resume.items if resume.sections[item.section].kind is kind]


def _words(document: Document, start: int, stop: int) -> str:
    return re.sub(r"\s+", " ", _MARK.sub("", document.text[start:stop])).strip()
