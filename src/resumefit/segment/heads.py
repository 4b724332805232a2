"""Reads the head of a position: which words are the title, which the employer, which the place.

A head is one to three lines around a range of dates. Separators split it into parts; a part with a job's noun is the title, the
likeliest of the others the employer. A comma inside a title ("Product Manager, Payments") is told from one before the employer
("Product Manager, Acme") by whether another part already is the employer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.segment.headparts import (
    CHIEF_OF,
    DEPARTMENT,
    HOW,
    PARENTHESIS,
    clean_company,
    clean_title,
    employer_inside,
    is_capitalised,
    is_name,
    is_own_business,
    join_suffixes,
    name_and_place,
    split_company,
    split_line,
)
from resumefit.segment.places import looks_like_place
from resumefit.segment.titles import looks_like_firm, looks_like_team, title_strength

_SLASH = re.compile(r"\s*/\s+")
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
# Two words or more before a city of one word, or of two that begin as such cities do.
_NAME_BEFORE_PLACE = re.compile(
    r"^(?P<name>\S+\s+\S.*?)\s+(?P<place>(?:(?:New|San|Santa|Los|Las|Fort|St\.?|Salt\s+Lake|El|Palo|Mountain|Cape|Tel|Kuala|Ho|Hong)\s+)?"
    r"[A-Z][\w.'’-]+,\s*[A-Z][\w .]+)$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says; empty strings for what it does not."""

    title: str = ""
    company: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    words: str
    line: int
    strength: int


def read_head(lines: Sequence[str], *, company: str = "") -> Head:
    """Read the lines of a head, dates already taken out; `company` is the employer whose heading stands above, if any."""
    labelled = labelled_head(lines)
    if labelled is not None:
        return labelled
    parts = [_Part(words, number, title_strength(words)) for number, line in enumerate(lines) for words in _apart(line)]
    if len(parts) == 1 and not company:
        # "Editor / Acme"; beside other separators a slash joins two names of one thing.
        halves = [_Part(words, 0, title_strength(words)) for words in _SLASH.split(parts[0].words) if words]
        titled = [half.strength >= 3 for half in halves]
        if not all(titled):
            # "Product Manager / Scrum Master / Acme": the titles are one.
            whole = " / ".join(half.words for half in halves if half.strength >= 3)
            untitled = [half for half in halves if half.strength < 3]
            parts = [_Part(whole, 0, title_strength(whole)), *untitled] if titled[0] and sum(titled) > 1 else halves
    if not parts:
        return Head(company=company)
    best = max(parts, key=lambda part: part.strength)
    if best.strength < 2:
        return _untitled(parts, company)
    others = [part for part in parts if part is not best]
    places = [part for part in others if looks_like_place(part.words) and not looks_like_firm(part.words)]
    if places and len(places) == len(others) and not company:
        # "Acme, Product Manager | Leeds": the employer is beside the title, not beside the place.
        own = _comma_head(best.words)
        return Head(own.title, own.company, own.location or places[0].words)
    # Under an employer's heading a place is a place; without one its first words may be the employer's.
    others = [part for part in others if part not in places] + ([] if company else places)
    firm = _firm_of(others, named=bool(company))
    if firm is not None:
        name, place = name_and_place(firm.words)
        rest = [part.words for part in others if part is not firm and not HOW.match(part.words)]
        return Head(clean_title(best.words), name, place or ", ".join(rest))
    if company:
        return Head(_without_places(clean_title(best.words)), company)
    return _comma_head(best.words)


def _apart(line: str) -> list[str]:
    """Return a line's parts; an employer that only one space keeps from its place is set apart: "Acme Mills Denver, CO"."""
    parts = split_line(line)
    if len(parts) > 1 or not looks_like_place(line) or title_strength(line) >= 3:
        return parts
    name = _NAME_BEFORE_PLACE.match(line)
    return [name["name"], name["place"]] if name and looks_like_place(name["place"]) else parts


