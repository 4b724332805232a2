from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from resumefit.core.assessment import Assessment, JobMatch, Provenance
from resumefit.core.mention import Status
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.job import match_job, next_steps
from resumefit.score.posting import Posting, role_kind, seniority
from tests.score.build import AS_OF, LEXICON, Said, material, mention, position

TEXT = """\
Senior AI Product Manager
Marlow Instruments

Requirements
- Owns a roadmap and writes a PRD
- Has shipped products on LLMs and RAG
- A/B testing
- No Kubernetes needed
Nice to have
- Kafka
- MLflow; a roadmap in public is a plus
"""
NOW = position("Product Manager", "Fjord Freight", (2019, 1), None)


def _posting(text: str = TEXT, **statuses: Status) -> Posting:
    words = (
        ("roadmap", "product-strategy", "roadmap"), ("PRD", "agile-delivery", "prd"), ("LLMs", "generative-ai", "llm"),
        ("RAG", "generative-ai", "rag"), ("A/B testing", "experimentation", "ab-testing"),
        ("Kubernetes", "devops-delivery", "kubernetes"), ("Kafka", "distributed-systems", "kafka"),
        ("MLflow", "mlops", "mlflow"),
    )
    said = [
        Said(word, word, competency, skill, statuses.get(skill.replace("-", "_"), Status.OTHER))
        for word, competency, skill in words if word in text
    ]
    return Posting("posting.txt", text, tuple(mention(one, text) for one in said))


POSTING = _posting(kubernetes=Status.NEGATED)


def _match(*said: Said, posting: Posting = POSTING, constants: Constants = DEFAULT) -> JobMatch:
    given = material(said, positions=(NOW,))
    made = Provenance("0", "1+x", "1")
    person = Assessment(made, AS_OF, given.document, given.resume, given.mentions, (), None)
    return match_job(posting, person, lexicon=LEXICON, constants=constants)


def test_lines_under_nice_to_have_are_preferred_and_what_is_not_needed_is_not_asked() -> None:
    found = _match()
    assert found.required == ("roadmap", "prd", "llm", "rag", "ab-testing")
    assert found.preferred == ("kafka", "mlflow")


def test_a_resume_is_sorted_into_shown_unproven_and_missing() -> None:
    found = _match(
        Said("Set the roadmap for 40 sites.", "roadmap", "product-strategy", "roadmap", position=0, outcome=True),
        Said("Skills: A/B testing", "A/B testing", "experimentation", "ab-testing", Status.LISTED),
        Said("Hopes to learn RAG.", "RAG", "generative-ai", "rag", Status.ASPIRING),
    )
    assert found.matched == ("roadmap",)
    assert found.unproven == ("ab-testing",)
    assert found.missing == ("prd", "llm", "rag", "kafka", "mlflow")


def test_what_required_and_neighbouring_skills_are_worth_is_said_by_the_constants() -> None:
    roadmap = Said("Set the roadmap for 40 sites.", "roadmap", "product-strategy", "roadmap", position=0, outcome=True)
    required_alone = _match(roadmap, constants=replace(DEFAULT, preferred=0.0))
    assert required_alone.score == round(_match(roadmap).score * 12 / 10, 1)
    llm = Said("Built on LLMs.", "LLMs", "generative-ai", "llm", position=0)
    strengths = [
        next(need.strength for need in _match(llm, constants=replace(DEFAULT, neighbour=part)).needs if need.skill == "rag")
        for part in (0.0, 0.5, 1.0)
    ]
    assert strengths[0] == 0.0
    assert strengths[2] == pytest.approx(2 * strengths[1], abs=1e-4)


def test_score_by_hand_counts_required_twice() -> None:
    """Five required (10) and two preferred (2) make 12; one required deed with a result is 1 - exp(-1.25 / 0.5) of 2."""
    found = _match(Said("Set the roadmap for 40 sites.", "roadmap", "product-strategy", "roadmap", position=0, outcome=True))
    assert found.score == pytest.approx(100 * 2 * 0.9179 / 12, abs=0.05)


def test_a_neighbouring_skill_is_half_a_proof() -> None:
    found = _match(Said("Built a copilot.", "copilot", "generative-ai", "copilot", position=0))
    assert {"llm", "rag"} <= set(found.unproven)
    assert 0 < found.score < 20


def test_naming_everything_earns_little() -> None:
    wall = [Said(one.label, one.label, one.competency, one.skill, Status.LISTED) for one in POSTING.mentions]
    assert _match(*wall).score <= 35


def test_a_posting_without_skills_scores_nothing() -> None:
    assert _match(posting=Posting("p.txt", "Baker wanted", ())).score == 0


@pytest.mark.parametrize(("title", "kind"), [
    pytest.param("Senior AI Product Manager", "ai-pm", id="AI in the title"),
    pytest.param("Technical Product Manager, Billing", "tech-pm", id="technical in the title"),
    pytest.param("Product Manager, Checkout", "other-pm", id="neither"),
    pytest.param("Pastry Chef", "other", id="no product role"),
])
def test_kind_of_role(title: str, kind: str) -> None:
    assert role_kind(Posting("p.txt", f"{title}\nA fine place to work.\n", ()), LEXICON) == kind


