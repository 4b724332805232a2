"""Decides what to believe of the paraphrase model: a sentence alone by its words, a sentence of a resume in the light of the resume."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from resumefit.core.lexicon import Lexicon
from resumefit.core.protocols import ContextModel, TextClassifier
from resumefit.match.context import Fields, Option, Question, options_of

# For a line that stands alone; chosen on labelled lines of other writers (docs/quality.md).
_ALONE, _ALONE_BESIDE_A_NAME = 0.55, 0.9
_OF_A_PIECE = 0.25  # a part of a sentence has fewer words to go by


class Belief(NamedTuple):
    """A competency that a sentence shows, with the probability that it does."""

    competency: str
    probability: float


class Paraphrases:
    """The paraphrase model, and the one that weighs its answers in their context."""

    def __init__(self, model: TextClassifier, context: ContextModel, lexicon: Lexicon) -> None:
        self._model = model
        self._context = context
        self._fields = Fields(lexicon)

    def alone(self, question: Question, *, is_piece: bool = False) -> tuple[Belief, ...]:
        """Read a sentence, or a piece of one, of which nothing else is known."""
        prediction = self._model.predict([question.text])[0]
        known = [(value, label) for label, value in prediction.by_label if label in self._fields.families]
        probability, competency = max(known, default=(0.0, ""))
        least = (_ALONE_BESIDE_A_NAME if question.names_skill else _ALONE) + (_OF_A_PIECE if is_piece else 0.0)
        return (Belief(competency, round(probability, 4)),) if probability >= least else ()

    def together(self, sentences: Sequence[Sequence[Question]], *, named: Collection[str]) -> list[list[tuple[Belief, ...]]]:
        """Read the sentences of one resume, each with its pieces behind it; `named` are the skills that the resume surely names.

        Return, for each question of each sentence, what is believed of it.
        """
        answers = iter(self._model.predict([question.text for asked in sentences for question in asked]))
        unnamed = self._fields.unnamed(named)
        options: list[list[list[Option]]] = []
        for asked in sentences:
            own = [next(answers) for _ in asked]
            options.append(options_of(asked, own, unnamed=unnamed, known=self._fields.families))
        chances = iter(self._context.probabilities_of([one.numbers for asked in options for found in asked for one in found]))
        return [[tuple(self._believed(found, chances)) for found in asked] for asked in options]

    def _believed(self, options: Sequence[Option], chances: Iterator[float]) -> Iterator[Belief]:
        for option in options:
            chance = next(chances)
            if chance >= self._context.threshold:
                yield Belief(option.competency, round(chance, 4))
