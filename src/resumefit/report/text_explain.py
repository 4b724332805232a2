"""`explain` for a person: the whole sum of one role, every factor and every piece of evidence, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from resumefit.core.assessment import Assessment
from resumefit.core.lexicon import Lexicon
from resumefit.report.canvas import Canvas
from resumefit.report.shown import shown_text
from resumefit.report.words import Labels, labels_of
from resumefit.score.evidence import Piece
from resumefit.score.explain import Explanation
from resumefit.score.weighing import Weighed


def explanation_text(
    explanation: Explanation, assessment: Assessment, lexicon: Lexicon, *, width: int = 80, colour: bool = False
) -> str:
    """Return the sum behind a score; every number in it can be checked by hand (docs/scoring.md)."""
    page = Canvas(width=width, colour=colour)
    labels = labels_of(lexicon)
    page.line(Text(f"{labels.role(explanation.role.id)}: {explanation.score:.1f} of 100", style="bold"))
    _factors(page, explanation)
    for item, points in zip(explanation.weighing.competencies, explanation.points, strict=True):
        _competency(page, item, points, explanation, assessment, labels)
    _sum(page, explanation)
    return page.text()


def _factors(page: Canvas, explanation: Explanation) -> None:
    weighing, constants = explanation.weighing, explanation.constants
    page.heading("FACTORS ON EVERY STRENGTH")
    page.line(
        f"product   {constants.product_floor:g} + {1 - constants.product_floor:g} x min(1, "
        f"{explanation.years_product:.2f} / {constants.product_years:g} years) = {weighing.product:.3f}", indent=2, hang=10,
    )
    page.line(
        f"core      {constants.core_floor:g} + {1 - constants.core_floor:g} x min(1, {weighing.core_mean:.3f} / "
        f"{constants.core_enough:g}) = {weighing.core:.3f}   (mean own strength of the core competencies)",
        indent=2, hang=10,
    )
    page.line(
        f"depth     {constants.depth_floor:g} + {1 - constants.depth_floor:g} x min(1, {explanation.deeds} / "
        f"{constants.depth_deeds:g} deeds) = {weighing.depth:.3f}", indent=2, hang=10,
    )


def _competency(
    page: Canvas, item: Weighed, points: float, explanation: Explanation, assessment: Assessment, labels: Labels
) -> None:
    constants, weighing = explanation.constants, explanation.weighing
    head = Text(f"{labels.competency(item.competency)}", style="bold")
    head.append(f"  weight {item.weight}: {points:.1f} of {item.max_points:.3f} points", style="not bold")
    page.gap()
    page.line(head)
    if not item.evidence.deeds and not item.evidence.listed:
        page.line("nothing counted", indent=2)
        return
    _pieces(page, item.evidence.deeds, assessment)
    if item.evidence.further_positions:
        page.line(
            f"{constants.another_position * item.evidence.further_positions:6.3f}  shown in "
            f"{item.evidence.further_positions} further position(s), {constants.another_position:g} each", indent=2, hang=8,
        )
    if item.evidence.deeds:
        page.line(f"shown     1 - exp(-{item.worth:.3f} / {constants.deed_scale:g}) = {item.shown:.3f}", indent=2)
    _pieces(page, item.evidence.listed, assessment)
    if item.evidence.listed:
        names = sum(piece.worth for piece in item.evidence.listed)
        page.line(
            f"named     {constants.listed_cap:g} x (1 - exp(-{names:.3f} / {constants.listed_scale:g})) = "
            f"{item.named:.3f}", indent=2,
        )
    page.line(f"own       {item.shown:.3f} + (1 - {item.shown:.3f}) x {item.named:.3f} = {item.own:.3f}", indent=2)
    page.line(
        f"strength  {item.own:.3f} x {weighing.product:.3f} x {weighing.core:.3f} x {weighing.depth:.3f} = "
        f"{item.strength:.3f}", indent=2,
    )
    page.line(f"points    {item.max_points:.3f} x {item.strength:.3f} = {item.exact_points:.3f}, as {points:.1f}", indent=2)


def _pieces(page: Canvas, pieces: Sequence[Piece], assessment: Assessment) -> None:
    for piece in pieces:
        mention = assessment.mentions[piece.mention]
        quote = shown_text(assessment.document.text[mention.start : mention.stop])
        page.line(
            f"{piece.worth:6.3f}  \u201c{quote}\u201d, {piece.rung} {piece.base:g} x age {piece.recency:.3f} x wording "
            f"{piece.wording:g} x certainty {piece.certainty:.2f}", indent=2, hang=8,
        )


def _sum(page: Canvas, explanation: Explanation) -> None:
    page.heading("SUM")
    parts = " + ".join(f"{points:.1f}" for points in explanation.points if points)
    page.line(f"{parts or '0'} = {explanation.score:.1f}", indent=2, hang=2)
    page.line(
        "Points are rounded to tenths so that they add up: the tenths left over go to the largest remainders.", indent=2
    )
