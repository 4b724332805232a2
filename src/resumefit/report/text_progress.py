"""`compare` for a terminal: what changed between versions of a resume."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.lexicon import Lexicon
from resumefit.report.canvas import Canvas, padded
from resumefit.report.progress import JobProgress, Progress, RoleProgress, VersionRow, progress_of, version_rows
from resumefit.report.text_writing import add_group
from resumefit.report.words import DISCLAIMER, first_sentence
from resumefit.score.compare import Comparison

_ROWS = 8
_STEPS = 3


def comparisons_text(
    comparisons: Sequence[Comparison], lexicon: Lexicon, *, width: int = 80, colour: bool = False
) -> str:
    """Return what changed from each version to the next, the oldest first."""
    page = Canvas(width=width, colour=colour)
    progresses = [progress_of(comparison, lexicon) for comparison in comparisons]
    page.line(Text(progresses[-1].title, style="bold"))
    _versions(page, version_rows(comparisons, lexicon))
    for progress in progresses:
        _progress(page, progress, apart=len(progresses) > 1)
    _steps(page, progresses[-1])
    page.gap()
    page.line(Text(DISCLAIMER, style="dim"))
    return page.text()


def _versions(page: Canvas, rows: Sequence[VersionRow]) -> None:
    if rows:
        page.line(f"{len(rows)} versions, the oldest first")
    wide = max((cell_len(row.file) for row in rows), default=0)
    for row in rows:
        scores = "  ".join(f"{label} {padded(score, 13)}" for label, score in row.scores)
        page.line(f"{padded(row.file, wide)}  {scores}", indent=2, hang=2)


def _progress(page: Canvas, progress: Progress, *, apart: bool) -> None:
    if apart:
        page.gap()
    page.line(Text(f"{progress.old} \u2192 {progress.new}", style="bold" if apart else "dim"))
    for note in progress.notes:
        page.line(f"! {note}.", indent=2, hang=2)
    for role in progress.roles:
        _role(page, role)
    for job in progress.jobs:
        _job(page, job)
    _lists(page, progress)


def _role(page: Canvas, role: RoleProgress) -> None:
    page.heading(role.label.upper())
    page.line(
        Text.assemble(
            f"{role.before_words} \u2192 ", (role.after_words, "bold"), "  ", (f"{role.change:+.1f}", _style(role.change)),
            f"  {role.levels}",
        ),
        indent=2,
    )
    if role.remark:
        page.line(Text(role.remark, style="dim"), indent=2)
    for item in role.points:
        page.line(
            Text.assemble(
                (f"{item.change:+5.1f}", _style(item.change)), f"  {item.label}: {item.before:.1f} \u2192 {item.after:.1f}"
            ),
            indent=2, hang=7,
        )
    if role.rest:
        page.line(Text(f"and {role.rest}", style="dim"), indent=9)
    for title, words in (("Gaps closed", role.closed), ("Gaps opened", role.opened)):
        if words:
            page.line(f"{title}: {words}", indent=2, hang=2)


def _style(change: float) -> str:
    return "bold green" if change > 0 else "bold red" if change < 0 else "bold"


def _job(page: Canvas, job: JobProgress) -> None:
    page.heading(f"AGAINST THE POSTING {job.title}")
    page.line(
        Text.assemble(
            f"{job.before:.1f} \u2192 ", (f"{job.after:.1f}", "bold"), " of 100  ", (f"{job.change:+.1f}", _style(job.change))
        ),
        indent=2,
    )
    for title, words in job.skills:
        page.line(f"{title}: {words}", indent=2, hang=2)


def _lists(page: Canvas, progress: Progress) -> None:
    for title, rows in progress.evidence:
        if rows:
            page.heading(title.upper())
        for row in rows[:_ROWS]:
            page.line(f"\u201c{row.quote}\u201d", indent=2, hang=1)
            for shows in row.shows:
                page.line(Text(shows, style="cyan"), indent=4, hang=2)
        if len(rows) > _ROWS:
            page.line(Text(f"and {len(rows) - _ROWS} more sentences", style="dim"), indent=2)
    for title, whose, groups in progress.writing:
        if groups:
            page.heading(title.upper())
            page.line(Text(whose, style="dim"), indent=2)
        for group in groups:
            add_group(page, group)


def _steps(page: Canvas, progress: Progress) -> None:
    if progress.steps:
        page.heading("WHAT TO DO NEXT")
    for number, step in enumerate(progress.steps[:_STEPS], start=1):
        about = f"{step.serves}: {step.about}" if step.serves else step.about
        page.line(Text.assemble(f"{number}. ", (f"{about}. ", "bold"), first_sentence(step.do)), indent=2, hang=3)
