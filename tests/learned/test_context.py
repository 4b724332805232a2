"""The model of contexts says without scikit-learn what scikit-learn says, belongs to one paraphrase model, and may not punish further skills."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from resumefit.errors import ModelError
from resumefit.learned import LogisticModel, Meta, load_context_model, load_meta
from resumefit.learned.folder import opened
from resumefit.learned.vectors import names_index
from resumefit.match.context import UNNAMED_LEARNING, UNNAMED_SOFTWARE

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
NAME = "evidence_in_context"
EVIDENCE = load_meta(MODELS / "competency_evidence")


@pytest.fixture(scope="module")
def model() -> LogisticModel:
    return load_context_model(MODELS, NAME, evidence=EVIDENCE)


def test_probabilities_agree_with_the_fitted_scikit_learn_estimator(model: LogisticModel) -> None:
    skops_io = pytest.importorskip("skops.io")
    file = MODELS / NAME / "model.skops"
    assert skops_io.get_untrusted_types(file=file) == []
    estimator = skops_io.load(file)
    with opened(MODELS / NAME / "weights.npz") as archive:
        names = sorted(names_index(archive["names"]), key=names_index(archive["names"]).__getitem__)
    rows = np.random.default_rng(7).normal(size=(20, len(names)))
    found = model.probabilities_of([dict(zip(names, row, strict=True)) for row in rows])
    assert np.allclose(found, estimator.predict_proba(rows)[:, 1], atol=1e-9)


def test_numbers_that_are_left_out_or_unknown_count_for_nothing(model: LogisticModel) -> None:
    assert model.probabilities_of([{}, {"is a competency of somebody's own": 1.0}, {"its log-odds": 0.0}]) == pytest.approx(
        [1 / (1 + np.exp(-model.bias))] * 3
    )


def test_nothing_named_elsewhere_never_speaks_for_a_paraphrase(model: LogisticModel) -> None:
    assert model.weights[UNNAMED_LEARNING] <= 0
    assert model.weights[UNNAMED_SOFTWARE] <= 0


def test_the_surer_the_paraphrase_model_the_likelier(model: LogisticModel) -> None:
    low, high = model.probabilities_of([{"its log-odds": -1.0}, {"its log-odds": 3.0}])
    assert high > low


def test_it_is_refused_beside_another_paraphrase_model(tmp_path: Path) -> None:
    shutil.copytree(MODELS / NAME, tmp_path / NAME)
    other: Meta = EVIDENCE.model_copy(update={"sha256": {"weights.npz": "0" * 64}})
    with pytest.raises(ModelError, match="made with another competency_evidence"):
        load_context_model(tmp_path, NAME, evidence=other)


def test_the_card_and_the_data_are_those_of_the_model(model: LogisticModel) -> None:
    from resumefit.train.questions import questions_hash, read_questions

    assert model.meta.data_sha256 == questions_hash(read_questions(ROOT / "training")), "resumes changed: run `resumefit train`"
    assert f"{model.meta.figures['believed_right']:g}" in (MODELS / NAME / "README.md").read_text("utf-8")
