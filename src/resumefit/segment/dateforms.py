"""Reads single dates: every form in which resumes write a month, a quarter, a season, a half or a year.

Precision is kept: a year alone stays a year. A part that cannot be (a 13th month, a 31st of April, an apostrophe year that would
need another century) is left out and what remains of the date stands, marked `impossible`; nothing is put in its place. Years of
other calendars are no dates.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from resumefit.core.resume import YearMonth

# English first; then the German, French, Spanish, Italian, Portuguese, Dutch, Nordic and Polish names left in resumes written in English,
# less those that are English words as well ("set", "out", "ago").
_MONTH_NAMES = (
    "january jan januar janvier janv enero gennaio janeiro januari styczeń stycznia styczen",
    "february feb febr februar février fevrier févr febrero febbraio fevereiro fev februari luty lutego",
    "march mar märz maerz mär mrz mars marzo março marco maart mrt marca marzec",
    "april apr avril avr abril aprile abr kwiecień kwietnia kwiecien",
    "may mai mayo maggio maio mei maj maja",
    "june jun juni juin junio giugno junho czerwiec czerwca",
    "july jul juli juillet juil julio luglio julho lipiec lipca",
    "august aug août aout agosto augustus augusti sierpień sierpnia sierpien",
    "september sept sep sep't septembre septiembre settembre setembro wrzesień września wrzesien",
    "october oct oktober okt octobre octubre ottobre outubro październik października",
    "november nov novemeber novembre noviembre novembro listopad listopada",
    "december dec decemeber dezember dez décembre decembre diciembre dic dicembre dezembro desember grudzień grudnia grudzien",
)


def _slips(name: str) -> set[str]:
    """Return a long name with one letter left out or two changed round, its first letter apart: "Janury", "Novmebr"."""
    left_out = {name[:at] + name[at + 1 :] for at in range(1, len(name))}
    turned = {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(1, len(name) - 1)}
    return (left_out | turned) - {name, "marc", "mach"}


_MONTHS = {
    slip: number
    for number, names in enumerate(_MONTH_NAMES, 1)
    if len(name := names.split()[0]) > 4
    for slip in sorted(_slips(name))
}
_MONTHS |= {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
# The season's months as people count them in resumes; the first is where a range starts, the last where it ends.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 12)}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
MARK = "['’‘`´′ʼ＇]"
# The first two letters are looked at before all the names: most words are no month.
_OPENINGS = "(?=" + "|".join(sorted({name[:2] for name in _MONTHS})) + ")"
_BY_LENGTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))).replace("'", MARK)
NAME = rf"(?:{_OPENINGS}(?:{_BY_LENGTH})(?![^\W\d_]))"
SEASON = "(?:spring|summer|fall|autumn|winter)"
YEAR = r"(?:19[5-9]\d|20\d\d)"
_SHORT = rf"{MARK}\d\d"
_TWO_DIGITS = r"\d\d(?![/\d%]|\.\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LAST_MONTH = 12
# No resume tells of work before this year; an apostrophe year that could only be earlier is a slip.
_EARLIEST = 1950


@dataclass(frozen=True, slots=True)
class Date:
    """A date at characters [start, stop) of a line, and the months [first_month, last_month) since year 0 that it may mean.

    `needs_other` marks a form that is a date only beside another: "Mar 18 - Feb 21", "3/18 - 2/21". `impossible` marks
    one of which a part was left out.
    """

    start: int
    stop: int
    when: YearMonth
    first_month: int
    last_month: int
    needs_other: bool = False
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    year: int
    month: int = 0
    months: int = 12
    impossible: bool = False


_Parts = Mapping[str, str]
# Ordered: the first form that fits wins, so a form stands before the shorter one that is a piece of it.
_FORMS = {
    "ymd": rf"(?P<ymd_y>{YEAR})(?P<ymd_sep>[-/.])(?P<ymd_m>\d\d)(?P=ymd_sep)(?P<ymd_d>\d\d)(?!\d)",
    "dmy": rf"(?P<dmy_d>\d{{1,2}})(?P<dmy_sep>[./-])(?P<dmy_m>\d{{1,2}})(?P=dmy_sep)(?P<dmy_y>{YEAR})(?!\d)",
    "dmyy": rf"(?P<dmyy_d>\d{{1,2}})(?P<dmyy_sep>[./-])(?P<dmyy_m>\d{{1,2}})(?P=dmyy_sep)(?P<dmyy_y>{_TWO_DIGITS})",
    "mon": (
        rf"(?:(?P<mon_d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|[-./]))?(?P<mon_m>{NAME})\.?(?:\s+of\b)?"
        rf"(?:\s+(?P<mon_d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,|(?=\s+{YEAR})))?[\s,./'’‘`´′ʼ＇-]*"
        rf"(?P<mon_y>{YEAR}|(?<={MARK})\d\d|(?<=-)\d\d)(?!\d)"
    ),
    "month_yy": (
        rf"(?P<month_yy_m>{NAME})\.?\s+(?P<month_yy_y>\d\d)(?!\d|\s*(?:,|st\b|nd\b|rd\b|th\b)|[%:.]\d|\s+{YEAR})"
        rf"(?!\s*(?:\W{{1,3}}|to|till|until)\s*{NAME}\.?\s+{_DAY},?\s+{YEAR})"
    ),
    "my": rf"(?:(?P<my_m>0?[1-9]|1[0-2])\s?[/.\-]\s?|(?P<my_m1>\d\d)[/.])(?P<my_y>{YEAR})(?!\d)",
    # Not in "2015 - 04/2018", whose month is of the other year.
    "ym": (
        rf"(?P<ym_y>{YEAR})(?:\s?[/.\-]\s?(?P<ym_m>0[1-9]|1[0-2])|[/.\-](?P<ym_m1>[1-9])(?!\s?(?:y|m)))"
        rf"(?!\d|[/.]{YEAR}(?!\s?[/.\-]\s?\d))"
    ),
    "quarter": (
        rf"(?:(?:q|quarter\s)(?P<quarter_n>[1-4])|(?P<quarter_n2>[1-4])q|(?P<quarter_word>{'|'.join(_ORDINALS)})\s+quarter)"
        rf"(?:\s+of\b)?[\s/,-]*(?P<quarter_y>{YEAR}|{_SHORT}|(?<=q){_TWO_DIGITS}|(?<=q[1-4]-){_TWO_DIGITS})(?!\d)"
    ),
    "year_quarter": rf"(?P<year_quarter_y>{YEAR})[\s/,-]*q(?P<year_quarter_n>[1-4])(?!\d)",
    "season": (
        rf"(?P<season_s>{SEASON})(?:\s+(?:of|semester|term))?[\s,]*(?P<season_y>{YEAR}|{_SHORT})(?!\d)"
        rf"(?P<season_next>[/–-](?:20)?\d\d(?!\d))?"
    ),
    "year_season": rf"(?P<year_season_y>{YEAR})[\s,/-]+(?P<year_season_s>{SEASON})\b(?![\s,]*(?:{YEAR}|{_SHORT}))",
    "half": (
        rf"(?:h(?P<half_n>[12])|(?P<half_n2>[12])h|(?P<half_word>first|second|1st|2nd)\s+half)(?:\s+of\b)?"
        rf"[\s/,-]*(?P<half_y>{YEAR}|{_SHORT}|(?<=[12]h){_TWO_DIGITS})(?!\d)"
    ),
    "year_half": rf"(?P<year_half_y>{YEAR})[\s/-]*h(?P<year_half_n>[12])(?!\d)",
    "year_mon": rf"(?P<year_mon_y>{YEAR})[\s,]+(?P<year_mon_m>(?-i:(?!may)){NAME})\.?"
    r"(?=\s\s|\t|\s*(?:$|[^\w\s&]|(?:to|till|until|through|thru|up)\b))(?![\s.,]*(?:{YEAR}|{_SHORT}|{_DAY},))",
    "apostrophe": rf"(?P<apostrophe_m>0[1-9]|1[0-2])/?{MARK}(?P<apostrophe_y>\d\d)(?!\d)",
    "slash": r"(?P<slash_m>0[1-9]|1[0-2])/(?P<slash_y>\d\d)(?![/\d%]|\.\d)",
    "slash1": r"(?P<slash1_m>[1-9])/(?P<slash1_y>\d\d)(?![/\d%]|\.\d)",
    # "6.23-now", but no rating, time or price.
    "dot": (
        r"(?<![^\s(\[/|–-])(?<!\w\s)(?P<dot_m>0?[1-9]|1[0-2])\.(?P<dot_y>\d\d)"
        r"(?![\d%.]|\s?[€$£])(?!\s?(?!to\b|till\b|until\b|now\b|present\b)[^\W\d_])"
    ),
    "fiscal": rf"f\.?y\.?\s?(?P<fiscal_y>{YEAR}|{MARK}?\d\d)(?!\d)",
    "year": rf"(?:(?:early|mid|late|end of|beginning of)[\s-]*)?(?P<year_y>{YEAR}|{_SHORT})(?!\d)",
}
_NEED_OTHER = frozenset({"dmyy", "month_yy", "slash1", "dot"})
# How a form that is not opened by a month or a digit may begin: q3, h1, fy, seasons, ordinals, early, mid, late, end of.
_OPENS = rf"(?=\d|{MARK}|q[\du]|h\d|f[aiouy.]|s[eup]|th|wi|au|ea|mi|la|en|be|{_OPENINGS})"
_one = re.compile(
    rf"(?<![^\W_])(?<!['’.])(?<!\b\d\d/){_OPENS}(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS.items())})",
    re.IGNORECASE,
)
# What every form holds somewhere. Most lines hold none of it, and this is quicker than the forms.
_hint = re.compile(
    rf"{YEAR}|{MARK}\d\d|\d[./-]\d\d|[qh]\d\d|q\d-\d\d|f\.?y\.?\s?\d\d|(?<![^\W_]){NAME}[\s.,/-]*\d\d",
    re.IGNORECASE,
)
_two_digits = re.compile(r"\d\d")
_PARTS = {
    form: tuple((name.removeprefix(f"{form}_"), name) for name in re.findall(r"\(\?P<(\w+)>", pattern))
    for form, pattern in _FORMS.items()
}
_bad_month = re.compile(r"[-/.](\d\d)(?![\d/.])")


def find_dates(line: str, *, as_of: YearMonth) -> Iterator[Date]:
    """Yield the dates in a line, left to right; `as_of` tells the century of an apostrophe year."""
    if not _two_digits.search(line) or not _hint.search(line):
        return
    matches = list(_one.finditer(line))
    # A part above 12 in one date of the line tells the order of the other: 04/25/2019 - 06/03/2020 ends in June.
    month_first = any(match["dmy"] and int(match["dmy_m"]) > _LAST_MONTH >= int(match["dmy_d"]) for match in matches)
    for match in matches:
        form = match.lastgroup or ""
        parts = {short: part for short, name in _PARTS[form] if (part := match[name])}
        found = _READERS[form](parts, as_of.year)
        if form in ("dmy", "dmyy") and month_first:
            found = _day_month(parts, as_of.year, month_first=True)
        if found.impossible and form in _NEED_OTHER:
            continue
        first = found.year * 12 + max(found.month - 1, 0)
        stop = match.end()
        impossible = found.impossible
        if form == "year" and (tail := _bad_month.match(line, stop)) and 12 < int(tail[1]) <= found.year % 100:
            stop, impossible = tail.end(), True
        yield Date(
            match.start(), stop, YearMonth(found.year, found.month), first, first + found.months,
            needs_other=form in _NEED_OTHER, impossible=impossible,
        )


def plain(word: str) -> str:
    """Return a word in lower case, also where it has a Turkish i, which a pattern that ignores case takes for i."""
    return word.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def month_number(name: str) -> int:
    """Return 1-12 for a month's name or 0 for a word that is none."""
    return _MONTHS.get(re.sub(MARK, "'", plain(name)), 0)


