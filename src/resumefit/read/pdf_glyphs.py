"""Reads every glyph of a PDF page through PDFium's C interface, in bulk.

Per-character calls from Python are most of the time of reading a PDF. Here the loops run in C: `map` over functions
that take ready references, writing into one array. Positions are turned into the page as displayed: points, origin at
the top left, y downwards, after /Rotate and the crop box.
"""

from __future__ import annotations

import ctypes
import sys
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from resumefit.read.repairs import LOST

if TYPE_CHECKING:
    from _ctypes import _CArgObject

    import pypdfium2

    Reference = _CArgObject
    """Where a handle of PDFium or a place for its results is, as the functions of `calls` take it."""


_BATCH = 256  # characters
_UTF_16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


class View(NamedTuple):
    """How the page is shown: its size as displayed, its turn in quarter turns clockwise, and its crop box's corner."""

    width: float
    height: float
    turns: int
    left: float
    bottom: float
    right: float
    top: float

    def place(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Turn a rectangle of PDF user space into (left, top, right, bottom) as displayed."""
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turns == 3:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a page in content order. Boxes are flat: left, top, right, bottom of the advance and line height.

    `codes` are code points as PDFium gives them, `text` is the same as one string, with a mark for what is no character.
    """

    text: str
    codes: list[int]
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]


class _Calls(NamedTuple):
    unicode: Callable[[Reference, int], int]
    text: Callable[[Reference, int, int, Reference], int]
    loose_box: Callable[[Reference, int, Reference], None]
    generated: Callable[[Reference, int], int]
    hyphen: Callable[[Reference, int], int]
    matrix: Callable[[Reference, int, Reference], int]
    font_size: Callable[[Reference, int], float]
    text_object: Callable[[Reference, int], int]
    fill_colour: Callable[[Reference, Reference, Reference, Reference, Reference], int]
    stroke_colour: Callable[[Reference, Reference, Reference, Reference, Reference], int]
    font: Callable[[Reference], int]
    render_mode: Callable[[Reference], int]
    set_render_mode: Callable[[Reference, int], int]
    object_at: Callable[[Reference, int], int]
    object_type: Callable[[Reference], int]
    bounds: Callable[[Reference, Reference, Reference, Reference, Reference], int]
    clip_path: Callable[[Reference], int]
    clip_paths: Callable[[Reference], int]
    clip_segments: Callable[[Reference, int], int]
    clip_segment: Callable[[Reference, int, int], int]
    segment_point: Callable[[Reference, Reference, Reference], int]


@cache
def calls() -> _Calls:
    """Bind the functions once.

    Without declared arguments, and with the interpreter's lock held, a call costs half: ctypes passes references as they
    are, and any other integer as a C int. So addresses must be given as references, never as numbers.
    """
    import pypdfium2.raw as raw

    c_int, address = ctypes.c_int, ctypes.c_void_p

    def bind(function: object, result: object) -> Callable[..., Any]:
        where = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
        return ctypes.PYFUNCTYPE(result)(where)  # type: ignore[arg-type]

    return _Calls(
        unicode=bind(raw.FPDFText_GetUnicode, ctypes.c_uint),
        text=bind(raw.FPDFText_GetText, c_int),
        loose_box=bind(raw.FPDFText_GetLooseCharBox, None),  # whether it worked need not become an object each time
        generated=bind(raw.FPDFText_IsGenerated, c_int),
        hyphen=bind(raw.FPDFText_IsHyphen, c_int),
        matrix=bind(raw.FPDFText_GetMatrix, c_int),
        font_size=bind(raw.FPDFText_GetFontSize, ctypes.c_double),
        text_object=bind(raw.FPDFText_GetTextObject, address),
        fill_colour=bind(raw.FPDFPageObj_GetFillColor, c_int),
        stroke_colour=bind(raw.FPDFPageObj_GetStrokeColor, c_int),
        font=bind(raw.FPDFTextObj_GetFont, address),
        render_mode=bind(raw.FPDFTextObj_GetTextRenderMode, c_int),
        set_render_mode=bind(raw.FPDFTextObj_SetTextRenderMode, c_int),
        object_at=bind(raw.FPDFPage_GetObject, address),
        object_type=bind(raw.FPDFPageObj_GetType, c_int),
        bounds=bind(raw.FPDFPageObj_GetBounds, c_int),
        clip_path=bind(raw.FPDFPageObj_GetClipPath, address),
        clip_paths=bind(raw.FPDFClipPath_CountPaths, c_int),
        clip_segments=bind(raw.FPDFClipPath_CountPathSegments, c_int),
        clip_segment=bind(raw.FPDFClipPath_GetPathSegment, address),
        segment_point=bind(raw.FPDFPathSegment_GetPoint, c_int),
    )


