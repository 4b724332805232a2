"""Fits `models/competency_semantic`: the same question as `competency_evidence`, asked of a sentence encoder's vectors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from resumefit.learned.linear import NONE_LABEL
from resumefit.learned.semantic import encode
from resumefit.train.card import SEMANTIC_HEAD, write_card
from resumefit.train.data import LabelledLine, data_hash, read_lines
from resumefit.train.evidence import DECIMALS, FOLDS, SEED, main_label, shown_lines
from resumefit.train.figures import Figures, figures_at
from resumefit.train.matrix import Float
from resumefit.train.save import save_head

NAME = "competency_semantic"
DATA = "competency_evidence"
VERSION = "1.0.0"
INVERSE_REGULARISATION = 20.0
THRESHOLD = 0.5


def train_semantic(training: Path, models: Path, *, competencies: frozenset[str]) -> Figures:
    """Fit the head on every line, write the model's folder, and return its cross-validated figures."""
    lines = read_lines(training / DATA, competencies=competencies)
    vectors = np.asarray(encode([line.text for line in lines]), dtype=np.float64)
    labels = tuple(sorted({NONE_LABEL}.union(*(line.labels for line in lines))))
    held_out = _cross_validated(lines, vectors, labels)
    figures = figures_at(lines, held_out, labels, threshold=THRESHOLD)
    classifier = _fit(lines, vectors)
    save_head(
        models / NAME, classifier, name=NAME, version=VERSION, threshold=THRESHOLD, data_sha256=data_hash(lines),
        figures=figures.as_numbers(),
    )  # fmt: skip
    write_card(models / NAME / "README.md", head=SEMANTIC_HEAD, lines=lines, figures=figures, threshold=THRESHOLD)
    return figures


def _cross_validated(lines: Sequence[LabelledLine], vectors: Float, labels: tuple[str, ...]) -> Float:
    main = np.array([main_label(line) for line in lines])
    held_out = np.zeros((len(lines), len(labels)))
    for fitted_on, left_out in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(main, main):
        classifier = _fit([lines[index] for index in fitted_on], vectors[fitted_on])
        columns = [labels.index(str(label)) for label in classifier.classes_]
        held_out[np.ix_(left_out, columns)] = classifier.predict_proba(vectors[left_out])
    return held_out


def _fit(lines: Sequence[LabelledLine], vectors: Float) -> LogisticRegression:
    rows, targets, weights = shown_lines(lines)
    classifier = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=400, tol=1e-6, random_state=SEED)
    classifier.fit(vectors[rows], targets, sample_weight=weights)
    classifier.coef_ = np.round(classifier.coef_, DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_, DECIMALS)
    return classifier
