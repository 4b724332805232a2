"""Rubbish is told from text, and pages that are pictures from pages with words."""

from __future__ import annotations

import io

import pytest

from resumefit.core.document import DocumentState
from resumefit.errors import NeedsOcr
from resumefit.read import ocr, read_document
from resumefit.read.drafts import Draft
from resumefit.read.quality import judge_page, lost_share, plausible_share
from tests.read.layout_checks import CONTENT, DATA
from tests.read.ocr_extra import needs_ocr

ENGLISH = " ".join([CONTENT.SUMMARY, *(bullet for job in CONTENT.JOBS for bullet in job[4])])
GERMAN = (
    "Verantwortlich für die Entwicklung einer Plattform zur Auswertung von Messdaten gemeinsam mit zwei Werkstudenten "
    * 3
)
FRENCH = (
    "Responsable du développement d'une plateforme de données et de la formation des équipes commerciales en région "
    * 3
)


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, FRENCH], ids=["english", "german", "french"])
def test_text_in_a_latin_script_is_plausible(text: str) -> None:
    share = plausible_share(text)
    assert share is not None and share > 0.9


@pytest.mark.parametrize("shift", [1, 3, 29])
def test_shifted_letters_are_not_plausible(shift: int) -> None:
    garbled = "".join(chr(ord(c) - shift) if c.isalpha() else c for c in ENGLISH)
    share = plausible_share(garbled)
    assert share is not None and share < 0.72


def test_a_garbled_text_file_is_doubtful_with_the_reason() -> None:
    garbled = "".join(chr(ord(c) - 29) if c.isalpha() else c for c in ENGLISH)
    document = read_document(garbled.encode(), name="cv.txt")
    assert document.state is DocumentState.DOUBTFUL
    assert [c.code for c in document.cautions] == ["garbled-text"]


def test_too_few_words_are_not_judged() -> None:
    assert plausible_share("xkcd qwrt") is None


def test_other_scripts_are_not_judged_by_latin_rules() -> None:
    assert judge_page([Draft("מנהל מוצר בכיר עם ניסיון רב שנים בפיתוח " * 5)], page=1) == []


def test_lost_characters_are_counted() -> None:
    assert lost_share("a\ufffd b") == pytest.approx(1 / 3)


def picture_pdf() -> bytes:
    """A page that is only a picture of lines."""
    from PIL import Image, ImageDraw

    picture = Image.new("L", (900, 1200), 255)
    for row in range(10):
        ImageDraw.Draw(picture).rectangle((100, 100 + 50 * row, 700, 112 + 50 * row), fill=0)
    result = io.BytesIO()
    picture.save(result, "PDF")
    return result.getvalue()


def test_a_scan_without_the_extra_needs_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(NeedsOcr, match="resumefit\\[ocr\\]"):
        read_document(picture_pdf(), name="scan.pdf")


def stamped_scan() -> bytes:
    """A page that is a picture of a resume's head, over which a scanner has printed its name."""
    import pypdfium2
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas

    page = pypdfium2.PdfDocument((DATA / "seen_ty_fine.pdf").read_bytes())[0]
    picture = page.render(scale=200 / 72).to_pil().convert("RGB").crop((0, 0, 1600, 700))
    result = io.BytesIO()
    sheet = canvas.Canvas(result, pagesize=(576, 270), invariant=1)
    sheet.drawImage(ImageReader(picture), 0, 18, 576, 252)
    sheet.drawString(200, 4, "Scanned with a Pocket Scanner, trial version")
    sheet.save()
    return result.getvalue()


@needs_ocr
def test_a_scan_that_bears_a_line_of_text_is_recognised_all_the_same() -> None:
    document = read_document(stamped_scan(), name="scan.pdf")
    assert "Marisol Vandenberg" in document.text
    assert "recognised" in [c.code for c in document.cautions]


def test_a_scan_that_bears_a_line_of_text_needs_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(NeedsOcr):
        read_document(stamped_scan(), name="scan.pdf")


@needs_ocr
def test_a_photograph_is_recognised_in_reading_order() -> None:
    import pypdfium2

    page = pypdfium2.PdfDocument((DATA / "seen_ty_fine.pdf").read_bytes())[0]
    picture = page.render(scale=200 / 72).to_pil().convert("RGB").crop((0, 0, 1600, 400))
    data = io.BytesIO()
    picture.save(data, "PNG")
    told: list[str] = []
    document = read_document(data.getvalue(), name="cv.png", progress=told.append)
    assert "Marisol Vandenberg" in document.text
    assert "Product manager in Portland" in document.text
    assert document.text.index("Marisol") < document.text.index("Product")
    assert [c.code for c in document.cautions] == ["recognised"]
    assert told == ["cv.png: recognising page 1 of 1"]


@needs_ocr
@pytest.mark.parametrize("degrees", [90, 180, 270, 2, -2])
def test_a_scan_that_lies_turned_or_askew_is_read_from_its_top(degrees: int) -> None:
    import pypdfium2

    page = pypdfium2.PdfDocument((DATA / "layout_ch_left_flex.pdf").read_bytes())[0]
    picture = page.render(scale=200 / 72).to_pil().convert("L")
    picture = picture.crop((0, 0, picture.width, int(0.25 * picture.height))).rotate(degrees, expand=True, fillcolor=255)
    data = io.BytesIO()
    picture.save(data, "PDF", resolution=200)
    text = "".join(read_document(data.getvalue(), name="scan.pdf").text.split()).casefold()
    beside, below = ("contact", "marisol@example.com", "skills"), ("summary", "harborlinefreight", "streamingplatform")
    places = [text.find(words) for words in ("marisolvandenberg", *beside, *below)]
    assert -1 not in places
    assert places == sorted(places)
