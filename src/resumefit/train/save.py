"""Writes a model's folder: the skops file, the NumPy archive of the same coefficients, and meta.json.

The archive is written with fixed dates and order, so that the same coefficients give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sklearn
import skops
import skops.io
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from resumefit.learned.folder import ARCHIVE, FORMAT

SKOPS_FILE = "model.skops"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def save_model(
    folder: Path,
    classifier: LogisticRegression,
    arrays: dict[str, NDArray[np.generic]],
    *,
    version: str,
    data_sha256: str,
    figures: dict[str, float],
    **more: object,
) -> None:
    """Write a model's folder, whose name is the model's, replacing what is there. `more` is what else meta.json is to hold of it.

    meta.json is written last, so that a half-written folder is refused.
    """
    _begin(folder)
    (folder / SKOPS_FILE).write_bytes(_repacked(skops.io.dumps(classifier)))
    (folder / ARCHIVE).write_bytes(_archive(arrays))
    meta = more | {
        "version": version,
        "data_sha256": data_sha256,
        "figures": figures,
        "made_with": {"scikit-learn": sklearn.__version__, "skops": skops.__version__, "numpy": np.__version__},
        "labels": [str(label) for label in classifier.classes_],
    }
    _end(folder, meta, files=(SKOPS_FILE, ARCHIVE))


def save_arrays(folder: Path, arrays: dict[str, NDArray[np.generic]], *, archive: str = ARCHIVE, **meta: object) -> None:
    """Write the folder of what has no classifier: `archive`, and `meta` with what every meta.json has.

    These are megabytes that every start reads: they are not deflated.
    """
    _begin(folder)
    (folder / archive).write_bytes(_archive(arrays, method=zipfile.ZIP_STORED))
    _end(folder, meta, files=(archive,))


def _begin(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meta.json").unlink(missing_ok=True)


def _end(folder: Path, meta: dict[str, object], *, files: Sequence[str]) -> None:
    hashes = {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in files}
    whole = meta | {"name": folder.name, "format": FORMAT, "sha256": hashes}
    (folder / "meta.json").write_text(json.dumps(whole, indent=2, sort_keys=True) + "\n", "utf-8")


def joined(names: Sequence[str]) -> NDArray[np.uint8]:
    """Return names as an archive keeps them, which `learned.vectors.names_index` takes apart."""
    return np.frombuffer("\n".join(names).encode("utf-8"), dtype=np.uint8)


def _archive(arrays: dict[str, NDArray[np.generic]], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    entries = {}
    for name in sorted(arrays):
        buffer = io.BytesIO()
        np.save(buffer, arrays[name], allow_pickle=False)
        entries[f"{name}.npy"] = buffer.getvalue()
    return _zipped(entries, method=method)


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


def _zipped(entries: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, method)
    return buffer.getvalue()
