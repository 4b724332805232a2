"""Lays the gaps of a role out over some weeks, one after the other, and says where that would lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, Gap, GapKind
from resumefit.core.lexicon import Lexicon
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.evidence import gather_all
from resumefit.score.explain import material_of
from resumefit.score.gaps import with_proof
from resumefit.score.recommend import AI_ROLE, FIRST_TOWARDS_AI
from resumefit.score.rounding import tenth
from resumefit.score.weighing import weigh_evidence


@dataclass(frozen=True, slots=True)
class Stage:
    """One gap in its weeks, both ends included, and the score once it is closed."""

    gap: Gap
    first_week: int
    last_week: int
    score_after: float


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
    next; then the gaps by gain for the week. A gap that no longer fits makes room for a shorter one.
    """
    role = next(role for role in lexicon.roles if role.id == role_id)
    scored = assessment.role(role_id)
    evidence = gather_all(material_of(assessment), constants=constants)
    stages: list[Stage] = []
    later: list[Gap] = []
    week = 1
    rewording = [gap for gap in scored.gaps if gap.kind is GapKind.REWORDED]
    for gap in _in_order(scored.gaps, role_id):
        in_passing = gap.kind is GapKind.REWORDED
        if not in_passing and rewording and week == 1:
            week = 2
        effort = 1 if in_passing else gap.effort_weeks
        last = 1 if in_passing else week + effort - 1
        if last > weeks:
            later.append(gap)
            continue
        evidence = with_proof(evidence, gap.competency, resume=assessment.resume, constants=constants)
        score = weigh_evidence(
            role, evidence, years_product=assessment.resume.years_product, constants=constants
        ).exact
        stages.append(Stage(gap, 1 if in_passing else week, last, tenth(score)))
        week = week if in_passing else last + 1
    return Plan(role_id, weeks, scored.score, tuple(stages), tuple(later))


def _in_order(gaps: Sequence[Gap], role_id: str) -> list[Gap]:
    first = {name: rank for rank, name in enumerate(FIRST_TOWARDS_AI)} if role_id == AI_ROLE else {}
    return sorted(
        gaps,
        key=lambda gap: (
            gap.kind is not GapKind.REWORDED, first.get(gap.competency, len(first)),
            -gap.gain / gap.effort_weeks, gap.priority,
        ),
    )
