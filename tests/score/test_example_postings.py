"""The invented postings in examples/, read as a user has them read; what they ask was judged by reading them."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumefit.pipeline import Engine, load_engine, read_posting
from resumefit.score.posting import Posting, job_title, read_asks, role_kind, seniority, years_asked

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def _read(name: str, engine: Engine) -> Posting:
    return read_posting((EXAMPLES / name).read_bytes(), name=name, engine=engine)


@pytest.mark.parametrize(
    ("name", "kind", "level", "years"),
    [
        pytest.param("posting-ai-pm.txt", "ai-pm", "senior", 5, id="lists in plain text"),
        pytest.param("postings/tarn-freight-technical-pm.html", "tech-pm", "mid", 4, id="a careers page"),
        pytest.param("postings/fennel-health-llm-pm.md", "ai-pm", "mid", None, id="Markdown"),
        pytest.param("postings/quillback-first-pm.txt", "other-pm", "mid", 3, id="prose in small letters"),
        pytest.param(
            "postings/ostrava-assurance-principal-ai-pm.docx", "ai-pm", "principal", 8, id="Word with a table"
        ),
    ],
)
def test_what_a_posting_offers(name: str, kind: str, level: str, years: int | None, engine: Engine) -> None:
    posting = _read(name, engine)
    assert (role_kind(posting, engine.lexicon), seniority(posting.text), years_asked(posting.text)) == (
        kind,
        level,
        years,
    )
    assert "product manager" in job_title(posting.text).casefold()


@pytest.mark.parametrize(
    ("name", "required", "preferred", "unasked"),
    [
        pytest.param(
            "postings/tarn-freight-technical-pm.html",
            {"roadmap", "prd", "rest-api", "webhooks", "oauth", "sql", "slo"},
            {"graphql", "grpc", "kafka", "grafana", "datadog"},
            {"kubernetes", "python"},
            id="a careers page",
        ),
        pytest.param(
            "postings/fennel-health-llm-pm.md",
            {"llm", "rag", "prompt-engineering", "gdpr", "ab-testing", "llm-evals"},
            {"eu-ai-act", "iso-42001", "vector-database"},
            set(),
            id="Markdown",
        ),
        pytest.param(
            "postings/quillback-first-pm.txt",
            {"user-stories", "sql", "ab-testing", "retention"},
            {"figma"},
            {"scrum", "hiring", "backlog"},
            id="prose in small letters",
        ),
        pytest.param(
            "postings/ostrava-assurance-principal-ai-pm.docx",
            {"ai-governance", "eu-ai-act", "gdpr", "precision-recall", "model-registry", "stakeholder-management"},
            {"databricks", "snowflake", "generative-ai", "llm-evals", "nist-ai-rmf"},
            {"kafka", "azure"},
            id="Word with a table",
        ),
    ],
)
def test_what_a_posting_asks(
    name: str, required: set[str], preferred: set[str], unasked: set[str], engine: Engine
) -> None:
    asks = read_asks(_read(name, engine))
    assert required <= {ask.skill for ask in asks if ask.required}
    assert preferred <= {ask.skill for ask in asks if not ask.required}
    assert not unasked & {ask.skill for ask in asks}


def test_two_skills_joined_by_and_are_both_asked_for(engine: Engine) -> None:
    asks = read_asks(_read("postings/quillback-first-pm.txt", engine))
    assert {"churn", "retention"} <= {ask.skill for ask in asks if ask.required}
