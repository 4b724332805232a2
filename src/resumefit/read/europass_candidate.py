"""Europass since 2020 (Candidate, HR-XML): contacts, history, qualifications and the rest as the resume they stand for.

Birth date, gender, nationality, photo and codes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from resumefit.read.drafts import WIDE_GAP, Draft
from resumefit.read.europass_text import text_of, text_rows
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

# The languages of the Union, of its neighbours, and the most spoken others, by both codes.
_LANGUAGES_WORDS = """
    bg/bul Bulgarian, hr/hrv Croatian, cs/ces Czech, da/dan Danish, nl/nld Dutch, en/eng English, et/est Estonian, fi/fin Finnish,
    fr/fra French, de/deu German, el/ell Greek, hu/hun Hungarian, ga/gle Irish, it/ita Italian, lv/lav Latvian, lt/lit Lithuanian,
    mt/mlt Maltese, pl/pol Polish, pt/por Portuguese, ro/ron Romanian, sk/slk Slovak, sl/slv Slovenian, es/spa Spanish,
    sv/swe Swedish, no/nor Norwegian, nb/nob Norwegian, nn/nno Norwegian, is/isl Icelandic, mk/mkd Macedonian, sq/sqi Albanian,
    sr/srp Serbian, bs/bos Bosnian, tr/tur Turkish, uk/ukr Ukrainian, ru/rus Russian, ar/ara Arabic, he/heb Hebrew, zh/zho Chinese,
    ja/jpn Japanese, ko/kor Korean, hi/hin Hindi, fa/fas Persian, ur/urd Urdu, vi/vie Vietnamese, ca/cat Catalan, eu/eus Basque
