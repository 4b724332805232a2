"""The map of the field: what a role asks, what two roles share and where they part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resumefit.core.lexicon import Competency, Lexicon, Role, Skill, SkillKind
from resumefit.score.field import DUTIES, MEASURES, STAGES, TOOLS

_WORTH_SHOWING = 6


@dataclass(frozen=True, slots=True)
class Demand:
    """One competency as two roles (or one) weigh it, with the tools and the measures that belong to it."""

    competency: Competency
    weights: tuple[int, ...]
    tools: tuple[str, ...]
    ideas: tuple[str, ...]
    duty: str = ""
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageOfWork:
    """A stage with the competencies that the roles count in it, heaviest first."""

    name: str
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class RoleMap:
    """One role, or several side by side. `shared` weigh alike and at least 2; `parts` weigh more in one than another."""

    roles: tuple[Role, ...]
    demands: tuple[Demand, ...]
    stages: tuple[StageOfWork, ...]
    shared: tuple[Demand, ...]
    parts: tuple[tuple[str, tuple[Demand, ...]], ...]


def map_roles(lexicon: Lexicon, *role_ids: str) -> RoleMap:
    """Draw the map for some roles, all for none named; KeyError for an unknown one."""
    known = {role.id: role for role in lexicon.roles}
    roles = tuple(known[role_id] for role_id in role_ids) or lexicon.roles
    demands = tuple(_demand(competency, roles, lexicon) for competency in lexicon.competencies)
    counted = {demand.competency.id: demand for demand in demands if any(demand.weights)}
    return RoleMap(
        roles, tuple(counted.values()), _stages(counted),
        shared=tuple(item for item in counted.values() if min(item.weights) >= 2 and len(set(item.weights)) == 1),
        parts=tuple((role.id, _leaning(index, counted)) for index, role in enumerate(roles)) if len(roles) > 1 else (),
    )


def _demand(competency: Competency, roles: tuple[Role, ...], lexicon: Lexicon) -> Demand:
    skills = sorted(
        (skill for skill in lexicon.skills if skill.competency == competency.id),
        key=lambda skill: (-skill.asked, skill.label.casefold()),
    )
    labels = {skill.id: skill.label for skill in lexicon.skills}
    return Demand(
        competency, tuple(role.weights.get(competency.id, 0) for role in roles),
        tools=_tools(competency.id, skills, labels),
        ideas=_labels([skill for skill in skills if skill.kind is not SkillKind.TOOL]),
        duty=DUTIES.get(competency.id, ""),
        measures=tuple(labels[skill] for skill in MEASURES.get(competency.id, ()) if skill in labels),
    )


def _tools(competency: str, skills: list[Skill], labels: Mapping[str, str]) -> tuple[str, ...]:
    """Return the tools that the field names, else those that postings name at all."""
    if competency in TOOLS:
        return tuple(labels[tool] for tool in TOOLS[competency] if tool in labels)
    return _labels([skill for skill in skills if skill.kind is SkillKind.TOOL and skill.asked])


def _labels(skills: list[Skill]) -> tuple[str, ...]:
    return tuple(skill.label for skill in skills[:_WORTH_SHOWING])


def _stages(counted: Mapping[str, Demand]) -> tuple[StageOfWork, ...]:
    placed = {name for _, names in STAGES for name in names}
    rest = tuple(name for name in counted if name not in placed)
    stages = [*STAGES, ("elsewhere", rest)] if rest else list(STAGES)
    found = [
        StageOfWork(stage, tuple(sorted((counted[name] for name in names if name in counted), key=_heaviest)))
        for stage, names in stages
    ]
    return tuple(stage for stage in found if stage.demands)


def _leaning(index: int, counted: Mapping[str, Demand]) -> tuple[Demand, ...]:
    """Return what a role weighs more than every other."""
    return tuple(
        sorted(
            (
                demand for demand in counted.values()
                if all(demand.weights[index] > weight for at, weight in enumerate(demand.weights) if at != index)
            ),
            key=_heaviest,
        )
    )


def _heaviest(demand: Demand) -> tuple[int, str]:
    return -max(demand.weights), demand.competency.id
