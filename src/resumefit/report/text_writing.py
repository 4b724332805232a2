"""How the resume is written, for a terminal: a line that counts, or with `full` every place."""

from __future__ import annotations

from rich.text import Text

from resumefit.core.assessment import Assessment
from resumefit.core.wording import capital
from resumefit.report.canvas import Canvas
from resumefit.report.writing_words import Group, writing_groups

_PLACES = 12  # of one kind; a resume has rarely more


def add_writing(page: Canvas, assessment: Assessment, *, full: bool) -> None:
    """Add what to mend in the writing."""
    groups = writing_groups(assessment)
    if not groups:
        return
    if full:
        page.heading("HOW IT IS WRITTEN (changes no score)")
        for group in groups:
            add_group(page, group)
        return
    summary = "; ".join(group.summary for group in groups)
    page.gap()
    page.line(Text.assemble(("WRITING  ", "bold"), f"{capital(summary)}."), hang=9)


def add_group(page: Canvas, group: Group) -> None:
    """Add findings of one kind: what is wrong, what to do, and every place."""
    remedy = f" {group.remedy}." if group.remedy else ""
    page.line(Text.assemble((f"{group.title}.", "bold"), (remedy, "dim")), indent=2, hang=2)
    for place in group.places[:_PLACES]:
        if place.said:
            page.line(place.said, indent=4, hang=2)
    if len(group.places) > _PLACES:
        page.line(Text(f"and {len(group.places) - _PLACES} more", style="dim"), indent=4)
