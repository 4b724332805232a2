"""Reads every glyph of a PDF page through PDFium's C interface, in bulk.

Per-character calls from Python are most of the time of reading a PDF. Here the loops run in C: `map` over functions
bound to plain addresses, writing into one array. Positions are turned into the page as displayed: points, origin at
the top left, y downwards, after /Rotate and the crop box.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pypdfium2


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

    `codes` are code points as PDFium gives them; `generated` marks white space that PDFium put in by itself.
    """

    codes: list[int]
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]


class _Calls(NamedTuple):
    unicode: Callable[[int, int], int]
    text: Callable[[int, int, int, int], int]
    loose_box: Callable[[int, int, int], int]
    generated: Callable[[int, int], int]
    hyphen: Callable[[int, int], int]
    matrix: Callable[[int, int, int], int]
    font_size: Callable[[int, int], float]
    text_object: Callable[[int, int], int]
    fill_colour: Callable[[int, int, int, int, int], int]
    stroke_colour: Callable[[int, int, int, int, int], int]
    font: Callable[[int], int]
    render_mode: Callable[[int], int]
    object_at: Callable[[int, int], int]
    object_type: Callable[[int], int]
    clip_path: Callable[[int], int]
    clip_paths: Callable[[int], int]
    clip_segments: Callable[[int, int], int]
    clip_segment: Callable[[int, int, int], int]
    segment_point: Callable[[int, int, int], int]


@cache
def calls() -> _Calls:
    """Bind the functions once, to take plain addresses."""
    import pypdfium2.raw as raw

    c_int, address = ctypes.c_int, ctypes.c_void_p

    def bind(function: object, result: object, *arguments: object) -> Callable[..., int]:
        where = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
        return ctypes.CFUNCTYPE(result, *arguments)(where)  # type: ignore[arg-type]

    return _Calls(
        unicode=bind(raw.FPDFText_GetUnicode, ctypes.c_uint, address, c_int),
        text=bind(raw.FPDFText_GetText, c_int, address, c_int, c_int, address),
        loose_box=bind(raw.FPDFText_GetLooseCharBox, c_int, address, c_int, address),
        generated=bind(raw.FPDFText_IsGenerated, c_int, address, c_int),
        hyphen=bind(raw.FPDFText_IsHyphen, c_int, address, c_int),
        matrix=bind(raw.FPDFText_GetMatrix, c_int, address, c_int, address),
        font_size=bind(raw.FPDFText_GetFontSize, ctypes.c_double, address, c_int),
        text_object=bind(raw.FPDFText_GetTextObject, address, address, c_int),
        fill_colour=bind(raw.FPDFPageObj_GetFillColor, c_int, address, address, address, address, address),
        stroke_colour=bind(raw.FPDFPageObj_GetStrokeColor, c_int, address, address, address, address, address),
        font=bind(raw.FPDFTextObj_GetFont, address, address),
        render_mode=bind(raw.FPDFTextObj_GetTextRenderMode, c_int, address),
        object_at=bind(raw.FPDFPage_GetObject, address, address, c_int),
        object_type=bind(raw.FPDFPageObj_GetType, c_int, address),
        clip_path=bind(raw.FPDFPageObj_GetClipPath, address, address),
        clip_paths=bind(raw.FPDFClipPath_CountPaths, c_int, address),
        clip_segments=bind(raw.FPDFClipPath_CountPathSegments, c_int, address, c_int),
        clip_segment=bind(raw.FPDFClipPath_GetPathSegment, address, address, c_int, c_int),
        segment_point=bind(raw.FPDFPathSegment_GetPoint, c_int, address, address, address),
    )


def address_of(handle: pypdfium2.PdfPage | pypdfium2.PdfTextPage) -> int:
    """Return the plain address of a PDFium handle."""
    raw = handle.raw
    return ctypes.cast(raw, ctypes.c_void_p).value or 0


def page_view(page: pypdfium2.PdfPage) -> View:
    """Find how a page is displayed."""
    left, bottom, right, top = page.get_cropbox()
    if right - left <= 0 or top - bottom <= 0:
        left, bottom, right, top = page.get_mediabox()
    turns = (page.get_rotation() // 90) % 4
    width, height = right - left, top - bottom
    return View(*((height, width) if turns % 2 else (width, height)), turns, left, bottom, right, top)


def _codes(handle: int, count: int) -> list[int]:
    """Read the code points: all at once where each is one UTF-16 unit, else one by one."""
    buffer = array("H", bytes(2 * (count + 1)))
    written = calls().text(handle, 0, count, buffer.buffer_info()[0])
    codes = buffer.tolist()[:count]
    if written == count + 1 and not any(0xD800 <= code < 0xE000 for code in set(codes)):
        return codes
    return list(map(calls().unicode, repeat(handle), range(count)))


def read_glyphs(handle: int, count: int, *, view: View) -> Glyphs:
    """Read the first `count` characters of a text page given by its address."""
    bound = calls()
    boxes = array("f", bytes(16 * count))
    base = boxes.buffer_info()[0]
    codes = _codes(handle, count)
    # FS_RECTF is left, top, right, bottom, with top above bottom in user space.
    for _ in map(bound.loose_box, repeat(handle), range(count), range(base, base + 16 * count, 16)):
        pass
    lefts, tops, rights, bottoms = boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]
    if view.turns:
        placed = [view.place(*box) for box in zip(lefts, bottoms, rights, tops, strict=True)]
        if not placed:
            return Glyphs(codes, [], [], [], [])
        left_, top_, right_, bottom_ = zip(*placed, strict=True)
        return Glyphs(codes, list(left_), list(top_), list(right_), list(bottom_))
    x, y = view.left, view.top
    if not x:
        return Glyphs(codes, lefts.tolist(), [y - v for v in tops], rights.tolist(), [y - v for v in bottoms])
    return Glyphs(
        codes, [v - x for v in lefts], [y - v for v in tops], [v - x for v in rights], [y - v for v in bottoms]
    )
