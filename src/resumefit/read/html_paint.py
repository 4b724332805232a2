"""What an HTML element looks like, as far as it decides whether its text can be seen: colour, ground, size, place.

What an element hides for good, with all that it holds, is told by `why_gone`; what its content may undo or take part in (colour,
size, visibility) is inherited in `Paint` and told for each text by `why_unseen`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resumefit.read.colours import BLACK, PAPER, Colour, Ground, either, is_unseen, kind_of, mixed
from resumefit.read.css_values import (
    HEIGHT_PT,
    WIDTH_PT,
    colours_in,
    font_size,
    functions,
    length,
    number,
    parse_colour,
)
from resumefit.read.paper import FAINT, TINY_PT

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTHING_PT = 1.0  # a box of less shows no letter
_FAR_LEFT_PT, _FAR_PT = -400.0, 2000.0  # beyond any window
_FAR_DOWN_PT = 20_000.0  # beyond any resume: pages are scrolled down, hardly sideways
_BOLD_TAGS = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"})
_CUT_OFF = ("hidden", "clip", "scroll", "auto")
_UNSET = ("inherit", "initial", "unset", "revert", "currentcolor", "")


@dataclass(frozen=True, slots=True)
class Paint:
    """What an element hands down. `fill` are the colours of text painted with a picture or gradient, where it is."""

    colour: Colour | None = BLACK
    alpha: float = 1.0
    fill: Ground = frozenset()
    outlined: bool = False
    ground: Ground = PAPER
    size: float = 12.0
    scale: float = 1.0
    opacity: float = 1.0
    bold: bool = False
    pre: bool = False
    visible: bool = True
    away: bool = False
    spacing: float = 0.0


def why_unseen(paint: Paint) -> str | None:
    """Say why text painted so cannot be seen, or None."""
    if not paint.visible:
        return "hidden-text"
    if paint.away:
        return "off-page"
    if paint.opacity < FAINT:
        return "transparent"
    if paint.size * paint.scale < TINY_PT:
        return "tiny"
    if paint.spacing < -0.9 * paint.size:
        return "zero-size"  # all letters on one place
    if paint.outlined:
        return None
    if paint.alpha < FAINT:
        if not paint.fill:
            return None if paint.fill is None else "transparent"
        seen = any(not is_unseen(colour, paint.ground) for colour in paint.fill)
        return None if seen else kind_of(paint.ground)
    return kind_of(paint.ground) if is_unseen(paint.colour, paint.ground, alpha=paint.alpha) else None


def paint_of(element: _Element, parent: Paint, declared: Mapping[str, str], *, outside: bool = False) -> Paint:
    """Work out an element's paint; with `outside`, a style sheet that was not read may give it another ground."""
    size = font_size(declared["font-size"], parent.size) if "font-size" in declared else parent.size
    size *= max(0.0, number(declared.get("zoom", "1"), default=1.0))
    colour, alpha = _text_colour(element, parent, declared)
    ground = ground_of(element, parent.ground, declared, outside=outside)
    fill: Ground = parent.fill
    if "text" in declared.get("background-clip", ""):
        fill = _own_background(declared) or None
        ground = parent.ground
    visibility = declared.get("visibility")
    indent = length(declared.get("text-indent", ""), size=size)
    spacing = length(declared.get("letter-spacing", ""), size=size)
    return Paint(
        colour=colour,
        alpha=alpha,
        fill=fill,
        outlined=_is_outlined(declared, parent),
        ground=ground,
        size=size,
        scale=parent.scale * _scale(declared),
        opacity=parent.opacity * _opacity(declared),
        bold=_is_bold(str(element.tag), parent, declared),
        pre=_keeps_lines(str(element.tag), parent, declared),
        visible=parent.visible if visibility in (None, "inherit") else visibility == "visible",
        away=parent.away if indent is None else indent < _FAR_LEFT_PT or indent > _FAR_PT,
        spacing=parent.spacing if spacing is None else spacing,
    )


