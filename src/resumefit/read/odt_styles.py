"""What ODT text and boxes inherit from their styles: size, weight, colour, what they stand on, where they are placed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.read.colours import PAPER, Colour, Ground, from_hex, only
from resumefit.read.css_values import length
from resumefit.read.paper import FAINT, Page
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, TABLE, DRAW, SVG, OFFICE = (
    f"{{{_OASIS}{n}:1.0}}" for n in ("text", "style", "table", "drawing", "svg-compatible", "office")
)
_CHAIN_MOST = 12  # styles in each other; a longer chain is a circle
_USUAL_PT = 12.0


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written: its attributes by the kind of properties that they stand in ("text", "graphic", ..)."""

    parent: str
    properties: Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class Styles:
    """All styles of a document, by family and name; "" names what a family has by default."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    colours: dict[str, Ground] = field(default_factory=dict)

    def find(self, family: str, name: str | None, kind: str, attribute: str) -> str | None:
        """Return an attribute of a style or of those it is based on; None where none of them has it."""
        for style in self.chain(family, name):
            value = style.properties.get(kind, {}).get(attribute)
            if value is not None:
                return value
        return None

    def of_text(self, names: Sequence[tuple[str, str]], attribute: str) -> str | None:
        """Return a property of text; `names` are the families and names of the styles it stands in, the innermost first."""
        for family, name in names:
            for style in self.chain(family, name, with_default=False):
                value = style.properties.get("text", {}).get(attribute)
                if value is not None:
                    return value
        return self.find("paragraph", "", "text", attribute)

    def size_of(self, names: Sequence[tuple[str, str]]) -> float:
        """Return the size of text in points; percentages are of what the style around has."""
        share = 1.0
        for family, name in [*names, ("paragraph", "")]:
            for style in self.chain(family, name, with_default=False):
                given = style.properties.get("text", {}).get("font-size", "")
                if given.endswith("%"):
                    share *= percent(given) or 1.0
                elif given:
                    points = length(given, size=_USUAL_PT)
                    if points is not None:
                        return points * share
        return _USUAL_PT * share

    def chain(self, family: str, name: str | None, *, with_default: bool = True) -> Iterator[Style]:
        """Yield a style and those it is based on, and what its family has by default."""
        wanted = name or ""
        for _ in range(_CHAIN_MOST):
            style = self.styles.get((family, wanted))
            if style is None or not wanted:
                break
            yield style
            wanted = style.parent
        default = self.styles.get((family, ""))
        if default is not None and (with_default or not name):
            yield default


def read_styles(*roots: _Element | None) -> Styles:
    """Collect the styles of a document's parts; those of later ones win."""
    result = Styles()
    for root in roots:
        for element in root.iter(STYLE + "style", STYLE + "default-style") if root is not None else ():
            family = str(element.get(STYLE + "family") or "")
            name = str(element.get(STYLE + "name") or "") if local(element.tag) == "style" else ""
            properties: dict[str, dict[str, str]] = {}
            for part in element:
                kind = local(part.tag).removesuffix("-properties")
                properties[kind] = {local(key): str(value) for key, value in part.attrib.items()}
                if any(local(child.tag) == "background-image" and len(child.attrib) for child in part):
                    properties[kind]["background-image"] = "there"
            result.styles[family, name] = Style(str(element.get(STYLE + "parent-style-name") or ""), properties)
        for element in root.iter(DRAW + "gradient") if root is not None else ():
            ends = [from_hex(str(element.get(DRAW + side) or "")) for side in ("start-color", "end-color")]
            known = None if None in ends else frozenset(colour for colour in ends if colour is not None)
            result.colours[str(element.get(DRAW + "name"))] = known
    return result


def read_page(root: _Element | None) -> tuple[Page, Ground]:
    """Read the paper and its colour from the page layouts: the largest paper, the least margins."""
    usual = Page()
    found: dict[str, list[float]] = {}
    ground: Ground = PAPER
    columns = 1
    for properties in root.iter(STYLE + "page-layout-properties") if root is not None else ():
        values = {local(key): str(value) for key, value in properties.attrib.items()}
        for name in ("page-width", "page-height", "margin-left", "margin-right", "margin-top", "margin-bottom"):
            given = values.get(name) or (values.get("margin", "") if "margin" in name else "")
            points = length(given, size=12.0)
            if points is not None:
                found.setdefault(name, []).append(points)
        laid = fill_of(values, {})
        ground = laid if laid != frozenset() else ground
        counts = (str(child.get(f"{{{_OASIS}xsl-fo-compatible:1.0}}column-count") or "1") for child in properties)
        columns = max([columns, *(int(count[:2]) for count in counts if count.isdecimal())])
    page = Page(
        width=max(found.get("page-width", [usual.width])),
        height=max(found.get("page-height", [usual.height])),
        left=min(found.get("margin-left", [usual.left])),
        right=min(found.get("margin-right", [usual.right])),
        top=min(found.get("margin-top", [usual.top])),
        bottom=min(found.get("margin-bottom", [usual.bottom])),
        columns=columns,
    )
    return page, ground


def fill_of(values: Mapping[str, str], gradients: Mapping[str, Ground]) -> Ground:
    """Return what a box lays beneath its text by its own attributes: no colours for nothing, None for a picture."""
    if "background-image" in values:
        return None
    kind = values.get("fill")
    solid = percent(values.get("opacity"))
    if solid is not None and solid < FAINT:
        return frozenset()
    if kind == "solid":
        return only(from_hex(values.get("fill-color")))
    if kind == "gradient":
        return gradients.get(values.get("fill-gradient-name", ""))
    if kind in ("bitmap", "hatch"):
        return None
    return ground_of(values.get("background-color")) if kind != "none" else frozenset()


def ground_of(value: str | None) -> Ground:
    """Return the ground that a background colour lays; no colours for none."""
    return only(from_hex(value)) if value and value != "transparent" else frozenset()


def text_colour(styles: Styles, names: Sequence[tuple[str, str]]) -> tuple[Colour, float] | None:
    """Return the colour of text and how solid it is, 0 to 1; None for automatic text, which can always be seen.

    LibreOffice writes an opacity of 0 % beside every automatic colour, where it means nothing.
    """
    for family, name in [*names, ("paragraph", "")]:
        for style in styles.chain(family, name, with_default=False):
            values = style.properties.get("text", {})
            if values.get("use-window-font-color") == "true":
                return None
            colour = from_hex(values.get("color"))
            if colour is not None:
                solid = percent(values.get("opacity"))
                return colour, 1.0 if solid is None else min(1.0, solid)
    return None


def percent(text: str | None) -> float | None:
    """Read a percentage as a share of 1."""
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,4})?)%", text or "")
    return float(match.group(1)) / 100 if match else None
