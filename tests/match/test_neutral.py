"""What the models read of a sentence holds nothing of who the person is."""

from __future__ import annotations

import pytest

from resumefit.match.neutral import neutral


@pytest.mark.parametrize(
    ("text", "hidden", "expected"),
    [
        pytest.param("Led the team with care.", (), "Led the team with care.", id="nothing to leave out"),
        pytest.param("Ann Lee led the team", ((0, 7),), " " + " led the team", id="a name at the start"),
        pytest.param("led by Ann, a lead", ((7, 10),), "led by " + " " + ", a lead", id="a name in the middle"),
        pytest.param(
            "She moved her customers to his tool", (), "they moved their customers to their tool", id="pronouns"
        ),
        pytest.param("the hero of HER story", (), "the hero of their story", id="whole words only, in any case"),
        pytest.param("ab cd ef", ((3, 5), (0, 4)), "   ef", id="ranges that overlap, in any order"),
    ],
)
def test_neutral(text: str, hidden: tuple[tuple[int, int], ...], expected: str) -> None:
    assert neutral(text, hidden).split() == expected.split()


def test_a_name_of_any_length_leaves_the_same_words() -> None:
    sentences = {
        neutral(f"{name} moved the billing service to a queue", ((0, len(name)),))
        for name in ("Ann", "Xiao-Mei Zhou", "Mark Jenkins", "April Page")
    }
    assert len(sentences) == 1