def season_months(name: str) -> tuple[int, int]:
    """Return the first and the last month of a season."""
    return _SEASONS[plain(name)]


def full_year(text: str, latest: int) -> int:
    """Return the year that four digits or an apostrophe year mean: the last one that is not after `latest` + 1.

    '62 may be 1962, but '35 can be no year of work: it stays in this century, where everybody sees that it is to come.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return int(digits)
    century = latest // 100 * 100
    year = century + int(digits)
    return year - 100 if year > latest + 1 and year - 100 >= _EARLIEST else year


def _month_of(month: int, year: str, latest: int, *, day: str | None = None) -> _Read:
    """Return a month of a year, the year alone when there is no such month."""
    number = full_year(year, latest)
    if not 1 <= month <= _LAST_MONTH:
        return _Read(number, impossible=True)
    wrong_day = day is not None and not 1 <= int(re.sub(r"\D", "", day)) <= monthrange(number, month)[1]
    return _Read(number, month, 1, impossible=wrong_day)


def _day_month(parts: _Parts, latest: int, *, month_first: bool = False) -> _Read:
    """Read day, month and year; the day comes first unless the second part can be no month or, with `month_first`, both could."""
    day, month = parts["d"], parts["m"]
    if int(day) <= _LAST_MONTH and (month_first or int(month) > _LAST_MONTH):
        day, month = month, day
    return _month_of(int(month), parts["y"], latest, day=day)


def _named(parts: _Parts, latest: int) -> _Read:
    return _month_of(month_number(parts["m"]), parts["y"], latest, day=parts.get("d") or parts.get("d2"))


def _numbered(parts: _Parts, latest: int) -> _Read:
    return _month_of(int(parts.get("m") or parts["m1"]), parts["y"], latest, day=parts.get("d"))


def _piece(parts: _Parts, latest: int, *, months: int) -> _Read:
    """Read a quarter or a half: the `n`-th stretch of so many months."""
    number = int(parts.get("n") or parts.get("n2") or _ORDINALS[plain(parts["word"])])
    return _Read(full_year(parts["y"], latest), (number - 1) * months + 1, months)


def _season(parts: _Parts, latest: int) -> _Read:
    first, last = season_months(parts["s"])
    # "Winter 2018/19" says itself that it lasts into the next year: December to February.
    months = 3 if "next" in parts else last - first + 1
    return _Read(full_year(parts["y"], latest), first, months)


def _year(parts: _Parts, latest: int) -> _Read:
    return _Read(full_year(parts["y"], latest))


def _quarter(parts: _Parts, latest: int) -> _Read:
    return _piece(parts, latest, months=3)


def _half(parts: _Parts, latest: int) -> _Read:
    return _piece(parts, latest, months=6)


_READERS: dict[str, Callable[[_Parts, int], _Read]] = {
    "ymd": _numbered, "dmy": _day_month, "dmyy": _day_month, "mon": _named, "month_yy": _named, "my": _numbered, "ym": _numbered,
    "quarter": _quarter, "year_quarter": _quarter, "season": _season, "year_season": _season, "half": _half, "year_half": _half,
    "year_mon": _named, "apostrophe": _numbered, "slash": _numbered, "slash1": _numbered, "dot": _numbered, "fiscal": _year, "year": _year,
}
