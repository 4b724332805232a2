"""Makes `models/word_vectors/`: static vectors of common English words, distilled from `models/sentence_encoder`.

    python training/distil_word_vectors.py

A word's vector is the mean of what the encoder's last layer makes of it in the lines of `training/competency_evidence`, and alone. The
encoder knows what those lines show, and hands some of that on to each word; a mean of static vectors then tells competencies apart better
than that of vectors of the words alone (docs/quality.md). Principal components keep most of what tells words apart in fewer numbers, and a
rank-based weight lets rare words count more than frequent ones, as in Model2Vec (Tulkens and van Dongen, 2024). Stored as 8-bit
integers. Prediction then needs a look-up and a mean, and no encoder.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from resumefit.learned.encoder import FOLDER as ENCODER
from resumefit.learned.encoder import SentenceEncoder, load_sentence_encoder
from resumefit.learned.vectors import ARCHIVE, FOLDER
from resumefit.lexicon import load_lexicon
from resumefit.train.data import read_lines
from resumefit.train.evidence import NAME
from resumefit.train.save import joined, save_arrays

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "models" / FOLDER
VERSION = "2.0.0"
DIMENSIONS = 192
ALONE = 4  # times that a word alone counts as much as once in a line
SEEN = 2  # lines that a word must stand in when the encoder's vocabulary has it in pieces only
_WORD = re.compile(r"[a-z]{2,}")


def main() -> None:
    """Encode, reduce, weigh, store."""
    encoder = load_sentence_encoder(ROOT / "models" / ENCODER)
    competencies = frozenset(entry.id for entry in load_lexicon(ROOT / "skill_lexicon").competencies)
    texts = [line.text for line in read_lines(ROOT / "training" / NAME, competencies=competencies)]
    words, rows = distilled(encoder, texts)
    save_arrays(
        TARGET,
        {"vector_rows": rows, "vector_words": joined(words)},
        archive=ARCHIVE,
        version=VERSION,
        made_with={"numpy": version("numpy"), ENCODER: encoder.meta.version},
        data_sha256=hashlib.sha256("\n".join(words).encode()).hexdigest(),
        figures={"words": len(words), "dimensions": DIMENSIONS},
    )


def distilled(encoder: SentenceEncoder, texts: Sequence[str]) -> tuple[Sequence[str], NDArray[np.int8]]:
    """Return the words, the encoder's own first and by frequency, and their rows (words, DIMENSIONS)."""
    sums: dict[str, NDArray[np.float64]] = {}
    counts: Counter[str] = Counter()
    for word, state in encoder.words(texts):
        if _WORD.fullmatch(word):
            sums[word] = sums.get(word, np.zeros(encoder.dimensions)) + state
            counts[word] += 1
    words = [word for word in encoder.pieces.vocabulary if _WORD.fullmatch(word)]  # in the order of frequency
    known = set(words)
    words += sorted(word for word, count in counts.items() if count >= SEEN and word not in known)
    alone = dict(encoder.words(words))
    nothing = np.zeros(encoder.dimensions)
    vectors = np.stack([(sums.get(word, nothing) + ALONE * alone[word]) / (counts[word] + ALONE) for word in words])
    centred = vectors - vectors.mean(axis=0)
    components = np.linalg.svd(centred, full_matrices=False)[2][:DIMENSIONS]
    components *= np.sign(components[np.arange(DIMENSIONS), np.abs(components).argmax(axis=1)])[:, None]
    weighed = (centred @ components.T) * np.log(2 + np.arange(len(words)))[:, None]
    scale = np.quantile(np.abs(weighed), 0.9999) / 127
    return words, np.clip(np.round(weighed / scale), -127, 127).astype(np.int8)


if __name__ == "__main__":
    main()
