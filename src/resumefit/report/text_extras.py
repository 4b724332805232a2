"""Parts of the text report that not every report has: a posting laid beside the resume, and how the resume is written."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from resumefit.core.assessment import Finding, JobMatch
from resumefit.core.lexicon import Lexicon
from resumefit.report.canvas import Canvas
from resumefit.report.shown import shown_name, shown_text
from resumefit.report.words import ROLE_KINDS, Labels, labels_of

_FINDINGS = 8


def add_job(page: Canvas, job: JobMatch, labels: Labels) -> None:
    """Add a posting's part: its score, and its skills as shown, unproven and missing, required ones marked."""
    page.heading(f"AGAINST THE POSTING {shown_name(job.name)}")
    kind = ROLE_KINDS.get(job.role_kind, job.role_kind)
    page.line(f"{job.score:.1f} of 100. It offers {kind}, {job.seniority}. * is required.", indent=2)
    for title, skills in (("Shown", job.matched), ("Unproven", job.unproven), ("Missing", job.missing)):
        if skills:
            names = ", ".join(f"{labels.skill(skill)}{'*' if skill in job.required else ''}" for skill in skills)
            page.line(Text.assemble((f"{title}: ", "bold"), names), indent=2, hang=2)


def add_hygiene(page: Canvas, findings: Sequence[Finding]) -> None:
    """Add what to mend in the writing, by line."""
    if not findings:
        return
    page.heading("HOW IT IS WRITTEN (changes no score)")
    for finding in findings[:_FINDINGS]:
        place = f"line {finding.line}: " if finding.line else ""
        quote = f" \u201c{shown_text(finding.quote)}\u201d" if finding.quote else ""
        page.line(Text.assemble((place, "bold"), f"{finding.problem}.", (quote, "dim")), indent=2, hang=2)
        page.line(Text(f"{finding.remedy}.", style="dim"), indent=4)
    if len(findings) > _FINDINGS:
        page.line(Text(f"and {len(findings) - _FINDINGS} more, all in the JSON and HTML reports", style="dim"), indent=2)


def shared_text(
    shared: Sequence[tuple[str, int]], lexicon: Lexicon, *, postings: int, width: int = 80, colour: bool = False
) -> str:
    """Return what several postings ask for, most asked first; what only one of many asks for is left out."""
    page = Canvas(width=width, colour=colour)
    labels = labels_of(lexicon)
    page.line(Text(f"What {postings} postings ask for", style="bold"))
    for skill, count in shared:
        if count > 1 or postings == 1:
            page.line(f"{count:3} of {postings}  {labels.skill(skill)}", indent=2)
    return page.text()
