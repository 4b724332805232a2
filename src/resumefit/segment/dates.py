"""Finds ranges of dates in a line: two dates and what joins them, a date and "present", a date and how long it lasted.

`dateforms` reads the single dates. Nothing is invented and nothing repaired: a range that ends before it starts is returned as it is
written and covers no months, and no month after `as_of` is ever counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from resumefit.core.resume import MonthRange, YearMonth
from resumefit.segment.dateforms import MARK, NAME, SEASON, YEAR, Date, find_dates, month_number, season_months
from resumefit.segment.durations import duration_after

_TO = rf"(?:to|till|until|{MARK}?til|through|thru|bis|up\s?to|up\s+until)"
_PRESENT = (
    rf"(?:{_TO}[\s-]+)?\(?(?:(?:at\s+|the\s+|as\s+of\s+)*(?:present(?:ly)?(?:[\s-]+(?:day|date))?|now|today)|"
    r"current(?:ly)?(?:\s+(?:employed|working|position|role|job))?|on-?going|"
    r"in\s+progress|continuing|the\s+moment|this\s+day|till?\s?date|pr(?:e?snt|esn?t|esen|sent|eesnt)|"
    # German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish.
    r"heute|jetzt|laufend|derzeit|dato|dags\s+dato|aujourd'hui|ce\s+jour|en\s+cours|actualidad|actualmente|hoy|oggi|attuale|presente|atual|"
    r"atualmente|heden|nu|nuvarande|pågående|nåværende|obecnie|teraz|date|"
    # Words that may as well open a name or a title: "2018 - Still River Ltd".
    r"(?:pres|curr|working|still(?:\s+(?:working|employed|there))?)\b\.?(?=\s*(?:$|[)\]|;])))"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\.?,?\s+)?"
_LINES = r"(?:[-=–—]+>|>>|-{1,3}|[‐‑‒–—―−⸺﹘﹣－~∼～〜⁓→⇒⟶⟹➔➙➜➝➞➡►»>]|\.\.\.?|…)"
_DASH = rf"(?:[\s-]+(?:{_TO}|and)[\s-]+(?:the\s+)?|\s*{_LINES}\s*|\s*/\s*|[\s,;|]*\b(?:to|until|end(?:ed)?(?:\s+date)?)\s*:\s*)"
_separator = re.compile(rf"[)\]]?(?:{_DASH})(?:expected\s+|exp\.?\s+|anticipated\s+|est\.\s+)?{_WEEKDAY}[(\[]?", re.IGNORECASE)
# "Jun 2013    Jul 2016", "Jun 2013 | Jul 2016": two columns of a table.
_columns = re.compile(r"\s{2,}|\s*\t\s*|\s*\|\s*")
_present = re.compile(rf"{_PRESENT}(?![^\W_])", re.IGNORECASE)
_since = re.compile(
    r"\b(?:(?P<open>since|seit|depuis|desde|joined(?:\s+in)?)|from|starting|started|"
    # "CV as of March 2021" tells of the document.
    r"(?<!cv )(?<!resume )(?<!updated )(?<!current )(?<!correct )as of)\s*:?\s*(?:the\s+)?\Z",
    re.IGNORECASE,
)
_onwards = re.compile(r"\s*(?:onwards?\b|\+(?!\w)|and onwards?\b|till[\s-]date\b|to[\s-]date\b)", re.IGNORECASE)
# The start of "Jan - Mar 2019", "Summer–Fall 2019", "Q1-Q3 2019": its year stands with the end.
_shared = re.compile(
    rf"\b(?:(?P<month>{NAME})\.?(?:\s+\d{{1,2}})?|(?P<season>{SEASON})|q(?P<quarter>[1-4]))\s*(?:[-–—/]|\b(?:to|through|thru)\b)\s*\Z",
    re.IGNORECASE,
)
_line_at_end = re.compile(rf"\s*\)?(?:\s*{_LINES}|[\s-]+{_TO})[)\].,;|?…∞\s]*\Z", re.IGNORECASE)
_open_cell = re.compile(rf"\s*{_LINES}(?=\t|\s{{2,}}|\s*\|)")
_year_tail = re.compile(r"\d\d(?!\d|[./]\d)")
_cut_off = re.compile(rf"(?:{NAME}\.?|{YEAR}(?:\s*(?:-|–|—)|\s+(?:to|until|till)))\s*$", re.IGNORECASE)
_only_rest = re.compile(
    rf"\s*(?:(?:{NAME}\.?\s+)?{YEAR}|{_PRESENT})(?:(?:\s*(?:-|–|—)\s*|\s+(?:to|until|till)\s+)(?:(?:{NAME}\.?\s+)?{YEAR}|{_PRESENT}))?\s*",
    re.IGNORECASE,
)
_LEAD = 24
_digits = re.compile(r"(?:19|20)\d\d")
_ROMAN = {name: number for number, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)}
_MM, _SPAN = r"(?:0[1-9]|1[0-2])", r"\s*(?:-|–|—|to)\s*"
_RM = rf"(?:{'|'.join(sorted(_ROMAN, key=len, reverse=True))})"
_PAIRS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"(?<![\d./-])(?P<m1>{_MM})\s?[-–]\s?(?P<m2>{_MM})[./](?P<y1>{YEAR})(?!\d)", 0),
        (rf"(?<!\d)(?P<y1>{YEAR})/(?P<m1>{_MM})\s?[-–]\s?(?P<m2>{_MM})(?![\d/])", 0),
        (rf"(?<!\d)(?P<y1>{YEAR})\s*[,:(]\s*(?P<m1>{NAME})\.?{_SPAN}(?P<m2>{NAME})\.?\)?(?![\s.,/'’-]*\d)", re.IGNORECASE),
        (rf"(?<!\d)(?P<m1>{_MM})(?P<y1>{YEAR}){_SPAN}(?P<m2>{_MM})(?P<y2>{YEAR})(?!\d)", 0),
        (rf"(?<!\d)(?P<y1>{YEAR})(?P<m1>{_MM}){_SPAN}(?P<y2>{YEAR})(?P<m2>{_MM})(?!\d)", 0),
        (rf"(?<!\w)(?P<m1>{_RM})[\s/.](?P<y1>{YEAR}){_SPAN}(?P<m2>{_RM})[\s/.](?P<y2>{YEAR})(?!\d)", 0),
    )
)


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range as written at characters [start, stop) of the line.

    `first`/`last` are inclusive; `last` is None when it is open. `first_month`/`last_month` are what they mean in months since year 0,
    `last_month` one past the end; None for an open end. In a range that ends before it starts `last_month` <= `first_month`.
    """

    start: int
    stop: int
    first: YearMonth
    last: YearMonth | None
    is_current: bool
    first_month: int
    last_month: int | None

    @property
    def is_reversed(self) -> bool:
        """Tell whether the end as written lies before the start."""
        return self.last_month is not None and self.last_month <= self.first_month

    def worked(self, as_of: YearMonth) -> MonthRange | None:
        """Return the months covered up to `as_of`, where 'present' ends; None when there are none."""
        now = as_of.year * 12 + as_of.month
        stop = min(self.last_month, now) if self.last_month is not None else now
        return MonthRange(self.first_month, stop) if stop > self.first_month else None


