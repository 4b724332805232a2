"""What RTF text looks like: the properties that a group inherits and restores, and what is known of colours, fonts and paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from resumefit.read.colours import BLACK, PAPER, WHITE, Colour, Ground, is_unseen, kind_of, mixed
from resumefit.read.docx_symbols import symbol
from resumefit.read.paper import TINY_PT, Extent, Page, Shape, ground_at, why_line_hidden

_TWIPS = 20
_SHADING_WHOLE = 10_000  # hundredths of a percent
_CODE_PAGES = {
    437: "cp437", 850: "cp850", 852: "cp852", 866: "cp866", 874: "cp874", 932: "cp932", 936: "gbk", 949: "cp949", 950: "cp950",
    1361: "johab", 10000: "mac_roman", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2", 10081: "mac_turkish",
    65001: "utf-8", **{n: f"cp{n}" for n in range(1250, 1259)},
}
# Windows' numbers for the character sets of fonts; 0 and 1 are the document's own.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
}
_SYMBOLS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What a group inherits and restores: of characters, of the paragraph, and whether its text is read at all."""

    skipped: bool = False
    collects: str = ""
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = 12.0
    scale: int = 100
    colour: int = 0
    back: int = 0
    back_pattern: int = -1
    back_front: int = 0
    font: int = -1
    skip_after_u: int = 1
    ground: int = 0
    shading: int = -1
    front: int = 0
    level: int | None = None
    depth: int = 0
    tables: int = 0
    indent: float = 0.0
    first: float = 0.0
    line: float | None = None
    across: float | None = None
    down: float | None = None

    def but(self, **changes: Any) -> Look:
        """Return this with other values for some properties, by name."""
        return replace(self, **changes)

    def plain(self) -> Look:
        """Return this with characters as they are by default."""
        usual = Look()
        return replace(
            self, bold=False, hidden=False, deleted=False, size=12.0, scale=100, colour=0, back=0, back_pattern=-1,
            back_front=0, font=usual.font,
        )

    def new_paragraph(self) -> Look:
        """Return this with the paragraph as it is by default."""
        return replace(
            self, ground=0, shading=-1, front=0, level=None, depth=0, tables=0, indent=0.0, first=0.0, line=None,
            across=None, down=None,
        )


@dataclass(slots=True)
class Font:
    """A font of the table: its name, and the encoding of text in it where it has one of its own."""

    name: str = ""
    charset: int = 0
    code_page: str | None = None


@dataclass(slots=True)
class Tables:
    """What the head of a file defines."""

    code_page: str = "cp1252"
    default_font: int = -1
    fonts: dict[int, Font] = field(default_factory=dict)
    colours: list[Colour | None] = field(default_factory=list)
    channels: dict[str, int] = field(default_factory=dict)
    page: Page = field(default_factory=Page)
    ground: Ground = PAPER
    shapes: list[Shape] = field(default_factory=list)

    def end_colour(self) -> None:
        """Take the colour that was defined into the table; an empty entry is automatic."""
        known = set(self.channels) == {"red", "green", "blue"}
        values = [min(255, max(0, self.channels.get(name, 0))) for name in ("red", "green", "blue")]
        self.colours.append((values[0], values[1], values[2]) if known else None)
        self.channels = {}

    def colour(self, index: int) -> Colour | None:
        """Return a colour of the table; None for automatic and undefined ones."""
        return self.colours[index] if 0 < index < len(self.colours) or (index == 0 and self.colours[:1]) else None

    def codec(self, look: Look) -> str:
        """Return the encoding of text that looks so."""
        font = self.fonts.get(look.font if look.font >= 0 else self.default_font)
        return (font.code_page if font is not None else None) or self.code_page

    def is_symbol(self, look: Look) -> bool:
        """Tell whether text that looks so is in a font of symbols."""
        font = self.fonts.get(look.font)
        return font is not None and font.charset == _SYMBOLS

    def symbols(self, codes: Sequence[int], look: Look) -> str:
        """Return what glyphs of a symbol font say."""
        font = self.fonts.get(look.font)
        return "".join(symbol(code, font.name if font is not None else "") for code in codes)


def code_page(number: int, known: str) -> str:
    """Return the codec of a Windows code page, `known` for one that is not known."""
    return _CODE_PAGES.get(number, known)


def code_page_of_charset(charset: int) -> str | None:
    """Return the codec of a font's character set; None for the document's own."""
    return _CHARSETS.get(charset)


