"""A model's folder: meta.json says what the files must be, and a folder that differs is refused.

`meta.json` holds the version, the sha256 of every file, a hash of the training data, the libraries it was made with and its
figures. Checking costs one hash of a few megabytes at most.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from resumefit.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 1
ARCHIVE = "weights.npz"
REMEDY = "Reinstall resumefit, or make the model again with `resumefit train`"


class Meta(BaseModel):
    """What meta.json must hold. `format` is the layout of the folder, `version` the model's own.

    `shares` are the labels' shares among the training lines; `requires` are other model folders that this one was fitted with, by
    the hash of their meta.json's `sha256`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    format: int
    version: str
    made_with: dict[str, str]
    data_sha256: str
    sha256: dict[str, str]
    labels: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    threshold: float = 0.0
    figures: dict[str, float] = {}
    requires: dict[str, str] = {}

    @property
    def contents_sha256(self) -> str:
        """One hash over the hashes of the folder's files."""
        return hashlib.sha256(
            "\n".join(f"{name} {value}" for name, value in sorted(self.sha256.items())).encode()
        ).hexdigest()


def load_meta(folder: Path) -> Meta:
    """Read and check a model folder; ModelError when it is not there, incomplete, changed, or of another format."""
    path = folder / "meta.json"
    try:
        meta = Meta.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise ModelError(str(folder), "there is no meta.json", REMEDY) from error
    except ValidationError as error:
        raise ModelError(str(path), f"it breaks the format ({error.error_count()} faults)", REMEDY) from error
    if meta.format != FORMAT:
        raise ModelError(str(folder), f"it has format {meta.format}, this resumefit reads {FORMAT}", REMEDY)
    for name, expected in meta.sha256.items():
        file = folder / name
        if not file.is_file():
            raise ModelError(str(file), "it is missing", REMEDY)
        if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ModelError(str(file), "it was changed since the model was made", REMEDY)
    return meta


@contextmanager
def opened(file: Path) -> Iterator[Mapping[str, NDArray[Any]]]:
    """Open a NumPy archive of a model's folder; ModelError when it is none, or an array is not in it or not as it must be."""
    import numpy as np

    try:
        with np.load(file, allow_pickle=False) as archive:
            yield archive
    except (KeyError, ValueError, IndexError, OSError) as error:
        raise ModelError(str(file), f"it does not hold what it must ({error})", REMEDY) from error


def check_fitted_with(meta: Meta, other: Meta, *, models: Path) -> None:
    """Raise ModelError unless the model of `meta` was fitted with the model of `other`, as both stand in `models`."""
    if meta.requires.get(other.name) != other.contents_sha256:
        raise ModelError(str(models / meta.name), f"it was made with another {other.name} than that in {models}", REMEDY)
