"""What is predicted without scikit-learn is what scikit-learn predicts, and a model that was changed is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from resumefit.core.protocols import NONE_LABEL
from resumefit.errors import ModelError
from resumefit.learned import load_meta, load_text_model, load_word_vectors
from resumefit.learned.linear import LinearTextModel

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
NAME = "competency_evidence"
LINES = (
    "Set up a weekly check that told us when live customers stopped looking like those we had learned from",
    "Laid hedges on hill farms for three winters",
    "Sat with nine nurses for a week to see how they really note a dose",
    "",
    "zzz qqq",
)


@pytest.fixture(scope="module")
def model() -> LinearTextModel:
    return load_text_model(MODELS, NAME)


def test_probabilities_agree_with_the_fitted_scikit_learn_estimator(model: LinearTextModel) -> None:
    skops_io = pytest.importorskip("skops.io")
    from resumefit.train.evidence import DENSE_SCALE
    from resumefit.train.matrix import FeatureSpace

    file = MODELS / NAME / "model.skops"
    assert skops_io.get_untrusted_types(file=file) == []
    estimator = skops_io.load(file)
    vocabulary = tuple(sorted(model.vocabulary, key=lambda name: model.vocabulary[name]))
    space = FeatureSpace(vocabulary, model.idf.astype(np.float64), model.vectors, DENSE_SCALE)
    expected = estimator.predict_proba(space.matrix(LINES))
    found = np.stack([model.probabilities(line) for line in LINES])
    assert tuple(estimator.classes_) == model.meta.labels
    assert np.allclose(found, expected, atol=1e-4)


def test_a_text_gets_the_same_bits_alone_and_among_others(model: LinearTextModel) -> None:
    assert (model.probabilities_of(LINES) == np.stack([model.probabilities(line) for line in LINES])).all()


def test_a_trade_of_another_kind_shows_no_competency(model: LinearTextModel) -> None:
    prediction = model.predict(["Laid hedges on hill farms for three winters"])[0]
    assert prediction.label is None


def test_labels_are_the_competencies_and_none(model: LinearTextModel) -> None:
    import yaml

    listed = yaml.safe_load((ROOT / "skill_lexicon" / "competencies.yaml").read_text("utf-8"))["competencies"]
    assert set(model.meta.labels) == {entry["id"] for entry in listed} | {NONE_LABEL}


def test_the_card_and_the_data_are_those_of_the_model() -> None:
    from resumefit.train.data import data_hash, hash_of, read_lines
    from resumefit.train.questions import questions_hash, read_questions

    meta = load_meta(MODELS / NAME)
    lines = read_lines(ROOT / "training" / NAME, competencies=frozenset(meta.labels))
    resumes = questions_hash(read_questions(ROOT / "training"))
    assert meta.data_sha256 == hash_of([data_hash(lines), resumes]), "the training lines changed: run `resumefit train`"
    assert f"{meta.figures['recall']:.3f}" in (MODELS / NAME / "README.md").read_text("utf-8")


def test_word_vectors_are_zero_for_unknown_words_and_of_length_one_for_known_ones() -> None:
    vectors = load_word_vectors(MODELS / "word_vectors")
    assert not vectors.mean("zzzz qqqq").any()
    assert np.linalg.norm(vectors.mean("watched the drivers")) == pytest.approx(1.0, abs=1e-5)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(MODELS, tmp_path / "models")
    return tmp_path / "models"


def test_a_changed_file_is_refused(copy: Path) -> None:
    with (copy / NAME / "weights.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match=r"weights\.npz.*changed"):
        load_text_model(copy, NAME)


def test_a_missing_file_is_refused(copy: Path) -> None:
    (copy / NAME / "model.skops").unlink()
    with pytest.raises(ModelError, match=r"model\.skops.*missing"):
        load_text_model(copy, NAME)


def test_a_folder_without_meta_is_refused(copy: Path) -> None:
    (copy / NAME / "meta.json").unlink()
    with pytest.raises(ModelError, match=r"no meta\.json"):
        load_text_model(copy, NAME)


def test_a_model_made_with_other_word_vectors_is_refused(copy: Path) -> None:
    path = copy / NAME / "meta.json"
    meta = json.loads(path.read_text("utf-8"))
    meta["requires"] = {"word_vectors": "0" * 64}
    path.write_text(json.dumps(meta), "utf-8")
    with pytest.raises(ModelError, match="other word_vectors"):
        load_text_model(copy, NAME)


def test_a_meta_of_a_later_format_is_refused(copy: Path) -> None:
    path = copy / NAME / "meta.json"
    meta = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(meta | {"format": 99}), "utf-8")
    with pytest.raises(ModelError, match="format 99"):
        load_meta(copy / NAME)
