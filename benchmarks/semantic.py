"""What the sentence encoder of `--semantic` brings over the training lines, by cross-validation, and what it costs.

    python benchmarks/semantic.py

Prints, for the model over words, the one over sentence vectors, and both together as `--semantic` asks them: how often the likeliest
answer is the line's main competency; what is found at a threshold of 0.5, and how much of it is right; and the share found where a
wanted share of the answers is right. Then milliseconds of one core for a sentence, alone and among others. It takes some minutes.
On lines of other writers, measure with `resumefit evaluate --lines tests/gold/sentences`, with and without `--semantic`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from resumefit.learned import load_word_vectors
from resumefit.learned.encoder import FOLDER, load_sentence_encoder
from resumefit.learned.sentences import mixed
from resumefit.lexicon import load_lexicon
from resumefit.train.data import LabelledLine, read_lines
from resumefit.train.evidence import NAME, cross_validated, main_label
from resumefit.train.figures import figures_at
from resumefit.train.matrix import Float
from resumefit.train.sentences import cross_validated_sentences

ROOT = Path(__file__).resolve().parents[1]
PRECISIONS = (0.7, 0.8, 0.85)
ALONE = 0.5  # the matcher's threshold for a line that stands alone
TIMED = 500


def main() -> None:
    """Print a line a model, then the times."""
    competencies = frozenset(entry.id for entry in load_lexicon(ROOT / "skill_lexicon").competencies)
    lines = read_lines(ROOT / "training" / NAME, competencies=competencies)
    encoder = load_sentence_encoder(ROOT / "models" / FOLDER)
    words, labels = cross_validated(lines, vectors=load_word_vectors(ROOT / "models" / "word_vectors"))
    vectors = encoder.encode([line.text for line in lines]).astype(np.float64)
    sentences, _ = cross_validated_sentences(lines, vectors)
    both = mixed(np.log(np.maximum(words, 1e-12)), np.log(np.maximum(sentences, 1e-12)))
    for name, probabilities in {"words": words, "sentence vectors": sentences, "both": both}.items():
        print(f"{name:17} {shown(lines, probabilities, labels)}")
    texts = [line.text for line in lines[:: len(lines) // TIMED]]
    start = time.process_time()
    encoder.encode(texts)
    together = (time.process_time() - start) / len(texts)
    start = time.process_time()
    for text in texts[:100]:
        encoder.encode([text])
    alone = (time.process_time() - start) / 100
    print(f"a sentence takes {together * 1000:.1f} ms among others, {alone * 1000:.1f} ms alone")


def shown(lines: Sequence[LabelledLine], probabilities: Float, labels: Sequence[str]) -> str:
    """Return a model's figures in words."""
    positive = [(line, row) for line, row in zip(lines, probabilities, strict=True) if line.labels]
    first = sum(labels[int(row.argmax())] == main_label(line) for line, row in positive) / len(positive)
    at = figures_at(lines, probabilities, labels, threshold=ALONE)
    curve = [figures_at(lines, probabilities, labels, threshold=step / 100) for step in range(20, 100)]
    found = {wanted: max((point.recall for point in curve if point.precision >= wanted), default=0.0) for wanted in PRECISIONS}
    return (
        f"first {first:.3f}; at {ALONE} recall {at.recall:.3f}, precision {at.precision:.3f}; recall "
        + ", ".join(f"{recall:.3f} at precision {wanted}" for wanted, recall in found.items())
    )


if __name__ == "__main__":
    main()
