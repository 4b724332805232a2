"""A plan keeps to its weeks, goes in the one order, and promises only what the formula gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.assessment import Assessment, GapKind
from resumefit.score import Plan, make_plan
from resumefit.score.worklist import FIRST_TOWARDS_AI, in_order
from tests.report.sample import CONSTANTS, assessment
from tests.score.build import ADVICE, LEXICON

QUICK = {name: f"quick-{name}" for name in FIRST_TOWARDS_AI}


def _plan(weeks: int, person: Assessment | None = None) -> Plan:
    return make_plan(person or assessment(), "ai-pm", weeks=weeks, lexicon=LEXICON, constants=CONSTANTS)


def _with_ways() -> Assessment:
    """The sample with a way of two weeks for each of the first four."""
    person = assessment()
    gaps = tuple(
        replace(
            gap, way=QUICK[gap.competency], way_weeks=2, effort_weeks=9,
            skill_advice=((QUICK[gap.competency], replace(ADVICE["mlops"], do="Do it quickly.", effort_weeks=2)),),
        )
        if gap.competency in QUICK else gap
        for gap in person.role("ai-pm").gaps
    )
    return replace(
        person, roles=tuple(replace(role, gaps=gaps) if role.role == "ai-pm" else role for role in person.roles)
    )


@pytest.mark.parametrize("weeks", [1, 4, 12, 26, 104])
def test_a_plan_keeps_to_its_weeks_and_forgets_no_gap(weeks: int) -> None:
    plan = _plan(weeks)
    assert plan.stages
    gaps = {gap.competency for gap in assessment().role("ai-pm").gaps}
    assert {stage.gap.competency for stage in plan.stages} | {gap.competency for gap in plan.later} == gaps
    assert all(1 <= stage.first_week <= stage.last_week <= weeks for stage in plan.stages)
    scores = [plan.score_now, *(stage.score_after for stage in plan.stages)]
    assert scores == sorted(scores)


def test_a_plan_does_one_thing_at_a_time_with_the_rewording_beside_it() -> None:
    plan = _plan(104)
    rewording = [stage for stage in plan.stages if stage.gap.kind is GapKind.REWORDED]
    work = [stage for stage in plan.stages if stage.gap.kind is not GapKind.REWORDED]
    assert [(stage.first_week, stage.last_week) for stage in rewording] == [(1, 1)]
    assert [stage.first_week for stage in work] == [1, *(stage.last_week + 1 for stage in work[:-1])]
    order = [gap.competency for gap in in_order(assessment().role("ai-pm").gaps, "ai-pm")]
    assert [stage.gap.competency for stage in plan.stages] == order


def test_in_little_time_the_first_four_are_each_taken_by_the_quickest_way() -> None:
    plan = _plan(8, _with_ways())
    work = [stage for stage in plan.stages if stage.gap.kind is not GapKind.REWORDED]
    assert [stage.gap.competency for stage in work] == list(FIRST_TOWARDS_AI)
    assert [stage.way for stage in work] == list(QUICK.values())
    assert all(stage.advice and stage.advice.do == "Do it quickly." for stage in work)


def test_with_time_for_all_the_first_gaps_are_done_whole() -> None:
    plan = _plan(200, _with_ways())
    assert plan.later == ()
    assert {stage.gap.competency for stage in plan.stages} >= set(FIRST_TOWARDS_AI)
    assert [stage.way for stage in plan.stages if stage.way is not None] == []


def test_a_deed_by_the_quickest_way_counts_as_one_without_a_result_yet() -> None:
    hurried, whole = _plan(8, _with_ways()), _plan(200, _with_ways())
    first = [
        next(stage for stage in plan.stages if stage.gap.competency == "mlops").score_after for plan in (hurried, whole)
    ]
    assert hurried.score_now < first[0] < first[1]


def test_a_gap_that_does_not_fit_makes_room_for_a_shorter_one() -> None:
    plan = _plan(4)
    chosen = [stage for stage in plan.stages if stage.gap.kind is not GapKind.REWORDED]
    assert chosen
    assert all(stage.gap.effort_weeks <= 4 for stage in chosen)
    assert plan.later[0].effort_weeks > 4


def test_a_plan_for_another_role_than_the_nearest_says_so() -> None:
    person = assessment()
    assert person.recommendation is not None
    assert person.recommendation.closest_role == "tech-pm"
    assert _plan(8).instead_of == "tech-pm"
    assert make_plan(person, "tech-pm", weeks=8, lexicon=LEXICON, constants=CONSTANTS).instead_of is None
