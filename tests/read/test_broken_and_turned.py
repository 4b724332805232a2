"""PDFs that are cut off are read as far as they go, and pages that lie turned or askew from their top."""

from __future__ import annotations

import contextlib
import io
import zlib

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from resumefit.core.document import DocumentState
from resumefit.errors import DamagedFile
from resumefit.read import ocr, read_document
from tests.read.layout_checks import CONTENT, DATA, flat
from tests.read.ocr_extra import needs_ocr

LINES = [
    ("Wilhelmina Okonkwo-Ferrari", None),
    ("Experience", None),
    ("Lead Product Manager", "Jan 2021 – Present"),
    ("Defined the roadmap of a fraud service and cut chargebacks by 31 %.", None),
    ("Business Analyst", "Aug 2013 – Feb 2017"),
    ("Mapped outage reports of five control rooms.", None),
]

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"


def turned_page(degrees: float) -> bytes:
    """A resume of which every letter is turned, on a page that is not."""
    data = io.BytesIO()
    sheet = canvas.Canvas(data, pagesize=(842, 842), invariant=1)
    sheet.translate(421, 421)
    sheet.rotate(degrees)
    for number, (left, right) in enumerate(LINES):
        sheet.drawString(-250, 200 - 16 * number, left)
        if right:
            sheet.drawRightString(250, 200 - 16 * number, right)
    sheet.save()
    return data.getvalue()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270, 3, -4, 93])
def test_a_page_whose_text_lies_turned_is_read_as_if_it_were_upright(degrees: float) -> None:
    lines = [line for line in read_document(turned_page(degrees), name="cv.pdf").text.split("\n") if line]
    assert lines == [left if right is None else f"{left}   {right}" for left, right in LINES]


def test_a_slanted_watermark_turns_no_page() -> None:
    data = io.BytesIO()
    sheet = canvas.Canvas(data, pagesize=A4, invariant=1)
    for number, (left, _) in enumerate(LINES):
        sheet.drawString(60, 700 - 16 * number, left)
    sheet.rotate(45)
    sheet.setFillGray(0.8)
    sheet.drawString(500, 100, "DRAFT")
    sheet.save()
    text = read_document(data.getvalue(), name="cv.pdf").text
    assert text.index("Wilhelmina") < text.index("Lead Product Manager") < text.index("Mapped outage")


@pytest.mark.parametrize("name", ["layout_ch_left_flex.pdf", "layout_lo_writer.pdf", "layout_ty_two_right.pdf"])
@pytest.mark.parametrize("share", [0.99, 0.997])
def test_a_pdf_without_its_end_is_read_and_doubtful(name: str, share: float) -> None:
    data = (DATA / name).read_bytes()
    document = read_document(data[: int(share * len(data))], name="cv.pdf")
    assert document.state is DocumentState.DOUBTFUL
    assert "truncated" in [c.code for c in document.cautions]
    assert flat(CONTENT.JOBS[0][4][0]) in flat(document.text)


def test_objects_that_are_packed_in_streams_are_found_again() -> None:
    packed = zlib.compress(b"1 0 2 36 3 72 " + b"<</Type/Catalog/Pages 2 0 R>>       <</Type/Pages/Kids[3 0 R]/Count 1>> " + PAGE)
    head = b"9 0 obj\n<</Type/ObjStm/N 3/First 14/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    stream = b"BT /F 12 Tf 50 100 Td (Wilhelmina leads the roadmap) Tj ET"
    content = b"4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    data = b"%PDF-1.5\n" + content + head + packed + b"\nendstream\nendobj\n"
    assert read_document(data, name="cv.pdf").text == "Wilhelmina leads the roadmap"


@pytest.mark.parametrize(("share", "answered"), [(0.05, 0), (0.2, 11), (0.5, 15), (0.8, 18), (0.95, 22)])
def test_however_little_is_left_there_is_an_answer_or_a_clear_error(
    share: float, answered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without character recognition, which would be asked for each page whose fonts are cut off, and takes half a minute for one."""
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    paths, states = sorted(DATA.glob("layout_*.pdf")), []
    assert len(paths) == 22
    for path in paths:
        data = path.read_bytes()
        with contextlib.suppress(DamagedFile):
            states.append(read_document(data[: int(share * len(data))], name=path.name).state)
    assert len(states) >= answered
    assert set(states) <= {DocumentState.DOUBTFUL}


@needs_ocr
def test_a_page_whose_fonts_are_cut_off_is_recognised_and_doubtful() -> None:
    data = (DATA / "layout_ch_label_rail.pdf").read_bytes()
    document = read_document(data[: len(data) // 2], name="cv.pdf")
    assert document.state is DocumentState.DOUBTFUL
    assert {"recognised", "truncated"} <= {c.code for c in document.cautions}
    assert len(document.text) > 1000
