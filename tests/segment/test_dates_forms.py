"""Every form in which a date or a range is written means the months that a person would read."""

from __future__ import annotations

import pytest

from resumefit.core.resume import YearMonth
from resumefit.segment.dateforms import find_dates
from resumefit.segment.dates import find_ranges

AS_OF = YearMonth(2026, 11)

MAR_2018_TO_FEB_2021 = (
    "March 2018 - February 2021", "Mar 2018 – Feb 2021", "MAR 2018 — FEB 2021", "Mar. 2018 to Feb. 2021", "Mar, 2018 until Feb, 2021",
    "Mar '18 - Feb '21", "Mar’18-Feb’21", "Mar `18 - Feb `21", "Mar-18 - Feb-21", "Mar 18 - Feb 21", "Mar2018 - Feb2021",
    "Mar/2018 - Feb/2021", "2018 March - 2021 Feb", "March of 2018 through February of 2021", "from March 2018 to February 2021",
    "03/2018 - 02/2021", "3/2018 - 2/2021", "03/18 - 02/21", "3/18 - 2/21", "03'18 - 02'21", "03.2018 - 02.2021", "3.2018-2.2021",
    "03-2018 - 02-2021", "2018-03 - 2021-02", "2018-3 - 2021-2", "2018/03 - 2021/02", "2018/3 - 2021/2", "2018.03 - 2021.02",
    "1 March 2018 - 28 February 2021", "1st March 2018 - 28th February 2021", "March 1, 2018 - February 28, 2021",
    "March 1st, 2018 - Feb 28th, 2021", "Mar 1 2018 - Feb 28 2021", "01-Mar-2018 - 28-Feb-2021", "01-Mar-18 to 28-Feb-21",
    "01/03/2018 - 28/02/2021", "03/01/2018 - 02/28/2021", "1.3.2018 - 28.2.2021", "01-03-2018 - 28-02-2021", "01/03/18 - 28/02/21",
    "2018-03-01 - 2021-02-28", "2018/03/01 - 2021/02/28", "Mar 2018 thru Feb 2021", "Mar 2018 till Feb 2021", "Mar 2018 'til Feb 2021",
    "Mar 2018 ~ Feb 2021", "Mar 2018 → Feb 2021", "Mar 2018 -> Feb 2021", "Mar 2018 => Feb 2021", "Mar 2018 ～ Feb 2021",
    "Mar 2018 … Feb 2021", "Mar 2018 ― Feb 2021", "Mar 2018 − Feb 2021", "Mar 2018 --- Feb 2021", "Mar 2018-to-Feb 2021",
    "Mar 2018\u00a0–\u00a0Feb 2021", "From: Mar 2018  To: Feb 2021", "Start: 03/2018 End: 02/2021", "Mars 2018 - Febuary 2021",
)  # fmt: skip


@pytest.mark.parametrize("text", MAR_2018_TO_FEB_2021)
def test_a_range_of_two_months_is_read_in_every_form(text: str) -> None:
    found = find_ranges(f"Clerk, Larkfield | {text}", as_of=AS_OF)
    assert [(dates.first, dates.last) for dates in found] == [(YearMonth(2018, 3), YearMonth(2021, 2))]
    assert found[0].worked(AS_OF) is not None
    assert found[0].last_month is not None
    assert found[0].last_month - found[0].first_month == 36


@pytest.mark.parametrize(
    "text",
    [
        "Sept 2018 - Present", "Sept. 2018 - present", "Sep't 2018 – Current", "Sep 2018 to date", "September 2018 to-date",
        "Sep 2018 - To Date", "09/2018 till now", "9/2018 - till date", "2018-09 - now", "09.2018 - ongoing", "Sep '18 - on-going",
        "since September 2018", "Since: 09/2018", "Sep 2018 onwards", "Sep 2018 onward", "Sep 2018+", "Sep 2018 –", "Sep 2018 - today",
        "Sep 2018 until the present day", "Sep 2018 – at present", "Sep 2018 up to now", "Sep 2018 up until today", "Sep 18 - Present",
        "Sep 2018 - to present", "Sep 2018 - in progress", "Sep 2018 - still", "3rd quarter 2018, Sep 2018 - Present (8 yrs 3 mos)",
        "since Sep 2018 (8 years)",
    ],
)  # fmt: skip
def test_a_range_that_is_open_is_read_in_every_form(text: str) -> None:
    *_, found = find_ranges(f"Clerk, Larkfield | {text}", as_of=AS_OF)
    assert (found.first, found.last, found.is_current) == (YearMonth(2018, 9), None, True)
    worked = found.worked(AS_OF)
    assert worked is not None
    assert worked.months == 8 * 12 + 3


