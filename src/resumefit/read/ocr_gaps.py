"""The spaces between recognised words, from the white between them in the picture.

Recognisers trained on scripts without spaces drop many of those of Latin lines. The picture shows them: white between
letters is under 0.14 of a line's height, between words over 0.2. Where each letter stands the recogniser tells, so a gap
is put between the right two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Point = tuple[float, float]

_GAP = 0.17  # of the line's box, in height
_GAP_OF_FIGURES = 0.25  # a figure 1 leaves more white than a letter
_GAP_OF_MEDIAN = 2.2  # over the usual gap between letters, for letterspaced lines
_INK = 0.35  # of the contrast between a line's lightest and darkest, from its ground
_CORE = 0.15  # of the height, above and below, that may show ink of other lines


class Part(NamedTuple):
    """One word of a line, and where it stands in it: shares of the line's length."""

    text: str
    left: float
    right: float


class Found(NamedTuple):
    """A recognised line: corners from the top left clockwise, text, confidence, each character's place along it.

    `places` are shares of the line's length, empty where the recogniser does not tell; `parts` its words, once known.
    """

    corners: list[Point]
    text: str
    confidence: float
    places: tuple[float, ...] = ()
    parts: tuple[Part, ...] = ()


def with_parts(line: Found, picture: NDArray[np.uint8]) -> Found:
    """Cut a line into words at the spaces that were recognised and at the white that was not."""
    import numpy as np

    if len(line.places) != len(line.text):
        return line._replace(parts=_by_letters(line.text))
    strip = _strip(picture, line.corners)
    height, length = strip.shape
    runs = _white_runs(strip)
    usual = float(np.median([stop - start for start, stop in runs])) if runs else 0.0
    cuts: dict[int, tuple[float, float]] = {}
    for start, stop in runs:
        index = sum(place * length < (start + stop) / 2 for place in line.places)
        if 0 < index < len(line.text) and stop - start > max(
            _least_gap(line.text, index) * height, _GAP_OF_MEDIAN * usual
        ):
            cuts[index] = (start / length, stop / length)
    return line._replace(parts=_parts(line, cuts))


def _least_gap(text: str, index: int) -> float:
    return _GAP_OF_FIGURES if text[index - 1].isdigit() and text[index].isdigit() else _GAP


def _strip(picture: NDArray[np.uint8], corners: list[Point]) -> NDArray[np.float64]:
    """Cut a line that may lie askew out of the picture, in grey."""
    import numpy as np

    top_left, top_right, _, bottom_left = (np.array(corner, dtype=float) for corner in corners)
    length = max(1, round(float(np.linalg.norm(top_right - top_left))))
    height = max(1, round(float(np.linalg.norm(bottom_left - top_left))))
    along = ((np.arange(length) + 0.5) / length)[None, :, None] * (top_right - top_left)
    down = ((np.arange(height) + 0.5) / height)[:, None, None] * (bottom_left - top_left)
    points = top_left + along + down
    columns = np.clip(points[..., 0].astype(int), 0, picture.shape[1] - 1)
    rows = np.clip(points[..., 1].astype(int), 0, picture.shape[0] - 1)
    grey: NDArray[np.float64] = picture[rows, columns].astype(float)
    return grey.mean(axis=2) if grey.ndim == 3 else grey


def _white_runs(strip: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Find the stretches without ink between a line's first and last ink, as ranges of columns."""
    import numpy as np

    height = strip.shape[0]
    core = strip[int(_CORE * height) : max(1, round((1 - _CORE) * height))]
    dark, light = np.percentile(core, 1), np.percentile(core, 99)
    ink = np.flatnonzero((np.abs(core - np.median(strip)) > _INK * (light - dark)).any(axis=0))
    steps = np.flatnonzero(np.diff(ink) > 1)
    return [(int(ink[step]) + 1, int(ink[step + 1])) for step in steps]


def _parts(line: Found, cuts: dict[int, tuple[float, float]]) -> tuple[Part, ...]:
    parts: list[Part] = []
    start, left = 0, 0.0
    for index in range(1, len(line.text) + 1):
        ends = index == len(line.text)
        if not ends and index not in cuts and line.text[index] != " ":
            continue
        # A space that was recognised stands at the gap or beside it.
        right, following = cuts.get(index) or (1.0, 1.0) if ends or index in cuts else (line.places[index],) * 2
        text = line.text[start:index].strip()
        if text:
            parts.append(Part(text, left, max(left, right)))
        start, left = index, following
    return tuple(parts)


def _by_letters(text: str) -> tuple[Part, ...]:
    """Cut a text at its spaces, and place each word by its share of the letters."""
    parts, start = [], 0
    for word in text.split(" "):
        if word:
            parts.append(Part(word, start / len(text), (start + len(word)) / len(text)))
        start += len(word) + 1
    return tuple(parts)
