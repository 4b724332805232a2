"""Turns sentences into vectors with a small transformer (all-MiniLM-L6-v2, fitted to our training lines), in NumPy alone.

`models/sentence_encoder` holds its matrices as 8-bit integers with a scale for each row (`training/tune_sentence_encoder.py`); they
become float32 when it is loaded. The sentences of a batch are laid end to end, so that no time goes to padding: every product
is one matrix product over all their pieces, and only attention goes sentence by sentence, those of one length together.

A sentence's vector is the mean over its pieces after the last layer, at length 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.learned.folder import ARCHIVE, Meta, load_meta, opened
from resumefit.learned.vectors import names_index
from resumefit.learned.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from threadpoolctl import ThreadpoolController

    Float = NDArray[np.float32]

FOLDER = "sentence_encoder"
LAYERS, HEADS = 6, 12
_PIECES_AT_ONCE = 512  # more do not make it faster, and take memory
_NARROW = 1e-12  # of the layer norms, as the model was trained


@dataclass(frozen=True)
class Layer:
    """One layer's matrices, each (numbers in, numbers out), with what is added after each, and the scale and shift of its norms."""

    matrices: Mapping[str, Float]
    biases: Mapping[str, Float]
    norms: tuple[Float, Float]


@dataclass(frozen=True)
class SentenceEncoder:
    """A loaded encoder. Arrays: `rows` (V, D) int8 with `scales` (V,), `positions` (P, D), `norm` (2, D)."""

    meta: Meta
    pieces: WordPiece
    rows: NDArray[np.int8]
    scales: Float
    positions: Float
    norm: Float
    layers: tuple[Layer, ...]

    @property
    def dimensions(self) -> int:
        """Numbers in a sentence's vector."""
        return int(self.rows.shape[1])

    def encode(self, texts: Sequence[str]) -> Float:
        """Return a row of `dimensions` numbers a text, in order. The same text in another batch differs by some 1e-6 at most."""
        import numpy as np

        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for place, states in self._states(texts):
            mean = states.mean(axis=0)
            rows[place] = mean / np.linalg.norm(mean)
        return rows

    def words(self, texts: Sequence[str]) -> Iterator[tuple[str, Float]]:
        """Yield the words and marks of texts, as cut up, with what the last layer makes of each there: the mean over its pieces.

        The texts come in no order, the words of one together.
        """
        for place, states in self._states(texts):
            start = 1  # after the mark of the beginning
            for word, count in self.pieces.words(texts[place]):
                if start + count >= len(states):
                    break  # cut off
                yield word, states[start : start + count].mean(axis=0)
                start += count

    def _states(self, texts: Sequence[str]) -> Iterator[tuple[int, Float]]:
        """Yield each text's place, in no order, and its pieces' numbers (P, D) after the last layer."""
        numbers = [self.pieces.numbers(text, longest=len(self.positions)) for text in texts]
        for batch in _batches(numbers):
            # A second thread saves a third of the time at best, and costs a multiple of it where other processes want the core.
            with _threads().limit(limits=1, user_api="blas"):
                encoded = self._encode([numbers[index] for index in batch])
            yield from zip(batch, encoded, strict=True)

    def _encode(self, batch: Sequence[Sequence[int]]) -> Sequence[Float]:
        import numpy as np

        lengths = np.array([len(numbers) for numbers in batch])
        starts = np.cumsum(lengths) - lengths
        flat = np.concatenate([np.array(numbers) for numbers in batch])
        places = np.arange(len(flat)) - np.repeat(starts, lengths)
        values = self.rows[flat] * self.scales[flat, None] + self.positions[places]
        values = _normed(values, self.norm)
        alike = [starts[lengths == length][:, None] + np.arange(length) for length in np.unique(lengths)]
        for layer in self.layers:
            values = _through(layer, values, alike)
        return np.split(values, starts[1:])


