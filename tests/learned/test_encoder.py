"""The sentence encoder gives the vectors that its matrices give elsewhere, whatever else is encoded beside a sentence."""

from __future__ import annotations

import json
import math
import shutil
from pathlib import Path

import numpy as np
import pytest

from resumefit.errors import ModelError
from resumefit.learned.encoder import FOLDER, SentenceEncoder, _gelu, load_sentence_encoder
from resumefit.learned.wordpiece import WordPiece, split_words

MODELS = Path(__file__).resolve().parents[2] / "models"
LINES = (
    "Shipped a ranking service for 40 stores",
    "Café owner, k8s & kubeflow!",
    "Laid hedges on hill farms for three winters, in all weathers, with two dogs and a borrowed tractor",
    "Ran it",
    "",
    "•",
    "Phoned growers at dawn to find what irked them about ordering seed",
)
PIECES = WordPiece({name: number for number, name in enumerate(
    ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "ran", "the", "kube", "##flow", "##s", "cafe", "!", "$", "5", "##m", "“", "日", "本")
)})  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return load_sentence_encoder(MODELS / FOLDER)


@pytest.mark.parametrize(("text", "words"), [
    pytest.param("Don't re-train", ["don", "'", "t", "re", "-", "train"], id="marks stand alone"),
    pytest.param("NAÏVE Café “x” — €5m", ["naive", "cafe", "“", "x", "”", "—", "€5m"], id="accents go, currency signs stay in the word"),
    pytest.param("C++ / C#\tok\r\n", ["c", "+", "+", "/", "c", "#", "ok"], id="every ASCII sign, every space"),
    pytest.param("ab\u200bc\u00a0d\x00\ufffd", ["abc", "d"], id="what is not seen is left out"),
    pytest.param("日本語ab", ["日", "本", "語", "ab"], id="ideographs stand alone"),
    pytest.param("İstanbul ΣΑΣ", ["istanbul", "σασ"], id="lower case letter by letter"),
    pytest.param("", [], id="nothing"),
])  # fmt: skip
def test_words_are_those_of_the_uncased_tokenizer(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(("text", "numbers"), [
    pytest.param("Ran the Kubeflows!", [2, 4, 5, 6, 7, 8, 10, 3], id="longest pieces from the left"),
    pytest.param("ran kubectl", [2, 4, 1, 3], id="a word with an unknown rest is unknown as a whole"),
    pytest.param("$5m “日本", [2, 11, 12, 13, 14, 15, 16, 3], id="signs"),
    pytest.param("ran " + "s" * 101, [2, 4, 1, 3], id="no word of over a hundred letters"),
    pytest.param("ran ran ran ran ran ran ran ran", [2, 4, 4, 4, 4, 4, 4, 3], id="cut, with its end mark"),
])  # fmt: skip
def test_pieces(text: str, numbers: list[int]) -> None:
    assert PIECES.numbers(text, longest=8) == numbers


@pytest.mark.parametrize(("line", "first"), [
    pytest.param(LINES[0], [-0.0751, -0.0365, -0.0559, 0.0333, -0.0115, 0.1248, -0.0425, 0.0143], id="plain"),
    pytest.param(LINES[1], [-0.0673, 0.043, 0.0424, 0.0587, -0.0657, 0.043, 0.0741, -0.0464], id="accents, signs and rare words"),
])  # fmt: skip
def test_vectors_are_those_of_the_same_matrices_in_pytorch(encoder: SentenceEncoder, line: str, first: list[float]) -> None:
    # The first numbers that transformers' own BertModel works out when the stored matrices are put into it.
    assert np.abs(encoder.encode([line])[0, :8] - first).max() < 2e-4


def test_words_are_read_where_they_stand(encoder: SentenceEncoder) -> None:
    found = list(encoder.words(["Moored at the bank", "Opened a bank account"]))
    assert sorted(word for word, _ in found) == ["a", "account", "at", "bank", "bank", "moored", "opened", "the"]
    (shore, money) = (state for word, state in found if word == "bank")
    assert shore.shape == (encoder.dimensions,)
    assert np.abs(shore - money).max() > 0.1
    cut_off = list(encoder.words(["word " * 5000]))
    assert len(cut_off) == len(encoder.positions) - 2


def test_the_same_lines_give_the_same_bytes_and_a_line_alone_the_same_vector(encoder: SentenceEncoder) -> None:
    together = encoder.encode(LINES)
    assert together.tobytes() == encoder.encode(LINES).tobytes()
    alone = np.vstack([encoder.encode([line]) for line in LINES])
    assert np.abs(together - alone).max() < 1e-5
    many = encoder.encode([*LINES, *["Sat with nine nurses for a week to see how they really note a dose"] * 60, *LINES])
    assert np.abs(many[: len(LINES)] - alone).max() < 1e-5
    assert np.abs(many[-len(LINES) :] - alone).max() < 1e-5


def test_shapes_and_lengths(encoder: SentenceEncoder) -> None:
    rows = encoder.encode(LINES)
    assert rows.shape == (len(LINES), encoder.dimensions)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert encoder.encode([]).shape == (0, encoder.dimensions)
    assert np.isfinite(encoder.encode(["word " * 5000])).all()


def test_gelu_is_x_times_the_share_of_the_normal_distribution_below_it() -> None:
    values = np.linspace(-12, 12, 481, dtype=np.float32)
    expected = [value * 0.5 * (1 + math.erf(value / math.sqrt(2))) for value in values.tolist()]
    assert np.abs(_gelu(values) - expected).max() < 2e-6


def test_a_changed_or_half_encoder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    shutil.copytree(MODELS / FOLDER, folder)
    with (folder / "weights.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match=r"weights\.npz.*changed"):
        load_sentence_encoder(folder)
    shutil.copy(MODELS / "word_vectors" / "vectors.npz", folder / "weights.npz")
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    (folder / "meta.json").write_text(json.dumps(meta | {"sha256": {}}), "utf-8")
    with pytest.raises(ModelError, match="does not hold what it must"):
        load_sentence_encoder(folder)
