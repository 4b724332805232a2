"""Finds words outside the clipping path that they are painted under: they leave no mark on the page.

Nearly every object of a browser's PDF has a clipping path, the page's own; so each line is asked for once, and paths that
begin alike are measured once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from resumefit.read.pdf_glyphs import View, calls, reference, references_into
from resumefit.read.pdf_shapes import Painting
from resumefit.read.words import Word

if TYPE_CHECKING:
    from resumefit.read.pdf_glyphs import Reference

_SEGMENTS_MOST = 200  # of a clipping path; a more winding one is not measured
_NEW_LINE_PT = 2.0
_Box = tuple[float, float, float, float]


class _Point(NamedTuple):
    """Where a point of a path is written; made once, since making it costs more than asking."""

    place: ctypes.Array[ctypes.c_float]
    x: Reference
    y: Reference


class _Key(NamedTuple):
    paths: int
    segments: int
    x: float
    y: float


def clipped_objects(words: Sequence[Word], painting: Painting, *, view: View) -> set[int]:
    """Return the addresses of text objects that begin a line and are clipped away entirely. Those inside forms are left out."""
    boxes: dict[_Key, _Box | None] = {}
    place = (ctypes.c_float * 2)()
    point = _Point(place, *references_into(place))
    found: set[int] = set()
    for word in _line_starts(words):
        key = word.look.key if word.look is not None else 0
        order = painting.text_order.get(key)
        if key > 0 and isinstance(order, int):
            box = _clip_box(key, boxes, view, point)
            if box is not None and (
                word.right < box[0] or word.bottom < box[1] or word.left > box[2] or word.top > box[3]
            ):
                found.add(key)
    return found


def _line_starts(words: Sequence[Word]) -> Iterator[Word]:
    top = float("-inf")
    for word in words:
        above, top = top, word.top
        if abs(top - above) > _NEW_LINE_PT:
            yield word


def _clip_box(address: int, known: dict[_Key, _Box | None], view: View, point: _Point) -> _Box | None:
    """The box, as displayed, outside of which nothing of a text object is painted; None for no bound."""
    bound = calls()
    clip = reference(bound.clip_path(reference(address)) or 0)
    paths = bound.clip_paths(clip)
    if paths <= 0:
        return None
    segments = bound.clip_segments(clip, paths - 1)
    key = _Key(paths, segments, *(_points(clip, paths - 1, 1, point) or [(0.0, 0.0)])[0])
    if key not in known:
        known[key] = _intersection(clip, paths, view, point)
    return known[key]


def _points(clip: Reference, path: int, segments: int, point: _Point) -> list[tuple[float, float]]:
    bound, (place, x, y) = calls(), point
    points: list[tuple[float, float]] = []
    for index in range(segments):
        segment = bound.clip_segment(clip, path, index)
        if segment and bound.segment_point(reference(segment), x, y):
            points.append((place[0], place[1]))
    return points


def _intersection(clip: Reference, paths: int, view: View, point: _Point) -> _Box | None:
    """The box that all of a clip's paths leave open."""
    left, bottom, right, top = float("-inf"), float("-inf"), float("inf"), float("inf")
    for path in range(min(paths, _SEGMENTS_MOST)):
        segments = calls().clip_segments(clip, path)
        points = _points(clip, path, segments, point) if 0 < segments <= _SEGMENTS_MOST else []
        if points:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            left, bottom, right, top = max(left, min(xs)), max(bottom, min(ys)), min(right, max(xs)), min(top, max(ys))
    if left == float("-inf"):
        return None
    return view.place(left, bottom, max(left, right), max(bottom, top))
