"""Paper, and what is drawn on it, as far as an office file says: the file's program lays the page out, we do not.

Lengths are points from the paper's top left. What is not known is a range: a box may start anywhere in it, and is accused of
standing off the page only where no place in it is on the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.read.colours import Ground, either

TINY_PT = 2.0  # letters and lines of less are not read by anybody
FAINT = 0.1  # nor is what is less solid than this, of 1
USUAL_PT = 11.0
_OFF_PT = 4.0  # so near the edge nothing of a letter is left
_NO_ROOM_PT = 1.0
_BAND_PT = 12.0  # a shape of less lies behind no line of text
_LETTER_EM = 0.5  # the width of a letter on average, in parts of its height
# Shapes of more than this part of the page are sidebars and backgrounds, whose text may be anywhere.
_TALL = 0.35
# A place worked out by counting lines may be off by so much.
_LEAST_DOWN, _SLACK_PT = 0.6, 72.0


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins; over several sections the largest paper and the least margins."""

    width: float = 612.0
    height: float = 792.0
    left: float = 72.0
    right: float = 72.0
    top: float = 72.0
    bottom: float = 72.0
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Extent:
    """What a box covers on one axis: it starts between `low` and `high` and is `size` long."""

    low: float
    high: float
    size: float

    def may_meet(self, other: Extent) -> bool:
        """Tell whether two boxes may overlap on this axis."""
        return self.low < other.high + other.size and other.low < self.high + self.size


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn thing: where it stands, what it lays beneath text (None: a picture), and how.

    `behind`: it lies behind the text of the page. `fits_text`: it grows with its text. `in_line`: it moves with the text.
    """

    across: Extent
    down: Extent
    fill: Ground
    behind: bool
    hidden: bool = False
    fits_text: bool = False
    in_line: bool = False

    def lies_behind(self, box: Shape) -> bool:
        """Tell whether this may lie behind a text box."""
        if self.fill == frozenset() or self.across.size < _BAND_PT or self.down.size < _BAND_PT:
            return False
        if not (self.across.may_meet(box.across) and self.down.may_meet(box.down)):
            return False
        # Of a picture that moves with the text nothing is known but its size.
        return not self.in_line or self.across.size >= box.across.size / 2


def drawn_behind(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes that lie behind the text of the page and lay something beneath it."""
    return [shape for shape in shapes if shape.behind and shape.fill != frozenset()]


def fills_behind(box: Shape, shapes: Sequence[Shape]) -> list[Ground]:
    """Return what other shapes may lay beneath the text of a box."""
    return [shape.fill for shape in shapes if shape != box and shape.lies_behind(box)]


def why_box_hidden(shape: Shape, page: Page) -> str | None:
    """Say why nothing of a text box can be seen, or None."""
    if shape.hidden:
        return "not-displayed"
    for extent, size in ((shape.across, page.width), (shape.down, page.height)):
        if extent.high + extent.size < _OFF_PT or extent.low > size - _OFF_PT:
            return "off-page"
    if not shape.fits_text and (shape.across.size < _NO_ROOM_PT or shape.down.size < _NO_ROOM_PT):
        return "zero-size"
    return None


def why_line_hidden(page: Page, *, start: float | None, letters: int, size: float, height: float | None) -> str | None:
    """Say why nothing of a paragraph can be seen, or None.

    `start` is where its first line begins, None where that is not known, `size` that of its letters, `height` that of its
    lines where it is fixed.
    """
    if height is not None and (height < TINY_PT or height < 0.2 * size):
        return "zero-size"
    if start is not None and (start + width_of(letters, size) < 0 or start > page.width):
        return "off-page"
    return None


def width_of(letters: int, size: float) -> float:
    """Return how wide a line of so many letters is at most."""
    return letters * size * _LETTER_EM * 1.5


def height_of(letters: int, size: float, page: Page) -> float:
    """Return how far down a paragraph of so many letters goes, by and large."""
    width = max(72.0, page.width - page.left - page.right)
    return max(1, math.ceil(letters * size * _LETTER_EM / width)) * size * 1.2


def ground_at(beneath: Ground, behind: Sequence[Shape], page: Page, *, start: float | None, down: float) -> Ground:
    """Return what a paragraph stands on that starts so far across and, counted by lines, down: the page or what is drawn there."""
    if not behind or beneath is None:
        return beneath
    return either(beneath, *(shape.fill for shape in behind if start is None or _may_hold(shape, start, down, page)))


def _may_hold(shape: Shape, start: float, down: float, page: Page) -> bool:
    if shape.fill == frozenset() or shape.down.size < _BAND_PT or shape.across.size < _BAND_PT:
        return False
    if not shape.across.low - _BAND_PT <= start <= shape.across.high + shape.across.size:
        return False
    if shape.down.size > _TALL * page.height or shape.down.high - shape.down.low > page.height / 2:
        return True
    reached = shape.down.high + shape.down.size + _SLACK_PT
    # On a later page nobody can say how far down a line is.
    return down > page.height - page.top - page.bottom or page.top + down * _LEAST_DOWN < reached
