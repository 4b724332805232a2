"""Every piece of advice: for a competency that exists, without links, and without numbers that are not the reader's own."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from resumefit.lexicon import load_advice, load_lexicon
from resumefit.resources import data_dir

FOLDER = data_dir("skill_lexicon")
LEXICON = load_lexicon(FOLDER)
ADVICE = load_advice(FOLDER)
LABELS = {skill.id: skill.label for skill in LEXICON.skills}


def test_all_competencies_have_advice() -> None:
    assert {competency.id for competency in LEXICON.competencies} <= set(ADVICE)


def test_every_skill_that_postings_ask_for_often_has_advice() -> None:
    """`asked` is 2 for often and 3 for nearly always; together well over the hundred and twenty most asked."""
    often = {skill.id for skill in LEXICON.skills if skill.asked >= 2}
    assert len(often) >= 120
    assert sorted(often - set(ADVICE)) == []


@pytest.mark.parametrize("part", ["do", "show", "asked"])
def test_no_two_pieces_of_advice_say_the_same(part: str) -> None:
    said = [getattr(advice, part) for advice in ADVICE.values()]
    flat = [words for one in said for words in ((one,) if isinstance(one, str) else one)]
    assert [words for words, times in Counter(flat).items() if times > 1] == []


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
    named = advice.show.replace(LABELS.get(key, key), "")  # the digit of "SOC 2" is no result
    assert not re.search(r"\d", re.sub(r"\[[^\]]*\]", "", named)), "a skeleton has blanks, never a result"
    assert "[" in advice.show
    assert advice.learn
    assert advice.asked
    for question in advice.asked:
        asked, mark, answer = question.partition("A good answer")
        assert mark, f"{question!r} does not say what a good answer contains"
        assert asked.strip()
        assert len(answer.split()) >= 7
    assert 1 <= advice.effort_weeks <= 52