def with_layers(paint: Paint, layers: Sequence[Ground]) -> Paint:
    """Add what empty boxes that are laid behind the content may put beneath it."""
    return replace(paint, ground=either(paint.ground, *layers)) if layers else paint


def why_gone(element: _Element, paint: Paint, declared: Mapping[str, str]) -> str | None:
    """Say why nothing of an element can be seen, whatever its content declares; None when it can."""
    if display_of(element, declared) == "none" or declared.get("content-visibility") == "hidden":
        return "not-displayed"
    if _is_cut_to_nothing(element, paint, declared):
        return "zero-size"
    return "off-page" if _is_away(paint, declared) else None


def display_of(element: _Element, declared: Mapping[str, str]) -> str:
    """Return the value of `display`, with what browsers do by themselves."""
    if "display" in declared:
        return declared["display"]
    parent = element.getparent()
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return "none"
    closed = parent is not None and parent.tag == "details" and parent.get("open") is None
    return "none" if closed and element.tag != "summary" else ""


def ground_of(element: _Element, beneath: Ground, declared: Mapping[str, str], *, outside: bool = False) -> Ground:
    """Return what text of an element stands on: its own background on what lies beneath."""
    image = declared.get("background-image", "none")
    if image not in ("none", *_UNSET):
        return None if "url(" in image else either(_own_background(declared))
    given = declared.get("background-color") or str(element.get("bgcolor") or "").lower()
    if given in _UNSET or given == "transparent":
        named = element.get("class") is not None or element.get("id") is not None
        return None if outside and named else beneath
    parsed = parse_colour(given)
    if parsed is None:
        return None
    colour, alpha = parsed
    if alpha > 0.99:
        return frozenset({colour})
    return None if beneath is None else frozenset(mixed(colour, other, alpha) for other in beneath)


def is_layer(declared: Mapping[str, str]) -> bool:
    """Tell whether an empty box may lie behind the text around it."""
    small = (length(declared.get(side, ""), size=12.0) for side in ("width", "height"))
    placed = declared.get("position") in ("absolute", "fixed") or declared.get("z-index", "").startswith("-")
    return placed and not any(side is not None and side < 15 for side in small)


def _own_background(declared: Mapping[str, str]) -> Ground:
    image = declared.get("background-image", "none")
    if image not in ("none", *_UNSET):
        return colours_in(image)
    parsed = parse_colour(declared.get("background-color", ""))
    return frozenset({parsed[0]}) if parsed is not None and parsed[1] > 0.5 else frozenset()


def _text_colour(element: _Element, parent: Paint, declared: Mapping[str, str]) -> tuple[Colour | None, float]:
    given = declared.get("-webkit-text-fill-color") or declared.get("color") or ""
    if not given:
        given = str(element.get("text" if element.tag == "body" else "color") or "").lower()
    if given in _UNSET:
        return parent.colour, parent.alpha
    parsed = parse_colour(given)
    return (None, 1.0) if parsed is None else parsed


def _is_outlined(declared: Mapping[str, str], parent: Paint) -> bool:
    given = declared.get("text-shadow") or declared.get("-webkit-text-stroke")
    return parent.outlined if given is None else given not in ("none", "0", "0px", *_UNSET)


def _opacity(declared: Mapping[str, str]) -> float:
    result = number(declared.get("opacity", "1"), default=1.0)
    for name, given in functions(declared.get("filter", "")):
        if name == "opacity" and given:
            result *= number(given[0], default=1.0)
    return min(1.0, max(0.0, result))


def _scale(declared: Mapping[str, str]) -> float:
    """Return by how much transforms shrink an element, by the smaller of both axes; 1 where they do not."""
    result = 1.0
    for name, given in [*functions(declared.get("transform", "")), ("scale", declared.get("scale", "1").split()[:2])]:
        values = [abs(number(value, default=1.0)) for value in given]
        if name in ("scale", "scalex", "scaley", "scale3d") and values:
            result *= min(values[:2])
        elif name in ("matrix", "matrix3d") and len(values) in (6, 16):
            down = values[3] if len(values) == 6 else values[5]
            result *= min(max(values[0], values[1]), max(down, values[2] if len(values) == 6 else values[4]))
    return min(1.0, result)


