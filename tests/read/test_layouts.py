"""Files of real producers, in the layouts that people send: nothing torn, columns one after another, dates with their entry."""

from __future__ import annotations

import pytest

from resumefit.core.document import DocumentState, LineRole
from resumefit.read import read_document
from tests.read.layout_checks import CONTENT, DATA, problems

LAYOUTS = sorted(path.name for path in DATA.glob("layout_*"))
CONCEALED = {  # what its maker hid in this one
    "layout_lo_writer.pdf": [("white-on-white", "Kubernetes Terraform Snowflake hidden words"), ("tiny", "tiny words here")],
}


def test_there_are_layouts_of_several_producers() -> None:
    assert {name.split("_")[1] for name in LAYOUTS} >= {"ch", "ty", "rl", "lo"}


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_is_read_as_a_person_reads_it(name: str) -> None:
    document = read_document((DATA / name).read_bytes(), name=name)
    # A phrase that the page itself breaks inside a narrow cell is none of the reader's doing.
    known = {
        "layout_ty_two_right.pdf": [
            "torn: Harborline Freight",
            "not between the entry before and its first bullet: Harborline Freight",
        ],
        "layout_lo_writer.pdf": ["far from its dates: MSc Information Systems"],
    }.get(name, [])
    found = [problem for problem in problems(document.text, switches=2) if problem not in known]
    assert found == []
    assert document.state is DocumentState.OK
    assert [(found.kind, found.text) for found in document.concealed] == CONCEALED.get(name, [])


@pytest.mark.parametrize("name", LAYOUTS)
def test_lines_cover_the_text_in_order(name: str) -> None:
    document = read_document((DATA / name).read_bytes(), name=name)
    reached = 0
    for line in document.lines:
        assert document.text[reached : line.start].strip() == ""
        assert line.start < line.stop
        assert document.text[line.start : line.stop] == document.text[line.start : line.stop].rstrip()
        reached = line.stop
    assert reached == len(document.text)


def test_the_two_columns_have_two_numbers() -> None:
    document = read_document((DATA / "layout_ch_left_flex.pdf").read_bytes(), name="cv.pdf")
    column = {document.text[line.start : line.stop]: line.column for line in document.lines}
    assert column["Skills"] == column["Languages"] != column["Experience"] == column["Education"]
    assert column[CONTENT.NAME] == 0


def test_a_repeated_header_and_the_page_numbers_are_furniture() -> None:
    document = read_document((DATA / "layout_ty_footer.pdf").read_bytes(), name="cv.pdf")
    roles = [
        (document.text[line.start : line.stop], line.role) for line in document.lines if line.role is not LineRole.BODY
    ]
    assert document.pages == 2
    assert [role for _, role in roles].count(LineRole.FOOTER) == 2
    assert [role for _, role in roles].count(LineRole.HEADER) == 1  # the first page's may hold the name


def test_the_same_bytes_give_the_same_document() -> None:
    data = (DATA / "layout_rl_left_random.pdf").read_bytes()
    assert read_document(data, name="cv.pdf") == read_document(data, name="cv.pdf")