@pytest.mark.parametrize(
    ("text", "first", "last", "months"),
    [
        ("2016 - 2018", "2016", "2018", 24), ("2016–18", "2016", "2018", 24), ("'16 - '18", "2016", "2018", 24),
        ("2018/19", "2018", "2019", 12), ("FY2016 - FY2018", "2016", "2018", 24), ("mid-2016 to early 2018", "2016", "2018", 24),
        ("Mar 2016 - 2018", "2016-03", "2018", 28), ("2016 - Mar 2018", "2016", "2018-03", 21), ("2018 - 2018", "2018", "2018", 12),
        ("Q3 2018 - Q1 2021", "2018-07", "2021-03", 33), ("3Q18 - 1Q21", "2018-07", "2021-03", 33),
        ("Q3'18 – Q1'21", "2018-07", "2021-03", 33), ("2018 Q3 - 2021 Q1", "2018-07", "2021-03", 33),
        ("3Q 2018 to 1Q 2021", "2018-07", "2021-03", 33), ("third quarter of 2018 - first quarter 2021", "2018-07", "2021-03", 33),
        ("Q1 - Q3 2019", "2019-01", "2019-09", 9), ("H1 2018 - H2 2019", "2018-01", "2019-12", 24), ("1H18 - 2H19", "2018-01", "2019-12", 24),
        ("Summer 2018 - Fall 2019", "2018-06", "2019-11", 18), ("Summer '18 - Autumn '19", "2018-06", "2019-11", 18),
        ("2018 Fall - 2019 Spring", "2018-09", "2019-05", 9), ("Spring/Summer 2018", "2018-03", "2018-08", 6),
        ("Jan - Mar 2019", "2019-01", "2019-03", 3), ("Jan to March 2019", "2019-01", "2019-03", 3),
        ("March 3 - April 21, 2019", "2019-03", "2019-04", 2), ("Mar 18 - Apr 21, 2019", "2019-03", "2019-04", 2),
        ("Mar 2018 - Mar 2018", "2018-03", "2018-03", 1),
    ],
)  # fmt: skip
def test_years_quarters_seasons_and_shared_years(text: str, first: str, last: str, months: int) -> None:
    (found,) = find_ranges(text, as_of=AS_OF)
    worked = found.worked(AS_OF)
    assert worked is not None
    assert (str(found.first), str(found.last), worked.months) == (first, last, months)


@pytest.mark.parametrize(
    ("text", "first", "last", "months"),
    [
        ("Jan 2019 - 2 yrs 3 mos", "2019-01", "2021-03", 27), ("Jan 2019 (2 years 3 months)", "2019-01", "2021-03", 27),
        ("Jan 2019, 27 months", "2019-01", "2021-03", 27), ("01/2019 · 2 yrs 3 mos", "2019-01", "2021-03", 27),
        ("Jan 2019 for two years", "2019-01", "2020-12", 24), ("Jan 2019 - 1.5 years", "2019-01", "2020-06", 18),
        ("Jan 2019 (10 weeks)", "2019-01", "2019-02", 2), ("Jan 2019 - 2y 3m at Larkfield", "2019-01", "2021-03", 27),
        ("2019 (8 months)", "2019", "2019", 8), ("2019 - 2 years", "2019", "2021", 24),
        ("Jan 2019 - Mar 2021 (2 years 3 months)", "2019-01", "2021-03", 27), ("Jan 2019 – Mar 2021 · 2 yrs 3 mos", "2019-01", "2021-03", 27),
        ("Jan 2019 - Mar 2021 (5 years)", "2019-01", "2021-03", 27),
    ],
)  # fmt: skip
def test_a_duration_is_the_end_only_where_no_end_is_written(text: str, first: str, last: str, months: int) -> None:
    (found,) = find_ranges(text, as_of=AS_OF)
    worked = found.worked(AS_OF)
    assert worked is not None
    assert (str(found.first), str(found.last), worked.months) == (first, last, months)


@pytest.mark.parametrize(
    "text",
    [
        "2561 - 2563", "1397/03 - 1399/05", "1.2.18 - 1.4", "24/7 support", "9/10 customers", "12 months", "(2 years 3 months)",
        "May 12, June 3", "2019, 3 months ahead of plan", "2021 and 2019", "2021/2019", "2018 - Still River Ltd", "call 555-01-23",
        "ISO 27001", "Top 40 - 20",
    ],
)  # fmt: skip
def test_what_is_no_range_makes_none(text: str) -> None:
    assert find_ranges(text, as_of=AS_OF) == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Feb 30, 2018", "2018-02"), ("31/04/2018", "2018-04"), ("32/01/2018", "2018-01"), ("29.02.2019", "2019-02"),
        ("13/2018", "2018"), ("2018-13", "2018"), ("45/13/2018", "2018"), ("2018-00-10", "2018"),
    ],
)  # fmt: skip
def test_of_an_impossible_date_only_what_can_be_is_kept(text: str, read: str) -> None:
    (found,) = find_dates(text, as_of=AS_OF)
    assert (str(found.when), found.impossible, found.stop) == (read, True, len(text))


def test_a_leap_day_is_possible() -> None:
    (found,) = find_dates("29.02.2020", as_of=AS_OF)
    assert not found.impossible


@pytest.mark.parametrize(("text", "year"), [("'26", 2026), ("'27", 2027), ("'62", 1962), ("'99", 1999), ("'35", 2035)])
def test_an_apostrophe_year_is_never_put_into_a_decade_before_anybody_worked(text: str, year: int) -> None:
    (found,) = find_dates(f"Mar {text}", as_of=AS_OF)
    assert found.when == YearMonth(year, 3)


@pytest.mark.parametrize(
    ("text", "months"),
    [("Feb 2021 - Mar 2018", None), ("2021 to 2018", None), ("Jan 2030 - Present", None), ("Mar '35 - Feb '36", None),
     ("Mar 2018 - Feb 2091", 105), ("Jan 2026 - Dec 2026", 11)],
    ids=["reversed", "years reversed", "starts later", "all later", "ends in decades", "ends next month"],
)  # fmt: skip
def test_months_that_have_not_been_are_not_counted(text: str, months: int | None) -> None:
    (found,) = find_ranges(text, as_of=AS_OF)
    worked = found.worked(AS_OF)
    assert (worked.months if worked else None) == months
