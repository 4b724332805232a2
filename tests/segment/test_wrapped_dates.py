"""Dates that run over the end of a line are the same dates."""

from __future__ import annotations

import pytest

from resumefit.core.months import parse_month
from resumefit.core.resume import SentenceKind
from resumefit.read import read_document
from tests.segment.structure import segment

HEADINGS = {"experience": ("experience",)}
TEXT = """Greta Halvorsen

Experience
Product Manager | Kelp & Co | Pune, India | January 2024 - Present
- Kept the minutes.
Technical Product Manager | Marlow Instruments | {dates}
- Answered customers by phone.
"""


@pytest.mark.parametrize(
    "dates",
    [
        "January 2022 - December 2023", "January 2022 - December\n2023", "January 2022 -\nDecember 2023",
        "January\n2022 - December 2023", "January 2022 to\nDecember 2023",
    ],
    ids=["on one line", "before the last year", "after the dash", "before the first year", "after to"],
)  # fmt: skip
def test_a_position_keeps_its_dates_where_they_are_broken(dates: str) -> None:
    document = read_document(TEXT.format(dates=dates).encode(), name="cv.txt")
    positions = segment(document, headings=HEADINGS, as_of=parse_month("2026-11")).positions
    assert [(position.title, str(position.start), str(position.stop)) for position in positions] == [
        ("Product Manager", "2024-01", "None"),
        ("Technical Product Manager", "2022-01", "2023-12"),
    ]


@pytest.mark.parametrize("rest", ["post-mortems.", "company-wide rollout.", "role-based access.", "meetings."])
def test_the_rest_of_a_bullet_is_no_label_of_a_head(rest: str) -> None:
    text = TEXT.format(dates="January 2022 - December 2023").replace("- Answered customers by phone.", f"- Ran the weekly\n{rest}")
    document = read_document(text.encode(), name="cv.txt")
    resume = segment(document, headings=HEADINGS, as_of=parse_month("2026-11"))
    bullets = [document.text[line.start : line.stop] for line in resume.sentences if line.kind is SentenceKind.BULLET]
    assert bullets == ["- Kept the minutes.", f"- Ran the weekly\n{rest}"]
