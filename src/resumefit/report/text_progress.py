"""`compare` for a terminal: what changed between versions of a resume."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.assessment import Assessment
from resumefit.core.lexicon import Lexicon
from resumefit.report.canvas import Canvas, padded
from resumefit.report.progress import JobProgress, Progress, RoleProgress, progress_of
from resumefit.report.shown import shown_name
from resumefit.report.words import labels_of
from resumefit.score.compare import Comparison

_ROWS = 8


def comparison_text(comparison: Comparison, lexicon: Lexicon, *, width: int = 80, colour: bool = False) -> str:
    """Return what changed from the older report to the newer."""
    page = Canvas(width=width, colour=colour)
    progress = progress_of(comparison, lexicon)
    page.line(Text(f"{progress.old} \u2192 {progress.new}", style="bold"))
    for note in progress.notes:
        page.line(f"! {note}", indent=2, hang=2)
    for role in progress.roles:
        _role(page, role)
    for job in progress.jobs:
        _job(page, job)
    _lists(page, progress)
    return page.text()


def _role(page: Canvas, role: RoleProgress) -> None:
    page.heading(role.label.upper())
    page.line(f"{role.before:.1f} \u2192 {role.after:.1f}: {role.change:+.1f}  ({role.levels})", indent=2)
    for item in role.points:
        page.line(
            f"{item.change:+5.1f}  {item.label}: {item.before:.1f} \u2192 {item.after:.1f}", indent=2, hang=7,
        )
    for title, words in (("Gaps closed", role.closed), ("Gaps opened", role.opened)):
        if words:
            page.line(f"{title}: {words}", indent=2, hang=2)


def _job(page: Canvas, job: JobProgress) -> None:
    page.heading(f"AGAINST THE POSTING {job.title.upper()}")
    page.line(f"{job.before:.1f} \u2192 {job.after:.1f}: {job.change:+.1f}", indent=2)
    for title, words in (("Shown now", job.won), ("No longer shown", job.lost)):
        if words:
            page.line(f"{title}: {words}", indent=2, hang=2)


def _lists(page: Canvas, progress: Progress) -> None:
    for title, rows in progress.evidence:
        if rows:
            page.heading(title.upper())
        for row in rows[:_ROWS]:
            page.line(Text(row.shows, style="bold"), indent=2, hang=2)
            page.line(f"\u201c{row.quote}\u201d", indent=4, hang=1)
        if len(rows) > _ROWS:
            page.line(f"and {len(rows) - _ROWS} more sentences", indent=2)
    for title, findings in progress.writing:
        if findings:
            page.heading(title.upper())
        for finding in findings:
            page.line(finding, indent=2, hang=2)


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
