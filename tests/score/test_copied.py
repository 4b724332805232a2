"""What was copied from a posting shows nothing to it, and the report says so; one's own words count as ever."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from resumefit.core.assessment import Assessment, JobMatch
from resumefit.pipeline import Engine, analyze, compare_with_job, load_engine, read_posting
from resumefit.report import render_html, render_markdown, render_text

POSTING = """\
Senior Product Manager, Partner API

You will
- own the product roadmap and backlog of our partner platform end to end
- write product requirements documents and user stories with the engineers
- define SLOs and lead incident reviews with our reliability team

You have
- 5 years of experience in product management
- a working knowledge of REST APIs, webhooks and OAuth
"""
OWN = """\
- Set the product roadmap of the rota app around two customer problems.
- Wrote the PRD for shift swaps with four engineers.
- Ran user interviews with 30 nurses and cut the backlog by half.
- Shipped REST APIs and webhooks that 12 hospitals use.
- Set SLOs for the app with the platform team.
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def _resume(bullets: str, more: str = "") -> str:
    return (
        f"Mira Example\nmira@example.org | 555-0101\n\nExperience\n\nProduct Manager, Heron Rotas\nJanuary 2020 - Present\n"
        f"{bullets}\nEducation\nBSc Economics, 2015\n{more}"
    )


def _laid_beside(text: str, engine: Engine) -> tuple[Assessment, JobMatch]:
    found = analyze(text.encode(), name="cv.txt", as_of="2026-11", engine=engine)
    job = compare_with_job(found, read_posting(POSTING.encode(), name="posting.txt", engine=engine), engine=engine)
    return replace(found, job=job, jobs=(job,)), job


def test_words_of_ones_own_are_no_copy_even_where_they_name_all_that_is_asked(engine: Engine) -> None:
    _, job = _laid_beside(_resume(OWN), engine)
    assert job.copied == ()
    assert {"roadmap", "rest-api", "webhooks", "slo"} <= set(job.matched)


@pytest.mark.parametrize(
    "bullet",
    [
        pytest.param("- Own the product roadmap and backlog of our partner platform end to end.", id="word for word"),
        pytest.param("- Owned the product roadmap and backlog of our partner platform end to end.", id="the verb in the past"),
        pytest.param("- OWNED THE PRODUCT ROADMAP and backlog of  our partner platform, end to end!", id="case and signs"),
        pytest.param("- Owned the product roadmap and backlog of our partner platform for 3 years.", id="another end"),
    ],
)
def test_a_copied_bullet_is_named_and_matches_nothing(bullet: str, engine: Engine) -> None:
    _, job = _laid_beside(_resume(f"{bullet}\n- Kept the books of the firm.\n"), engine)
    assert [item.line for item in job.copied] == [8]
    assert {"roadmap", "backlog"} & set(job.matched) == set()
    assert job.score == 0


def test_a_posting_pasted_below_adds_nothing_to_the_match(engine: Engine) -> None:
    _, plain = _laid_beside(_resume(OWN), engine)
    _, pasted = _laid_beside(_resume(OWN, f"\nCore skills\n{POSTING}"), engine)
    assert pasted.score <= plain.score
    assert set(pasted.matched) <= set(plain.matched)
    assert len(pasted.copied) >= 3


def test_a_phrase_taken_up_in_a_sentence_of_ones_own_counts(engine: Engine) -> None:
    bullet = (
        "- Asked by the board to own the product roadmap and backlog of the night shift app, dropped nine of thirty features "
        "and raised weekly use among ward sisters from 40% to 71% in a year.\n"
    )
    _, job = _laid_beside(_resume(bullet), engine)
    assert job.copied == ()


def test_every_report_says_which_lines_were_copied(engine: Engine) -> None:
    report, job = _laid_beside(_resume(f"- {POSTING.splitlines()[3][2:]}\n- {POSTING.splitlines()[4][2:]}\n"), engine)
    assert [(item.line, item.quote[:13]) for item in job.copied] == [(8, "- own the pro"), (9, "- write produ")]
    said = "Lines 8 and 9 of the resume repeat this posting word for word"
    for text in (
        render_text(report, engine.lexicon, width=200), render_html(report, engine.lexicon),
        render_markdown(report, engine.lexicon),
    ):
        assert said in text


def test_the_example_posting_is_matched_by_no_copy_of_itself(engine: Engine) -> None:
    posting = (Path(__file__).parents[2] / "examples" / "posting-ai-pm.txt").read_text("utf-8")
    found = analyze(_resume(posting).encode(), name="cv.txt", as_of="2026-11", engine=engine)
    job = compare_with_job(found, read_posting(posting.encode(), name="p.txt", engine=engine), engine=engine)
    assert job.matched == ()
    assert job.score <= 5
