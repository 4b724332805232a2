"""One font that hides its letters makes a page doubtful, though all the others read well."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen import canvas

from resumefit.core.document import DocumentState
from resumefit.read import ocr, read_document
from resumefit.read.letter_pairs import USUAL_LEAST, usual_share
from resumefit.read.pdf_fonts import FontUse, judge_fonts, odd_codes
from tests.read.layout_checks import CONTENT

PROSE = [CONTENT.SUMMARY, *(bullet for job in CONTENT.JOBS for bullet in job[4])]
HEADS = ["Experience", "Education", "Lead Product Manager", "Senior Product Owner", "Certifications", "Languages"]
POLISH = "Prowadziłem zespół analityków, wdrożyłem platformę danych i skróciłem czas realizacji zamówień o połowę"
FINNISH = "Johdin tuotekehitystä ja otin käyttöön uuden analytiikka-alustan kolmessa maassa yhdessä myynnin kanssa"


def shifted(text: str, places: int) -> str:
    return "".join(chr(ord(c) + places) if c.isalpha() else c for c in text)


def page(heading: str) -> bytes:
    """A resume of running text with headings in a font of their own."""
    data = io.BytesIO()
    sheet = canvas.Canvas(data, invariant=1)
    for number, text in enumerate(PROSE):
        sheet.setFont("Helvetica", 8)
        sheet.drawString(40, 780 - 40 * number, text[:120])
        sheet.setFont("Times-Bold", 10)
        sheet.drawString(40, 795 - 40 * number, shifted(HEADS[number % len(HEADS)], 0 if heading == "plain" else 1))
    sheet.save()
    return data.getvalue()


@pytest.mark.parametrize("text", [" ".join(PROSE), POLISH, FINNISH], ids=["en", "pl", "fi"])
def test_words_of_languages_have_usual_pairs_of_letters(text: str) -> None:
    share = usual_share(text)
    assert share is not None
    assert share > USUAL_LEAST


def test_names_of_tools_alone_are_too_few_letters_to_judge_by() -> None:
    assert usual_share("SQL AWS GCP JIRA dbt " * 20) is None


@pytest.mark.parametrize("places", [-29, -3, -1, 1, 2, 3])
def test_shifted_letters_have_not(places: int) -> None:
    share = usual_share(shifted(" ".join(PROSE).lower(), places))
    assert share is not None
    assert share < USUAL_LEAST


def test_a_font_that_hides_the_headings_makes_the_page_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    assert read_document(page("plain"), name="cv.pdf").state is DocumentState.OK
    document = read_document(page("hidden"), name="cv.pdf")
    assert document.state is DocumentState.DOUBTFUL
    assert "garbled-text" in [c.code for c in document.cautions]


def test_icons_and_lost_ligatures_accuse_no_font() -> None:
    text = FontUse("certified " * 40, odd=9)  # nine words with a ligature whose code was lost
    assert judge_fonts([text]).hidden == 0
    assert odd_codes([0xF0E0]) == 0
    assert odd_codes([0x41, 0x1C, 0x42]) == 1


def test_words_written_in_private_codes_are_lost_letters() -> None:
    private = FontUse("", odd=sum(odd_codes([0xE000 + n for n in range(6)]) for _ in range(4)))
    assert judge_fonts([private]).hidden == 24
