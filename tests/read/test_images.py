"""Photographs of a resume: what is not read says so, with the way out."""

from __future__ import annotations

import io
import sys

import pypdfium2
import pytest
from PIL import Image

from resumefit.core.document import DocumentState
from resumefit.errors import UnsupportedFormat
from resumefit.read import read_document
from resumefit.read.images import on_ground
from tests.read.layout_checks import DATA
from tests.read.ocr_extra import needs_ocr


@needs_ocr
def test_a_heic_photograph_without_its_decoder_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)  # as where it is not installed
    with pytest.raises(UnsupportedFormat, match="JPEG"):
        read_document(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", name="cv.heic")


@needs_ocr
def test_a_heic_photograph_is_read_where_its_decoder_is_installed() -> None:
    heif = pytest.importorskip("pillow_heif")
    page = pypdfium2.PdfDocument((DATA / "seen_ty_fine.pdf").read_bytes())[0]
    picture = page.render(scale=200 / 72).to_pil().convert("RGB").crop((0, 0, 1600, 400))
    data = io.BytesIO()
    heif.from_pillow(picture).save(data, quality=90)
    document = read_document(data.getvalue(), name="cv.heic")
    assert document.format == "heic"
    assert "Marisol Vandenberg" in document.text


@pytest.mark.parametrize(("ink", "ground"), [((0, 0, 0), 255), ((255, 255, 255), 0), ((20, 40, 90), 255)])
def test_what_is_see_through_is_laid_on_a_ground_that_shows_the_letters(ink: tuple[int, int, int], ground: int) -> None:
    picture = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    picture.paste((*ink, 255), (5, 5, 20, 10))
    shown = on_ground(picture)
    assert shown.mode == "RGB"
    assert shown.getpixel((30, 15)) == (ground,) * 3
    assert shown.getpixel((10, 7)) == ink


def test_a_palette_with_a_see_through_colour_is_laid_on_white() -> None:
    picture = Image.new("P", (10, 10), 0)
    picture.putpalette([0, 0, 0, 10, 10, 10])
    picture.putpixel((3, 3), 1)
    picture.info["transparency"] = 0
    assert on_ground(picture).getpixel((0, 0)) == (255, 255, 255)
    assert on_ground(picture).getpixel((3, 3)) == (10, 10, 10)


@needs_ocr
def test_a_picture_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    page = pypdfium2.PdfDocument((DATA / "seen_ty_fine.pdf").read_bytes())[0]
    data = io.BytesIO()
    page.render(scale=200 / 72).to_pil().convert("RGB").crop((0, 0, 1600, 800)).save(data, "JPEG")
    document = read_document(data.getvalue()[: data.tell() * 6 // 10], name="cv.jpg")
    assert "Marisol Vandenberg" in document.text
    assert document.state is DocumentState.DOUBTFUL
    assert "truncated" in {caution.code for caution in document.cautions}