"""
_LANGUAGES = {
    code: name for entry in _LANGUAGES_WORDS.split(",") for codes, name in [entry.split()] for code in codes.split("/")
}
_OTHERS = {
    "Certifications": "Certifications",
    "Licenses": "Licences",
    "PublicationHistory": "Publications",
    "Projects": "Projects",
    "Volunteering": "Volunteering",
    "VolunteeringExperiences": "Volunteering",
    "HonorsAndAwards": "Awards",
    "NetworksAndMemberships": "Memberships",
    "ConferencesAndSeminars": "Conferences",
    "HobbiesAndInterests": "Interests",
    "CommunicationAndInterpersonalSkills": "Communication skills",
    "ManagementAndLeadershipSkills": "Management skills",
    "OrganisationalSkills": "Organisational skills",
    "JobRelatedSkills": "Job-related skills",
    "OtherSkills": "Skills",
    "DigitalSkills": "Digital skills",
}
_TITLES = ("Title", "CertificationName", "LicenseName", "ProjectName", "Name", "OrganizationName")
_TEXTS = ("Description", "FormattedPublicationDescription", "Summary", "OccupationalSkillsCovered", "AdditionalDetails")
_CODES = ("Code", "ID", "Id", "Date", "Indicator", "Period", "Photo", "Attachment")


def candidate_drafts(root: _Element) -> Iterator[Draft]:
    """Write a Candidate out as a resume."""
    person = _first(root, "CandidatePerson")
    if person is not None:
        yield from _contact(person)
    profile = _first(root, "CandidateProfile")
    for element in profile if profile is not None else ():
        kind = local(element.tag)
        if kind == "ExecutiveSummary":
            yield from _section("Summary", list(_texts(element)))
        elif kind == "EmploymentHistory":
            yield from _section("Experience", [d for e in element for d in _employment(e)])
        elif kind == "EducationHistory":
            yield from _section("Education", [d for e in element for d in _education(e)])
        elif kind == "PersonQualifications":
            yield from _qualifications(element, person)
        elif kind in _OTHERS:
            yield from _section(_OTHERS[kind], [d for e in element for d in _entry(e)] or list(_texts(element)))


def _section(heading: str, drafts: list[Draft]) -> Iterator[Draft]:
    if drafts:
        yield Draft(heading, heading_level=1, starts_block=True)
        yield from drafts


def _first(element: _Element, *names: str) -> _Element | None:
    return next((e for e in element.iter() if local(e.tag) in names), None)


def _said(element: _Element, *names: str) -> str:
    return next((text for name in names for text in [text_of(_first(element, name))] if text), "")


def _contact(person: _Element) -> Iterator[Draft]:
    name = _first(person, "PersonName")
    if name is not None:
        given = [text_of(e) for e in name if local(e.tag) in ("GivenName", "MiddleName", "FamilyName")]
        yield Draft(" ".join(filter(None, given)) or text_of(name), font_size=20.0)
    for channel in person:
        if local(channel.tag) != "Communication":
            continue
        number = " ".join(filter(None, (_dialling(channel), _said(channel, "DialNumber"))))
        address = _first(channel, "Address")
        place = ", ".join(text_of(e) for e in address if local(e.tag) in ("AddressLine", "CityName")) if address is not None else ""
        shown = _said(channel, "URI") or number or place
        if shown:
            yield Draft(shown)


def _dialling(channel: _Element) -> str:
    country = _said(channel, "CountryDialing")
    return f"+{country.lstrip('+0')}" if country else ""


def _employment(employer: _Element) -> Iterator[Draft]:
    company = _said(employer, "OrganizationName")
    positions = [e for e in employer.iter() if local(e.tag) == "PositionHistory"] or [employer]
    for position in positions:
        place = _said(position, "City", "CityName")
        yield from _head(_said(position, "PositionTitle"), _period(position) or _period(employer))
        if company or place:
            yield Draft(WIDE_GAP.join(filter(None, (company, place))))
        yield from _texts(_first(position, "Description"))


def _education(attendance: _Element) -> Iterator[Draft]:
    degree = _said(attendance, "DegreeName", "ProgramName", "EducationLevelCode")
    yield from _head(degree, _period(attendance))
    place = _said(attendance, "City", "CityName")
    school = _said(attendance, "OrganizationName")
    if school or place:
        yield Draft(WIDE_GAP.join(filter(None, (school, place))))
    for name in _TEXTS:
        yield from _texts(_first(attendance, name))


def _entry(element: _Element) -> Iterator[Draft]:
    """Write one certificate, project or publication: a title with its date, then its texts."""
    if not len(element):
        yield from _texts(element)
        return
    yield from _head(_said(element, *_TITLES), _period(element) or _said(element, "FormattedDateTime")[:10])
    for child in element.iter():
        kind = local(child.tag)
        if not len(child) and kind not in _TITLES and not kind.endswith(_CODES) and kind != "FormattedDateTime":
            yield from _texts(child)


def _head(title: str, dates: str) -> Iterator[Draft]:
    shown = WIDE_GAP.join(filter(None, (title, dates)))
    if shown:
        yield Draft(shown, bold=True, starts_block=True)


def _texts(element: _Element | None) -> Iterator[Draft]:
    for row in text_rows("".join(str(text) for text in element.itertext())) if element is not None else ():
        yield Draft(row, list_depth=1 if row.startswith("•") else 0)


def _period(element: _Element) -> str:
    period = _first(element, "EmploymentPeriod", "AttendancePeriod", "Period")
    if period is None:
        return ""
    parts = (_first(period, name) for name in ("StartDate", "EndDate"))
    start, end = (_said(part, "FormattedDateTime")[:10] if part is not None else "" for part in parts)
    if not end and _said(period, "CurrentIndicator") == "true":
        end = "Present"
    return " – ".join(filter(None, (start, end)))


def _qualifications(element: _Element, person: _Element | None) -> Iterator[Draft]:
    languages = [
        f"{_language(text_of(e))} (mother tongue)"
        for e in (person if person is not None else ())
        if local(e.tag) == "PrimaryLanguageCode" and text_of(e)
    ]
    skills: list[str] = []
    for competency in element:
        if local(competency.tag) != "PersonCompetency":
            continue
        if _said(competency, "TaxonomyID").lower() == "language":
            languages.append(_levels(competency))
        elif _said(competency, "CompetencyName"):
            skills.append(_said(competency, "CompetencyName"))
    yield from _section("Languages", [Draft(line) for line in languages if line])
    yield from _section("Skills", [Draft(", ".join(skills))] if skills else [])


def _language(code: str) -> str:
    return _LANGUAGES.get(code.lower(), code)


def _levels(competency: _Element) -> str:
    """Write a language with its levels: "Norwegian: Listening C2, Reading C1"."""
    levels = []
    for dimension in competency:
        kind = _said(dimension, "CompetencyDimensionTypeCode").rpartition("-")[2]
        score = _said(dimension, "ScoreText")
        if kind and score:
            levels.append(f"{kind} {score}")
    name = _language(_said(competency, "CompetencyID"))
    return f"{name}: {', '.join(levels)}" if levels else name
