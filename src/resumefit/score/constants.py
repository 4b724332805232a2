"""The few numbers that scoring rests on, and the words for a score.

docs/scoring.md says what each one does and where it comes from; benchmarks/fit_scoring.py is how they were chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from resumefit.core.assessment import Level


@dataclass(frozen=True, slots=True)
class Constants:
    """Every number of the formulas for roles and postings. A deed is worth 1; everything else is measured against that.

    The chances that make the range round a score are no part of it: `uncertainty` has them.
    """

    outcome: float = 1.25
    """Worth of a deed whose sentence carries a measured result."""
    bare: float = 0.2
    """Worth of a deed whose sentence says hardly more than the skill's name ("Led roadmap.")."""
    bare_words: int = 4
    """A sentence with fewer words than these beside the name is bare."""
    paraphrase: float = 0.9
    """Worth of a deed told in none of the usual terms, before its confidence."""
    another_position: float = 0.25
    """Worth of showing the competency again in a further position."""
    fading_years: float = 10.0
    """A deed loses `faded` of its worth evenly over these years after its position ended."""
    faded: float = 0.3
    undated_years: float = 5.0
    """Age of a deed without a date: neither fresh nor old."""
    deed_scale: float = 0.5
    """Deeds worth this much give 63 % of full strength: strength = 1 - exp(-worth / deed_scale)."""
    listed_cap: float = 0.25
    """The most strength that naming skills without a deed can give."""
    listed_scale: float = 2.0
    """As deed_scale, for skills that are only named."""
    product_floor: float = 0.8
    """What evidence counts for without any time in a product role."""
    product_years: float = 8.0
    """Time in product roles beyond which more of it adds nothing."""
    core_enough: float = 0.75
    """Mean strength in the core that counts as the whole of it: nobody has done everything."""
    depth_floor: float = 0.6
    """What evidence counts for in a resume that tells hardly any deed."""
    depth_deeds: float = 15.0
    """Different deeds, in any competency, beyond which more of them add nothing but themselves."""
    required: float = 2.0
    """Worth of a skill that a posting requires ..."""
    preferred: float = 1.0
    """... and of one that it prefers."""
    neighbour: float = 0.5
    """A skill that a posting asks for and no deed names counts this much of what its competency shows by other skills."""


DEFAULT = Constants()

LEVELS: tuple[tuple[float, Level, str], ...] = (
    (85.0, Level.OUTSTANDING, "shows deeds with results in nearly every competency the role counts"),
    (65.0, Level.READY, "shows the core of the role by deeds; what is missing can be learned in it"),
    (45.0, Level.NEARLY_READY, "shows a good part of the role; a few core competencies have no deed yet"),
    (25.0, Level.DEVELOPING, "shows some of the role; most core competencies still lack a deed"),
    (0.0, Level.NOT_YET, "shows little of the role so far"),
)


def level_of(score: float) -> Level:
    """Return the word for a score in [0, 100]."""
    return next(level for threshold, level, _ in LEVELS if score >= threshold)