@lru_cache(maxsize=8192)
def find_ranges(line: str, *, as_of: YearMonth, single: bool = False) -> tuple[DateRange, ...]:
    """Return the ranges in a line, left to right; with `single`, a lone date counts as a range of its own."""
    # A month that does not exist makes no range of the year beside it.
    dates = [date for date in find_dates(line, as_of=as_of) if date.when.month or not date.impossible]
    found = list(_pairs(line))
    if found:
        dates = [date for date in dates if not any(pair.start < date.stop and date.start < pair.stop for pair in found)]
    index = 0
    while index < len(dates):
        date, following = dates[index], dates[index + 1] if index + 1 < len(dates) else None
        joined, used = _range_from(line, date, following, as_of=as_of)
        if joined is not None:
            found.append(joined)
        elif single and not date.needs_other and re.search(rf"\d{{4}}|{MARK}\d", line[date.start : date.stop]):
            found.append(_alone(date))
        index += used if joined is not None else 1
    return tuple(sorted(found, key=lambda dates: dates.start))


def _pairs(line: str) -> Iterator[DateRange]:
    """Yield ranges of which neither end is a date by itself: "01–03.2021", "2021 (Jan-Mar)", "202001 - 202103", "XI 2018 – IV 2020"."""
    for pattern in _PAIRS if _digits.search(line) else ():
        for match in pattern.finditer(line):
            parts = match.groupdict()
            first, last = _number_of(parts["m1"]), _number_of(parts["m2"])
            years = int(parts["y1"]), int(parts.get("y2") or parts["y1"])
            begin, end = years[0] * 12 + first - 1, years[1] * 12 + last
            if first and last and begin < end:
                yield DateRange(match.start(), match.end(), YearMonth(years[0], first), YearMonth(years[1], last), False, begin, end)
                return


def _number_of(month: str) -> int:
    if month.isdigit():
        return int(month)
    return _ROMAN.get(month.upper(), 0) or month_number(month)


def is_cut_off(before: str, after: str) -> bool:
    """Tell whether a line breaks off within its dates and the next holds nothing but their rest: "... - December" over "2024"."""
    return bool(_only_rest.fullmatch(after)) and bool(_cut_off.search(before))


