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
from resumefit.read.words import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

REMEDY = "Run: pip install 'resumefit[ocr]', or export the resume as a PDF with text"
_SURE_ENOUGH = 0.5
_LINE_LEAST = 2.5  # length over height of what is a line of words; shorter, unread things are icons and specks
_LONGEST_SIDE = 4000  # pixels; more costs time and finds no more
_JUDGED = 12  # lines from which a page is seen to stand on its head


class Engine(Protocol):
    """What recognises: takes a picture, gives the lines found."""

    def __call__(self, picture: Pixels, /) -> list[Found]:
        """Recognise the lines of a picture."""

    def upside_down(self, lines: list[Pixels], /) -> int:
        """Count the pictures of lines that stand on their head."""


class RecognitionFailed(Exception):
    """The recogniser gave up on a page: for want of memory, most often."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page's words, in points, and the mean confidence in [0, 1] by letters. `lines` were found, `unread` could not be read."""

    words: tuple[Word, ...]
    confidence: float
    lines: int = 0
    unread: int = 0


def is_installed() -> bool:
    """Tell whether the extra is there, without importing it."""
    return importlib.util.find_spec("rapidocr_onnxruntime") is not None


def what_is_missing() -> str | None:
    """Say what to do before anything can be recognised; None when all is there."""
    if not is_installed():
        return REMEDY
    try:
        load_engine()
    except (ImportError, OSError) as error:  # OpenCV, which it brings, needs libraries of the system
        return (
            f"Character recognition cannot start ({error}). Run: pip uninstall -y opencv-python && "
            "pip install --force-reinstall opencv-python-headless"
        )
    return None


_ALL_CORES = -1
_threads = _ALL_CORES


def limit_threads(count: int) -> None:
    """Let this process's recogniser, which is not loaded yet, use so many threads.

    Alone it takes all cores, which is soonest for one file. Beside other processes that costs more than it brings: a page took 8.5 s of
    processor time with two threads and 6.0 s with one.
    """
    global _threads  # one recogniser a process
    _threads = count


@lru_cache(maxsize=1)
def load_engine() -> Engine:
    """Load the recogniser once for the process."""
    import logging

    from rapidocr_onnxruntime import RapidOCR  # type: ignore[import-not-found, unused-ignore]

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return _RapidEngine(RapidOCR(intra_op_num_threads=_threads))


class _RapidEngine:
    """rapidocr: finds lines and reads them, surely or not."""

    def __init__(self, rapid: Any) -> None:
        self._rapid = rapid

    def __call__(self, picture: Pixels, /) -> list[Found]:
        # Its classifier turns single upright lines on their head and loses them; whole pages are turned in `_upright`.
        try:
            found, _ = self._rapid(picture, use_cls=False, return_word_box=True, text_score=0.0)
        except Exception:  # placing the letters divides by sizes that may be 0; the lines alone are found then
            found = self._without_places(picture)
        return [_found(*line) for line in found or ()]

    def _without_places(self, picture: Pixels) -> Any:
        try:
            return self._rapid(picture, use_cls=False, return_word_box=False, text_score=0.0)[0]
        except Exception as error:  # onnxruntime's own kinds, which name no cause
            raise RecognitionFailed(type(error).__name__) from error

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
    found, picture = _upright(engine, picture)
    read = [with_parts(line, picture) for line in found if line.confidence >= _SURE_ENOUGH and line.text.strip()]
    words = _words(_straightened(read), scale=scale / shrink)
    letters = sum(len(line.text) for line in read)
    confidence = sum(line.confidence * len(line.text) for line in read) / letters if letters else 0.0
    unread = sum(line.confidence < _SURE_ENOUGH and _is_long(line.corners) for line in found)
    return Recognised(tuple(words), confidence, len(read) + unread, unread)


def _upright(engine: Engine, picture: Pixels) -> tuple[list[Found], Pixels]:
    """Recognise, and where lines run up or down the page or stand on their head, turn it. Returns the page that was read."""
    import numpy as np

    found = engine(picture)
    turns = _quarter_turns(engine, picture, found)
    if turns:
        picture = np.ascontiguousarray(np.rot90(picture, turns))
        found = engine(picture)
    return found, picture


def _quarter_turns(engine: Engine, picture: Pixels, found: list[Found]) -> int:
    """Tell how many quarter turns to the left set the page upright, from a few of its longest lines."""
    import numpy as np

    words = [line for line in found if len(line.text) > 2]
    tall = 2 * sum(_is_tall(line.corners) for line in words) > len(words)
    longest = sorted((line for line in words if _is_tall(line.corners) == tall), key=lambda line: -len(line.text))[:_JUDGED]
    lines = [line for line in (_cut_out(picture, line.corners) for line in longest) if line.size]
    if not lines:
        return 0
    # Asked both ways, because of a line that lies askew the recogniser may say that it stands on its head either way.
    first, other = (engine.upside_down([np.ascontiguousarray(np.rot90(line, n + tall)) for line in lines]) for n in (0, 2))
    if tall:
        return 1 if first <= other else 3
    return 2 if first * 2 > len(lines) and other * 4 < len(lines) else 0


def _cut_out(picture: Pixels, corners: list[Point]) -> Pixels:
    xs, ys = [int(x) for x, _ in corners], [int(y) for _, y in corners]
    return picture[max(0, min(ys)) : max(0, max(ys)), max(0, min(xs)) : max(0, max(xs))]


def _is_tall(corners: list[Point]) -> bool:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return max(ys) - min(ys) > 1.5 * (max(xs) - min(xs))


def _is_long(corners: list[Point]) -> bool:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return max(xs) - min(xs) > _LINE_LEAST * (max(ys) - min(ys))


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
