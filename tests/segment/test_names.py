"""Names that are also words hide neither deeds nor tools, and no name is taken from a line of skills."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.months import parse_month
from resumefit.pipeline import Engine, analyze, load_engine, understand
from resumefit.segment.personal import find_name
from tests.segment.layouts import document_of

RESUME = """{name}
{line} | {mail}@example.org | 555-0142

Experience
Senior Product Manager, Fjord Freight Systems
January 2021 - Present
- Moved the nightly builds to Jenkins and cut the time to a release by half.
- Drew the roadmap for the Delta Lake migration with 9 engineers.

Skills
Jenkins, Kafka, Vertex AI, SQL
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def _resume(name: str, line: str = "Product Manager, Data Platform") -> str:
    return RESUME.format(name=name, line=line, mail="a.brouwer.anneke")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("Greta Halvorsen", "Greta Halvorsen", id="plain"),
        pytest.param("Greta Halvorsen (she/her)", "Greta Halvorsen", id="pronouns in brackets"),
        pytest.param("Greta Halvorsen they/them", "Greta Halvorsen", id="pronouns without"),
        pytest.param("Margarete (Greta) Halvorsen", "Margarete Halvorsen", id="a short name within"),
        pytest.param("Omar ben Youssef", "Omar ben Youssef", id="a small word within"),
        pytest.param("April Page", "April Page", id="a page is a name too"),
        pytest.param("Cover Page", None, id="a cover page is none"),
        pytest.param("Anneke\nBrouwer", "Anneke Brouwer", id="on two lines, as the address says"),
        pytest.param("Anneke\nMaasland", "Anneke", id="of two words the one that the address bears out"),
    ],
)
def test_the_name_is_found_and_nothing_else_is(written: str, name: str | None, engine: Engine) -> None:
    text = _resume(written, line="Product Manager, Data Platform")
    _, resume = understand(text.encode(), name="cv.txt", headings=engine.lexicon.headings, as_of=parse_month("2026-11"))
    assert resume.name == name


@pytest.mark.parametrize(
    ("upper", "lower", "size", "name"),
    [
        pytest.param("Tobias", "Okonkwo-Lund", 17.0, "Tobias Okonkwo-Lund", id="both large"),
        pytest.param("Tobias", "Okonkwo-Lund", 9.0, None, id="no larger than the rest"),
        pytest.param("Product", "Manager", 17.0, None, id="a title"),
        pytest.param("Curriculum", "Vitae", 17.0, None, id="what the page is"),
    ],
)
def test_a_name_on_two_lines_of_one_large_look_is_one(upper: str, lower: str, size: float, name: str | None) -> None:
    rest = ["Technical lead", "Aarhus, Denmark", "Experience", "- Kept the books."]
    document = document_of("\n".join([upper, lower, *rest]))
    sizes = [size, size, *(9.0 for _ in rest)]
    document = replace(
        document,
        lines=tuple(replace(line, font_size=points) for line, points in zip(document.lines, sizes, strict=True)),
    )
    assert find_name(document) == name


@pytest.mark.parametrize("name", ["Mark Jenkins", "Drew Lake", "Julia Kafka", "Grace Sales", "Omar ben Youssef"])
def test_a_name_that_is_also_a_word_hides_no_evidence(name: str, engine: Engine) -> None:
    given, other = (
        analyze(_resume(who).encode(), name="cv.txt", as_of="2026-11", engine=engine)
        for who in ("Greta Halvorsen", name)
    )
    assert other.roles == given.roles
    assert {"jenkins", "kafka", "vertex-ai"} <= {mention.skill for mention in other.mentions if mention.counted}


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        pytest.param("Jenkins has led two platforms.", "[name] has led two platforms.", id="does something"),
        pytest.param(
            "They call Jenkins's roadmap a model.", "They call [name]'s roadmap a model.", id="owns something"
        ),
        pytest.param("Write to Mr Jenkins for a reference.", "Write to Mr [name] for a reference.", id="is addressed"),
        pytest.param("Mark puts users first; ask Ms Jenkins's team.", "[name] puts users first; ask Ms [name]'s team.", id="puts"),
        pytest.param("Builds in Jenkins took 9 minutes.", "Builds in Jenkins took 9 minutes.", id="is a tool"),
    ],
)
def test_a_blind_report_leaves_the_person_out_and_the_tool_in(sentence: str, left: str, engine: Engine) -> None:
    text = _resume("Mark Jenkins").replace("Experience\n", f"Summary\n{sentence}\n\nExperience\n", 1)
    document, _ = understand(
        text.encode(), name="cv.txt", headings=engine.lexicon.headings, as_of=parse_month("2026-11"), blind=True
    )
    assert left in document.text


def test_the_small_words_of_a_family_name_are_part_of_it(engine: Engine) -> None:
    text = _resume("Omar ben Youssef").replace("Experience\n", "Summary\nAsk Mr ben Youssef's team.\n\nExperience\n", 1)
    document, _ = understand(
        text.encode(), name="cv.txt", headings=engine.lexicon.headings, as_of=parse_month("2026-11"), blind=True
    )
    assert "Ask Mr [name]'s team." in document.text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Ran a bias audit by gender and age.", "Ran a bias audit by gender and age."),
        ("Sex F", "[gender]"),
        ("Gender: female", "[gender]"),
        ("Gender - Male", "[gender]"),
    ],
)
def test_gender_as_a_subject_of_work_stays(line: str, left: str, engine: Engine) -> None:
    text = _resume("Greta Halvorsen").replace("Experience\n", f"Summary\n{line}\n\nExperience\n", 1)
    document, _ = understand(
        text.encode(), name="cv.txt", headings=engine.lexicon.headings, as_of=parse_month("2026-11"), blind=True
    )
    assert f"Summary\n{left}\n" in document.text
