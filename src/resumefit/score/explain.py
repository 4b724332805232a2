"""The whole sum behind a score, so that a reader can check every number with a pocket calculator."""

from __future__ import annotations

from dataclasses import dataclass

from resumefit.core.assessment import Assessment
from resumefit.core.lexicon import Lexicon, Role
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.evidence import Material
from resumefit.score.rounding import points_that_add_up, tenth
from resumefit.score.uncertainty import Possibility, possibilities
from resumefit.score.weighing import Weighing, weigh_role


@dataclass(frozen=True, slots=True)
class Explanation:
    """A role's weighing with the points as the report rounds them, in the order of `weighing.competencies`.

    `doubts` are what the range follows from, the weightiest first.
    """

    role: Role
    weighing: Weighing
    points: tuple[float, ...]
    score: float
    years_product: float
    deeds: int
    constants: Constants
    doubts: tuple[Possibility, ...] = ()


def explain(
    assessment: Assessment, role_id: str, *, lexicon: Lexicon, constants: Constants = DEFAULT
) -> Explanation:
    """Lay open one role's score; KeyError when the lexicon has no such role."""
    role = next((role for role in lexicon.roles if role.id == role_id), None)
    if role is None:
        raise KeyError(role_id)
    material = material_of(assessment)
    weighing = weigh_role(role, material, constants=constants)
    return Explanation(
        role=role, weighing=weighing,
        points=points_that_add_up([item.exact_points for item in weighing.competencies]),
        score=tenth(weighing.exact), years_product=assessment.resume.years_product, deeds=weighing.deeds,
        constants=constants, doubts=possibilities(role, material, weighing=weighing, constants=constants),
    )


def material_of(assessment: Assessment) -> Material:
    """Return what an assessment was made from."""
    return Material(assessment.document, assessment.resume, assessment.mentions)
