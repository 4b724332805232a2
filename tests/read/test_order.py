"""Reading order on pages built by hand: columns one after another, rails with their rows, each piece once."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumefit.read.band_kinds import Kind, classify
from resumefit.read.order import reading_order
from resumefit.read.segments import Segment, make_segment, make_segments
from resumefit.read.words import Word

LINE = 14.0


def segment(text: str, left: float, row: float, *, order: int = 0, size: float = 10.0, width: float = 5.0) -> Segment:
    top = row * LINE
    return make_segment(
        [Word(text, left, top, left + width * len(text), top + 1.2 * size, order, order + len(text), size, False)]
    )


def page(columns: dict[float, list[tuple[float, str]]], *, order: str = "columns") -> list[Segment]:
    """Set texts at (row, text) in columns by their left edge; `order` is how the content runs."""
    cells = [(left, row, text) for left, items in columns.items() for row, text in items]
    if order == "rows":
        cells.sort(key=lambda cell: (cell[1], cell[0]))
    elif order == "random":
        random.Random(3).shuffle(cells)  # noqa: S311 - repeatable, not secret
    return [segment(text, left, row, order=100 * number) for number, (left, row, text) in enumerate(cells)]


def texts(segments: list[Segment]) -> list[str]:
    return ["   ".join(s.text for s in placed.segments) for placed in reading_order(segments)]


SIDE = [(row * 1.15, f"side{row}") for row in range(8)]
MAIN = [(float(row), f"a long line of running text number {row} that goes on") for row in range(10)]


@pytest.mark.parametrize("order", ["columns", "rows", "random"])
def test_columns_are_read_one_after_another_whatever_the_content_order(order: str) -> None:
    assert texts(page({40: SIDE, 200: MAIN}, order=order)) == [t for _, t in SIDE] + [t for _, t in MAIN]


def test_a_heading_across_both_columns_comes_first() -> None:
    title = segment("A NAME THAT STANDS ACROSS BOTH COLUMNS", 60, -3, order=9999, width=9)
    assert texts([*page({40: SIDE, 200: MAIN}), title])[0] == title.text


@pytest.mark.parametrize("order", ["columns", "rows", "random"])
def test_dates_in_a_left_rail_are_read_with_their_rows(order: str) -> None:
    dates = [(0.0, "2019 – 2021"), (4.0, "2016 – 2019"), (8.0, "2012 – 2016")]
    assert texts(page({40: dates, 150: MAIN}, order=order)) == [
        text if row not in (0, 4, 8) else f"{dict(dates)[row]}   {text}" for row, text in MAIN
    ]


@pytest.mark.parametrize("order", ["columns", "rows", "random"])
def test_dates_at_the_right_stay_with_their_title(order: str) -> None:
    left = [
        (0.0, "Product Manager"),
        (1.0, "Acme"),
        (2.0, "shipped search"),
        (4.0, "Analyst"),
        (5.0, "Other Inc"),
        (6.0, "wrote reports"),
    ]
    right = [(0.0, "2019 – 2021"), (1.0, "Berlin"), (4.0, "2016 – 2019"), (5.0, "Paris")]
    assert texts(page({40: left, 400: right}, order=order)) == [
        "Product Manager   2019 – 2021",
        "Acme   Berlin",
        "shipped search",
        "Analyst   2016 – 2019",
        "Other Inc   Paris",
        "wrote reports",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Sept 2017 to", "present"], id="after the joining word"),
        pytest.param(["January 2020", "– Present"], id="before the dash"),
        pytest.param(["2018", "bis heute"], id="before the joining word"),
        pytest.param(["May 2016 –", "December", "2019"], id="over three lines"),
        pytest.param(["January 2020", "–", "Present"], id="the dash on a line of its own"),
    ],
)
def test_a_date_that_its_column_wraps_is_put_together(lines: list[str]) -> None:
    words = [Word(text, 400, 10 + 14 * n, 460, 22 + 14 * n, 20 * n, 20 * n + 12, 10, False) for n, text in enumerate(lines)]
    words.append(Word("Acme", 40, 24, 70, 36, 90, 94, 10, False))
    assert sorted(s.text for s in make_segments(words)) == sorted([" ".join(lines), "Acme"])


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["2018 – 2020", "2020 – 2022"], id="whole ranges"),
        pytest.param(["– 2015", "– 2016"], id="a list with dashes"),
        pytest.param(["–", "2016"], id="a lone dash begins no date"),
        pytest.param(["2016", "to the board"], id="words"),
    ],
)
def test_dates_under_each_other_stay_apart(lines: list[str]) -> None:
    words = [Word(text, 400, 10 + 14 * n, 460, 22 + 14 * n, 20 * n, 20 * n + 12, 10, False) for n, text in enumerate(lines)]
    assert [s.text for s in make_segments(words)] == lines


@given(st.lists(st.tuples(st.sampled_from(["2016", "2019 –", "–", "– Present", "May", "to", "December 2019", "Acme"]), st.integers(0, 2)), max_size=12))
@settings(max_examples=100, deadline=None)
def test_no_word_of_a_date_is_lost_or_doubled(pieces: list[tuple[str, int]]) -> None:
    words = [Word(text, 40 + 90 * column, 14 * n, 110 + 90 * column, 14 * n + 12, 20 * n, 20 * n + 12, 10, False) for n, (text, column) in enumerate(pieces)]
    found = [word for s in make_segments(words) for word in s.words]
    assert sorted(word.start for word in found) == [word.start for word in words]


def test_a_section_label_in_a_rail_has_a_line_of_its_own() -> None:
    labels = [(0.0, "Experience"), (5.0, "Education")]
    found = texts(page({40: labels, 150: MAIN}, order="rows"))
    assert found[:2] == ["Experience", MAIN[0][1]]
    assert found[found.index("Education") + 1] == MAIN[5][1]


def test_a_place_beside_a_wrapping_line_does_not_break_its_sentence() -> None:
    left = [(0.0, "led a large team that shipped the whole search"), (1.0, "platform in nine months")]
    found = texts(page({40: left, 290: [(0.0, "Berlin")]}, order="rows"))
    assert found.index(left[0][1]) + 1 == found.index(left[1][1])


def test_a_table_of_short_cells_is_read_by_rows() -> None:
    cells = {
        40.0: [(0.0, "SQL"), (1.0, "dbt")],
        140.0: [(0.0, "Python"), (1.0, "Kafka")],
        240.0: [(0.0, "Go"), (1.0, "Rust")],
    }
    assert texts(page(cells, order="rows")) == ["SQL   Python   Go", "dbt   Kafka   Rust"]


@pytest.mark.parametrize("spaced", ["E X P E R I E N C E", "S K I L L S"])
def test_letterspaced_headings_become_words(spaced: str) -> None:
    words = [
        Word(c, 40 + 16 * i, 10, 48 + 16 * i, 22, 2 * i, 2 * i + 1, 10, False, spaced=True)
        for i, c in enumerate(spaced.split())
    ]
    assert [s.text for s in make_segments(words)] == [spaced.replace(" ", "")]


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(0, 60), st.integers(1, 60)),
        min_size=1,
        max_size=60,
        unique_by=lambda t: (t[0] // 30, t[1]),
    )
)
@settings(max_examples=60, deadline=None)
def test_every_piece_is_read_exactly_once(pieces: list[tuple[int, int, int]]) -> None:
    segments = [
        segment(f"{index:02d}".ljust(length, "x"), left, row, order=100 * index)
        for index, (left, row, length) in enumerate(pieces)
    ]
    read = [s for placed in reading_order(segments) for s in placed.segments]
    assert sorted(s.order for s in read) == sorted(s.order for s in segments)


def test_headings_above_the_sidebars_first_text_begin_the_main_column() -> None:
    main = [segment("Interests", 200, 0, order=900, size=15), segment("Rowing, pottery, fado", 200, 1.5, order=920)]
    main += [segment("Experience", 200, 3.2, order=950, size=15)]
    main += [segment(text, 200, row + 4.7, order=1000 + 100 * number) for number, (row, text) in enumerate(MAIN)]
    side = [segment(text, 40, row + 6, order=100 * number) for number, (row, text) in enumerate(SIDE)]
    assert texts([*side, *main]) == [*(s.text for s in side), *(s.text for s in main)]


def test_a_date_is_not_moved_to_the_entry_before() -> None:
    left = [
        (0.0, "Design engineer, Ohio Valley Compressors"),
        (1.0, "Developed labyrinth seals for hydrogen up to 350 bar and tested them"),
        (2.0, "Junior engineer at Kessel Thermal Systems"),
        (3.0, "of Ann Arbor"),
    ]
    found = texts(page({40: left, 290: [(0.0, "2011 – 2017"), (2.0, "2008 – 2011")]}, order="rows"))
    assert found == [f"{left[0][1]}   2011 – 2017", left[1][1], "2008 – 2011", left[2][1], left[3][1]]


@pytest.mark.parametrize("order", ["columns", "rows"])
def test_a_heading_that_its_margin_wraps_is_one_label(order: str) -> None:
    labels = [(0.0, "Professional"), (1.0, "Experience"), (4.0, "Education"), (6.0, "Technical"), (7.0, "Skills"), (8.5, "Languages")]
    right = [
        *[(0.0, "Acme Robotics and Daughters"), (1.0, "Engineer for everything that turns"), (2.0, "Shipped the first two pumps")],
        *[(4.0, "University of Wherever, Physics"), (6.0, "Python and Fortran of all ages"), (7.0, "Soldering under a microscope")],
        *[(8.5, "Dutch, English and some Latin")],
    ]
    found = texts(page({40: labels, 150: right}, order=order))
    assert found[:2] == ["Professional   Experience", right[0][1]]
    assert found[found.index("Technical   Skills") + 1] == right[4][1]


def test_contact_details_above_the_headings_of_a_margin_are_no_reason_against_it() -> None:
    contact = [segment("Detroit, MI", 40, 2, order=10), segment("achterberg.example.com", 40, 2.9, order=30)]
    heads = [segment(text, 40, row, order=100 * row) for row, text in ((6, "Experience"), (11, "Education"), (14, "Skills"))]
    rows = [segment(f"a line about the work, and its number is {row}", 160, row, order=100 * row + 20) for row in (*range(6, 10), 11, 12, 14, 15)]
    assert classify([*contact, *heads], rows, height=12) is Kind.RAIL


def test_a_tables_cells_are_read_row_after_row_as_in_the_content() -> None:
    segments, expected = [], []
    for job in range(5):
        lines = [f"Job {job} was about a great many things, of which this is {n}" for n in range(5)]
        firm = [f"Firm {job} of Hull", "and daughters"]
        segments += [segment(text, 40, 7.5 * job + 1.5 * n, order=1000 * job + 100 * n) for n, text in enumerate(lines)]
        segments += [segment(text, 400, 7.5 * job + 2.25 + 1.5 * n, order=1000 * job + 600 + 100 * n) for n, text in enumerate(firm)]
        expected += [*lines, *firm]
    assert texts(segments) == expected


def test_a_few_places_at_the_right_make_no_labels_of_the_text_at_the_left() -> None:
    left = ["MBA, Marketing", "Boston University", "2016 – 2018", "B.A. Communication", "University of Lisbon", "2008 – 2011"]
    rows = [segment(text, 40, row, order=100 * row) for row, text in enumerate(left)]
    places = [segment("Boston, MA", 300, 2, order=250), segment("Lisbon, Portugal", 300, 5, order=550)]
    assert classify(rows, places, height=12) is Kind.ROWS


def test_floats_painted_first_stay_in_their_rows_across_a_heading() -> None:
    left = [(0.0, "owen@example.com"), (3.5, "Physics Teacher and Head"), (4.5, "Cherry Ridge High School")]
    right = [("+1 303 555-0131", 0.0), ("August 2016 – Present", 3.5), ("Denver, CO", 4.5)]
    floats = [segment(text, 400 - 5 * len(text), row, order=10 * n) for n, (text, row) in enumerate(right)]
    rows = [segment(text, 40, row, order=100 + 20 * number) for number, (row, text) in enumerate(left)]
    assert texts([*rows, *floats, segment("Positions Held", 40, 1.6, order=110, size=13)]) == [
        "owen@example.com   +1 303 555-0131",
        "Positions Held",
        "Physics Teacher and Head   August 2016 – Present",
        "Cherry Ridge High School   Denver, CO",
    ]


def test_cells_centred_beside_their_rows_come_before_them() -> None:
    cells = [("2016 – 2019", 2.5, range(6)), ("2012 – 2016", 7.0, range(6, 9)), ("2010 – 2012", 12.5, range(10, 16))]
    segments, expected = [segment("Education", 40, 9, order=9990, size=12)], []
    for date, middle, rows in cells:
        segments.append(segment(date, 40, middle, order=1000 * rows[0]))
        segments += [segment(f"Line {row} of what was done there", 150, row, order=1000 * rows[0] + 30 * (row + 1)) for row in rows]
        expected += [date, *(f"Line {row} of what was done there" for row in rows)]
    expected.insert(expected.index("2010 – 2012"), "Education")
    assert texts(segments) == expected


def test_a_heading_over_a_rails_rows_is_read_before_them() -> None:
    dates = [segment(text, 40, row, order=100 * row + 10) for row, text in ((1, "2020 – 2024"), (4, "2016 – 2020"), (7, "2013 – 2016"))]
    rows = [segment(f"a line about the work, and its number is {row}", 150, row, order=100 * row + 20) for row in range(1, 9)]
    found = texts([segment("Experience", 150, 0, order=0, size=12), *dates, *rows])
    assert found[:2] == ["Experience", f"2020 – 2024   {rows[0].text}"]
    assert f"2016 – 2020   {rows[3].text}" in found
