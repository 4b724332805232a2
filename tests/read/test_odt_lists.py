"""Lists of ODT files keep the numbers that a person sees before their items."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.document import Document
from resumefit.read import read_document
from resumefit.read.list_numbers import Level, next_number, numeral
from tests.read.layout_checks import DATA

_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [("office", "office"), ("text", "text"), ("style", "style")]
)
NUMBERED = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'


def read_odt(body: str, *levels: str) -> Document:
    """Pack and read an ODT whose list style L has the given levels."""
    styles = f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content{_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return read_document(packed.getvalue(), name="cv.odt")


def listed(*items: str, tags: str = "") -> str:
    inside = "".join(item if item.startswith("<") else f"<text:list-item>{p(item)}</text:list-item>" for item in items)
    return f'<text:list text:style-name="L" {tags}>{inside}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def lines(document: Document) -> list[str]:
    return [document.text[line.start : line.stop] for line in document.lines]


def test_the_numbered_list_of_a_real_file_has_its_numbers() -> None:
    found = lines(read_document((DATA / "fuzz_resume.odt").read_bytes(), name="cv.odt"))
    start = found.index("Languages")
    assert [line[:3] for line in found[start + 1 : start + 4]] == ["1. ", "2. ", "3. "]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param(NUMBERED, ["1. Kafka", "2. dbt"], id="figures"),
        pytest.param(
            '<text:list-level-style-number text:level="1" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>',
            ["(a) Kafka", "(b) dbt"],
            id="letters in brackets",
        ),
        pytest.param(
            '<text:list-level-style-number text:level="1" style:num-format="I" text:start-value="4"/>',
            ["IV Kafka", "V dbt"],
            id="Roman from four",
        ),
        pytest.param(
            '<text:list-level-style-number text:level="1" style:num-format=""/>', ["Kafka", "dbt"], id="without a mark"
        ),
        pytest.param(
            '<text:list-level-style-bullet text:level="1" text:bullet-char="-"/>', ["• Kafka", "• dbt"], id="bullets"
        ),
    ],
)
def test_each_kind_of_list_has_its_marks(level: str, expected: list[str]) -> None:
    assert lines(read_odt(listed("Kafka", "dbt"), level)) == expected


def test_an_inner_list_counts_for_itself_and_begins_anew_under_each_item() -> None:
    inner = '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>'
    nested = "<text:list><text:list-item><text:p>sub</text:p></text:list-item></text:list>"
    item = f"<text:list-item>{p('top')}{nested}</text:list-item>"
    document = read_odt(listed(item, item), NUMBERED, inner)
    assert lines(document) == ["1. top", "1.a) sub", "2. top", "2.a) sub"]
    assert [line.list_depth for line in document.lines] == [1, 2, 1, 2]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param('text:continue-numbering="true"', "2. after", id="goes on"),
        pytest.param('text:continue-list="list1"', "2. after", id="goes on from a named list"),
        pytest.param("", "1. after", id="begins anew"),
    ],
)
def test_a_list_after_other_text_goes_on_only_where_the_file_says_so(tags: str, expected: str) -> None:
    body = listed("before") + p("between") + listed("after", tags=tags)
    assert lines(read_odt(body, NUMBERED)) == ["1. before", "between", expected]


def test_an_item_may_set_its_number_and_a_list_header_has_none() -> None:
    body = listed(
        f"<text:list-header>{p('Tools')}</text:list-header>",
        f'<text:list-item text:start-value="7">{p("Kafka")}</text:list-item>',
        "dbt",
    )
    assert lines(read_odt(body, NUMBERED)) == ["Tools", "7. Kafka", "8. dbt"]


def test_a_numbered_heading_stays_a_heading() -> None:
    heading = '<text:list-item><text:h text:outline-level="1">Experience</text:h></text:list-item>'
    document = read_odt(listed(heading), NUMBERED)
    assert lines(document) == ["1. Experience"]
    assert [(line.heading_level, line.list_depth) for line in document.lines] == [(1, 0)]


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        (1, "decimal", "1"),
        (9, "decimalZero", "09"),
        (28, "lowerLetter", "bb"),
        (14, "lowerRoman", "xiv"),
        (90, "upperRoman", "XC"),
        (0, "upperRoman", "0"),
    ],
)
def test_numbers_are_written_as_lists_write_them(number: int, kind: str, expected: str) -> None:
    assert numeral(number, kind) == expected


@given(st.lists(st.integers(0, 3), min_size=1, max_size=40))
def test_items_of_one_level_are_numbered_without_gaps_below_one_item(depths: list[int]) -> None:
    levels = {depth: Level("decimal", f"%{depth + 1}", 1) for depth in range(4)}
    counters: dict[tuple[str, int], int] = {}
    last: dict[int, int] = {}
    for depth in depths:
        number = int(next_number(counters, "L", depth, levels))
        assert number == last.get(depth, 0) + 1
        last = {d: n for d, n in last.items() if d < depth} | {depth: number}
