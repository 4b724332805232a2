"""Tells whether DOCX text can be seen on paper: what it stands on, how large it is, where its paragraph stands.

Word shows white text on a filled cell, shape or highlight; text is concealed only where it cannot be seen on anything that may
lie beneath it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.read.colours import PAPER, Ground, either, from_hex, is_unseen, kind_of, mixed
from resumefit.read.docx_colours import Theme, highlight, shading, text_colour, text_fill
from resumefit.read.docx_shapes import Page, Shape, twips
from resumefit.read.docx_styles import Styles, W, child_value, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_TINY_PT = 2.0
_NARROW_PT = 1.0  # of a letter
_FAINT = 0.1
_USUAL_PT = 11.0
_LETTER_EM = 0.5  # the width of a letter on average, in parts of its height
_BAND_PT = 12.0  # a shape of less shows no line of text
# Shapes of more than this part of the page are sidebars and backgrounds, whose text may be anywhere.
_TALL = 0.35
# A place worked out by counting lines may be off by so much.
_LEAST_DOWN, _SLACK_PT = 0.6, 72.0


@dataclass(slots=True)
class Seen:
    """What is known of the place that the walk has come to: what lies beneath, from where lines start, how far down."""

    theme: Theme
    page: Page
    ground: Ground = PAPER
    behind: Sequence[Shape] = ()
    start: float | None = None
    down: float = 0.0
    rest: list[_Element] = field(default_factory=list)

    def move_down(self, letters: int, size: float) -> None:
        """Count the lines of a paragraph."""
        width = max(72.0, self.page.width - self.page.left - self.page.right)
        lines = max(1, math.ceil(letters * size * _LETTER_EM / width))
        self.down += lines * size * 1.2


def ground_of_paragraph(properties: _Element | None, styles: Styles, seen: Seen) -> Ground:
    """Return what a paragraph's text stands on: its own shading, else what lies beneath, shapes drawn there included."""
    own = shading(styles.paragraph_element(properties, "shd"), seen.theme)
    if own != frozenset():
        return own
    if seen.start is None or not seen.behind:
        return either(seen.ground, *(shape.fill for shape in seen.behind)) if seen.start is None else seen.ground
    indent = styles.paragraph_element(properties, "ind")
    start = seen.start + _side(indent, "left", "start")
    return either(seen.ground, *(shape.fill for shape in seen.behind if _may_hold(shape, start, seen)))


def _may_hold(shape: Shape, start: float, seen: Seen) -> bool:
    if shape.fill == frozenset() or shape.down.size < _BAND_PT or shape.across.size < _BAND_PT:
        return False
    if not shape.across.low - _BAND_PT <= start <= shape.across.high + shape.across.size:
        return False
    if shape.down.size > _TALL * seen.page.height or shape.down.high - shape.down.low > seen.page.height / 2:
        return True
    reached = shape.down.high + shape.down.size + _SLACK_PT
    body = seen.page.height - seen.page.top - seen.page.bottom
    # On a later page nobody can say how far down a line is.
    return seen.down > body or seen.page.top + seen.down * _LEAST_DOWN < reached


def why_hidden_paragraph(properties: _Element | None, styles: Styles, seen: Seen, *, letters: int, size: float) -> str | None:
    """Say why nothing of a paragraph can be seen, or None: its lines have no height, or stand off the page."""
    spacing = styles.paragraph_element(properties, "spacing")
    if spacing is not None and spacing.get(W + "lineRule") == "exact":
        line = twips(spacing.get(W + "line"))
        if line is not None and (line < _TINY_PT or line < 0.2 * size):
            return "zero-size"
    width = letters * size * _LETTER_EM * 1.5
    frame = styles.paragraph_element(properties, "framePr")
    if frame is not None:
        return "off-page" if _frame_is_off(frame, seen.page, width) else None
    indent = styles.paragraph_element(properties, "ind")
    if indent is not None and seen.start is not None:
        start = seen.start + _side(indent, "left", "start") + _side(indent, "firstLine") - _side(indent, "hanging")
        if start + width < 0 or start > seen.page.width:
            return "off-page"
    return None


def _frame_is_off(frame: _Element, page: Page, width: float) -> bool:
    wide, high = twips(frame.get(W + "w")) or width, twips(frame.get(W + "h")) or page.height
    across, down = twips(frame.get(W + "x")), twips(frame.get(W + "y"))
    left = 0.0 if frame.get(W + "hAnchor") == "page" else page.left
    if across is not None and frame.get(W + "xAlign") is None and not -wide < left + across < page.width:
        return True
    by_page = frame.get(W + "vAnchor") in ("page", "margin")
    return down is not None and by_page and frame.get(W + "yAlign") is None and not -high < down < page.height


def _side(indent: _Element | None, *names: str) -> float:
    for name in names:
        value = twips(indent.get(W + name)) if indent is not None else None
        if value is not None:
            return value
    return 0.0


def why_hidden_run(
    run: _Element | None, properties: _Element | None, styles: Styles, seen: Seen, *, beneath: Ground
) -> str | None:
    """Say why a run cannot be seen on paper, or None; `beneath` is its paragraph's ground."""
    if is_on(styles.run_value(run, properties, "vanish")):
        return "hidden-text"
    size = size_of(run, properties, styles)
    scale = child_value(run, "w") or ""
    if size is not None and size < _TINY_PT:
        return "tiny"
    if scale.rstrip("%").isdecimal() and (size or _USUAL_PT) * int(scale.rstrip("%")[:4]) / 100 < _NARROW_PT:
        return "tiny"
    ground = _run_ground(run, properties, styles, seen, beneath=beneath)
    filled = text_fill(run, seen.theme)
    if filled is not None:
        colours, solid = filled
        if solid < _FAINT:
            return "transparent"
        laid = (mixed(colour, below, solid) for colour in colours or () for below in ground or ())
        return kind_of(ground) if ground and all(is_unseen(colour, ground) for colour in laid) else None
    element = styles.run_element(run, properties, "color", tables=seen.rest)
    if element is None or str(element.get(W + "val") or "").lower() == "auto":
        return None  # automatic text is black or white, whichever can be seen
    colour = text_colour(element, seen.theme)
    return kind_of(ground) if is_unseen(colour, ground) else None


def size_of(run: _Element | None, properties: _Element | None, styles: Styles) -> float | None:
    """Return a run's size in points; None when neither it nor its styles say."""
    value = styles.run_value(run, properties, "sz") or ""
    if value.replace(".", "", 1).isdecimal():
        return float(value) / 2
    return twips(value)


def _run_ground(run: _Element | None, properties: _Element | None, styles: Styles, seen: Seen, *, beneath: Ground) -> Ground:
    marked = highlight(styles.run_value(run, properties, "highlight"))
    if marked:
        return marked
    own = shading(styles.run_element(run, properties, "shd"), seen.theme)
    return beneath if own == frozenset() else own


def page_ground(root: _Element, settings: _Element | None, theme: Theme) -> Ground:
    """Return the colour of the page. Word shows a document's background only where its settings say so."""
    background = root.find(W + "background")
    if background is None or (settings is not None and settings.find(W + "displayBackgroundShape") is None):
        return PAPER
    if len(background):
        return None
    colour = theme.named(str(background.get(W + "themeColor") or "")) or from_hex(background.get(W + "color"))
    return PAPER if colour is None else frozenset({colour})
