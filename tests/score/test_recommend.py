from __future__ import annotations

from dataclasses import replace

from resumefit.core.assessment import GapKind, Level, RoleAssessment
from resumefit.score.recommend import REWORDING, carried_over, recommend, road_to_ai, serving_both
from resumefit.score.worklist import FIRST_TOWARDS_AI, in_order, make_worklist
from tests.score.build import ADVICE, AI, LEXICON, TECH, Said, assess, material, position

NOW = position("Product Manager", "Fjord Freight", (2019, 1), None)
PLATFORM_NAMES = (
    "api-platform", "distributed-systems", "devops-delivery", "technical-specification", "product-strategy", "agile-delivery",
    "observability-reliability", "cross-functional-leadership",
)


def _deeds(*competencies: str) -> tuple[Said, ...]:
    """Two deeds with a result for each."""
    return tuple(
        Said(f"Did {name} {how}, by 20%.", name, name, f"{how} skill of {name}", position=0, outcome=True)
        for name in competencies for how in ("well", "again")
    )


PLATFORM = _deeds(*PLATFORM_NAMES)
SOME = _deeds(*PLATFORM_NAMES[:5])
BETWEEN = (*PLATFORM_NAMES[3:6], "mlops", "experimentation", "product-discovery", "generative-ai")


def _both(*said: Said) -> tuple[RoleAssessment, RoleAssessment]:
    given = material(said, positions=(NOW,))
    return assess(given, TECH), assess(given, AI)


def test_the_role_with_the_higher_score_is_nearer() -> None:
    found = recommend(_both(*SOME), lexicon=LEXICON)
    assert found is not None
    assert (found.closest_role, found.aim) == ("tech-pm", "tech-pm")
    assert "nearer than AI PM" in found.why


def test_without_roles_there_is_no_recommendation() -> None:
    assert recommend((), lexicon=LEXICON) is None
    assert make_worklist(()) is None


def test_one_role_alone_is_the_nearest() -> None:
    found = recommend((assess(material(())),), lexicon=LEXICON)
    assert found is not None
    assert found.closest_role == "ai-pm"
    assert len(found.first_steps) == 4
    assert found.why == "AI PM is not near yet, at 0.0; no competency is well shown"


def test_two_roles_that_are_both_far_are_not_called_near() -> None:
    found = recommend(_both(*_deeds("product-strategy")), lexicon=LEXICON)
    assert found is not None
    assert found.why.startswith("Neither role is near yet: Technical PM stands at ")
    assert found.why.endswith("; most of what is shown is Product strategy")


def test_scores_that_are_close_are_called_so() -> None:
    found = recommend(_both(*_deeds(*BETWEEN)), lexicon=LEXICON)
    assert found is not None
    assert "are about equally near" in found.why


def test_names_that_hold_an_and_are_kept_apart() -> None:
    found = recommend(_both(*_deeds("observability-reliability", "security-privacy", *PLATFORM_NAMES[:2])), lexicon=LEXICON)
    assert found is not None
    assert "Distributed systems, Observability and reliability" in found.why


def test_a_ready_technical_pm_is_led_on_to_the_ai_role_in_the_order_the_field_advises() -> None:
    tech, ai = _both(*PLATFORM)
    assert tech.level is Level.READY
    found = recommend((tech, ai), lexicon=LEXICON)
    assert found is not None
    assert (found.closest_role, found.aim) == ("tech-pm", "ai-pm")
    assert "As it is ready, the steps lead on to AI PM" in found.why
    assert tuple(step.competencies[0] for step in found.steps) == FIRST_TOWARDS_AI
    assert {step.serves for step in found.steps} == {"Towards AI PM"}
    assert found.first_steps[0] == f"Towards AI PM: MLOps: {ADVICE['mlops'].do}"


def test_gap_list_first_steps_road_and_plan_order_agree() -> None:
    tech, ai = _both(*PLATFORM)
    worklist, found, road = make_worklist((tech, ai)), recommend((tech, ai), lexicon=LEXICON), road_to_ai((tech, ai))
    assert worklist is not None and found is not None and road is not None
    order = [work.competency for work in worklist.work]
    assert order == [gap.competency for gap in in_order(ai.gaps, "ai-pm")]
    assert order[:4] == [step.competencies[0] for step in found.steps]
    assert [name for name in order if name in road.learn] == list(road.learn)


def test_after_the_four_that_come_first_the_order_is_by_gain_and_then_by_effort() -> None:
    _, ai = _both(*PLATFORM)
    ordered = in_order(ai.gaps, "ai-pm")[4:]
    assert [(-gap.gain, gap.effort_weeks) for gap in ordered] == sorted((-gap.gain, gap.effort_weeks) for gap in ordered)


