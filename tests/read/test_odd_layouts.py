"""Headings turned or at the right, stamps across the page, headings that fill their margin, lists in a table, cards."""

from __future__ import annotations

import math

import pytest

from resumefit.core.document import DocumentState
from resumefit.read import read_document
from resumefit.read.margin_labels import with_odd_words
from resumefit.read.order import Placed
from resumefit.read.pdf_looks import ASKEW
from resumefit.read.pdf_turn import join_turned
from resumefit.read.segments import make_segment, make_segments
from resumefit.read.words import Word
from tests.read.layout_checks import DATA

PROFILE = ["Profile", "Program manager who plans hardware"]
JOBS = ["Experience", "Technical Program Manager   Mar 2021 – Present", "Quillfeather Robotics", "Leads eleven", "Built a"]
MORE_JOBS = ["Project Manager   06/2017 – 02/2021", "Saltmarsh Instruments", "Brought", "Found a second"]
EDUCATION = ["Education", "MEng Electronics   2007 – 2011", "University of Wessex"]
SKILLS = ["Skills", "Planning: roadmaps", "Software: Jira"]
CERTIFICATES = ["Certifications", "PMP, 2019", "Scrum Master", "Prince2 Practitioner"]
LANGUAGES = ["Languages", "English (native)", "Swedish (fluent)", "Igbo (basic)"]
WHOLE = [*PROFILE, *JOBS, *MORE_JOBS, *EDUCATION, *SKILLS, *CERTIFICATES]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("turned_headings", WHOLE, id="headings that run up the margin"),
        pytest.param("headings_right", WHOLE, id="headings in the right margin"),
        pytest.param("headings_fill_margin", WHOLE, id="a heading as wide as its margin"),
        pytest.param("watermark", [*WHOLE, "CONFIDENTIAL"], id="a watermark comes last"),
        pytest.param("lists_in_table", [*JOBS, *MORE_JOBS, *SKILLS, *LANGUAGES, *CERTIFICATES], id="each list under its heading"),
        pytest.param(
            "cards",
            [
                *[*JOBS, *MORE_JOBS, "Education", "MEng Electronics", "University of Wessex", "2007 – 2011"],
                *["Diploma in Leadership", "Avon School", "2016", *SKILLS],
            ],
            id="what stands under cards comes after both",
        ),
    ],
)
def test_lines_come_in_the_order_in_which_a_person_reads_them(name: str, expected: list[str]) -> None:
    document = read_document((DATA / f"odd_ch_{name}.pdf").read_bytes(), name=name)
    lines = [line.removeprefix("• ") for line in document.text.split("\n")]
    starts = iter(lines)
    headings = {"Profile", "Experience", "Education", "Skills", "Certifications", "Languages", "CONFIDENTIAL"}
    missed = [e for e in expected if not any(line == e if e in headings else line.startswith(e) for line in starts)]
    assert missed == []
    assert document.state is DocumentState.OK
    assert document.concealed == ()


def letters(text: str, *, turns: int) -> list[Word]:
    """Set letters up the page as an engine gives them, each a line of its own: ten points wide, six high, none between."""
    words, bottom = [], 500.0
    for index, letter in enumerate(text):
        if letter != " ":
            start = 3 * index
            words.append(Word(letter, 40, bottom - 6, 50, bottom, start, start + 1, 10.0, True, False, True, turns))
        bottom -= 6
    return words


def test_turned_letters_become_words_by_what_stands_between_them() -> None:
    assert [word.text for word in join_turned(letters("Key skills", turns=3))] == ["Key skills"]


def test_letters_askew_are_one_piece_by_the_content_alone() -> None:
    words = [Word(c, 40 + 30 * i, 300 - 25 * i, 80 + 30 * i, 340 - 25 * i, i, i + 1, 60.0, False, turns=ASKEW) for i, c in enumerate("DRAFT")]
    assert [word.text for word in join_turned(words)] == ["DRAFT"]


@pytest.mark.parametrize(
    ("lefts", "expected"),
    [
        pytest.param((130, 130, 130), ["Certifications", "PMP, 2019"], id="other lines begin there"),
        pytest.param((130, 160, 190), ["Certifications PMP, 2019"], id="no edge: a run-in heading"),
    ],
)
def test_a_heading_that_fills_its_margin_is_parted_where_other_lines_begin(lefts: tuple[float, ...], expected: list[str]) -> None:
    words = [Word("Certifications", 34, 10, 127, 24, 0, 14, 12.0, True), Word("PMP,", 130, 12, 150, 24, 15, 19, 10.0, False)]
    words.append(Word("2019", 153, 12, 175, 24, 20, 24, 10.0, False))
    for row, left in enumerate(lefts):
        words.append(Word("Scrum", left, 40 + 14 * row, left + 40, 52 + 14 * row, 30 + 10 * row, 35 + 10 * row, 10.0, False))
    assert [s.text for s in make_segments(words) if s.top < 30] == expected


def test_a_first_word_larger_by_the_last_digit_alone_is_larger_wherever_it_is_asked() -> None:
    size = math.nextafter(1.08 * 5.05, 6)  # more than 1.08 times 5.05, though a 1.08th of it is 5.05
    words = [Word("Skills", 34, 10, 60, 17, 0, 6, size, False), Word("Jira", 62, 10, 80, 17, 7, 11, 5.05, False)]
    assert [s.text for s in make_segments(words)] == ["Skills Jira"]


def test_a_turned_heading_level_with_a_row_by_chance_stands_before_its_section() -> None:
    tops = [0, 14, 28, 62, 76, 90, 104, 138, 152]  # three sections, with white between them
    rows = [Placed((make_segment([Word(f"row{n}", 60, t, 200, t + 12, 10 * n, 10 * n + 4, 10.0, False)]),), ()) for n, t in enumerate(tops)]
    labels = [("Profile", 0, 40), ("Experience", 76, 116), ("Education", 138, 164)]  # the second is shorter than its section
    words = [Word(text, 20, top, 32, bottom, 500 + top, 510 + top, 12.0, True, turns=3) for text, top, bottom in labels]
    found = [row.segments[0].text for row in with_odd_words(rows, words)]
    assert [found[found.index(text) + 1] for text, _, _ in labels] == ["row0", "row3", "row7"]
