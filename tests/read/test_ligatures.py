"""A glyph that stands for several letters stays in its word, whatever the boxes that the engine gives them."""

from __future__ import annotations

import pytest

from resumefit.read import read_document


def pdf(line: bytes, *, letters: str) -> bytes:
    """A page with one line whose character `~` is a wide glyph that stands for the letters."""
    mapped = "".join(f"{ord(letter):04X}" for letter in letters).encode()
    to_unicode = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7D> <0020> endbfrange 1 beginbfchar <7E> <" + mapped + b"> endbfchar"
    shown = b"BT /F1 12 Tf 72 700 Td (" + line + b") Tj ET"
    widths = b" ".join(b"2400" if code == 0x7E else b"556" for code in range(0x20, 0x7F))
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[%s]/ToUnicode 6 0 R>>" % widths,
        b"<</Length %d>>stream\n%s\nendstream" % (len(to_unicode), to_unicode),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(data))


@pytest.mark.parametrize(("letters", "word"), [("ff", "staff"), ("ffi", "traffic"), ("ffl", "waffles")])
def test_a_ligature_of_any_length_stays_in_its_word(letters: str, word: str) -> None:
    line = f"Replaced the {word} of continuous shifting in three regions"
    data = pdf(line.replace(letters, "~").encode(), letters=letters)
    assert read_document(data, name="cv.pdf").text == line
