"""The range round a score: what may have been misread, how likely that is, and what it would change.

Every doubt is weighed by itself, by the same formula as the score: a piece of evidence that may be none, a mention that was
left out and may be a deed, a deed told in words that nothing here knows, a position without dates. They are taken as
independent, so their variances add up. docs/scoring.md, "Range", has the rule and where its figures come from.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from resumefit.core.document import DocumentState
from resumefit.core.lexicon import Role
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.score.constants import Constants
from resumefit.score.evidence import (
    Evidence,
    Material,
    Piece,
    is_deed,
    is_evidence,
    proof_piece,
    weigh,
)
from resumefit.score.rounding import tenth
from resumefit.score.weighing import NOTHING, Weighing, exact_score, own_strength

# The first three were set by what was measured on 28 November 2026: docs/scoring.md, "Range", has those figures and today's.
NAMED_RIGHT = 0.93
"""How often a named skill that was counted should be."""
LEFT_OUT_WRONG = 0.05
"""How often a named skill that was left out, as denied, wished for or another's, is a deed after all."""
MISSED = 0.1
"""How often a competency that a resume shows is not found in it."""
UNDATED_YEARS = 3.0
"""What a product position without dates may have lasted, of which nothing is counted."""
UNDATED_CHANCE = 0.5
DOUBTFUL_SHARE = 0.1
"""What may be wrong, or unread, in a text that was read with doubt."""


class DoubtKind(StrEnum):
    """What may be otherwise than the score has it."""

    MISREAD = "counted, and may be none"
    LEFT_OUT = "left out, and may be a deed"
    MISSED = "not found, and may be there"
    UNDATED = "no dates, and may be years"


@dataclass(frozen=True, slots=True)
class Possibility:
    """One thing that may be otherwise: its chance in [0, 1], and by how many points the score would then change.

    `otherwise` is the change if it is not so: what is counted in part, for its confidence, would then be whole.
    """

    kind: DoubtKind
    chance: float
    change: float
    competency: str | None = None
    mention: int | None = None
    otherwise: float = 0.0

    @property
    def expected(self) -> float:
        """By how much the score changes in the mean."""
        return self.chance * self.change + (1 - self.chance) * self.otherwise

    @property
    def variance(self) -> float:
        """How far it spreads the score, in points squared."""
        return self.chance * (1 - self.chance) * (self.change - self.otherwise) ** 2


def possibilities(
    role: Role, material: Material, *, weighing: Weighing, constants: Constants
) -> tuple[Possibility, ...]:
    """Return everything that may be otherwise and would change a role's score, the weightiest first."""
    scales = _Scales(role, material, weighing.evidence, weighing.own, weighing.deeds, weighing.exact, constants)
    found = [*_pieces(scales), *_left_out(scales), *_missed(scales), *_undated(scales)]
    return tuple(
        sorted((item for item in found if item.change), key=lambda item: (-item.variance, item.kind, item.mention or 0))
    )


def score_range(score: float, found: Sequence[Possibility], *, state: DocumentState) -> tuple[float, float]:
    """Return the ends of the range round a score, each rounded to a tenth; a file read with doubt widens both.

    They are one standard deviation from the mean of what the score may be: two in three or more, were nothing else in doubt.
    """
    middle, deviation = spread(score, found)
    low, high = max(0.0, middle - deviation), min(100.0, middle + deviation)
    if state is not DocumentState.OK:
        low, high = low * (1 - DOUBTFUL_SHARE), high + (100 - high) * DOUBTFUL_SHARE
    return min(score, tenth(low)), max(score, tenth(high))


def spread(score: float, found: Sequence[Possibility]) -> tuple[float, float]:
    """Return the mean and the standard deviation of what a score may be."""
    mean = score + math.fsum(item.expected for item in found)
    return mean, math.sqrt(math.fsum(item.variance for item in found))


def chance_right(mention: Mention) -> float:
    """Return how likely a counted mention is what it is taken for.

    A paraphrase's confidence is measured and says it. A named skill's confidence is of this word in this sentence; that a
    named skill is read rightly at all is NAMED_RIGHT.
    """
    return mention.confidence * (NAMED_RIGHT if mention.found_by is FoundBy.LEXICON else 1.0)


