"""The formula: from evidence to strengths, and from strengths to points that add up to the score.

A competency's own strength saturates with its deeds. Three factors that hold for the whole resume then scale every
strength alike, so that points stay additive: time in product roles, how much of the role's core shows, and how many
deeds the resume tells at all. Of the result a role says how much is enough.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from resumefit.core.lexicon import Role
from resumefit.score.constants import Constants
from resumefit.score.evidence import Evidence, Material, gather_all

NOTHING = Evidence()


@dataclass(frozen=True, slots=True)
class Weighed:
    """One competency on the scales: `shown` by deeds, `named` without, `own` of both, `strength` after the factors."""

    competency: str
    weight: int
    evidence: Evidence
    worth: float
    shown: float
    named: float
    own: float
    strength: float
    exact_points: float
    max_points: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """A role's whole sum; `core_of` are its core, `core_share` how much hangs on it, `enough` the strength that is the whole.

    `evidence` and `deeds` are of the whole resume and not of this role alone.
    """

    role: str
    deeds: int
    product: float
    core_mean: float
    core: float
    depth: float
    competencies: tuple[Weighed, ...]
    core_of: tuple[str, ...]
    core_share: float
    enough: float
    evidence: Mapping[str, Evidence]

    @property
    def exact(self) -> float:
        """The score before rounding, in [0, 100]."""
        return _total(item.exact_points for item in self.competencies)

    @property
    def own(self) -> dict[str, float]:
        """The own strength of each competency that counts."""
        return {item.competency: item.own for item in self.competencies}


def weigh_role(role: Role, material: Material, *, constants: Constants) -> Weighing:
    """Weigh all competencies that count for a role."""
    evidence = gather_all(material, constants=constants)
    return weigh_evidence(role, evidence, years_product=material.resume.years_product, constants=constants)


def weigh_evidence(
    role: Role, evidence: Mapping[str, Evidence], *, years_product: float, constants: Constants
) -> Weighing:
    """Weigh evidence that has been gathered; a competency without an entry has none."""
    shares = _shares(role)
    deeds = sum(len(found.deeds) for found in evidence.values())
    strengths = {
        competency: _strengths(evidence.get(competency, NOTHING), constants=constants) for competency in shares
    }
    factors = _factors(
        role, {competency: found.own for competency, found in strengths.items()},
        deeds=deeds, years_product=years_product, constants=constants,
    )
    weighed = []
    for competency, share in shares.items():
        found = strengths[competency]
        strength = _scaled(found.own, factors)
        weighed.append(Weighed(
            competency, role.weights[competency], evidence.get(competency, NOTHING), *found, strength, share * strength, share,
        ))
    return Weighing(
        role.id, deeds, factors.product, factors.core_mean, factors.core, factors.depth,
        tuple(weighed), factors.core_of, role.core_share, role.enough, evidence,
    )


def exact_score(
    role: Role, own: Mapping[str, float], *, deeds: int, years_product: float, constants: Constants
) -> float:
    """Return what `weigh_evidence` has as `exact`, from own strengths and from the number of deeds in the whole resume."""
    factors = _factors(role, own, deeds=deeds, years_product=years_product, constants=constants)
    return _total(share * _scaled(own[competency], factors) for competency, share in _shares(role).items())


def own_strength(evidence: Evidence, *, constants: Constants) -> float:
    """Return how far a competency is shown, in [0, 1], before the factors that hold for the whole resume."""
    return _strengths(evidence, constants=constants).own


class _Strengths(NamedTuple):
    worth: float
    shown: float
    named: float
    own: float


def _strengths(evidence: Evidence, *, constants: Constants) -> _Strengths:
    worth = math.fsum(piece.worth for piece in evidence.deeds)
    worth += constants.another_position * evidence.further_positions
    shown = 1 - math.exp(-worth / constants.deed_scale)
    names = math.fsum(piece.worth for piece in evidence.listed)
    named = constants.listed_cap * (1 - math.exp(-names / constants.listed_scale))
    return _Strengths(worth, shown, named, shown + (1 - shown) * named)


class _Factors(NamedTuple):
    """What scales every strength alike, what the core's factor is from, and how much is the whole of a strength."""

    product: float
    core_mean: float
    core: float
    depth: float
    core_of: tuple[str, ...]
    enough: float


def _factors(
    role: Role, own: Mapping[str, float], *, deeds: int, years_product: float, constants: Constants
) -> _Factors:
    core_of = tuple(competency for competency in role.core_competencies if role.weights.get(competency, 0) > 0)
    core_mean = _mean([own[competency] for competency in core_of])
    return _Factors(
        product=_ramp(constants.product_floor, years_product / constants.product_years),
        core_mean=core_mean,
        core=_ramp(1 - role.core_share, core_mean / constants.core_enough),
        depth=_ramp(constants.depth_floor, deeds / constants.depth_deeds),
        core_of=core_of,
        enough=role.enough,
    )


def _shares(role: Role) -> dict[str, float]:
    """Return the most points that each competency of the role may give; they add up to 100."""
    counted = {competency: weight for competency, weight in role.weights.items() if weight > 0}
    total = sum(counted.values())
    return {competency: 100 * weight / total for competency, weight in counted.items()}


def _scaled(own: float, factors: _Factors) -> float:
    return min(1.0, own * (factors.product * factors.core * factors.depth) / factors.enough)


def _total(points: Iterable[float]) -> float:
    return min(100.0, math.fsum(points))


def _ramp(floor: float, share: float) -> float:
    return floor + (1 - floor) * max(0.0, min(1.0, share))


def _mean(values: list[float]) -> float:
    return math.fsum(values) / len(values) if values else 1.0
