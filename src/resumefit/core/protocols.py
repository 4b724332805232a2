"""What a stage asks of a fitted model, so that `match` and `segment` need not import `learned`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prediction:
    """The likeliest label and its probability in [0, 1]; `label` is None when the model abstains.

    `leaning` is the likeliest label even then, for callers who know more than the text; None where the model holds that it shows nothing.
    """

    label: str | None
    probability: float
    leaning: str | None = None


class TextClassifier(Protocol):
    """Labels short texts. Same texts, same answers, on every machine."""

    @property
    def name(self) -> str:
        """The model's folder under `models/`."""

    @property
    def version(self) -> str:
        """The version in its meta.json."""

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Return one prediction a text, in order."""
