"""Draws a role as a rose: one petal a competency, as long as the role counts it, filled as far as the resume shows it.

Every role has the same slots, so that two roses can be laid side by side; what a role does not count stays empty.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.assessment import CompetencyScore
from resumefit.core.lexicon import Competency

INNER, OUTER = 36.0, 104.0
_TOP_WEIGHT = 3
_GAP = 0.022  # radians left free on either side of a petal


@dataclass(frozen=True, slots=True)
class Petal:
    """Two SVG paths, what the role counts and what is shown, with the words for both."""

    family: str
    counted: str
    shown: str
    title: str


def petals(competencies: Sequence[Competency], scores: Mapping[str, CompetencyScore]) -> tuple[Petal, ...]:
    """Return a petal for each competency, clockwise from the top in the lexicon's order."""
    if not competencies:
        return ()
    slot = 2 * math.pi / len(competencies)
    found = []
    for index, competency in enumerate(competencies):
        score = scores.get(competency.id)
        start, stop = index * slot + _GAP, (index + 1) * slot - _GAP
        weight = score.weight if score else 0
        reach = INNER + (OUTER - INNER) * min(weight, _TOP_WEIGHT) / _TOP_WEIGHT
        filled = INNER + (reach - INNER) * (score.strength if score else 0.0)
        words = f"{score.points:.1f} of {score.max_points:.1f} points" if score else "not counted for this role"
        found.append(
            Petal(
                competency.family, wedge(start, stop, INNER, reach) if weight else "",
                wedge(start, stop, INNER, filled) if filled > INNER + 0.5 else "", f"{competency.label}: {words}",
            )
        )
    return tuple(found)


def wedge(start: float, stop: float, inner: float, outer: float) -> str:
    """Return the SVG path of a piece of a ring; angles in radians, clockwise from the top."""
    a, b = _point(start, outer), _point(stop, outer)
    c, d = _point(stop, inner), _point(start, inner)
    return f"M{a}A{outer:.1f} {outer:.1f} 0 0 1 {b}L{c}A{inner:.1f} {inner:.1f} 0 0 0 {d}Z"


def _point(angle: float, radius: float) -> str:
    x, y = radius * math.sin(angle), -radius * math.cos(angle)
    return f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text
