"""One role's assessment: the rounded points with their evidence, the range, the level and the gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resumefit.core.assessment import CompetencyScore, RoleAssessment
from resumefit.core.document import Document
from resumefit.core.lexicon import Advice, Lexicon, Role
from resumefit.core.mention import Mention
from resumefit.core.resume import Resume
from resumefit.score.constants import DEFAULT, Constants, level_of
from resumefit.score.evidence import Material, Rung
from resumefit.score.gaps import find_gaps
from resumefit.score.rounding import points_that_add_up, tenth
from resumefit.score.uncertainty import possibilities, score_range
from resumefit.score.weighing import Weighed, weigh_role


def score_role(
    role: Role, *, document: Document, resume: Resume, mentions: Sequence[Mention], lexicon: Lexicon,
    advice: Mapping[str, Advice], constants: Constants = DEFAULT,
) -> RoleAssessment:
    """Score one person for one role.

    `advice` is keyed by competency id and by skill id; a missing key means no advice yet. Mention ids in the result are
    indexes into `mentions`.
    """
    material = Material(document, resume, tuple(mentions))
    weighing = weigh_role(role, material, constants=constants)
    points = points_that_add_up([item.exact_points for item in weighing.competencies])
    score = tenth(weighing.exact)
    doubts = possibilities(role, material, weighing=weighing, constants=constants)
    low, high = score_range(score, doubts, state=document.state)
    return RoleAssessment(
        role=role.id, score=score, low=low, high=high, level=level_of(score),
        competencies=tuple(
            _competency_score(item, rounded) for item, rounded in zip(weighing.competencies, points, strict=True)
        ),
        gaps=find_gaps(role, material, weighing=weighing, lexicon=lexicon, advice=advice, constants=constants),
    )


def why(item: Weighed) -> str:
    """Say in words how a competency came to its strength."""
    deeds, listed = item.evidence.deeds, item.evidence.listed
    if not deeds and not listed:
        return "nothing counted"
    parts = []
    if deeds:
        results = sum(piece.rung is Rung.OUTCOME for piece in deeds)
        parts.append(f"{_count(len(deeds), 'deed')}, {results or 'none'} with a measured result")
        if item.evidence.further_positions:
            parts.append(f"shown in {item.evidence.further_positions + 1} positions")
    names = len({piece.key for piece in listed} - {piece.key for piece in deeds})
    if names:
        parts.append(f"{_count(names, 'skill')} only named")
    return "; ".join(parts)


def _competency_score(item: Weighed, points: float) -> CompetencyScore:
    return CompetencyScore(
        id=item.competency, weight=item.weight, strength=round(item.strength, 4), points=points,
        max_points=round(item.max_points, 3), evidence=item.evidence.mention_ids, why=why(item),
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
