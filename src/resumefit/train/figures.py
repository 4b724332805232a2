"""What the card says of a model: figures on lines that it was not fitted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.protocols import NONE_LABEL
from resumefit.train.data import LabelledLine
from resumefit.train.matrix import Float


@dataclass(frozen=True, slots=True)
class CompetencyFigures:
    """Of one competency's `lines`, the share found; of what was said to be it, the share that is."""

    lines: int
    recall: float
    precision: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Recall over lines that show a competency, precision over all that was said, share of negatives left alone."""

    lines: int
    negatives: int
    recall: float
    precision: float
    negatives_clean: float
    by_competency: dict[str, CompetencyFigures]

    def as_numbers(self) -> dict[str, float]:
        """The overall figures, for meta.json."""
        return {
            "lines": self.lines,
            "negatives": self.negatives,
            "recall": self.recall,
            "precision": self.precision,
            "negatives_clean": self.negatives_clean,
        }


def said(probabilities: Float, labels: Sequence[str], *, threshold: float) -> list[str | None]:
    """Return what the model would say of each row: a competency, or None when it abstains."""
    best = probabilities.argmax(axis=1)
    return [
        None if labels[index] == NONE_LABEL or row[index] < threshold else labels[index]
        for row, index in zip(probabilities, best, strict=True)
    ]


def figures_at(
    lines: Sequence[LabelledLine], probabilities: Float, labels: Sequence[str], *, threshold: float
) -> Figures:
    """Measure at one threshold. A further label of a line counts as right, but only its main one for recall."""
    answers = said(probabilities, labels, threshold=threshold)
    pairs = list(zip(lines, answers, strict=True))
    spoken = [(line, answer) for line, answer in pairs if answer is not None]
    positives = [(line, answer) for line, answer in pairs if line.labels]
    negatives = [(line, answer) for line, answer in pairs if not line.labels]
    by_competency = {}
    for label in labels:
        if label != NONE_LABEL:
            own = [answer for line, answer in positives if line.labels[0] == label]
            claims = [label in line.labels for line, answer in spoken if answer == label]
            by_competency[label] = CompetencyFigures(
                lines=len(own), recall=_share([answer == label for answer in own]), precision=_share(claims)
            )
    return Figures(
        lines=len(positives),
        negatives=len(negatives),
        recall=_share([answer == line.labels[0] for line, answer in positives]),
        precision=_share([answer in line.labels for line, answer in spoken]),
        negatives_clean=_share([answer is None for _, answer in negatives]),
        by_competency=by_competency,
    )


def _share(hits: list[bool]) -> float:
    return round(sum(hits) / len(hits), 4) if hits else 0.0
