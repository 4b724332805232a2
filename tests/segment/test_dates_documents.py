"""What only the whole document tells of its dates: day or month first, when it was written, and what cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.resume import Resume, YearMonth
from resumefit.pipeline import understand
from resumefit.segment.dayorder import DayOrder, find_day_order, with_day_first
from tests.segment.layouts import document_of
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS

TEXT = """Imra Tolvanen

EXPERIENCE

Product Manager, Larkfield ({first})
- Shipped the claims portal

Tester, Quillon ({second})
- Wrote 45/2019 test cases

{foot}
"""


def resume_of(
    first: str, second: str = "Jan 2016 - Dec 2017", *, foot: str = "", dated: str | None = None, own_date: bool = False
) -> Resume:
    document = replace(document_of(TEXT.format(first=first, second=second, foot=foot)), dated=dated)
    return segment(document, headings=HEADINGS, as_of=AS_OF, own_date=own_date)


def dates_of(resume: Resume) -> list[tuple[str, str]]:
    return [(str(position.start), str(position.stop)) for position in resume.positions]


def codes_of(resume: Resume) -> list[str]:
    return [caution.code for caution in resume.cautions]


@pytest.mark.parametrize(
    ("second", "dates", "codes"),
    [
        ("01/05/2016 - 28/02/2017", [("2018-04", "2019-06"), ("2016-05", "2017-02")], []),
        ("05/01/2016 - 02/28/2017", [("2018-03", "2019-05"), ("2016-05", "2017-02")], []),
        ("Jan 2016 - Dec 2017", [("2018-04", "2019-06"), ("2016-01", "2017-12")], ["dates-day-or-month"]),
        ("13/05/2016 - 02/28/2017", [("2018-04", "2019-06"), ("2016-05", "2017-02")], ["dates-day-or-month"]),
    ],
    ids=["a later date has the day first", "a later date has the month first", "nothing tells", "they contradict"],
)  # fmt: skip
def test_one_date_tells_the_order_of_all(second: str, dates: list[tuple[str, str]], codes: list[str]) -> None:
    resume = resume_of("03/04/2018 - 05/06/2019", second)
    assert dates_of(resume) == dates
    assert codes_of(resume) == codes


def test_an_order_that_changes_no_month_is_not_mentioned() -> None:
    assert codes_of(resume_of("04/04/2018 - 06/06/2019")) == []


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("born 4/25/1988", DayOrder.MONTH_FIRST), ("25.4.1988", DayOrder.DAY_FIRST), ("04/25/18", DayOrder.MONTH_FIRST),
        ("03/2018, 2018-25-03, 1.25.18, 25/2018", DayOrder.UNKNOWN), ("45/13/2018", DayOrder.UNKNOWN),
        ("25/04/2018 and 04/25/2018", DayOrder.MIXED), ("https://example.org/a/04/25/2018/b", DayOrder.UNKNOWN),
    ],
)  # fmt: skip
def test_only_a_part_that_can_be_no_month_tells_the_order(text: str, order: DayOrder) -> None:
    assert find_day_order(text) is order


@given(st.text("0123456789/. -", max_size=40), st.sampled_from(["", " 04/25/2018", " 25/04/2018"]))
def test_putting_the_day_first_moves_no_offset_and_is_done_once(text: str, sign: str) -> None:
    document = document_of(text + sign)
    ordered = with_day_first(document)
    assert len(ordered.text) == len(document.text)
    assert sorted(ordered.text) == sorted(document.text)
    assert with_day_first(ordered) == ordered


@pytest.mark.parametrize(
    ("foot", "dated", "months"),
    [
        ("Last updated: May 2021", None, 29), ("Updated 05/2021", None, 29), ("CV as of March 2021", None, 27),
        ("(Last modified on 12 May 2021)", None, 29), ("Revised: 2021", None, 36), ("", "2021-05", 29),
        ("Last updated: May 2021", "2023-01", 29), ("Last updated the pages in May 2021", None, 95),
        ("Last updated: May 2018", None, 95), ("", "2015-05", 95), ("", "2026-08", 95), ("Last updated: May 2031", None, 95), ("", None, 95),
    ],
    ids=[
        "last updated", "numeric", "as of", "a day", "a year alone", "file properties", "the line before the file", "a sentence",
        "older than its work", "file older than its work", "not old", "in the future", "no date of its own",
    ],
)  # fmt: skip
def test_present_in_an_old_document_ends_when_it_was_written(foot: str, dated: str | None, months: int) -> None:
    resume = resume_of("Jan 2019 - Present", foot=foot, dated=dated, own_date=True)
    assert [position.months for position in resume.positions] == [months, 24]
    assert codes_of(resume) == (["present-dated"] if months != 95 else [])
    assert resume.positions[0].is_current
    assert resume.as_of == AS_OF
    assert resume.years_total == round((months + 24) / 12, 1)


def test_a_length_beside_present_tells_when_the_document_was_written() -> None:
    resume = resume_of("Jan 2019 - Present (2 yrs 3 mos)", own_date=True)
    assert [position.months for position in resume.positions] == [27, 24]
    assert codes_of(resume) == ["present-dated"]


def test_the_month_that_the_user_gives_wins() -> None:
    resume = resume_of("Jan 2019 - Present", foot="Last updated: May 2021", dated="2021-05")
    assert [position.months for position in resume.positions] == [95, 24]
    assert codes_of(resume) == []


@pytest.mark.parametrize(("own_date", "months"), [(True, 29), (False, 95)], ids=["default month", "month given"])
def test_the_pipeline_hands_on_whether_the_month_was_given(own_date: bool, months: int) -> None:
    text = TEXT.format(first="Jan 2019 - Present", second="Jan 2016 - Dec 2017", foot="Last updated: May 2021")
    _, resume = understand(text.encode(), name="cv.txt", headings=HEADINGS, as_of=AS_OF, own_date=own_date)
    assert resume.positions[0].months == months


@pytest.mark.parametrize(
    ("dates", "codes", "months"),
    [
        ("Jan 2030 - Present", ["dates-future"], None), ("Mar '35 - Feb '36", ["dates-future"], None),
        ("Jan 2026 - Mar 2027", ["dates-future"], 11), ("Feb 2021 - Mar 2018", ["dates-reversed"], None),
        ("31/02/2018 - 05/06/2019", ["dates-impossible"], 17), ("2021 - 2018", ["dates-reversed"], None),
        ("Jan 2019 - 12 years", ["dates-future"], 95), ("Jan 1960 - Feb 2019", ["dates-improbable"], 710),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_and_the_position_stays(dates: str, codes: list[str], months: int | None) -> None:
    resume = resume_of(dates)
    assert [code for code in codes_of(resume) if code != "dates-day-or-month"] == codes
    assert [(position.title, position.company, position.months) for position in resume.positions] == [
        ("Product Manager", "Larkfield", months), ("Tester", "Quillon", 24)
    ]  # fmt: skip


@pytest.mark.parametrize("dates", ["13/2018 - 05/2019", "2018-13 - 2019-05"])
def test_a_month_that_does_not_exist_is_said(dates: str) -> None:
    assert codes_of(resume_of(dates)) == ["dates-impossible"]


def test_a_reversed_range_in_education_is_said() -> None:
    text = "EDUCATION\n\nBSc Mathematics, Selby University, 2012 - 2009\n"
    resume = segment(document_of(text), headings=HEADINGS, as_of=YearMonth(2026, 11))
    assert codes_of(resume) == ["dates-reversed"]
