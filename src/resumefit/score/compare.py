"""Progress: what changed between two reports on one person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumefit.core.assessment import Assessment, Finding, Gap, JobMatch, RoleAssessment
from resumefit.core.mention import Mention, Status
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

    @property
    def is_slight(self) -> bool:
        """Tell whether each score lies within the range of the other."""
        before, after = self.before, self.after
        return before.low <= after.score <= before.high and after.low <= before.score <= after.high


@dataclass(frozen=True, slots=True)
class JobChange:
    """One posting against both versions. `won` are skills that are shown now and were not, `lost` the other way round."""

    before: JobMatch
    after: JobMatch
    won: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def change(self) -> float:
        """What the match won, or lost when negative."""
        return round(self.after.score - self.before.score, 1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, the older first. `gained` are mention ids of the new one, `lost` of the old one.

    `strengthened` are ids of the new one: deeds that were there already and now come with a result. `mended` are findings
    about the writing that only the old one has, `to_mend` those that only the new one has.
    """

    old: Assessment
    new: Assessment
    roles: tuple[RoleChange, ...]
    gained: tuple[int, ...]
    lost: tuple[int, ...]
    notes: tuple[str, ...]
    strengthened: tuple[int, ...] = ()
    mended: tuple[Finding, ...] = ()
    to_mend: tuple[Finding, ...] = ()
    jobs: tuple[JobChange, ...] = ()


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Say what changed in scores, evidence, gaps, writing, and against postings; roles that only one has are left out.

    Postings are compared in the order in which both reports have them.
    """
    before = {role.role: role for role in old.roles}
    return Comparison(
        old, new,
        roles=tuple(_role(before[role.role], role) for role in new.roles if role.role in before),
        gained=_only_in(new, old), lost=_only_in(old, new), notes=_notes(old, new),
        strengthened=_strengthened(old, new), mended=_findings_only_in(old, new), to_mend=_findings_only_in(new, old),
        jobs=tuple(_job(before, after) for before, after in zip(old.jobs, new.jobs, strict=False)),
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


def _job(before: JobMatch, after: JobMatch) -> JobChange:
    was, now = set(before.matched), set(after.matched)
    return JobChange(
        before, after,
        won=tuple(skill for skill in after.matched if skill not in was),
        lost=tuple(skill for skill in before.matched if skill not in now),
    )


def _findings_only_in(one: Assessment, other: Assessment) -> tuple[Finding, ...]:
    """Return what `one` has to mend and `other` has not; on which line it stands does not matter.

    Of skills that no deed shows, those that `other` does not have; of bullets without a result, when `other` has fewer.
    """
    return tuple(rest for finding in one.hygiene if (rest := _beyond(finding, other.hygiene)) is not None)


def _beyond(finding: Finding, others: Sequence[Finding]) -> Finding | None:
    alike = [other for other in others if other.code == finding.code]
    if finding.code == "listed-not-shown":
        there = {name for other in alike for name in other.detail.split(", ")}
        names = ", ".join(name for name in finding.detail.split(", ") if name not in there)
        return replace(finding, problem=f"Named, but shown by no deed: {names}", detail=names) if names else None
    if finding.code == "no-outcome":
        same = next((other for other in alike if _place(other) == _place(finding)), None)
        return finding if same is None or _count(finding) > _count(same) else None
    if finding.code in ("too-short", "too-long"):
        return None if alike else finding
    return None if any((other.quote, other.detail) == (finding.quote, finding.detail) for other in alike) else finding


def _place(finding: Finding) -> str:
    """Leave out line numbers, which move when anything above is written, and how many there are."""
    return re.sub(r" ?\(lines [\d, ]+\)|^\d+ of \d+ ", "", finding.detail)


def _count(finding: Finding) -> int:
    found = re.match(r"\d+", finding.detail)
    return int(found.group()) if found else 1


def _without(some: tuple[Gap, ...], others: tuple[Gap, ...]) -> tuple[str, ...]:
    there = {gap.competency for gap in others}
    return tuple(gap.competency for gap in some if gap.competency not in there)


def _only_in(one: Assessment, other: Assessment) -> tuple[int, ...]:
    """Return the ids of counted mentions of `one` whose like is not in `other`; a name is none where there is the deed."""
    there = {_likeness(mention, other) for mention in other.mentions if is_evidence(mention)}
    there |= {(competency, key, Status.LISTED.value) for competency, key, _ in there}
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