def _firm_of(parts: Sequence[_Part], *, named: bool) -> _Part | None:
    """Return the part that is likeliest the employer; with an employer `named` above, a team is none."""
    likely = [part for part in parts if part.strength < 3 and not HOW.match(part.words)]
    marked = (part for part in parts if looks_like_firm(part.words) and is_capitalised(part.words))
    capital = (part for part in likely if not looks_like_team(part.words) and is_name(part.words.split()[0]))
    last = () if named else likely
    own = (part for part in parts if is_own_business(part.words))
    return next((part for ranked in (marked, capital, last, own) for part in ranked), None)


def _without_places(title: str) -> str:
    pieces = re.split(r",\s+", title)
    while len(pieces) > 1 and looks_like_place(pieces[-1]):
        pieces.pop()
    return ", ".join(pieces)


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


def _untitled(parts: Sequence[_Part], company: str) -> Head:
    if company:
        return Head(clean_title(parts[0].words), company)
    if len(parts) > 1:
        # "Storyteller | Acme Ltd": a firm's mark tells; without one the employer is thought to come first.
        marked = [looks_like_firm(part.words) for part in parts[:2]]
        firm, title = (parts[1], parts[0]) if marked == [False, True] else (parts[0], parts[1])
        name, place = name_and_place(firm.words)
        return Head(clean_title(title.words), name, place)
    first, _, rest = parts[0].words.partition(", ")
    return Head(clean_title(first), name_and_place(rest)[0]) if rest else Head(clean_title(first), "")


def _comma_head(words: str) -> Head:
    """Split "Title, Employer, Place" or "Employer, Place, Title" at its commas."""
    pieces = join_suffixes(re.split(r",\s+(?![^(]*\))", words))
    strengths = [title_strength(piece) for piece in pieces]
    inside = employer_inside(words)
    if len(pieces) > 1 and inside and inside in pieces[-1]:
        title = re.sub(rf"\s+(?:(?:for|with|@)\s+)?[(\[]?{re.escape(inside)}.*$", "", words)
        # "Director, Product Management (Acme)": with a firm's mark, or when nothing else could be the employer.
        if looks_like_firm(inside) or all(
            title_strength(piece) >= 3 or looks_like_team(piece) for piece in title.split(", ")
        ):
            return Head(clean_title(title), inside)
    if len(pieces) == 1:
        if (chief := CHIEF_OF.match(words)) and not looks_like_team(chief["firm"]):
            return Head(clean_title(chief["title"]), *name_and_place(chief["firm"]))
        match = re.match(r"(.+?)\s+(?:for|with|in|@)\s+([A-Z].*)$", words)
        bracket = PARENTHESIS.search(words)
        if bracket and looks_like_firm(bracket.group()):
            return Head(clean_title(words), *name_and_place(bracket.group().strip(" ()[]")))
        return (
            Head(clean_title(match[1]), match[2]) if match and looks_like_firm(match[2]) else Head(clean_title(words))
        )
    at = max(range(len(pieces)), key=lambda index: strengths[index])
    others = [index for index in range(len(pieces)) if index != at]
    firm = _firm_at(pieces, others)
    places = [index for index in others if looks_like_place(pieces[index])]
    if firm is None:
        own = [piece for index, piece in enumerate(pieces) if index not in places and not HOW.match(piece)]
        return Head(clean_title(", ".join(own)), "", ", ".join(pieces[index] for index in places))
    # "Senior Product Manager, Payments, Acme Ltd": what stands between title and employer belongs to the title, departments apart.
    between = [piece for piece in pieces[at + 1 : firm] if not DEPARTMENT.match(piece) and not HOW.match(piece)]
    place = ", ".join(pieces[index] for index in others if index > max(firm, at))
    return Head(clean_title(", ".join([pieces[at], *between])), clean_company(pieces[firm]), place)


def _firm_at(pieces: Sequence[str], others: Sequence[int]) -> int | None:
    """Return which piece is the employer: one with a firm's mark, else the first that is no team, place or way of working."""
    likely = [
        index for index in others if not looks_like_team(pieces[index]) and not DEPARTMENT.match(pieces[index])
        and not (HOW.match(pieces[index]) and not is_own_business(pieces[index]))
    ]  # fmt: skip
    marked = [index for index in likely if looks_like_firm(pieces[index])]
    unplaced = [index for index in likely if not looks_like_place(pieces[index])]
    return next((index for ranked in (marked, unplaced) for index in ranked), None)
