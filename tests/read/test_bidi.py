"""Right-to-left text is read as it is written, whole words in their order, with figures and Latin words among it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.read import read_document
from resumefit.read.bidi import as_read, has_rtl
from tests.read.layout_checks import DATA

LINES = [
    "Hebrew (עברית שפת אם), Arabic (العربية), English",
    "ניסיון תעסוקתי",
    "מנהלת מוצר בכירה בחברת לוגיסטיקה בשם Harborline Freight משנת 2020 ועד היום (משרה מלאה)",
    "הובלתי צוות של 12 מהנדסים והגדלתי את ההכנסות ב-18% בשנים 2015–2024",
    "כתבתי דרישות ל-Kafka ול-API ציבורי בשפת C++ לכל הצוות",
    "التعليم",
    "ماجستير في نظم المعلومات من جامعة خيالية (الإعلام) خلال 2019-2021",
]


@pytest.mark.parametrize("name", ["rtl_ch_mixed.pdf", "rtl_lo_mixed.pdf"])
def test_right_to_left_lines_of_real_files_are_intact(name: str) -> None:
    document = read_document((DATA / name).read_bytes(), name=name)
    found = [document.text[line.start : line.stop] for line in document.lines]
    assert [line for line in found if has_rtl(line)] == LINES
    assert "Product manager with nine years of experience in logistics." in found


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        pytest.param("ג ב א", "א ב ג", id="words stand from right to left"),
        pytest.param("דגבא", "אבגד", id="letters stand from right to left"),
        pytest.param("ד 2020 ג", "ג 2020 ד", id="figures keep their direction"),
        pytest.param("חזוהד Acme Ltd גבאגבא", "אבגאבג Acme Ltd דהוזח", id="Latin words among Hebrew keep their order"),
        pytest.param("ד 2015–2024 ג", "ג 2024–2015 ד", id="a dash between years turns them around"),
        pytest.param("Acme (בא) Inc and Sons", "Acme (אב) Inc and Sons", id="a Hebrew word in a Latin line"),
        pytest.param("Acme and Sons בא גד", "Acme and Sons דג אב", id="two Hebrew words in a Latin line"),
        pytest.param("Product Manager   2020", "Product Manager   2020", id="nothing to turn"),
        pytest.param("2020   גבא", "אבג   2020", id="a date at the left edge is read after its line"),
    ],
)
def test_a_line_is_turned_from_how_it_is_seen_to_how_it_is_read(seen: str, read: str) -> None:
    assert as_read(seen) == read


@given(st.text(alphabet="אבגדהوزحطي .", max_size=60))
def test_turning_a_line_of_one_direction_twice_changes_nothing(text: str) -> None:
    assert as_read(as_read(text)) == text


@given(st.text().filter(lambda text: not has_rtl(text)))
def test_text_without_right_to_left_letters_is_left_alone(text: str) -> None:
    assert as_read(text) == text


@given(st.text(alphabet="אבגab12 -.,%()", max_size=40))
def test_no_letter_is_lost_or_made(text: str) -> None:
    def kept(line: str) -> list[str]:
        return sorted(character for character in line if character not in "()")

    assert kept(as_read(text)) == kept(text)
