"""Scans: no line of a clean page is lost, every page of a file is read, and what could not be read is told."""

from __future__ import annotations

import io
import subprocess
import sys

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from resumefit.core.document import DocumentState
from resumefit.errors import NeedsOcr
from resumefit.read import ocr, read_document
from resumefit.read.images import recognised_cautions
from resumefit.read.isolated import read_isolated
from resumefit.read.ocr_gaps import Found
from tests.read.layout_checks import CONTENT, DATA, flat
from tests.read.ocr_extra import needs_ocr

BOX = [(10.0, 10.0), (110.0, 10.0), (110.0, 30.0), (10.0, 30.0)]


def scan(*, pages: int, share: float) -> bytes:
    """Return a PDF of pictures of the upper `share` of a resume's page."""
    page = pypdfium2.PdfDocument((DATA / "layout_rl_half_rows.pdf").read_bytes())[0]
    picture = page.render(scale=200 / 72).to_pil().convert("L")
    picture = picture.crop((0, 0, picture.width, int(share * picture.height)))
    data = io.BytesIO()
    picture.save(data, "PDF", resolution=200, save_all=True, append_images=[picture] * (pages - 1))
    return data.getvalue()


@needs_ocr
def test_every_page_of_a_scan_is_read_within_the_limits_of_the_command_line() -> None:
    document = read_isolated(scan(pages=3, share=0.12), name="scan.pdf")
    assert [c.code for c in document.cautions] == ["recognised"] * 3
    assert flat(document.text).count(flat(CONTENT.NAME)) == 3


class Fixed:
    """An engine that finds the same lines in every picture."""

    def __init__(self, *found: Found) -> None:
        self.found = list(found)

    def __call__(self, _picture: ocr.Pixels, /) -> list[Found]:
        return self.found

    def upside_down(self, _lines: list[ocr.Pixels], /) -> int:
        return 0


def test_a_line_that_could_not_be_read_is_told_and_many_make_the_page_doubtful() -> None:
    sure, unsure = Found(BOX, "Led a team of nine", 0.98), Found(BOX, "???", 0.2)
    picture = np.full((100, 200, 3), 255, dtype=np.uint8)
    few = ocr.recognise_page(picture, scale=1.0, engine=Fixed(*[sure] * 30, unsure))
    many = ocr.recognise_page(picture, scale=1.0, engine=Fixed(*[sure] * 5, unsure))
    assert (few.lines, few.unread) == (31, 1)
    assert "lines-unread" in [c.code for c in recognised_cautions([], few, page=1)]
    assert "lines-lost" in [c.code for c in recognised_cautions([], many, page=1)]


def test_a_speck_that_is_no_line_is_not_missed() -> None:
    speck = Found([(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0)], "o", 0.1)
    found = ocr.recognise_page(np.full((50, 50, 3), 255, dtype=np.uint8), scale=1.0, engine=Fixed(speck))
    assert found.unread == 0


@needs_ocr
@pytest.mark.parametrize("count", [1, 2])
def test_a_recogniser_beside_others_uses_its_share_of_the_cores(count: int) -> None:
    code = (
        f"from resumefit.read import ocr; ocr.limit_threads({count}); rapid = ocr.load_engine()._rapid; "
        "parts = (rapid.text_rec.session, rapid.text_det.infer, rapid.text_cls.infer); "
        "print([part.session.get_session_options().intra_op_num_threads for part in parts])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str([count] * 3)


@needs_ocr
def test_lines_are_not_turned_one_by_one() -> None:
    text = flat(read_document(scan(pages=1, share=0.25), name="scan.pdf").text).replace(" ", "")
    lost = [word for word in flat(CONTENT.SUMMARY).split() if word not in text]
    assert lost == []


@needs_ocr
def test_a_page_on_which_recognition_gives_up_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object, **__: object) -> None:
        raise ocr.RecognitionFailed("no memory")

    monkeypatch.setattr(ocr, "recognise_page", give_up)
    pages = pypdfium2.PdfDocument(scan(pages=1, share=0.2))
    pages.import_pages(pypdfium2.PdfDocument((DATA / "layout_ty_rail2.pdf").read_bytes()))
    data = io.BytesIO()
    pages.save(data)
    document = read_document(data.getvalue(), name="cv.pdf")
    assert document.state is DocumentState.DOUBTFUL
    assert [c.code for c in document.cautions] == ["page-needs-ocr"]


@needs_ocr
def test_a_recogniser_that_cannot_start_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ImportError("libGL.so.1: cannot open shared object file")

    monkeypatch.setattr(ocr, "load_engine", fail)
    data = io.BytesIO()
    Image.new("L", (100, 100), 255).save(data, "PNG")
    with pytest.raises(NeedsOcr, match="opencv-python-headless"):
        read_document(data.getvalue(), name="cv.png")
