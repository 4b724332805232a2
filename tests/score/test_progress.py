"""Comparing two reports, planning, and the map of roles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.assessment import GapKind
from resumefit.score import compare, make_plan, map_roles
from resumefit.score.recommend import FIRST_TOWARDS_AI
from resumefit.score.roles import STAGES
from tests.report.sample import CONSTANTS, assessment, later_assessment
from tests.score.build import ADVICE, COMPETENCIES, LEXICON


def test_a_report_compared_with_itself_shows_no_change() -> None:
    found = compare(assessment(), assessment())
    assert [change.change for change in found.roles] == [0.0, 0.0]
    assert found.gained == found.lost == ()
    assert all(not change.points and not change.closed and not change.opened for change in found.roles)


def test_a_year_of_work_shows_as_evidence_points_and_closed_gaps() -> None:
    old, new = assessment(), later_assessment()
    found = compare(old, new)
    ai = next(change for change in found.roles if change.role == "ai-pm")
    assert ai.change > 0
    assert ai.closed == ("mlops", "model-evaluation")
    assert ai.opened == ()
    assert [new.mentions[index].skill for index in found.gained] == ["mlflow", "llm-evals"]
    assert [old.mentions[index].skill for index in found.lost] == ["kubernetes"]


def test_comparing_backwards_swaps_gained_and_lost() -> None:
    forward, backward = compare(assessment(), later_assessment()), compare(later_assessment(), assessment())
    assert (len(forward.gained), len(forward.lost)) == (len(backward.lost), len(backward.gained))
    assert [change.change for change in forward.roles] == [-change.change for change in backward.roles]


def test_a_deed_that_now_comes_with_a_result_is_told_once_a_skill() -> None:
    new = assessment()
    bare = tuple(replace(mention, outcome=False) if mention.skill == "ab-testing" else mention for mention in new.mentions)
    found = compare(replace(new, mentions=bare), new)
    assert [new.mentions[index].skill for index in found.strengthened] == ["ab-testing"]
    assert found.gained == found.lost == ()
    assert compare(new, replace(new, mentions=bare)).strengthened == ()


@pytest.mark.parametrize("weeks", [1, 4, 12, 26, 104])
def test_a_plan_keeps_to_its_weeks_and_forgets_no_gap(weeks: int) -> None:
    plan = make_plan(assessment(), "ai-pm", weeks=weeks, lexicon=LEXICON, constants=CONSTANTS)
    gaps = {gap.competency for gap in assessment().role("ai-pm").gaps}
    assert {stage.gap.competency for stage in plan.stages} | {gap.competency for gap in plan.later} == gaps
    assert all(1 <= stage.first_week <= stage.last_week <= weeks for stage in plan.stages)
    scores = [plan.score_now, *(stage.score_after for stage in plan.stages)]
    assert scores == sorted(scores)


def test_a_plan_does_one_thing_at_a_time_after_the_rewording() -> None:
    plan = make_plan(assessment(), "ai-pm", weeks=52, lexicon=LEXICON, constants=CONSTANTS)
    rewording = [stage for stage in plan.stages if stage.gap.kind is GapKind.REWORDED]
    work = [stage for stage in plan.stages if stage.gap.kind is not GapKind.REWORDED]
    assert [(stage.first_week, stage.last_week) for stage in rewording] == [(1, 1)]
    assert [stage.first_week for stage in work] == [2, *(stage.last_week + 1 for stage in work[:-1])]
    assert tuple(stage.gap.competency for stage in work[:4]) == FIRST_TOWARDS_AI


def test_a_plan_with_time_for_all_does_the_whole_and_one_without_takes_the_shortest_way() -> None:
    long, quick = replace(ADVICE["mlops"], effort_weeks=9), replace(ADVICE["mlops"], do="Log one run.", effort_weeks=2)
    person = assessment()
    gaps = tuple(
        replace(gap, skill_advice=(("mlops", long), ("mlflow", quick))) if gap.competency == "mlops" else gap
        for gap in person.role("ai-pm").gaps
    )
    roles = tuple(replace(role, gaps=gaps) if role.role == "ai-pm" else role for role in person.roles)
    whole, hurried = (
        make_plan(replace(person, roles=roles), "ai-pm", weeks=weeks, lexicon=LEXICON, constants=CONSTANTS)
        for weeks in (104, 10)
    )
    first = next(stage for stage in whole.stages if stage.gap.competency == "mlops")
    assert (first.way, whole.later) == (None, ())
    second = next(stage for stage in hurried.stages if stage.gap.competency == "mlops")
    assert (second.way, second.last_week - second.first_week + 1) == ("mlflow", 2)
    assert second.advice is not None and second.advice.do == "Log one run."


def test_the_map_places_every_competency_in_a_stage() -> None:
    assert sorted(name for _, names in STAGES for name in names) == sorted(row[0] for row in COMPETENCIES)


def test_the_map_says_what_two_roles_share_and_where_they_part() -> None:
    found = map_roles(LEXICON, "tech-pm", "ai-pm")
    leaning = {role: {demand.competency.id for demand in demands} for role, demands in found.parts}
    assert "product-strategy" in {demand.competency.id for demand in found.shared}
    assert {"api-platform", "agile-delivery"} <= leaning["tech-pm"]
    assert {"mlops", "ai-governance", "data-engineering"} <= leaning["ai-pm"]
    assert not leaning["tech-pm"] & leaning["ai-pm"]


def test_the_map_of_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        map_roles(LEXICON, "chef")
