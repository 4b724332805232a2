"""What the model says of one sentence is believed in the light of the whole resume."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.protocols import Prediction
from resumefit.match.paraphrases import Belief, Paraphrases, Question

FAMILIES = {"model-monitoring": "ai", "product-discovery": "product", "devops-delivery": "technical"}
SHARES = {"none": 0.5, "model-monitoring": 0.25, "product-discovery": 0.15, "devops-delivery": 0.1}


class Fixed:
    """A classifier that has learned its answers by heart."""

    name, version = "fixed", "1"

    def __init__(self, answers: Mapping[str, Mapping[str, float]]) -> None:
        self._answers = answers

    @property
    def shares(self) -> Mapping[str, float]:
        return SHARES

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        return [self._one(self._answers[text]) for text in texts]

    def _one(self, answer: Mapping[str, float]) -> Prediction:
        by_label = tuple((label, answer.get(label, 0.0)) for label in SHARES)
        label, probability = max(by_label, key=lambda item: item[1])
        return Prediction(label if label != "none" and probability >= 0.55 else None, probability, by_label)


DRIFT = {"model-monitoring": 0.6, "none": 0.35, "devops-delivery": 0.05}
NOTHING = {"none": 0.95, "product-discovery": 0.05}
LEARNING = {"model-monitoring": 0.9, "none": 0.1}
ANSWERS = {"drift": DRIFT, "learning": LEARNING, **{f"other {number}": NOTHING for number in range(12)}}
MODEL = Paraphrases(Fixed(ANSWERS), FAMILIES)


def ask(*texts: str, named: Sequence[str] = (), is_product_work: bool = False) -> list[Belief | None]:
    return MODEL.together([Question(text, is_product_work=is_product_work) for text in texts], named=named)


def test_a_leaning_towards_machine_learning_is_not_believed_where_nothing_else_speaks_of_it() -> None:
    assert ask("drift", *(f"other {number}" for number in range(12)))[0] is None


def test_the_same_leaning_is_believed_where_skills_of_machine_learning_are_named() -> None:
    found = ask("drift", "other 1", named=["model-monitoring", "model-monitoring"])[0]
    assert found is not None
    assert found.competency == "model-monitoring"
    assert found.probability > DRIFT["model-monitoring"]


def test_named_product_skills_speak_against_machine_learning() -> None:
    found = ask("drift", named=["product-discovery"] * 4)[0]
    assert found is None or found.competency != "model-monitoring"


def test_a_product_position_needs_less() -> None:
    texts = ["drift", "learning", "other 1", "other 2", "other 3"]
    assert ask(*texts)[0] is None
    found = ask(*texts, is_product_work=True)[0]
    assert found is not None
    assert 0.45 <= found.probability < 0.7


def test_a_sentence_that_names_a_skill_needs_more() -> None:
    texts = ["drift", *("learning" for _ in range(3))]
    alone = MODEL.together([Question(text) for text in texts], named=["model-monitoring"])[0]
    beside = MODEL.together([Question(text, names_skill=True) for text in texts], named=["model-monitoring"])[0]
    assert alone is not None
    assert beside is None or beside.probability >= 0.9
    assert MODEL.alone(Question("drift", names_skill=True)) is None


def test_saying_a_thing_twice_makes_nothing_likelier() -> None:
    assert ask("drift", "learning", "other 1")[0] == ask("drift", "learning", "learning", "learning", "other 1")[0]


def test_a_sentence_alone_is_believed_from_the_models_own_threshold_on() -> None:
    assert MODEL.alone(Question("drift")) == Belief("model-monitoring", 0.6)
    assert MODEL.alone(Question("other 1")) is None


def test_a_competency_that_the_lexicon_does_not_know_is_never_reported() -> None:
    without = Paraphrases(Fixed(ANSWERS), {"product-discovery": "product"})
    assert without.alone(Question("drift")) is None
    assert without.together([Question("learning", is_product_work=True)], named=[]) == [None]


@given(st.permutations(sorted(ANSWERS)), st.lists(st.sampled_from(sorted(FAMILIES)), max_size=5))
def test_the_order_of_sentences_changes_nothing(texts: list[str], named: list[str]) -> None:
    found = dict(zip(texts, ask(*texts, named=named), strict=True))
    again = dict(zip(sorted(texts), ask(*sorted(texts), named=named), strict=True))
    assert {text: item and item.competency for text, item in found.items()} == {
        text: item and item.competency for text, item in again.items()
    }
    for text, item in found.items():
        other = again[text]
        if item is not None and other is not None:
            assert item.probability == pytest.approx(other.probability, abs=2e-4)


def test_no_sentences_no_answers() -> None:
    assert ask(named=["model-monitoring"]) == []
