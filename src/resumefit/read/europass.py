"""Europass XML, old (SkillsPassport) and new (Candidate): known parts under their usual headings, in a resume's order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from resumefit.core.document import Caution
from resumefit.errors import UnsupportedFormat
from resumefit.read.drafts import Draft, Reading
from resumefit.read.europass_candidate import candidate_drafts
from resumefit.read.europass_text import text_of, text_rows
from resumefit.read.limits import Limits
from resumefit.read.xmlsafe import local, parse_as_far

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {
    "WorkExperienceList": "Experience",
    "WorkExperience": "Experience",
    "EducationList": "Education",
    "Education": "Education",
    "Linguistic": "Languages",
    "Communication": "Communication skills",
    "Organisational": "Organisational skills",
    "JobRelated": "Job-related skills",
    "Computer": "Digital skills",
    "DigitalSkills": "Digital skills",
    "Skills": "Skills",
    "AchievementList": "Achievements",
    "Achievement": "Achievements",
    "Certifications": "Certifications",
    "Projects": "Projects",
    "Volunteering": "Volunteering",
    "Hobbies": "Interests",
    "Headline": "Summary",
    "CoverLetter": "Cover letter",
    "Identification": "Contact",
    "PersonalInformation": "Contact",
}
_ENTRIES = frozenset(
    {
        "WorkExperience",
        "Education",
        "Achievement",
        "Project",
        "Publication",
    }
)
_LEFT_OUT = re.compile(
    r"(Photo|Signature|Documentation|Attachment|PrintingPreferences|DocumentInfo|DocumentID|Code|ISOCode|Id|ID|Order|Demographics|Nationality|Gender|Birthdate|BirthDate|Preferences|Formatting)$"
)


def read_europass(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a Europass XML file; UnsupportedFormat for other XML."""
    root, whole = parse_as_far(data, name=name, limits=limits)
    kind = local(root.tag)
    if (
        kind not in ("SkillsPassport", "Candidate", "LearnerInfo", "europass", "Profile")
        and "europass" not in data[:3000].decode("utf-8", "replace").lower()
    ):
        raise UnsupportedFormat(
            name, f"XML of the kind '{kind[:40]}' is not read", "Save the resume as PDF, DOCX or plain text"
        )
    drafts = list(candidate_drafts(root) if kind == "Candidate" else _walk(root, limits=limits, depth=0))
    cautions = () if whole else (Caution("truncated", "the XML is broken or cut off; what could be read was read"),)
    return Reading("europass", tuple(drafts), cautions=cautions, doubtful=not whole)


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
        for row in text_rows(element.text or ""):
            yield Draft(row, list_depth=1 if row.startswith("•") else 0)
        return
    if kind in ("PersonName", "Address", "FormattedName"):
        words = [" ".join(str(t).split()) for t in element.itertext()]
        yield Draft((" " if kind == "PersonName" else ", ").join(w for w in words if w))
        return
    for child in element:
        yield from _walk(child, limits=limits, depth=depth + 1)


def _period(element: _Element) -> str:
    dates: list[str] = []
    for child in element:
        if local(child.tag) in ("From", "To", "StartDate", "EndDate"):
            year = str(child.get("year") or "") or text_of(child)
            month = re.sub(r"\D", "", str(child.get("month") or ""))
            if year:
                dates.append(f"{year}-{int(month):02d}" if month and len(month) < 3 else year[:10])
        elif local(child.tag) in ("Current", "CurrentIndicator") and (child.text or "").strip() == "true":
            dates.append("Present")
    return " – ".join(dates[:2])
