"""What the model says of one sentence is believed in the light of the whole resume, and no line takes away what another shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.protocols import Prediction
from resumefit.lexicon import load_lexicon
from resumefit.match.paraphrases import Belief, Paraphrases, Question
from resumefit.resources import data_dir

LEXICON = load_lexicon(data_dir("skill_lexicon"))
LABELS = ("none", "model-monitoring", "experimentation", "product-discovery", "devops-delivery")


class Fixed:
    """A classifier that has learned its answers by heart."""

    def __init__(self, answers: Mapping[str, Mapping[str, float]]) -> None:
        self._answers = answers

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        return [self._one(self._answers[text]) for text in texts]

    def _one(self, answer: Mapping[str, float]) -> Prediction:
        by_label = tuple((label, answer.get(label, 0.0)) for label in LABELS)
        label, probability = max(by_label, key=lambda item: item[1])
        return Prediction(label if label != "none" and probability >= 0.55 else None, probability, by_label)


ANSWERS = {
    "drift": {"model-monitoring": 0.55, "none": 0.4, "devops-delivery": 0.05},
    "learning": {"model-monitoring": 0.9, "none": 0.1},
    "trial": {"experimentation": 0.55, "none": 0.45},
    "releases": {"devops-delivery": 0.6, "none": 0.4},
    "asking": {"product-discovery": 0.47, "none": 0.43, "devops-delivery": 0.1},
    "other": {"none": 0.95, "product-discovery": 0.05},
}
MODEL = Paraphrases(Fixed(ANSWERS), LEXICON)
OF_LEARNING = frozenset({"pytorch", "kubeflow", "llm"})
OF_SOFTWARE = frozenset({"kubernetes", "ci-cd", "api"})
OF_PRODUCT = frozenset({"okrs", "roadmap", "jira"})
OF_DATA = frozenset({"snowflake", "dbt", "ab-testing"})


def ask(question: Question, named: frozenset[str] = frozenset()) -> Belief | None:
    return MODEL.together([question], named=named)[0]


def test_the_names_in_these_tests_are_skills() -> None:
    assert {skill.id for skill in LEXICON.skills} >= OF_LEARNING | OF_SOFTWARE | OF_PRODUCT | OF_DATA


def test_a_leaning_towards_machine_learning_is_not_believed_where_the_resume_names_nothing_of_it() -> None:
    assert ask(Question("drift")) is None
    assert ask(Question("drift"), frozenset({"roadmap", "jira", "okrs"})) is None


def test_the_same_leaning_is_believed_where_skills_of_machine_learning_are_named() -> None:
    assert ask(Question("drift"), OF_LEARNING) == Belief("model-monitoring", 0.55)


def test_the_names_of_data_work_and_experiments_speak_for_these_alone() -> None:
    """Analysts and testers name them, too, and no role does without: that says nothing of models."""
    assert ask(Question("drift"), OF_DATA) is None
    assert ask(Question("trial"), OF_DATA) == Belief("experimentation", 0.55)
    assert ask(Question("trial")) is None


def test_building_software_is_not_believed_of_who_names_nothing_of_it() -> None:
    """A hardware firm has releases and interfaces, too."""
    assert ask(Question("releases"), OF_PRODUCT) is None
    assert ask(Question("releases"), OF_SOFTWARE) == Belief("devops-delivery", 0.6)


def test_a_product_position_needs_less() -> None:
    assert ask(Question("asking")) is None
    assert ask(Question("asking", is_product_work=True)) == Belief("product-discovery", 0.47)


def test_a_sentence_that_names_a_skill_needs_more_and_so_does_a_piece() -> None:
    assert ask(Question("drift", names_skill=True), OF_LEARNING) is None
    assert ask(Question("drift", is_piece=True), OF_LEARNING) is None
    assert ask(Question("learning", names_skill=True), OF_LEARNING) == Belief("model-monitoring", 0.9)


def test_a_sentence_alone_is_believed_when_the_model_is_rather_sure() -> None:
    assert MODEL.alone(Question("drift")) == Belief("model-monitoring", 0.55)
    assert MODEL.alone(Question("other")) is None


def test_a_competency_that_the_lexicon_does_not_know_is_never_reported() -> None:
    known = tuple(competency for competency in LEXICON.competencies if competency.id == "product-discovery")
    without = Paraphrases(Fixed(ANSWERS), replace(LEXICON, competencies=known))
    assert without.alone(Question("learning")) is None
    assert without.together([Question("learning", is_product_work=True)], named=()) == [None]


@given(
    st.lists(st.sampled_from(sorted(ANSWERS)), min_size=1), st.sampled_from(sorted(ANSWERS)),
    st.sets(st.sampled_from(["pytorch", "kubeflow", "rag", "dbt"])), st.sets(st.sampled_from(["pytorch", "llm", "snowflake"])),
)  # fmt: skip
def test_more_sentences_and_more_named_skills_take_no_belief_away(
    texts: list[str], further: str, named: set[str], more: set[str]
) -> None:
    before = MODEL.together([Question(text) for text in texts], named=named)
    after = MODEL.together([Question(text) for text in [*texts, further]], named=named | more)
    for old, new in zip(before, after, strict=False):
        assert old is None or old == new


def test_no_sentences_no_answers() -> None:
    assert MODEL.together([], named=OF_LEARNING) == []
