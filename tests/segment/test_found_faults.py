"""Faults that were found in use, each with the least text that shows it."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from resumefit.core.resume import YearMonth
from resumefit.lexicon import load_lexicon
from resumefit.read import read_document
from resumefit.segment import redact
from resumefit.segment.dates import find_ranges
from resumefit.segment.headparts import split_line
from resumefit.segment.wordings import plain
from tests.segment.layouts import document_of
from tests.segment.structure import segment

ROOT = Path(__file__).resolve().parents[2]
AS_OF = YearMonth(2026, 11)


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        pytest.param("04/25/2019 - 06/03/2020", "2019-04", "2020-06", id="a day above twelve tells the order"),
        pytest.param("25/04/2019 - 06/03/2020", "2019-04", "2020-03", id="day first"),
        pytest.param("2015 - 04/2018", "2015", "2018-04", id="a year alone, and a month of the other"),
        pytest.param("2015 - 04.2018", "2015", "2018-04", id="the same with a dot"),
        pytest.param("2015-04 - 2018", "2015-04", "2018", id="year and month, and a year alone"),
    ],
)
def test_day_and_month_are_told_apart_by_the_other_date_of_the_line(line: str, first: str, last: str) -> None:
    (found,) = find_ranges(line, as_of=AS_OF)
    assert (str(found.first), str(found.last)) == (first, last)


def test_an_impossible_month_makes_no_range() -> None:
    assert find_ranges("13/2019 - 05/2020", as_of=AS_OF) == ()


LOWER = """nora lindgren
nora.lindgren@example.org

work

Larkfield Ltd, Leeds
product manager, 2020 - 2022
- kept the backlog of the parking app
- wrote release notes for nora's team
- ran @scale events for drivers
"""


def test_a_name_in_lower_case_is_found_and_left_out() -> None:
    document = read_document(LOWER.encode(), name="nora.txt")
    resume = segment(document, headings=load_lexicon(ROOT / "skill_lexicon").headings, as_of=AS_OF)
    assert resume.name == "nora lindgren"
    blind, _ = redact(document, resume)
    assert "nora" not in blind.text
    assert "lindgren" not in blind.text
    assert "Larkfield Ltd" in blind.text
    assert "@scale" in blind.text


def test_a_line_above_heads_is_looked_at_a_few_times_however_many_the_heads_are() -> None:
    heads = [
        f"Product Manager\nAcme Mills, Leeds\nRemote\nJan {year} - Mar {year}\n- Built a planner for {year - 1970} vans.\n"
        for year in range(1985, 2025)
    ]
    looked: list[str] = []

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name == "stays_a_rest":
            looked.append(frame.f_locals["text"])

    document = document_of("\n".join(["Ana Roe", "", "Experience", "", *heads]))
    sys.setprofile(count)
    try:
        resume = segment(document, headings={"experience": ("experience",)}, as_of=AS_OF)
    finally:
        sys.setprofile(None)
    assert len(resume.positions) == len(heads)
    assert len(looked) < 4 * len(document.lines)


def _lines_run(heads: int) -> Counter[str]:
    """Count the lines of code that run, by module, to read so many heads of three lines."""
    told = [
        f"Product Manager\nAcme Mills, Leeds\nJan {1960 + number % 60} - Dec {1960 + number % 60}\n- Built planner {number} for vans.\n"
        for number in range(heads)
    ]
    document = document_of("\n".join(["Ana Roe", "", "Experience", "", *told]))
    run: Counter[str] = Counter()

    def follow(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        module = Path(frame.f_code.co_filename).name
        if module not in ("entries.py", "readings.py", "sentences.py"):
            return None
        run[module] += event == "line"
        return follow

    sys.settrace(follow)
    try:
        resume = segment(document, headings={"experience": ("experience",)}, as_of=AS_OF)
    finally:
        sys.settrace(None)
    assert len(resume.positions) == heads
    return run


def test_four_times_as_many_heads_take_four_times_the_work() -> None:
    few, many = _lines_run(30), _lines_run(120)
    assert {module: many[module] for module in few if many[module] > 4.2 * few[module]} == {}


@pytest.mark.parametrize("read", [plain, split_line], ids=["as a heading", "as a head"])
@pytest.mark.parametrize("mark", ["*", "-", "•", " ", "("])
def test_a_line_of_nothing_but_marks_is_read_at_once(read: Callable[[str], object], mark: str) -> None:
    started = time.process_time()
    read(f"Lead{mark * 20_000}Acme")
    assert time.process_time() - started < 1
