"""Weighs what a line of a head may hold: a title, an employer, both, or only a place and the like.

Each way of taking the line apart has a score: the sum of the logarithms of how likely each part is what it is taken for. The best few
of each sort are kept; which of them is right depends on the lines around and on the other heads of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from resumefit.core.protocols import CellOdds
from resumefit.segment.atoms import BLURB, Cut, cut
from resumefit.segment.cells import hints_of
from resumefit.segment.headparts import DEPARTMENT, HOW, PARENTHESIS, clean_company, is_own_business, is_place_line
from resumefit.segment.legalforms import ENDS_IN_FORM, FORM_BEHIND_COMMA
from resumefit.segment.places import STATES, looks_like_place
from resumefit.segment.titles import looks_like_firm, looks_like_team, names_field, title_strength

# Log-probabilities below this say the same: surely not.
_FLOOR = -5.0
_REST = 0.2
_UNKNOWN_FIRM = -2.1
# Any name may be a town's behind an employer's comma.
_TOWN = -0.8
# How much more a part that is marked as an employer's ("Bank", "Ltd") speaks against a title than one that only reads like it.
_MARKED = 2.5
# What a part before a colon costs a title that it does not name.
_LABEL = 1.0
_MOST_TITLE, _MOST_FIRM = 4, 3
_KEPT = 4
# What may stand between the parts of one title or one name, and what taking it as one costs.
_IN_TITLE = {",": 0.0, "-": 0.0, "/": 0.0, ":": 0.2, "for": 0.1, "of": 0.6, ";": 1.0, "at": 3.0}
_IN_FIRM = {",": 1.2, "-": 1.0, "/": 0.3, "for": 1.0, "of": 0.5, "at": 1.0}
_ENDS_A_PLACE = ("-", "|")
_PIECES = re.compile(r"[,:]\s+|\s[-–—/]\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CODE = re.compile(r"(?=.*[A-Z0-9])[A-Z0-9&+]{2,5}")
_STATE = re.compile(rf"(?:{STATES.upper()})")
# What stands before an employer's name in brackets.
_THROUGH = re.compile(r"^(?:(?:end[- ])?client\b\s*:?|via\s|at\s|with\s|for\s)\s*", re.IGNORECASE)
Runs = list[tuple[int, int, float]]


@dataclass(frozen=True, slots=True)
class Taken:
    """One way of taking a line apart. `order` is "TC" or "CT" with the sign between where the line holds both, else empty."""

    score: float
    title: str = ""
    firm: str = ""
    place: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class RowRoles:
    """The likeliest ways of taking a line, best first: as `title` alone, `firm` alone, `both`, or neither (`rest`).

    `story` is how likely, as a logarithm, the line tells of the work and is no part of a head.
    """

    title: tuple[Taken, ...]
    firm: tuple[Taken, ...]
    both: tuple[Taken, ...]
    rest: Taken
    story: float


class RowReader:
    """Weighs lines by a model of cells; remembers what it has weighed."""

    def __init__(self, odds: CellOdds) -> None:
        self._odds = odds
        self._index = {label: place for place, label in enumerate(odds.labels)}
        self._seen: dict[str, RowRoles] = {}
        self._known: dict[str, tuple[float, ...]] = {}

    def roles(self, text: str) -> RowRoles:
        """Return the ways of taking a line."""
        if text not in self._seen:
            self._seen[text] = self._weigh(text)
        return self._seen[text]

    def odds(self, words: str, label: str) -> float:
        """Return the logarithm of how likely words are a title, a firm, a place, a field or other."""
        if words not in self._known:
            bare = PARENTHESIS.sub("", words).strip() or words
            self._known[words] = self._odds.log_probabilities(bare, hints_of(bare))
        return max(_FLOOR, self._known[words][self._index[label]])

    def _weigh(self, text: str) -> RowRoles:
        parts = cut(text)
        count = len(parts.atoms)
        if not count:
            return RowRoles((), (), (), Taken(0.0), _FLOOR)
        titles, firms = list(self._runs(parts, "title")), list(self._runs(parts, "firm"))
        rest = Taken(self._left(parts), place=_place(parts, range(count)))
        alone = [
            Taken(score + self._left(parts, (first, last)), parts.words(first, last), place=_place_beside(parts, first, last))
            for first, last, score in titles
        ]
        named = [
            Taken(score + self._left(parts, (first, last)), firm=parts.words(first, last), place=_place_beside(parts, first, last))
            for first, last, score in firms
        ]
        both = [*self._both(parts, titles, firms), *self._bracketed(parts, titles)]
        # The name of a field alone parts the work by its kind; it is no head's.
        story = max(self.odds(text, "other"), self.odds(text, "field") - 0.7)
        return RowRoles(_best(alone), _best(named), _best(both), rest, story)

    def _left(self, parts: Cut, *runs: tuple[int, int]) -> float:
        """Weigh the parts that are neither title nor employer; a city and its country are one part."""
        numbers = _outside(len(parts.atoms), *runs)
        total, skip = 0.0, -1
        for number in numbers:
            if number == skip:
                continue
            if number + 1 in numbers and _are_one_place(parts, number):
                total, skip = total - _REST, number + 1
            else:
                rest = self._rest(parts.words(number, number))
                total += max(rest, _TOWN) if runs and _may_be_town(parts, number, runs) else rest
        return total if runs else max(total, self.odds(parts.text, "other") - 0.3)

    def _rest(self, words: str) -> float:
        """Weigh a part as a place, a field of work, a way of working or a note."""
        if HOW.match(words) or looks_like_place(words) or _STATE.fullmatch(words) or BLURB.match(words) or DEPARTMENT.match(words):
            return -_REST
        return max(self.odds(words, "place"), self.odds(words, "field") - 0.3, self.odds(words, "other") - 0.3) - _REST

    def _runs(self, parts: Cut, label: str) -> Iterator[tuple[int, int, float]]:
        most, joins = (_MOST_TITLE, _IN_TITLE) if label == "title" else (_MOST_FIRM, _IN_FIRM)
        for first in range(len(parts.atoms)):
            cost = 0.0
            for last in range(first, min(first + most, len(parts.atoms))):
                if last > first:
                    join = parts.atoms[last].join
                    if join not in joins:
                        break
                    cost += joins[join]
                    if join == ":" and title_strength(parts.words(first, last - 1)) < 3:
                        cost += _LABEL  # `Career: Analyst`, unlike `Analyst: Payments`
                words = parts.words(first, last)
                score = self._title(words) if label == "title" else self._firm(words)
                yield first, last, score - cost

    def _title(self, words: str) -> float:
        first, *further = [piece.strip() for piece in _PIECES.split(words)]
        # A title ends before its place, its way of working and its employer.
        wrong = sum(looks_like_place(piece) or bool(HOW.match(piece)) for piece in further) * 2.5
        wrong += 2.5 * (bool(further) and looks_like_place(first)) + sum(bool(DEPARTMENT.match(piece)) for piece in further)
        # "Acme - Product Manager" begins with the employer; "Payments - Product Manager" may begin with the field.
        before = [first] if title_strength(first) < 3 <= max(map(title_strength, further), default=0) else []
        names = [piece for piece in (*before, *further) if piece and title_strength(piece) < 3]
        wrong += sum(exp(self.odds(piece, "firm")) * (_MARKED if looks_like_firm(piece) else 1.0) for piece in names)
        wrong += 0.7 * bool(before)
        wrong += 3.0 * bool(BLURB.match(words))
        return self.odds(words, "title") - wrong

    def _firm(self, words: str) -> float:
        if is_own_business(words):
            return -0.7
        if HOW.match(words) or is_place_line(words) or _STATE.fullmatch(words):
            return _FLOOR
        marked = looks_like_firm(words) and title_strength(words) < 3
        pieces = _PIECES.split(words)
        # A name ends with its legal form, or the last of several: "Widget Co, Ltd".
        goes_on = any(ENDS_IN_FORM.search(one) and not FORM_BEHIND_COMMA.match(other) for one, other in pairwise(pieces))
        if _YEAR.search(words) or goes_on or any(looks_like_place(piece) for piece in pieces[1:]):
            return max(_FLOOR, self.odds(words, "firm") - 2.5)
        # Any name may be an employer's; a sentence or a job's may not.
        unknown = len(words.split()) <= 4 and title_strength(words) < 3 and not names_field(words)
        return max(self.odds(words, "firm"), -0.6 if marked else -1.3 if _CODE.fullmatch(words) else _UNKNOWN_FIRM if unknown else _FLOOR)

    def _both(self, parts: Cut, titles: Runs, firms: Runs) -> Iterator[Taken]:
        for first, last, score in titles:
            for start, stop, firm in firms:
                if start <= last and first <= stop:
                    continue
                order, join = ("TC", parts.atoms[start].join) if start > last else ("CT", parts.atoms[first].join)
                near = start == last + 1 or first == stop + 1
                if order == "TC" and join == "at" and near:
                    firm = max(firm, -0.4)  # "Editor at x": the word says so
                total = score + firm + self._left(parts, (first, last), (start, stop)) - (0.0 if near else 0.3)
                place = _place(parts, _outside(len(parts.atoms), (first, last), (start, stop)))
                yield Taken(total, parts.words(first, last), parts.words(start, stop), place, f"{order}{join}")

    def _bracketed(self, parts: Cut, titles: Runs) -> Iterator[Taken]:
        """Yield "Editor (Acme)": an employer in the brackets behind a title."""
        for first, last, score in titles:
            words = parts.words(first, last)
            inside = [found.strip(" ()[]") for found in PARENTHESIS.findall(words)]
            if not inside or HOW.match(inside[-1]) or looks_like_place(inside[-1]) or looks_like_team(inside[-1]):
                continue
            name = _THROUGH.sub("", inside[-1])
            named, comma, town = name.partition(", ")
            name, town = (named, town) if comma and looks_like_place(town) else (name, "")
            firm = self._firm(name) - (0.0 if name != inside[-1] else 0.2)
            place = town or _place(parts, _outside(len(parts.atoms), (first, last)))
            title = words[: words.rindex(inside[-1])].rstrip(" ([")
            yield Taken(score + firm + self._left(parts, (first, last)), title, name, place, "TC(")


def _best(found: list[Taken]) -> tuple[Taken, ...]:
    return tuple(sorted(found, key=lambda taken: -taken.score)[:_KEPT])


def _outside(count: int, *runs: tuple[int, int]) -> list[int]:
    return [number for number in range(count) if not any(first <= number <= last for first, last in runs)]


def _may_be_town(parts: Cut, number: int, runs: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether one or two names behind an employer's comma end the line, or a dash and the title follow: "Acme, Gdynia - Lead".

    Behind a legal form a dash or bar will do as well as the comma.
    """
    name = parts.words(number, number)
    join = parts.atoms[number].join
    if len(name.split()) > 2 or not all(word[0].isupper() for word in name.split()) or names_field(name):
        return False
    is_last = number == len(parts.atoms) - 1
    if is_last and join in (",", *_ENDS_A_PLACE) and any(run[1] == number - 1 and ENDS_IN_FORM.search(parts.words(*run)) for run in runs):
        return True  # "ACME LTDA – Ribeirão Preto"
    if len(runs) < 2 or runs[1][1] != number - 1 or join != ",":
        return False
    return is_last or (runs[0][0] == number + 1 and parts.atoms[number + 1].join in _ENDS_A_PLACE)


def _place_beside(parts: Cut, first: int, last: int) -> str:
    return _place(parts, _outside(len(parts.atoms), (first, last)))


def _are_one_place(parts: Cut, number: int) -> bool:
    if parts.atoms[number + 1].join != "," or not looks_like_place(parts.words(number, number + 1)):
        return False
    return not looks_like_firm(parts.words(number, number))


def _place(parts: Cut, numbers: range | list[int]) -> str:
    """Return the places among the parts that are neither title nor employer, those next to each other joined as written."""
    found = [
        number
        for number in numbers
        if looks_like_place(parts.words(number, number))
        or (number + 1 in numbers and _are_one_place(parts, number))
        or (number and number - 1 in numbers and _are_one_place(parts, number - 1))
    ]
    if not found:
        return ""
    last = found[0]
    for one, other in pairwise(found):
        if other == one + 1 == last + 1:
            last = other
    return clean_company(parts.words(found[0], last)) or parts.words(found[0], last)
