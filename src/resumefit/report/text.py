"""The report for a terminal or a pipe: one screen of what matters, or with `full` all of it.

Everything that colour says is said in words too, and nothing is wider than the page.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.assessment import Assessment
from resumefit.core.lexicon import Lexicon
from resumefit.core.wording import capital
from resumefit.report.canvas import Canvas, bar, padded
from resumefit.report.text_full import add_evidence, add_gaps
from resumefit.report.text_gaps import add_gap_table, add_road
from resumefit.report.text_jobs import add_jobs
from resumefit.report.text_plan import add_plan
from resumefit.report.text_writing import add_writing
from resumefit.report.words import (
    DISCLAIMER,
    Labels,
    cautions,
    document_title,
    first_sentence,
    labels_of,
    person,
    score_words,
    seniority_words,
    sentence_words,
    serving_together,
    shown_words,
    strongest,
)
from resumefit.score.plan import Plan
from resumefit.score.worklist import make_worklist

_PROOFS = 4
_CAUTIONS = 3
_STEPS = 3
_NARROW = 64  # columns; below, a quote stands under its competency
_LEVEL_STYLE = {
    "not yet": "red", "developing": "yellow", "nearly ready": "yellow", "ready": "green", "outstanding": "bold green"
}


def report_text(
    assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None, full: bool = False, width: int = 80,
    colour: bool = False, ascii_only: bool = False,
) -> str:
    """Return the report as lines of at most `width` columns."""
    page = Canvas(width=width, colour=colour, ascii_only=ascii_only)
    labels = labels_of(lexicon)
    worklist = make_worklist(assessment.roles)
    _head(page, assessment)
    _warnings(page, assessment, full=full)
    _scores(page, assessment, labels, full=full)
    if full:
        add_evidence(page, assessment, lexicon, labels)
    else:
        _evidence(page, assessment, labels)
    if worklist:
        add_gap_table(page, worklist, assessment, labels, full=full)
    _steps(page, assessment, full=full)
    if full and worklist:
        add_road(page, assessment, labels)
        add_gaps(page, worklist, assessment, labels)
    add_jobs(page, assessment, labels, full=full)
    if plan is not None:
        add_plan(page, plan, labels)
    add_writing(page, assessment, full=full)
    _foot(page, assessment, full=full)
    return page.text()


def _head(page: Canvas, assessment: Assessment) -> None:
    document, resume = assessment.document, assessment.resume
    pages = "1 page" if document.pages == 1 else f"{document.pages} pages"
    name = person(assessment)
    file = f"{document_title(assessment)}, {pages}" if name else f"{document.format}, {pages}"
    page.line(Text.assemble((name or document_title(assessment), "bold"), (f"  {file}, as of {assessment.as_of}", "dim")), hang=2)
    years = f"{resume.years_total:.1f} years of work, {resume.years_product:.1f} in product roles"
    page.line(Text(f"{years}; {seniority_words(assessment)}", style="dim"), hang=2)


def _warnings(page: Canvas, assessment: Assessment, *, full: bool) -> None:
    said = cautions(assessment)
    if said:
        page.heading("TAKE CARE")
    for caution in said if full else said[:_CAUTIONS]:
        page.line(Text.assemble(("! ", "bold red"), caution), indent=2, hang=2)
    if not full and len(said) > _CAUTIONS:
        page.line(Text(f"and {len(said) - _CAUTIONS} more", style="dim"), indent=4)


def _scores(page: Canvas, assessment: Assessment, labels: Labels, *, full: bool) -> None:
    page.gap()
    names = [labels.role(role.role) for role in assessment.roles]
    scores = [score_words(role) for role in assessment.roles]
    wide_name, wide_score = max(map(cell_len, names), default=0), max(map(len, scores), default=0)
    wide_level = max((len(role.level) for role in assessment.roles), default=0)
    room = page.width - wide_name - wide_score - wide_level - 8
    for role, name, score in zip(assessment.roles, names, scores, strict=True):
        style = _LEVEL_STYLE.get(role.level, "")
        line = Text.assemble(
            (padded(name, wide_name), "bold"), "  ", (padded(score, wide_score), "bold"), "  ",
            (padded(role.level, wide_level), style),
        )
        if room >= 10:
            line.append("  ").append(bar(role.score / 100, width=min(room, 40)), style=style)
        page.line(line, indent=2)
        if full:
            page.line(Text(f"The resume {shown_words(role, assessment)}.", style="dim"), indent=4)
    if assessment.recommendation:
        page.line(f"{assessment.recommendation.why}.", indent=2)


def _evidence(page: Canvas, assessment: Assessment, labels: Labels) -> None:
    page.heading("STRONGEST EVIDENCE")
    proofs = strongest(assessment, limit=_PROOFS)
    if not proofs:
        page.line("No deed was found for any competency: what is named without a deed earns little.", indent=2)
    wide = max((cell_len(labels.competency(proof.competency)) for proof in proofs), default=0)
    for proof in proofs:
        label = labels.competency(proof.competency)
        room = page.width - wide - 4
        if page.width < _NARROW:
            page.line(Text(label, style="bold cyan"), indent=2)
            quote = sentence_words(assessment.document, proof.mention, length=2 * (page.width - 6))
            page.line(f"\u201c{quote}\u201d", indent=4, hang=1)
        else:
            quote = sentence_words(assessment.document, proof.mention, length=2 * room - 16)
            line = Text.assemble((padded(label, wide), "bold cyan"), f"  \u201c{quote}\u201d")
            page.line(line, indent=2, hang=wide + 3)


def _steps(page: Canvas, assessment: Assessment, *, full: bool) -> None:
    """Add the first steps; on one screen the first sentence of each."""
    steps = assessment.recommendation.steps if assessment.recommendation else ()
    if not steps:
        return
    together = serving_together(steps)
    page.heading(f"FIRST STEPS {together}".strip().upper())
    for number, step in enumerate(steps if full else steps[:_STEPS], start=1):
        about = step.about if together or not step.serves else f"{step.serves}: {step.about}"
        do = capital(step.do) if full else first_sentence(step.do)
        page.line(Text.assemble(f"{number}. ", (f"{about}. ", "bold"), do if do.endswith(".") else f"{do}."), indent=2, hang=3)


def _foot(page: Canvas, assessment: Assessment, *, full: bool) -> None:
    made = assessment.produced_by
    page.gap()
    if not full:
        page.line("--full: all evidence, all advice.  --format html: a page to read or print.")
    page.line(Text(f"{DISCLAIMER} resumefit {made.resumefit}, lexicon {made.lexicon}, scoring {made.scoring}", style="dim"))
