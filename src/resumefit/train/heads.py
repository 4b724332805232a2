"""Fits `models/head_cells`: what a part of a position's head is.

A multinomial logistic regression over the features of `learned/cells.py`, with what the word lists of `segment/` say among them.
Everything is seeded and coefficients are rounded, so that any machine makes the same model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from resumefit.core.lexicon import Lexicon
from resumefit.learned.cells import FOLDER as NAME
from resumefit.learned.cells import cell_features
from resumefit.segment.cells import hints_of
from resumefit.train.cards import write_head_card
from resumefit.train.data import hash_of
from resumefit.train.headforms import Form, forms_of, read_names, share_of
from resumefit.train.matrix import SEED, ones_at
from resumefit.train.save import joined, save_model

VERSION = "1.1.0"
DECIMALS = 3
_FOLDS = 5
_INVERSE_REGULARISATION = 0.6
# Pairs, ends and openings of words that one form alone has tell nothing of other heads.
_RARE_IS_NOISE = ("b:", "s:", "p:", "e:")
# A feature none of whose weights is larger only makes the file larger.
_TELLING = 0.06


@dataclass(frozen=True, slots=True)
class HeadFit:
    """A fitted classifier and the features, by name, that its columns stand for."""

    classifier: LogisticRegression
    vocabulary: tuple[str, ...]

    def labels_of(self, texts: Sequence[str]) -> list[str]:
        """Return the likeliest label of each text."""
        return [str(label) for label in self.classifier.predict(_matrix([_features(text) for text in texts], self.vocabulary))]

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return the arrays that `learned.cells` reads: `weights` (features + 1, labels), whose last row is the bias."""
        weights = np.vstack([self.classifier.coef_.T, self.classifier.intercept_])
        return {
            "vocabulary": joined(self.vocabulary),
            "weights": weights.astype(np.float32),
        }


def train_heads(training: Path, models: Path, *, lexicon: Lexicon) -> dict[str, float]:
    """Fit on every list, write the model's folder, and return figures on names left out. `lexicon` is not asked: heads name no skill."""
    names = read_names(training / NAME)
    forms = forms_of(names, names)
    fitted = fit(forms)
    figures = {**figures_of(names), "features": float(len(fitted.vocabulary)), "forms": float(len(forms))}
    save_model(
        models / NAME, fitted.classifier, fitted.arrays(), version=VERSION, data_sha256=names_hash(names), figures=figures
    )
    write_head_card(models / NAME / "README.md", figures=figures)
    return figures


def fit(forms: Sequence[Form]) -> HeadFit:
    """Fit one classifier on these forms; every label weighs alike, for the lists' lengths say nothing of heads."""
    features = [_features(form.text) for form in forms]
    counts = Counter(name for found in features for name in found)
    vocabulary = sorted(name for name, times in counts.items() if times > 1 or not name.startswith(_RARE_IS_NOISE))
    labels = Counter(form.label for form in forms)
    classifier = LogisticRegression(C=_INVERSE_REGULARISATION, max_iter=1000, tol=1e-4, random_state=SEED)
    classifier.fit(
        _matrix(features, vocabulary), [form.label for form in forms],
        sample_weight=[len(forms) / len(labels) / labels[form.label] for form in forms],
    )
    telling = np.flatnonzero(np.abs(classifier.coef_).max(axis=0) > _TELLING)
    classifier.coef_ = np.round(classifier.coef_[:, telling], DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_, DECIMALS)
    classifier.n_features_in_ = len(telling)
    return HeadFit(classifier, tuple(vocabulary[place] for place in telling))


def figures_of(names: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Return, by label, the share of the lists' entries, as written, that a model which saw none of their forms labels right."""
    right: dict[str, list[bool]] = {label: [] for label in names}
    for fold in range(_FOLDS):
        seen = {label: [entry for entry in entries if _fold(entry) != fold] for label, entries in names.items()}
        left_out = [(entry, label) for label, entries in names.items() for entry in entries if _fold(entry) == fold]
        fitted = fit(forms_of(seen, seen))
        for (_, label), given in zip(left_out, fitted.labels_of([entry for entry, _ in left_out]), strict=True):
            right[label].append(given == label)
    figures = {f"held_out_{label}": round(float(np.mean(hits)), 4) for label, hits in right.items()}
    return {**figures, "held_out_mean": round(float(np.mean(list(figures.values()))), 4)}


def names_hash(names: Mapping[str, Sequence[str]]) -> str:
    """Return a sha256 over labels and entries, independent of their order."""
    return hash_of(f"{label}\t{entry}" for label, entries in names.items() for entry in entries)


def _fold(entry: str) -> int:
    return int(share_of(entry.casefold(), "fold") * _FOLDS)


def _features(text: str) -> list[str]:
    return cell_features(text, hints_of(text))


def _matrix(features: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> sparse.csr_matrix:
    place = {name: column for column, name in enumerate(vocabulary)}
    columns = [sorted(place[name] for name in found if name in place) for found in features]
    return ones_at(columns, len(vocabulary))
