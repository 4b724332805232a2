"""What is painted beneath and above a word: the shapes of the page that hold it, looked up without asking each of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from resumefit.read.pdf_shapes import Shape
from resumefit.read.words import Word

_BAND_PT = 24.0  # height of the strips of the page by which shapes are looked up
_SLACK = 0.15  # of a word's length that may hang over a shape's edge
_LAYERS_MOST = 40  # shapes on one another at one place that are looked at, from the uppermost and the lowermost


class Surroundings:
    """The shapes of a page, by the strips of it that they touch."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self._shapes = shapes

    @cached_property
    def _strips(self) -> dict[int, list[Shape]]:
        """The shapes by strip; on most pages no word is suspected and they are not needed."""
        strips: dict[int, list[Shape]] = {}
        for shape in self._shapes:
            for strip in range(int(max(0.0, shape.top) // _BAND_PT), int(max(0.0, min(shape.bottom, 20_000)) // _BAND_PT) + 1):
                strips.setdefault(strip, []).append(shape)
        return strips

    def of(self, word: Word, order: float) -> tuple[Shape | None, Shape | None]:
        """Return the uppermost shape painted before the word, and one that may hide it painted after."""
        beneath: Shape | None = None
        for shape in self._at(word):
            if shape.order > order:
                if shape.solid:
                    return beneath, shape
            else:
                beneath = shape
        return beneath, None

    def has_picture(self, word: Word) -> bool:
        """Tell whether a word stands on, or under, a picture."""
        return any(shape.is_picture for shape in self._at(word))

    def _at(self, word: Word) -> list[Shape]:
        """The shapes that hold a word's middle and most of its length, in painting order."""
        middle, slack = (word.top + word.bottom) / 2, _SLACK * (word.right - word.left)
        found = [
            shape
            for shape in self._strips.get(int(middle // _BAND_PT), ())
            if shape.top <= middle <= shape.bottom
            and shape.left <= word.left + slack
            and shape.right >= word.right - slack
        ]
        return found if len(found) <= 2 * _LAYERS_MOST else [*found[:_LAYERS_MOST], *found[-_LAYERS_MOST:]]
