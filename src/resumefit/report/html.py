"""The report as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

This module and its neighbours gather what the page says into plain values; the templates say it, the style makes it look.
Everything from the resume goes through Jinja2's autoescape.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from resumefit.core.assessment import Assessment
from resumefit.core.lexicon import Lexicon
from resumefit.report.gap_words import PLAN_NOTE
from resumefit.report.html_gaps import gap_views, road_view
from resumefit.report.html_jobs import plan_view, postings_view
from resumefit.report.html_resume import resume_view
from resumefit.report.html_scores import FAMILIES, family_views, nearest_first, role_view
from resumefit.report.job_words import LEGEND, STANDING_WORDS
from resumefit.report.progress import Progress, VersionRow
from resumefit.report.words import (
    DISCLAIMER,
    LEVEL_STARTS,
    as_sentence,
    cautions,
    document_title,
    labels_of,
    person,
    seniority_words,
    serving_together,
)
from resumefit.report.writing_words import writing_groups
from resumefit.score.plan import Plan

_PAGES = (
    "report.html.j2", "scores.html.j2", "competencies.html.j2", "gaps.html.j2", "jobs.html.j2", "plan.html.j2",
    "writing.html.j2", "resume.html.j2", "compare.html.j2",
)
_STYLES = ("style.css", "parts.css", "print.css")


def report_html(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the whole page, ending with a line break."""
    labels = labels_of(lexicon)
    roles = nearest_first(assessment)
    made = assessment.produced_by
    recommendation = assessment.recommendation
    return _environment().get_template("report.html.j2").render(
        title=person(assessment) or document_title(assessment),
        file=document_title(assessment),
        assessment=assessment,
        seniority=seniority_words(assessment),
        postings=postings_view(assessment, labels),
        words=STANDING_WORDS,
        job_legend=LEGEND,
        plan=plan_view(plan, labels) if plan else None,
        plan_note=PLAN_NOTE,
        why=recommendation.why if recommendation else "",
        steps=recommendation.steps if recommendation else (),
        together=serving_together(recommendation.steps) if recommendation else "",
        road=road_view(assessment, labels),
        style=_style(),
        cautions=cautions(assessment),
        writing=writing_groups(assessment),
        roles=tuple(role_view(role, assessment, lexicon, labels) for role in roles),
        levels=LEVEL_STARTS,
        families=family_views(assessment, roles, lexicon),
        gaps=gap_views(assessment, roles, lexicon, labels),
        family_names=FAMILIES,
        blocks=resume_view(assessment, lexicon, labels),
        made=f"resumefit {made.resumefit}, lexicon {made.lexicon}, scoring {made.scoring}",
        disclaimer=DISCLAIMER,
    ) + "\n"


def comparison_html(progresses: tuple[Progress, ...], versions: tuple[VersionRow, ...]) -> str:
    """Return what changed from each version to the next as a page, ending with a line break."""
    return _environment().get_template("compare.html.j2").render(
        progresses=progresses, versions=versions, style=_style(), disclaimer=DISCLAIMER
    ) + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _template(name) for name in _PAGES}), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters["blanks"] = _blanks
    environment.filters["sentence"] = as_sentence
    return environment


@cache
def _style() -> Markup:
    return Markup("\n".join(_template(name) for name in _STYLES))  # noqa: S704  # our own files


def _template(name: str) -> str:
    return (files("resumefit.report") / "templates" / name).read_text("utf-8")


def _blanks(text: str) -> Markup:
    """Set the blanks of a bullet skeleton, `[number]`, apart from its words."""
    marked = str(escape(text)).replace("[", '<span class="blank">[').replace("]", "]</span>")
    return Markup(marked)  # noqa: S704  # escaped on the line above
