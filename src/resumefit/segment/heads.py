"""What a head of a position says, and heads whose parts are labelled: "Organisation: Acme", "Designation: Tester".

Heads without labels are read in `readings`, together with the others of their section.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.segment.headparts import (
    clean_title,
    name_and_place,
    split_company,
)
from resumefit.segment.titles import title_strength

_LABELS = (
    "occupation or position held|position held|name and address of employer|name of employer|organi[sz]ation|company|employer|client|"
    "firm|designation|title|job title|position|post|role|duration|period|dates?|tenure|location|place|city|team|department|project"
)
# A wide gap is as good as a colon, but not in the top row of a table.
_GAP = rf"(?:\s{{2,}}|\t)(?!\s*(?:{_LABELS})\b)"
_LABEL = re.compile(rf"^\s*(?P<label>{_LABELS})(?:\s*[:\-–]\s*|{_GAP})(?P<value>.*)$", re.IGNORECASE)
# Labels that only a head has; the others may stand in the story too.
LABELLED = re.compile(
    r"^\s*(?:occupation or position held|position held|name and address of employer|name of employer|organi[sz]ation|company|employer|"
    rf"designation|duration|period|role|job title|position|title|post)\s*(?:[:–]|-(?!\w)|{_GAP})",
    re.IGNORECASE,
)
_TITLE_LABELS = frozenset(
    {"designation", "title", "job title", "position", "post", "role", "occupation or position held", "position held"}
)
_FIRM_LABELS = frozenset(
    {"organisation", "organization", "company", "employer", "firm", "name and address of employer", "name of employer"}
)
@dataclass(frozen=True, slots=True)
class Head:
    """What a head says; empty strings for what it does not."""

    title: str = ""
    company: str = ""
    location: str = ""


def labelled_head(lines: Sequence[str]) -> Head | None:
    """Read "Organisation: ... / Designation: ..." heads; None where no label names a title."""
    title = company = place = other = ""
    for line in lines:
        match = _LABEL.match(line)
        if match is None:
            other = other or (line if title_strength(line) < 3 else "")
            continue
        label, value = match["label"].casefold(), match["value"]
        if label in _TITLE_LABELS:
            title = clean_title(value)
        elif label in _FIRM_LABELS:
            company, place = name_and_place(value)
    if title and not company:
        company, place = split_company(other)
    return Head(title, company, place) if title else None


def label_of(line: str) -> str:
    """Return the label that a line of a head begins with, in small letters; empty for none."""
    match = _LABEL.match(line)
    return match["label"].casefold() if match else ""


def names_title(line: str) -> bool:
    """Tell whether a line gives a title behind a label: "Role: Product Owner"."""
    match = _LABEL.match(line)
    return match is not None and match["label"].casefold() in _TITLE_LABELS and title_strength(match["value"]) >= 3


