"""Which role is nearer, why, and what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Gap, GapKind, Recommendation, RoleAssessment
from resumefit.core.lexicon import Lexicon

AI_ROLE, TECH_ROLE = "ai-pm", "tech-pm"
FIRST_TOWARDS_AI = ("mlops", "responsible-ai", "generative-ai", "model-evaluation")
"""What a technical PM learns first on the way to AI PM, as the field's own comparisons of the two roles advise."""
_CLOSE = 8.0  # scores nearer than this are no clear answer: about what two managers differ by
_STEPS = 4


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
    if tech is None or ai is None or ai.score - tech.score >= _CLOSE:
        return None
    weights = {item.id: item.weight for item in ai.competencies}
    wanted = [gap for gap in ordered_for_ai(ai.gaps) if weights.get(gap.competency, 0) >= 2]
    return Road(
        carried_over(ai),
        learn=tuple(gap.competency for gap in wanted if gap.kind is not GapKind.REWORDED),
        reword=tuple(gap.competency for gap in wanted if gap.kind is GapKind.REWORDED),
        both=tuple(gap.competency for gap in serving_both(tech, ai)),
    )


def serving_both(one: RoleAssessment, other: RoleAssessment) -> tuple[Gap, ...]:
    """Return the gaps that two roles have in common, by the sum of what closing them adds, as the first role has them."""
    gains = {gap.competency: gap.gain for gap in other.gaps}
    common = [gap for gap in one.gaps if gap.competency in gains]
    return tuple(sorted(common, key=lambda gap: (-(gap.gain + gains[gap.competency]), gap.effort_weeks, gap.competency)))


def recommend(roles: Sequence[RoleAssessment], *, lexicon: Lexicon) -> Recommendation | None:
    """Name the nearest of the assessed roles, why, and the first steps towards it; None without roles."""
    if not roles:
        return None
    ranked = sorted(enumerate(roles), key=lambda pair: (-pair[1].score, pair[0]))
    closest = ranked[0][1]
    second = ranked[1][1] if len(ranked) > 1 else None
    return Recommendation(closest.role, _why(closest, second, lexicon), _first_steps(closest, second, lexicon))


def ordered_for_ai(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Sort the gaps of the AI role in the order to learn them: the four that come first, then by gain."""
    first = {competency: rank for rank, competency in enumerate(FIRST_TOWARDS_AI)}
    return tuple(sorted(gaps, key=lambda gap: (first.get(gap.competency, len(first)), gap.priority)))


def carried_over(role: RoleAssessment, *, strength: float = 0.4) -> tuple[str, ...]:
    """Return the competencies that already stand for a role, strongest points first."""
    strong = [item for item in role.competencies if item.strength >= strength]
    return tuple(item.id for item in sorted(strong, key=lambda item: (-item.points, item.id)))


def _why(closest: RoleAssessment, second: RoleAssessment | None, lexicon: Lexicon) -> str:
    label = _role_label(closest.role, lexicon)
    carried = [_label(competency, lexicon) for competency in carried_over(closest)[:3]]
    strengths = f"carried by {_listed(carried)}" if carried else "though no competency is well shown yet"
    if second is None:
        return f"{label} stands at {closest.score:.1f} ({closest.level}), {strengths}"
    other = f"{_role_label(second.role, lexicon)} at {second.score:.1f}"
    if closest.score - second.score < _CLOSE:
        return f"{label} at {closest.score:.1f} and {other} are about equally near; {label} is {strengths}"
    return f"{label} at {closest.score:.1f} is nearer than {other}, {strengths}"


def _first_steps(closest: RoleAssessment, second: RoleAssessment | None, lexicon: Lexicon) -> tuple[str, ...]:
    """Say what to do first: for the nearest role; for two that are about equally near, first what serves both."""
    blended = serving_both(closest, second)[:2] if second and closest.score - second.score < _CLOSE else ()
    towards_ai = second is not None and second.role == AI_ROLE
    said = {gap.competency for gap in blended}
    own = [gap for gap in closest.gaps if gap.competency not in said][: 2 - len(blended) if towards_ai else _STEPS]
    steps = [f"For both roles: {_step(gap, lexicon)}" for gap in blended]
    steps += [_step(gap, lexicon) for gap in own]
    if towards_ai and second is not None:
        said |= {gap.competency for gap in own}
        wanted = [gap for gap in ordered_for_ai(second.gaps) if gap.competency not in said]
        towards = f"Towards {_role_label(AI_ROLE, lexicon)}"
        steps += [f"{towards}: {_step(gap, lexicon)}" for gap in wanted[: _STEPS - len(steps)]]
    return tuple(steps[:_STEPS])


def _step(gap: Gap, lexicon: Lexicon) -> str:
    label = _label(gap.competency, lexicon)
    if gap.kind is GapKind.REWORDED:
        return f"Name {label} where you already show it, in the words that readers look for"
    if gap.advice is not None:
        return f"{label}: {gap.advice.do}"
    return f"{label}: do it once in your present work, and write the deed with its result"


def _role_label(role_id: str, lexicon: Lexicon) -> str:
    return next((role.label for role in lexicon.roles if role.id == role_id), role_id)


def _label(competency: str, lexicon: Lexicon) -> str:
    return next((item.label for item in lexicon.competencies if item.id == competency), competency)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
