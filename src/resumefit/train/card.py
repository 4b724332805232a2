"""Writes a model's card: what it is for, what it was made from, how well it does, where it fails."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from resumefit.train.data import LabelledLine
from resumefit.train.figures import Figures

_HEAD = """# competency_evidence

Tells which competency a resume sentence shows when it uses none of the competency's usual terms ("set up weekly checks that told us when
live customers stopped looking like the ones we had learned from"). It is asked only about sentences in which the lexicon found
no skill of that competency; what it finds is quoted, counts less than a named skill, and it abstains when unsure.

- **Kind**: multinomial logistic regression (scikit-learn) over tf-idf of stemmed words and bigrams, and mean static word vectors
- **Made from**: `training/competency_evidence/`, written by hand for this project; `resumefit train` makes it again
- **Files**: `model.skops` is the fitted scikit-learn estimator; `weights.npz` holds the same coefficients, with the vocabulary, for
  prediction without scikit-learn. `meta.json` holds the sha256 of both
- **Not for**: deciding about people. It sees one sentence and knows nothing of the person
"""


def write_card(path: Path, *, lines: Sequence[LabelledLine], figures: Figures, threshold: float) -> None:
    """Write the card for cross-validated figures."""
    rows = [
        f"| {name} | {own.lines} | {own.recall:.2f} | {own.precision:.2f} |"
        for name, own in figures.by_competency.items()
    ]
    weakest = sorted(figures.by_competency, key=lambda name: figures.by_competency[name].recall)[:4]
    text = "\n".join(
        [
            _HEAD,
            "## Figures",
            "",
            f"Four-fold cross-validation over {len(lines)} lines ({figures.lines} that show a competency, {figures.negatives} "
            "that show none), at the "
            f"threshold {threshold:.2f}; `resumefit train` prints them.",
            "",
            "| | |",
            "|---|---|",
            f"| recall: lines whose main competency is named | {figures.recall:.3f} |",
            f"| precision: of what it names, share that is right | {figures.precision:.3f} |",
            f"| negatives left alone | {figures.negatives_clean:.3f} |",
            "",
            "**They flatter**: training and test lines come from the same writers, and the word vectors were distilled from an encoder",
            "that had been fitted to all of these lines. docs/quality.md has figures on lines that neither had seen.",
            "",
            "| competency | lines | recall | precision |",
            "|---|---|---|---|",
            *rows,
            "",
            f"It is weakest on {', '.join(weakest)}. It knows English only, and knows nothing of the words around a sentence.",
            "",
        ]
    )
    path.write_text(text, "utf-8")
