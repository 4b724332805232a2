"""The text report's part on postings: one laid beside the resume, or several laid side by side."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.assessment import Assessment, JobMatch, Standing
from resumefit.report.canvas import Canvas, padded
from resumefit.report.job_words import (
    LEGEND,
    STANDING_WORDS,
    asked_by_words,
    halves,
    job_heading,
    jobs_of,
    offer_words,
    step_words,
)
from resumefit.report.shown import shown_name
from resumefit.report.words import Labels
from resumefit.score.postings import SharedAsk, SideBySide, lay_side_by_side

_STYLE = {Standing.SHOWN: "green", Standing.RELATED: "cyan", Standing.NAMED: "yellow", Standing.MISSING: "red"}
_SHARED = 16


def add_jobs(page: Canvas, assessment: Assessment, labels: Labels) -> None:
    """Add every posting of the report; several are compared with one another first."""
    jobs = jobs_of(assessment)
    if len(jobs) > 1:
        _side_by_side(page, lay_side_by_side(jobs), labels)
    for number, job in enumerate(jobs, start=1):
        _job(page, job, assessment, labels, number=number if len(jobs) > 1 else None)
    if jobs:
        page.gap()
        page.line(Text(LEGEND, style="dim"), indent=2)


def _job(page: Canvas, job: JobMatch, assessment: Assessment, labels: Labels, *, number: int | None) -> None:
    page.heading(f"POSTING {number}: {shown_name(job.name)}" if number else f"AGAINST THE POSTING {shown_name(job.name)}")
    page.line(Text(job_heading(job), style="bold"), indent=2)
    page.line(f"{job.score:.1f} of 100. {offer_words(job, assessment)}.", indent=2)
    if not job.needs:
        page.line("No skill that the lexicon knows was found in it.", indent=2)
    for half in halves(job, labels):
        page.line(Text(half.summary, style="bold"), indent=2)
        for group in half.groups:
            page.line(
                Text.assemble((f"{group.label}: ", _STYLE[group.standing]), ", ".join(group.skills)), indent=4, hang=2
            )
    if number is None:
        _steps(page, job, labels)


def _steps(page: Canvas, job: JobMatch, labels: Labels) -> None:
    steps = step_words(job, labels)
    if steps:
        page.line(Text("What would help most with this posting", style="bold"), indent=2)
    for step in steps:
        page.line(
            Text.assemble((step.gain.rjust(5), "bold yellow"), "  ", (step.skill, "bold"), (f"  {step.about}", "dim")),
            indent=2, hang=7,
        )
        if step.do:
            page.line(step.do, indent=9)


def _side_by_side(page: Canvas, side: SideBySide, labels: Labels) -> None:
    page.heading(f"{len(side.jobs)} POSTINGS SIDE BY SIDE, THE BEST MATCH FIRST")
    names = [shown_name(job.name) for job in side.jobs]
    wide = max(map(cell_len, names))
    for index in side.ranked:
        job = side.jobs[index]
        page.line(
            Text.assemble(
                f"{index + 1}  ", (f"{job.score:5.1f}", "bold"), f"  {padded(names[index], wide)}  {job_heading(job)}"
            ),
            indent=2, hang=10,
        )
    page.gap()
    page.line(Text("What they share", style="bold"), indent=2)
    if not side.shared:
        page.line("Nothing that the lexicon knows is asked by two of them.", indent=4)
    _shared(page, side.shared, labels, of=len(side.jobs))
    for index, only in enumerate(side.only):
        if only:
            page.line(Text.assemble((f"Only posting {index + 1} asks: ", "bold"), _only_words(only, labels)), indent=2, hang=2)
    if side.worth_most:
        best = ", ".join(f"{labels.skill(ask.skill)} (+{ask.gain:.1f})" for ask in side.worth_most[:6])
        page.line(Text.assemble(("Worth most over all of them: ", "bold"), best), indent=2, hang=2)


def _shared(page: Canvas, shared: Sequence[SharedAsk], labels: Labels, *, of: int) -> None:
    wide = max((cell_len(labels.skill(ask.skill)) for ask in shared[:_SHARED]), default=0)
    for ask in shared[:_SHARED]:
        page.line(
            Text.assemble(
                f"{len(ask.asked_by)} of {of}  {padded(labels.skill(ask.skill), wide)}  ",
                (padded(STANDING_WORDS[ask.standing].lower(), 10), _STYLE[ask.standing]), f"  {asked_by_words(ask)}",
            ),
            indent=4, hang=8,
        )
    if len(shared) > _SHARED:
        rest = ", ".join(labels.skill(ask.skill) for ask in shared[_SHARED:])
        page.line(Text(f"and {rest}", style="dim"), indent=4, hang=2)


def _only_words(asks: Sequence[SharedAsk], labels: Labels) -> str:
    return ", ".join(f"{labels.skill(ask.skill)}{'*' if ask.required_by else ''}" for ask in asks) + " (* is required)"
