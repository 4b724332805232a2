"""A name that is also a word is left out where it is the person, and left standing where it is a month, a skill or a verb."""

from __future__ import annotations

import pytest

from resumefit.core.months import parse_month
from resumefit.lexicon import load_lexicon
from resumefit.pipeline import understand
from resumefit.resources import data_dir


@pytest.mark.parametrize(
    ("name", "sentence", "left"),
    [
        pytest.param("Jean Swift", "Shipped the app in Swift.", "Shipped the app in Swift.", id="a language"),
        pytest.param("Jean Swift", "Write to Ms Swift.", "Write to Ms [name].", id="addressed"),
        pytest.param("Jean Swift", "Jean Swift led it.", "[name] led it.", id="whole name"),
        pytest.param("Will Abernethy", "The team will ship.", "The team will ship.", id="a verb"),
        pytest.param("May Abernethy", "From May to June.", "From May to June.", id="a month"),
        pytest.param("Mark Abernethy", "Mark led two teams.", "[name] led two teams.", id="begins and does"),
        pytest.param("Grace Abernethy", "A grace period of 9 days.", "A grace period of 9 days.", id="a noun"),
        pytest.param("Summer Abernethy", "Summer's plan was kept.", "[name]'s plan was kept.", id="owns"),
        pytest.param("Ruby Abernethy", "Wrote Ruby and Python.", "Wrote Ruby and Python.", id="another language"),
    ],
)
def test_only_the_person_is_left_out(name: str, sentence: str, left: str) -> None:
    text = f"{name}\na.b@example.org\n\nSummary\n{sentence}\n\nExperience\nProduct Manager, Fjord Freight\nMay 2019 - Present\n"
    headings = load_lexicon(data_dir("skill_lexicon")).headings
    document, _ = understand(text.encode(), name="cv.txt", headings=headings, as_of=parse_month("2026-11"), blind=True)
    assert left in document.text
    assert name not in document.text
    assert "May 2019" in document.text
