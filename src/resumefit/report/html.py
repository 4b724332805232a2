"""The report as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

This module gathers what the page says into plain values; templates/report.html.j2 says it, style.css makes it look.
Everything from the resume goes through Jinja2's autoescape.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from resumefit.core.assessment import Assessment, CompetencyScore, Gap, RoleAssessment
from resumefit.core.lexicon import Advice, Lexicon
from resumefit.core.mention import Mention, Status
from resumefit.report.html_jobs import plan_view, postings_view
from resumefit.report.job_words import LEGEND, STANDING_WORDS
from resumefit.report.marks import Stretch, stretches
from resumefit.report.rose import Petal, petals
from resumefit.report.words import (
    DISCLAIMER,
    KIND_WORDS,
    LEVEL_MEANINGS,
    PLAN_NOTE,
    Excerpt,
    Labels,
    cautions,
    document_title,
    excerpt,
    labels_of,
    person,
    said_where,
    weeks_words,
    where,
    writing_findings,
)
from resumefit.score.plan import Plan
from resumefit.score.recommend import road_to_ai

_PAGES = ("report.html.j2", "jobs.html.j2")
FAMILIES = {"product": "Product", "technical": "Technical", "ai": "AI", "responsible": "Responsible AI"}


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One mention as evidence."""

    mention: int
    part: Excerpt
    place: str
    rung: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """One role's part of a competency's row; `share` is of the longest bar there can be, in percent."""

    counted: bool
    words: str
    track: float
    fill: float


@dataclass(frozen=True, slots=True)
class RowView:
    """One competency over all roles, with its evidence."""

    id: str
    label: str
    covers: str
    family: str
    cells: tuple[CellView, ...]
    why: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of competencies."""

    id: str
    label: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """One gap with its advice."""

    gap: Gap
    label: str
    family: str
    kind: str
    effort: str
    skills: tuple[str, ...]
    ways: tuple[tuple[str, Advice], ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A first step: what it is about, and what to do."""

    about: str
    words: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role's card and gaps."""

    id: str
    label: str
    score: str
    range: str
    level: str
    meaning: str
    petals: tuple[Petal, ...]
    gaps: tuple[GapView, ...]


def report_html(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the whole page, ending with a line break."""
    labels = labels_of(lexicon)
    made = assessment.produced_by
    return _environment().get_template("report.html.j2").render(
        title=person(assessment) or document_title(assessment),
        file=document_title(assessment),
        assessment=assessment,
        labels=labels,
        postings=postings_view(assessment, labels),
        words=STANDING_WORDS,
        job_legend=LEGEND,
        plan=plan_view(plan, labels) if plan else None,
        plan_note=PLAN_NOTE,
        weeks=weeks_words,
        steps=_steps(assessment),
        road=road_to_ai(assessment.roles),
        style=Markup(_template("style.css")),  # noqa: S704  # our own file
        cautions=cautions(assessment),
        findings=writing_findings(assessment),
        roles=tuple(_role(role, assessment, lexicon, labels) for role in assessment.roles),
        families=_families(assessment, lexicon, labels),
        family_names=FAMILIES,
        stretches=_stretches(assessment, lexicon, labels),
        made=f"resumefit {made.resumefit}, lexicon {made.lexicon}, scoring {made.scoring}",
        disclaimer=DISCLAIMER,
    ) + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _template(name) for name in _PAGES}), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters["blanks"] = _blanks
    return environment


def _template(name: str) -> str:
    return (files("resumefit.report") / "templates" / name).read_text("utf-8")


def _blanks(text: str) -> Markup:
    """Set the blanks of a bullet skeleton, `[number]`, apart from its words."""
    marked = str(escape(text)).replace("[", '<span class="blank">[').replace("]", "]</span>")
    return Markup(marked)  # noqa: S704  # escaped on the line above


def _role(role: RoleAssessment, assessment: Assessment, lexicon: Lexicon, labels: Labels) -> RoleView:
    families = {item.id: item.family for item in lexicon.competencies}
    low, high = round(role.low), round(role.high)
    return RoleView(
        id=role.role, label=labels.role(role.role), score=f"{role.score:.1f}",
        range=f"{low} to {high}" if low != high else "", level=role.level.value, meaning=LEVEL_MEANINGS[role.level],
        petals=petals(lexicon.competencies, {item.id: item for item in role.competencies}),
        gaps=tuple(
            GapView(
                gap, labels.competency(gap.competency), families.get(gap.competency, "other"), KIND_WORDS[gap.kind],
                weeks_words(gap.effort_weeks), tuple(labels.skill(skill) for skill in gap.skills if skill not in dict(gap.skill_advice)),
                tuple((labels.skill(skill), advice) for skill, advice in gap.skill_advice),
                said_where(gap, assessment, length=160),
            )
            for gap in role.gaps
        ),
    )


def _steps(assessment: Assessment) -> tuple[FirstStep, ...]:
    """Split each first step at the advice that it ends with, so that its subject can stand out."""
    dos = [gap.advice.do for role in assessment.roles for gap in role.gaps if gap.advice]
    found = []
    for step in assessment.recommendation.first_steps if assessment.recommendation else ():
        do = next((do for do in dos if step.endswith(f": {do}")), step)
        found.append(FirstStep(step.removesuffix(do).rstrip(": "), do))
    return tuple(found)


def _families(assessment: Assessment, lexicon: Lexicon, labels: Labels) -> tuple[FamilyView, ...]:
    scores = [{item.id: item for item in role.competencies} for role in assessment.roles]
    groups: dict[str, list[RowView]] = {}
    for competency in lexicon.competencies:
        found = [by_id.get(competency.id) for by_id in scores]
        if not any(item and item.weight for item in found):
            continue
        best = max((item for item in found if item), key=lambda item: len(item.evidence))
        groups.setdefault(competency.family, []).append(
            RowView(
                competency.id, competency.label, competency.covers, competency.family,
                tuple(_cell(item) for item in found), best.why,
                tuple(_quote(assessment, index) for index in best.evidence),
            )
        )
    return tuple(FamilyView(key, FAMILIES.get(key, key), tuple(rows)) for key, rows in groups.items())


def _cell(item: CompetencyScore | None) -> CellView:
    if item is None or not item.weight:
        return CellView(False, "not counted", 0.0, 0.0)
    track = 100 * min(item.weight, 3) / 3
    return CellView(
        True, f"{item.points:.1f} of {item.max_points:.1f}", round(track, 1), round(track * item.strength, 1)
    )


def _quote(assessment: Assessment, index: int) -> QuoteView:
    mention = assessment.mentions[index]
    place = where(mention, assessment.resume, pages=assessment.document.pages)
    return QuoteView(
        index, excerpt(assessment.document, mention, length=260), place, _rung(mention), mention.confidence < 1
    )


def _rung(mention: Mention) -> str:
    if mention.status is Status.LISTED:
        return "named"
    return "deed with a result" if mention.outcome else "deed"


def _stretches(assessment: Assessment, lexicon: Lexicon, labels: Labels) -> tuple[Stretch, ...]:
    families = {item.id: item.family for item in lexicon.competencies}
    return stretches(assessment.document.text, assessment.mentions, families=families, labels=labels.competencies)
