"""The map of the field: what a role asks, what two roles share and where they part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resumefit.core.lexicon import Competency, Lexicon, Role, Skill, SkillKind

_WORTH_SHOWING = 6
_ELSEWHERE = "elsewhere"


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
        roles, tuple(counted.values()), _stages(lexicon.stages, counted),
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
        tools=_tools(competency, skills, labels),
        ideas=_labels([skill for skill in skills if skill.kind is not SkillKind.TOOL]),
        duty=competency.duty,
        measures=tuple(labels[skill] for skill in competency.measures if skill in labels),
    )


def _tools(competency: Competency, skills: list[Skill], labels: Mapping[str, str]) -> tuple[str, ...]:
    """Return the tools that the competency names, else those that postings name at all."""
    if competency.tools:
        return tuple(labels[tool] for tool in competency.tools if tool in labels)
    return _labels([skill for skill in skills if skill.kind is SkillKind.TOOL and skill.asked])


def _labels(skills: list[Skill]) -> tuple[str, ...]:
    return tuple(skill.label for skill in skills[:_WORTH_SHOWING])


def _stages(names: tuple[str, ...], counted: Mapping[str, Demand]) -> tuple[StageOfWork, ...]:
    """Return what each stage calls for; what names no stage, or one that is not there, stands `elsewhere`, at the end."""
    demands: dict[str, list[Demand]] = {name: [] for name in (*names, _ELSEWHERE)}
    for demand in counted.values():
        stage = demand.competency.stage
        demands[stage if stage in names else _ELSEWHERE].append(demand)
    return tuple(StageOfWork(name, tuple(sorted(found, key=_heaviest))) for name, found in demands.items() if found)


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
