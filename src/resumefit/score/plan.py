"""Lays the gaps of a role out over some weeks, one after the other, and says where that would lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumefit.core.assessment import Assessment, Gap, GapKind
from resumefit.core.lexicon import Advice, Lexicon
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.evidence import gather_all
from resumefit.score.explain import material_of
from resumefit.score.gaps import with_proof
from resumefit.score.rounding import tenth
from resumefit.score.weighing import NOTHING, weigh_evidence
from resumefit.score.worklist import in_order


@dataclass(frozen=True, slots=True)
class Stage:
    """One gap in its weeks, both ends included, and the score once it is closed.

    `way` is the skill by which it is shown when there is no time for the whole competency: one deed, without a result yet.
    `advice` is on that skill, else the gap's own.
    """

    gap: Gap
    first_week: int
    last_week: int
    score_after: float
    way: str | None = None
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A role's road over `weeks`. `later` are gaps for which no time is left.

    `instead_of` is the nearest role, where the plan leads to another.
    """

    role: str
    weeks: int
    score_now: float
    stages: tuple[Stage, ...]
    later: tuple[Gap, ...]
    instead_of: str | None = None


def make_plan(
    assessment: Assessment, role_id: str, *, weeks: int, lexicon: Lexicon, constants: Constants = DEFAULT
) -> Plan:
    """Choose what to do in `weeks`, in the order of the worklist.

    What only wants other words is done beside the rest of the first week. Then each gap takes its quickest way, one deed by
    one skill; a gap that does not fit makes room for a shorter one. Weeks that are left over go to the first gaps, which are
    then done whole.
    """
    role = next(role for role in lexicon.roles if role.id == role_id)
    scored = assessment.role(role_id)
    gaps = in_order(scored.gaps, role_id)
    chosen = _choose([gap for gap in gaps if gap.kind is not GapKind.REWORDED], weeks=weeks)
    evidence = gather_all(material_of(assessment), constants=constants)
    stages = []
    for step in _laid_out(gaps, chosen):
        known = evidence.get(step.gap.competency, NOTHING)
        proven = with_proof(known, resume=assessment.resume, constants=constants, result=step.way is None)
        evidence = {**evidence, step.gap.competency: proven}
        years = assessment.resume.years_product
        score = weigh_evidence(role, evidence, years_product=years, constants=constants).exact
        stages.append(replace(step, score_after=tenth(score)))
    later = tuple(gap for gap in gaps if gap.kind is not GapKind.REWORDED and gap.competency not in chosen)
    nearest = assessment.recommendation.closest_role if assessment.recommendation else role_id
    return Plan(role_id, weeks, scored.score, tuple(stages), later, nearest if nearest != role_id else None)


def _choose(gaps: Sequence[Gap], *, weeks: int) -> dict[str, int]:
    """Return the weeks that each chosen gap gets: all by the quickest way first, then the first of them whole."""
    chosen: dict[str, int] = {}
    left = weeks
    for gap in gaps:
        if _least(gap) <= left:
            chosen[gap.competency] = _least(gap)
            left -= _least(gap)
    if len(chosen) == len(gaps):
        for gap in gaps:
            more = gap.effort_weeks - chosen[gap.competency]
            if 0 < more <= left:
                chosen[gap.competency] += more
                left -= more
    return chosen


def _laid_out(gaps: Sequence[Gap], chosen: dict[str, int]) -> list[Stage]:
    """Put the chosen gaps one after the other; rewording takes the first week beside whatever else it holds."""
    stages = []
    week = 1
    for gap in gaps:
        if gap.kind is GapKind.REWORDED:
            stages.append(Stage(gap, 1, 1, 0.0, advice=gap.advice))
        elif gap.competency in chosen:
            last = week + chosen[gap.competency] - 1
            way = gap.way if chosen[gap.competency] < gap.effort_weeks else None
            advice = dict(gap.skill_advice).get(way, gap.advice) if way else gap.advice
            stages.append(Stage(gap, week, last, 0.0, way=way, advice=advice))
            week = last + 1
    return stages


def _least(gap: Gap) -> int:
    return gap.way_weeks or gap.effort_weeks
