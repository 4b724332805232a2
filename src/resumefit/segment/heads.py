"""Reads the head of a position: which words are the title, which the employer, which the place.

A head is one to three lines around a range of dates. Separators split it into parts; a part with a job's noun is the title, the
likeliest of the others the employer. A comma inside a title ("Product Manager, Payments") is told from one before the employer
("Product Manager, Acme") by whether another part already is the employer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.segment.places import looks_like_place
from resumefit.segment.titles import looks_like_firm, title_strength

_STRONG = re.compile(
    r"\s{2,}|\t+|(?<=[\w.)]):\s+|\s*//\s*|\s*[|•·●▪◆]\s+|\s+[-–—−]+\s+|\s*;\s+|\s+@\s+|(?<=[a-zA-Z)])\s+at\s+(?=[A-Z])|(?:(?<=[a-z])|(?<=[A-Z][A-Z]))\.\s+(?=[A-Z][\w&]+ )"  # noqa: E501 - one pattern
)
_SLASH = re.compile(r"\s*/\s+")
_EDGE = re.compile(r"^[\s,;|:()\[\]•·●▪◆*_#~=>\-–—−/]+|[\s,;|:(\[•·●▪◆*_#~=<\-–—−/]+$")
_NUMBERING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-Z])")
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_EMPTY_PARENTHESIS = re.compile(r"[(\[]\s*[)\],]?")
_LABEL = re.compile(
    r"^\s*(?P<label>organi[sz]ation|company|employer|client|firm|designation|title|job title|position|post|role|duration|period|dates?|tenure|"  # noqa: E501 - one pattern
    r"location|place|city|team|department|project)\s*[:\-–]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"^\s*(?:organi[sz]ation|company|employer|designation|duration|period|role|position|title|post)\s*(?:[:–]|-(?!\w))",
    re.IGNORECASE,
)
_TITLE_LABELS = frozenset({"designation", "title", "job title", "position", "post", "role"})
_FIRM_LABELS = frozenset({"organisation", "organization", "company", "employer", "firm"})
_SUFFIX = re.compile(
    r"^(?:inc|ltd|llc|llp|plc|gmbh|corp|co|pvt|s\.?a|s\.?p\.?a|a\.?s|ag|bv|b\.v)(?![\w-])", re.IGNORECASE
)
_HIDE = {ord(character): 0xE000 + place for place, character in enumerate("|•·/-–—;@. ")}
_SHOW = {hidden: character for character, hidden in _HIDE.items()}
_SMALL = frozenset(
    {
        "of",
        "and",
        "the",
        "for",
        "de",
        "des",
        "du",
        "la",
        "le",
        "und",
        "fur",
        "für",
        "in",
        "on",
        "at",
        "to",
        "a",
        "&",
        "e",
        "y",
        "von",
        "van",
        "der",
    }
)
_REMOTE = re.compile(
    r"^(?:remote|hybrid|on-?site|full[- ]time|part[- ]time|contract|permanent|freelance|internship|self-employed)$",
    re.IGNORECASE,
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
    labelled = _labelled(lines)
    if labelled is not None:
        return labelled
    parts = [_Part(words, number, title_strength(words)) for number, line in enumerate(lines) for words in _split(line)]
    if len(parts) == 1 and not company:
        # "Editor / Acme"; beside other separators a slash joins two names of one thing.
        parts = [_Part(words, 0, title_strength(words)) for words in _SLASH.split(parts[0].words) if words]
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
    others = [part for part in others if part not in places] + places
    firm = next((part for part in others if looks_like_firm(part.words) and is_capitalised(part.words)), None)
    firm = firm or next((part for part in others if not _REMOTE.match(part.words) and part.strength < 3), None)
    if firm is not None:
        name, place = _name_and_place(firm.words)
        rest = [part.words for part in others if part is not firm and not _REMOTE.match(part.words)]
        return Head(_clean(best.words), name, place or ", ".join(rest))
    if company:
        return Head(_clean(best.words), company)
    return _comma_head(best.words)


def employer_inside(title_line: str) -> str:
    """Return an employer that only brackets or "for" set off from a title: "Editor (Acme)", "Editor for Acme"."""
    for inside in _PARENTHESIS.findall(title_line):
        words = inside.strip(" ()[]")
        if is_capitalised(words) and not (
            _REMOTE.match(words) or looks_like_place(words) or title_strength(words) >= 3
        ):
            return _clean_company(words)
    match = re.match(r".+?\s+(?:for|with|@)\s+((?:[A-Z]|\d).*)$", _EDGE.sub("", title_line))
    return _clean_company(match[1]).strip("() ") if match and is_capitalised(match[1]) else ""


def split_company(line: str) -> tuple[str, str]:
    """Return the employer and the place that a line without a title names."""
    parts = _split(line)
    return _name_and_place(parts[0]) if parts else ("", "")


def is_capitalised(words: str) -> bool:
    """Tell whether every word but the small ones begins with a capital or a digit, as names do."""
    return all(word in _SMALL or not word[0].isalpha() or word[0].isupper() for word in words.split())


def _labelled(lines: Sequence[str]) -> Head | None:
    """Read "Organisation: ... / Designation: ..." heads."""
    title = company = place = ""
    for line in lines:
        match = _LABEL.match(line)
        if match is None:
            continue
        label, value = match["label"].casefold(), _clean(match["value"])
        if label in _TITLE_LABELS:
            title = value
        elif label in _FIRM_LABELS:
            company, place = _name_and_place(value)
    return Head(title, company, place) if title else None


def _split(line: str) -> list[str]:
    text = _EMPTY_PARENTHESIS.sub(lambda match: match.group() if match.group().rstrip(",") in "([" else " ", line)
    text = _NUMBERING.sub("", _EDGE.sub("", text))
    # What stands in brackets is one thing, whatever separators it holds.
    hidden = _PARENTHESIS.sub(lambda match: match.group().translate(_HIDE), text)
    pieces = [piece for piece in _STRONG.split(hidden) if piece and re.search(r"\w", piece)]
    pieces = [_EDGE.sub("", piece.translate(_SHOW)) for piece in pieces]
    return [piece for piece in pieces if re.search(r"\w", piece)]


def _untitled(parts: Sequence[_Part], company: str) -> Head:
    name, place = _name_and_place(parts[0].words)
    if company:
        return Head(_clean(parts[0].words), company)
    if len(parts) > 1:
        return Head(_clean(parts[1].words), name, place)
    first, _, rest = parts[0].words.partition(", ")
    return Head(_clean(first), _name_and_place(rest)[0]) if rest else Head(_clean(first), "")


def _comma_head(words: str) -> Head:
    """Split "Title, Employer, Place" or "Employer, Place, Title" at its commas."""
    pieces = _join_suffixes(re.split(r",\s+", words))
    strengths = [title_strength(piece) for piece in pieces]
    inside = employer_inside(words)
    if len(pieces) > 1 and looks_like_firm(inside) and inside in pieces[-1]:
        title = re.sub(rf"\s+(?:(?:for|with|@)\s+)?[(\[]?{re.escape(inside)}.*$", "", words)
        return Head(_clean(title), inside)
    if len(pieces) == 1:
        match = re.match(r"(.+?)\s+(?:for|with|in|@)\s+([A-Z].*)$", words)
        bracket = _PARENTHESIS.search(words)
        if bracket and looks_like_firm(bracket.group()):
            return Head(_clean(words), bracket.group().strip(" ()[]"))
        return Head(_clean(match[1]), match[2]) if match and looks_like_firm(match[2]) else Head(_clean(words))
    at = max(range(len(pieces)), key=lambda index: strengths[index])
    others = [index for index in range(len(pieces)) if index != at]
    firms = [index for index in others if looks_like_firm(pieces[index])]
    firm = firms[0] if firms else others[0]
    # "Senior Product Manager, Payments, Acme Ltd": what stands between title and employer belongs to the title.
    title = pieces[at] if firm < at else ", ".join(pieces[at:firm])
    place = ", ".join(pieces[index] for index in others if index > max(firm, at))
    return Head(_clean(title), _clean_company(pieces[firm]), place)


def _name_and_place(words: str) -> tuple[str, str]:
    pieces = _join_suffixes(re.split(r",\s+(?![^(]*\))", words))
    return _clean_company(pieces[0]), ", ".join(pieces[1:])


def _join_suffixes(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and _SUFFIX.match(piece):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined


def _clean(words: str) -> str:
    return re.sub(r"\s+", " ", _EDGE.sub("", _PARENTHESIS.sub(" ", _NUMBERING.sub("", words)))).strip(" .,")


def _clean_company(words: str) -> str:
    return re.sub(r"\s+", " ", _EDGE.sub("", _PARENTHESIS.sub("", words))).strip(" ,")
