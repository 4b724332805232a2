"""Postings come in many styles: what is a must, what is a wish, and what is no demand at all."""

from __future__ import annotations

import pytest

from resumefit.core.mention import Status
from resumefit.score.posting import Posting, doubt_about, job_title, read_asks, seniority, years_asked
from resumefit.score.posting_wishes import Wish, line_wishes
from tests.score.build import Said, mention

WORDS = {
    "SQL": ("data-engineering", "sql"),
    "Kafka": ("distributed-systems", "kafka"),
    "MLflow": ("mlops", "mlflow"),
    "RAG": ("generative-ai", "rag"),
}


def _asks(text: str, **statuses: Status) -> dict[str, bool]:
    said = [
        Said(word, word, competency, skill, statuses.get(skill, Status.OTHER))
        for word, (competency, skill) in WORDS.items()
        if word in text
    ]
    found = read_asks(Posting("p.txt", text, tuple(mention(one, text) for one in said)))
    return {ask.skill: ask.required for ask in found}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("Must have\n- SQL\nNice to have\n- Kafka\n", {"sql": True, "kafka": False}, id="two headings"),
        pytest.param(
            "Requirements\n- SQL\nKafka is a plus.\nMLflow\n",
            {"sql": True, "mlflow": True, "kafka": False},
            id="a wish in one line is no heading",
        ),
        pytest.param("You know SQL; Kafka is a plus.", {"sql": True, "kafka": False}, id="two clauses of one line"),
        pytest.param("Ideally you know Kafka. SQL is a must.", {"sql": True, "kafka": False}, id="two sentences"),
        pytest.param("Bonus: Kafka, MLflow\nSQL daily\n", {"sql": True, "kafka": False, "mlflow": False}, id="a label"),
        pytest.param(
            "SQL\nKafka a plus\nMLflow\n", {"sql": True, "mlflow": True, "kafka": False}, id="no bullets at all"
        ),
        pytest.param(
            "Your profile\nRAG; SQL   desirable\nMLflow (required)\n",
            {"rag": False, "sql": False, "mlflow": True},
            id="a table's second column",
        ),
        pytest.param(
            "Your profile\nRAG; SQL\n\ndesirable\n\nKafka\n\nrequired\n\nMLflow\n\nrequired\nPython\n\ndesirable\n",
            {"rag": False, "sql": False, "kafka": True, "mlflow": True},
            id="labels in lines of their own",
        ),
        pytest.param("Required\n- SQL\nPreferred\n- RAG\n", {"sql": True, "rag": False}, id="one word as a heading"),
        pytest.param(
            "Bonus points\n• Kafka\nWhat you will do\n• SQL\n", {"sql": True, "kafka": False}, id="wishes first"
        ),
        pytest.param(
            "Product Manager\n\nWe sell SQL courses, and our teachers love Kafka.\n\nYou know RAG well and ship it.\n",
            {"rag": True}, id="what the firm tells of itself before the first wish",
        ),
        pytest.param(
            "Product Manager\n\nWe need a colleague for our SQL courses.\n\nYou know RAG well and ship it.\n",
            {"sql": True, "rag": True}, id="a wish in the first paragraph",
        ),
        pytest.param(
            "About Marlow\nOur platform runs on Kafka.\nYour profile\n- SQL\n",
            {"sql": True},
            id="a word about the firm",
        ),
        pytest.param(
            "About you\n- SQL\nBenefits\n- A RAG rug\n", {"sql": True}, id="about you is a demand, benefits are none"
        ),
        pytest.param(
            "What would make you stand out\n- RAG\n- Kafka is a plus\n- MLflow\n",
            {"rag": False, "kafka": False, "mlflow": False},
            id="a bullet with a wish in it is no heading",
        ),
        pytest.param(
            "Nice to have\n- SQL\nRequirements\n- More SQL\n", {"sql": False}, id="the first mention is found"
        ),
        pytest.param("We are not looking for an SQL expert. Kafka is a must.", {"kafka": True}, id="whom it does not look for"),
        pytest.param("Kafka is not required. You know SQL.", {"sql": True}, id="what is not required"),
        pytest.param("Kafka is not required, but a plus.", {"kafka": False}, id="not required, yet a wish"),
        pytest.param("You don't need Kafka, but SQL is a must.", {"sql": True}, id="one clause of two"),
        pytest.param("You don't need Kafka, but SQL is a plus.", {"sql": False}, id="the wish is for the other"),
        pytest.param("Kafka preferred, not required.", {"kafka": False}, id="preferred, not required"),
        pytest.param("Nice to have\n- SQL\n- No need for Kafka\n", {"sql": False}, id="no need under a wish"),
        pytest.param("We do not expect you to know MLflow; SQL we do.", {"sql": True}, id="not expected"),
        pytest.param("No prior Kafka experience required. SQL needed.", {"sql": True}, id="no prior experience"),
        pytest.param("Not only SQL but also Kafka are required.", {"sql": True, "kafka": True}, id="not only"),
        pytest.param("About us: we use Kafka and MLflow.\nYou know SQL.", {"sql": True}, id="a label about the firm"),
        pytest.param("About you: you know SQL.", {"sql": True}, id="a label about the reader"),
    ],
)
def test_what_a_posting_requires_and_what_it_prefers(text: str, asked: dict[str, bool]) -> None:
    assert _asks(text) == asked


