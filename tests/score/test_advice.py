"""Every piece of advice: for a competency that exists, without links, and without numbers that are not the reader's own."""

from __future__ import annotations

import re

import pytest
import yaml

from resumefit.lexicon import load_advice, load_lexicon
from resumefit.resources import data_dir

FOLDER = data_dir("skill_lexicon")
LEXICON = load_lexicon(FOLDER)
ADVICE = load_advice(FOLDER)


def test_all_competencies_and_the_most_asked_skills_have_advice() -> None:
    assert {competency.id for competency in LEXICON.competencies} <= set(ADVICE)
    assert len(set(ADVICE) & {skill.id for skill in LEXICON.skills}) >= 120


def test_no_skill_hides_the_advice_on_a_competency_of_the_same_name() -> None:
    files = sorted((FOLDER / "advice").glob("*.yaml"))
    assert len(files) == len(LEXICON.competencies)
    competencies = {competency.id for competency in LEXICON.competencies}
    for file in files:
        skills = yaml.safe_load(file.read_text("utf-8"))["skills"]
        assert not competencies & set(skills), f"{file.name}: advice is found by id, so one of the two would be lost"


def test_advice_is_for_what_the_lexicon_knows() -> None:
    known = {item.id for item in (*LEXICON.competencies, *LEXICON.skills)}
    assert sorted(set(ADVICE) - known) == []


@pytest.mark.parametrize("key", ADVICE)
def test_a_piece_of_advice_leaves_the_numbers_to_the_reader(key: str) -> None:
    advice = ADVICE[key]
    words = "\n".join((advice.do, advice.show, *advice.learn, *advice.asked))
    assert not re.search(r"https?:|www\.|\b[a-z0-9-]+\.(?:com|org|io|ai|dev|net)\b(?!\w)", words)
    assert not re.search(r"\d", re.sub(r"\[[^\]]*\]", "", advice.show)), "a skeleton has blanks, never a result"
    assert "[" in advice.show
    assert advice.learn
    assert advice.asked
    assert 1 <= advice.effort_weeks <= 52
