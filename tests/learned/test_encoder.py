"""The sentence encoder gives the vectors that its matrices give elsewhere, whatever else is encoded beside a sentence."""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Mapping
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


@pytest.mark.parametrize("line", [LINES[0], LINES[1], LINES[2], "x"])
def test_vectors_are_those_of_the_matrices_by_the_book(encoder: SentenceEncoder, line: str) -> None:
    expected = by_the_book(np.load(MODELS / FOLDER / "weights.npz"), encoder.pieces.numbers(line, longest=96))
    assert np.abs(encoder.encode([line])[0] - expected).max() < 2e-5


def by_the_book(archive: Mapping[str, np.ndarray], numbers: list[int]) -> np.ndarray:
    """BERT's encoder in double precision, one sentence and one head at a time (Devlin et al. 2019; Vaswani et al. 2017)."""

    def normed(values: np.ndarray, norm: np.ndarray) -> np.ndarray:
        mean, variance = values.mean(axis=1, keepdims=True), values.var(axis=1, keepdims=True)
        return (values - mean) / np.sqrt(variance + 1e-12) * norm[0] + norm[1]

    def dense(values: np.ndarray, name: str) -> np.ndarray:
        matrix = archive[name].astype(float) * archive[f"{name}_scale"].astype(float)[:, None]
        return values @ matrix.T + archive[f"{name}_bias"]

    gelu = np.vectorize(lambda value: value * 0.5 * (1 + math.erf(value / math.sqrt(2))))
    values = archive["words"][numbers].astype(float) * archive["words_scale"][numbers][:, None] + archive["positions"][: len(numbers)]
    values = normed(values, archive["norm"])
    for layer in range(6):
        queries, keys, contents = np.split(dense(values, f"{layer}.attention"), 3, axis=1)
        seen = []
        for head in range(12):
            part = slice(head * 32, head * 32 + 32)
            scores = np.exp(queries[:, part] @ keys[:, part].T / math.sqrt(32))
            seen.append(scores / scores.sum(axis=1, keepdims=True) @ contents[:, part])
        values = normed(values + dense(np.concatenate(seen, axis=1), f"{layer}.joined"), archive[f"{layer}.norm_1"])
        values = normed(values + dense(gelu(dense(values, f"{layer}.wide")), f"{layer}.narrow"), archive[f"{layer}.norm_2"])
    mean = values.mean(axis=0)
    return mean / np.linalg.norm(mean)


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
