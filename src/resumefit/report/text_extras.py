"""A part of the text report that not every report has: how the resume is written."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from resumefit.core.assessment import Finding
from resumefit.report.canvas import Canvas
from resumefit.report.shown import shown_text

_FINDINGS = 8


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
