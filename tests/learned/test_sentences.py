"""The model of `--semantic` says what scikit-learn's estimator says, and is believed together with the one over words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from resumefit.errors import ModelError
from resumefit.learned import SemanticTextModel, load_meta, load_semantic_model, load_text_model
from resumefit.learned.sentences import mixed

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
NAME, WORDS = "sentence_evidence", "competency_evidence"
LINES = (
    "Took tea with forty beekeepers to find out why the hive scale stays in its box",
    "Laid hedges on hill farms for three winters",
    "Flagged when the yield forecaster lost its edge after the drought",
    "",
)


@pytest.fixture(scope="module")
def model() -> SemanticTextModel:
    return load_semantic_model(MODELS, NAME, words=load_text_model(MODELS, WORDS))


def test_probabilities_agree_with_the_fitted_scikit_learn_estimator(model: SemanticTextModel) -> None:
    skops_io = pytest.importorskip("skops.io")
    file = MODELS / NAME / "model.skops"
    assert skops_io.get_untrusted_types(file=file) == []
    estimator = skops_io.load(file)
    expected = estimator.predict_proba(model.sentences.encoder.encode(LINES).astype(np.float64))
    assert tuple(estimator.classes_) == model.sentences.meta.labels
    assert np.allclose(np.exp(model.sentences.log_probabilities(LINES)), expected, atol=1e-4)


def test_the_card_and_the_data_are_those_of_the_model() -> None:
    from resumefit.train.data import data_hash, read_lines

    meta = load_meta(MODELS / NAME)
    assert meta.data_sha256 == data_hash(read_lines(ROOT / "training" / WORDS, competencies=frozenset(meta.labels)))
    assert f"| {meta.figures['lines']:g} |" in (MODELS / NAME / "README.md").read_text("utf-8")


def test_of_two_opinions_the_geometric_mean_is_believed() -> None:
    # sqrt(0.8 * 0.2) = sqrt(0.2 * 0.8): who disagree evenly are undecided. Who agree are taken at their word. sqrt(0.9 * 0.5) = 0.671
    # and sqrt(0.1 * 0.5) = 0.224 are scaled to 1.
    found = mixed(np.log([[0.8, 0.2], [0.8, 0.2], [0.9, 0.1]]), np.log([[0.2, 0.8], [0.8, 0.2], [0.5, 0.5]]))
    assert found[0].tolist() == pytest.approx([0.5, 0.5])
    assert found[1].tolist() == pytest.approx([0.8, 0.2])
    assert found[2].tolist() == pytest.approx([0.75, 0.25])


def test_a_line_says_the_same_alone_and_among_others_and_again(model: SemanticTextModel) -> None:
    together = model.predict(LINES)
    assert model.predict(LINES) == together
    for line, prediction in zip(LINES, together, strict=True):
        alone = model.predict([line])[0]
        assert alone.label == prediction.label
        assert alone.probability == pytest.approx(prediction.probability, abs=1e-3)
    assert model.predict([]) == []


def test_it_finds_what_words_alone_do_not_and_leaves_another_trade_alone(model: SemanticTextModel) -> None:
    by_words = dict(model.words.predict([LINES[0]])[0].by_label)
    by_both = dict(model.predict([LINES[0]])[0].by_label)
    assert by_words["product-discovery"] < 0.5 < by_both["product-discovery"]
    assert model.predict([LINES[1]])[0].label is None


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Our models, with a folder of this one that may be changed."""
    for folder in MODELS.iterdir():
        (tmp_path / folder.name).symlink_to(folder)
    (tmp_path / NAME).unlink()
    shutil.copytree(MODELS / NAME, tmp_path / NAME)
    return tmp_path


@pytest.mark.parametrize(("change", "words"), [
    pytest.param({"requires": {"sentence_encoder": "0" * 64}}, "another sentence_encoder", id="another encoder"),
    pytest.param({"labels": ["none", "x"]}, "other labels", id="other labels"),
    pytest.param({"sha256": {"weights.npz": "0" * 64}}, r"weights\.npz.*changed", id="changed weights"),
])  # fmt: skip
def test_what_does_not_fit_is_refused(copy: Path, change: dict[str, object], words: str) -> None:
    path = copy / NAME / "meta.json"
    meta = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(meta | change), "utf-8")
    with pytest.raises(ModelError, match=words):
        load_semantic_model(copy, NAME, words=load_text_model(copy, WORDS))
