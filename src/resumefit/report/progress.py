"""What changed between two reports, as plain words for every renderer of `compare`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, Finding
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention, Status
from resumefit.report.job_words import job_heading
from resumefit.report.shown import shown_name, shown_text
from resumefit.report.words import Labels, labels_of, sentence_words
from resumefit.score.compare import Comparison, JobChange, RoleChange

_POINTS = 8


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A competency whose points differ; the largest change first."""

    change: float
    label: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class RoleProgress:
    """One role in both versions."""

    label: str
    before: float
    after: float
    levels: str
    change: float
    points: tuple[PointsRow, ...]
    closed: str
    opened: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A sentence, with all that it shows: `Data engineering, MLOps (shown): Feature store, MLflow`."""

    shows: str
    quote: str


@dataclass(frozen=True, slots=True)
class JobProgress:
    """One posting against both versions."""

    title: str
    before: float
    after: float
    change: float
    won: str
    lost: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that changed; the older version first."""

    old: str
    new: str
    notes: tuple[str, ...]
    roles: tuple[RoleProgress, ...]
    gained: tuple[EvidenceRow, ...]
    strengthened: tuple[EvidenceRow, ...]
    lost: tuple[EvidenceRow, ...]
    jobs: tuple[JobProgress, ...]
    mended: tuple[str, ...]
    to_mend: tuple[str, ...]

    @property
    def evidence(self) -> tuple[tuple[str, tuple[EvidenceRow, ...]], ...]:
        """The three lists of evidence with their titles."""
        return (
            ("Evidence gained", self.gained), ("Now with a result", self.strengthened), ("Evidence lost", self.lost)
        )

    @property
    def writing(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Both lists of findings about the writing with their titles."""
        return (("Mended in the writing", self.mended), ("New, to mend in the writing", self.to_mend))


def progress_of(comparison: Comparison, lexicon: Lexicon) -> Progress:
    """Put a comparison into words."""
    labels = labels_of(lexicon)
    old, new = comparison.old, comparison.new
    return Progress(
        shown_name(old.document.name), shown_name(new.document.name),
        tuple(f"{note[:1].upper()}{note[1:]}" for note in comparison.notes),
        tuple(_role(change, labels) for change in comparison.roles),
        _evidence(comparison.gained, new, labels), _evidence(comparison.strengthened, new, labels),
        _evidence(comparison.lost, old, labels), tuple(_job(change, labels) for change in comparison.jobs),
        tuple(map(_finding, comparison.mended)), tuple(map(_finding, comparison.to_mend)),
    )


def _role(change: RoleChange, labels: Labels) -> RoleProgress:
    before, after = change.before, change.after
    levels = f"{before.level}" if before.level is after.level else f"{before.level} \u2192 {after.level}"
    return RoleProgress(
        labels.role(change.role), before.score, after.score, levels, change.change,
        tuple(
            PointsRow(item.change, labels.competency(item.competency), item.before, item.after)
            for item in change.points[:_POINTS]
        ),
        "; ".join(map(labels.competency, change.closed)), "; ".join(map(labels.competency, change.opened)),
    )


def _evidence(ids: Sequence[int], assessment: Assessment, labels: Labels) -> tuple[EvidenceRow, ...]:
    sentences: dict[tuple[int, int], list[Mention]] = {}
    for index in ids:
        mention = assessment.mentions[index]
        sentences.setdefault((mention.sentence_start, mention.sentence_stop), []).append(mention)
    return tuple(
        EvidenceRow(_shows(mentions, labels), sentence_words(assessment.document, mentions[0], length=220))
        for mentions in sentences.values()
    )


def _shows(mentions: Sequence[Mention], labels: Labels) -> str:
    competencies = dict.fromkeys(labels.competency(mention.competency) for mention in mentions)
    shown = any(mention.status is Status.DEMONSTRATED for mention in mentions)
    skills = dict.fromkeys(labels.skill(mention.skill) for mention in mentions if mention.skill)
    named = f": {', '.join(skills)}" if skills else ""
    return f"{', '.join(competencies)} ({'shown' if shown else 'named'}){named}"


def _job(change: JobChange, labels: Labels) -> JobProgress:
    return JobProgress(
        job_heading(change.after), change.before.score, change.after.score, change.change,
        ", ".join(map(labels.skill, change.won)), ", ".join(map(labels.skill, change.lost)),
    )


def _finding(finding: Finding) -> str:
    quote = f" \u201c{shown_text(finding.quote)}\u201d" if finding.quote else ""
    return f"{shown_text(finding.problem)}.{quote}"
