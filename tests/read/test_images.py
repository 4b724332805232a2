"""Photographs of a resume: what is not read says so, with the way out."""

from __future__ import annotations

import importlib.util
import io
import sys

import pypdfium2
import pytest

from resumefit.errors import UnsupportedFormat
from resumefit.read import read_document
from tests.read.layout_checks import DATA

needs_ocr = pytest.mark.skipif(importlib.util.find_spec("rapidocr_onnxruntime") is None, reason="needs the extra [ocr]")


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
