"""What speaks for or against a competency that the paraphrase model sees in a sentence, beside the sentence's words.

The model sees one sentence, or a part of it, and "sensor drift" reads to it like the drift of a model. How far it is to be believed depends
on how sure it is, where the sentence stands, and what the resume names elsewhere. These are the numbers that
`models/evidence_in_context` weighs. A further named skill only ever changes them for the better, so that adding a line never takes
away what another shows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from resumefit.core.lexicon import Lexicon
from resumefit.core.protocols import NONE_LABEL, Prediction
from resumefit.match.choosing import families_of
from resumefit.match.fields import LEARNING, TECHNICAL

UNNAMED_LEARNING = "nothing of machine learning named"
UNNAMED_SOFTWARE = "nothing of software named"
_ENOUGH_NAMED = 3
_LIKELIEST = 2  # of the model's labels; the rest are hardly ever right
_LEAST = 0.05  # probability below which a label is not looked at
_EPSILON = 1e-3
_LONG = 25  # words; more tell nothing more
_PLAIN_WORD = re.compile(r"(?<![\w'’])[a-z]{4,}")


class Question(NamedTuple):
    """A sentence, or a piece of one, to be read; `names_skill` where a skill is named in it."""

    text: str
    is_product_work: bool = False
    names_skill: bool = False
    is_in_position: bool = False


class Option(NamedTuple):
    """A competency that a question may show, and the numbers that speak for or against it."""

    competency: str
    numbers: Mapping[str, float]


class Fields:
    """The competencies of a lexicon, and which skills speak for the field of each.

    What every role of the lexicon gives weight to (data work, experiments) is named by testers and analysts, too: that says nothing of
    the rest of machine learning.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.families = families_of(lexicon)
        of_all = {
            competency.id for competency in lexicon.competencies if all(role.weights.get(competency.id) for role in lexicon.roles)
        }
        learning = [skill for skill in lexicon.skills if self.families.get(skill.competency) in LEARNING]
        of_software = frozenset(skill.id for skill in lexicon.skills if self.families.get(skill.competency) == TECHNICAL)
        of_learning = frozenset(skill.id for skill in learning)
        of_learning_alone = frozenset(skill.id for skill in learning if skill.competency not in of_all)
        self._speak_for: dict[str, tuple[str, frozenset[str]]] = {}
        for competency, family in self.families.items():
            if family in LEARNING:
                self._speak_for[competency] = UNNAMED_LEARNING, of_learning if competency in of_all else of_learning_alone
            elif family == TECHNICAL:
                self._speak_for[competency] = UNNAMED_SOFTWARE, of_software

    def unnamed(self, named: Collection[str]) -> Mapping[str, tuple[str, float]]:
        """Return, for each competency of a special field, the field's number and how far the resume leaves the field unnamed, 0 to 1."""
        return {
            competency: (number, max(0, _ENOUGH_NAMED - len(skills.intersection(named))) / _ENOUGH_NAMED)
            for competency, (number, skills) in self._speak_for.items()
        }


def options_of(
    asked: Sequence[Question], predictions: Sequence[Prediction], *, unnamed: Mapping[str, tuple[str, float]], known: Collection[str]
) -> list[list[Option]]:
    """Return what each question of a sentence may show. `asked` are the sentence, then its pieces; `known` the lexicon's competencies."""
    whole = dict(predictions[0].by_label) if predictions else {}
    has_pieces = float(len(asked) > 1)
    found = []
    for at, (question, prediction) in enumerate(zip(asked, predictions, strict=True)):
        of_question = {
            "a piece": float(at > 0),
            "has pieces": has_pieces,
            "length": math.log(min(max(_plain_words(question.text), 1), _LONG)),
            "product work": float(question.is_product_work),
            "in a position": float(question.is_in_position),
            "beside a named skill": float(question.names_skill),
        }
        options = []
        for label, value, other, nothing in _likeliest(prediction):
            if label in known:
                number, share = unnamed.get(label, ("", 0.0))
                options.append(Option(label, of_question | {
                    "its log-odds": _log_odds(value),
                    "log-odds of nothing": _log_odds(nothing),
                    "log-odds of another": _log_odds(other),
                    "log-odds in the whole": _log_odds(whole.get(label, 0.0)) if at else 0.0,
                    f"is {label}": 1.0,
                } | ({number: share} if share else {})))
        found.append(options)
    return found


def _likeliest(prediction: Prediction) -> Iterator[tuple[str, float, float, float]]:
    """Yield the likeliest labels, each with its probability, that of the likeliest other one, and that of nothing."""
    nothing = next((value for label, value in prediction.by_label if label == NONE_LABEL), 0.0)
    ranked = sorted([(value, label) for label, value in prediction.by_label if label != NONE_LABEL], reverse=True)
    for place, (value, label) in enumerate(ranked[:_LIKELIEST]):
        other = ranked[1 if place == 0 else 0][0] if len(ranked) > 1 else 0.0
        if value >= _LEAST:
            yield label, value, other, nothing


def _plain_words(text: str) -> int:
    """Count the words of four small letters and more: a name, or what of a name nobody knew for one ("ben", "da"), makes none longer."""
    return len(_PLAIN_WORD.findall(text.lower() if text.isupper() else text))


def _log_odds(probability: float) -> float:
    return math.log(max(probability, _EPSILON) / max(1.0 - probability, _EPSILON))
