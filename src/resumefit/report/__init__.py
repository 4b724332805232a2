"""Turns an Assessment into something to read: text, JSON, Markdown, HTML. Renderers show; they compute nothing.

Each renderer is imported when it is first called, so that `match --lines` loads neither rich nor Jinja2. Same value in,
same bytes out: no clock, no locale, no terminal is asked for anything here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resumefit.core.assessment import Assessment
    from resumefit.core.document import Document
    from resumefit.core.lexicon import Lexicon
    from resumefit.core.mention import Mention
    from resumefit.core.resume import Resume
    from resumefit.errors import ResumefitError
    from resumefit.score.compare import Comparison
    from resumefit.score.explain import Explanation
    from resumefit.score.plan import Plan
    from resumefit.score.roles import RoleMap


def render_text(
    assessment: Assessment,
    lexicon: Lexicon,
    *,
    plan: Plan | None = None,
    full: bool = False,
    width: int = 80,
    colour: bool = False,
    ascii_only: bool = False,
) -> str:
    """Return the report for a terminal or a pipe, `width` columns wide: one screen, or with `full` all of it."""
    from resumefit.report.text import report_text

    return report_text(assessment, lexicon, plan=plan, full=full, width=width, colour=colour, ascii_only=ascii_only)


def render_json(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the report as JSON, one object with a final line break (docs/report.schema.json)."""
    from resumefit.report.json_report import report_json

    return report_json(assessment, lexicon, plan=plan)


def render_html(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the report as one HTML page that loads nothing from anywhere."""
    from resumefit.report.html import report_html

    return report_html(assessment, lexicon, plan=plan)


def render_markdown(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the report as Markdown, for a note, an issue or a wiki."""
    from resumefit.report.markdown import report_markdown

    return report_markdown(assessment, lexicon, plan=plan)


def render_parse_text(document: Document, resume: Resume, *, width: int = 80) -> str:
    """Return what was read and how it is built, for a person."""
    from resumefit.report.text_structure import structure_text

    return structure_text(document, resume, width=width)


def render_parse_json(document: Document, resume: Resume, *, blind: bool = False) -> str:
    """Return schema, document, text and resume as JSON."""
    from resumefit.report.json_report import structure_json

    return structure_json(document, resume, blind=blind)


def mentions_json(mentions: Sequence[Mention], text: str) -> str:
    """Return the mentions found in a text on its own as one JSON object."""
    from resumefit.report.json_report import text_json

    return text_json(mentions, text)


def line_json(number: int, mentions: Sequence[Mention], line: str) -> str:
    """Return one line of `match --lines`: JSON without a line break inside, and one at the end."""
    from resumefit.report.json_report import line_of_json

    return line_of_json(number, mentions, line)


def error_json(error: ResumefitError) -> str:
    """Return a failure as the JSON object that programs expect instead of a report."""
    from resumefit.report.json_report import failure_json

    return failure_json(error)


def render_explanation(
    explanation: Explanation, assessment: Assessment, lexicon: Lexicon, *, width: int = 80, colour: bool = False
) -> str:
    """Return the whole sum of one role, line by line."""
    from resumefit.report.text_explain import explanation_text

    return explanation_text(explanation, assessment, lexicon, width=width, colour=colour)


def render_comparisons(
    comparisons: Sequence[Comparison], lexicon: Lexicon, *, width: int = 80, colour: bool = False
) -> str:
    """Return what changed between versions, each compared with the one before."""
    from resumefit.report.text_progress import comparisons_text

    return comparisons_text(comparisons, lexicon, width=width, colour=colour)


def render_roles(mapped: RoleMap, *, width: int = 80, colour: bool = False) -> str:
    """Return the map of one role, or of several, stage by stage."""
    from resumefit.report.text_roles import roles_text

    return roles_text(mapped, width=width, colour=colour)


def render_role_comparison(mapped: RoleMap, *, width: int = 80, colour: bool = False) -> str:
    """Return what the mapped roles share and where they part."""
    from resumefit.report.text_roles import comparison_of_roles_text

    return comparison_of_roles_text(mapped, width=width, colour=colour)


def render_explanation_json(explanation: Explanation, assessment: Assessment) -> str:
    """Return the whole sum of one role as JSON."""
    from resumefit.report.json_extras import explanation_json

    return explanation_json(explanation, assessment)


def render_comparisons_json(comparisons: Sequence[Comparison]) -> str:
    """Return what changed between versions, each compared with the one before, as one JSON object."""
    from resumefit.report.json_extras import comparisons_json

    return comparisons_json(comparisons)


def render_comparisons_html(comparisons: Sequence[Comparison], lexicon: Lexicon) -> str:
    """Return what changed between versions, each compared with the one before, as a page that loads nothing."""
    from resumefit.report.html import comparison_html
    from resumefit.report.progress import progress_of, version_rows

    progresses = tuple(progress_of(comparison, lexicon) for comparison in comparisons)
    return comparison_html(progresses, version_rows(comparisons, lexicon))


def render_comparisons_markdown(comparisons: Sequence[Comparison], lexicon: Lexicon) -> str:
    """Return what changed between versions, each compared with the one before, as Markdown."""
    from resumefit.report.markdown_progress import comparisons_markdown

    return comparisons_markdown(comparisons, lexicon)


def render_roles_json(mapped: RoleMap) -> str:
    """Return the map of roles as JSON."""
    from resumefit.report.json_extras import roles_json

    return roles_json(mapped)