def _range_from(line: str, date: Date, following: Date | None, *, as_of: YearMonth) -> tuple[DateRange | None, int]:
    """Return the range that starts with `date` and how many dates it uses."""
    separator = _separator.match(line, date.stop)
    if separator is not None:
        if following is not None and following.start == separator.end():
            if _are_partners(date, following) and (joined := _joined(date, following, separator.group())):
                return joined, 2
        elif here := _present.match(line, separator.end()):
            return _open(date.start, here.end(), date), 1
        elif tail := _year_of_two_digits(line, separator.end(), date, as_of=as_of):
            return _between(date.start, tail.stop, date, tail), 1
    columns = _columns.match(line, date.stop)
    if columns and not date.needs_other and date.when.month:
        if following is not None and following.start == columns.end():
            if not following.needs_other and following.when.month and following.last_month > date.first_month:
                return _between(date.start, following.stop, date, following), 2
        elif (here := _present.match(line, columns.end())) and here.group().strip("( ").casefold() != "date":
            return _open(date.start, here.end(), date), 1
    if date.needs_other:
        return None, 1
    lead = max(0, date.start - _LEAD)
    since = _since.search(line[lead : date.start])
    if since and since["open"]:
        return _open(lead + since.start(), date.stop, date), 1
    if lasted := duration_after(line, date.stop):
        return _lasting(date, lasted.months, stop=lasted.stop), 1
    if _line_at_end.match(line, date.stop) or _open_cell.match(line, date.stop):
        return _open(date.start, date.stop, date), 1
    if shared := _start_without_year(line, date):
        return shared, 1
    if since:
        return _open(lead + since.start(), date.stop, date), 1
    if onwards := _onwards.match(line, date.stop):
        return _open(date.start, onwards.end(), date), 1
    return None, 1


def _are_partners(first: Date, last: Date) -> bool:
    """Tell whether a form that is no date alone stands beside one as precise: "3/18 - 2/21", not "2018 to 9/10"."""
    doubtful = first.needs_other or last.needs_other
    return not doubtful or (first.when.month != 0 and last.when.month != 0 and last.last_month > first.first_month)


def _joined(first: Date, last: Date, separator: str) -> DateRange | None:
    """Return the range of two dates; a reversed one only where a dash or a word says that it is a range."""
    found = _between(first.start, last.stop, first, last)
    listed = separator.strip() in ("/", ">", "»", "...", "..", "…") or separator.strip().casefold() == "and"
    return None if found.is_reversed and listed else found


def _between(start: int, stop: int, first: Date, last: Date) -> DateRange:
    """A year alone is mid-year: 2016 to 2018 is two years, and March 2016 to 2018 ends in June 2018."""
    begin, end = first.first_month, last.last_month
    if first.when != last.when or first.when.month:
        begin += 6 if first.when.month == 0 else 0
        end -= 6 if last.when.month == 0 else 0
    if end <= begin:
        end = last.last_month
    return DateRange(start, stop, first.when, _last(last), False, begin, end)


def _last(date: Date) -> YearMonth:
    """Return a date as an end: a quarter or a season ends with its last month, a year stays a year."""
    last = date.last_month - 1
    return YearMonth(last // 12, last % 12 + 1) if date.when.month else date.when


def _open(start: int, stop: int, first: Date) -> DateRange:
    begin = first.first_month + (6 if first.when.month == 0 else 0)
    return DateRange(start, stop, first.when, None, True, begin, None)


def _alone(date: Date) -> DateRange:
    return DateRange(date.start, date.stop, date.when, _last(date), False, date.first_month, date.last_month)


def _lasting(first: Date, months: int, *, stop: int) -> DateRange:
    """A start and a length give the end. Within a year alone nobody knows when; up to a year lies in its middle."""
    offset = 0
    if not first.when.month:
        offset = (12 - months) // 2 if months <= 12 else 6
    begin = first.first_month + offset
    final = begin + months - 1
    last = YearMonth(final // 12, final % 12 + 1 if first.when.month else 0)
    return DateRange(first.start, stop, first.when, last, False, begin, final + 1)


def _year_of_two_digits(line: str, at: int, first: Date, *, as_of: YearMonth) -> Date | None:
    """Return the end of "2018-20"."""
    tail = _year_tail.match(line, at)
    if tail is None or first.when.month:
        return None
    year = first.when.year // 100 * 100 + int(tail.group())
    if not first.when.year < year <= as_of.year + 1:
        return None
    return Date(tail.start(), tail.end(), YearMonth(year), year * 12, year * 12 + 12)


def _start_without_year(line: str, last: Date) -> DateRange | None:
    """Return the range of "Jan - Mar 2019", where the start takes the year of the end."""
    start = max(0, last.start - _LEAD)
    lead = _shared.search(line[start : last.start])
    if lead is None or last.when.month == 0:
        return None
    if lead["month"]:
        month = month_number(lead["month"])
    else:
        month = season_months(lead["season"])[0] if lead["season"] else int(lead["quarter"]) * 3 - 2
    begin = last.when.year * 12 + month - 1
    first = replace(last, start=start + lead.start(), when=YearMonth(last.when.year, month), first_month=begin)
    return _between(first.start, last.stop, first, last) if begin < last.last_month else None
