"""Which ways to show a competency are advised: the quickest, and for a deed in other words the nearest usual term."""

from __future__ import annotations

import pytest

from resumefit.core.lexicon import SkillKind
from resumefit.score.nearness import nearest_skills, stems
from resumefit.score.ways import FIRST_WAYS, quickest_way, usual_terms
from tests.score.test_advice import ADVICE, LEXICON

SKILLS = {item.id: [skill for skill in LEXICON.skills if skill.competency == item.id] for item in LEXICON.competencies}
KINDS = {skill.id: skill.kind for skill in LEXICON.skills}


@pytest.mark.parametrize(("competency", "sentence", "term"), [
    pytest.param("security-privacy", "Firmware signed with keys that a vault stores and rotates", "encryption", id="firmware is no GDPR"),
    pytest.param("devops-delivery", "Made switching a feature on and off an everyday thing", "feature-flags", id="a switch"),
    pytest.param("experimentation", "Held a fifth of the shops back to compare them", "holdout-groups", id="held back"),
    pytest.param("distributed-systems", "Split the monolith so that parts fail alone", "monolith-migration", id="a monolith split"),
])
def test_a_deed_in_other_words_is_led_to_the_term_for_this_deed(competency: str, sentence: str, term: str) -> None:
    assert term in usual_terms(sentence, SKILLS[competency], LEXICON)


@pytest.mark.parametrize("sentence", [
    "Looked after it with great care and in good time.", "", "Signed off the yearly plan together with everybody else.",
])
def test_where_no_term_stands_out_none_is_named(sentence: str) -> None:
    assert nearest_skills(sentence, [skill for skill in SKILLS["generative-ai"] if skill.asked], LEXICON) == ()


def test_how_a_deed_ended_says_nothing_of_what_was_done() -> None:
    """A model's mean error in minutes is no mean time to repair."""
    sentence = "Shipped an arrival-time model; mean absolute error fell from 41 to 23 minutes."
    assert "mttr" not in usual_terms(sentence, SKILLS["observability-reliability"], LEXICON)


def test_nobody_is_told_to_claim_a_tool_a_standard_or_a_certificate() -> None:
    """Whoever writes of personal data of Europeans is not led to write "GDPR"."""
    for words, near in (
        ("Asked Europeans for consent to hold their personal data", "dpdp-act"), ("ISO certificate for information security", "iso-27001"),
    ):
        assert near in nearest_skills(words, SKILLS["security-privacy"], LEXICON)
        found = usual_terms(words, SKILLS["security-privacy"], LEXICON)
        assert "data-privacy" in found
        assert not {KINDS[skill] for skill in found} & {SkillKind.TOOL, SkillKind.STANDARD, SkillKind.CERTIFICATION}


def test_words_are_compared_without_their_endings_and_the_empty_ones() -> None:
    assert stems("The interviews and interviewing") == stems("an interview") == frozenset({"interview"})


@pytest.mark.parametrize(("competency", "way"), FIRST_WAYS.items())
def test_what_the_field_advises_first_is_the_quickest_way(competency: str, way: str) -> None:
    whole = ADVICE[competency].effort_weeks
    assert quickest_way(competency, SKILLS[competency], ADVICE, whole_weeks=whole) == way
    assert ADVICE[way].effort_weeks < whole


@pytest.mark.parametrize("competency", SKILLS)
def test_the_quickest_way_is_no_tool_and_takes_less_than_the_whole(competency: str) -> None:
    whole = ADVICE[competency].effort_weeks
    way = quickest_way(competency, SKILLS[competency], ADVICE, whole_weeks=whole)
    assert way is not None
    assert KINDS[way] is not SkillKind.TOOL
    assert ADVICE[way].effort_weeks < whole
    assert quickest_way(competency, SKILLS[competency], ADVICE, whole_weeks=1) is None


def test_eight_weeks_hold_the_three_that_are_advised_first() -> None:
    assert sum(ADVICE[FIRST_WAYS[name]].effort_weeks for name in ("mlops", "responsible-ai", "generative-ai")) <= 8


@pytest.mark.parametrize("town", ["Phoenix", "Gemini", "Perplexity", "Lagos", "Østby", "ÉVRY"])
def test_the_name_of_a_town_a_person_or_a_firm_moves_nothing(town: str) -> None:
    sentence = "Built the helper for {} that answers letters with {} (near {})."
    moved, named = [], []
    for competency, skills in SKILLS.items():
        given, other = (nearest_skills(sentence.format(name, name, name), skills, LEXICON) for name in (town, "Elsewhere"))
        named += other
        moved += [competency] if given != other else []
    assert len(SKILLS) == 23
    assert named  # the sentence is near some terms, so that a name could move them
    assert moved == []


@pytest.mark.parametrize("word", ["her", "his", "their", "she"])
def test_a_pronoun_moves_nothing(word: str) -> None:
    assert stems(f"Gave {word} team a plan") == stems("Gave a team a plan")