@cache
def _threads() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _batches(numbers: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the places of texts to encode together: of like length, and not too many pieces."""
    batch: list[int] = []
    held = 0
    for index in sorted(range(len(numbers)), key=lambda index: (len(numbers[index]), index)):
        if batch and held + len(numbers[index]) > _PIECES_AT_ONCE:
            yield batch
            batch, held = [], 0
        batch.append(index)
        held += len(numbers[index])
    if batch:
        yield batch


def _through(layer: Layer, values: Float, alike: Sequence[NDArray[np.int64]]) -> Float:
    """Return the pieces' numbers (P, D) after one layer; `alike` has the places of the sentences of each length."""
    import numpy as np

    def project(name: str, given: Float) -> Float:
        out = given @ layer.matrices[name]
        out += layer.biases[name]
        return out

    asked = project("attention", values)
    seen = np.empty_like(values)
    for places in alike:
        seen[places] = _attention(asked[places])
    values = _normed(values + project("joined", seen), layer.norms[0])
    return _normed(values + project("narrow", _gelu(project("wide", values))), layer.norms[1])


def _attention(asked: Float) -> Float:
    """Let the pieces of sentences of one length look at each other: (S, P, 3 D) -> (S, P, D)."""
    import numpy as np

    sentences, pieces, wide = asked.shape
    size = wide // 3 // HEADS
    query, key, value = asked.reshape(sentences, pieces, 3, HEADS, size).transpose(2, 0, 3, 1, 4)
    scores = query @ key.transpose(0, 1, 3, 2) * np.float32(size**-0.5)
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    scores /= scores.sum(axis=-1, keepdims=True)
    return np.asarray((scores @ value).transpose(0, 2, 1, 3).reshape(sentences, pieces, wide // 3))


def _normed(values: Float, norm: Float) -> Float:
    import numpy as np

    centred = values - values.mean(axis=1, keepdims=True)
    spread = np.einsum("pd,pd->p", centred, centred) / np.float32(values.shape[1])
    centred /= np.sqrt(spread + np.float32(_NARROW))[:, None]
    centred *= norm[0]
    centred += norm[1]
    return np.asarray(centred)


def _gelu(values: Float) -> Float:
    """Return x * Phi(x), Phi by Abramowitz and Stegun 7.1.26: off by 1e-7 at most, and SciPy need not be loaded."""
    import numpy as np

    size = np.abs(values)
    size *= np.float32(0.5**0.5)
    step = 1 / (1 + np.float32(0.3275911) * size)
    series = step * np.float32(1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series += np.float32(factor)
        series *= step
    np.multiply(size, size, out=size)
    np.negative(size, out=size)
    tail = np.exp(size, out=size)
    tail *= series
    tail *= np.float32(0.5)  # of the normal distribution, beyond |x|
    share = np.where(values < 0, tail, 1 - tail)
    share *= values
    return np.asarray(share)


def load_sentence_encoder(folder: Path) -> SentenceEncoder:
    """Load the encoder in `folder`; ModelError when the folder is not as its meta.json says."""
    meta = load_meta(folder)
    with opened(folder / ARCHIVE) as archive:
        layers = tuple(_layer(archive, number) for number in range(LAYERS))
        return SentenceEncoder(
            meta, WordPiece(names_index(archive["vocabulary"])), archive["words"], archive["words_scale"], archive["positions"],
            archive["norm"], layers,
        )


def _layer(archive: Mapping[str, NDArray[np.generic]], number: int) -> Layer:
    import numpy as np

    def floats(name: str) -> Float:
        return archive[f"{number}.{name}"].astype(np.float32)

    names = ("attention", "joined", "wide", "narrow")
    return Layer(
        matrices={name: np.ascontiguousarray((floats(name) * floats(f"{name}_scale")[:, None]).T) for name in names},
        biases={name: floats(f"{name}_bias") for name in names},
        norms=(floats("norm_1"), floats("norm_2")),
    )
