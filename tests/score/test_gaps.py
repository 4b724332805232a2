from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.assessment import Gap, GapKind
from resumefit.core.mention import Status
from resumefit.core.resume import YearMonth
from resumefit.score.worklist import FIRST_TOWARDS_AI
from tests.score.build import ADVICE, AI, TECH, Said, assess, material, position

NOW = position("Product Manager", "Fjord Freight", (2022, 1), None)
OLD = position("Product Manager", "Kelp & Co", (2005, 1), (2010, 12))
SENTENCE = "Ran drift detection and kept MLflow in order."


def _gap(competency: str, *said: Said, **changes: object) -> Gap | None:
    scored = assess(material(said, positions=(NOW,)), AI, **changes)
    return next((gap for gap in scored.gaps if gap.competency == competency), None)


def _said(status: Status, *, skill: str | None = "mlflow") -> Said:
    return Said(SENTENCE, "MLflow", "mlops", skill, status, position=0)


@pytest.mark.parametrize(("said", "kind"), [
    pytest.param((), GapKind.ABSENT, id="never spoken of"),
    pytest.param((_said(Status.NEGATED),), GapKind.ABSENT, id="denied"),
    pytest.param((_said(Status.LISTED),), GapKind.UNPROVEN, id="only named"),
    pytest.param((_said(Status.ASPIRING),), GapKind.UNPROVEN, id="being learned"),
    pytest.param((_said(Status.OTHER),), GapKind.UNPROVEN, id="another team's"),
    pytest.param((_said(Status.DEMONSTRATED, skill=None),), GapKind.REWORDED, id="shown in other words"),
    pytest.param((replace(_said(Status.DEMONSTRATED, skill=None), confidence=0.4),), GapKind.UNPROVEN,
                 id="perhaps shown in other words"),
    pytest.param((_said(Status.DEMONSTRATED),), None, id="shown by name"),
    pytest.param((_said(Status.DEMONSTRATED), _said(Status.LISTED, skill="model-registry")), None,
                 id="a tool not shown is no gap where the competency is"),
])
def test_kind_of_gap(said: tuple[Said, ...], kind: GapKind | None) -> None:
    gap = _gap("mlops", *said)
    assert (gap.kind if gap else None) == kind


def test_a_deed_that_does_not_count_closes_no_gap() -> None:
    gap = _gap("mlops", replace(_said(Status.DEMONSTRATED), counted=False))
    assert gap is not None
    assert gap.kind is GapKind.UNPROVEN


def test_gain_is_what_one_proof_in_the_present_position_would_add() -> None:
    """By hand: with the proof, strength is that of the same deed written down, so the gain is the second score."""
    proof = Said("Halved the release time with a model registry.", "model registry", "mlops", "model-registry",
                 position=0, outcome=True)
    gap = _gap("mlops")
    assert gap is not None
    assert gap.gain == assess(material([proof], positions=(NOW,))).score


def test_gain_counts_the_present_position_even_when_an_old_one_comes_first() -> None:
    ahead = assess(material((), positions=(OLD, NOW)))
    behind = assess(material((), positions=(NOW, OLD)))
    assert [gap.gain for gap in ahead.gaps] == [gap.gain for gap in behind.gaps]


def test_equal_gains_are_sorted_by_effort() -> None:
    core = [gap for gap in assess(material(()), TECH).gaps if gap.competency in TECH.core]
    assert [gap.effort_weeks for gap in core] == sorted(gap.effort_weeks for gap in core)
    assert len({gap.gain for gap in core}) == 1


def test_what_makes_the_role_this_role_gains_more_than_what_weighs_the_same() -> None:
    gains = {gap.competency: gap.gain for gap in assess(material(()), TECH).gaps}
    assert TECH.weights["product-strategy"] == TECH.weights["api-platform"]
    assert gains["api-platform"] > gains["product-strategy"]


def test_of_equal_gains_for_the_ai_role_what_the_field_advises_comes_first() -> None:
    core = [gap for gap in assess(material(())).gaps if gap.competency in AI.core]
    assert tuple(gap.competency for gap in core[:4]) == FIRST_TOWARDS_AI
    assert [gap.effort_weeks for gap in core[4:]] == sorted(gap.effort_weeks for gap in core[4:])


def test_a_competency_that_the_role_does_not_count_is_no_gap() -> None:
    assert "mlops" not in {gap.competency for gap in assess(material(()), TECH).gaps}


