"""The formula: from evidence to strengths, and from strengths to points that add up to the score.

A competency's own strength saturates with its deeds. Three factors that hold for the whole resume then scale every
strength alike, so that points stay additive: time in product roles, how much of the role's core shows, and how many
deeds the resume tells at all.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from resumefit.core.lexicon import Role
from resumefit.score.constants import Constants
from resumefit.score.evidence import Doubt, Evidence, Material, gather_all

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
    """A role's whole sum, `deeds` of the whole resume and not of this role alone; `core_of` are the competencies of its core."""

    role: str
    deeds: int
    product: float
    core_mean: float
    core: float
    depth: float
    competencies: tuple[Weighed, ...]
    core_of: tuple[str, ...] = ()

    @property
    def exact(self) -> float:
        """The score before rounding, in [0, 100]."""
        return min(100.0, math.fsum(item.exact_points for item in self.competencies))


def weigh_role(role: Role, material: Material, *, constants: Constants, doubt: Doubt = Doubt.AS_READ) -> Weighing:
    """Weigh all competencies that count for a role."""
    evidence = gather_all(material, constants=constants, doubt=doubt)
    return weigh_evidence(role, evidence, years_product=material.resume.years_product, constants=constants)


def weigh_evidence(
    role: Role, evidence: Mapping[str, Evidence], *, years_product: float, constants: Constants
) -> Weighing:
    """Weigh evidence that has been gathered; a competency without an entry has none."""
    counted = {competency: weight for competency, weight in role.weights.items() if weight > 0}
    deeds = sum(len(found.deeds) for found in evidence.values())
    depth = _ramp(constants.depth_floor, deeds / constants.depth_deeds)
    product = _ramp(constants.product_floor, years_product / constants.product_years)
    own = {competency: _own(evidence.get(competency, NOTHING), constants) for competency in counted}
    core_of = tuple(competency for competency in role.core_competencies if competency in counted)
    core_mean = _mean([own[competency][3] for competency in core_of])
    core = _ramp(constants.core_floor, core_mean / constants.core_enough)
    total = sum(counted.values())
    return Weighing(
        role.id, deeds, product, core_mean, core, depth,
        tuple(
            _weighed(
                competency, weight, evidence.get(competency, NOTHING), own[competency],
                factor=product * core * depth, total=total,
            )
            for competency, weight in counted.items()
        ),
        core_of,
    )


def _weighed(
    competency: str, weight: int, evidence: Evidence, own: tuple[float, float, float, float],
    *, factor: float, total: int,
) -> Weighed:
    strength = min(1.0, own[3] * factor)
    share = 100 * weight / total
    return Weighed(competency, weight, evidence, *own, strength, share * strength, share)


def _own(evidence: Evidence, constants: Constants) -> tuple[float, float, float, float]:
    """Return worth, shown, named and own strength of a competency."""
    worth = math.fsum(piece.worth for piece in evidence.deeds)
    worth += constants.another_position * evidence.further_positions
    shown = 1 - math.exp(-worth / constants.deed_scale)
    names = math.fsum(piece.worth for piece in evidence.listed)
    named = constants.listed_cap * (1 - math.exp(-names / constants.listed_scale))
    return worth, shown, named, shown + (1 - shown) * named


def _ramp(floor: float, share: float) -> float:
    return floor + (1 - floor) * max(0.0, min(1.0, share))


def _mean(values: list[float]) -> float:
    return math.fsum(values) / len(values) if values else 1.0
