"""The parts of the text report that --full adds: all evidence, and for each gap what to do, write, read and expect."""

from __future__ import annotations

from rich.text import Text

from resumefit.core.assessment import Assessment, CompetencyScore, GapKind
from resumefit.core.lexicon import Advice, Lexicon
from resumefit.core.mention import Mention
from resumefit.core.wording import capital
from resumefit.report.canvas import Canvas
from resumefit.report.evidence_words import quotes_of, rung_words
from resumefit.report.gap_words import KIND_WORDS, effort_words, said_where, todo, way_words
from resumefit.report.words import Labels, by_family, place_words, sentence_words, weeks_words, where
from resumefit.score.worklist import Worklist


def add_evidence(page: Canvas, assessment: Assessment, lexicon: Lexicon, labels: Labels) -> None:
    """Add every competency with its points in each role and every sentence that shows or names it."""
    page.heading("ALL EVIDENCE")
    by_role = [{item.id: item for item in role.competencies if item.weight} for role in assessment.roles]
    named = {item.id: item for items in by_role for item in items.values()}
    for _, group in by_family(tuple(named.values()), lexicon):
        for item in group:
            _competency(page, item, [items.get(item.id) for items in by_role], assessment, labels)


def _competency(
    page: Canvas, item: CompetencyScore, cells: list[CompetencyScore | None], assessment: Assessment, labels: Labels
) -> None:
    points = ", ".join(
        f"{labels.role(role.role)} {cell.points:.1f} of {cell.max_points:.1f}"
        for role, cell in zip(assessment.roles, cells, strict=True) if cell
    )
    page.gap()
    page.line(Text.assemble((labels.competency(item.id), "bold cyan"), (f"  {points}; {item.why}", "dim")), indent=2, hang=2)
    for mentions in quotes_of(item.evidence, assessment):
        page.line(_quote(mentions, assessment), indent=4, hang=1)


def _quote(mentions: tuple[Mention, ...], assessment: Assessment) -> Text:
    """Return a sentence once, with all that stands for the competency in it."""
    first, document = mentions[0], assessment.document
    names = ", ".join(dict.fromkeys(mention.label for mention in mentions if mention.skill))
    place = where(first, assessment.resume, pages=1)
    about = "; ".join(part for part in (rung_words(mentions), names, place, place_words(document, first.start)) if part)
    return Text.assemble(f"\u201c{sentence_words(document, first, length=400)}\u201d", (f" {about}", "dim"))


def add_gaps(page: Canvas, worklist: Worklist, assessment: Assessment, labels: Labels) -> None:
    """Add each gap with its whole advice, in the order to close them."""
    page.heading("EACH GAP, AND HOW TO CLOSE IT")
    for number, work in enumerate(worklist.work, start=1):
        gap = work.gap
        gains = ", ".join(
            f"{labels.role(role.role)} +{found.gain:.1f}"
            for role, found in zip(assessment.roles, work.gaps, strict=True) if found
        )
        page.gap()
        head = (f"{number}. {labels.competency(gap.competency)}", "bold")
        page.line(Text.assemble(head, (f"  {KIND_WORDS[gap.kind]}, {effort_words(gap)}; {gains}", "dim")), indent=2, hang=3)
        page.line(f"{capital(gap.why)}.", indent=5)
        for place in said_where(gap, assessment):
            page.line(Text(capital(place), style="dim"), indent=5, hang=2)
        if gap.kind is GapKind.REWORDED:
            _field(page, "Do", todo(gap, labels))
            _field(page, "Write", gap.rewrite)
        elif gap.advice:
            _advice(page, gap.advice)
        else:
            _field(page, "Do", todo(gap, labels))
        if way_words(gap, labels):
            _field(page, "Quickest", f"{way_words(gap, labels)}.")
        for skill, advice in gap.skill_advice if gap.kind is not GapKind.REWORDED else ():
            page.line(
                Text.assemble((labels.skill(skill), "bold"), (f"  {weeks_words(advice.effort_weeks)}", "dim")), indent=5
            )
            _advice(page, advice, indent=7)


def _advice(page: Canvas, advice: Advice, *, indent: int = 5) -> None:
    _field(page, "Do", advice.do, indent=indent)
    _field(page, "Write", advice.show, indent=indent)
    _field(page, "Learn", "; ".join(advice.learn), indent=indent)
    for question in advice.asked:
        _field(page, "Asked", question, indent=indent)


def _field(page: Canvas, name: str, words: str, *, indent: int = 5) -> None:
    page.line(Text.assemble((f"{name:6}", "bold dim"), f" {words}"), indent=indent, hang=7)
