"""What to close, and in which order: one order for the gap list, the first steps, the road and the plan.

First what is shown already and only wants the usual words; for the AI role then the four things that the field's comparisons
of the two roles advise to learn first; then by what closing it adds, and by the effort among equals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Gap, GapKind, Level, RoleAssessment
from resumefit.core.lexicon import AI_ROLE, TECH_ROLE
from resumefit.score.ways import FIRST_WAYS

FIRST_TOWARDS_AI = tuple(FIRST_WAYS)
"""What a technical PM learns first on the way to AI PM: basics of MLOps, bias auditing, prompt engineering, evaluation."""
CLOSE = 8.0
"""Scores nearer than this are no clear answer: about what two managers differ by."""
STANDS = (Level.READY, Level.OUTSTANDING)
"""Levels at which somebody may look beyond a role."""


@dataclass(frozen=True, slots=True)
class Work:
    """A competency to work on, with its gap in each role, in the order of the roles; None where it is none."""

    competency: str
    gaps: tuple[Gap | None, ...]
    gap: Gap

    @property
    def gain(self) -> float:
        """What closing it adds to all roles together."""
        return round(sum(gap.gain for gap in self.gaps if gap), 1)


@dataclass(frozen=True, slots=True)
class Worklist:
    """Everything to close. `nearest` and `aim` are role ids: a ready technical PM aims at the AI role.

    `between` is whether two roles are about equally near: then what serves both comes first.
    """

    nearest: str
    aim: str
    between: bool
    work: tuple[Work, ...]


def make_worklist(roles: Sequence[RoleAssessment]) -> Worklist | None:
    """Choose the role to aim at, and put all gaps of all roles in the order to close them; None without roles."""
    if not roles:
        return None
    ranked = sorted(enumerate(roles), key=lambda pair: (-pair[1].score, pair[0]))
    nearest = ranked[0][1]
    second = ranked[1][1] if len(ranked) > 1 else None
    leads_on = nearest.role == TECH_ROLE and nearest.level in STANDS
    aim = next((role for role in roles if role.role == AI_ROLE and leads_on), nearest)
    between = second is not None and aim is nearest and nearest.score - second.score < CLOSE
    work = _blended(roles, aim) if between else _towards(roles, aim)
    return Worklist(nearest.role, aim.role, between, tuple(work))


def in_order(gaps: Sequence[Gap], role_id: str) -> tuple[Gap, ...]:
    """Put one role's gaps in the order to close them."""
    return tuple(
        sorted(
            gaps,
            key=lambda gap: (
                gap.gain <= 0, gap.kind is not GapKind.REWORDED, first_rank(gap.competency, role_id), -gap.gain, gap.effort_weeks,
                gap.competency,
            ),
        )
    )


def first_rank(competency: str, role_id: str) -> int:
    """Return the place among what the AI role is learned from first; the same for all else, and for other roles."""
    known = role_id == AI_ROLE and competency in FIRST_TOWARDS_AI
    return FIRST_TOWARDS_AI.index(competency) if known else len(FIRST_TOWARDS_AI)


def _towards(roles: Sequence[RoleAssessment], aim: RoleAssessment) -> list[Work]:
    """First what the role aimed at lacks, then what only others do."""
    order = [gap.competency for gap in in_order(aim.gaps, aim.role)]
    for role in roles:
        order += [gap.competency for gap in in_order(role.gaps, role.role) if gap.competency not in order]
    return [_work(competency, roles, aim) for competency in order]


def _blended(roles: Sequence[RoleAssessment], aim: RoleAssessment) -> list[Work]:
    """By what closing it adds to all roles together: what serves both comes first."""
    names = dict.fromkeys(gap.competency for role in roles for gap in role.gaps)
    return sorted(
        (_work(competency, roles, aim) for competency in names),
        key=lambda work: (
            work.gain <= 0, work.gap.kind is not GapKind.REWORDED, -work.gain, first_rank(work.competency, aim.role),
            work.gap.effort_weeks, work.competency,
        ),
    )


def _work(competency: str, roles: Sequence[RoleAssessment], aim: RoleAssessment) -> Work:
    gaps = {role.role: next((gap for gap in role.gaps if gap.competency == competency), None) for role in roles}
    own = gaps.get(aim.role) or next(gap for gap in gaps.values() if gap)
    return Work(competency, tuple(gaps.values()), own)
