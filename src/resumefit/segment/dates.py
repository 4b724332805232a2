"""Finds dates and ranges of dates in a line, in the forms that resumes use.

Precision is kept: a year alone stays a year. Nothing is invented: a form that could be two months is decided by the rest of the
line, and an impossible date is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumefit.core.resume import MonthRange, YearMonth

# English first; then the German, French and Spanish names that people leave in resumes written in English.
_MONTH_NAMES = (
    "january jan januar janvier enero", "february feb februar février fevrier febrero", "march mar märz maerz mär mars marzo",
    "april apr avril abril", "may mai mayo", "june jun juni juin junio", "july jul juli juillet julio",
    "august aug août aout agosto", "september sept sep septembre septiembre", "october oct oktober okt octobre octubre",
    "november nov novembre noviembre", "december dec dezember dez décembre decembre diciembre",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
# The season's months as people count them in resumes; the first is where a range starts, the last where it ends.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 12)}
_NAME = "(?:" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + ")"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_SHORT = r"['’‘]\d\d"
_DATE = (
    rf"(?:(?P<dmy>\d{{1,2}})[./](?P<dmy_m>\d{{1,2}})[./](?P<dmy_y>{_YEAR})"
    rf"|(?P<iso_y>{_YEAR})-(?P<iso_m>\d{{2}})-\d{{2}}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?P<mon>{_NAME})\b\.?(?:\s+of\b|\s+\d{{1,2}}(?:st|nd|rd|th)?,)?[\s,./'’‘-]*(?P<mon_y>{_YEAR}|(?<=['’‘])\d\d|(?<=-)\d\d(?!\d))"
    rf"|(?P<num_m>0?[1-9]|1[0-2])\s?[/.\-]\s?(?P<num_y>{_YEAR})"
    rf"|(?P<ym_y>{_YEAR})\s?[/.\-]\s?(?P<ym_m>0[1-9]|1[0-2])(?!\d)"
    rf"|q(?P<q>[1-4])[\s/,-]*(?P<q_y>{_YEAR}|{_SHORT})|(?P<qy_y>{_YEAR})[\s/-]*q(?P<qy>[1-4])"
    rf"|(?P<season>spring|summer|fall|autumn|winter)[\s,]*(?P<season_y>{_YEAR}|{_SHORT})"
    rf"|h(?P<half>[12])[\s/,-]*(?P<half_y>{_YEAR})"
    rf"|(?P<short_m>0[1-9]|1[0-2])/(?P<short_y>\d\d)(?![/\d.%])"
    rf"|(?:(?:early|mid|late|end of|beginning of)[\s-]*)?(?P<year>{_YEAR}|{_SHORT}))(?!\d)"
)
_PRESENT = (
    r"(?:present(?:ly)?|currently|current|today|now|ongoing|on-going|till date|to date|till now|until now|up to now|heute|dato|aujourd'hui|actualidad|date|continuing|"  # noqa: E501 - one pattern
    r"to the present|this day)"
)
_DASH = r"(?:\s*(?:[-=]>|-{1,3}|‐|‑|‒|–|—|―|−|~|→|->|>|\.\.\.?|…|/)\s*|\s+(?:to|till|until|til|through|thru|bis|and|up to)\s+(?:the\s+)?)"
_LAST_MONTH = 12
_one = re.compile(rf"(?<![^\W_])(?<!['’.])(?<!\b\d\d/){_DATE}", re.IGNORECASE)
_since = re.compile(
    rf"\b(?:since|seit|depuis|desde|from|as of|starting|started)\s*:?\s*(?={_DATE.replace('?P<', '?P<z')})",
    re.IGNORECASE,
)
_separator = re.compile(_DASH, re.IGNORECASE)
_present = re.compile(rf"{_PRESENT}(?![^\W_])", re.IGNORECASE)
_month_only = re.compile(rf"\b({_NAME})\b\.?(?:\s+\d{{1,2}})?\s*(?:-|–|—|to|/)\s*(?={_NAME}\b)", re.IGNORECASE)
_cut_off = re.compile(rf"(?:{_NAME}\.?|{_YEAR}(?:\s*(?:-|–|—)|\s+(?:to|until|till)))\s*$", re.IGNORECASE)
_only_rest = re.compile(
    rf"\s*(?:(?:{_NAME}\.?\s+)?{_YEAR}|{_PRESENT})(?:(?:\s*(?:-|–|—)\s*|\s+(?:to|until|till)\s+)(?:(?:{_NAME}\.?\s+)?{_YEAR}|{_PRESENT}))?\s*",
    re.IGNORECASE,
)
_digit = re.compile(r"\d\d")
_year_tail = re.compile(r"\d\d(?!\d|[./]\d)")


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range as written at characters [start, stop) of the line.

    `first`/`last` are inclusive; `last` is None when it is open. `first_month`/`last_month` are what they mean in months since year 0,
    `last_month` one past the end; None for an open end.
    """

    start: int
    stop: int
    first: YearMonth
    last: YearMonth | None
    is_current: bool
    first_month: int
    last_month: int | None

    def worked(self, as_of: YearMonth) -> MonthRange | None:
        """Return the months covered, 'present' being `as_of`; None when the end lies before the start."""
        stop = self.last_month if self.last_month is not None else as_of.year * 12 + as_of.month
        return MonthRange(self.first_month, stop) if stop > self.first_month else None