@pytest.mark.parametrize(("text", "level"), [
    pytest.param("VP of Product\n", "executive", id="vice president"),
    pytest.param("Head of Product\n", "director", id="head"),
    pytest.param("Principal Product Manager\n", "principal", id="principal"),
    pytest.param("Sr Product Manager\n", "senior", id="abbreviated senior"),
    pytest.param("Associate Product Manager\n", "junior", id="associate"),
    pytest.param("Product Manager\n\n\n\n- 7+ years of experience in product\n", "senior", id="by years"),
    pytest.param("Product Manager\n\n\n\n- 3-5 years of experience in product\n", "mid", id="by a range of years"),
    pytest.param("Product Manager\n", "mid", id="nothing said"),
])
def test_seniority(text: str, level: str) -> None:
    assert seniority(text) == level


def test_a_need_says_how_near_the_resume_is_and_where_the_posting_asks() -> None:
    found = _match(
        Said("Set the roadmap for 40 sites.", "roadmap", "product-strategy", "roadmap", position=0, outcome=True),
        Said("Built a copilot.", "copilot", "generative-ai", "copilot", position=0),
        Said("Skills: A/B testing", "A/B testing", "experimentation", "ab-testing", Status.LISTED),
    )
    standing = {need.skill: need.standing.value for need in found.needs}
    assert standing == {
        "roadmap": "shown", "prd": "missing", "llm": "related", "rag": "related", "ab-testing": "named", "kafka": "missing",
        "mlflow": "missing",
    }
    assert [need.line for need in found.needs] == [5, 5, 6, 6, 7, 10, 11]
    assert found.needs[0].quote == "Owns a roadmap and writes a PRD"
    assert [need.evidence for need in found.needs] == [(0,), (), (1,), (1,), (2,), (), ()]


def test_a_gain_is_what_a_deed_with_a_result_would_add() -> None:
    """A required skill is 2 of 12 parts; a deed with a result in the position held now shows 1 - exp(-1.25 / 0.5)."""
    found = _match()
    gains = {need.skill: need.gain for need in found.needs}
    assert gains["prd"] == pytest.approx(100 * 2 / 12 * 0.9179, abs=0.05)
    assert gains["kafka"] == pytest.approx(100 * 1 / 12 * 0.9179, abs=0.05)
    before = found.score
    after = _match(Said("Wrote the PRD: 30% fewer bugs.", "PRD", "agile-delivery", "prd", position=0, outcome=True)).score
    assert after - before == pytest.approx(gains["prd"], abs=0.1)


def test_the_next_steps_are_what_is_not_shown_by_gain() -> None:
    found = _match(Said("Set the roadmap for 40 sites.", "roadmap", "product-strategy", "roadmap", position=0, outcome=True))
    assert [need.skill for need in next_steps(found, limit=4)] == ["prd", "llm", "rag", "ab-testing"]


def test_any_deed_of_a_competency_answers_a_posting_that_asks_for_the_competency_itself() -> None:
    text = "Product Manager\n- MLOps and MLflow\n"
    asked = (Said("MLOps", "MLOps", "mlops", "mlops"), Said("MLflow", "MLflow", "mlops", "mlflow"))
    posting = Posting("p.txt", text, tuple(mention(one, text) for one in asked))
    found = _match(Said("Set up Kubeflow for three forecasting teams.", "Kubeflow", "mlops", "kubeflow", position=0), posting=posting)
    assert [(need.skill, need.standing.value) for need in found.needs] == [("mlops", "shown"), ("mlflow", "related")]
    assert found.score == pytest.approx(100 * (0.8647 + 0.8647 / 2) / 2, abs=0.05)
    assert found.by_competency == pytest.approx(86.5, abs=0.05)
    nothing = _match(Said("Skills: MLOps", "MLOps", "mlops", "mlops", Status.LISTED), posting=posting)
    assert nothing.needs[0].standing.value == "named"


def test_the_posting_of_the_documents_comes_out_as_they_say() -> None:
    text = "Product Manager\n- roadmap\n- RAG\nNice to have\n- Kafka\n"
    asked = (
        Said("roadmap", "roadmap", "product-strategy", "roadmap"), Said("RAG", "RAG", "generative-ai", "rag"),
        Said("Kafka", "Kafka", "distributed-systems", "kafka"),
    )
    found = _match(
        Said("Set the roadmap for 40 sites.", "roadmap", "product-strategy", "roadmap", position=0, outcome=True),
        Said("Skills: RAG", "RAG", "generative-ai", "rag", Status.LISTED),
        posting=Posting("p.txt", text, tuple(mention(one, text) for one in asked)),
    )
    words = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text("utf-8")
    assert (found.score, found.needs[1].gain) == (46.7, 26.7)
    assert f"the match is **{found.score}**" in words
    assert f"a gain of **{found.needs[1].gain}**" in words
