"""Parts of the Markdown report that not every report has: postings and a plan; and how words are escaped."""

from __future__ import annotations

import re

from resumefit.core.assessment import Assessment, JobMatch, Standing
from resumefit.report.gap_words import (
    KIND_WORDS,
    PLAN_NOTE,
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
    LEGEND,
    STANDING_WORDS,
    asked_by_words,
    copied_words,
    doubt_words,
    halves,
    job_heading,
    match_words,
    offer_words,
    ranked_jobs,
    standing_words,
    step_words,
)
from resumefit.report.shown import shown_name
from resumefit.report.words import Labels
from resumefit.score.plan import Plan
from resumefit.score.postings import SideBySide, lay_side_by_side

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def jobs_markdown(assessment: Assessment, labels: Labels) -> list[str]:
    """Return every posting of the report; several are compared with one another first."""
    jobs = ranked_jobs(assessment)
    lines = _side_by_side(lay_side_by_side(jobs), labels) if len(jobs) > 1 else []
    for job in jobs:
        lines += _job(job, assessment, labels)
    near = any(need.standing is Standing.RELATED for job in jobs for need in job.needs)
    return [*lines, LEGEND, ""] if near else lines


def plan_markdown(plan: Plan, labels: Labels) -> list[str]:
    """Return a plan over some weeks as a table."""
    lines = [f"## {plan_title(plan, labels)}", ""]
    if plan_remark(plan, labels):
        lines += [escaped(plan_remark(plan, labels)), ""]
    if plan.stages:
        lines += ["| When | Competency | Score then | Do | Then write |", "|---|---|---:|---|---|"]
    for stage in plan.stages:
        lines.append(
            f"| {stage_weeks(stage)} | {escaped(stage_title(stage, labels))} ({KIND_WORDS[stage.gap.kind]}) "
            f"| {stage.score_after:.1f} | {escaped(stage_todo(stage, labels))} | {escaped(stage_show(stage))} |"
        )
    if not plan.stages:
        lines.append(no_stage_words(plan))
    later = later_words(plan, labels)
    return [*lines, "", *([f"Later: {later}", ""] if later else []), PLAN_NOTE, ""]


def _job(job: JobMatch, assessment: Assessment, labels: Labels) -> list[str]:
    lines = [f"## Against the posting {escaped(shown_name(job.name))}", ""]
    if doubt_words(job):
        lines += [f"**{escaped(doubt_words(job))}**", ""]
    if not job.needs:
        return lines
    lines += [f"**{escaped(job_heading(job))}**", ""]
    if job.copied:
        lines += [f"**{escaped(copied_words(job))}**", ""]
    lines += [f"{match_words(job)}. {offer_words(job)}. {standing_words(assessment)}.", ""]
    for half in halves(job, assessment, labels):
        lines.append(f"- **{half.summary}**")
        lines += [f"  - {group.label}: {escaped(group.words)}" for group in half.groups]
    steps = step_words(job, labels)
    if steps:
        lines += ["", "What would help most with this posting:", ""]
        lines += [
            f"{number}. **{escaped(step.skill)}** ({step.gain}; {step.about}): {escaped(step.do)} "
            f"Then write: {escaped(step.show)}"
            for number, step in enumerate(steps, start=1)
        ]
    return [*lines, ""]


def _side_by_side(side: SideBySide, labels: Labels) -> list[str]:
    lines = [
        f"## {len(side.jobs)} postings side by side",
        "",
        "| No. | Match | Posting | File |",
        "|---:|---:|---|---|",
    ]
    lines += [
        f"| {number} | {job.score:.1f} | {escaped(job_heading(job))} | {escaped(shown_name(job.name))} |"
        for number, job in enumerate(side.jobs, start=1)
    ]
    if side.shared:
        lines += ["", "| What they share | Asked | By | The resume |", "|---|---:|---|---|"]
    lines += [
        f"| {escaped(labels.skill(ask.skill))} | {len(ask.asked_by)} of {len(side.jobs)} | {asked_by_words(ask, postings=len(side.jobs))} "
        f"| {STANDING_WORDS[ask.standing].lower()} |"
        for ask in side.shared
    ]
    lines.append("")
    for index, only in enumerate(side.only):
        names = ", ".join(
            f"**{escaped(labels.skill(ask.skill))}**" if ask.required_by else escaped(labels.skill(ask.skill))
            for ask in only
        )
        lines += [f"- Only posting {index + 1} asks (required in bold): {names}"] if only else []
    best = ", ".join(f"{escaped(labels.skill(ask.skill))} (+{ask.gain:.1f})" for ask in side.worth_most[:6])
    return [*lines, *([f"- Worth most, in points summed over all of them: {best}"] if best else []), ""]