@dataclass(frozen=True, slots=True)
class _Date:
    start: int
    stop: int
    when: YearMonth
    first_month: int
    last_month: int


def find_ranges(line: str, *, as_of: YearMonth, single: bool = False) -> tuple[DateRange, ...]:
    """Return the ranges in a line, left to right; with `single`, a lone date counts as a range of its own."""
    dates = list(_dates(line, as_of=as_of))
    found: list[DateRange] = []
    index = 0
    while index < len(dates):
        date = dates[index]
        joined, used = _range_from(line, date, dates[index + 1] if index + 1 < len(dates) else None, as_of=as_of)
        if joined is not None:
            found.append(joined)
        elif single and re.search(r"\d{4}|['’‘]\d", line[date.start : date.stop]):
            found.append(
                DateRange(date.start, date.stop, date.when, _last(date), False, date.first_month, date.last_month)
            )
        index += used if joined is not None else 1
    return tuple(found)


def _range_from(line: str, date: _Date, following: _Date | None, *, as_of: YearMonth) -> tuple[DateRange | None, int]:
    start = date.start
    lead = _month_only.search(line[: date.start + 12])
    shared = lead is not None and lead.end() == date.start and date.when.month != 0
    separator = _separator.match(line, date.stop)
    if separator is None and (open_end := re.match(r"\s*\)?\s*$", line[date.stop :])) and _dash_at_end(line, date.stop):
        separator = _separator.match(line, open_end.end())
    if separator is not None:
        if following is not None and following.start == separator.end():
            # A year alone is mid-year: 2016 to 2018 is two years, and March 2016 to 2018 ends in June 2018.
            return _between(start, following.stop, date, following), 2
        here = _present.match(line, separator.end())
        if here is not None:
            return _open(start, here.end(), date), 1
        tail = _year_tail.match(line, separator.end())
        if tail is not None and date.when.month == 0:
            year = date.when.year // 100 * 100 + int(tail.group())
            if date.when.year < year <= as_of.year + 1:
                end = _Date(tail.start(), tail.end(), YearMonth(year), year * 12, year * 12 + 12)
                return _between(start, tail.end(), date, end), 1
        if not line[separator.end() :].strip(" )].,;|"):
            return _open(start, date.stop, date), 1
    if lead is not None and shared:
        month = _month_of(lead.group(1))
        first = _Date(lead.start(), date.stop, YearMonth(date.when.year, month), date.when.year * 12 + month - 1, 0)
        if first.first_month < date.last_month:
            return _between(lead.start(), date.stop, first, date), 1
    since = list(_since.finditer(line[: date.start + 24]))
    if since and since[-1].end() == date.start:
        return _open(since[-1].start(), date.stop, date), 1
    if re.match(r"\s*(?:onwards?|\+|till date|to date)\b", line[date.stop :], re.IGNORECASE):
        return _open(start, date.stop, date), 1
    return None, 1


