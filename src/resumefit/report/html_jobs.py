"""The HTML report's parts that not every report has, as plain values for the template: postings and a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, GapKind, JobMatch, Standing
from resumefit.report.gap_words import (
    KIND_WORDS,
    later_words,
    no_stage_words,
    plan_remark,
    plan_title,
    stage_show,
    stage_title,
    stage_todo,
    stage_weeks,
)
from resumefit.report.job_words import (
    Half,
    Step,
    copied_words,
    doubt_words,
    halves,
    job_heading,
    offer_words,
    ranked_jobs,
    standing_words,
    step_words,
)
from resumefit.report.shown import shown_name
from resumefit.report.words import Labels
from resumefit.score.plan import Plan, Stage
from resumefit.score.postings import SharedAsk, SideBySide, lay_side_by_side

_STEPS = 6
_BEST = 6


@dataclass(frozen=True, slots=True)
class JobView:
    """One posting. `number` counts from 1."""

    number: int
    title: str
    file: str
    score: str
    wide: str
    offer: str
    halves: tuple[Half, ...]
    steps: tuple[Step, ...]
    only: str
    doubt: str
    copied: str


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A shared skill; a cell for each posting: `required`, `preferred` or nothing."""

    skill: str
    standing: Standing
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """What several postings share, and what would help with most of them."""

    rows: tuple[SharedRow, ...]
    best: str


@dataclass(frozen=True, slots=True)
class PostingsView:
    """Every posting of a report, the best match first; `side` only when there are several."""

    jobs: tuple[JobView, ...]
    side: SideView | None
    near: bool
    standing: str


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage of a plan; `left` and `width` place it on the plan's weeks, in percent."""

    when: str
    label: str
    kind: str
    score: str
    do: str
    show: str
    learn: str
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan over some weeks."""

    title: str
    remark: str
    stages: tuple[StageView, ...]
    later: str
    empty: str


def postings_view(assessment: Assessment, labels: Labels) -> PostingsView:
    """Gather what the page says about postings."""
    jobs = ranked_jobs(assessment)
    side = lay_side_by_side(jobs) if len(jobs) > 1 else None
    views = tuple(
        _job(number, job, assessment, labels, only=_only(side, number - 1, labels))
        for number, job in enumerate(jobs, start=1)
    )
    near = any(need.standing is Standing.RELATED for job in jobs for need in job.needs)
    return PostingsView(views, _side(side, labels) if side else None, near, standing_words(assessment))


def plan_view(plan: Plan, labels: Labels) -> PlanView:
    """Gather what the page says about a plan."""
    return PlanView(
        plan_title(plan, labels),
        plan_remark(plan, labels),
        tuple(_stage(stage, plan, labels) for stage in plan.stages),
        later_words(plan, labels),
        no_stage_words(plan),
    )


def _job(number: int, job: JobMatch, assessment: Assessment, labels: Labels, *, only: str) -> JobView:
    return JobView(
        number,
        job_heading(job),
        shown_name(job.name),
        f"{job.score:.1f}",
        f"{job.by_competency:.1f}",
        offer_words(job),
        halves(job, assessment, labels),
        step_words(job, labels, limit=_STEPS),
        only,
        doubt_words(job),
        copied_words(job),
    )


def _only(side: SideBySide | None, index: int, labels: Labels) -> str:
    return ", ".join(labels.skill(ask.skill) for ask in side.only[index]) if side else ""


def _side(side: SideBySide, labels: Labels) -> SideView:
    best = ", ".join(f"{labels.skill(ask.skill)} (+{ask.gain:.1f})" for ask in side.worth_most[:_BEST])
    rows = (SharedRow(labels.skill(ask.skill), ask.standing, _cells(ask, side.jobs)) for ask in side.shared)
    return SideView(tuple(rows), best)


def _cells(ask: SharedAsk, jobs: Sequence[JobMatch]) -> tuple[str, ...]:
    return tuple(
        "required" if index in ask.required_by else "preferred" if index in ask.preferred_by else ""
        for index in range(len(jobs))
    )


def _stage(stage: Stage, plan: Plan, labels: Labels) -> StageView:
    gap = stage.gap
    advice = stage.advice if gap.kind is not GapKind.REWORDED else None
    return StageView(
        stage_weeks(stage),
        stage_title(stage, labels),
        KIND_WORDS[gap.kind],
        f"{stage.score_after:.1f}",
        stage_todo(stage, labels),
        stage_show(stage),
        "; ".join(advice.learn) if advice else "",
        left=round(100 * (stage.first_week - 1) / plan.weeks, 1),
        width=round(100 * (stage.last_week - stage.first_week + 1) / plan.weeks, 1),
    )
