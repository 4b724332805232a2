"""A page that looks wrong is read by a second engine, and where the two read different words nobody is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.document import DocumentState
from resumefit.read import ocr, read_document
from resumefit.read.second_reading import agreement
from tests.read.layout_checks import CONTENT

SENTENCES = [CONTENT.SUMMARY[:80], CONTENT.SUMMARY[80:], *(bullet for job in CONTENT.JOBS for bullet in job[4])]
_SHIFT = 3


def shifted(text: str) -> str:
    """Write each letter as the one three places before it, as fonts do whose letters are out of their slots."""
    return "".join(chr(ord(c) - _SHIFT) if c.isalpha() else c for c in text)


def pdf_with_a_map_of_names(mapped: str) -> bytes:
    """A page of shifted letters whose font tells by glyph names what `mapped` of them mean.

    pdfminer reads names in such a map; PDFium does not, and takes the letters as they are.
    """
    named = [f"<{ord(shifted(c)):02X}> <{ord(shifted(c)):02X}> [/{c}]" for c in mapped]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange {len(named)} beginbfrange\n" + "\n".join(named) + "\nendbfrange endcmap end end"
    )
    rows = [shifted(s).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for s in SENTENCES]
    content = "BT /F 8 Tf 14 TL 40 780 Td\n" + "".join(f"({row}) Tj T*\n" for row in rows) + "ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


LETTERS = "".join(sorted({c for sentence in SENTENCES for c in sentence if c.isalpha()}))


def test_a_page_that_two_engines_read_as_different_words_is_doubtful_with_that_reason() -> None:
    document = read_document(pdf_with_a_map_of_names(LETTERS), name="cv.pdf")
    assert "Coached three associate product managers." in document.text
    assert [c.code for c in document.cautions] == ["second-reading", "engines-disagree"]
    assert document.state is DocumentState.DOUBTFUL


@pytest.mark.skipif(ocr.is_installed(), reason="character recognition then reads the page instead")
def test_a_page_that_both_engines_read_as_the_same_rubbish_is_doubtful_for_the_rubbish_alone() -> None:
    document = read_document(pdf_with_a_map_of_names(""), name="cv.pdf")
    assert [c.code for c in document.cautions] == ["garbled-text"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("one two three", "three One TWO", 1.0, id="another order and other capitals"),
        pytest.param("one two three four", "one two", 4 / 6, id="one reads half of the words"),
        pytest.param("one one one", "one", 0.5, id="words count as often as they stand there"),
        pytest.param("one two", "lkb qtl", 0.0, id="nothing in common"),
        pytest.param("", "", 1.0, id="nothing on the page"),
    ],
)
def test_agreement_is_the_share_of_words_in_common(first: str, second: str, expected: float) -> None:
    assert agreement(first, second) == pytest.approx(expected)


@given(st.text(), st.text())
def test_agreement_does_not_depend_on_who_read_first(first: str, second: str) -> None:
    assert agreement(first, second) == agreement(second, first)
    assert 0.0 <= agreement(first, second) <= 1.0
