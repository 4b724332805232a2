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
    STEPS,
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
from resumefit.score.postings import SharedAsk, SideBySide, lay_side_by_side

_STYLE = {Standing.SHOWN: "green", Standing.RELATED: "cyan", Standing.NAMED: "yellow", Standing.MISSING: "red"}
_SHARED = 16
_SKILLS = 8  # of one standing, for each of several postings on one screen


def add_jobs(page: Canvas, assessment: Assessment, labels: Labels, *, full: bool) -> None:
    """Add every posting of the report; several are compared with one another first."""
    jobs = ranked_jobs(assessment)
    if len(jobs) > 1:
        page.heading(f"{len(jobs)} POSTINGS SIDE BY SIDE, THE BEST MATCH FIRST")
        page.line(f"{standing_words(assessment)}.", indent=2)
        _side_by_side(page, lay_side_by_side(jobs), labels, full=full)
    for number, job in enumerate(jobs, start=1):
        _job(page, job, assessment, labels, number=number if len(jobs) > 1 else None, full=full)
    if any(need.standing is Standing.RELATED for job in jobs for need in job.needs):
        page.gap()
        page.line(Text(LEGEND, style="dim"), indent=2)


def _job(
    page: Canvas, job: JobMatch, assessment: Assessment, labels: Labels, *, number: int | None, full: bool
) -> None:
    page.heading(
        f"POSTING {number}: {shown_name(job.name)}" if number else f"AGAINST THE POSTING {shown_name(job.name)}"
    )
    if doubt_words(job):
        page.line(Text.assemble(("! ", "bold red"), doubt_words(job)), indent=2, hang=2)
    if not job.needs:
        return
    page.line(Text(job_heading(job), style="bold"), indent=2)
    page.line(f"{match_words(job)}.", indent=2)
    page.line(f"{offer_words(job)}.{'' if number else f' {standing_words(assessment)}.'}", indent=2)
    if job.copied:
        page.line(Text.assemble(("! ", "bold red"), copied_words(job)), indent=2, hang=2)
    for half in halves(job, assessment, labels):
        page.line(Text(half.summary, style="bold"), indent=2)
        for group in half.groups:
            words = group.words if full or number is None else group.first(_SKILLS)
            page.line(Text.assemble((f"{group.label}: ", _STYLE[group.standing]), words), indent=4, hang=2)
    if full or number is None:
        _steps(page, job, labels, full=full)


def _steps(page: Canvas, job: JobMatch, labels: Labels, *, full: bool) -> None:
    steps = step_words(job, labels)
    if steps:
        page.line(Text("What would help most with this posting", style="bold"), indent=2)
    for step in steps:
        page.line(
            Text.assemble((step.gain.rjust(5), "bold yellow"), "  ", (step.skill, "bold"), (f"  {step.about}", "dim")),
            indent=2,
            hang=7,
        )
        if step.do:
            page.line(step.do, indent=9)
        if full and step.show:
            page.line(f"Then write: {step.show}", indent=9)


def _side_by_side(page: Canvas, side: SideBySide, labels: Labels, *, full: bool) -> None:
    for number, job in enumerate(side.jobs, start=1):
        page.line(
            Text.assemble(
                f"{number}  ",
                (f"{job.score:5.1f}", "bold"),
                f"  {job_heading(job)}",
                (f"  {shown_name(job.name)}", "dim"),
            ),
            indent=2,
            hang=10,
        )
    page.gap()
    page.line(Text("What they share", style="bold"), indent=2)
    if not side.shared:
        page.line("Nothing that the lexicon knows is asked by two of them.", indent=4)
    _shared(page, side.shared, labels, of=len(side.jobs))
    if full:
        _only_one(page, side, labels)
    _worth_most(page, side, labels)


def _only_one(page: Canvas, side: SideBySide, labels: Labels) -> None:
    page.gap()
    page.line(Text.assemble(("What only one asks", "bold"), " (* is required)"), indent=2)
    for index, only in enumerate(side.only):
        if only:
            page.line(Text.assemble((f"{index + 1}: ", "bold"), _only_words(only, labels)), indent=4, hang=3)


def _worth_most(page: Canvas, side: SideBySide, labels: Labels) -> None:
    """Add what would help most over all the postings together, with its advice."""
    if not side.worth_most:
        return
    page.gap()
    page.line(Text("What would help most with all of them, in points summed over them", style="bold"), indent=2)
    said: set[str] = set()
    for ask in side.worth_most[:STEPS]:
        page.line(
            Text.assemble(
                (f"+{ask.gain:.1f}".rjust(5), "bold yellow"),
                "  ",
                (labels.skill(ask.skill), "bold"),
                (f"  {asked_by_words(ask, postings=len(side.jobs))}", "dim"),
            ),
            indent=2,
            hang=7,
        )
        if ask.advice and ask.advice.do not in said:
            page.line(ask.advice.do, indent=9)
            said.add(ask.advice.do)


def _shared(page: Canvas, shared: Sequence[SharedAsk], labels: Labels, *, of: int) -> None:
    wide = max((cell_len(labels.skill(ask.skill)) for ask in shared[:_SHARED]), default=0)
    for ask in shared[:_SHARED]:
        page.line(
            Text.assemble(
                f"{len(ask.asked_by)} of {of}  {padded(labels.skill(ask.skill), wide)}  ",
                (padded(STANDING_WORDS[ask.standing].lower(), 10), _STYLE[ask.standing]),
                f"  {asked_by_words(ask, postings=of)}",
            ),
            indent=4,
            hang=8,
        )
    if len(shared) > _SHARED:
        rest = ", ".join(labels.skill(ask.skill) for ask in shared[_SHARED:])
        page.line(Text(f"and {rest}", style="dim"), indent=4, hang=2)


def _only_words(asks: Sequence[SharedAsk], labels: Labels) -> str:
    return ", ".join(f"{labels.skill(ask.skill)}{'*' if ask.required_by else ''}" for ask in asks)
