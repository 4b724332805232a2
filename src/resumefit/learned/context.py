"""A logistic regression over named numbers: how far the paraphrase model is to be believed where a sentence stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from resumefit.learned.folder import ARCHIVE, Meta, check_fitted_with, load_meta, opened
from resumefit.learned.vectors import names_index


@dataclass(frozen=True)
class LogisticModel:
    """A fitted classifier of two answers. `weights` are by the numbers' names."""

    meta: Meta
    weights: Mapping[str, float]
    bias: float

    @property
    def threshold(self) -> float:
        """The probability from which on it is to be believed."""
        return self.meta.threshold

    def probabilities_of(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """Return one probability a row, in order; numbers without a weight count for nothing, and numbers left out are 0."""
        weight = self.weights.get
        return [1.0 / (1.0 + math.exp(-self.bias - sum([weight(name, 0.0) * value for name, value in row.items()]))) for row in rows]


def load_context_model(models: Path, name: str, *, evidence: Meta) -> LogisticModel:
    """Load the classifier `models/<name>`, which weighs the answers of the model of `evidence`.

    ModelError when the folder is not as its meta.json says, or weighs the answers of another model than this one.
    """
    meta = load_meta(models / name)
    check_fitted_with(meta, evidence, models=models)
    with opened(models / name / ARCHIVE) as archive:
        places = names_index(archive["names"])
        weights = archive["weights"].tolist()
        return LogisticModel(meta, {number: weights[place] for number, place in places.items()}, float(archive["bias"][0]))
