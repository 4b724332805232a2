"""Decides what to believe of the paraphrase model: a sentence is read in the light of the whole resume.

The model sees one sentence, or a part of it, and "sensor drift" reads to it like the drift of a model. So it must be surer in a
resume that names nothing of a field than in one that names much of it, surer outside product positions than in them, and surer beside a
named skill, which as a rule has told what the sentence tells. Each further named skill can only lower what is asked, so that adding
a line never takes away what another shows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from resumefit.core.lexicon import Lexicon
from resumefit.core.protocols import Prediction, TextClassifier
from resumefit.match.choosing import families_of
from resumefit.match.fields import LEARNING, TECHNICAL

# Chosen on labelled resumes and lines of other writers (docs/quality.md). Added up they may pass 1: then nothing is believed.
_ALONE, _ALONE_BESIDE_A_NAME = 0.55, 0.9  # a line that stands alone, without and with a named skill
_IN_PRODUCT_WORK = 0.45  # in a product position most bullets show some competency
_ELSEWHERE = 0.5
_BESIDE_A_NAME = 0.15
_OF_A_PIECE = 0.25  # a part of a sentence has fewer words to go by
_NO_LEARNING_NAMED = 0.4  # on top, for machine learning, in a resume that names no skill of it
_NO_SOFTWARE_NAMED = 0.3  # the same for how software is built and run
_ENOUGH_NAMED = 3


class Question(NamedTuple):
    """A sentence, or a piece of one, to be read; `names_skill` where a skill is named in it."""

    text: str
    is_product_work: bool = False
    names_skill: bool = False
    is_piece: bool = False


class Belief(NamedTuple):
    """A competency that a sentence shows, with the model's probability."""

    competency: str
    probability: float


class Paraphrases:
    """The paraphrase model with what is known of the lexicon's competencies."""

    def __init__(self, model: TextClassifier, lexicon: Lexicon) -> None:
        self._model = model
        self._families = families_of(lexicon)
        self._spoken_for_by = _spoken_for_by(lexicon)

    def alone(self, question: Question) -> Belief | None:
        """Read a sentence of which nothing else is known."""
        prediction = self._model.predict([question.text])[0]
        least = _ALONE_BESIDE_A_NAME if question.names_skill else _ALONE
        return self._believe(prediction, least + (_OF_A_PIECE if question.is_piece else 0.0))

    def together(self, questions: Sequence[Question], *, named: Collection[str]) -> list[Belief | None]:
        """Read the sentences of one resume; `named` are the skills that it surely names."""
        extra = {
            competency: most * max(0, _ENOUGH_NAMED - len(skills.intersection(named))) / _ENOUGH_NAMED
            for competency, (most, skills) in self._spoken_for_by.items()
        }
        predictions = self._model.predict([question.text for question in questions])
        return [
            self._believe(prediction, (_IN_PRODUCT_WORK if question.is_product_work else _ELSEWHERE) + _extra(question), extra=extra)
            for question, prediction in zip(questions, predictions, strict=True)
        ]

    def _believe(self, prediction: Prediction, least: float, *, extra: Mapping[str, float] | None = None) -> Belief | None:
        likely = [(value, label) for label, value in prediction.by_label if value >= least and label in self._families]
        if not likely:
            return None
        probability, competency = max(likely)
        least += extra.get(competency, 0.0) if extra else 0.0
        return Belief(competency, round(probability, 4)) if probability >= least else None


def _spoken_for_by(lexicon: Lexicon) -> Mapping[str, tuple[float, frozenset[str]]]:
    """Return, for each competency of a special field, what is asked on top where nothing of it is named, and the skills that speak for it.

    What every role of the lexicon gives weight to (data work, experiments) is named by testers and analysts, too: that says nothing of the
    rest of machine learning.
    """
    families = families_of(lexicon)
    of_all = {
        competency.id for competency in lexicon.competencies if all(role.weights.get(competency.id) for role in lexicon.roles)
    }
    of_software = frozenset(skill.id for skill in lexicon.skills if families.get(skill.competency) == TECHNICAL)
    of_learning = frozenset(skill.id for skill in lexicon.skills if families.get(skill.competency) in LEARNING)
    of_learning_alone = frozenset(skill.id for skill in lexicon.skills if skill.id in of_learning and skill.competency not in of_all)
    found = {}
    for competency, family in families.items():
        if family in LEARNING:
            found[competency] = _NO_LEARNING_NAMED, of_learning if competency in of_all else of_learning_alone
        elif family == TECHNICAL:
            found[competency] = _NO_SOFTWARE_NAMED, of_software
    return found


def _extra(question: Question) -> float:
    return (_BESIDE_A_NAME if question.names_skill else 0.0) + (_OF_A_PIECE if question.is_piece else 0.0)
