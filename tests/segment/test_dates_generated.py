"""Ten thousand ranges, written down in every form and read back; and what holds for any line at all."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from resumefit.core.resume import MonthRange, YearMonth
from resumefit.segment.dateforms import find_dates
from resumefit.segment.dates import find_ranges
from resumefit.segment.tenure import months_covered
from tests.segment.layouts import MONTHS

AS_OF = YearMonth(2026, 11)
NOW = AS_OF.year * 12 + AS_OF.month
FIRST = 1985 * 12


def _name(month: int) -> str:
    return MONTHS[month % 12]


def _year(month: int) -> int:
    return month // 12


def _short_year(month: int) -> str:
    return f"{month // 12 % 100:02d}"


def _sept(month: int) -> str:
    return "Sept" if month % 12 == 8 else _name(month)[:3]


# A form writes a month since year 0 and says in how many pieces the year is cut: 12 months, 4 quarters, 2 halves, 1 year.
FORMS: dict[str, tuple[int, Callable[[int], str]]] = {
    "March 2018": (12, lambda m: f"{_name(m)} {_year(m)}"),
    "MARCH, 2018": (12, lambda m: f"{_name(m).upper()}, {_year(m)}"),
    "march of 2018": (12, lambda m: f"{_name(m).lower()} of {_year(m)}"),
    "Mar 2018": (12, lambda m: f"{_name(m)[:3]} {_year(m)}"),
    "Mar. 2018": (12, lambda m: f"{_name(m)[:3]}. {_year(m)}"),
    "Sept. 2018": (12, lambda m: f"{_sept(m)}. {_year(m)}"),
    "Sept 2018": (12, lambda m: f"{_sept(m)} {_year(m)}"),
    "Sep't 2018": (12, lambda m: f"{_sept(m).replace('Sept', chr(83) + 'ep' + chr(39) + 't')} {_year(m)}"),
    "Mar2018": (12, lambda m: f"{_name(m)[:3]}{_year(m)}"),
    "Mar/2018": (12, lambda m: f"{_name(m)[:3]}/{_year(m)}"),
    "Mar-18": (12, lambda m: f"{_name(m)[:3]}-{_short_year(m)}"),
    "Mar 18": (12, lambda m: f"{_name(m)[:3]} {_short_year(m)}"),
    "Mar '18": (12, lambda m: f"{_name(m)[:3]} '{_short_year(m)}"),
    "Mar’18": (12, lambda m: f"{_name(m)[:3]}’{_short_year(m)}"),
    "2018 March": (12, lambda m: f"{_year(m)} {_name(m)}"),
    "03/2018": (12, lambda m: f"{m % 12 + 1:02d}/{_year(m)}"),
    "3/2018": (12, lambda m: f"{m % 12 + 1}/{_year(m)}"),
    "03/18": (12, lambda m: f"{m % 12 + 1:02d}/{_short_year(m)}"),
    "03'18": (12, lambda m: f"{m % 12 + 1:02d}'{_short_year(m)}"),
    "03.2018": (12, lambda m: f"{m % 12 + 1:02d}.{_year(m)}"),
    "3.2018": (12, lambda m: f"{m % 12 + 1}.{_year(m)}"),
    "03-2018": (12, lambda m: f"{m % 12 + 1:02d}-{_year(m)}"),
    "2018-03": (12, lambda m: f"{_year(m)}-{m % 12 + 1:02d}"),
    "2018/03": (12, lambda m: f"{_year(m)}/{m % 12 + 1:02d}"),
    "2018/3": (12, lambda m: f"{_year(m)}/{m % 12 + 1}"),
    "2018.03": (12, lambda m: f"{_year(m)}.{m % 12 + 1:02d}"),
    "2018-03-28": (12, lambda m: f"{_year(m)}-{m % 12 + 1:02d}-28"),
    "2018/03/28": (12, lambda m: f"{_year(m)}/{m % 12 + 1:02d}/28"),
    "28/03/2018": (12, lambda m: f"28/{m % 12 + 1:02d}/{_year(m)}"),
    "03/28/2018": (12, lambda m: f"{m % 12 + 1:02d}/28/{_year(m)}"),
    "28.3.2018": (12, lambda m: f"28.{m % 12 + 1}.{_year(m)}"),
    "1 March 2018": (12, lambda m: f"1 {_name(m)} {_year(m)}"),
    "1st March, 2018": (12, lambda m: f"1st {_name(m)}, {_year(m)}"),
    "March 22nd, 2018": (12, lambda m: f"{_name(m)} 22nd, {_year(m)}"),
    "Mar 22 2018": (12, lambda m: f"{_name(m)[:3]} 22 {_year(m)}"),
    "01-Mar-2018": (12, lambda m: f"01-{_name(m)[:3]}-{_year(m)}"),
    "Q3 2018": (4, lambda m: f"Q{m % 12 // 3 + 1} {_year(m)}"),
    "Q3'18": (4, lambda m: f"Q{m % 12 // 3 + 1}'{_short_year(m)}"),
    "3Q18": (4, lambda m: f"{m % 12 // 3 + 1}Q{_short_year(m)}"),
    "2018 Q3": (4, lambda m: f"{_year(m)} Q{m % 12 // 3 + 1}"),
    "H2 2018": (2, lambda m: f"H{m % 12 // 6 + 1} {_year(m)}"),
    "2H18": (2, lambda m: f"{m % 12 // 6 + 1}H{_short_year(m)}"),
    "2018": (1, lambda m: f"{_year(m)}"),
    "'18": (1, lambda m: f"'{_short_year(m)}"),
    "FY2018": (1, lambda m: f"FY{_year(m)}"),
}
DASHES = (
    " - ", " – ", " — ", "–", "—", " -- ", " − ", " ‒ ", " ― ", " ~ ", " → ", " -> ", " => ", " ... ", " to ", " until ", " till ",
    " through ", " thru ", "-to-", " To ", "\u00a0–\u00a0", " 'til ", " up to ",
)  # fmt: skip
NOWS = (
    "Present", "present", "PRESENT", "now", "today", "to date", "till date", "Current", "currently", "ongoing", "on-going", "till now",
    "the present day", "in progress",
)  # fmt: skip
FRAMES = ("{}", "Clerk, Larkfield ({})", "Larkfield | {} | Leeds", "{}   Clerk", "[{}] Clerk", "Period: {}.")


def _cut(month: int, pieces: int) -> tuple[int, int]:
    """Return the months that the piece of the year round a month covers."""
    months = 12 // pieces
    start = month // months * months
    return start, start + months


def _when(month: int, pieces: int) -> YearMonth:
    return YearMonth(month // 12, month % 12 + 1 if pieces > 1 else 0)


def test_ten_thousand_generated_ranges_are_read_back_in_every_form() -> None:
    chance = random.Random(31)  # noqa: S311 - test data
    names = sorted(FORMS)
    wrong: list[str] = []
    for turn in range(10_000):
        pieces, form = FORMS[names[turn % len(names)]]
        first, _ = _cut(chance.randrange(FIRST, NOW - 12), pieces)
        start, stop = _cut(chance.randrange(first, NOW), pieces)
        now = chance.random() < 0.2
        dash = " – " if names[turn % len(names)].startswith("'") else chance.choice(DASHES)
        written = f"{form(first)}{dash}{chance.choice(NOWS) if now else form(start)}"
        got = find_ranges(chance.choice(FRAMES).format(written), as_of=AS_OF)
        # A year alone is mid-year at both ends unless it is the same year.
        middle = 6 if pieces == 1 and (now or first != start) else 0
        wanted = (
            _when(first, pieces), None if now else _when(stop - 1, pieces), now, first + middle, None if now else stop - middle
        )  # fmt: skip
        if [(r.first, r.last, r.is_current, r.first_month, r.last_month) for r in got] != [wanted]:
            wrong.append(written)
    assert not wrong, f"{len(wrong)} of 10000, for example {wrong[:12]}"


SEASONS = {"Spring": (3, 5), "Summer": (6, 8), "Fall": (9, 11), "Autumn": (9, 11), "Winter": (12, 12)}


@given(
    st.sampled_from(sorted(SEASONS)), st.integers(1985, 2024), st.sampled_from(sorted(SEASONS)), st.integers(1, 20),
    st.sampled_from(["{s} {y}", "{s} of {y}", "{y} {s}", "{s} '{z:02d}"]), st.sampled_from(DASHES),
)  # fmt: skip
def test_seasons_are_read_back(first: str, year: int, last: str, years: int, form: str, dash: str) -> None:
    later = min(year + years, 2025)
    ends = [form.format(s=season, y=number, z=number % 100) for season, number in ((first, year), (last, later))]
    (found,) = find_ranges(dash.join(ends), as_of=AS_OF)
    assert (found.first, found.last) == (YearMonth(year, SEASONS[first][0]), YearMonth(later, SEASONS[last][1]))


@given(
    st.integers(FIRST, NOW - 1), st.integers(1, 480),
    st.sampled_from([" - {}", " ({})", ", {}", " · {}", " – {}", " for {}"]), st.booleans(),
)  # fmt: skip
def test_a_start_and_a_duration_are_read_back(first: int, months: int, joint: str, short: bool) -> None:
    units = ("yrs", "mos") if short else ("years", "months")
    parts = [f"{number} {unit}" for number, unit in zip(divmod(months, 12), units, strict=True) if number]
    (found,) = find_ranges(f"{_name(first)[:3]} {_year(first)}{joint.format(' '.join(parts))}", as_of=AS_OF)
    assert (found.first_month, found.last_month) == (first, first + months)
    worked = found.worked(AS_OF)
    assert (worked.months if worked else 0) == min(months, NOW - first)


PIECES = st.one_of(
    st.sampled_from(
        [
            "2018", "2019-13", "'35", "’18", "Mar", "Mar 2019", "Sep't", "Q3", "3Q18", "Summer", "sprİng", "fıve years", "h2", "FY", "since",
            "to", "-", "–", "/", ".", ",", "(", ")", "present", "now", "31/02/2018", "99/99/2099", "03/04/18", "2 yrs 3 mos", "99 years",
            "0 months", "12", "2099", "1950", "2018-03-99", "00/2018", "＇18", "٢٠١٨", "winter 2099/00", "FY00", "+", "ſept", "april",
        ]
    ),
    st.text(max_size=4),
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=9), st.sampled_from(["", " ", "  "]), st.integers(1950, 2090), st.integers(1, 12))
def test_any_line_gives_ranges_in_order_and_never_months_that_have_not_been(
    pieces: list[str], joint: str, year: int, month: int
) -> None:
    line, as_of = joint.join(pieces), YearMonth(year, month)
    now = year * 12 + month
    reached = 0
    for date in find_dates(line, as_of=as_of):
        assert reached <= date.start < date.stop <= len(line)
        assert date.first_month < date.last_month <= date.first_month + 12
        reached = date.stop
    spans: list[MonthRange] = []
    for single in (False, True):
        found = find_ranges(line, as_of=as_of, single=single)
        assert all(0 <= dates.start < dates.stop <= len(line) for dates in found)
        assert all(a.start < b.start for a, b in pairwise(found))
        for dates in found:
            worked = dates.worked(as_of)
            assert (worked is None) == (dates.first_month >= min(dates.last_month or now, now))
            if worked is not None:
                assert 1 <= worked.months <= now - dates.first_month
                spans.append(worked)
    # Together never more than the calendar holds between the first month and this one.
    assert 0 <= months_covered(spans) <= (now - min(span.start for span in spans) if spans else 0)
