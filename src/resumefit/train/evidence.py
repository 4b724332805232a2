"""Fits `models/competency_evidence`: which competency does a sentence show, when it uses none of its usual terms?

A multinomial logistic regression over tf-idf features and static word vectors, with a label `none` for the negatives.
Everything is seeded and single-threaded, and coefficients are rounded, so that any machine makes the same model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from resumefit.core.lexicon import Lexicon
from resumefit.core.protocols import NONE_LABEL
from resumefit.learned.vectors import FOLDER, WordVectors, load_word_vectors
from resumefit.train.card import write_card
from resumefit.train.data import LabelledLine, data_hash, hash_of, read_lines
from resumefit.train.figures import figures_at
from resumefit.train.matrix import SEED, FeatureSpace, Float, feature_space
from resumefit.train.questions import questions_hash, read_questions
from resumefit.train.save import joined, save_model

NAME = "competency_evidence"
VERSION = "2.0.0"
FOLDS = 4
DECIMALS = 3

# Chosen by labelled lines of other writers, and by training lines that nothing was fitted to (docs/quality.md).
MIN_LINES = 2
DENSE_SCALE = 0.5
INVERSE_REGULARISATION = 8.0
# A fit over two dozen classes with few lines each is too modest: on labelled lines of other writers its answers are
# right more often than their probabilities say. Scaling all coefficients (temperature scaling, Guo et al. 2017) brings the two together.
SHARPENING = 1.4
# From this probability on the model speaks.
THRESHOLD = 0.55


@dataclass(frozen=True, slots=True)
class Fitted:
    """A classifier with the features it was fitted on. Rows of the weights are in the order of `labels`."""

    space: FeatureSpace
    classifier: LogisticRegression
    labels: tuple[str, ...]

    def probabilities(self, texts: Sequence[str]) -> Float:
        """Return an array (texts, labels)."""
        return np.asarray(self.classifier.predict_proba(self.space.matrix(texts)))


def train_evidence(training: Path, models: Path, *, lexicon: Lexicon) -> dict[str, float]:
    """Fit on every line and on the labelled resumes, write the model's folder, and return figures cross-validated over the lines."""
    competencies = frozenset(competency.id for competency in lexicon.competencies)
    lines = read_lines(training / NAME, competencies=competencies)
    vectors = load_word_vectors(models / FOLDER)
    held_out, labels = cross_validated(lines, vectors=vectors)
    figures = figures_at(lines, held_out, labels, threshold=THRESHOLD)
    resumes = read_questions(training)
    fitted = fit([*lines, *(line for resume in resumes for line in resume.lines())], vectors=vectors)
    folder = models / NAME
    save_model(
        folder,
        fitted.classifier,
        _arrays(fitted.space, fitted.classifier),
        version=VERSION,
        threshold=THRESHOLD,
        shares=shares_of(lines, fitted.labels),
        data_sha256=hash_of([data_hash(lines), questions_hash(resumes)]),
        figures=figures.as_numbers(),
        requires={FOLDER: vectors.meta.contents_sha256} if vectors is not None else {},
    )
    write_card(folder / "README.md", lines=lines, figures=figures, threshold=THRESHOLD)
    return figures.as_numbers()


def cross_validated(lines: Sequence[LabelledLine], *, vectors: WordVectors | None) -> tuple[Float, tuple[str, ...]]:
    """Return probabilities (lines, labels) of each line from a model that was not fitted on it, and the labels."""
    main = np.array([main_label(line) for line in lines])
    labels = tuple(sorted({NONE_LABEL}.union(*(line.labels for line in lines))))
    held_out = np.zeros((len(lines), len(labels)))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(main, main)
    for fitted_on, left_out in folds:
        fitted = fit([lines[index] for index in fitted_on], vectors=vectors)
        columns = [labels.index(label) for label in fitted.labels]
        held_out[np.ix_(left_out, columns)] = fitted.probabilities([lines[index].text for index in left_out])
    return held_out, labels


def _arrays(space: FeatureSpace, classifier: LogisticRegression) -> dict[str, NDArray[np.generic]]:
    """Return the arrays that `learned.linear` reads."""
    weights = np.asarray(classifier.coef_)
    sparse_count = len(space.vocabulary)
    arrays: dict[str, NDArray[np.generic]] = {
        "vocabulary": joined(space.vocabulary),
        "idf": space.idf.astype(np.float32),
        "sparse_weights": weights[:, :sparse_count].astype(np.float32),
        "bias": np.asarray(classifier.intercept_, dtype=np.float32),
    }
    if space.vectors is not None:
        arrays["dense_weights"] = (weights[:, sparse_count:] * space.dense_scale).astype(np.float32)
    return arrays


def fit(lines: Sequence[LabelledLine], *, vectors: WordVectors | None) -> Fitted:
    """Fit one classifier on these lines."""
    space = feature_space([line.text for line in lines], min_lines=MIN_LINES, vectors=vectors, dense_scale=DENSE_SCALE)
    rows, targets, weights = shown_lines(lines)
    texts = [lines[row].text for row in rows]
    classifier = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=400, tol=1e-6, random_state=SEED)
    classifier.fit(space.matrix(texts), targets, sample_weight=weights)
    classifier.coef_ = np.round(classifier.coef_ * SHARPENING, DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_ * SHARPENING, DECIMALS)
    return Fitted(space=space, classifier=classifier, labels=tuple(str(label) for label in classifier.classes_))


def shown_lines(lines: Sequence[LabelledLine]) -> tuple[list[int], list[str], list[float]]:
    """Return what a classifier is shown: (index of the line, label, weight) in three lists.

    A line with several labels is shown once for each; its first label keeps most of the weight.
    """
    rows, targets, weights = [], [], []
    for row, line in enumerate(lines):
        labels = line.labels or (NONE_LABEL,)
        for place, label in enumerate(labels):
            rows.append(row)
            targets.append(label)
            weights.append(1.0 if len(labels) == 1 else (0.7 if place == 0 else 0.3 / (len(labels) - 1)))
    return rows, targets, weights


def shares_of(lines: Sequence[LabelledLine], labels: Sequence[str]) -> tuple[float, ...]:
    """Return each label's share of the lines, by what they show first."""
    counts = Counter(main_label(line) for line in lines)
    return tuple(round(counts[label] / len(lines), 4) for label in labels)


def main_label(line: LabelledLine) -> str:
    """Return the competency that a line shows first, or `none`."""
    return line.labels[0] if line.labels else NONE_LABEL
