"""What the model says of one sentence is believed in the light of the whole resume, and no line takes away what another shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.protocols import Prediction
from resumefit.learned import load_context_model, load_meta
from resumefit.lexicon import load_lexicon
from resumefit.match.context import UNNAMED_LEARNING, UNNAMED_SOFTWARE, Fields, Option, Question, options_of
from resumefit.match.paraphrases import Belief, Paraphrases
from resumefit.resources import data_dir

LEXICON = load_lexicon(data_dir("skill_lexicon"))
MODELS = data_dir("models")
SHIPPED = load_context_model(MODELS, "evidence_in_context", evidence=load_meta(MODELS / "competency_evidence"))
FIELDS = Fields(LEXICON)
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


class Recalling:
    """Gives every option the same chance, and keeps what it was asked."""

    def __init__(self, *, chance: float) -> None:
        self.threshold = 0.4
        self.asked: list[Mapping[str, float]] = []
        self._chance = chance

    def probabilities_of(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        self.asked += rows
        return [self._chance for _ in rows]


ANSWERS = {
    "drift": {"model-monitoring": 0.55, "none": 0.4, "devops-delivery": 0.05},
    "learning": {"model-monitoring": 0.9, "none": 0.1},
    "trial": {"experimentation": 0.55, "none": 0.45},
    "releases": {"devops-delivery": 0.6, "none": 0.4},
    "both": {"model-monitoring": 0.5, "devops-delivery": 0.3, "none": 0.2},
    "other": {"none": 0.98, "product-discovery": 0.02},
}
MODEL = Fixed(ANSWERS)
WEIGHED = Paraphrases(MODEL, SHIPPED, LEXICON)
OF_LEARNING = frozenset({"pytorch", "kubeflow", "llm"})
OF_SOFTWARE = frozenset({"kubernetes", "ci-cd", "api"})
OF_PRODUCT = frozenset({"okrs", "roadmap", "jira"})
OF_DATA = frozenset({"snowflake", "dbt", "ab-testing"})


def options(text: str, *, named: frozenset[str] = frozenset()) -> list[Option]:
    asked = [Question(text)]
    return options_of(asked, MODEL.predict([text]), unnamed=FIELDS.unnamed(named), known=FIELDS.families)[0]


def chance(question: Question, named: frozenset[str] = frozenset()) -> float:
    """What the shipped model makes of the likeliest answer."""
    found = options_of([question], MODEL.predict([question.text]), unnamed=FIELDS.unnamed(named), known=FIELDS.families)
    return SHIPPED.probabilities_of([found[0][0].numbers])[0]


def test_the_names_in_these_tests_are_skills() -> None:
    assert {skill.id for skill in LEXICON.skills} >= OF_LEARNING | OF_SOFTWARE | OF_PRODUCT | OF_DATA


@pytest.mark.parametrize(
    ("text", "number", "speak", "say_nothing"),
    [
        # Analysts and testers name data work and experiments, too, and no role does without: that says nothing of models.
        ("drift", UNNAMED_LEARNING, OF_LEARNING, OF_PRODUCT | OF_DATA),
        ("trial", UNNAMED_LEARNING, OF_DATA, OF_PRODUCT),
        # A hardware firm has releases and interfaces, too.
        ("releases", UNNAMED_SOFTWARE, OF_SOFTWARE, OF_PRODUCT | OF_LEARNING),
    ],
)
def test_a_field_is_unnamed_until_its_own_skills_are_named(
    text: str, number: str, speak: frozenset[str], say_nothing: frozenset[str]
) -> None:
    assert options(text)[0].numbers[number] == 1.0
    assert options(text, named=say_nothing)[0].numbers[number] == 1.0
    one = frozenset(sorted(speak)[:1])
    assert options(text, named=one)[0].numbers[number] == pytest.approx(2 / 3)
    assert number not in options(text, named=speak)[0].numbers


@pytest.mark.parametrize("text", ["drift", "releases"])
def test_the_shipped_model_believes_more_where_the_field_is_named(text: str) -> None:
    assert chance(Question(text), OF_LEARNING | OF_SOFTWARE) > chance(Question(text))


def test_the_shipped_model_believes_more_in_a_product_position_and_less_beside_a_named_skill() -> None:
    plain = Question("drift", is_in_position=True)
    assert chance(plain._replace(is_product_work=True)) > chance(plain) > chance(plain._replace(names_skill=True))


def test_a_piece_is_weighed_with_what_the_whole_says() -> None:
    asked = [Question("drift"), Question("learning")]
    found = options_of(asked, MODEL.predict(["drift", "learning"]), unnamed={}, known=FIELDS.families)[1]
    (whole,) = [one for one in options("drift") if one.competency == "model-monitoring"]
    assert found[0].numbers["a piece"] == 1.0
    assert found[0].numbers["log-odds in the whole"] == whole.numbers["its log-odds"]
    assert whole.numbers["a piece"] == whole.numbers["log-odds in the whole"] == 0.0


def test_a_sentence_may_show_two_things() -> None:
    believing = Paraphrases(MODEL, Recalling(chance=0.4), LEXICON)
    assert believing.together([[Question("both")]], named=()) == [
        [(Belief("model-monitoring", 0.4), Belief("devops-delivery", 0.4))]
    ]


def test_what_the_model_hardly_sees_is_not_asked_about() -> None:
    recalling = Recalling(chance=1.0)
    assert Paraphrases(MODEL, recalling, LEXICON).together([[Question("other")]], named=()) == [[()]]
    assert recalling.asked == []


def test_below_the_threshold_nothing_is_believed() -> None:
    doubting = Paraphrases(MODEL, Recalling(chance=0.39), LEXICON)
    assert doubting.together([[Question("both")]], named=()) == [[()]]


def test_a_sentence_alone_is_believed_when_the_model_is_rather_sure() -> None:
    assert WEIGHED.alone(Question("drift")) == (Belief("model-monitoring", 0.55),)
    assert WEIGHED.alone(Question("other")) == ()


def test_a_piece_alone_needs_more_and_so_does_a_line_that_names_a_skill() -> None:
    assert WEIGHED.alone(Question("drift"), is_piece=True) == ()
    assert WEIGHED.alone(Question("drift", names_skill=True)) == ()
    assert WEIGHED.alone(Question("learning", names_skill=True)) == (Belief("model-monitoring", 0.9),)


def test_a_competency_that_the_lexicon_does_not_know_is_never_reported() -> None:
    known = tuple(competency for competency in LEXICON.competencies if competency.id == "product-discovery")
    without = Paraphrases(MODEL, Recalling(chance=1.0), replace(LEXICON, competencies=known))
    assert without.alone(Question("learning")) == ()
    assert without.together([[Question("learning", is_product_work=True)]], named=()) == [[()]]


@given(
    st.lists(st.sampled_from(sorted(ANSWERS)), min_size=1), st.sampled_from(sorted(ANSWERS)),
    st.sets(st.sampled_from(["pytorch", "kubeflow", "rag", "dbt"])), st.sets(st.sampled_from(["pytorch", "llm", "snowflake", "api"])),
)  # fmt: skip
def test_more_sentences_and_more_named_skills_take_no_belief_away(
    texts: list[str], further: str, named: set[str], more: set[str]
) -> None:
    before = WEIGHED.together([[Question(text)] for text in texts], named=named)
    after = WEIGHED.together([[Question(text)] for text in [*texts, further]], named=named | more)
    assert len(after) == len(before) + 1
    for [old], [new] in zip(before, after[:-1], strict=True):
        chances = {belief.competency: belief.probability for belief in new}
        assert all(chances[belief.competency] >= belief.probability for belief in old)


def test_no_sentences_no_answers() -> None:
    assert WEIGHED.together([], named=OF_LEARNING) == []
