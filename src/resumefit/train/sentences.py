"""Fits `models/sentence_evidence`: the same question as `competency_evidence`, asked of a sentence encoder's vectors.

A multinomial logistic regression on the vectors, whose directions are first scaled towards equal spread: an encoder's vectors lie in a
narrow cone, and the few directions in which they differ most say more of style and length than of competencies. The scaling is a
linear map, so it is multiplied into the coefficients and prediction knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from threadpoolctl import threadpool_limits

from resumefit.core.lexicon import Lexicon
from resumefit.learned.encoder import FOLDER, load_sentence_encoder
from resumefit.learned.linear import NONE_LABEL
from resumefit.train.cards import write_short_card
from resumefit.train.data import LabelledLine, data_hash, read_lines
from resumefit.train.evidence import FOLDS, THRESHOLD, main_label, shares_of, shown_lines
from resumefit.train.evidence import NAME as LINES
from resumefit.train.figures import figures_at
from resumefit.train.matrix import SEED, Float
from resumefit.train.save import save_model

NAME = "sentence_evidence"
VERSION = "1.0.0"
DECIMALS = 2

# Chosen by cross-validation over the training lines (docs/quality.md); twice or half of it changes little.
INVERSE_REGULARISATION = 0.1
# Each direction's spread goes to the power of a half: all the way to equal spread, noise speaks as loudly as sense.
EVENING = 0.5
_LEAST_SPREAD = 1e-6  # of the greatest: directions with less hold rounding errors only


@dataclass(frozen=True, slots=True)
class FittedSentences:
    """A classifier whose coefficients fit the encoder's own vectors."""

    classifier: LogisticRegression

    @property
    def labels(self) -> tuple[str, ...]:
        """What it tells apart, in the order of its rows."""
        return tuple(str(label) for label in self.classifier.classes_)

    def probabilities(self, vectors: Float) -> Float:
        """Return an array (texts, labels)."""
        return np.asarray(self.classifier.predict_proba(vectors))


def train_sentences(training: Path, models: Path, *, lexicon: Lexicon) -> dict[str, float]:
    """Fit on every line, write the model's folder, and return its cross-validated figures."""
    competencies = frozenset(competency.id for competency in lexicon.competencies)
    lines = read_lines(training / LINES, competencies=competencies)
    encoder = load_sentence_encoder(models / FOLDER)
    vectors = encoder.encode([line.text for line in lines]).astype(np.float64)
    held_out, labels = cross_validated_sentences(lines, vectors)
    figures = figures_at(lines, held_out, labels, threshold=THRESHOLD)
    fitted = fit_sentences(lines, vectors)
    arrays: dict[str, NDArray[np.generic]] = {
        "weights": np.asarray(fitted.classifier.coef_, dtype=np.float32),
        "bias": np.asarray(fitted.classifier.intercept_, dtype=np.float32),
    }
    save_model(
        models / NAME,
        fitted.classifier,
        arrays,
        version=VERSION,
        shares=shares_of(lines, fitted.labels),
        data_sha256=data_hash(lines),
        figures=figures.as_numbers(),
        requires={FOLDER: encoder.meta.contents_sha256},
    )
    write_short_card(models / NAME / "README.md", name=NAME, figures=figures.as_numbers())
    return figures.as_numbers()


def cross_validated_sentences(lines: Sequence[LabelledLine], vectors: Float) -> tuple[Float, tuple[str, ...]]:
    """Return probabilities (lines, labels) by models not fitted on the line, in the folds of `cross_validated`, and the labels."""
    main = np.array([main_label(line) for line in lines])
    labels = tuple(sorted({NONE_LABEL}.union(*(line.labels for line in lines))))
    held_out = np.zeros((len(lines), len(labels)))
    for fitted_on, left_out in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(main, main):
        fitted = fit_sentences([lines[index] for index in fitted_on], vectors[fitted_on])
        columns = [labels.index(label) for label in fitted.labels]
        held_out[np.ix_(left_out, columns)] = fitted.probabilities(vectors[left_out])
    return held_out, labels


def fit_sentences(lines: Sequence[LabelledLine], vectors: Float) -> FittedSentences:
    """Fit one classifier on these lines, whose vectors are the rows of `vectors`."""
    rows, targets, weights = shown_lines(lines)
    classifier = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=400, tol=1e-5, random_state=SEED)
    with threadpool_limits(limits=1):  # the order in which threads add up moves last bits
        mean, evening = vectors.mean(axis=0), _evening(vectors)
        classifier.fit((vectors[rows] - mean) @ evening, targets, sample_weight=weights)
    classifier.coef_ = np.round(classifier.coef_ @ evening.T, DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_ - classifier.coef_ @ mean, DECIMALS)
    classifier.n_features_in_ = vectors.shape[1]
    return FittedSentences(classifier)


def _evening(vectors: Float) -> Float:
    """Return the symmetric map (D, D) that divides each direction by its spread to the power of EVENING."""
    variances, directions = np.linalg.eigh(np.cov(vectors.T))
    variances = np.maximum(variances, variances.max() * _LEAST_SPREAD)
    return np.asarray((directions * variances ** (-EVENING / 2)) @ directions.T)
