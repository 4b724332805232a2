"""Tells whether DOCX text can be seen on paper: what it stands on, how large it is, where its paragraph stands.

Word shows white text on a filled cell, shape or highlight; text is concealed only where it cannot be seen on anything that may
lie beneath it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.read.colours import PAPER, Ground, from_hex, is_unseen, kind_of, mixed
from resumefit.read.docx_colours import Theme, highlight, shading, text_colour, text_fill
from resumefit.read.docx_shapes import twips
from resumefit.read.docx_styles import Styles, W, child_value, is_on
from resumefit.read.paper import FAINT, TINY_PT, USUAL_PT, Page, Shape, ground_at, height_of, why_line_hidden, width_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NARROW_PT = 1.0  # of a letter


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
        self.down += height_of(letters, size, self.page)


def ground_of_paragraph(properties: _Element | None, styles: Styles, seen: Seen) -> Ground:
    """Return what a paragraph's text stands on: its own shading, else what lies beneath, shapes drawn there included."""
    own = shading(styles.paragraph_element(properties, "shd"), seen.theme)
    if own != frozenset():
        return own
    indent = styles.paragraph_element(properties, "ind")
    start = None if seen.start is None else seen.start + _side(indent, "left", "start")
    return ground_at(seen.ground, seen.behind, seen.page, start=start, down=seen.down)


def why_hidden_paragraph(properties: _Element | None, styles: Styles, seen: Seen, *, letters: int, size: float) -> str | None:
    """Say why nothing of a paragraph can be seen, or None: its lines have no height, or stand off the page."""
    spacing = styles.paragraph_element(properties, "spacing")
    exact = spacing is not None and spacing.get(W + "lineRule") == "exact"
    height = twips(spacing.get(W + "line")) if spacing is not None and exact else None
    frame = styles.paragraph_element(properties, "framePr")
    if frame is not None and _frame_is_off(frame, seen.page, width_of(letters, size)):
        return "off-page"
    indent = styles.paragraph_element(properties, "ind")
    start = None
    if frame is None and seen.start is not None:
        start = seen.start + _side(indent, "left", "start") + _side(indent, "firstLine") - _side(indent, "hanging")
    return why_line_hidden(seen.page, start=start, letters=letters, size=size, height=height)


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
    if size is not None and size < TINY_PT:
        return "tiny"
    if scale.rstrip("%").isdecimal() and (size or USUAL_PT) * int(scale.rstrip("%")[:4]) / 100 < _NARROW_PT:
        return "tiny"
    ground = _run_ground(run, properties, styles, seen, beneath=beneath)
    filled = text_fill(run, seen.theme)
    if filled is not None:
        colours, solid = filled
        if solid < FAINT:
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
