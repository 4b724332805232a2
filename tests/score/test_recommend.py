from __future__ import annotations

from resumefit.core.assessment import RoleAssessment
from resumefit.score.recommend import (
    FIRST_TOWARDS_AI,
    carried_over,
    ordered_for_ai,
    recommend,
    road_to_ai,
    serving_both,
)
from tests.score.build import ADVICE, AI, LEXICON, TECH, Said, assess, material, position

NOW = position("Product Manager", "Fjord Freight", (2019, 1), None)
PLATFORM = tuple(
    Said(f"Did {name} well, by 20%.", name, name, f"skill of {name}", position=0, outcome=True)
    for name in ("api-platform", "distributed-systems", "devops-delivery", "technical-specification", "product-strategy")
)


def _both(*said: Said) -> tuple[RoleAssessment, RoleAssessment]:
    given = material(said, positions=(NOW,))
    return assess(given, TECH), assess(given, AI)


def test_the_role_with_the_higher_score_is_nearer() -> None:
    found = recommend(_both(*PLATFORM), lexicon=LEXICON)
    assert found is not None
    assert found.closest_role == "tech-pm"
    assert "nearer than AI PM" in found.why


def test_without_roles_there_is_no_recommendation() -> None:
    assert recommend((), lexicon=LEXICON) is None


def test_one_role_alone_is_the_nearest() -> None:
    found = recommend((assess(material(())),), lexicon=LEXICON)
    assert found is not None
    assert found.closest_role == "ai-pm"
    assert len(found.first_steps) == 4


def test_scores_that_are_close_are_called_so() -> None:
    found = recommend(_both(), lexicon=LEXICON)
    assert found is not None
    assert "about equally near" in found.why


def test_a_technical_pm_is_told_first_what_the_ai_role_is_learned_from() -> None:
    found = recommend(_both(*PLATFORM), lexicon=LEXICON)
    assert found is not None
    towards = [step for step in found.first_steps if step.startswith("Towards AI PM: ")]
    assert [ADVICE["mlops"].do in towards[0], ADVICE["responsible-ai"].do in towards[1]] == [True, True]


def test_the_road_to_ai_starts_with_four_and_goes_on_by_gain() -> None:
    _, ai = _both(*PLATFORM)
    ordered = ordered_for_ai(ai.gaps)
    assert tuple(gap.competency for gap in ordered[:4]) == FIRST_TOWARDS_AI
    assert [gap.priority for gap in ordered[4:]] == sorted(gap.priority for gap in ordered[4:])


def test_what_carries_over_is_what_stands_already() -> None:
    tech, _ = _both(*PLATFORM)
    assert set(carried_over(tech)) == {said.competency for said in PLATFORM}


def test_the_road_to_ai_is_for_who_is_nearer_to_technical_pm() -> None:
    road = road_to_ai(_both(*PLATFORM))
    assert road is not None
    assert set(road.carried) == {said.competency for said in PLATFORM}
    assert road.learn[:4] == FIRST_TOWARDS_AI


def test_there_is_no_road_to_where_somebody_stands_already() -> None:
    models = tuple(
        Said(f"Did {name} well, by 20%.", name, name, f"skill of {name}", position=0, outcome=True)
        for name in ("mlops", "model-evaluation", "generative-ai", "experimentation", "ai-strategy")
    )
    assert road_to_ai(_both(*models)) is None
    assert road_to_ai((assess(material(())),)) is None


def test_what_is_shown_in_other_words_is_not_to_be_learned_again() -> None:
    paraphrase = Said("Kept the training runs in order.", "training runs", "mlops", position=0, confidence=0.8)
    road = road_to_ai(_both(*PLATFORM, paraphrase))
    assert road is not None
    assert road.reword == ("mlops",)
    assert "mlops" not in road.learn


def test_what_serves_both_roles_is_ranked_by_the_sum_of_its_gains() -> None:
    tech, ai = _both(*PLATFORM)
    common = serving_both(tech, ai)
    gains = {gap.competency: gap.gain for gap in ai.gaps}
    sums = [gap.gain + gains[gap.competency] for gap in common]
    assert {"agile-delivery", "product-discovery"} <= {gap.competency for gap in common}
    assert "mlops" not in {gap.competency for gap in common}
    assert sums == sorted(sums, reverse=True)


def test_somebody_between_the_roles_is_told_first_what_serves_both() -> None:
    tech, ai = _both()
    found = recommend((tech, ai), lexicon=LEXICON)
    assert found is not None
    assert [step.startswith("For both roles: ") for step in found.first_steps] == [True, True, False, False]
    assert ADVICE[serving_both(tech, ai)[0].competency].do in found.first_steps[0]
