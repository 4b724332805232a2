from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from resumefit.core.document import DocumentState
from resumefit.report import (
    render_comparisons,
    render_explanation,
    render_parse_text,
    render_role_comparison,
    render_roles,
    render_text,
)
from resumefit.report.canvas import bar, to_ascii
from resumefit.report.shown import shown_name, shown_text
from resumefit.report.words import range_words, score_words, strongest
from resumefit.score import compare, explain, make_plan, map_roles
from tests.report.sample import CONSTANTS, assessment, document, later_assessment, plan, resume, with_postings
from tests.score.build import LEXICON, TECH, Said, assess, material

RENDERERS: dict[str, Callable[[int], str]] = {
    "report": lambda width: render_text(assessment(), LEXICON, width=width),
    "full report": lambda width: render_text(with_postings(), LEXICON, plan=plan(), full=True, width=width),
    "comparison": lambda width: render_comparisons([compare(with_postings(), later_assessment())], LEXICON, width=width),
    "roles": lambda width: render_roles(map_roles(LEXICON), width=width),
    "roles compared": lambda width: render_role_comparison(map_roles(LEXICON, "tech-pm", "ai-pm"), width=width),
    "structure": lambda width: render_parse_text(document(), resume(), width=width),
    "explanation": lambda width: render_explanation(
        explain(assessment(), "ai-pm", lexicon=LEXICON, constants=CONSTANTS), assessment(), LEXICON, width=width
    ),
    "report with a plan": lambda width: render_text(
        assessment(), LEXICON, plan=make_plan(assessment(), "ai-pm", weeks=30, lexicon=LEXICON, constants=CONSTANTS), width=width
    ),
}


@pytest.mark.parametrize("width", [44, 60, 80, 100, 120])
@pytest.mark.parametrize("name", RENDERERS)
def test_no_line_is_wider_than_the_page(name: str, width: int) -> None:
    lines = RENDERERS[name](width).splitlines()
    assert len(lines) > 10
    assert max(map(cell_len, lines)) <= width




def test_the_range_is_rounded_outwards_so_that_the_score_lies_within() -> None:
    role = replace(assessment().roles[0], score=12.6, low=12.6, high=13.55)
    assert score_words(role) == "12.6 (12-14)"
    assert range_words(replace(role, low=12.6, high=12.6)) == ""


def test_the_whole_advice_is_told_in_full_and_where_it_is_found_on_one_screen() -> None:
    brief, full = (render_text(assessment(), LEXICON, full=full, width=100) for full in (False, True))
    flat = " ".join(full.split())
    for role in assessment().roles:
        for gap in role.gaps:
            assert gap.advice is not None
            words = (gap.rewrite,) if gap.rewrite else (gap.advice.do, gap.advice.show, *gap.advice.learn, *gap.advice.asked)
            assert [piece for piece in words if " ".join(piece.split()) not in flat] == []
    assert "--full" in brief
    assert "--full" not in full
    assert len(brief.splitlines()) < len(full.splitlines()) / 2


def test_a_duty_is_not_quoted_as_the_strongest_evidence_where_there_is_a_deed() -> None:
    duty = Said("Responsible for the roadmap of the billing product.", "roadmap", "product-strategy", "roadmap", outcome=True)
    deed = Said("Set the OKRs of two squads.", "OKRs", "product-strategy", "okr")
    for said, quoted in (((duty, deed), "Set the OKRs"), ((duty,), "Responsible for")):
        given = material(said)
        scored = (assess(given, TECH),)
        found = replace(assessment(), document=given.document, resume=given.resume, mentions=given.mentions, roles=scored)
        (proof,) = strongest(found, limit=3)
        assert given.document.text[proof.mention.sentence_start :].startswith(quoted)


def test_wide_characters_count_for_two() -> None:
    wide = "\u8c4a" * 60
    named = replace(assessment(), resume=replace(assessment().resume, name=wide))
    assert max(map(cell_len, render_text(named, LEXICON, width=60).splitlines())) <= 60


def test_without_colour_there_is_nothing_for_a_terminal_to_obey() -> None:
    evil = replace(assessment().resume, name="Eve\x1b[2J\x1b]0;owned\x07\u202eevil")
    text = render_text(replace(assessment(), resume=evil), LEXICON)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = render_text(assessment(), LEXICON, colour=True)
    assert "\x1b[" in coloured
    stripped = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines()]
    assert stripped == render_text(assessment(), LEXICON).splitlines()


def test_ascii_is_ascii_and_says_the_same() -> None:
    text = render_text(assessment(), LEXICON, ascii_only=True)
    assert text.isascii()
    assert "Zoe Lindqvist" in text
    assert "35.6 (30-40)" in text


@pytest.mark.parametrize("state", [DocumentState.DOUBTFUL, DocumentState.NEEDS_OCR, DocumentState.REFUSED])
def test_a_file_that_was_not_well_read_is_said_so_before_any_score(state: DocumentState) -> None:
    doubtful = replace(assessment(), document=replace(assessment().document, state=state))
    text = render_text(doubtful, LEXICON)
    assert text.index("This file") < text.index("35.6")


def test_a_blind_report_names_neither_the_person_nor_the_file() -> None:
    text = render_text(replace(assessment(), blind=True), LEXICON)
    assert "Lindqvist" not in text
    assert "zoe" not in text
    assert "resume.pdf" in text


def test_a_resume_that_shows_nothing_says_so_and_still_advises() -> None:
    nothing = replace(
        assessment(), mentions=(), job=None,
        roles=tuple(
            replace(role, score=0.0, low=0.0, high=0.0, competencies=tuple(
                replace(item, strength=0.0, points=0.0, evidence=()) for item in role.competencies
            ), gaps=tuple(replace(gap, evidence=()) for gap in role.gaps)) for role in assessment().roles
        ),
    )
    assert "No deed was found" in render_text(nothing, LEXICON)


@pytest.mark.parametrize(("share", "drawn"), [
    pytest.param(0.0, "\u2591" * 4, id="empty"), pytest.param(1.0, "\u2588" * 4, id="full"),
    pytest.param(0.5, "\u2588\u2588\u2591\u2591", id="half"), pytest.param(0.125, "\u258c\u2591\u2591\u2591", id="half a column"),
    pytest.param(7.0, "\u2588" * 4, id="never over the end"),
])
def test_bar(share: float, drawn: str) -> None:
    assert bar(share, width=4) == drawn


@given(st.text())
def test_names_and_text_stay_on_one_line_and_give_no_orders(text: str) -> None:
    for shown in (shown_name(text), shown_text(text)):
        assert len(shown.splitlines()) <= 1
        assert "\x1b" not in shown
        shown.encode("utf-8")
    assert to_ascii(text).isascii()


def test_a_name_shows_what_it_hides() -> None:
    assert shown_name("cv\n\u202efdp.exe\udc80") == "cv\\x0a\\u202efdp.exe\\udc80"