def test_what_carries_over_is_what_stands_already() -> None:
    tech, _ = _both(*PLATFORM)
    assert set(carried_over(tech)) == set(PLATFORM_NAMES)


def test_the_road_to_ai_is_for_who_is_nearer_to_technical_pm() -> None:
    road = road_to_ai(_both(*PLATFORM))
    assert road is not None
    assert road.learn[:4] == FIRST_TOWARDS_AI


def test_there_is_no_road_to_where_somebody_stands_already() -> None:
    models = _deeds("mlops", "model-evaluation", "generative-ai", "experimentation", "ai-strategy")
    assert road_to_ai(_both(*models)) is None
    assert road_to_ai((assess(material(())),)) is None


def test_what_is_shown_in_other_words_is_not_to_be_learned_again_and_is_the_first_step() -> None:
    paraphrase = Said("Kept the training runs in order.", "training runs", "mlops", position=0, confidence=0.8)
    roles = _both(*PLATFORM, paraphrase)
    road, found = road_to_ai(roles), recommend(roles, lexicon=LEXICON)
    assert road is not None and found is not None
    assert road.reword == ("mlops",)
    assert "mlops" not in road.learn
    assert (found.steps[0].about, found.steps[0].competencies) == (REWORDING, ("mlops",))
    assert found.steps[0].do.endswith("if that is what it was")


def test_what_serves_both_roles_is_ranked_by_the_sum_of_its_gains() -> None:
    tech, ai = _both(*SOME)
    common = serving_both(tech, ai)
    gains = [{gap.competency: gap.gain for gap in role.gaps} for role in (tech, ai)]
    sums = [gains[0][name] + gains[1][name] for name in common]
    assert {"agile-delivery", "product-discovery"} <= set(common)
    assert "mlops" not in common
    assert sums == sorted(sums, reverse=True)


def test_somebody_between_the_roles_is_told_first_what_serves_both() -> None:
    roles = _both()
    worklist, found = make_worklist(roles), recommend(roles, lexicon=LEXICON)
    assert worklist is not None and found is not None
    assert worklist.between
    sums = [work.gain for work in worklist.work]
    assert sums == sorted(sums, reverse=True)
    assert [step.serves for step in found.steps] == ["For both roles"] * 4


def test_every_gap_of_either_role_is_in_the_worklist_once() -> None:
    for said in (PLATFORM, SOME, ()):
        roles = _both(*said)
        worklist = make_worklist(roles)
        assert worklist is not None
        names = [work.competency for work in worklist.work]
        assert names
        assert sorted(names) == sorted({gap.competency for role in roles for gap in role.gaps})
        assert all(work.gap in work.gaps for work in worklist.work)


def test_usual_words_that_would_add_nothing_are_no_first_step() -> None:
    """Fifteen deeds in other words, each with a result, leave a further one in the usual word less than a twentieth of a point to add."""
    told = [
        Said(f"Watched the live scores of shop {number}, 20% fewer slips.", "Watched", "mlops", None, position=0, outcome=True)
        for number in range(15)
    ]
    (many,) = (gap for gap in _both(*told)[1].gaps if gap.competency == "mlops")
    (few,) = (gap for gap in _both(told[0])[1].gaps if gap.competency == "mlops")
    assert (many.kind, many.gain, few.kind, few.gain > 0) == (GapKind.REWORDED, 0.0, GapKind.REWORDED, True)
    assert in_order([few], "ai-pm") == (few,)
    other = next(gap for gap in _both(*told)[1].gaps if gap.competency == "model-evaluation")
    assert in_order([many, other], "ai-pm") == (other, many)
    assert in_order([few, other], "ai-pm") == (few, other)
    found = recommend(_both(*told), lexicon=LEXICON)
    assert found is not None
    assert REWORDING not in {step.about for step in found.steps}


def test_who_could_gain_nothing_is_not_sent_after_it() -> None:
    tech, ai = _both(*_deeds(*(competency.id for competency in LEXICON.competencies if AI.weights[competency.id] > 1)))
    assert ai.level in (Level.READY, Level.OUTSTANDING)
    full = [replace(role, gaps=tuple(replace(gap, gain=0.0) for gap in role.gaps)) for role in (replace(tech, score=10.0), ai)]
    assert full[1].gaps
    found = recommend(full, lexicon=LEXICON)
    assert found is not None
    assert "Nothing is missing that would add to it" in found.why
    assert found.steps == ()
