"""Decides what to believe of the paraphrase model: a sentence is read in the light of the whole resume.

The model sees one sentence, and "sensor drift" reads to it like the drift of a model. A resume that nowhere else speaks of
machine learning makes that unlikely; one that names PyTorch and tells of labelled data makes it likely. So the shares of three
fields (nothing, product and technical work, machine learning) are estimated for each resume from what its sentences
lean to and which skills it names, and the model's probabilities, which hold for the shares of its training lines, are corrected
to them by expectation maximisation (Saerens, Latinne and Decaestecker 2002).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from resumefit.core.protocols import Prediction, TextClassifier

Field = Literal["nothing", "product", "learning"]
_FIELDS: tuple[Field, ...] = ("nothing", "product", "learning")
_LEARNING_FAMILIES = frozenset({"ai", "responsible"})

# Chosen on labelled resumes of other writers, on a plateau: half or twice each changes no figure by more than a resume or two.
_TRAINING_SENTENCES = 2.0  # how many sentences the shares of the training lines are worth, as against the resume's own
_SENTENCES_PER_SKILL = 5.0  # how many sentences a named skill is worth: a name is sure, a leaning is not
_ROUNDS = 20
_SETTLED = 1e-3  # shares that move less than this in a round have settled
# From this probability on a leaning is believed. In a product position most bullets show some competency.
_BELIEVED = 0.7
_BELIEVED_IN_PRODUCT_WORK = 0.45
# A sentence that names a skill has told what it tells, as a rule, so that more in it must be surer.
_SURER_BESIDE_A_NAME = 0.2
_ALONE_BESIDE_A_NAME = 0.8


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence to be read; `is_product_work` where it stands in a product position, `names_skill` where a skill is named in it."""

    text: str
    is_product_work: bool = False
    names_skill: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """A competency that a sentence shows, with its probability after the resume was taken into account."""

    competency: str
    probability: float


class Paraphrases:
    """The paraphrase model with what is known of the competencies' fields."""

    def __init__(self, model: TextClassifier, families: Mapping[str, str]) -> None:
        self._model = model
        self._fields = {label: _field(families.get(label)) for label in model.shares}
        self._usual = _summed(model.shares.items(), self._fields)
        self._known = families.keys()

    def alone(self, question: Question) -> Belief | None:
        """Read a sentence of which nothing else is known."""
        prediction = self._model.predict([question.text])[0]
        if prediction.label is None or prediction.label not in self._known:
            return None
        if question.names_skill and prediction.probability < _ALONE_BESIDE_A_NAME:
            return None
        return Belief(prediction.label, prediction.probability)

    def together(self, questions: Sequence[Question], *, named: Sequence[str]) -> list[Belief | None]:
        """Read the sentences of one resume; `named` has the competency of each of its different counted skills."""
        predictions = self._model.predict([question.text for question in questions])
        told_once = {question.text: prediction for question, prediction in zip(questions, predictions, strict=True)}
        factors = self._factors(list(told_once.values()), named)  # saying a thing twice makes nothing likelier
        return [self._believe(item, prediction, factors) for item, prediction in zip(questions, predictions, strict=True)]

    def _factors(self, predictions: Sequence[Prediction], named: Sequence[str]) -> dict[Field, float]:
        """Return how much likelier each field is in this resume than among the training lines."""
        leanings = [_summed(prediction.by_label, self._fields) for prediction in predictions]
        known = {field: _TRAINING_SENTENCES * self._usual[field] for field in _FIELDS}
        for competency in named:
            known[_field_of(competency, self._fields)] += _SENTENCES_PER_SKILL
        shares = dict(self._usual)
        for _ in range(_ROUNDS):
            mass = dict(known)
            factors = {field: shares[field] / self._usual[field] for field in _FIELDS}
            for leaning in leanings:
                weighed = [leaning[field] * factor for field, factor in factors.items()]
                whole = sum(weighed)
                for field, value in zip(_FIELDS, weighed, strict=True):
                    mass[field] += value / whole
            total = sum(mass.values())
            before, shares = shares, {field: mass[field] / total for field in _FIELDS}
            if max(abs(shares[field] - before[field]) for field in _FIELDS) < _SETTLED:
                break
        return {field: shares[field] / self._usual[field] for field in _FIELDS}

    def _believe(self, question: Question, prediction: Prediction, factors: Mapping[Field, float]) -> Belief | None:
        weighed = {label: value * factors[_field_of(label, self._fields)] for label, value in prediction.by_label}
        likeliest = max(weighed, key=lambda label: (weighed[label], label))
        probability = weighed[likeliest] / sum(weighed.values())
        least = _BELIEVED_IN_PRODUCT_WORK if question.is_product_work else _BELIEVED
        least += _SURER_BESIDE_A_NAME if question.names_skill else 0.0
        if likeliest not in self._known or probability < least:
            return None
        return Belief(likeliest, round(probability, 4))


def _field(family: str | None) -> Field:
    if family is None:
        return "nothing"
    return "learning" if family in _LEARNING_FAMILIES else "product"


def _field_of(label: str, fields: Mapping[str, Field]) -> Field:
    return fields.get(label, "product")  # a competency of somebody's own lexicon, which the model does not know


def _summed(by_label: Iterable[tuple[str, float]], fields: Mapping[str, Field]) -> dict[Field, float]:
    totals = dict.fromkeys(_FIELDS, 1e-9)
    for label, value in by_label:
        totals[_field_of(label, fields)] += value
    return totals
