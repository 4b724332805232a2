"""`explain` for a person: the whole sum of one role, every factor and every piece of evidence, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from resumefit.core.assessment import Assessment, RoleAssessment
from resumefit.core.document import DocumentState
from resumefit.core.lexicon import Lexicon
from resumefit.report.canvas import Canvas
from resumefit.report.shown import shown_text
from resumefit.report.words import Labels, document_title, labels_of, person, score_words
from resumefit.score.evidence import Piece
from resumefit.score.explain import Explanation
from resumefit.score.uncertainty import Possibility, spread
from resumefit.score.weighing import Weighed

_HOW = (
    "A piece of evidence is worth the product of its factors; those that are 1 are left out. Deeds add up to shown, names to "
    "named, both to own strength; own strength times three factors times the most points there are gives the points. Figures "
    "are rounded to five places, points to three: on a calculator the last place may differ."
)
_DOUBTS = 8  # shown, the weightiest first


def explanation_text(
    explanation: Explanation, assessment: Assessment, lexicon: Lexicon, *, width: int = 80, colour: bool = False
) -> str:
    """Return the sum behind a score; every number in it can be checked by hand (docs/scoring.md)."""
    page = Canvas(width=width, colour=colour)
    labels = labels_of(lexicon)
    scored = assessment.role(explanation.role.id)
    page.line(Text(person(assessment) or document_title(assessment), style="bold"))
    page.line(Text(f"{labels.role(explanation.role.id)}: {score_words(scored)} of 100, {scored.level}", style="bold"))
    page.line(Text(_HOW, style="dim"))
    _factors(page, explanation)
    counted = list(zip(explanation.weighing.competencies, explanation.points, strict=True))
    for item, points in counted:
        if item.evidence.deeds or item.evidence.listed:
            _competency(page, item, points, explanation, assessment, labels)
    empty = [
        f"{labels.competency(item.competency)} ({item.max_points:.3f})"
        for item, _ in counted
        if not item.evidence.deeds and not item.evidence.listed
    ]
    if empty:
        page.heading("NOTHING COUNTED, WITH THE POINTS THERE WOULD BE")
        page.line(", ".join(empty), indent=2)
    _sum(page, explanation)
    _range(page, explanation, scored, assessment, labels)
    return page.text()


def _range(
    page: Canvas, explanation: Explanation, scored: RoleAssessment, assessment: Assessment, labels: Labels
) -> None:
    page.heading("RANGE")
    page.line(
        "What may be otherwise, each with its chance and the points that the score would change by. The mean shifts by chance x "
        "change; variance adds up by chance x (1 - chance) x change squared. The range is one standard deviation on either side "
        "of the mean, and holds the score.", indent=2,
    )
    mean, deviation = spread(explanation.score, explanation.doubts)
    shift = mean - explanation.score
    page.line(f"mean       {explanation.score:.1f} {'+' if shift >= 0 else '-'} {abs(shift):.3f} = {mean:.3f}", indent=2)
    page.line(f"deviation  sqrt({deviation**2:.3f}) = {deviation:.3f}", indent=2)
    tenth = ", widened by a tenth for a file read with doubt" if assessment.document.state is not DocumentState.OK else ""
    page.line(f"range      {scored.low:.1f} to {scored.high:.1f}{tenth}", indent=2, hang=11)
    for doubt in explanation.doubts[:_DOUBTS]:
        page.line(f"{doubt.chance:.2f}  {_change_words(doubt)}  {_doubt_words(doubt, assessment, labels)}", indent=2, hang=6)
    if len(explanation.doubts) > _DOUBTS:
        rest = explanation.doubts[_DOUBTS:]
        page.line(
            f"and {len(rest)} smaller ones, together {sum(doubt.expected for doubt in rest):+.3f} on the mean and "
            f"{sum(doubt.variance for doubt in rest):.3f} of variance", indent=2, hang=6,
        )


def _change_words(doubt: Possibility) -> str:
    """Return `-7.13`, or `-4.20, else +1.10`."""
    return f"{doubt.change:+.2f}, else {doubt.otherwise:+.2f}" if doubt.otherwise else f"{doubt.change:+.2f}"


def _doubt_words(doubt: Possibility, assessment: Assessment, labels: Labels) -> str:
    """Say what is doubtful: `MLOps, line 12 “model registry”: counted, and may be none`."""
    about = labels.competency(doubt.competency) if doubt.competency else "A product position"
    if doubt.mention is None:
        return f"{about}: {doubt.kind}"
    mention, document = assessment.mentions[doubt.mention], assessment.document
    quote = shown_text(document.text[mention.start : mention.stop])
    return f"{about}, line {document.line_of(mention.start)} \u201c{quote}\u201d: {doubt.kind}"


def _factors(page: Canvas, explanation: Explanation) -> None:
    weighing, constants = explanation.weighing, explanation.constants
    page.heading("FACTORS ON EVERY STRENGTH")
    page.line(
        f"product   {constants.product_floor:g} + {1 - constants.product_floor:g} x min(1, "
        f"{explanation.years_product:.4f} / {constants.product_years:g} years) = {weighing.product:.5f}", indent=2, hang=10,
    )
    core = [item.own for item in weighing.competencies if item.competency in weighing.core_of]
    if core:
        page.line(f"core mean {sum(core):.5f} / {len(core)} = {weighing.core_mean:.5f}   (own strength of the core, added up)", indent=2)
    page.line(
        f"core      {1 - weighing.core_share:g} + {weighing.core_share:g} x min(1, {weighing.core_mean:.5f} / "
        f"{constants.core_enough:g}) = {weighing.core:.5f}", indent=2, hang=10,
    )
    page.line(
        f"depth     {constants.depth_floor:g} + {1 - constants.depth_floor:g} x min(1, {explanation.deeds} / "
        f"{constants.depth_deeds:g} deeds) = {weighing.depth:.5f}", indent=2, hang=10,
    )
    if weighing.enough < 1:
        page.line(f"enough    {weighing.enough:g} of strength is the whole of a competency in this role", indent=2, hang=10)


def _competency(
    page: Canvas, item: Weighed, points: float, explanation: Explanation, assessment: Assessment, labels: Labels
) -> None:
    constants, weighing = explanation.constants, explanation.weighing
    head = Text(f"{labels.competency(item.competency)}", style="bold")
    head.append(f"  weight {item.weight}: {points:.1f} of {item.max_points:.3f} points", style="not bold")
    page.gap()
    page.line(head)
    _pieces(page, item.evidence.deeds, assessment)
    further = item.evidence.further_positions
    if further:
        page.line(
            f"{constants.another_position * further:.5f}  shown in {further} further position{'' if further == 1 else 's'}, "
            f"{constants.another_position:g} each", indent=2, hang=9,
        )
    if item.evidence.deeds:
        page.line(f"shown     1 - exp(-{item.worth:.5f} / {constants.deed_scale:g}) = {item.shown:.5f}", indent=2)
    _pieces(page, item.evidence.listed, assessment)
    if item.evidence.listed:
        names = sum(piece.worth for piece in item.evidence.listed)
        page.line(
            f"named     {constants.listed_cap:g} x (1 - exp(-{names:.5f} / {constants.listed_scale:g})) = "
            f"{item.named:.5f}", indent=2,
        )
    page.line(f"own       {item.shown:.5f} + (1 - {item.shown:.5f}) x {item.named:.5f} = {item.own:.5f}", indent=2)
    product = f"{item.own:.5f} x {weighing.product:.5f} x {weighing.core:.5f} x {weighing.depth:.5f}"
    if weighing.enough < 1:
        product = f"min(1, {product} / {weighing.enough:g})"
    page.line(f"strength  {product} = {item.strength:.5f}", indent=2, hang=10)
    page.line(f"points    {item.max_points:.3f} x {item.strength:.5f} = {item.exact_points:.3f}, as {points:.1f}", indent=2)


def _pieces(page: Canvas, pieces: Sequence[Piece], assessment: Assessment) -> None:
    for piece in pieces:
        mention = assessment.mentions[piece.mention]
        quote = shown_text(assessment.document.text[mention.start : mention.stop])
        line = assessment.document.line_of(mention.start)
        page.line(f"{piece.worth:.5f}  \u201c{quote}\u201d, line {line}, {_factors_of(piece)}", indent=2, hang=9)


def _factors_of(piece: Piece) -> str:
    """Return the factors of a piece's worth that are not 1: `demonstrated with an outcome 1.5 x age 0.912`."""
    others = (("age", piece.recency), ("wording", piece.wording), ("certainty", piece.certainty))
    parts = [f"{piece.rung} {piece.base:g}", *(f"{name} {value:.5f}" for name, value in others if value != 1)]
    return " x ".join(parts)


def _sum(page: Canvas, explanation: Explanation) -> None:
    page.heading("SUM")
    parts = " + ".join(f"{points:.1f}" for points in explanation.points if points)
    page.line(f"{parts or '0'} = {explanation.score:.1f}", indent=2, hang=2)
    page.line(
        "Points are rounded to tenths so that they add up: the tenths left over go to the largest remainders.", indent=2
    )
