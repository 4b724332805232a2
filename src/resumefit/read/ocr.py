"""Character recognition of pages that are pictures: the extra `[ocr]`, offline, models inside the package.

Found lines become words with boxes and then go through the same layout as any PDF page, so columns are read as columns.
"""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING, Any, Protocol

from resumefit.read.ocr_gaps import Found, Point, with_parts
from resumefit.read.pdf_words import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

_SURE_ENOUGH = 0.5
_LONGEST_SIDE = 4000  # pixels; more costs time and finds no more
_JUDGED = 12  # lines from which a page is seen to stand on its head


class Engine(Protocol):
    """What recognises: takes a picture, gives the lines found."""

    def __call__(self, picture: Pixels, /) -> list[Found]:
        """Recognise the lines of a picture."""

    def upside_down(self, lines: list[Pixels], /) -> int:
        """Count the pictures of lines that stand on their head."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page's words, in points, and the mean confidence in [0, 1] by letters."""

    words: tuple[Word, ...]
    confidence: float


def is_installed() -> bool:
    """Tell whether the extra is there, without importing it."""
    return importlib.util.find_spec("rapidocr_onnxruntime") is not None


@lru_cache(maxsize=1)
def load_engine() -> Engine:
    """Load the recogniser once for the process."""
    import logging

    from rapidocr_onnxruntime import RapidOCR  # type: ignore[import-not-found, unused-ignore]

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return _RapidEngine(RapidOCR())


class _RapidEngine:
    """rapidocr, which reads lines that stand on their head, but leaves them in the order in which they stand."""

    def __init__(self, rapid: Any) -> None:
        self._rapid = rapid

    def __call__(self, picture: Pixels, /) -> list[Found]:
        try:
            found, _ = self._rapid(picture, return_word_box=True)
        except Exception:  # placing the letters divides by sizes that may be 0; the lines alone are found then
            found, _ = self._rapid(picture, return_word_box=False)
        return [_found(*line) for line in found or ()]

    def upside_down(self, lines: list[Pixels], /) -> int:
        return sum(label == "180" for label, _ in self._rapid.text_cls(lines)[1]) if lines else 0


def _found(corners: Any, text: Any, score: Any, boxes: Any = (), letters: Any = (), _: Any = None) -> Found:
    """Take one line as rapidocr gives it, with a box for each letter in the order of their places."""
    points = [(float(x), float(y)) for x, y in corners]
    places = tuple(_share_along(points, [(float(x), float(y)) for x, y in box]) for box in boxes)
    sound = len(letters) == len(str(text)) == len(places) and list(places) == sorted(places)
    return Found(points, str(text), float(score), places if sound and not _is_tall(points) else ())


def _share_along(line: list[Point], box: list[Point]) -> float:
    """Tell how far along a line's upper edge the middle of a letter stands, as a share of its length."""
    across, down = line[1][0] - line[0][0], line[1][1] - line[0][1]
    x, y = sum(p[0] for p in box) / len(box) - line[0][0], sum(p[1] for p in box) / len(box) - line[0][1]
    return (x * across + y * down) / ((across * across + down * down) or 1.0)


def recognise_page(
    picture: Pixels, *, scale: float, engine: Engine | None = None, progress: Callable[[], None] | None = None
) -> Recognised:
    """Recognise one page given as an RGB or grey picture with `scale` pixels a point."""
    engine = engine or load_engine()
    if progress is not None:
        progress()
    shrink = max(1, math.ceil(max(picture.shape[:2]) / _LONGEST_SIDE))
    if shrink > 1:
        picture = picture[::shrink, ::shrink]
    found = _upright(engine, picture)
    words = _words(_straightened(found), scale=scale / shrink)
    letters = sum(len(line.text) for line in found)
    confidence = sum(line.confidence * len(line.text) for line in found) / letters if letters else 0.0
    return Recognised(tuple(words), confidence)


def _upright(engine: Engine, picture: Pixels) -> list[Found]:
    """Recognise, and where lines run up or down the page, turn it and take the better turn."""
    import numpy as np

    found = engine(picture)
    tall = sum(_is_tall(line.corners) for line in found if len(line.text) > 2)
    if found and tall * 2 > sum(len(line.text) > 2 for line in found):
        turned = [(turns, np.ascontiguousarray(np.rot90(picture, turns))) for turns in (1, 3)]
        read = [(found, picture), *((engine(page), page) for _, page in turned)]
        found, picture = max(
            read,
            key=lambda both: sum(line.confidence * len(line.text) for line in both[0] if not _is_tall(line.corners)),
        )
    if _on_its_head(engine, picture, found):
        picture = np.ascontiguousarray(np.rot90(picture, 2))
        found = engine(picture)
    return [with_parts(line, picture) for line in found if line.confidence >= _SURE_ENOUGH and line.text.strip()]


def _on_its_head(engine: Engine, picture: Pixels, found: list[Found]) -> bool:
    import numpy as np

    longest = sorted(found, key=lambda line: -len(line.text))[:_JUDGED]
    lines = [_cut_out(picture, line.corners) for line in longest]
    lines = [line for line in lines if line.size]
    turned = [np.ascontiguousarray(np.rot90(line, 2)) for line in lines]
    # Asked both ways, because of a line that lies askew the recogniser may say that it stands on its head either way.
    return engine.upside_down(lines) * 2 > len(lines) and engine.upside_down(turned) * 4 < len(lines)


def _cut_out(picture: Pixels, corners: list[Point]) -> Pixels:
    xs, ys = [int(x) for x, _ in corners], [int(y) for _, y in corners]
    return picture[max(0, min(ys)) : max(0, max(ys)), max(0, min(xs)) : max(0, max(xs))]


def _is_tall(corners: list[Point]) -> bool:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return max(ys) - min(ys) > 1.5 * (max(xs) - min(xs))


def _straightened(found: list[Found]) -> list[Found]:
    """Turn the corners back by the page's skew, so that rows are level."""
    angles = [
        math.atan2(c[1][1] - c[0][1], c[1][0] - c[0][0])
        for c, text in ((line.corners, line.text) for line in found)
        if len(text) > 8
    ]
    if len(angles) < 3 or abs(median(angles)) < 0.006:
        return found
    cosine, sine = math.cos(-median(angles)), math.sin(-median(angles))
    return [
        line._replace(corners=[(x * cosine - y * sine, x * sine + y * cosine) for x, y in line.corners])
        for line in found
    ]


def _words(found: list[Found], *, scale: float) -> list[Word]:
    """Place the words of each recognised line, in points."""
    words: list[Word] = []
    position = 0
    for line in sorted(
        found, key=lambda line: (round(min(y for _, y in line.corners) / 8), min(x for x, _ in line.corners))
    ):
        corners = line.corners
        left, right = min(x for x, _ in corners) / scale, max(x for x, _ in corners) / scale
        heights = [(corners[3][1] - corners[0][1]) / scale, (corners[2][1] - corners[1][1]) / scale]
        middle = sum(y for _, y in corners) / 4 / scale
        height = max(1.0, abs(sum(heights)) / 2)
        top, bottom, size = middle - height / 2, middle + height / 2, round(height * 0.75, 1)
        for part in line.parts:
            x, stop = left + part.left * (right - left), left + part.right * (right - left)
            end = position + len(part.text)
            words.append(Word(part.text, x, top, stop, bottom, position, end, size, False, spaced=True))
            position = end + 1
    return words