def _is_bold(tag: str, parent: Paint, declared: Mapping[str, str]) -> bool:
    weight = declared.get("font-weight", "")
    if not weight or weight in _UNSET:
        return parent.bold or tag in _BOLD_TAGS
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)


def _keeps_lines(tag: str, parent: Paint, declared: Mapping[str, str]) -> bool:
    given = declared.get("white-space")
    return given.startswith("pre") if given and given not in _UNSET else parent.pre or tag == "pre"


def _is_cut_to_nothing(element: _Element, paint: Paint, declared: Mapping[str, str]) -> bool:
    placed = declared.get("position") in ("absolute", "fixed")
    clip = declared.get("clip", "").replace(",", " ")
    if placed and clip.startswith("rect("):
        sides = [length(side, size=paint.size) for side in clip[5:].rstrip(") ").split()]
        if len(sides) == 4 and None not in sides:
            top, right, bottom, left = (side or 0.0 for side in sides)
            if right - left <= _NOTHING_PT or bottom - top <= _NOTHING_PT:
                return True
    if any(_clips_all(name, given, paint.size) for name, given in functions(declared.get("clip-path", ""))):
        return True
    axes = [declared.get(name, "") for name in ("overflow", "overflow-x", "overflow-y")]
    if not any(word in _CUT_OFF for axis in axes for word in axis.split()):
        return False
    boxed = placed or declared.get("float", "none") != "none" or display_of(element, declared) not in ("", "inline")
    if not boxed and element.tag in ("span", "a", "b", "i", "em", "strong", "font", "small", "u", "label"):
        return False  # a size has no meaning for a piece of a line
    sizes = (length(declared.get(name, ""), size=paint.size) for name in ("width", "height", "max-height", "max-width"))
    return any(size is not None and size <= _NOTHING_PT for size in sizes)


def _clips_all(name: str, given: list[str], size: float) -> bool:
    if name == "inset" and given:
        sides = [length(side, size=size, whole=100.0) for side in given[:4] if side != "round"]
        around = [side for side in sides if side is not None]
        if any(side >= 100 for side in around):
            return True
        if len(around) == 1:
            return around[0] >= 50 and given[0].endswith("%")
        return len(around) >= 2 and given[1].endswith("%") and (around[1] >= 50 or around[0] >= 50)
    return name in ("circle", "ellipse") and bool(given) and length(given[0], size=size) == 0


def _is_away(paint: Paint, declared: Mapping[str, str]) -> bool:
    """Tell whether an element is moved to where no window shows it."""

    def at(name: str, whole: float = WIDTH_PT) -> float:
        return length(declared.get(name, ""), size=paint.size, whole=whole) or 0.0

    left, top = at("margin-left"), at("margin-top", HEIGHT_PT)
    if declared.get("position", "static") not in ("static", *_UNSET):
        left += at("left") if "left" in declared else -at("right")
        top += at("top", HEIGHT_PT) if "top" in declared else -at("bottom", HEIGHT_PT)
    for name, given in [*functions(declared.get("transform", "")), ("translate", declared.get("translate", "").split())]:
        # Percentages are of the element's own size here, which is not known.
        moved = [length(value, size=paint.size, whole=0.0) or 0.0 for value in given]
        if name in ("translate", "translatex", "translate3d") and moved:
            left += moved[0]
        if name == "translatey" and moved:
            top += moved[0]
        elif name in ("translate", "translate3d") and len(moved) > 1:
            top += moved[1]
    return left < _FAR_LEFT_PT or left > _FAR_PT or top < _FAR_LEFT_PT or top > _FAR_DOWN_PT
