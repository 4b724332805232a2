"""Features must not depend on inflection, case or numbers, and must keep enough order to tell phrases apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.learned.features import features, surface_words, words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("watched customers", "watching customer", id="inflection"),
        pytest.param("planned", "plans", id="doubled consonant"),
        pytest.param("Studies", "study", id="y and ies"),
        pytest.param("cut costs 12%", "cut costs 7.5%", id="percentages are alike"),
        pytest.param("the customer’s words", "the customer's words", id="apostrophes"),
    ],
)
def test_lines_that_differ_in_form_only_have_the_same_words(left: str, right: str) -> None:
    assert words(left) == words(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("12 drivers", "12% drivers", id="a share is not a count"),
        pytest.param("fill", "fil", id="a double letter that belongs"),
        pytest.param("use", "us", id="short words keep their ending"),
    ],
)
def test_lines_that_differ_in_meaning_keep_apart(left: str, right: str) -> None:
    assert words(left) != words(right)


def test_bigrams_keep_the_order_of_words() -> None:
    assert "after launch" in features("tested after launch")
    assert "launch after" not in features("tested after launch")


def test_surface_words_are_as_written_without_numbers() -> None:
    assert surface_words("Watched 14 Drivers") == ["watched", "drivers"]


@given(st.text(max_size=200))
def test_any_text_has_features_without_error(text: str) -> None:
    assert len(features(text)) == 2 * len(words(text)) + 1