def test_skills_to_show_lead_with_what_is_named_already_and_then_what_postings_ask_for() -> None:
    absent = _gap("mlops")
    named = _gap("mlops", Said("Tools: a model registry", "model registry", "mlops", "model-registry", Status.LISTED))
    assert absent is not None
    assert named is not None
    assert absent.skills == ("mlops-practice", "mlflow", "model-registry")
    assert named.skills == ("model-registry", "mlops-practice", "mlflow")


def test_advice_is_for_the_competency_before_any_tool() -> None:
    tool = {**ADVICE, "mlflow": replace(ADVICE["mlops"], do="Set up MLflow.")}
    gap = _gap("mlops", advice=tool)
    assert gap is not None
    assert gap.advice == ADVICE["mlops"]
    only = _gap("mlops", advice={"mlflow": tool["mlflow"]})
    assert only is not None
    assert only.advice == tool["mlflow"]


def test_without_advice_a_gap_still_has_a_reason_and_a_rough_effort() -> None:
    gap = _gap("mlops", advice={})
    assert gap is not None
    assert gap.advice is None
    assert gap.effort_weeks >= 1
    assert "MLOps" in gap.why


def test_positions_without_dates_still_give_a_gain() -> None:
    undated = replace(NOW, is_current=False, worked=None, start=YearMonth(2020), stop=None)
    scored = assess(material((), positions=(undated,)))
    assert [gap.competency for gap in scored.gaps if gap.gain <= 0] == []
    assert {gap.competency for gap in scored.gaps} == {name for name, weight in AI.weights.items() if weight}


def test_a_gap_names_the_words_that_are_there_once_a_sentence() -> None:
    listed = "MLflow, Kubeflow"
    named = tuple(Said(listed, word, "mlops", word.lower(), Status.LISTED) for word in ("MLflow", "Kubeflow"))
    wished = Said("Learning SageMaker.", "SageMaker", "mlops", "sagemaker", Status.ASPIRING)
    gap = _gap("mlops", *named, wished)
    assert gap is not None
    assert gap.evidence == (0, 2)


def test_a_gap_names_the_same_words_once_however_they_are_set() -> None:
    said = [Said(sentence, "models", "mlops", None, position=0) for sentence in ("- Kept models in order.", "\u2022 kept models in order")]
    gap = _gap("mlops", *said)
    assert gap is not None
    assert len(gap.evidence) == 1


def test_a_gap_in_other_words_names_the_surest_of_them() -> None:
    first = Said("Kept training runs in order.", "training runs", "mlops", position=0, confidence=0.7)
    second = Said("Brought models to users.", "models to users", "mlops", position=0, confidence=0.9)
    gap = _gap("mlops", first, second)
    assert gap is not None
    assert gap.evidence == (1, 0)


def test_what_is_never_spoken_of_has_no_words_and_what_is_denied_has() -> None:
    never, denied = _gap("mlops"), _gap("mlops", _said(Status.NEGATED))
    assert never is not None and never.evidence == ()
    assert denied is not None and denied.evidence == (0,)


def test_a_gap_has_advice_on_the_ways_to_show_it() -> None:
    advice = {**ADVICE, "mlflow": replace(ADVICE["mlops"], do="Log one run.")}
    gap = _gap("mlops", advice=advice)
    assert gap is not None
    assert gap.advice == ADVICE["mlops"]
    assert [(skill, found.do) for skill, found in gap.skill_advice] == [("mlflow", "Log one run.")]


def test_what_to_write_for_a_deed_in_other_words_is_the_persons_own_sentence_with_a_blank() -> None:
    said = Said("- Kept the training runs of the forecast in order.", "training runs", "mlops", position=0, confidence=0.8)
    gap = _gap("mlops", said)
    assert gap is not None
    assert gap.rewrite.startswith("Kept the training runs of the forecast in order [")
    assert gap.rewrite.endswith(", if that is what it was].")
    assert "MLOps" in gap.rewrite


def test_a_gap_to_be_learned_has_nothing_to_rewrite() -> None:
    gap = _gap("mlops", _said(Status.LISTED))
    assert gap is not None
    assert gap.rewrite == ""


def test_the_quickest_way_is_among_the_ways_that_are_advised() -> None:
    quick = {**ADVICE, "model-registry": replace(ADVICE["mlops"], effort_weeks=1)}
    gap = _gap("mlops", advice=quick)
    assert gap is not None
    assert (gap.way, gap.way_weeks) == ("model-registry", 1)
    assert gap.way in gap.skills
    assert dict(gap.skill_advice)[gap.way] == quick["model-registry"]
