"""Which role is nearer, why, and what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import FirstStep, GapKind, Level, Recommendation, RoleAssessment
from resumefit.core.lexicon import AI_ROLE, TECH_ROLE, Lexicon
from resumefit.score.worklist import CLOSE, STANDS, Work, Worklist, in_order, make_worklist

REWORDING = "In the usual words"
"""What the first step is about that puts together all that is shown in other words."""
_STEPS = 4
_CARRIED = 3


@dataclass(frozen=True, slots=True)
class Road:
    """The way from technical PM to AI PM, as competency ids: what carries over, and what of weight 2 or 3 to learn, in order.

    `reword` is shown already, but in words that a reader may miss. `both` are gaps of either role, by what closing them
    adds to the two together: for somebody between the roles they come first.
    """

    carried: tuple[str, ...]
    learn: tuple[str, ...]
    reword: tuple[str, ...] = ()
    both: tuple[str, ...] = ()


def road_to_ai(roles: Sequence[RoleAssessment]) -> Road | None:
    """Lay out the road for somebody nearer to technical PM, or between the two; None for anybody else."""
    by_id = {role.role: role for role in roles}
    tech, ai = by_id.get(TECH_ROLE), by_id.get(AI_ROLE)
    if tech is None or ai is None or ai.score - tech.score >= CLOSE:
        return None
    weights = {item.id: item.weight for item in ai.competencies}
    wanted = [gap for gap in in_order(ai.gaps, AI_ROLE) if gap.gain > 0 and weights.get(gap.competency, 0) >= 2]
    return Road(
        carried_over(ai),
        learn=tuple(gap.competency for gap in wanted if gap.kind is not GapKind.REWORDED),
        reword=tuple(gap.competency for gap in wanted if gap.kind is GapKind.REWORDED),
        both=serving_both(tech, ai),
    )


def serving_both(one: RoleAssessment, other: RoleAssessment) -> tuple[str, ...]:
    """Return the gaps that two roles have in common, by the sum of what closing them adds."""
    gains = {gap.competency: gap.gain for gap in other.gaps}
    common = [gap for gap in one.gaps if gap.competency in gains]
    common.sort(key=lambda gap: (-(gap.gain + gains[gap.competency]), gap.effort_weeks, gap.competency))
    return tuple(gap.competency for gap in common)


def carried_over(role: RoleAssessment, *, strength: float = 0.3) -> tuple[str, ...]:
    """Return the competencies that already stand for a role, strongest points first."""
    strong = [item for item in role.competencies if item.strength >= strength]
    return tuple(item.id for item in sorted(strong, key=lambda item: (-item.points, item.id)))


def recommend(roles: Sequence[RoleAssessment], *, lexicon: Lexicon) -> Recommendation | None:
    """Name the nearest of the assessed roles, why, and the first steps towards the one to aim at; None without roles."""
    worklist = make_worklist(roles)
    if worklist is None:
        return None
    steps = _first_steps(worklist, roles, lexicon)
    return Recommendation(
        worklist.nearest, _why(worklist, roles, lexicon),
        tuple(": ".join(part for part in (step.serves, step.about, step.do) if part) for step in steps),
        aim=worklist.aim, steps=steps,
    )


def _why(worklist: Worklist, roles: Sequence[RoleAssessment], lexicon: Lexicon) -> str:
    ranked = sorted(enumerate(roles), key=lambda pair: (-pair[1].score, pair[0]))
    nearest = ranked[0][1]
    label = _role_label(nearest.role, lexicon)
    carried = [_label(competency, lexicon) for competency in carried_over(nearest)[:_CARRIED]]
    others = [f"{_role_label(role.role, lexicon)} at {role.score:.1f}" for _, role in ranked[1:]]
    if nearest.level is Level.NOT_YET:
        shown = f"; most of what is shown is {_listed(carried)}" if carried else "; no competency is well shown"
        if not others:
            return f"{label} is not near yet, at {nearest.score:.1f}{shown}"
        return f"Neither role is near yet: {_listed([f'{label} stands at {nearest.score:.1f}', *others])}{shown}"
    strengths = f"carried by {_listed(carried)}" if carried else "with no competency well shown yet"
    if not others:
        return f"{label} stands at {nearest.score:.1f} ({nearest.level}), {strengths}"
    if worklist.between:
        return f"{label} at {nearest.score:.1f} and {_listed(others)} are about equally near. {label} is {strengths}"
    onward = ""
    if worklist.aim != nearest.role:
        onward = f". As it is {nearest.level}, the steps lead on to {_role_label(worklist.aim, lexicon)}"
    elif nearest.level in STANDS:
        onward = f". {_most(nearest)}"
    return f"{label} at {nearest.score:.1f} is nearer than {_listed(others)}, {strengths}{onward}"


def _most(role: RoleAssessment) -> str:
    most = max((gap.gain for gap in role.gaps), default=0.0)
    return f"Closing a gap would add {most:.1f} at most" if most > 0 else "Nothing is missing that would add to it"


def _first_steps(worklist: Worklist, roles: Sequence[RoleAssessment], lexicon: Lexicon) -> tuple[FirstStep, ...]:
    """Say what to do first, in the order of the worklist; what only wants other words is one step together."""
    own = [work for work in worklist.work if work.gain > 0 and _serves(work, worklist.aim, roles)]
    reword = [work for work in own if work.gap.kind is GapKind.REWORDED]
    learn = [work for work in own if work.gap.kind is not GapKind.REWORDED]
    steps = []
    if reword:
        names = [_label(work.competency, lexicon) for work in reword]
        steps.append(
            FirstStep(
                tuple(work.competency for work in reword), REWORDING,
                f"you show {_listed(names)} in words of your own; name the usual terms there, if that is what it was",
            )
        )
    for work in learn[: _STEPS - len(steps)]:
        serves = _serving(work, worklist, roles, lexicon)
        steps.append(FirstStep((work.competency,), _label(work.competency, lexicon), _do(work), serves))
    return tuple(steps)


def _serves(work: Work, aim: str, roles: Sequence[RoleAssessment]) -> bool:
    return any(gap for role, gap in zip(roles, work.gaps, strict=True) if role.role == aim)


def _serving(work: Work, worklist: Worklist, roles: Sequence[RoleAssessment], lexicon: Lexicon) -> str:
    """Say which role a step serves, where the reader could not know."""
    if worklist.aim != worklist.nearest:
        return f"Towards {_role_label(worklist.aim, lexicon)}"
    return "For both roles" if worklist.between and all(work.gaps) and len(roles) == 2 else ""


def _do(work: Work) -> str:
    if work.gap.advice is not None:
        return work.gap.advice.do
    return "do it once in your present work, and write the deed with its result"


def _role_label(role_id: str, lexicon: Lexicon) -> str:
    return next((role.label for role in lexicon.roles if role.id == role_id), role_id)


def _label(competency: str, lexicon: Lexicon) -> str:
    return next((item.label for item in lexicon.competencies if item.id == competency), competency)


def _listed(words: Sequence[str]) -> str:
    """Join words in a row; without an "and" of our own where one of them holds one itself."""
    if len(words) <= 1:
        return words[0] if words else ""
    if any(" and " in word for word in words):
        return ", ".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
