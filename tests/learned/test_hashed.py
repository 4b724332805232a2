"""The models over hashed features: what is predicted without scikit-learn is what scikit-learn predicts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from resumefit.core.protocols import Stretch
from resumefit.errors import ModelError
from resumefit.learned import hashed, load_hashed_model, load_word_vectors
from resumefit.learned.hashed import BUCKETS, bucket_of

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
VECTORS = load_word_vectors(MODELS / "word_vectors")
NAMES = ["rule silent True", "l moved", "m PAST DET M", "said free", "c system", "c system", "never seen before"]


@pytest.mark.parametrize("name", ["skill_status", "word_sense"])
def test_probabilities_agree_with_the_fitted_scikit_learn_estimator(name: str) -> None:
    skops_io = pytest.importorskip("skops.io")
    file = MODELS / name / "model.skops"
    assert skops_io.get_untrusted_types(file=file) == []
    estimator = skops_io.load(file)
    model = load_hashed_model(MODELS, name, vectors=VECTORS)
    count = len(model.dense_weights)
    texts = [["moved", "the", "order", "system"], ["in", "eleven", "weeks"], [], ["zzz"]][:count]
    scale = {"skill_status": 2.0, "word_sense": 3.0}[name]
    dense = np.concatenate([VECTORS.mean_of(words) for words in texts]) * scale
    with np.load(MODELS / name / "weights.npz") as archive:
        buckets = archive["buckets"].tolist()
    named = np.isin(buckets, [bucket_of(feature) for feature in NAMES]).astype(float)
    assert named.sum() >= 3
    row = np.concatenate([named, dense])[None, :]
    assert model.labels == tuple(estimator.classes_)
    assert np.allclose(model.probabilities(NAMES, texts), estimator.predict_proba(row)[0], atol=2e-3)


@pytest.mark.parametrize("name", ["skill_status", "word_sense"])
def test_stretches_of_a_line_are_read_as_the_words_they_stand_for(name: str) -> None:
    model = load_hashed_model(MODELS, name, vectors=VECTORS)
    line = ("moved", "zzz", "the", "order", "", "system", "in", "eleven", "weeks")
    ranges = (((0, 3), (5, 9)), ((1, 1),), ((4, 5),), ((2, 7),))[: len(model.dense_weights)]
    stretches = [Stretch(line, some) for some in ranges]
    assert model.probabilities(NAMES, stretches) == model.probabilities(NAMES, [list(text) for text in stretches])


@pytest.mark.parametrize("name", ["skill_status", "word_sense"])
def test_a_thing_gets_the_same_answer_alone_and_among_others(name: str) -> None:
    model = load_hashed_model(MODELS, name, vectors=VECTORS)
    line = ("moved", "the", "order", "system", "in", "eleven", "weeks")
    count = len(model.dense_weights)
    asked = [(NAMES[at:], [Stretch(line, ((0, at), (at + 1, len(line))))] * count) for at in range(len(line))]
    asked.append(([], [["zzz"]] * count))
    names_of = model.begin_names()
    alone = [model.probabilities(*one) for one in asked]
    assert model.probabilities_of([([names_of[name] for name in names], texts) for names, texts in asked * 100]) == alone * 100
    assert model.probabilities_of([]) == []


def test_a_name_is_the_same_spelled_at_once_and_word_by_word() -> None:
    names = load_hashed_model(MODELS, "skill_status", vectors=VECTORS).begin_names()
    assert names["m"]["PAST"]["DET"]["M"].row == names["m PAST DET M"].row != names["never seen before"].row
    assert names["m"]["PAST"]["DET"]["M"].text == "m PAST DET M"
    assert names["m"]["PAST"] is names["m"]["PAST"]


def test_names_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashed, "_NAMES_KEPT", 3)
    model = load_hashed_model(MODELS, "skill_status", vectors=VECTORS)
    before = [model.probabilities(NAMES, [["moved"]] * len(model.dense_weights)) for _ in range(3)]
    assert len(list(model.begin_names())) == 0
    assert before[0] == before[1] == before[2]


def test_a_bucket_is_the_same_everywhere() -> None:
    assert bucket_of("l moved") == 0x8631  # crc32, lowest 16 bits
    assert all(0 <= bucket_of(name) < BUCKETS for name in NAMES)


def test_a_model_of_other_word_vectors_is_refused(tmp_path: Path) -> None:
    shutil.copytree(MODELS / "word_sense", tmp_path / "word_sense")
    meta = tmp_path / "word_sense" / "meta.json"
    content = json.loads(meta.read_text("utf-8"))
    content["requires"]["word_vectors"] = "0" * 64
    meta.write_text(json.dumps(content), "utf-8")
    with pytest.raises(ModelError, match="other word_vectors"):
        load_hashed_model(tmp_path, "word_sense", vectors=VECTORS)


def test_a_changed_archive_is_refused(tmp_path: Path) -> None:
    shutil.copytree(MODELS / "skill_status", tmp_path / "skill_status")
    (tmp_path / "skill_status" / "weights.npz").write_bytes(b"PK")
    with pytest.raises(ModelError, match="changed"):
        load_hashed_model(tmp_path, "skill_status", vectors=VECTORS)
