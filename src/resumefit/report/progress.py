"""What changed between two reports, as plain words for every renderer of `compare`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resumefit.core.assessment import Assessment, FirstStep, Standing
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention, Status
from resumefit.core.wording import capital
from resumefit.report.job_words import job_heading
from resumefit.report.shown import shown_name
from resumefit.report.words import Labels, labels_of, person, range_words, score_words, sentence_words
from resumefit.report.writing_words import Group, finding_groups
from resumefit.score.compare import Comparison, JobChange, RoleChange

_POINTS = 8
_ROUNDING = 0.1  # points are rounded so that they add up: a tenth more or less may be nothing else
SLIGHT = "The change is slight: each of the two scores lies within the other's range."


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A competency whose points differ; the largest change first."""

    change: float
    label: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class RoleProgress:
    """One role in both versions. `rest` says what the smaller changes come to; `remark` that it may be no change at all."""

    label: str
    before: float
    after: float
    before_words: str
    after_words: str
    before_range: str
    after_range: str
    levels: str
    change: float
    points: tuple[PointsRow, ...]
    rest: str
    closed: str
    opened: str
    remark: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A sentence, and what it shows line by line: `New: MLOps (MLflow)`, `With a result now: Product strategy (Roadmap)`."""

    quote: str
    shows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobProgress:
    """One posting against both versions. `missing` is what it requires and the newer one does not show."""

    title: str
    before: float
    after: float
    change: float
    won: str
    lost: str
    missing: str

    @property
    def skills(self) -> tuple[tuple[str, str], ...]:
        """Return the three lists with their titles, without those that are empty."""
        rows = (("Shown now", self.won), ("No longer shown", self.lost), ("Required, and not shown yet", self.missing))
        return tuple((title, words) for title, words in rows if words)


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that changed; the older version first. `steps` is what to do next for the newer one."""

    title: str
    old: str
    new: str
    notes: tuple[str, ...]
    roles: tuple[RoleProgress, ...]
    gained: tuple[EvidenceRow, ...]
    lost: tuple[EvidenceRow, ...]
    jobs: tuple[JobProgress, ...]
    mended: tuple[Group, ...]
    to_mend: tuple[Group, ...]
    steps: tuple[FirstStep, ...]

    @property
    def evidence(self) -> tuple[tuple[str, tuple[EvidenceRow, ...]], ...]:
        """The two lists of evidence with their titles."""
        return (("New or stronger evidence", self.gained), ("Evidence that is gone", self.lost))

    @property
    def writing(self) -> tuple[tuple[str, str, tuple[Group, ...]], ...]:
        """Both lists of findings about the writing, each with its title and whose lines it names."""
        return (
            ("Mended in the writing", f"Lines of {self.old}.", self.mended),
            ("New in the writing, to mend", f"Lines of {self.new}.", self.to_mend),
        )


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version with its score for each role: `61.5 (57-66)`."""

    file: str
    scores: tuple[tuple[str, str], ...]


def progress_of(comparison: Comparison, lexicon: Lexicon) -> Progress:
    """Put a comparison into words."""
    labels = labels_of(lexicon)
    old, new = comparison.old, comparison.new
    before, after = shown_name(old.document.name), shown_name(new.document.name)
    return Progress(
        person(new) or after, before, after,
        tuple(capital(note) for note in comparison.notes),
        tuple(_role(change, labels) for change in comparison.roles),
        _evidence({"New": comparison.gained, "With a result now": comparison.strengthened}, new, labels),
        _evidence({"Gone": comparison.lost}, old, labels), tuple(_job(change, labels) for change in comparison.jobs),
        tuple(replace(group, remedy="") for group in finding_groups(comparison.mended, old)), finding_groups(comparison.to_mend, new),
        new.recommendation.steps if new.recommendation else (),
    )


def version_rows(comparisons: Sequence[Comparison], lexicon: Lexicon) -> tuple[VersionRow, ...]:
    """Return every version of a chain of comparisons, the oldest first; none where there are but two."""
    if len(comparisons) < 2:
        return ()
    labels = labels_of(lexicon)
    reports = [comparisons[0].old, *(comparison.new for comparison in comparisons)]
    return tuple(
        VersionRow(shown_name(report.document.name), tuple((labels.role(role.role), score_words(role)) for role in report.roles))
        for report in reports
    )


def _role(change: RoleChange, labels: Labels) -> RoleProgress:
    before, after = change.before, change.after
    shown = [item for item in change.points if abs(item.change) > _ROUNDING][:_POINTS]
    levels = f"{before.level}" if before.level is after.level else f"{before.level} \u2192 {after.level}"
    return RoleProgress(
        labels.role(change.role), before.score, after.score, score_words(before), score_words(after),
        range_words(before), range_words(after), levels, change.change,
        tuple(
            PointsRow(item.change, labels.competency(item.competency), item.before, item.after)
            for item in shown
        ),
        _rest([item.change for item in change.points[len(shown) :]]),
        "; ".join(map(labels.competency, change.closed)), "; ".join(map(labels.competency, change.opened)),
        SLIGHT if change.is_slight and change.change else "",
    )


def _rest(changes: Sequence[float]) -> str:
    if not changes:
        return ""
    return f"{len(changes)} smaller change{'s' if len(changes) > 1 else ''}, together {math.fsum(changes):+.1f}"


def _evidence(found: Mapping[str, Sequence[int]], assessment: Assessment, labels: Labels) -> tuple[EvidenceRow, ...]:
    """Return each sentence once, in the order of the text, with what it shows under each title."""
    sentences: dict[tuple[int, int], dict[str, list[Mention]]] = {}
    for title, ids in found.items():
        for mention in (assessment.mentions[index] for index in ids):
            of_sentence = sentences.setdefault((mention.sentence_start, mention.sentence_stop), {})
            of_sentence.setdefault(f"{title}, named only" if mention.status is Status.LISTED else title, []).append(mention)
    return tuple(
        EvidenceRow(
            sentence_words(assessment.document, next(iter(shows.values()))[0], length=220),
            tuple(f"{title}: {_shown(mentions, labels)}" for title, mentions in shows.items()),
        )
        for _, shows in sorted(sentences.items())
    )


def _shown(mentions: Sequence[Mention], labels: Labels) -> str:
    """Return `Generative AI (Prompt engineering, AI agents), MLOps`: the competencies with the skills that show them."""
    skills: dict[str, dict[str, None]] = {}
    for mention in mentions:
        label = labels.competency(mention.competency)
        named = labels.skill(mention.skill) if mention.skill else "in other words"
        skills.setdefault(label, {}).update({} if named == label else {named: None})
    return ", ".join(f"{label} ({', '.join(named)})" if named else label for label, named in skills.items())


def _job(change: JobChange, labels: Labels) -> JobProgress:
    missing = (need.skill for need in change.after.needs if need.required and need.standing is not Standing.SHOWN)
    return JobProgress(
        job_heading(change.after), change.before.score, change.after.score, change.change,
        ", ".join(map(labels.skill, change.won)), ", ".join(map(labels.skill, change.lost)), ", ".join(map(labels.skill, missing)),
    )
