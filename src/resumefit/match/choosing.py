"""Chooses among overlapping candidates: first what context allows, then the longest.

A form that needs support may get it from a safe skill of the field in the same line (`Kafka, Redis, PostgreSQL`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.lexicon import Lexicon, SkillKind
from resumefit.match.finding import Candidate
from resumefit.match.guards import Guards
from resumefit.match.words import Words

_HELPFUL_FAMILIES = frozenset({"technical", "ai", "responsible"})
_HELPFUL_COMPETENCIES = frozenset({"product-analytics"})
_HELPFUL_KINDS = frozenset({SkillKind.TOOL, SkillKind.CERTIFICATION})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate that stands, and why its form means the skill here."""

    candidate: Candidate
    because: str


def families_of(lexicon: Lexicon) -> Mapping[str, str]:
    """Return each competency's family."""
    return {competency.id: competency.family for competency in lexicon.competencies}


def choose(
    found: Sequence[Candidate], words: Words, *, guards: Guards, families: Mapping[str, str], supported: bool = False
) -> tuple[Chosen, ...]:
    """Return the candidates that stand, in text order and without overlaps.

    `supported` says that the surroundings (a skills list full of safe skills) already speak for the field.
    """
    standing: list[Chosen] = []
    open_cases: list[Candidate] = []
    for candidate in dict.fromkeys(found):
        if guards.objection(candidate, words) is not None:
            continue
        word = guards.support(candidate, words)
        if word is None:
            open_cases.append(candidate)
        else:
            standing.append(Chosen(candidate, f"'{word}' shows which sense is meant" if word else ""))
    standing += _with_neighbours(open_cases, standing, families=families, supported=supported)
    return _longest(standing)


def _with_neighbours(
    open_cases: Sequence[Candidate], standing: Sequence[Chosen], *, families: Mapping[str, str], supported: bool
) -> list[Chosen]:
    rescued: list[Chosen] = []
    for candidate in open_cases:
        if supported:
            rescued.append(Chosen(candidate, "stands in a list of the field's skills"))
            continue
        for other in standing:
            if other.candidate.places & candidate.places or other.candidate.entry.skill is candidate.entry.skill:
                continue
            if _helps(other.candidate, candidate, families):
                label = other.candidate.entry.skill.label
                rescued.append(Chosen(candidate, f"beside {label}"))
                break
    return rescued


def _helps(other: Candidate, candidate: Candidate, families: Mapping[str, str]) -> bool:
    skill = other.entry.skill
    family = families.get(skill.competency)
    return (
        family in _HELPFUL_FAMILIES
        or skill.competency in _HELPFUL_COMPETENCIES
        or skill.kind in _HELPFUL_KINDS
        or family == families.get(candidate.entry.skill.competency)
    )


def _longest(standing: Sequence[Chosen]) -> tuple[Chosen, ...]:
    taken: set[int] = set()
    kept: list[Chosen] = []
    order = sorted(
        standing,
        key=lambda chosen: (
            [-int(part) for part in chosen.candidate.weight], chosen.candidate.start, chosen.candidate.entry.skill.id,
        ),
    )
    for chosen in order:
        if not taken & chosen.candidate.places:
            taken |= chosen.candidate.places
            kept.append(chosen)
    return tuple(sorted(kept, key=lambda chosen: (chosen.candidate.start, chosen.candidate.stop)))
