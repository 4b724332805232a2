"""What the models read of a sentence holds nothing of who the person is."""

from __future__ import annotations

import pytest

from resumefit.match.neutral import names_of_places, neutral, neutral_stem
from resumefit.match.words import words_of


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Opened the second office in São Paulo and hired 6",
            "Opened the second office in and hired 6",
            id="after in",
        ),
        pytest.param("customers in Austin, TX and near Pune", "customers in , and near", id="with its state"),
        pytest.param("hired in Stoke-on-Trent with the team", "hired in with the team", id="hyphens"),
        pytest.param("in the UK, in the north", "in the , in the north", id="a country in capitals"),
        pytest.param("tested wireframes in Figma before", "tested wireframes in Figma before", id="a skill stays"),
        pytest.param("ran the Leeds office", "ran the office", id="the person's own place, anywhere"),
        pytest.param("Legal and Security agreed", "Legal and Security agreed", id="other capitals stay"),
    ],
)
def test_places_are_left_out(text: str, expected: str) -> None:
    skills = [(at, at + 5)] if (at := text.find("Figma")) >= 0 else []
    assert neutral(text, skills=skills, places=["Leeds"]).split() == expected.split()


def test_the_names_in_places() -> None:
    assert names_of_places(["Leeds, UK (hybrid)", "New York, NY", "Remote"]) == {"Leeds", "UK", "New York", "NY"}


def test_a_pronoun_has_one_stem_whatever_its_gender() -> None:
    """Porter's stemmer would make "the" of "they"."""
    stems = [
        [neutral_stem(key, stem) for key, stem in zip(words.keys, words.stems, strict=True)]
        for words in map(words_of, ("She told him herself", "He told her himself", "They told them themselves"))
    ]
    assert stems == [["they", "tel", "their", "themselves"]] * 3
