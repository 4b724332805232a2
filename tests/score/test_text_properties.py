"""What must hold of a resume's text, read, matched and scored the whole way: nothing but deeds brings points.

Resumes are drawn from true sentences about work, so that a failure shows a text that somebody could have written.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from resumefit.pipeline import Engine, analyze, load_engine

EXAMPLES = Path(__file__).parents[2] / "examples"
POSTING = (EXAMPLES / "posting-ai-pm.txt").read_text("utf-8")
TITLES = ("Product Manager", "Senior Product Manager", "Technical Product Manager", "AI Product Manager", "Project Manager")
DEEDS = (
    "Set the product roadmap for 40 sites around two customer problems.",
    "Ran 25 user interviews with dispatchers and dropped four planned features.",
    "Wrote the PRD and the API contracts for version 2 of the REST API.",
    "Led nine engineers and a designer through 14 two-week sprints.",
    "Ran A/B tests with holdout groups on the price page; revenue per visit rose 4%.",
    "Split the monolith into microservices with Kafka, at 99.95% availability.",
    "Defined SLOs with the platform team and cut incidents from nine a month to two.",
    "Set up CI/CD with feature flags; releases went from monthly to daily.",
    "Brought the product to GDPR compliance with the legal team in five months.",
    "Moved experiment tracking to MLflow and cut the time to a release by half.",
    "Built a golden set of 400 questions and tracked precision and recall of the assistant.",
    "Introduced drift detection with automatic retraining for the demand forecast.",
    "Commissioned a bias audit and closed an equal opportunity gap of eight points.",
    "Launched a retrieval-augmented assistant; prompt engineering cut its cost per query by 30%.",
    "Planned the launch in three countries and set the price with sales; 1,200 firms signed up.",
)
PLAIN = ("Kept the minutes of the weekly meeting.", "Answered customers by phone.", "Organised the summer party.")
SKILLS = ("Jira", "SQL", "Kubernetes", "Snowflake", "LangChain", "Tableau", "Datadog", "SHAP", "Terraform", "Amplitude")
CASES = range(6)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def _resume(deeds: Sequence[str], *, title: str = "Product Manager", skills: Sequence[str] = (), below: str = "") -> str:
    listed = f"\nSkills\n{', '.join(skills)}\n" if skills else ""
    return (
        f"Mira Example\nmira@example.org | 555-0101\n\nExperience\n\n{title}, Heron Rotas\nJanuary 2020 - Present\n"
        f"{''.join(f'- {deed}{chr(10)}' for deed in deeds)}\nEducation\nBSc Economics, 2015\n{listed}{below}"
    )


def _drawn(number: int) -> tuple[list[str], str, list[str]]:
    lot = random.Random(number)  # noqa: S311  # no secret
    deeds = [*lot.sample(DEEDS, lot.randint(1, 7)), *lot.sample(PLAIN, lot.randint(0, 2))]
    return deeds, lot.choice(TITLES), lot.sample(SKILLS, lot.randint(0, 5))


def _scores(text: str, engine: Engine, *, name: str = "cv.txt") -> dict[str, float]:
    return {role.role: role.score for role in analyze(text.encode(), name=name, as_of="2026-11", engine=engine).roles}


def _gains(more: str, plain: str, engine: Engine, *, name: str = "cv.txt") -> dict[str, float]:
    before, after = _scores(plain, engine, name=name), _scores(more, engine, name=name)
    return {role: round(after[role] - before[role], 1) for role in after if after[role] > before[role]}


@pytest.mark.parametrize("number", CASES)
@pytest.mark.parametrize("times", [2, 10])
def test_a_sentence_said_again_gains_nothing(number: int, times: int, engine: Engine) -> None:
    deeds, title, skills = _drawn(number)
    again = [*deeds, *[deeds[0]] * (times - 1)]
    assert _gains(_resume(again, title=title, skills=skills), _resume(deeds, title=title, skills=skills), engine) == {}


@pytest.mark.parametrize("number", CASES)
def test_a_sentence_set_otherwise_is_the_same_sentence(number: int, engine: Engine) -> None:
    deeds, title, skills = _drawn(number)
    again = [*deeds, deeds[0].rstrip("."), deeds[0].replace(".", "!"), f"{deeds[0][:-1]};"]
    assert _gains(_resume(again, title=title, skills=skills), _resume(deeds, title=title, skills=skills), engine) == {}


@pytest.mark.parametrize("number", CASES)
def test_a_posting_pasted_below_gains_nothing(number: int, engine: Engine) -> None:
    deeds, title, skills = _drawn(number)
    plain = _resume(deeds, title=title, skills=skills)
    assert _gains(f"{plain}\n{POSTING}", plain, engine) == {}


@pytest.mark.parametrize("number", CASES)
def test_a_posting_pasted_among_the_deeds_gains_nothing(number: int, engine: Engine) -> None:
    deeds, title, skills = _drawn(number)
    pasted = [line.lstrip("- ").strip() for line in POSTING.splitlines() if line.strip()]
    plain = _resume(deeds, title=title, skills=skills)
    assert _gains(_resume([*deeds, *pasted], title=title, skills=skills), plain, engine) == {}


@pytest.mark.parametrize("number", CASES)
@pytest.mark.parametrize("hidden", [
    pytest.param('<p style="color:#fff;background:#fff">{}</p>', id="white on white"),
    pytest.param('<p style="font-size:1px">{}</p>', id="one pixel high"),
    pytest.param('<div style="display:none">{}</div>', id="not displayed"),
])
def test_concealed_text_gains_nothing(number: int, hidden: str, engine: Engine) -> None:
    deeds, title, skills = _drawn(number)
    body = _resume(deeds, title=title, skills=skills).replace("\n", "<br>\n")
    more = hidden.format(" ".join((*DEEDS, *SKILLS)))
    pages = [f"<html><body><p>{body}</p>{part}</body></html>" for part in (more, "")]
    assert _gains(*pages, engine, name="cv.html") == {}


def test_a_list_of_hundreds_of_skills_alone_earns_a_third_at_most(engine: Engine) -> None:
    wall = [skill.label for skill in engine.lexicon.skills]
    for skills in (wall[::4], wall[:200]):
        assert max(_scores(_resume([], skills=skills), engine).values()) <= 35


@pytest.mark.parametrize("number", CASES)
def test_a_wall_of_keywords_earns_a_third_at_most_beside_plain_work(number: int, engine: Engine) -> None:
    lot = random.Random(number)  # noqa: S311  # no secret
    wall = lot.sample([skill.label for skill in engine.lexicon.skills], 150)
    below = f"\n{' '.join(wall)}\n{' | '.join(reversed(wall))}\n"
    assert max(_scores(_resume(PLAIN, skills=wall, below=below), engine).values()) <= 35


@pytest.mark.parametrize("number", CASES)
def test_a_deed_more_never_lowers_a_score(number: int, engine: Engine) -> None:
    deeds, title, skills = _drawn(number)
    more = next(deed for deed in random.Random(number + 100).sample(DEEDS, len(DEEDS)) if deed not in deeds)  # noqa: S311
    plain = _scores(_resume(deeds, title=title, skills=skills), engine)
    richer = _scores(_resume([*deeds, more], title=title, skills=skills), engine)
    lowered = {role: (plain[role], richer[role]) for role in plain if richer[role] < plain[role]}
    assert lowered == {}, more
