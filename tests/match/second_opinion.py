"""Classifiers that have learned their answers by heart, for tests of what is done with a second opinion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from resumefit.core.feature_names import unrated_names
from resumefit.core.mention import Status
from resumefit.core.protocols import Asked
from resumefit.match import Matcher, build_matcher
from resumefit.match.senses import MEANT, NOT_MEANT

from .build import small_lexicon

Answer = Callable[[Sequence[str]], float]


class Statuses:
    """Gives counted mentions the chance that `answer` says for their features, and the rest to another's work."""

    labels = tuple(str(status) for status in Status)

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.begin_names = unrated_names

    def probabilities_of(self, asked: Iterable[Asked]) -> list[tuple[float, ...]]:
        return [self._probabilities([name.text for name in features]) for features, _ in asked]

    def _probabilities(self, features: Sequence[str]) -> tuple[float, ...]:
        counts = self._answer(features)
        shares = {Status.DEMONSTRATED: counts, Status.OTHER: 1 - counts}
        return tuple(shares.get(Status(label), 0.0) for label in self.labels)


class Senses:
    """Says of a candidate with the chance that `answer` gives that it means its skill."""

    labels = (NOT_MEANT, MEANT)

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.begin_names = unrated_names

    def probabilities_of(self, asked: Iterable[Asked]) -> list[tuple[float, ...]]:
        answers = [self._answer([name.text for name in features]) for features, _ in asked]
        return [(1 - meant, meant) for meant in answers]


def matcher_with(*, statuses: Answer | None = None, senses: Answer | None = None) -> Matcher:
    return build_matcher(
        small_lexicon(), statuses=Statuses(statuses) if statuses else None, senses=Senses(senses) if senses else None
    )
