"""The drawing shows every line of the page once, in reading order."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from resumefit.errors import UsageError
from resumefit.read import read_document
from resumefit.read.overlay import page_svg
from tests.read.layout_checks import DATA

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("with_page", [True, False], ids=["over the page", "alone"])
def test_each_line_is_drawn_and_numbered(with_page: bool) -> None:
    data = (DATA / "layout_ch_left_flex.pdf").read_bytes()
    document = read_document(data, name="cv <1>.pdf")
    root = ElementTree.fromstring(page_svg(document, data if with_page else None, 1))  # noqa: S314 - our own
    groups = root.findall(f"{SVG}g")
    assert [g.findtext(f"{SVG}text") for g in groups] == [str(n) for n in range(1, len(document.lines) + 1)]
    assert [g.get("aria-label") for g in groups] == [document.text[line.start : line.stop] for line in document.lines]
    assert len({g.get("data-column") for g in groups}) == 3
    assert (root.find(f"{SVG}image") is not None) == with_page


def test_a_format_without_boxes_says_so() -> None:
    with pytest.raises(UsageError, match="no boxes"):
        page_svg(read_document(b"Jane Roe", name="cv.txt"), None)
