"""Lists what else is painted on a PDF page: filled shapes and pictures, with their place in the painting order.

Needed to tell what lies beneath and above a word. Only what is large enough to hide a letter is listed. Objects within
form XObjects are followed, with their matrices.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from resumefit.read.pdf_glyphs import View, calls, reference, reference_of, references_into

if TYPE_CHECKING:
    import pypdfium2

    from resumefit.read.pdf_glyphs import Reference

_NARROWEST_PT, _LOWEST_PT = 6.0, 4.0  # smaller shapes (rules, bullets, icons) hide no word
_GROUND_PT = 16.0
_OBJECTS_MOST = 20_000
_SHAPES_MOST = 1_500
_DEEPEST = 4
_PICTURE_SHARE = 0.12  # of the page: more than a portrait
_SCAN_SHARE = 0.55  # of the page: a scan with its margins cut off
_OUTLINES_LEAST = 150  # drawn paths, about as many as a line of text has strokes
_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shape(NamedTuple):
    """Something painted that is no text. `colour` is None for pictures and patterns. `solid`: it may hide what is under it."""

    order: float
    left: float
    top: float
    right: float
    bottom: float
    colour: tuple[int, int, int] | None
    solid: bool
    is_picture: bool


@dataclass(slots=True)
class Painting:
    """The shapes of a page in painting order, and the place of each text object in it, by its address.

    `last_solid` is the place of the last shape that may hide what is under it; `grounds` are the shapes' colours, and
    `pictured` says that some ground has no single colour.
    """

    shapes: list[Shape] = field(default_factory=list)
    text_order: dict[int, float] = field(default_factory=dict)
    last_solid: float = -1.0
    grounds: set[tuple[int, int, int]] = field(default_factory=set)
    pictured: bool = False


def read_painting(page: pypdfium2.PdfPage, *, view: View, texts: Container[int] = ()) -> Painting:
    """Walk the objects of a page in painting order. Those at the addresses `texts`, known to be text, need not be asked."""
    import pypdfium2.raw as raw

    painting = Painting()
    number = min(raw.FPDFPage_CountObjects(page), _OBJECTS_MOST)
    objects = list(filter(None, map(calls().object_at, repeat(reference_of(page)), range(number))))
    box = (ctypes.c_float * 4)()
    _collect(objects, painting, _Place(view, _IDENTITY, 0.0, 1.0, 0), _Asked(texts, box, references_into(box)))
    return painting


def is_page_picture(page: pypdfium2.PdfPage, *, view: View) -> bool:
    """Tell whether pictures cover most of a page, as in a scan that bears a line of text ("Scanned with ..")."""
    return pictures_share(read_painting(page, view=view), view) > _SCAN_SHARE


def shows_pictures(page: pypdfium2.PdfPage, *, view: View) -> bool:
    """Tell whether a page without text may show words all the same: as a picture, or as outlines of letters."""
    import pypdfium2.raw as raw

    pictures = pictures_share(read_painting(page, view=view), view)
    return pictures > _PICTURE_SHARE or raw.FPDFPage_CountObjects(page) > _OUTLINES_LEAST


class _Place(NamedTuple):
    """Where a list of objects stands: its matrix, and the stretch of the painting order that it has."""

    view: View
    matrix: Matrix
    first: float
    step: float
    depth: int


class _Asked(NamedTuple):
    """The addresses that are known to be text, and where an object's bounds are written."""

    texts: Container[int]
    box: ctypes.Array[ctypes.c_float]
    into: tuple[Reference, ...]


def _collect(objects: list[int], painting: Painting, place: _Place, asked: _Asked) -> None:
    """Sort objects into text and shapes. Text is most of a page, so it is passed over in loops without calls."""
    import pypdfium2.raw as raw

    orders = [place.first + place.step * index for index in range(len(objects))] if place.depth else range(len(objects))
    painting.text_order.update(zip(objects, orders, strict=True))
    others = [index for index, address in enumerate(objects) if address not in asked.texts]
    painted = map(ctypes.byref, map(ctypes.c_char.from_address, map(objects.__getitem__, others)))
    for index, kind in zip(others, list(map(calls().object_type, painted)), strict=True):
        if kind == _TEXT:
            continue
        order, address = float(orders[index]), objects[index]
        if kind == _FORM and place.depth < _DEEPEST:
            handle = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
            size = min(raw.FPDFFormObj_CountObjects(handle), _OBJECTS_MOST)
            found = (ctypes.cast(raw.FPDFFormObj_GetObject(handle, i), ctypes.c_void_p).value for i in range(size))
            inner = [where for where in found if where]
            matrix, step = _times(_matrix_of(handle), place.matrix), place.step / (size + 1)
            _collect(inner, painting, _Place(place.view, matrix, order, step, place.depth + 1), asked)
        elif kind in (_PATH, _IMAGE, _SHADING) and len(painting.shapes) < _SHAPES_MOST:
            shape = _shape(address, kind, order, place, asked)
            if shape is not None:
                painting.shapes.append(shape)
                if shape.solid:
                    painting.last_solid = shape.order
                if shape.colour is not None:
                    painting.grounds.add(shape.colour)
                elif _is_ground(shape):
                    painting.pictured = True


def _is_ground(shape: Shape) -> bool:
    """Tell whether a picture or pattern is large enough for words to stand on it."""
    return shape.right - shape.left > _GROUND_PT and shape.bottom - shape.top > _GROUND_PT


def _matrix_of(handle: object) -> Matrix:
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix)):
        return _IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _shape(address: int, kind: int, order: float, place: _Place, asked: _Asked) -> Shape | None:
    import pypdfium2.raw as raw

    view, painted = place.view, reference(address)
    if not calls().bounds(painted, *asked.into):
        return None
    x0, y0, x1, y1 = asked.box
    left, bottom, right, top = _transform((x0, y0, x1, y1), place.matrix)
    across, along = (_LOWEST_PT, _NARROWEST_PT) if view.turns % 2 else (_NARROWEST_PT, _LOWEST_PT)
    if right - left < across or top - bottom < along:
        return None
    handle = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    colour, solid = None, False
    if kind == _PATH:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(handle, ctypes.byref(fill), ctypes.byref(stroke)):
            return None
        if fill.value == 0:
            if not stroke.value or not _is_thick(handle):
                return None
            return Shape(order, *view.place(left, bottom, right, top), None, True, False)
        channels = (ctypes.c_uint * 4)()
        if calls().fill_colour(painted, *references_into(channels)):
            if channels[3] < 40:
                return None
            colour = (channels[0], channels[1], channels[2]) if channels[3] > 240 else None
            solid = channels[3] > 240
    elif kind == _IMAGE:
        solid = not raw.FPDFPageObj_HasTransparency(handle)
    else:
        solid = True
    placed = view.place(left, bottom, right, top)
    return Shape(order, *placed, colour, solid, kind == _IMAGE)


def pictures_share(painting: Painting, view: View) -> float:
    """The share of the page that pictures cover, counted twice where they lie on one another."""
    area = sum((s.right - s.left) * (s.bottom - s.top) for s in painting.shapes if s.is_picture)
    return area / (view.width * view.height or 1.0)


def _is_thick(handle: object) -> bool:
    """Tell whether a line is drawn thick enough to hide a letter."""
    import pypdfium2.raw as raw

    width = ctypes.c_float()
    return bool(raw.FPDFPageObj_GetStrokeWidth(handle, ctypes.byref(width))) and width.value >= _LOWEST_PT


def _transform(box: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    if matrix == _IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [p[0] for p in corners], [p[1] for p in corners]
    return min(xs), min(ys), max(xs), max(ys)
