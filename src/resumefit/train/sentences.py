"""Fits `models/sentence_evidence`: the same question as `competency_evidence`, asked of a sentence encoder's vectors.

A multinomial logistic regression. The encoder was fitted to the same lines (`training/tune_sentence_encoder.py`), so cross-validation of
this classifier alone would flatter; figures on lines that neither has seen come from that script's `--held-out`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from resumefit.core.lexicon import Lexicon
from resumefit.learned.encoder import FOLDER, load_sentence_encoder
from resumefit.train.cards import write_short_card
from resumefit.train.data import LabelledLine, data_hash, read_lines
from resumefit.train.evidence import NAME as LINES
from resumefit.train.evidence import shares_of, shown_lines
from resumefit.train.matrix import SEED, Float
from resumefit.train.save import save_model

NAME = "sentence_evidence"
VERSION = "2.0.0"
DECIMALS = 2

# Chosen on lines that the encoder had not seen (`--held-out`), on a plateau.
INVERSE_REGULARISATION = 3.0


def train_sentences(training: Path, models: Path, *, lexicon: Lexicon) -> dict[str, float]:
    """Fit on every line, write the model's folder, and return how many lines that were, and of which kind."""
    competencies = frozenset(competency.id for competency in lexicon.competencies)
    lines = read_lines(training / LINES, competencies=competencies)
    encoder = load_sentence_encoder(models / FOLDER)
    vectors = encoder.encode([line.text for line in lines]).astype(np.float64)
    shown = sum(bool(line.labels) for line in lines)
    figures: dict[str, float] = {"lines": shown, "negatives": len(lines) - shown}
    classifier = fit_sentences(lines, vectors)
    arrays: dict[str, NDArray[np.generic]] = {
        "weights": np.asarray(classifier.coef_, dtype=np.float32),
        "bias": np.asarray(classifier.intercept_, dtype=np.float32),
    }
    save_model(
        models / NAME,
        classifier,
        arrays,
        version=VERSION,
        shares=shares_of(lines, [str(label) for label in classifier.classes_]),
        data_sha256=data_hash(lines),
        figures=figures,
        requires={FOLDER: encoder.meta.contents_sha256},
    )
    write_short_card(models / NAME / "README.md", name=NAME, figures=figures)
    return figures


def fit_sentences(lines: Sequence[LabelledLine], vectors: Float) -> LogisticRegression:
    """Fit one classifier on these lines, whose vectors are the rows of `vectors`."""
    rows, targets, weights = shown_lines(lines)
    classifier = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=400, tol=1e-5, random_state=SEED)
    classifier.fit(vectors[rows], targets, sample_weight=weights)
    classifier.coef_ = np.round(classifier.coef_, DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_, DECIMALS)
    return classifier
