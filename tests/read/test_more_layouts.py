"""Harder layouts of several producers: unequal columns, sidebars over two pages, rails, tables, timelines, long titles."""

from __future__ import annotations

import importlib.util
import itertools
import re
import sys
from types import ModuleType

import pytest

from resumefit.core.document import DocumentState
from resumefit.read import read_document
from resumefit.read.order import reading_order
from resumefit.read.segments import Segment, make_segment, make_segments
from resumefit.read.words import Word
from tests.read.layout_checks import DATA, flat

LAYOUTS = sorted(path.name for path in DATA.glob("more_*"))


def load_content() -> ModuleType:
    """Import the words that the fixtures show."""
    spec = importlib.util.spec_from_file_location("layout_content_more", DATA / "sources" / "content_more.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["layout_content_more"] = module
    spec.loader.exec_module(module)
    return module


CONTENT = load_content()
MAIN = [CONTENT.SUMMARY, *(point for job in CONTENT.JOBS for point in job[4]), *(line[0] for line in CONTENT.EDU)]
SIDE = [[skills for _, skills in CONTENT.SKILLS], CONTENT.LANGS, CONTENT.CERTS, CONTENT.AWARDS, CONTENT.INTERESTS]
PHRASES = [
    CONTENT.NAME,
    CONTENT.TITLE,
    *MAIN,
    *CONTENT.CONTACT,
    *(item for items in SIDE for item in items),
    *(piece for title, firm, _, dates, _ in CONTENT.JOBS for piece in (title, firm, dates)),
    *(piece for line in CONTENT.EDU for piece in line),
]
# A title that wraps in a cell of fixed width, with white enough for its next word, looks like a title and a firm.
KNOWN = {
    "more_ch_narrow_titles.pdf": {"torn: Group Product Manager, Clinical Machine Learning Platform"},
}


def problems(text: str) -> list[str]:
    """List what is torn, out of order, far from what it belongs to, or not on a line of its own."""
    whole = flat(text)
    found = [f"torn: {phrase}" for phrase in PHRASES if flat(phrase) not in whole]
    for first, second in itertools.chain.from_iterable(itertools.pairwise(items) for items in (MAIN, *SIDE)):
        if not -1 < whole.find(flat(first)) < whole.find(flat(second)):
            found.append(f"out of order: {first} | {second}")
    reached = 0
    for title, firm, _, dates, points in CONTENT.JOBS:
        start = whole.find(flat(points[0]))
        strays = [piece for piece in (firm, dates) if whole.rfind(flat(piece), 0, start) < reached]
        found += [f"not with {title}: {piece}" for piece in strays]
        reached = whole.find(flat(points[-1]))
    for degree, _, dates in CONTENT.EDU:
        if not -80 < whole.find(flat(degree)) - whole.find(flat(dates)) < 80:
            found.append(f"far from its dates: {degree}")
    lines = {re.sub(r"^\W+|\W+$", "", flat(line)) for line in text.split("\n")}
    headings = (*CONTENT.MAIN_HEADINGS, *CONTENT.SIDE_HEADINGS)
    found += [f"not on its own line: {heading}" for heading in headings if flat(heading) not in lines]
    places = [(whole.find(flat(item)), "main") for item in MAIN]
    places += [(whole.find(flat(item)), "side") for items in SIDE for item in items]
    changes = sum(a != b for (_, a), (_, b) in itertools.pairwise(sorted(places)))
    return [*found, *([f"columns mixed: {changes} changes"] if changes > 1 else [])]


def with_commas(text: str) -> str:
    """Write skills that stand in frames of their own as the list that they are."""
    for _, skills in CONTENT.SKILLS:
        text = re.sub(r"\s+".join(map(re.escape, skills.split(", "))), skills, text)
    return text


def test_there_are_twelve_layouts_of_four_producers() -> None:
    assert len(LAYOUTS) >= 12
    assert {name.split("_")[1] for name in LAYOUTS} == {"ch", "ty", "rl", "lo"}


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_is_read_as_a_person_reads_it(name: str) -> None:
    document = read_document((DATA / name).read_bytes(), name=name)
    text = with_commas(document.text) if "chips" in name else document.text
    assert set(problems(text)) == KNOWN.get(name, set())
    assert document.state is DocumentState.OK
    assert document.concealed == ()


def line(text: str, left: float, top: float, start: int, *, bold: bool = True, size: float = 10.0) -> list[Word]:
    """Set a line of words five points a letter, at a place of the page and of the content."""
    words = []
    for word in text.split():
        stop = start + len(word)
        words.append(Word(word, left, top, left + 5 * len(word), top + 1.2 * size, start, stop, size, bold))
        left, start = left + 5 * (len(word) + 1), stop + 1
    return words


@pytest.mark.parametrize(
    ("below", "bold", "expected"),
    [
        pytest.param(
            "Planning Desk", True, "Product Manager Patient Risk Planning Desk", id="no room for the next word"
        ),
        pytest.param("at Acme", True, "Product Manager Patient Risk at Acme", id="a small letter goes on"),
        pytest.param("Planning Desk", False, "Product Manager Patient Risk", id="another weight is another thing"),
        pytest.param("BBC", True, "Product Manager Patient Risk", id="the next word had room"),
    ],
)
def test_a_title_that_wraps_beside_its_date_is_put_together(below: str, bold: bool, expected: str) -> None:
    words = [
        *line("Product Manager Patient Risk", 40, 10, 0),
        *line(below, 40, 23, 30, bold=bold),
        *line("2019 – 2021", 216, 10, 60, bold=False),
    ]
    assert expected in [segment.text for segment in make_segments(words)]


def test_a_heading_that_ends_a_column_heads_what_stands_below_both() -> None:
    def put(text: str, left: float, row: float, start: int) -> Segment:
        return make_segment(line(text, left, 14 * row, start))

    left = [put("Languages", 40, 0, 0), put("English native", 40, 1, 20), put("Polish native", 40, 2, 40)]
    right = [
        put("Certificates", 300, 0, 60),
        put("Product owner course", 300, 1, 80),
        put("Safety course", 300, 2, 110),
    ]
    heading = put("Contact", 40, 4, 140)
    below = put("ottoline@example.org and a long line that crosses the gutter of the columns", 40, 5, 160)
    found = [s.text for row in reading_order([*left, *right, heading, below]) for s in row.segments]
    assert found[-2:] == ["Contact", "ottoline@example.org and a long line that crosses the gutter of the columns"]


def test_a_heading_that_ends_the_content_of_both_columns_is_read_after_both() -> None:
    def put(text: str, left: float, row: float, start: int) -> Segment:
        return make_segment(line(text, left, 14 * row, start))

    name = [put("Rajesh Venkataraman", 40, 0, 0), put("Site engineer", 40, 1, 20), put("Reliability of payments", 40, 2, 40)]
    contact = [put("48 Canfield Street", 300, 0, 70), put("Austin, Texas", 300, 1, 90), put("+1 512 555-0177", 300, 2, 110)]
    heading = put("Experience", 40, 4, 130)
    found = [s.text for row in reading_order([*name, *contact, heading]) for s in row.segments]
    assert found[-1] == "Experience"


@pytest.mark.parametrize(
    ("first", "below", "expected"),
    [
        pytest.param(["Chief Pump Engineer", ", Lakeshore"], "Pumps Inc.", "Chief Pump Engineer , Lakeshore Pumps Inc.", id="of two weights"),
        pytest.param(["", "Engineer, University of Tech-"], "nology", "Engineer, University of Technology", id="a divided word"),
        pytest.param(["", "Engineer, University of Full-"], "Time Study", "Engineer, University of Full-Time Study", id="a hyphen of its own"),
        pytest.param(["Chief Pump Engineer at Lakes", ""], "Pumps Inc.", "Chief Pump Engineer at Lakes", id="another weight below"),
    ],
)
def test_a_title_may_change_its_look_or_divide_a_word_where_it_wraps(first: list[str], below: str, expected: str) -> None:
    bold, plain = first
    words = [*line(bold, 40, 10, 0), *line(plain, 40 + 5 * len(bold) + 5 * bool(bold), 10, len(bold) + 1 if bold else 0, bold=False)]
    words += line(below, 40, 23, words[-1].stop + 1, bold=False)
    words = [w._replace(hyphen=w.text.endswith("-")) for w in words]
    words += line("2019 – 2021", 216, 10, 80, bold=False)
    assert expected in [segment.text for segment in make_segments(words)]


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        pytest.param(250.0, ["transport conferences and internal"], id="at the edge of the line before"),
        pytest.param(270.0, ["transport", "conferences", "and", "internal"], id="elsewhere: cells"),
    ],
)
def test_a_line_stretched_wide_is_one_piece_where_it_ends_below_the_line_before(right: float, expected: list[str]) -> None:
    words = line("notebooks I have presented on trial at con", 40, 10, 0, bold=False)
    words[-1] = words[-1]._replace(right=right)
    left, start = 40.0, 50
    for text in ("transport", "conferences", "and", "internal"):
        words.append(Word(text, left, 23, left + 4 * len(text), 35, start, start + len(text), 10.0, False))
        left, start = left + 4 * len(text) + 86 / 3, start + len(text) + 1
    assert [s.text for s in make_segments(words) if s.top > 20] == expected
