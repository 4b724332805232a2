"""Europass XML, old (SkillsPassport) and new (Candidate): known parts under their usual headings, in a resume's order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from resumefit.errors import UnsupportedFormat
from resumefit.read.drafts import Draft, Reading
from resumefit.read.limits import Limits
from resumefit.read.xmlsafe import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {
    "WorkExperienceList": "Experience",
    "WorkExperience": "Experience",
    "EmploymentHistory": "Experience",
    "EducationList": "Education",
    "EducationHistory": "Education",
    "Education": "Education",
    "Linguistic": "Languages",
    "Communication": "Communication skills",
    "Organisational": "Organisational skills",
    "JobRelated": "Job-related skills",
    "Computer": "Digital skills",
    "DigitalSkills": "Digital skills",
    "PersonQualifications": "Skills",
    "Skills": "Skills",
    "AchievementList": "Achievements",
    "Achievement": "Achievements",
    "Certifications": "Certifications",
    "Projects": "Projects",
    "PublicationHistory": "Publications",
    "Volunteering": "Volunteering",
    "Hobbies": "Interests",
    "Headline": "Summary",
    "ExecutiveSummary": "Summary",
    "CoverLetter": "Cover letter",
    "Identification": "Contact",
    "CandidatePerson": "Contact",
    "PersonalInformation": "Contact",
}
_ENTRIES = frozenset(
    {
        "WorkExperience",
        "Education",
        "EmployerHistory",
        "EducationOrganizationAttendance",
        "Achievement",
        "PositionHistory",
        "Project",
        "Publication",
    }
)
_LEFT_OUT = re.compile(
    r"(Photo|Signature|Documentation|Attachment|PrintingPreferences|DocumentInfo|DocumentID|Code|ISOCode|Id|ID|Order|Demographics|Nationality|Gender|Birthdate|BirthDate|Preferences|Formatting)$"
)
_MARKUP = re.compile(r"<(/?)(p|br|li|ul|ol|div|b|strong|i|em|u|span|a|h\d)\b[^<>]*>", re.IGNORECASE)


def read_europass(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a Europass XML file; UnsupportedFormat for other XML."""
    root = parse_xml(data, name=name, limits=limits)
    kind = local(root.tag)
    if (
        kind not in ("SkillsPassport", "Candidate", "LearnerInfo", "europass", "Profile")
        and "europass" not in data[:3000].decode("utf-8", "replace").lower()
    ):
        raise UnsupportedFormat(
            name, f"XML of the kind '{kind[:40]}' is not read", "Save the resume as PDF, DOCX or plain text"
        )
    drafts = list(_walk(root, limits=limits, depth=0))
    return Reading("europass", tuple(drafts))


def _walk(element: _Element, *, limits: Limits, depth: int) -> Iterator[Draft]:
    kind = local(element.tag)
    if not kind or depth > limits.nesting or _LEFT_OUT.search(kind):
        return
    parent = element.getparent()
    repeated = parent is not None and local(parent.tag) in (f"{kind}List", kind)
    if kind in _HEADINGS and not repeated and any(text.strip() for text in map(str, element.itertext())):
        yield Draft(_HEADINGS[kind], heading_level=1, starts_block=True)
    if kind in _ENTRIES:
        yield Draft("", starts_block=True)
    if kind in ("Period", "EmploymentPeriod", "AttendancePeriod"):
        shown = _period(element)
        if shown:
            yield Draft(shown)
        return
    if not len(element):
        yield from _leaf(element.text or "")
        return
    if kind in ("PersonName", "Address", "FormattedName"):
        words = [" ".join(str(t).split()) for t in element.itertext()]
        yield Draft((" " if kind == "PersonName" else ", ").join(w for w in words if w))
        return
    for child in element:
        yield from _walk(child, limits=limits, depth=depth + 1)


def _leaf(text: str) -> Iterator[Draft]:
    """Write a text element, which may hold HTML as text, as lines."""
    if "<" in text:
        text = re.sub(r"<li\b[^<>]*>", "\n• ", text, flags=re.IGNORECASE)
        text = _MARKUP.sub(
            lambda m: (
                "\n"
                if m.group(2).lower() in ("p", "br", "div", "ul", "ol") or m.group(2).lower().startswith("h")
                else ""
            ),
            text,
        )
    for row in text.replace("&nbsp;", " ").split("\n"):
        shown = " ".join(row.split())
        if shown and shown not in ("true", "false"):
            yield Draft(shown, list_depth=1 if shown.startswith("•") else 0)


def _period(element: _Element) -> str:
    dates: list[str] = []
    for child in element:
        if local(child.tag) in ("From", "To", "StartDate", "EndDate"):
            year = str(child.get("year") or "") or " ".join(" ".join(str(t) for t in child.itertext()).split())
            month = re.sub(r"\D", "", str(child.get("month") or ""))
            if year:
                dates.append(f"{year}-{int(month):02d}" if month and len(month) < 3 else year[:10])
        elif local(child.tag) in ("Current", "CurrentIndicator") and (child.text or "").strip() == "true":
            dates.append("Present")
    return " – ".join(dates[:2])
