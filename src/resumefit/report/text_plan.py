"""`--plan` for a terminal: what to do week by week."""

from __future__ import annotations

from rich.text import Text

from resumefit.core.assessment import GapKind
from resumefit.report.canvas import Canvas
from resumefit.report.gap_words import (
    KIND_WORDS,
    PLAN_NOTE,
    later_words,
    no_stage_words,
    plan_remark,
    plan_title,
    stage_title,
    stage_todo,
    stage_weeks,
)
from resumefit.report.words import Labels
from resumefit.score.plan import Plan, Stage


def add_plan(page: Canvas, plan: Plan, labels: Labels) -> None:
    """Add a plan week by week. Weeks are rough, and the score is what the formula gives if every deed gets written."""
    page.heading(plan_title(plan, labels).upper())
    if plan_remark(plan, labels):
        page.line(plan_remark(plan, labels), indent=2)
    for stage in plan.stages:
        _stage(page, stage, labels)
    if not plan.stages:
        page.line(no_stage_words(plan), indent=2)
    if plan.later:
        page.gap()
        page.line(Text.assemble(("Later: ", "bold"), later_words(plan, labels, between=", ")), indent=2, hang=2)
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
    if gap.kind is GapKind.REWORDED:
        page.line(f"Write: {gap.rewrite}", indent=15)
    elif stage.advice:
        page.line(f"Then write: {stage.advice.show}", indent=15)
        page.line(f"Learn from: {'; '.join(stage.advice.learn)}", indent=15)
