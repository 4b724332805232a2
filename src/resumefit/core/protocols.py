"""What a stage asks of a fitted model or of a sibling, so that `match` and `segment` import neither `learned` nor `lexicon`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, overload

from resumefit.core.feature_names import FeatureName
from resumefit.core.lexicon import Paraphrase, Skill

NONE_LABEL = "none"  # of a text classifier, for a text that shows nothing


@dataclass(frozen=True, slots=True)
class Prediction:
    """The likeliest label and its probability in [0, 1]; `label` is None when the model abstains.

    `by_label` has the probability of every label, "shows nothing" among them, for callers who know more than the text.
    """

    label: str | None
    probability: float
    by_label: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class Stretch(Sequence[str]):
    """The words of a line that stand in some ranges of it.

    A list of these words would say the same; this one lets a model read the line once for all that it is asked of it. Not frozen, as a
    resume has hundreds, and making a frozen one takes several times as long.
    """

    line: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]

    def __iter__(self) -> Iterator[str]:
        for start, stop in self.ranges:
            yield from self.line[start:stop]

    def __len__(self) -> int:
        return sum(stop - start for start, stop in self.ranges)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...

    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        return tuple(self)[at]


# Tells the file and the line, from 1, in which an example line of a skill or of a pattern stands.
FindPlace = Callable[[Skill | Paraphrase, str], tuple[str, int]]

# The names of a thing's features, and a few texts, each as its words.
Asked = tuple[Sequence[FeatureName], Sequence[Sequence[str]]]


class FeatureClassifier(Protocol):
    """Labels things by the names of their features and a few texts. Same thing, same answer, on every machine and in any company.

    Asked of all things of a resume at once, because one by one they take several times as long.
    """

    @property
    def labels(self) -> tuple[str, ...]:
        """What it tells apart, in the order of its probabilities."""

    def begin_names(self) -> FeatureName:
        """Return the beginning of the names of features; asked anew for each line, as too many are forgotten then."""

    def probabilities_of(self, asked: Iterable[Asked]) -> list[tuple[float, ...]]:
        """Return the probability of each label for each of the things, in order; a thing's sum to 1."""


class TextClassifier(Protocol):
    """Labels short texts. Same texts, same answers, on every machine."""

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Return one prediction a text, in order."""


class ContextModel(Protocol):
    """Tells how likely it is that a sentence shows what a text classifier sees in it, by named numbers that speak for or against it."""

    @property
    def threshold(self) -> float:
        """The probability from which on it is to be believed."""

    def probabilities_of(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """Return one probability a row, in order; a number that a row does not name is 0."""


class CellOdds(Protocol):
    """Tells how likely a part of a position's head is a title, a firm, a place, a field of work or something other."""

    @property
    def labels(self) -> tuple[str, ...]:
        """What a part may be: title, firm, place, field, other."""

    def log_probabilities(self, text: str, hints: tuple[str, ...] = ()) -> tuple[float, ...]:
        """Return the natural logarithm of each label's probability, in the order of `labels`; `hints` say what word lists know."""
