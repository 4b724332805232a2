"""Static vectors of common English words: a look-up and a mean instead of a sentence encoder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.learned.features import surface_words
from resumefit.learned.folder import Meta, load_meta, opened

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = "word_vectors"
ARCHIVE = "vectors.npz"


@dataclass(frozen=True)
class WordVectors:
    """`rows[index[word]]` is the vector of a word (float32), already weighted by how telling the word is."""

    meta: Meta
    index: dict[str, int]
    rows: NDArray[np.int8]

    @property
    def dimensions(self) -> int:
        """Numbers in a vector."""
        return int(self.rows.shape[1])

    def mean(self, text: str) -> NDArray[np.float32]:
        """Return the text's mean vector at length 1; zeros when it has no known word."""
        return self.mean_of(surface_words(text))

    def mean_of(self, words: Iterable[str]) -> NDArray[np.float32]:
        """Return the mean vector of lower-case words at length 1; zeros when none is known."""
        import numpy as np

        known = [place for word in words if (place := self.index.get(word)) is not None]
        total = self.rows[known].sum(axis=0, dtype=np.float32)
        length = sqrt(float(total @ total))
        return np.asarray(total / length if length else total, dtype=np.float32)


def load_word_vectors(folder: Path) -> WordVectors:
    """Load the vectors in `folder`; ModelError when the folder is not as its meta.json says."""
    meta = load_meta(folder)
    with opened(folder / ARCHIVE) as archive:
        return WordVectors(meta=meta, index=names_index(archive["vector_words"]), rows=archive["vector_rows"])


def names_index(joined: NDArray[np.uint8]) -> dict[str, int]:
    """Read names kept as one UTF-8 array with line feeds between, which needs no pickle, into name -> place."""
    return {name: place for place, name in enumerate(joined.tobytes().decode("utf-8").split("\n"))}