def points(twips: int | None) -> float:
    """Return twentieths of a point as points."""
    return (twips or 0) / _TWIPS


def why_unseen(look: Look, tables: Tables, beneath: Ground) -> str | None:
    """Say why text cannot be seen on what lies beneath its paragraph, or None."""
    if look.hidden:
        return "hidden-text"
    if look.size < TINY_PT or look.size * look.scale / 100 < TINY_PT / 2:
        return "tiny"
    colour = tables.colour(look.colour)
    if colour is None:
        return None
    ground = beneath
    back = tables.colour(look.back) if look.back else None
    if look.back_pattern >= 0:
        ground = patterned(tables.colour(look.back_front), back, look.back_pattern)
    elif back is not None:
        ground = frozenset({back})
    return kind_of(ground) if is_unseen(colour, ground) else None


def paragraph_ground(look: Look, tables: Tables, beneath: Ground, *, behind: Sequence[Shape], down: float) -> Ground:
    """Return what a paragraph stands on: its own shading, else what lies beneath and what is drawn there."""
    back = tables.colour(look.ground) if look.ground else None
    if look.shading >= 0:
        return patterned(tables.colour(look.front), back, look.shading)
    if back is not None:
        return frozenset({back})
    start = None if look.tables else tables.page.left + look.indent
    return ground_at(beneath, behind, tables.page, start=start, down=down)


def why_paragraph_hidden(look: Look, tables: Tables, *, letters: int, in_flow: bool) -> str | None:
    """Say why nothing of a paragraph can be seen, or None. `in_flow`: it stands on the page, not in a box."""
    if look.across is not None and not -tables.page.width < look.across < tables.page.width:
        return "off-page"
    if look.down is not None and not -tables.page.height < look.down < tables.page.height:
        return "off-page"
    placed = look.across is not None or look.tables or not in_flow
    start = None if placed else tables.page.left + look.indent + look.first
    return why_line_hidden(tables.page, start=start, letters=letters, size=look.size, height=look.line)


def patterned(front: Colour | None, back: Colour | None, pattern: int) -> Ground:
    """Return what a pattern lays beneath text: so many hundredths of a percent of its front colour on the back one."""
    return frozenset({mixed(front or BLACK, back or WHITE, pattern / _SHADING_WHOLE)})


@dataclass(slots=True)
class Drawn:
    """A shape while its definition is read: sides in points, from what they are counted, and its named properties."""

    sides: dict[str, float] = field(default_factory=dict)
    across_from: str = "column"
    down_from: str = "para"
    behind: bool = False
    name: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def number(self, name: str) -> int | None:
        """Return a property as a number."""
        text = self.values.get(name, "").strip()
        return int(text) if text.lstrip("-").isdecimal() and len(text) < 12 else None

    def fill(self) -> Ground:
        """Return what the shape lays beneath its text: white by default, nothing where it is not filled."""
        if self.number("fFilled") == 0:
            return frozenset()
        if (self.number("fillType") or 0) not in (0, 4, 5, 6, 7):  # patterns and pictures
            return None
        colours = [self._colour("fillColor", WHITE)]
        if (self.number("fillType") or 0) >= 4:  # gradients
            colours.append(self._colour("fillBackColor", WHITE))
        return frozenset(colours)

    def _colour(self, name: str, usual: Colour) -> Colour:
        value = self.number(name)
        if value is None or value < 0:
            return usual
        return (value & 0xFF, value >> 8 & 0xFF, value >> 16 & 0xFF)

    def shape(self, page: Page, *, in_header: bool) -> Shape:
        """Return where it stands on the page."""
        left, top = self.sides.get("left", 0.0), self.sides.get("top", 0.0)
        width, height = self.sides.get("right", left) - left, self.sides.get("bottom", top) - top
        across_of = {"page": 0.0, "margin": page.left, "column": page.left}
        start = across_of[self.across_from] + left
        across = Extent(start, start, width)
        if self.down_from == "para":
            down = Extent(top, page.height + top, height)
        else:
            start = (page.top if self.down_from == "margin" else 0.0) + top
            down = Extent(start, start, height)
        return Shape(
            across,
            down,
            self.fill(),
            behind=self.behind or in_header or self.number("fBehindDocument") == 1,
            hidden=self.number("fHidden") == 1,
            fits_text=self.number("fFitShapeToText") == 1 or not {"right", "bottom"} <= set(self.sides),
        )
