"""Reads the lists of `training/head_cells/` and writes their entries out in the forms that heads of positions give them.

A head seldom says "Product Manager" alone: there is a rank before it, a field behind it, a city after the employer, capitals throughout.
Which forms an entry gets is told by a hash of its own words, so that a new entry changes nothing about the others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from resumefit.errors import UsageError
from resumefit.segment.places import CITIES

TITLE, FIRM, PLACE, FIELD, OTHER = "title", "firm", "place", "field", "other"
_FILES = {TITLE: "titles", FIRM: "firms", PLACE: "places", FIELD: "fields", OTHER: "other"}
_RANKS = (
    "Senior", "Sr.", "Sr", "Junior", "Jr.", "Lead", "Principal", "Staff", "Chief", "Deputy", "Assistant", "Associate", "Acting", "Interim",
    "Head", "Graduate", "Trainee", "Group", "Global", "Regional",
)
_LEGAL = (
    "Ltd", "Ltd.", "Limited", "Inc.", "Inc", "LLC", "GmbH", "AG", "S.A.", "SAS", "B.V.", "AB", "Oy", "AS", "Pvt. Ltd.", "Private Limited",
    "Pte Ltd", "plc", "Corp.", "Group", "Holdings", "S.r.l.", "sp. z o.o.", "Technologies", "Labs", "Solutions", "Software", "Systems",
    "Consulting", "Partners", "Studio", "Services", "Bank", "Health", "Foods",
)
_AFTER_TITLE = (" II", " III", " (Contract)", " - Intern", " (m/f/d)", " I", " (Part-time)")
_BEFORE_FIELD = (", ", " - ", " – ", " ", " (", " for ", ", ")
_AREAS = (
    "UK", "USA", "India", "Germany", "France", "Spain", "Italy", "Poland", "Norway", "Kenya", "Nigeria", "Brazil", "Mexico", "Japan",
    "China", "Singapore", "Canada", "Australia", "Remote", "Hybrid",
)
_UNITS = ("Team", "Department", "Division", "Unit", "Group")
_LONGEST_FIRM = 4
# What share of the entries also stands in capitals, in small letters, with "Team" behind a field.
_UPPER, _LOWER, _AS_UNIT = 0.4, 0.25, 0.3


@dataclass(frozen=True, slots=True)
class Form:
    """Words of a head, what they are, and the entry of the lists that they come from."""

    text: str
    label: str
    entry: str


def read_names(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the entries of each list by label, each once; UsageError when a list is not there."""
    names: dict[str, tuple[str, ...]] = {}
    for label, file in _FILES.items():
        path = folder / f"{file}.txt"
        if not path.is_file():
            raise UsageError(f"there is no list {path}", "Run this from a checkout of resumefit, or name its training folder")
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        # What is none of the others may hold semicolons itself.
        entries = re.split(r";;|\n" if label == OTHER else r";|\n", "\n".join(lines))
        names[label] = tuple(dict.fromkeys(entry.strip() for entry in entries if entry.strip()))
    cities = [city.title() for city in CITIES.split("|") if "\\" not in city]
    names[PLACE] = tuple(dict.fromkeys([*names[PLACE], *cities]))
    return names


def forms_of(names: Mapping[str, Sequence[str]], beside: Mapping[str, Sequence[str]]) -> list[Form]:
    """Return every entry in its forms; `beside` holds the names that may stand beside an entry."""
    return [
        Form(text, label, entry)
        for label, entries in names.items()
        for entry in entries
        for text in _shapes(label, entry, beside)
    ]


def share_of(words: str, purpose: str) -> float:
    """Return a number in [0, 1) that words and a purpose always have."""
    return int.from_bytes(hashlib.sha256(f"{purpose}\t{words}".encode()).digest()[:8], "big") / 2**64


def _shapes(label: str, entry: str, beside: Mapping[str, Sequence[str]]) -> list[str]:
    found = [entry]
    if label == TITLE:
        fields, titles = beside[FIELD], beside[TITLE]
        found += [
            f"{_pick(_RANKS, entry, 'rank')} {entry}",
            f"{entry}{_pick(_AFTER_TITLE, entry, 'after')}",
            f"{entry}{_pick(_BEFORE_FIELD, entry, 'before field')}{_pick(fields, entry, 'field')}",
            f"{entry} / {_pick(titles, entry, 'second title')}",
            f"{entry} {_pick(('of', 'and', '&'), entry, 'joined')} {_pick(fields, entry, 'second field')}",
        ]
    elif label == FIRM:
        found.append(entry)  # a brand of one word would else be outweighed by towns, of which most have one
        if len(entry.split()) < _LONGEST_FIRM:
            found.append(f"{entry} {_pick(_LEGAL, entry, 'legal')}")
        found.append(f"{entry}{_pick((', ', ' (', ' - '), entry, 'before place')}{_pick(beside[PLACE], entry, 'place')}")
        found.append(f"{entry} ({_pick(beside[FIELD], entry, 'field')})")
    elif label == PLACE and ", " in entry:
        found.append(entry.split(", ")[0])
    elif label == PLACE:
        found.append(f"{entry}, {_pick(_AREAS, entry, 'area')}")
    elif label == FIELD and share_of(entry, "unit") < _AS_UNIT:
        found.append(f"{entry} {_pick(_UNITS, entry, 'which unit')}")
    if label != OTHER:
        found += [form.upper() for form in found[:2] if share_of(form, "upper") < _UPPER]
    if label in (TITLE, FIELD, PLACE) and share_of(entry, "lower") < _LOWER:
        found.append(entry.lower())
    return found


def _pick(options: Sequence[str], entry: str, purpose: str) -> str:
    return options[int(share_of(entry, purpose) * len(options))]