def _dash_at_end(line: str, at: int) -> bool:
    return bool(re.match(r"\s*[-–—]\s*$", line[at:]))


def _between(start: int, stop: int, first: _Date, last: _Date) -> DateRange | None:
    begin = first.first_month + (6 if first.when.month == 0 else 0)
    end = last.last_month - (6 if last.when.month == 0 else 0)
    if first.when == last.when and first.when.month == 0:
        begin, end = first.first_month, last.last_month
    if end <= begin:
        end = last.last_month
    if end <= begin:
        return None
    return DateRange(start, stop, first.when, _last(last), False, begin, end)


def _last(date: _Date) -> YearMonth:
    """Return a date as an end: a quarter or a season ends with its last month, a year stays a year."""
    last = date.last_month - 1
    return YearMonth(last // 12, last % 12 + 1) if date.when.month else date.when


def _open(start: int, stop: int, first: _Date) -> DateRange:
    return DateRange(start, stop, first.when, None, True, first.first_month + (6 if first.when.month == 0 else 0), None)


def _dates(line: str, *, as_of: YearMonth) -> Iterator[_Date]:
    if not _digit.search(line):
        return
    matches = list(_one.finditer(line))
    # A day above 12 in one date of the line tells the order of the other: 04/25/2019 - 06/03/2020 ends in June.
    month_first = any(match["dmy_m"] and int(match["dmy_m"]) > _LAST_MONTH for match in matches)
    for match in matches:
        found = _read(match, as_of=as_of, month_first=month_first)
        if found is not None:
            year, month, months = found
            first = year * 12 + (month - 1 if month else 0)
            yield _Date(match.start(), match.end(), YearMonth(year, month), first, first + (months if month else 12))


def _read(match: re.Match[str], *, as_of: YearMonth, month_first: bool) -> tuple[int, int, int] | None:
    """Return (year, month or 0, months long) of a matched date; None when there is no such date."""
    part = match.groupdict()
    if part["dmy_y"]:
        first, second = int(part["dmy"]), int(part["dmy_m"])
        month = first if month_first else second
        return (int(part["dmy_y"]), month, 1) if 1 <= month <= _LAST_MONTH and min(first, second) >= 1 else None
    if part["iso_y"]:
        return (int(part["iso_y"]), int(part["iso_m"]), 1) if 1 <= int(part["iso_m"]) <= 12 else None
    if part["mon"]:
        return _year(part["mon_y"], as_of), _month_of(part["mon"]), 1
    if part["num_y"]:
        return int(part["num_y"]), int(part["num_m"]), 1
    if part["ym_y"]:
        return int(part["ym_y"]), int(part["ym_m"]), 1
    for quarter, year in ((part["q"], part["q_y"]), (part["qy"], part["qy_y"])):
        if quarter and year:
            return _year(year, as_of), int(quarter) * 3 - 2, 3
    if part["half"]:
        return int(part["half_y"]), int(part["half"]) * 6 - 5, 6
    if part["short_y"]:
        return _year(part["short_y"], as_of), int(part["short_m"]), 1
    if part["season"]:
        first, last = _SEASONS[part["season"].lower()]
        return _year(part["season_y"], as_of), first, last - first + 1
    return _year(part["year"], as_of), 0, 12


def _year(text: str, as_of: YearMonth) -> int:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return int(digits)
    century = as_of.year // 100 * 100
    return century + int(digits) if century + int(digits) <= as_of.year + 1 else century - 100 + int(digits)


def _month_of(name: str) -> int:
    return _MONTHS[name.lower()]


def is_cut_off(before: str, after: str) -> bool:
    """Tell whether a line breaks off within its dates and the next holds nothing but their rest: "... - December" over "2024"."""
    return bool(_cut_off.search(before)) and bool(_only_rest.fullmatch(after))
