"""Every report on the same hand-built person, compared with a file that somebody has looked at.

After a wanted change: `python -m tests.report.test_golden`, and read the difference before you commit it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from resumefit.report import (
    render_comparisons,
    render_comparisons_html,
    render_comparisons_json,
    render_comparisons_markdown,
    render_explanation,
    render_explanation_json,
    render_html,
    render_json,
    render_markdown,
    render_parse_json,
    render_parse_text,
    render_role_comparison,
    render_roles,
    render_roles_json,
    render_text,
)
from resumefit.score import compare, explain, map_roles
from tests.report.sample import CONSTANTS, assessment, document, later_assessment, plan, resume, with_postings
from tests.score.build import LEXICON

GOLDEN = Path(__file__).parent / "golden"


def _explanation() -> str:
    explanation = explain(assessment(), "tech-pm", lexicon=LEXICON, constants=CONSTANTS)
    return render_explanation(explanation, assessment(), LEXICON)


REPORTS: dict[str, Callable[[], str]] = {
    "report.txt": lambda: render_text(assessment(), LEXICON, width=80),
    "report-narrow.txt": lambda: render_text(assessment(), LEXICON, width=44),
    "report-ascii.txt": lambda: render_text(assessment(), LEXICON, width=80, ascii_only=True),
    "report-colour.txt": lambda: render_text(assessment(), LEXICON, width=80, colour=True),
    "report.json": lambda: render_json(assessment(), LEXICON),
    "report-blind.json": lambda: render_json(assessment(blind=True), LEXICON),
    "report.html": lambda: render_html(assessment(), LEXICON),
    "report.md": lambda: render_markdown(assessment(), LEXICON),
    "parse.txt": lambda: render_parse_text(document(), resume()),
    "parse.json": lambda: render_parse_json(document(), resume()),
    "explain.txt": _explanation,
    "report-full.txt": lambda: render_text(assessment(), LEXICON, full=True, width=80),
    "compare.txt": lambda: render_comparisons([compare(with_postings(), later_assessment())], LEXICON),
    "compare.html": lambda: render_comparisons_html([compare(with_postings(), later_assessment())], LEXICON),
    "compare.md": lambda: render_comparisons_markdown([compare(with_postings(), later_assessment())], LEXICON),
    "roles.txt": lambda: render_roles(map_roles(LEXICON, "tech-pm", "ai-pm")),
    "roles-compared.txt": lambda: render_role_comparison(map_roles(LEXICON, "tech-pm", "ai-pm")),
    "explain.json": lambda: render_explanation_json(
        explain(assessment(), "tech-pm", lexicon=LEXICON, constants=CONSTANTS), assessment()
    ),
    "compare.json": lambda: render_comparisons_json([compare(with_postings(), later_assessment())]),
    "roles.json": lambda: render_roles_json(map_roles(LEXICON, "tech-pm", "ai-pm")),
    "postings.txt": lambda: render_text(with_postings(), LEXICON, plan=plan(), width=80),
    "postings-full.txt": lambda: render_text(with_postings(), LEXICON, plan=plan(), full=True, width=80),
    "postings.json": lambda: render_json(with_postings(), LEXICON, plan=plan()),
    "postings.html": lambda: render_html(with_postings(), LEXICON, plan=plan()),
    "postings.md": lambda: render_markdown(with_postings(), LEXICON, plan=plan()),
    "role.txt": lambda: render_roles(map_roles(LEXICON, "ai-pm")),
}


@pytest.mark.parametrize("name", REPORTS)
def test_report_reads_as_it_did_when_somebody_last_looked(name: str) -> None:
    assert REPORTS[name]() == (GOLDEN / name).read_text("utf-8")


def test_every_golden_file_belongs_to_a_report() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(REPORTS)


def test_blind_json_names_nobody() -> None:
    report = json.loads(render_json(replace(assessment(blind=True)), LEXICON))
    assert report["resume"]["name"] is None


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file, render in REPORTS.items():
        (GOLDEN / file).write_text(render(), "utf-8")
