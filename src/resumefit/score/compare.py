"""Progress: what changed between two reports on one person."""

from __future__ import annotations

from dataclasses import dataclass

from resumefit.core.assessment import Assessment, Gap, RoleAssessment
from resumefit.core.mention import Mention
from resumefit.score.evidence import is_evidence, sentence_key


@dataclass(frozen=True, slots=True)
class PointsChange:
    """A competency whose points differ."""

    competency: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """Points won, or lost when negative."""
        return round(self.after - self.before, 1)


@dataclass(frozen=True, slots=True)
class RoleChange:
    """One role in both reports. Gaps are competency ids."""

    role: str
    before: RoleAssessment
    after: RoleAssessment
    points: tuple[PointsChange, ...]
    closed: tuple[str, ...]
    opened: tuple[str, ...]

    @property
    def change(self) -> float:
        """What the score won, or lost when negative."""
        return round(self.after.score - self.before.score, 1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, the older first. `gained` are mention ids of the new one, `lost` of the old one.

    `strengthened` are ids of the new one: deeds that were there already and now come with a result.
    """

    old: Assessment
    new: Assessment
    roles: tuple[RoleChange, ...]
    gained: tuple[int, ...]
    lost: tuple[int, ...]
    notes: tuple[str, ...]
    strengthened: tuple[int, ...] = ()


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Say what changed in scores, evidence and gaps; roles that only one of them has are left out."""
    before = {role.role: role for role in old.roles}
    return Comparison(
        old, new,
        roles=tuple(_role(before[role.role], role) for role in new.roles if role.role in before),
        gained=_only_in(new, old), lost=_only_in(old, new), notes=_notes(old, new),
        strengthened=_strengthened(old, new),
    )


def _role(before: RoleAssessment, after: RoleAssessment) -> RoleChange:
    was = {item.id: item.points for item in before.competencies}
    changes = [
        PointsChange(item.id, was.get(item.id, 0.0), item.points)
        for item in after.competencies if item.points != was.get(item.id, 0.0)
    ]
    changes.sort(key=lambda item: (-abs(item.change), item.competency))
    return RoleChange(
        after.role, before, after, tuple(changes),
        closed=_without(before.gaps, after.gaps), opened=_without(after.gaps, before.gaps),
    )


def _without(some: tuple[Gap, ...], others: tuple[Gap, ...]) -> tuple[str, ...]:
    there = {gap.competency for gap in others}
    return tuple(gap.competency for gap in some if gap.competency not in there)


def _only_in(one: Assessment, other: Assessment) -> tuple[int, ...]:
    """Return the ids of counted mentions of `one` whose like is not in `other`."""
    there = {_likeness(mention, other) for mention in other.mentions if is_evidence(mention)}
    seen: set[tuple[str, str, str]] = set()
    found = []
    for index, mention in enumerate(one.mentions):
        likeness = _likeness(mention, one)
        if is_evidence(mention) and likeness not in there and likeness not in seen:
            found.append(index)
            seen.add(likeness)
    return tuple(found)


def _strengthened(old: Assessment, new: Assessment) -> tuple[int, ...]:
    """Return the deeds of `new`, each skill once, that have a result now and had none in `old`."""
    bare = {_likeness(mention, old) for mention in old.mentions if is_evidence(mention) and not mention.outcome}
    told = {_likeness(mention, old) for mention in old.mentions if is_evidence(mention) and mention.outcome}
    found: dict[tuple[str, str, str], int] = {}
    for index, mention in enumerate(new.mentions):
        likeness = _likeness(mention, new)
        if is_evidence(mention) and mention.outcome and likeness in bare - told:
            found.setdefault(likeness, index)
    return tuple(found.values())


def _likeness(mention: Mention, assessment: Assessment) -> tuple[str, str, str]:
    """A skill is known by its id and status; a paraphrase by its sentence."""
    key = mention.skill or sentence_key(mention, assessment.document)
    return mention.competency, key, mention.status.value


def _notes(old: Assessment, new: Assessment) -> tuple[str, ...]:
    notes = []
    if old.document.sha256 == new.document.sha256:
        notes.append("both reports are on the same file")
    if old.produced_by != new.produced_by:
        notes.append("the two were made by different versions of resumefit, its lexicon, models or scoring")
    if old.as_of != new.as_of:
        notes.append(f"'present' ends in {old.as_of} in one and in {new.as_of} in the other")
    return tuple(notes)