def reference(address: int) -> Reference:
    """Make a plain address, as PDFium gives it, into what the functions of `calls` take."""
    return ctypes.byref(ctypes.c_char.from_address(address))


def references_into(array: ctypes.Array[ctypes.c_float] | ctypes.Array[ctypes.c_uint]) -> tuple[Reference, ...]:
    """Make one reference to each item of an array of four bytes an item, into which a result is to be written."""
    return tuple(ctypes.byref(array, 4 * index) for index in range(len(array)))


def reference_of(handle: pypdfium2.PdfPage | pypdfium2.PdfTextPage) -> Reference:
    """Make the reference of a PDFium handle."""
    return reference(ctypes.cast(handle.raw, ctypes.c_void_p).value or 0)


def page_view(page: pypdfium2.PdfPage) -> View:
    """Find how a page is displayed."""
    left, bottom, right, top = page.get_cropbox()
    if right - left <= 0 or top - bottom <= 0:
        left, bottom, right, top = page.get_mediabox()
    turns = (page.get_rotation() // 90) % 4
    width, height = right - left, top - bottom
    return View(*((height, width) if turns % 2 else (width, height)), turns, left, bottom, right, top)


def _codes(handle: Reference, count: int) -> tuple[str, list[int]]:
    """Read the text and its code points: all at once where each is one UTF-16 unit, else one by one."""
    units = array("H", bytes(2 * (count + 1)))
    written = calls().text(handle, 0, count, reference(units.buffer_info()[0]))
    units.pop()  # the end mark
    if written == count + 1:
        try:
            text = units.tobytes().decode(_UTF_16)
        except UnicodeDecodeError:  # half of a character of two units
            text = ""
        if len(text) == count:
            return text, units.tolist()
    codes = list(map(calls().unicode, repeat(handle), range(count)))
    return "".join(map(_character, codes)), codes


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else LOST


def _boxes(handle: Reference, count: int) -> array[float]:
    """Read the boxes, each as left, top, right, bottom in user space, with top above bottom (FS_RECTF).

    They are written into one batch and copied from there, since making a reference costs nearly as much as a call.
    """
    empty = array("f", bytes(16 * min(count, _BATCH)))
    batch, boxes = empty[:], array("f")
    into = (ctypes.c_float * len(batch)).from_buffer(batch)
    places = tuple(map(ctypes.byref, repeat(into), range(0, 4 * len(batch), 16)))
    for first in range(0, count, _BATCH):
        batch[:] = empty
        for _ in map(calls().loose_box, repeat(handle), range(first, min(count, first + _BATCH)), places):
            pass
        boxes += batch
    return boxes[: 4 * count]


def read_glyphs(handle: Reference, count: int, *, view: View) -> Glyphs:
    """Read the first `count` characters of a text page given by its reference."""
    (text, codes), boxes = _codes(handle, count), _boxes(handle, count)
    lefts, tops, rights, bottoms = boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]
    if view.turns:
        placed = [view.place(*box) for box in zip(lefts, bottoms, rights, tops, strict=True)]
        if not placed:
            return Glyphs(text, codes, [], [], [], [])
        left_, top_, right_, bottom_ = zip(*placed, strict=True)
        return Glyphs(text, codes, list(left_), list(top_), list(right_), list(bottom_))
    x, y = view.left, view.top
    if not x:
        return Glyphs(text, codes, lefts.tolist(), [y - v for v in tops], rights.tolist(), [y - v for v in bottoms])
    return Glyphs(
        text, codes, [v - x for v in lefts], [y - v for v in tops], [v - x for v in rights], [y - v for v in bottoms]
    )
