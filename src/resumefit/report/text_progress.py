"""`compare` and `--plan` for a person: what changed, and what to do week by week."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.assessment import Assessment, GapKind
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention, Status
from resumefit.report.canvas import Canvas, padded
from resumefit.report.shown import shown_name
from resumefit.report.words import (
    KIND_WORDS,
    PLAN_NOTE,
    Labels,
    labels_of,
    sentence_words,
    stage_title,
    stage_todo,
    stage_weeks,
)
from resumefit.score.compare import Comparison, RoleChange
from resumefit.score.plan import Plan, Stage

_SHOWN = 8
_SENTENCES = 8


def comparison_text(comparison: Comparison, lexicon: Lexicon, *, width: int = 80, colour: bool = False) -> str:
    """Return what changed from the older report to the newer."""
    page = Canvas(width=width, colour=colour)
    labels = labels_of(lexicon)
    old, new = comparison.old.document.name, comparison.new.document.name
    page.line(Text(f"{shown_name(old)} \u2192 {shown_name(new)}", style="bold"))
    for note in comparison.notes:
        page.line(f"! {note[:1].upper()}{note[1:]}", indent=2, hang=2)
    for change in comparison.roles:
        _role(page, change, labels)
    _mentions(page, "EVIDENCE GAINED", comparison.gained, comparison.new, labels)
    _mentions(page, "NOW WITH A RESULT", comparison.strengthened, comparison.new, labels)
    _mentions(page, "EVIDENCE LOST", comparison.lost, comparison.old, labels)
    return page.text()


def _role(page: Canvas, change: RoleChange, labels: Labels) -> None:
    page.heading(labels.role(change.role).upper())
    before, after = change.before, change.after
    page.line(
        f"{before.score:.1f} ({before.level}) \u2192 {after.score:.1f} ({after.level}): {change.change:+.1f}", indent=2
    )
    for item in change.points[:_SHOWN]:
        page.line(
            f"{item.change:+5.1f}  {labels.competency(item.competency)}: {item.before:.1f} \u2192 {item.after:.1f}",
            indent=2, hang=7,
        )
    if change.closed:
        page.line(f"Gaps closed: {', '.join(map(labels.competency, change.closed))}", indent=2, hang=2)
    if change.opened:
        page.line(f"Gaps opened: {', '.join(map(labels.competency, change.opened))}", indent=2, hang=2)


def _mentions(page: Canvas, title: str, ids: Sequence[int], assessment: Assessment, labels: Labels) -> None:
    """Add evidence sentence by sentence, with all that a sentence shows."""
    if not ids:
        return
    page.heading(title)
    sentences: dict[tuple[int, int], list[Mention]] = {}
    for index in ids:
        mention = assessment.mentions[index]
        sentences.setdefault((mention.sentence_start, mention.sentence_stop), []).append(mention)
    for mentions in list(sentences.values())[:_SENTENCES]:
        page.line(Text(_shows(mentions, labels), style="bold"), indent=2, hang=2)
        first = mentions[0]
        quote = sentence_words(assessment.document, first, length=page.width * 2 - 40)
        page.line(f"\u201c{quote}\u201d", indent=4, hang=1)
    if len(sentences) > _SENTENCES:
        page.line(f"and {len(sentences) - _SENTENCES} more sentences", indent=2)


def _shows(mentions: Sequence[Mention], labels: Labels) -> str:
    """Return `Data engineering, MLOps (shown): Feature store, MLflow`."""
    competencies = dict.fromkeys(labels.competency(mention.competency) for mention in mentions)
    shown = any(mention.status is Status.DEMONSTRATED for mention in mentions)
    skills = dict.fromkeys(labels.skill(mention.skill) for mention in mentions if mention.skill)
    named = f": {', '.join(skills)}" if skills else ""
    return f"{', '.join(competencies)} ({'shown' if shown else 'named'}){named}"


def versions_text(
    reports: Sequence[Assessment], lexicon: Lexicon, *, width: int = 80, colour: bool = False
) -> str:
    """Return the scores of several versions, a line each, oldest first."""
    page = Canvas(width=width, colour=colour)
    labels = labels_of(lexicon)
    page.line(Text(f"{len(reports)} versions, the oldest first", style="bold"))
    names = [shown_name(report.document.name) for report in reports]
    wide = max(map(cell_len, names))
    for name, report in zip(names, reports, strict=True):
        scores = "  ".join(f"{labels.role(role.role)} {role.score:5.1f}" for role in report.roles)
        page.line(f"{padded(name, wide)}  {scores}", indent=2, hang=2)
    return page.text()


def plan_text(plan: Plan, lexicon: Lexicon, *, width: int = 80, colour: bool = False) -> str:
    """Return a plan week by week, on a page of its own."""
    page = Canvas(width=width, colour=colour)
    add_plan(page, plan, labels_of(lexicon))
    return page.text()


def add_plan(page: Canvas, plan: Plan, labels: Labels) -> None:
    """Add a plan week by week. Weeks are rough, and the score is what the formula gives if every deed gets written."""
    weeks = "1 WEEK" if plan.weeks == 1 else f"{plan.weeks} WEEKS"
    page.heading(f"{weeks} TOWARDS {labels.role(plan.role).upper()}, FROM {plan.score_now:.1f}")
    for stage in plan.stages:
        _stage(page, stage, labels)
    if not plan.stages:
        page.line("No gap can be closed in this time." if plan.later else "There is no gap to close.", indent=2)
    if plan.later:
        later = ", ".join(f"{labels.competency(gap.competency)} (+{gap.gain:.1f})" for gap in plan.later)
        page.gap()
        page.line(Text.assemble(("Later: ", "bold"), later), indent=2, hang=2)
    page.gap()
    page.line(Text(PLAN_NOTE, style="dim"), indent=2)


def _stage(page: Canvas, stage: Stage, labels: Labels) -> None:
    gap = stage.gap
    page.gap()
    page.line(
        Text.assemble(
            (f"{stage_weeks(stage):13}", "bold yellow"), (stage_title(stage, labels), "bold"),
            f"  {KIND_WORDS[gap.kind]}, then {stage.score_after:.1f}",
        ),
        indent=2, hang=13,
    )
    page.line(stage_todo(stage, labels), indent=15)
    if stage.advice and gap.kind is not GapKind.REWORDED:
        page.line(f"Then write: {stage.advice.show}", indent=15)
        page.line(f"Learn from: {'; '.join(stage.advice.learn)}", indent=15)
