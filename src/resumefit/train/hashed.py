"""Fits the models over hashed features: `skill_status` and `word_sense`.

A logistic regression over the names of features (seen in at least two lessons) and mean word vectors. Everything is seeded and
coefficients are rounded, so that any machine makes the same model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from resumefit.learned.hashed import bucket_of
from resumefit.learned.vectors import WordVectors
from resumefit.train.matrix import SEED, Float, ones_at

FOLDS = 5
DECIMALS = 3
_MIN_LESSONS = 2


@dataclass(frozen=True, slots=True)
class Taught:
    """One labelled thing. Things of one `group` (a line) never stand on both sides of a fold."""

    label: str
    features: tuple[str, ...]
    texts: tuple[Sequence[str], ...]
    group: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How a model is fitted: the inverse of regularisation, and how much the word vectors weigh."""

    inverse_regularisation: float
    dense_scale: float


@dataclass(frozen=True, slots=True)
class HashedFit:
    """A fitted classifier, the buckets that its first columns stand for (sorted), and the scale of its dense block."""

    classifier: LogisticRegression
    buckets: NDArray[np.int32]
    dense_scale: float

    @property
    def labels(self) -> tuple[str, ...]:
        """What it tells apart, in the order of its probabilities."""
        return tuple(str(label) for label in self.classifier.classes_)

    def probabilities(self, taught: Sequence[Taught], vectors: WordVectors) -> Float:
        """Return an array (things, labels)."""
        return np.asarray(self.classifier.predict_proba(_matrix(taught, self.buckets, vectors, self.dense_scale)))


def fit(taught: Sequence[Taught], *, vectors: WordVectors, settings: Settings) -> HashedFit:
    """Fit one classifier on these things."""
    seen = Counter(bucket for one in taught for bucket in {bucket_of(name) for name in one.features})
    buckets = np.array(sorted(bucket for bucket, count in seen.items() if count >= _MIN_LESSONS), dtype=np.int32)
    classifier = LogisticRegression(C=settings.inverse_regularisation, max_iter=3000, tol=1e-6, random_state=SEED)
    classifier.fit(
        _matrix(taught, buckets, vectors, settings.dense_scale), [one.label for one in taught],
        sample_weight=[one.weight for one in taught],
    )
    classifier.coef_ = np.round(classifier.coef_, DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_, DECIMALS)
    return HashedFit(classifier, buckets, settings.dense_scale)


def cross_validated(
    taught: Sequence[Taught], *, vectors: WordVectors, settings: Settings, folds: int = FOLDS
) -> tuple[Float, tuple[str, ...]]:
    """Return probabilities (things, labels) of each thing by a model fitted on the lines of other groups, and the labels."""
    groups = [one.group for one in taught]
    labels = tuple(sorted({one.label for one in taught}))
    held_out = np.zeros((len(taught), len(labels)))
    for fitted_on, left_out in GroupKFold(folds).split(groups, groups=groups):
        fitted = fit([taught[index] for index in fitted_on], vectors=vectors, settings=settings)
        columns = [labels.index(label) for label in fitted.labels]
        held_out[np.ix_(left_out, columns)] = fitted.probabilities([taught[index] for index in left_out], vectors)
    return held_out, labels


def arrays_of(fitted: HashedFit, *, texts: int, vectors: WordVectors) -> dict[str, NDArray[np.generic]]:
    """Return the arrays that `learned.hashed` reads. Two labels become two columns, the first of zeros."""
    weights, bias = np.asarray(fitted.classifier.coef_), np.asarray(fitted.classifier.intercept_)
    if len(fitted.labels) == 2:
        weights, bias = np.vstack([np.zeros_like(weights), weights]), np.concatenate([[0.0], bias])
    count = len(fitted.buckets)
    dense = weights[:, count:].reshape(len(weights), texts, vectors.dimensions) * fitted.dense_scale
    return {
        "buckets": fitted.buckets,
        "weights": weights[:, :count].T.astype(np.float32),
        "dense_weights": dense.transpose(1, 2, 0).astype(np.float32),
        "bias": bias.astype(np.float32),
    }


def _matrix(
    taught: Sequence[Taught], buckets: NDArray[np.int32], vectors: WordVectors, dense_scale: float
) -> sparse.csr_matrix:
    place = {int(bucket): column for column, bucket in enumerate(buckets)}
    columns = [
        sorted({place[bucket] for name in one.features if (bucket := bucket_of(name)) in place}) for one in taught
    ]
    names = ones_at(columns, len(buckets))
    dense = np.array([np.concatenate([vectors.mean_of(words) for words in one.texts]) for one in taught]) * dense_scale
    return sparse.hstack([names, sparse.csr_matrix(dense)]).tocsr()
