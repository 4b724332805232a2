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
from resumefit.score.recommend import AI_ROLE, FIRST_TOWARDS_AI
from resumefit.score.rounding import tenth
from resumefit.score.weighing import weigh_evidence


@dataclass(frozen=True, slots=True)
class Stage:
    """One gap in its weeks, both ends included, and the score once it is closed.

    `way` is the skill by which it is closed when there is no time for the whole competency; `advice` is on that skill, else
    the gap's own.
    """

    gap: Gap
    first_week: int
    last_week: int
    score_after: float
    way: str | None = None
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A role's road over `weeks`. `later` are gaps for which no time is left."""

    role: str
    weeks: int
    score_now: float
    stages: tuple[Stage, ...]
    later: tuple[Gap, ...]


def make_plan(
    assessment: Assessment, role_id: str, *, weeks: int, lexicon: Lexicon, constants: Constants = DEFAULT
) -> Plan:
    """Choose what to do in `weeks`, and in which order.

    What only needs other words comes first, all of it in the first week. For the AI role the first things to learn come
    next; then the gaps by gain for the week. Where not all of them fit, each is closed by its shortest way: one deed with
    one skill is a deed of its competency. A gap that still does not fit makes room for a shorter one.
    """
    role = next(role for role in lexicon.roles if role.id == role_id)
    scored = assessment.role(role_id)
    steps, later = _lay_out(_in_order(scored.gaps, role_id, short=False), weeks=weeks, short=False)
    if later:
        steps, later = _lay_out(_in_order(scored.gaps, role_id, short=True), weeks=weeks, short=True)
    evidence = gather_all(material_of(assessment), constants=constants)
    stages = []
    for step in steps:
        evidence = with_proof(evidence, step.gap.competency, resume=assessment.resume, constants=constants)
        years = assessment.resume.years_product
        score = weigh_evidence(role, evidence, years_product=years, constants=constants).exact
        stages.append(replace(step, score_after=tenth(score)))
    return Plan(role_id, weeks, scored.score, tuple(stages), tuple(later))


def _lay_out(gaps: Sequence[Gap], *, weeks: int, short: bool) -> tuple[list[Stage], list[Gap]]:
    """Give each gap its weeks, one after the other, and return what no time is left for."""
    stages: list[Stage] = []
    later: list[Gap] = []
    rewording = any(gap.kind is GapKind.REWORDED for gap in gaps)
    week = 2 if rewording else 1
    for gap in gaps:
        if gap.kind is GapKind.REWORDED:
            stages.append(Stage(gap, 1, 1, 0.0, advice=gap.advice))
            continue
        way, advice = _shortest_way(gap) if short else (None, gap.advice)
        last = week + _weeks(gap, short=short) - 1
        if last > weeks:
            later.append(gap)
            continue
        stages.append(Stage(gap, week, last, 0.0, way=way, advice=advice))
        week = last + 1
    return stages, later


def _shortest_way(gap: Gap) -> tuple[str | None, Advice | None]:
    """Return the skill, with its advice, that takes the fewest weeks to show; none when the whole takes no longer."""
    ways = [(advice.effort_weeks, skill, advice) for skill, advice in gap.skill_advice]
    best = min(ways, key=lambda way: way[0], default=None)
    if best is None or best[0] >= gap.effort_weeks:
        return None, gap.advice
    return best[1], best[2]


def _weeks(gap: Gap, *, short: bool) -> int:
    way, advice = _shortest_way(gap) if short else (None, gap.advice)
    return advice.effort_weeks if way and advice else gap.effort_weeks


def _in_order(gaps: Sequence[Gap], role_id: str, *, short: bool) -> list[Gap]:
    first = {name: rank for rank, name in enumerate(FIRST_TOWARDS_AI)} if role_id == AI_ROLE else {}
    return sorted(
        gaps,
        key=lambda gap: (
            gap.kind is not GapKind.REWORDED,
            first.get(gap.competency, len(first)),
            -gap.gain / _weeks(gap, short=short),
            gap.priority,
        ),
    )
