"""What the rendered page shows at a word's place: the last word on whether a person can see it.

The page is rendered with the suspected text and without it. Where nothing changes, the text adds nothing to what is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from resumefit.read.pdf_glyphs import View, calls, reference
from resumefit.read.pdf_shapes import Painting
from resumefit.read.words import Word

if TYPE_CHECKING:
    import numpy as np
    import pypdfium2
    from numpy.typing import NDArray

    from resumefit.read.pdf_glyphs import Reference

_SCALE = 2.0
_LONGEST_SIDE = 3000  # pixels
_MARGIN_PT = 4.0
_TEXT = 1  # among the kinds of page objects
_INVISIBLE_MODE = 3
_LARGE_PT = 20.0
# Of 255: what the paint of a word must change somewhere. Letters of a usual size need more to be read than large ones.
_LEAST_CHANGE, _LEAST_CHANGE_LARGE = 28, 10
_SEEN_LEAST = 0.3  # of a word's length; less is the edge of something that covers it
_LEAST_CONTRAST = 14  # of 255, between the lightest and darkest pixel of a place that shows more than one even colour
_INK_CONTRAST = 60
_INK_LEAST, _INK_MOST = 0.02, 0.65  # of a place, darker than the middle between lightest and darkest (or lighter: dark pages)


class _Picture(NamedTuple):
    pixels: NDArray[np.int16]
    left: float
    top: float
    scale: float

    def place(self, word: Word, *, grow: float) -> NDArray[np.int16]:
        """The pixels at a word, its box grown above and below by a share of its height."""
        more = grow * (word.bottom - word.top)
        rows = slice(self._at(word.top - more - self.top), self._at(word.bottom + more - self.top) + 1)
        columns = slice(self._at(word.left - self.left), self._at(word.right - self.left) + 1)
        return self.pixels[rows, columns]

    def _at(self, points: float) -> int:
        return max(0, int(points * self.scale))


def unseen(words: Sequence[Word], page: pypdfium2.PdfPage, *, view: View, handle: Reference) -> set[int]:
    """Return the starts of the words whose paint changes nothing, or too little to be read. `handle`: of the text page."""
    import numpy as np

    shown = _render(words, page, view)
    if shown is None:
        return set()
    at = calls().text_object
    objects = {at(handle, index) for word in words for index in range(word.start, word.stop)}  # ligatures have their own
    with _without({address for address in objects if address}):
        bare = _render(words, page, view)
    found: set[int] = set()
    for word in words:
        least = _LEAST_CHANGE_LARGE if word.size >= _LARGE_PT else _LEAST_CHANGE
        there, without = shown.place(word, grow=0.0), bare.place(word, grow=0.0) if bare is not None else None
        if without is None or not there.size:
            found.add(word.start)
            continue
        changed = (np.abs(there - without) >= least).any(axis=1 if word.turns % 2 else 0)
        if changed.mean() < _SEEN_LEAST:
            found.add(word.start)
    return found


def even(words: Sequence[Word], page: pypdfium2.PdfPage, *, view: View) -> set[int]:
    """Return the starts of words at whose place the page shows one even colour."""
    shown = _render(words, page, view)
    if shown is None:
        return set()
    places = [(word, shown.place(word, grow=-0.2)) for word in words]
    return {word.start for word, place in places if place.size and int(place.max()) - int(place.min()) < _LEAST_CONTRAST}


def without_ink(words: Sequence[Word], page: pypdfium2.PdfPage, *, view: View, painting: Painting) -> set[int]:
    """Return the starts of words at whose place pictures and drawn shapes show nothing that could be letters."""
    kind = calls().object_type
    with _without({address for address in painting.text_order if kind(reference(address)) == _TEXT}):
        shown = _render(words, page, view)
    if shown is None:
        return set()
    return {word.start for word in words if not _is_ink(shown.place(word, grow=0.4))}


def _is_ink(place: NDArray[np.int16]) -> bool:
    if not place.size:
        return False
    low, high = int(place.min()), int(place.max())
    if high - low < _INK_CONTRAST:
        return False
    dark = float((place < (low + high) / 2).mean())
    return _INK_LEAST <= min(dark, 1 - dark) <= _INK_MOST


def _render(words: Sequence[Word], page: pypdfium2.PdfPage, view: View) -> _Picture | None:
    """Render the part of the page with the words, in grey; pictures elsewhere are slow to decode."""
    scale = min(_SCALE, _LONGEST_SIDE / max(view.width, view.height, 1))
    left, top = (max(0.0, min(edges) - _MARGIN_PT) for edges in ([w.left for w in words], [w.top for w in words]))
    right = min(view.width, max(w.right for w in words) + _MARGIN_PT)
    bottom = min(view.height, max(w.bottom for w in words) + _MARGIN_PT)
    if right <= left or bottom <= top:
        return None
    bitmap = page.render(scale=scale, grayscale=True, crop=(left, view.height - bottom, view.width - right, top))
    try:
        pixels = bitmap.to_numpy().astype("int16")
    finally:
        bitmap.close()
    return _Picture(pixels[:, :, 0] if pixels.ndim == 3 else pixels, left, top, scale)


@contextmanager
def _without(text_objects: set[int]) -> Iterator[None]:
    """Make text objects, given by their addresses, invisible for a while."""
    mode_of, set_mode = calls().render_mode, calls().set_render_mode
    objects = [reference(address) for address in sorted(text_objects)]
    modes = [mode_of(text_object) for text_object in objects]
    try:
        for text_object in objects:
            set_mode(text_object, _INVISIBLE_MODE)
        yield
    finally:
        for text_object, mode in zip(objects, modes, strict=True):
            set_mode(text_object, mode)
