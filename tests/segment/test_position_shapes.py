"""Work sections in many shapes: titles, employers, dates and kinds as a careful reader would note them down."""

from __future__ import annotations

import pytest

from resumefit.core.resume import Position
from resumefit.pipeline import understand
from tests.segment.layouts import document_of
from tests.segment.position_shapes import SHAPES
from tests.segment.position_shapes_more import SHAPES as MORE
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS

TOP = "Imra Tolvanen\nimra.tolvanen@example.org | 555-0142\n\n"


def noted(position: Position) -> str:
    """Write a position down the way the shapes do."""
    stop = "now" if position.is_current else str(position.stop or "")
    kind = [] if position.kind == "employment" else [position.kind.value]
    dates = [str(position.start), stop] if position.start else []
    return " | ".join([position.title, position.company, *dates, *kind])


@pytest.mark.parametrize("shape", SHAPES)
def test_positions_are_what_a_careful_reader_notes(shape: str) -> None:
    text, expected = SHAPES[shape]
    resume = segment(document_of(TOP + text), headings=HEADINGS, as_of=AS_OF)
    assert [noted(position) for position in resume.positions] == expected


@pytest.mark.parametrize("shape", MORE)
def test_positions_of_further_shapes_are_read_from_the_file(shape: str) -> None:
    text, expected = MORE[shape]
    name = "cv.md" if text.startswith("##") else "cv.txt"
    resume = understand((TOP + text).encode(), name=name, headings=HEADINGS, as_of=AS_OF)[1]
    noted_down = []
    for position in resume.positions:
        stop = "now" if position.is_current else position.stop
        noted_down.append(f"{position.title} | {position.company} | {position.start} | {stop}")
    assert noted_down == expected


def test_a_title_over_its_dates_in_a_lower_case_resume_is_no_heading() -> None:
    text = "about\n\nplanner of things.\n\nwork\n\nproduct manager\nkelp market\njan 2022 – today, remote\n- led the team.\n\n"
    text += "support lead\nbrine & sons\nmay 2018 – dec 2021, cork\n- helped.\n\neducation\n\nba history, cork college, 2017\n"
    resume = understand(("imra tolvanen\nimra@example.org\n\n" + text).encode(), name="cv.txt", headings=HEADINGS, as_of=AS_OF)[1]
    assert [(position.title, position.company) for position in resume.positions] == [
        ("product manager", "kelp market"), ("support lead", "brine & sons"),
    ]  # fmt: skip
    assert [section.heading for section in resume.sections if section.heading] == ["about", "work", "education"]


def test_a_summary_that_names_a_job_and_years_is_no_position_where_work_has_its_heading() -> None:
    text = "SUMMARY\nProduct manager, 2016 - present, in freight and ferries.\n\nEXPERIENCE\nProduct Manager, Orrery, 2016 - present\n- Led.\n"
    resume = understand((TOP + text).encode(), name="cv.txt", headings=HEADINGS, as_of=AS_OF)[1]
    assert [(position.title, position.company) for position in resume.positions] == [("Product Manager", "Orrery")]


def test_an_unknown_heading_over_pastimes_is_of_interests() -> None:
    text = "SKILLS\n\nSQL, Jira\n\nEDUCATION\n\nBA History, Cork College, 2017\n\nMISCELLANY OF ME\n\nchoir, long swims and pickling; two dogs\n"
    resume = understand((TOP + text).encode(), name="cv.txt", headings=HEADINGS, as_of=AS_OF)[1]
    assert [section.kind.value for section in resume.sections if section.heading] == ["skills", "education", "interests"]


def test_a_line_that_tells_what_somebody_learns_is_no_heading() -> None:
    text = "SKILLS\n\nSQL, Jira\n\nLEARNING NOW\n\nPursuing a certificate in responsible AI\n(fairness metrics, 2027)\n\nEDUCATION\n\nBA History, Cork, 2017\n"
    resume = understand((TOP + text).encode(), name="cv.txt", headings=HEADINGS, as_of=AS_OF)[1]
    assert [section.heading for section in resume.sections if section.heading] == ["SKILLS", "LEARNING NOW", "EDUCATION"]
