"""Fits `models/evidence_in_context`: how far is the paraphrase model to be believed, given what is around a sentence?

A logistic regression over the numbers of `match/context.py`. Its cases are the competencies that the paraphrase model sees in the
sentences of labelled resumes, asked of models that were fitted without the resume; right is what a person saw there, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from resumefit.core.lexicon import Lexicon
from resumefit.core.protocols import Prediction
from resumefit.learned.folder import load_meta
from resumefit.learned.vectors import FOLDER, WordVectors, load_word_vectors
from resumefit.match.context import UNNAMED_LEARNING, UNNAMED_SOFTWARE, Fields, options_of
from resumefit.train.cards import write_short_card
from resumefit.train.data import LabelledLine, read_lines
from resumefit.train.evidence import NAME as EVIDENCE
from resumefit.train.evidence import Fitted, fit
from resumefit.train.matrix import SEED
from resumefit.train.questions import AskedResume, questions_hash, read_questions
from resumefit.train.save import joined, save_model

NAME = "evidence_in_context"
VERSION = "1.0.0"
FOLDS = 5
DECIMALS = 3
INVERSE_REGULARISATION = 0.3
# Chosen on the resumes of other writers, on a plateau of competencies' F1 (docs/quality.md).
THRESHOLD = 0.4
# What a resume names elsewhere may only help: adding a line takes away nothing that another shows.
_NEVER_HELPS = (UNNAMED_LEARNING, UNNAMED_SOFTWARE)


@dataclass(frozen=True, slots=True)
class Case:
    """A competency that the paraphrase model sees in a question of a resume; `is_right` where a person saw it, too."""

    resume: str
    numbers: Mapping[str, float]
    is_right: bool


def train_context(training: Path, models: Path, *, lexicon: Lexicon) -> dict[str, float]:
    """Fit on every labelled resume, write the model's folder, and return its cross-validated figures.

    The model of `train_evidence` must stand in `models` already: this one weighs its answers, and no other's.
    """
    competencies = frozenset(competency.id for competency in lexicon.competencies)
    lines = read_lines(training / EVIDENCE, competencies=competencies)
    resumes = read_questions(training)
    vectors = load_word_vectors(models / FOLDER)
    cases = cases_of(lines, resumes, lexicon, vectors=vectors)
    names = tuple(sorted({name for case in cases for name in case.numbers}))
    figures = {"resumes": float(len(resumes)), "cases": float(len(cases))} | _figures(cases, names)
    classifier = fit_cases(cases, names)
    arrays: dict[str, NDArray[np.generic]] = {
        "names": joined(names),
        "weights": np.asarray(classifier.coef_[0], dtype=np.float64),
        "bias": np.asarray(classifier.intercept_, dtype=np.float64),
    }
    save_model(
        models / NAME,
        classifier,
        arrays,
        version=VERSION,
        threshold=THRESHOLD,
        data_sha256=questions_hash(resumes),
        figures=figures,
        requires={EVIDENCE: load_meta(models / EVIDENCE).contents_sha256},
    )
    write_short_card(models / NAME / "README.md", name=NAME, figures=figures)
    return figures


def cases_of(
    lines: Sequence[LabelledLine], resumes: Sequence[AskedResume], lexicon: Lexicon, *, vectors: WordVectors | None
) -> list[Case]:
    """Return what models that were fitted without each resume see in it."""
    fields = Fields(lexicon)
    places = np.arange(len(resumes))
    found: list[Case] = []
    for others, own in GroupKFold(FOLDS).split(places, groups=places):
        fitted = fit([*lines, *(line for at in others for line in resumes[at].lines())], vectors=vectors)
        for at in own:
            found += _seen(resumes[at], fitted, fields)
    return found


def _seen(resume: AskedResume, fitted: Fitted, fields: Fields) -> Iterator[Case]:
    answers = iter(_predictions(fitted, [text for sentence in resume.sentences for text in sentence.texts]))
    unnamed = fields.unnamed(resume.skills)
    for sentence in resume.sentences:
        predictions = [next(answers) for _ in sentence.texts]
        options = options_of(sentence.questions, predictions, unnamed=unnamed, known=fields.families)
        for shown, of_question in zip(sentence.shown, options, strict=True):
            for option in of_question:
                if option.competency not in sentence.named:
                    yield Case(resume.resume, option.numbers, option.competency in shown)


def _predictions(fitted: Fitted, texts: Sequence[str]) -> list[Prediction]:
    rows = fitted.probabilities(texts).tolist() if texts else []
    return [Prediction(None, max(row), tuple(zip(fitted.labels, row, strict=True))) for row in rows]


def fit_cases(cases: Sequence[Case], names: Sequence[str]) -> LogisticRegression:
    """Fit one classifier on these cases; its columns are the numbers of `names`."""
    matrix = _matrix(cases, names)
    while True:
        classifier = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=2000, tol=1e-8, random_state=SEED)
        classifier.fit(matrix, [case.is_right for case in cases])
        helping = [names.index(name) for name in _NEVER_HELPS if name in names and classifier.coef_[0, names.index(name)] > 0]
        if not helping:
            break
        matrix[:, helping] = 0.0
    classifier.coef_ = np.round(classifier.coef_, DECIMALS)
    classifier.intercept_ = np.round(classifier.intercept_, DECIMALS)
    return classifier


def _matrix(cases: Sequence[Case], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[case.numbers.get(name, 0.0) for name in names] for case in cases])


def _figures(cases: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """Measure on resumes left out: of what is right, the share believed; of what is believed, the share that is right."""
    groups = [case.resume for case in cases]
    right = np.array([case.is_right for case in cases])
    believed = np.zeros(len(cases), dtype=bool)
    for others, own in GroupKFold(FOLDS).split(cases, groups=groups):
        classifier = fit_cases([cases[at] for at in others], names)
        believed[own] = classifier.predict_proba(_matrix([cases[at] for at in own], names))[:, 1] >= THRESHOLD
    return {
        "believed_right": round(float(right[believed].mean()), 4),
        "right_believed": round(float(believed[right].mean()), 4),
    }
