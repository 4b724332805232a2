"""Cuts a line of a head into its smallest parts, each with the sign that joins it to the one before.

Nothing is decided here: "Product Manager, Payments – Acme, Leeds" gives four parts, and whether "Payments" belongs to the title is for the
reading of the whole head to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from resumefit.segment.headparts import (
    CHIEF_OF,
    EDGE,
    HIDE,
    NAMES,
    NUMBERING,
    PARENTHESIS,
    as_said,
    is_name,
    separators,
)
from resumefit.segment.legalforms import FORM_BEHIND_COMMA
from resumefit.segment.places import looks_like_place
from resumefit.segment.titles import title_strength

_COMMA = re.compile(r",\s+|,(?=[A-Z][a-z])")
_SLASH = re.compile(r"\s/\s+|\s*/\s+")
_AT = re.compile(r"\s(?:at|@)\s+(?=\S)")
_FOR = re.compile(r"\s(?:for|with|in)\s+(?=\S)")
# "Department for Tides", "Institute for Soil": what stands before "for" is no title's end.
_BODY = re.compile(
    r"\b(?:department|ministry|office|institute|cent(?:re|er)|agency|society|foundation|school|council|association|campaign|fund|trust|"
    r"alliance|bureau|board|commission|network|coalition|college|laboratory)$",
    re.IGNORECASE,
)
# "Acme — Role: Editor — Period: ...": what a part is called is none of its words.
_LABEL = re.compile(
    r"(?:^|(?<=[|–—-]\s)|(?<=\s\s))(?:role|position|(?:job )?title|designation|employer|company|organi[sz]ation|period|dates?|duration)\s*:"
    r"(?:\s+|$)",
    re.IGNORECASE,
)
_AS = re.compile(r"\sas\s+(?:an?\s+|the\s+)?(?=\S)")
# What an icon's font leaves before or behind words.
_ICON = re.compile(r"^[^\w\s\"'“‘(.]+\s+|\s+[^\w\s\"'”’).!?+#&*]+$")
# What an employer is, said behind its name: "Acme — a courier with 90 vans".
BLURB = re.compile(r"(?:an?|one of)\s+\w|the\s+[a-z]")
_MOST = 8
# Two words or more before a city of one word, or of two that begin as such cities do.
_NAME_BEFORE_PLACE = re.compile(
    r"^(?P<name>\S+\s+\S.*?)\s+(?P<place>(?:(?:New|San|Santa|Los|Las|Fort|St\.?|Salt\s+Lake|El|Palo|Mountain|Cape|Tel|Kuala|Ho|Hong)\s+)?"
    r"[A-Z][\w.'’-]+,\s*[A-Z][\w .]+)$"
)


@dataclass(frozen=True, slots=True)
class Atom:
    """Characters [start, stop) of a line's text. `join` says what parts it from the atom before: a comma, dash, bar, gap, "at", ..."""

    start: int
    stop: int
    join: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A line's text as it is cut, and its atoms; at most eight, the rest of a longer line stays in the last."""

    text: str
    atoms: tuple[Atom, ...]

    def words(self, first: int, last: int) -> str:
        """Return the text of the atoms `first` to `last`, both included, as written."""
        return EDGE.sub("", _ICON.sub("", self.text[self.atoms[first].start : self.atoms[last].stop].strip()))


@lru_cache(maxsize=4096)
def cut(line: str) -> Cut:
    """Return a line's atoms."""
    text = NUMBERING.sub("", EDGE.sub("", _LABEL.sub("", as_said(line))))
    # What stands in brackets is one thing, whatever separators it holds.
    hidden = PARENTHESIS.sub(lambda match: match.group().translate(HIDE), text)
    pieces: list[Atom] = []
    at, join = 0, ""
    parts = list(separators(hidden)) or _before_place(text)
    for stop, after in [*parts, (len(hidden), len(hidden))]:
        if re.search(r"\w", text[at:stop]):
            pieces += _pieces(text, hidden, at, stop, join)
            join = ""
        at, join = after, join if join and join != "gap" else _kind(hidden[stop:after])
    if len(pieces) > _MOST:
        pieces = [*pieces[: _MOST - 1], Atom(pieces[_MOST - 1].start, pieces[-1].stop, pieces[_MOST - 1].join)]
    return Cut(text, tuple(pieces))


def _before_place(text: str) -> list[tuple[int, int]]:
    """Return where one space alone parts an employer from its place, as between "Acme Mills" and "Denver, CO"."""
    name = _NAME_BEFORE_PLACE.match(text) if looks_like_place(text) and title_strength(text) < 3 else None
    town = name["place"].split(",")[0] if name else ""  # "Technologies, Singapore" is none
    return [(name.end("name"), name.start("place"))] if name and looks_like_place(town) else []


def _kind(mark: str) -> str:
    sign = mark.strip()
    if not sign:
        return "gap"
    if sign[0] in "|•·●▪◆/":
        return "|"
    if sign[0] in "-–—−":
        return "-"
    return "at" if sign in ("@", "at") else sign[0]


def _pieces(text: str, hidden: str, start: int, stop: int, join: str) -> list[Atom]:
    """Cut a piece between strong separators at its commas and slashes, and where "at" or "for" may part title from employer."""
    if join and BLURB.match(text[start:stop]):
        return [Atom(start, stop, join)]
    atoms: list[Atom] = []
    names = NAMES.match(hidden[start:stop])
    if names and title_strength(hidden[start:stop].split(",")[0]) >= 3:
        names = None
    safe = start + names.end() if names else start
    at = start
    for mark in sorted([*_COMMA.finditer(hidden, start, stop), *_SLASH.finditer(hidden, start, stop)], key=lambda found: found.start()):
        if mark.start() < safe or mark.start() < at or FORM_BEHIND_COMMA.match(hidden[mark.end() : stop]):
            continue
        atoms += _said(text, at, mark.start(), join)
        if BLURB.match(text[mark.end() : stop]):
            return [*atoms, Atom(mark.end(), stop, ",")]
        at, join = mark.end(), "," if mark.group().startswith(",") else "/"
    return [*atoms, *_said(text, at, stop, join)]


def _said(text: str, start: int, stop: int, join: str) -> list[Atom]:
    words = text[start:stop]
    if not re.search(r"\w", words):
        return []
    chief = CHIEF_OF.match(words)
    if chief:
        return [Atom(start, start + chief.end("title"), join), Atom(start + chief.start("firm"), stop, "of")]
    worked = _AS.search(words)
    if worked and title_strength(words[worked.end() :]) >= 3 > title_strength(words[: worked.start()]):
        return [Atom(start, start + worked.start(), join), Atom(start + worked.end(), stop, "as")]
    for mark, kind in ((_AT, "at"), (_FOR, "for")):
        for found in mark.finditer(words):
            left, right = words[: found.start()], words[found.end() :]
            if left.count("(") > left.count(")"):
                continue
            named = kind == "at" or is_name(right.split()[0])
            body = kind == "for" and _BODY.search(left) is not None
            titled = title_strength(left) >= 3 or (not body and title_strength(text[: start + found.start()]) >= 3)
            if named and titled and len(right.split()) <= 6 and not looks_like_place(right):
                return [Atom(start, start + found.start(), join), Atom(start + found.end(), stop, kind)]
    return [Atom(start, stop, join)]
