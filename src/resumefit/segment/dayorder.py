"""Decides for a whole document whether its numeric dates write the day or the month first: 03/04/2018.

One date with a part above 12 tells it of all. Where none does, or where they contradict each other, the day comes first, as in most of the
world, and a caution says so where months depend on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from resumefit.core.document import Caution, Document
from resumefit.core.resume import Position

_LAST_MONTH = 12
_LAST_DAY = 31
_numeric = re.compile(
    r"(?<![\w./-])(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19[5-9]\d|20\d\d)|\d\d)(?![\w%]|[./-]\d)"
)


class DayOrder(StrEnum):
    """What the first number of a numeric date is, and how that is known."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    MIXED = "mixed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Numeric:
    start: int
    stop: int
    one: str
    two: str
    separator: str
    year: str

    @property
    def order(self) -> DayOrder:
        one, two = int(self.one), int(self.two)
        if _LAST_MONTH < one <= _LAST_DAY and 1 <= two <= _LAST_MONTH:
            return DayOrder.DAY_FIRST
        if _LAST_MONTH < two <= _LAST_DAY and 1 <= one <= _LAST_MONTH:
            return DayOrder.MONTH_FIRST
        return DayOrder.UNKNOWN


def find_day_order(text: str) -> DayOrder:
    """Return the order in which a text's numeric dates are written; UNKNOWN also for a text without any."""
    told = {date.order for date in _dates(text)} - {DayOrder.UNKNOWN}
    if not told:
        return DayOrder.UNKNOWN
    return DayOrder.MIXED if len(told) > 1 else told.pop()


def with_day_first(document: Document) -> Document:
    """Return the document with the day first in every numeric date; all offsets stay, as only two numbers change places."""
    if find_day_order(document.text) is not DayOrder.MONTH_FIRST:
        return document
    pieces, reached = [], 0
    for date in _dates(document.text):
        swapped = f"{date.two}{date.separator}{date.one}{date.separator}{date.year}"
        pieces += [document.text[reached : date.start], swapped]
        reached = date.stop
    return replace(document, text="".join((*pieces, document.text[reached:])))


def doubtful_order(document: Document, positions: Sequence[Position]) -> tuple[Caution, ...]:
    """Return a caution when the months of a position depend on an order that nothing in the document tells."""
    order = find_day_order(document.text)
    if order not in (DayOrder.UNKNOWN, DayOrder.MIXED):
        return ()
    why = "no date tells which" if order is DayOrder.UNKNOWN else "its dates contradict each other"
    for date in _dates(document.text):
        one, two = int(date.one), int(date.two)
        inside = any(position.span.start <= date.start < position.span.stop for position in positions)
        if inside and one != two and 1 <= one <= _LAST_MONTH and 1 <= two <= _LAST_MONTH:
            words = document.text[date.start : date.stop]
            message = f"dates such as '{words}' may begin with the day or the month and {why}; read with the day first"
            return (Caution("dates-day-or-month", message, document.page_at(date.start)),)
    return ()


def _dates(text: str) -> Iterator[_Numeric]:
    for match in _numeric.finditer(text):
        # A year of two digits is a date only between slashes: 1.2.18 is a version, 555-01-23 a telephone.
        if len(match["year"]) == 4 or match["sep"] == "/":
            yield _Numeric(match.start(), match.end(), match["one"], match["two"], match["sep"], match["year"])