@dataclass(frozen=True, slots=True)
class _Scales:
    role: Role
    material: Material
    evidence: Mapping[str, Evidence]
    own: Mapping[str, float]
    deeds: int
    now: float
    constants: Constants

    def change(self, competency: str, evidence: Evidence) -> float:
        """Return by how much the score changes with one competency's evidence."""
        own = {**self.own, competency: own_strength(evidence, constants=self.constants)}
        deeds = self.deeds - len(self.evidence.get(competency, NOTHING).deeds) + len(evidence.deeds)
        years = self.material.resume.years_product
        return exact_score(self.role, own, deeds=deeds, years_product=years, constants=self.constants) - self.now

    def change_by_years(self, more: float) -> float:
        """Return by how much the score changes with more years in product roles."""
        years = self.material.resume.years_product + more
        return exact_score(self.role, self.own, deeds=self.deeds, years_product=years, constants=self.constants) - self.now

    def deed(self) -> Piece:
        """Return a plain deed in the position held now or last."""
        return replace(proof_piece(self.material.resume, constants=self.constants), base=1.0)


def _pieces(scales: _Scales) -> Iterator[Possibility]:
    """Everything counted may be none; what is counted in part, for its confidence, is otherwise whole."""
    weighed = _weighed(scales)
    for competency, found in scales.evidence.items():
        for piece in (*found.deeds, *found.listed):
            sure = _surest(piece, weighed[competency, piece.key, piece in found.deeds])
            right = chance_right(scales.material.mentions[sure.mention])
            rest = _without(found, piece)
            whole = _with(rest, replace(sure, certainty=1.0), deed=piece in found.deeds)
            yield Possibility(
                DoubtKind.MISREAD, 1 - right, scales.change(competency, rest), competency, sure.mention,
                otherwise=scales.change(competency, whole) if sure.certainty < 1 else 0.0,
            )


def _weighed(scales: _Scales) -> Mapping[tuple[str, str, bool], list[Piece]]:
    """Weigh every mention that counts, by competency, skill, and whether it is a deed."""
    weighed: dict[tuple[str, str, bool], list[Piece]] = {}
    for index, mention in enumerate(scales.material.mentions):
        if is_evidence(mention):
            piece = weigh(index, mention, scales.material, constants=scales.constants)
            weighed.setdefault((mention.competency, piece.key, is_deed(mention)), []).append(piece)
    return weighed


def _surest(piece: Piece, alike: Sequence[Piece]) -> Piece:
    """Return the surest of the mentions that are worth the same for a skill, so that their order changes nothing."""
    tied = [other for other in alike if math.isclose(other.worth, piece.worth)]
    return max(tied, key=lambda other: (other.certainty, -other.mention), default=piece)


def _left_out(scales: _Scales) -> Iterator[Possibility]:
    """A named skill whose status keeps it out may be a deed; each competency once, by the weightiest."""
    found: dict[str, Possibility] = {}
    for index, mention in enumerate(scales.material.mentions):
        if mention.skill is None or mention.status.adds_to_score or _deeds(scales, mention.competency):
            continue
        chance = min(0.5, LEFT_OUT_WRONG + 1 - mention.confidence)
        deed = replace(mention, status=Status.DEMONSTRATED, confidence=1.0)
        piece = weigh(index, deed, scales.material, constants=scales.constants)
        evidence = _with(scales.evidence.get(mention.competency, NOTHING), piece, deed=True)
        change = scales.change(mention.competency, evidence)
        new = Possibility(DoubtKind.LEFT_OUT, chance, change, mention.competency, index)
        found[mention.competency] = max(new, found.get(mention.competency, new), key=lambda one: one.expected)
    yield from found.values()


def _missed(scales: _Scales) -> Iterator[Possibility]:
    """A competency without a deed may be told in unknown words: the likelier, the more of the others are shown."""
    counted = [competency for competency, weight in scales.role.weights.items() if weight > 0]
    without = [competency for competency in counted if not _deeds(scales, competency)]
    chance = MISSED * (1 - len(without) / len(counted)) if counted else 0.0
    for competency in without if chance else ():
        found = _with(scales.evidence.get(competency, NOTHING), scales.deed(), deed=True)
        yield Possibility(DoubtKind.MISSED, chance, scales.change(competency, found), competency)


def _undated(scales: _Scales) -> Iterator[Possibility]:
    undated = sum(
        position.is_product_role and position.worked is None for position in scales.material.resume.positions
    )
    if undated:
        yield Possibility(DoubtKind.UNDATED, UNDATED_CHANCE, scales.change_by_years(UNDATED_YEARS * undated))


def _deeds(scales: _Scales, competency: str) -> bool:
    return bool(scales.evidence.get(competency, NOTHING).deeds)


def _without(found: Evidence, piece: Piece) -> Evidence:
    deeds = tuple(other for other in found.deeds if other is not piece)
    listed = tuple(other for other in found.listed if other is not piece)
    return Evidence(deeds, listed, min(found.further_positions, max(0, len(deeds) - 1)))


def _with(found: Evidence, piece: Piece, *, deed: bool) -> Evidence:
    if deed:
        return replace(found, deeds=(*found.deeds, piece))
    return replace(found, listed=(*found.listed, piece))

