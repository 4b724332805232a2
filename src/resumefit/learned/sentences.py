"""The paraphrase model of `--semantic`: the model over words and one over a sentence encoder's vectors, asked together.

Each is wrong in its own way: words miss what is said in words that no training line has, vectors take for alike what only sounds alike.
Their geometric mean, scaled to 1, is believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.core.protocols import Prediction
from resumefit.errors import ModelError
from resumefit.learned.encoder import FOLDER, SentenceEncoder, load_sentence_encoder
from resumefit.learned.folder import ARCHIVE, REMEDY, Meta, check_fitted_with, load_meta, opened
from resumefit.learned.linear import LinearTextModel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# An encoder's last bits differ between machines; three decimals leave them nothing to decide.
_DECIMALS = 3


@dataclass(frozen=True)
class SentenceModel:
    """A fitted classifier over sentence vectors. Arrays: `weights` (L, D), `bias` (L,)."""

    meta: Meta
    encoder: SentenceEncoder
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def log_probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return an array (texts, labels) of natural logarithms, labels in the order of `meta.labels`."""
        import numpy as np

        scores = (self.encoder.encode(texts) @ self.weights.T + self.bias).astype(np.float64)
        scores -= scores.max(axis=1, keepdims=True)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


@dataclass(frozen=True)
class SemanticTextModel:
    """Both models as one text classifier."""

    words: LinearTextModel
    sentences: SentenceModel

    @property
    def metas(self) -> tuple[Meta, ...]:
        """What its answers depend on beside the model over words."""
        return self.sentences.meta, self.sentences.encoder.meta

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        """Return one prediction a text, in order; label None where the model abstains."""
        import numpy as np

        if not texts:
            return []
        by_words = np.log(self.words.probabilities_of(texts))
        rows = np.round(mixed(by_words, self.sentences.log_probabilities(texts)), _DECIMALS)
        return [self.words.choose(row) for row in rows]


def mixed(by_words: NDArray[np.float64], by_sentence: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probabilities (texts, labels) that follow from the logarithms of two models' probabilities; rows sum to 1."""
    import numpy as np

    scores = (by_words + by_sentence) / 2
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def load_semantic_model(models: Path, name: str, *, words: LinearTextModel) -> SemanticTextModel:
    """Load the classifier `models/<name>` with its encoder, to be asked beside `words`.

    ModelError when a folder is not as its meta.json says, the encoder is another than the model's, or the two models' labels differ.
    """
    meta = load_meta(models / name)
    encoder = load_sentence_encoder(models / FOLDER)
    check_fitted_with(meta, encoder.meta, models=models)
    if meta.labels != words.meta.labels:
        raise ModelError(str(models / name), f"it tells other labels apart than {words.meta.name}", REMEDY)
    with opened(models / name / ARCHIVE) as archive:
        return SemanticTextModel(words, SentenceModel(meta, encoder, archive["weights"], archive["bias"]))
