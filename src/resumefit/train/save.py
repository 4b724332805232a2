"""Writes a model's folder: the skops file, the NumPy archive of the same coefficients, and meta.json.

The archive is written with fixed dates and order, so that the same coefficients give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import numpy as np
import sklearn
import skops
import skops.io
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from resumefit.learned.encoder import FOLDER as ENCODER
from resumefit.learned.folder import FORMAT, Meta
from resumefit.learned.linear import ARCHIVE
from resumefit.learned.vectors import FOLDER, WordVectors
from resumefit.train.hashed import HashedFit
from resumefit.train.matrix import FeatureSpace

SKOPS_FILE = "model.skops"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def save_model(
    folder: Path,
    space: FeatureSpace,
    classifier: LogisticRegression,
    *,
    name: str,
    version: str,
    threshold: float,
    data_sha256: str,
    shares: tuple[float, ...],
    figures: dict[str, float],
) -> None:
    """Write the folder of a model over words, replacing what is there."""
    requires = {FOLDER: space.vectors.meta.contents_sha256} if space.vectors is not None else {}
    _write(folder, classifier, _arrays(space, classifier), {
        "name": name, "version": version, "threshold": threshold, "shares": shares, "data_sha256": data_sha256,
        "figures": figures, "requires": requires,
    })  # fmt: skip


def save_hashed(
    folder: Path,
    fitted: HashedFit,
    arrays: dict[str, NDArray[np.generic]],
    *,
    vectors: WordVectors,
    name: str,
    version: str,
    data_sha256: str,
    figures: dict[str, float],
) -> None:
    """Write the folder of a model over hashed features, replacing what is there."""
    _write(folder, fitted.classifier, arrays, {
        "name": name, "version": version, "data_sha256": data_sha256, "figures": figures,
        "requires": {FOLDER: vectors.meta.contents_sha256},
    })  # fmt: skip


def save_sentences(
    folder: Path,
    classifier: LogisticRegression,
    *,
    encoder: Meta,
    name: str,
    version: str,
    data_sha256: str,
    shares: tuple[float, ...],
    figures: dict[str, float],
) -> None:
    """Write the folder of a model over sentence vectors, replacing what is there."""
    arrays: dict[str, NDArray[np.generic]] = {
        "weights": np.asarray(classifier.coef_, dtype=np.float32), "bias": np.asarray(classifier.intercept_, dtype=np.float32),
    }  # fmt: skip
    _write(folder, classifier, arrays, {
        "name": name, "version": version, "shares": shares, "data_sha256": data_sha256, "figures": figures,
        "requires": {ENCODER: encoder.contents_sha256},
    })  # fmt: skip


def save_cells(
    folder: Path,
    classifier: LogisticRegression,
    arrays: dict[str, NDArray[np.generic]],
    *,
    name: str,
    version: str,
    data_sha256: str,
    figures: dict[str, float],
) -> None:
    """Write the folder of the model of heads, which needs no other model, replacing what is there."""
    _write(folder, classifier, arrays, {"name": name, "version": version, "data_sha256": data_sha256, "figures": figures})


def _write(
    folder: Path, classifier: LogisticRegression, arrays: dict[str, NDArray[np.generic]], about: dict[str, object]
) -> None:
    """Write the files; meta.json last, so that a half-written folder is refused."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meta.json").unlink(missing_ok=True)
    (folder / SKOPS_FILE).write_bytes(_repacked(skops.io.dumps(classifier)))
    (folder / ARCHIVE).write_bytes(_archive(arrays))
    meta = about | {
        "format": FORMAT,
        "made_with": {"scikit-learn": sklearn.__version__, "skops": skops.__version__, "numpy": np.__version__},
        "sha256": {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in (SKOPS_FILE, ARCHIVE)},
        "labels": [str(label) for label in classifier.classes_],
    }
    (folder / "meta.json").write_text(json.dumps(meta, indent=2, sort_keys=True) + "\n", "utf-8")


def _arrays(space: FeatureSpace, classifier: LogisticRegression) -> dict[str, NDArray[np.generic]]:
    weights = np.asarray(classifier.coef_)
    sparse_count = len(space.vocabulary)
    arrays: dict[str, NDArray[np.generic]] = {
        "vocabulary": _joined(space.vocabulary),
        "idf": space.idf.astype(np.float32),
        "sparse_weights": weights[:, :sparse_count].astype(np.float32),
        "bias": np.asarray(classifier.intercept_, dtype=np.float32),
    }
    if space.vectors is not None:
        arrays["dense_weights"] = (weights[:, sparse_count:] * space.dense_scale).astype(np.float32)
    return arrays


def _joined(names: tuple[str, ...] | list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8)


def _archive(arrays: dict[str, NDArray[np.generic]]) -> bytes:
    entries = {}
    for name in sorted(arrays):
        buffer = io.BytesIO()
        np.save(buffer, arrays[name], allow_pickle=False)
        entries[f"{name}.npy"] = buffer.getvalue()
    return _zipped(entries)


def _repacked(data: bytes) -> bytes:
    """Take out of a skops file what differs between runs: the time of day, and memory addresses as names of objects."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    schema = entries["schema.json"].decode("utf-8")
    addresses = dict.fromkeys(re.findall(r'"__id__": (\d+)', schema))
    numbers = {address: str(number) for number, address in enumerate(addresses, start=1)}
    pattern = re.compile(r"\b(?:" + "|".join(sorted(numbers, key=len, reverse=True)) + r")\b")
    renamed = {pattern.sub(lambda found: numbers[found.group()], name): content for name, content in entries.items()}
    renamed["schema.json"] = pattern.sub(lambda found: numbers[found.group()], schema).encode("utf-8")
    return _zipped({name: renamed[name] for name in sorted(renamed)})


def _zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
