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
_NEAR = 4  # words between two names of one list
_ENOUGH_NAMES = 2
_HELPFUL_KINDS = frozenset({SkillKind.TOOL, SkillKind.CERTIFICATION})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate that stands, and why its form means the skill here."""

    candidate: Candidate
    because: str


_FIELD_OF_PRODUCT_WORK = frozenset({"product", "technical"})


def families_of(lexicon: Lexicon) -> Mapping[str, str]:
    """Return each competency's family."""
    return {competency.id: competency.family for competency in lexicon.competencies}


def choose(
    found: Sequence[Candidate], words: Words, *, guards: Guards, families: Mapping[str, str], product_work: bool = False
) -> tuple[Chosen, ...]:
    """Return the candidates that stand, in text order and without overlaps.

    `product_work` says that the line tells of a product position, where a backlog or interviews are what they are to a product manager.
    """
    standing: list[Chosen] = []
    open_cases: list[Candidate] = []
    for candidate in {(id(one.entry.form), one.start, one.stop): one for one in found}.values():
        if guards.objection(candidate, words) is not None:
            continue
        word = guards.support(candidate, words)
        if word is None:
            open_cases.append(candidate)
        else:
            standing.append(Chosen(candidate, f"'{word}' shows which sense is meant" if word else ""))
    standing += _with_neighbours(open_cases, standing, words, families=families, product_work=product_work)
    return _longest(standing)


def _with_neighbours(
    open_cases: Sequence[Candidate], standing: Sequence[Chosen], words: Words, *, families: Mapping[str, str], product_work: bool
) -> list[Chosen]:
    rescued: list[Chosen] = []
    for candidate in open_cases:
        if product_work and families.get(candidate.entry.skill.competency) in _FIELD_OF_PRODUCT_WORK:
            rescued.append(Chosen(candidate, "told of a product position"))
            continue
        for other in standing:
            if other.candidate.places & candidate.places or other.candidate.entry.skill is candidate.entry.skill:
                continue
            if _helps(other.candidate, candidate, families):
                label = other.candidate.entry.skill.label
                rescued.append(Chosen(candidate, f"beside {label}"))
                break
        else:
            if _among_its_like(candidate, open_cases, words):
                rescued.append(Chosen(candidate, "in a list with others of its kind"))
    return rescued


def _among_its_like(candidate: Candidate, open_cases: Sequence[Candidate], words: Words) -> bool:
    """Tell whether capitalised names that are each doubtful stand together: `Helm, Istio, Apollo`, `Cypress and Selenium`."""
    if not _is_name(candidate, words):
        return False
    near = {
        other.entry.skill.id: other.entry.skill.competency
        for other in open_cases
        if not other.places & candidate.places
        and other.entry.skill is not candidate.entry.skill
        and _is_name(other, words)
        and min(abs(other.start - candidate.stop), abs(candidate.start - other.stop)) <= _NEAR
    }
    alike = sum(competency == candidate.entry.skill.competency for competency in near.values())
    return alike >= 1 or len(near) >= _ENOUGH_NAMES


def _is_name(candidate: Candidate, words: Words) -> bool:
    return candidate.entry.skill.kind is SkillKind.TOOL and words.raw(candidate.start)[:1].isupper()


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
