"""The report for a terminal or a pipe: scores, strongest evidence, what is missing, first steps.

Everything that colour says is said in words too, and nothing is wider than the page.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from resumefit.core.assessment import Assessment, Gap, GapKind, RoleAssessment
from resumefit.core.lexicon import Lexicon
from resumefit.report.canvas import Canvas, bar, padded
from resumefit.report.text_extras import add_hygiene
from resumefit.report.text_jobs import add_jobs
from resumefit.report.text_progress import add_plan
from resumefit.report.words import (
    DISCLAIMER,
    KIND_WORDS,
    Labels,
    Proof,
    cautions,
    document_title,
    excerpt,
    labels_of,
    person,
    said_where,
    score_words,
    strongest,
    todo,
    weeks_words,
    where,
    writing_findings,
)
from resumefit.score.plan import Plan
from resumefit.score.recommend import road_to_ai

_PROOFS = 6
_GAPS = 5
_LEVEL_STYLE = {
    "not yet": "red", "developing": "yellow", "nearly ready": "yellow", "ready": "green", "outstanding": "bold green"
}


def report_text(
    assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None, width: int = 80, colour: bool = False,
    ascii_only: bool = False,
) -> str:
    """Return the whole report as lines of at most `width` columns."""
    page = Canvas(width=width, colour=colour, ascii_only=ascii_only)
    labels = labels_of(lexicon)
    _head(page, assessment)
    _warnings(page, assessment)
    _scores(page, assessment, labels)
    _evidence(page, assessment, labels)
    told: set[str] = set()
    for role in sorted(assessment.roles, key=lambda role: -role.score):
        _missing(page, role, assessment, labels, told=told)
    add_jobs(page, assessment, labels)
    _steps(page, assessment)
    _road(page, assessment, labels)
    if plan is not None:
        add_plan(page, plan, labels)
    add_hygiene(page, writing_findings(assessment))
    _foot(page, assessment)
    return page.text()


def _head(page: Canvas, assessment: Assessment) -> None:
    document, resume = assessment.document, assessment.resume
    pages = "1 page" if document.pages == 1 else f"{document.pages} pages"
    name = person(assessment)
    page.line(Text(name or document_title(assessment), style="bold"))
    file = f"{document_title(assessment)} \u00b7 " if name else ""
    page.line(Text(f"{file}{document.format}, {pages} \u00b7 as of {assessment.as_of}", style="dim"))
    positions = f"{len(resume.positions)} position{'' if len(resume.positions) == 1 else 's'}"
    page.line(Text(
        f"{positions}, {resume.years_total:.1f} years, {resume.years_product:.1f} of them in product roles", style="dim"
    ))


def _warnings(page: Canvas, assessment: Assessment) -> None:
    said = cautions(assessment)
    if said:
        page.heading("TAKE CARE")
    for caution in said:
        page.line(Text.assemble(("! ", "bold red"), caution), indent=2, hang=2)


def _scores(page: Canvas, assessment: Assessment, labels: Labels) -> None:
    page.heading("READINESS (0-100)")
    names = [labels.role(role.role) for role in assessment.roles]
    scores = [score_words(role) for role in assessment.roles]
    wide_name, wide_score = max(map(cell_len, names), default=0), max(map(len, scores), default=0)
    wide_level = max((len(role.level) for role in assessment.roles), default=0)
    room = page.width - wide_name - wide_score - wide_level - 8
    for role, name, score in zip(assessment.roles, names, scores, strict=True):
        style = _LEVEL_STYLE.get(role.level, "")
        line = Text.assemble(
            padded(name, wide_name), "  ", (padded(score, wide_score), "bold"), "  ",
            (padded(role.level, wide_level), style),
        )
        if room >= 10:
            line.append("  ").append(bar(role.score / 100, width=min(room, 40)), style=style)
        page.line(line, indent=2)
    if assessment.recommendation:
        page.gap()
        page.line(f"{assessment.recommendation.why}.", indent=2)


def _evidence(page: Canvas, assessment: Assessment, labels: Labels) -> None:
    page.heading("STRONGEST EVIDENCE")
    proofs = strongest(assessment, limit=_PROOFS)
    if not proofs:
        page.line("No deed was found for any competency: what is named without a deed earns little.", indent=2)
    for proof in proofs:
        _proof(page, proof, assessment, labels)


def _proof(page: Canvas, proof: Proof, assessment: Assessment, labels: Labels) -> None:
    place = where(proof.mention, assessment.resume, pages=assessment.document.pages)
    head = Text(labels.competency(proof.competency), style="bold cyan")
    if place:
        head.append(f"  ({place})", style="dim not bold")
    page.line(head, indent=2, hang=2)
    part = excerpt(assessment.document, proof.mention, length=2 * page.width - 12)
    page.line(
        Text.assemble("\u201c", part.before, (part.quote, "bold"), part.after, "\u201d"), indent=4, hang=1
    )


def _missing(
    page: Canvas, role: RoleAssessment, assessment: Assessment, labels: Labels, *, told: set[str]
) -> None:
    page.heading(f"MISSING FOR {labels.role(role.role).upper()}, BY WHAT IT WOULD ADD")
    if not role.gaps:
        page.line("Nothing: every competency that counts is shown by a deed.", indent=2)
    for gap in role.gaps[:_GAPS]:
        _gap(page, gap, assessment, labels, full=gap.competency not in told)
        told.add(gap.competency)
    rest = [f"{labels.competency(gap.competency)} (+{gap.gain:.1f})" for gap in role.gaps[_GAPS:]]
    if rest:
        page.line(Text(f"and {', '.join(rest)}", style="dim"), indent=2)


def _gap(page: Canvas, gap: Gap, assessment: Assessment, labels: Labels, *, full: bool) -> None:
    again = "" if full else ", see above"
    page.line(
        Text.assemble(
            (f"+{gap.gain:.1f}".rjust(5), "bold yellow"), "  ", (labels.competency(gap.competency), "bold"),
            (f"  {KIND_WORDS[gap.kind]}, {weeks_words(gap.effort_weeks)}{again}", "dim"),
        ),
        indent=2, hang=7,
    )
    if not full:
        return
    for place in said_where(gap, assessment)[:1]:
        page.line(Text(f"{place[:1].upper()}{place[1:]}", style="dim"), indent=9)
    page.line(todo(gap, labels), indent=9)
    if gap.skills and gap.kind is not GapKind.REWORDED:
        names = ", ".join(labels.skill(skill) for skill in gap.skills)
        page.line(Text(f"Ways to show it: {names}", style="dim"), indent=9)


def _steps(page: Canvas, assessment: Assessment) -> None:
    """Add the first steps; advice that stands above with its gap is not said again."""
    if not assessment.recommendation or not assessment.recommendation.first_steps:
        return
    page.heading("FIRST STEPS")
    said = [gap for role in assessment.roles for gap in role.gaps[:_GAPS] if gap.advice]
    for number, step in enumerate(assessment.recommendation.first_steps, start=1):
        above = next((gap for gap in said if gap.advice and step.endswith(gap.advice.do)), None)
        words = step
        if above and above.advice:
            words = f"{step.removesuffix(above.advice.do).rstrip(': ')}: see above, {weeks_words(above.effort_weeks)}"
        page.line(f"{number}. {words}", indent=2, hang=3)


def _road(page: Canvas, assessment: Assessment, labels: Labels) -> None:
    road = road_to_ai(assessment.roles)
    if road is None or not road.learn:
        return
    page.heading("THE ROAD TO AI PM")
    carried = ", ".join(map(labels.competency, road.carried)) or "nothing yet"
    page.line(Text.assemble(("Carries over: ", "bold"), carried), indent=2, hang=2)
    for title, names in (
        ("Learn in this order: ", road.learn), ("Say in the usual words: ", road.reword), ("Serves both roles: ", road.both)
    ):
        if names:
            page.line(Text.assemble((title, "bold"), ", ".join(map(labels.competency, names))), indent=2, hang=2)


def _foot(page: Canvas, assessment: Assessment) -> None:
    made = assessment.produced_by
    page.gap()
    page.line(Text(DISCLAIMER, style="dim"))
    page.line(Text(f"resumefit {made.resumefit}, lexicon {made.lexicon}, scoring {made.scoring}", style="dim"))
