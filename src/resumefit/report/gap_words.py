"""Words about gaps and plans that the renderers share."""

from __future__ import annotations

from collections.abc import Mapping

from resumefit.core.assessment import Assessment, Gap, GapKind
from resumefit.core.wording import capital
from resumefit.report.words import Labels, place_words, sentence_words
from resumefit.score.plan import Plan, Stage

KIND_WORDS: Mapping[GapKind, str] = {
    GapKind.ABSENT: "absent", GapKind.UNPROVEN: "unproven", GapKind.REWORDED: "other words"
}
PLAN_NOTE = (
    "Weeks are rough. A score moves when the resume shows the deed, not when a course ends; a deed without a result yet "
    "counts less than one with."
)


def effort_words(gap: Gap) -> str:
    """Return the rough effort: from one deed by the quickest way to the whole competency, `2-10 weeks`."""
    if gap.way_weeks is not None and gap.way_weeks < gap.effort_weeks:
        return f"{gap.way_weeks}-{gap.effort_weeks} weeks"
    return "1 week" if gap.effort_weeks == 1 else f"{gap.effort_weeks} weeks"


def way_words(gap: Gap, labels: Labels) -> str:
    """Say which way is the quickest: `by Experiment tracking in 2 weeks, the whole in 10`; nothing where there is none."""
    if gap.way is None or gap.way_weeks is None:
        return ""
    weeks = "1 week" if gap.way_weeks == 1 else f"{gap.way_weeks} weeks"
    return f"by {labels.skill(gap.way)} in {weeks}, the whole in {gap.effort_weeks}"


def todo(gap: Gap, labels: Labels) -> str:
    """Say in a sentence what to do about a gap."""
    if gap.kind is GapKind.REWORDED:
        names = " or ".join(labels.skill(skill) for skill in gap.skills[:2])
        term = f"use the usual term, {names}" if names else f"use a usual term of {labels.competency(gap.competency)}"
        return f"You show it in other words; if that is what it was, {term}."
    return gap.advice.do if gap.advice else f"{capital(gap.why)}."


def said_where(gap: Gap, assessment: Assessment, *, length: int = 90) -> tuple[str, ...]:
    """Quote the lines that show a gap's competency in other words, or only name it: `line 36: “Feast · MLflow”`."""
    document = assessment.document
    mentions = [assessment.mentions[index] for index in gap.evidence]
    return tuple(
        f"{place_words(document, mention.start)}: \u201c{sentence_words(document, mention, length=length)}\u201d"
        for mention in mentions
    )


def plan_title(plan: Plan, labels: Labels) -> str:
    """Return what a plan is: `16 weeks towards AI PM, from 27.6`."""
    weeks = "1 week" if plan.weeks == 1 else f"{plan.weeks} weeks"
    return f"{weeks} towards {labels.role(plan.role)}, from {plan.score_now:.1f}"


def plan_remark(plan: Plan, labels: Labels) -> str:
    """Say why a plan leads to another role than the nearest; nothing where it does not."""
    if plan.instead_of is None:
        return ""
    nearest = labels.role(plan.instead_of)
    return f"{nearest} stands already, so the plan leads on to {labels.role(plan.role)}; --role {plan.instead_of} plans for {nearest}."


def stage_weeks(stage: Stage) -> str:
    """Return when a stage of a plan lasts: `week 1`, `weeks 2-9`."""
    if stage.first_week == stage.last_week:
        return f"week {stage.first_week}"
    return f"weeks {stage.first_week}-{stage.last_week}"


def stage_title(stage: Stage, labels: Labels) -> str:
    """Return what a stage of a plan is about: `Model evaluation, by Error analysis`."""
    label = labels.competency(stage.gap.competency)
    return f"{label}, by {labels.skill(stage.way)}" if stage.way else label


def stage_todo(stage: Stage, labels: Labels) -> str:
    """Say in a sentence what to do in a stage of a plan."""
    return stage.advice.do if stage.way and stage.advice else todo(stage.gap, labels)


def stage_show(stage: Stage) -> str:
    """Return the words to write once a stage is done: the person's own with the usual term, else as the advice has them."""
    if stage.gap.kind is GapKind.REWORDED:
        return stage.gap.rewrite
    return stage.advice.show if stage.advice else ""


def no_stage_words(plan: Plan) -> str:
    """Say why a plan has no stage."""
    return "No gap can be closed in this time." if plan.later else "There is no gap to close."


def later_words(plan: Plan, labels: Labels, *, between: str = "; ") -> str:
    """Return the gaps for which no time is left, with what each would add: `MLOps (+4.1)`; nothing where all fit."""
    return between.join(f"{labels.competency(gap.competency)} (+{gap.gain:.1f})" for gap in plan.later)
