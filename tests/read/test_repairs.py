"""What fonts and line breaks did to words is mended, and nothing else is touched."""

from __future__ import annotations

import pytest

from resumefit.read.repairs import LOST, join_hyphenated, join_lines, mend_ligature, vocabulary


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("scienti_c", "scientific"),
        ("_exible", "flexible"),
        ("work_ow", "workflow"),
        ("O_ce", "Office"),
        ("e_ective", "effective"),
        ("sta_", "staff"),
        ("certi_ed", "certified"),
        ("di_cult", "difficult"),
        ("_nance", "finance"),
        ("con_ict", "conflict"),
        ("a_liate", "affiliate"),
        ("Snow_ake", "Snowflake"),
        ("o_ine", "offline"),
    ],
)
def test_a_lost_ligature_is_chosen_by_the_word_around_it(broken: str, whole: str) -> None:
    assert mend_ligature(broken.replace("_", LOST)) == whole


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param("experi-", "ence", "experience", id="a syllable"),
        pytest.param("cross-", "functional", "cross-functional", id="a compound"),
        pytest.param("fine-", "tuning", "fine-tuning", id="a compound of machine learning"),
        pytest.param("event-", "driven", "event-driven", id="a compound with a usual second part"),
        pytest.param("go-to-", "market", "go-to-market", id="hyphens already inside"),
        pytest.param("GPT-", "based", "GPT-based", id="capitals"),
        pytest.param("Anglo-", "American", "Anglo-American", id="a capital follows"),
        pytest.param("2019-", "2021", None, id="a range of years"),
        pytest.param("-", "item", None, id="a dash alone"),
    ],
)
def test_a_word_divided_at_the_lines_end_is_joined(first: str, second: str, joined: str | None) -> None:
    assert join_hyphenated(first, second, frozenset()) == joined


def test_the_documents_own_words_decide() -> None:
    known = vocabulary(["We ran webinars and data pipelines on a platform"])
    assert join_hyphenated("plat-", "form", known) == "platform"
    assert join_hyphenated("data-", "pipelines", known) == "data-pipelines"


def test_the_rest_of_the_word_moves_up_and_lines_may_become_empty() -> None:
    texts = ["led the educa-", "tional pro-", "gram", "- next"]
    assert join_lines(texts, [True, True, False, False]) == ["led the educational", "program", "", "- next"]


def test_lines_without_a_divided_word_are_left_alone() -> None:
    texts = ["a well-", "known fact"]
    assert join_lines(texts, [False, False]) == texts
