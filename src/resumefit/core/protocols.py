"""What a stage asks of a fitted model, so that `match` and `segment` need not import `learned`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prediction:
    """The likeliest label and its calibrated probability in [0, 1]; `label` is None when the model abstains."""

    label: str | None
    probability: float


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
