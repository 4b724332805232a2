"""Reads how long something lasted: "2 yrs 3 mos", "(2 years, 3 months)", "18 months", "six months", "10 weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resumefit.segment.dateforms import plain

_MOST_MONTHS = 600
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d{{1,2}}(?:[.,]\d)?\+?|{'|'.join(_WORDS)})"
_YEARS = rf"(?P<years>{_NUMBER})\s*-?\s*(?:years?|yrs?|y)(?![^\W_])\.?"
_MONTHS = rf"(?P<months>\d{{1,3}}|{'|'.join(_WORDS)})\s*-?\s*(?:months?|mths?|mos?|mon|m)(?![^\W_])\.?"
_WEEKS = rf"(?P<weeks>{_NUMBER})\s*(?:weeks?|wks?)(?![^\W_])\.?"
_JOINT = r"\s*(?:,|&|and\b)?\s*"
_LENGTH = rf"(?:{_YEARS}(?:{_JOINT}{_MONTHS.replace('?P<months>', '?P<rest>')})?|{_MONTHS}|{_WEEKS})"
# Behind it nothing, the end of brackets or another field may stand: "2019, 3 months ahead of plan" lasts no three months.
_END = r"(?=\s*(?:$|[)\]|,;·•])|\s\s|\t|\s+(?:at|with|@)\s)"
_after = re.compile(
    rf"\s*(?:[,;:·•|=~–—−-]\s*)?(?P<open>[(\[])?\s*(?:for\s+|approx\.?\s+|about\s+|ca?\.\s+)?{_LENGTH}{_END}(?P<close>\s*[)\]])?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length in whole months, at least 1 and not more than a working life, that is written up to character `stop` of the line."""

    stop: int
    months: int


def duration_after(line: str, at: int) -> Duration | None:
    """Return the duration that stands right behind `at`, apart from a dash, a comma or an opening bracket."""
    match = _after.match(line, at)
    if match is None:
        return None
    months = _months(match)
    closed = match["close"] if match["open"] else None
    stop = match.end() if closed or match["close"] is None else match.start("close")
    return Duration(stop, months) if 0 < months <= _MOST_MONTHS else None


def _months(match: re.Match[str]) -> int:
    if match["weeks"]:
        return max(1, round(_number(match["weeks"]) * 12 / 52))
    years = _number(match["years"]) if match["years"] else 0.0
    months = match["rest"] or match["months"]
    return round(years * 12 + (_number(months) if months else 0))


def _number(text: str) -> float:
    word = plain(text)
    return float(_WORDS.index(word) + 1) if word in _WORDS else float(word.rstrip("+").replace(",", "."))
