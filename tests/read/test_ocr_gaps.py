"""Words that a recogniser runs together are parted where the picture shows white."""

from __future__ import annotations

import io
import re
from collections import Counter

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

from resumefit.read import read_document
from resumefit.read.ocr_gaps import Found, with_parts
from tests.read.layout_checks import DATA
from tests.read.ocr_extra import needs_ocr

HEIGHT, LETTER, LETTER_GAP = 20, 8, 2


def drawn(shown: str, *, gap: int = LETTER_GAP, dark: bool = False) -> tuple[NDArray[np.uint8], Found]:
    """Draw a frame for each letter of `shown`, a space as 8 columns of white, and recognise it without the spaces."""
    length = sum(8 if letter == " " else LETTER + gap for letter in shown)
    picture = np.full((HEIGHT, length), 20 if dark else 255, dtype=np.uint8)
    middles, left = [], 0
    for letter in shown:
        if letter != " ":
            picture[4:16, left : left + LETTER] = 240 if dark else 0
            picture[6:14, left + 1 : left + LETTER - 1] = 20 if dark else 255
            middles.append(left + LETTER / 2)
        left += 8 if letter == " " else LETTER + gap
    corners = [(0.0, 0.0), (float(length), 0.0), (float(length), float(HEIGHT)), (0.0, float(HEIGHT))]
    return picture, Found(corners, shown.replace(" ", ""), 0.9, tuple(middle / length for middle in middles))


def words(picture: NDArray[np.uint8], line: Found) -> list[str]:
    return [part.text for part in with_parts(line, picture).parts]


@pytest.mark.parametrize("dark", [False, True], ids=["black on white", "white on black"])
def test_words_are_parted_where_the_picture_is_white(dark: bool) -> None:
    assert words(*drawn("led a team", dark=dark)) == ["led", "a", "team"]


def test_letters_that_stand_wide_apart_throughout_are_one_word() -> None:
    assert words(*drawn("SKILLS", gap=6)) == ["SKILLS"]


def test_the_figures_of_a_year_are_not_parted() -> None:
    picture, line = drawn("2013")
    picture[:, LETTER + LETTER_GAP : LETTER + 2 * LETTER_GAP] = 255  # the second figure is thin
    assert words(picture, line) == ["2013"]


def test_spaces_that_were_recognised_stay() -> None:
    picture, line = drawn("ab cd")
    assert words(picture, line._replace(text="a bcd", places=(0.1, 0.15, 0.3, 0.6, 0.85))) == ["a", "b", "cd"]


def test_without_places_only_recognised_spaces_part_words() -> None:
    picture, line = drawn("led a team")
    assert words(picture, line._replace(text="led ateam", places=())) == ["led", "ateam"]


def test_each_word_stands_where_its_ink_is() -> None:
    picture, line = drawn("led a")
    first, second = with_parts(line, picture).parts
    assert (first.left, second.right) == (0.0, 1.0)
    assert first.right * picture.shape[1] == pytest.approx(28)  # three letters of 8 with gaps of 2
    assert second.left * picture.shape[1] == pytest.approx(38)  # after the last gap and a space of 8


@needs_ocr
def test_nearly_all_words_of_a_scanned_page_are_found_apart() -> None:
    data = (DATA / "layout_rl_half_rows.pdf").read_bytes()
    picture = io.BytesIO()
    pypdfium2.PdfDocument(data)[0].render(scale=150 / 72).to_pil().convert("L").save(picture, "PNG")
    there, found = (
        Counter(re.findall(r"\w+", read_document(content, name="cv").text.casefold()))
        for content in (data, picture.getvalue())
    )
    assert (there & found).total() >= 0.95 * there.total()