def test_what_a_posting_says_is_not_needed_is_not_asked() -> None:
    assert _asks("- SQL\n- No Kafka needed\n", kafka=Status.NEGATED) == {"sql": True}


def test_an_ask_names_its_line_without_the_bullet() -> None:
    text = "Product Manager\n\n  • You write SQL   every day\n"
    found = read_asks(Posting("p.txt", text, (mention(Said("SQL", "SQL", "data-engineering", "sql"), text),)))
    assert [(ask.line, ask.quote) for ask in found] == [(3, "You write SQL every day")]


def test_every_line_has_a_wish() -> None:
    text = "Role\n\nNice to have\n- x\nPerks\n- y\nSkills\n"
    assert [wish.value for wish in line_wishes(text)] == [
        *["required"] * 2,
        *["preferred"] * 2,
        *["not asked"] * 2,
        "required",
        "required",
    ]
    assert line_wishes("") == (Wish.REQUIRED,)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param("5+ years in product", 5, id="plus"),
        pytest.param("3-5 years of experience", 3, id="a range asks for its lower end"),
        pytest.param("at least 2 years with ML, 6 years in all", 6, id="the most of several"),
        pytest.param("About Marlow\nFor 12 years we have made looms.\n", None, id="the firm's own age"),
        pytest.param("We value experience.", None, id="none"),
        pytest.param("one of the last 100 years", None, id="no length of work"),
    ],
)
def test_years_that_a_posting_asks_for(text: str, years: int | None) -> None:
    assert years_asked(text) == years


@pytest.mark.parametrize(
    ("text", "title", "level"),
    [
        pytest.param(
            "Marlow Group\nCareers\nSenior Product Manager, AI\n", "Senior Product Manager, AI", "senior", id="below"
        ),
        pytest.param("# Head of Product\n\nText\n", "Head of Product", "director", id="Markdown"),
        pytest.param(
            "Product Manager\nYou will report to the Director of Product and two others.\n",
            "Product Manager",
            "mid",
            id="the boss is not the role",
        ),
        pytest.param("Baker wanted\n", "Baker wanted", "not said", id="no product role"),
        pytest.param("Senior baker wanted\n", "Senior baker wanted", "senior", id="no product role, but a level"),
    ],
)
def test_the_title_is_the_line_that_names_the_role(text: str, title: str, level: str) -> None:
    assert job_title(text) == title
    assert seniority(text) == level


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        pytest.param("hello", "no skill", id="no skill in it"),
        pytest.param("Ben\nben@example.com\nTeacher 2012 - 2020\nCook 2020 - present\nSQL\n", "like a resume", id="a resume"),
        pytest.param("This program reads SQL.\nKafka is one of its parts.\n", "not read like a posting", id="something else"),
        pytest.param("Product Manager\nYou know SQL. Kafka is a plus.\n", "", id="a short posting"),
        pytest.param("We are hiring a baker.\nYou have 3+ years of experience with SQL. Apply now.\n", "", id="no product role"),
    ],
)
def test_what_is_no_posting_is_doubted(text: str, doubt: str) -> None:
    said = tuple(
        mention(Said(word, word, competency, skill, Status.OTHER), text)
        for word, (competency, skill) in WORDS.items() if word in text
    )
    found = doubt_about(Posting("p.txt", text, said))
    assert doubt in found
    assert bool(found) == bool(doubt)
