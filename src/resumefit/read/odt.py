"""ODT: content.xml in document order, with styles for weight, size, hidden and white text, headers and footers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resumefit.core.document import Caution, Concealed, LineRole
from resumefit.errors import DamagedFile, EncryptedFile
from resumefit.read.archive import open_archive
from resumefit.read.drafts import Draft, Reading, with_bullet
from resumefit.read.filedate import month_of_part
from resumefit.read.limits import Limits
from resumefit.read.odt_lists import Lists, list_styles
from resumefit.read.rows import join_row
from resumefit.read.xmlsafe import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _STYLE, _FO, _TABLE, _DRAW, _SVG = (
    f"{{{_OASIS}{n}:1.0}}" for n in ("text", "style", "xsl-fo-compatible", "table", "drawing", "svg-compatible")
)
_SKIPPED_WORDS = """
    annotation annotation-end tracked-changes sequence-decls forms variable-decls user-field-decls bookmark
    bookmark-start bookmark-end soft-page-break note-citation script title desc object
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_GROUPS_WORDS = """
    section index-body table-of-content text-content
"""
_GROUPS = frozenset(_GROUPS_WORDS.split())
_DEEPEST = 50  # lists in lists; deeper ones are an attack


@dataclass(frozen=True, slots=True)
class _Look:
    parent: str | None
    size: float | None = None
    bold: bool | None = None
    colour: str | None = None
    ground: str | None = None
    hidden: bool = False


@dataclass(slots=True)
class _Walk:
    looks: dict[str, _Look]
    drafts: list[Draft] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    shaded: int = 0
    role: LineRole = LineRole.BODY


@dataclass(slots=True)
class _Line:
    pieces: list[str] = field(default_factory=list)
    frames: list[_Element] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)
    bold: int = 0
    letters: int = 0
    size: float | None = None


def read_odt(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an ODT file."""
    archive = open_archive(data, name=name, limits=limits)
    manifest = archive.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise EncryptedFile(name, "the file is locked with a password", "Save it without a password")
    content = archive.read("content.xml")
    if content is None:
        raise DamagedFile(name, "the document inside the file is missing", "Save it again from the word processor")
    root = parse_xml(content, name=name, limits=limits)
    styles_data = archive.read("styles.xml")
    try:
        styles = parse_xml(styles_data, name=name, limits=limits) if styles_data else None
    except DamagedFile:
        archive.damaged, styles = True, None
    looks, numbering = _looks(root), list_styles(root)
    if styles is not None:
        looks, numbering = {**_looks(styles), **looks}, {**list_styles(styles), **numbering}
    walk = _Walk(looks, lists=Lists(numbering))
    if styles is not None:
        _page_parts(styles, "header", walk, LineRole.HEADER)
    body = next((e for e in root.iter(f"{{{_OASIS}office:1.0}}text")), root)
    _blocks(body, walk)
    if styles is not None:
        _page_parts(styles, "footer", walk, LineRole.FOOTER)
    cautions = (Caution("truncated", "the file is damaged; what could be read was read"),) if archive.damaged else ()
    return Reading(
        "odt", tuple(walk.drafts), cautions=cautions, concealed=tuple(walk.concealed), doubtful=archive.damaged,
        dated=month_of_part(archive, "meta.xml", name=name, limits=limits),
    )  # fmt: skip


def _looks(root: _Element) -> dict[str, _Look]:
    found: dict[str, _Look] = {}
    for style in root.iter(_STYLE + "style"):
        values: dict[str, str] = {}
        for properties in style:
            values.update({local(key): str(value) for key, value in properties.attrib.items()})
        size = re.match(r"([\d.]{1,6})pt", values.get("font-size", ""))
        weight = values.get("font-weight")
        found[str(style.get(_STYLE + "name"))] = _Look(
            parent=str(style.get(_STYLE + "parent-style-name") or "") or None,
            size=float(size.group(1).strip(".") or 0) if size else None,
            bold=None if weight is None else weight == "bold" or weight in ("600", "700", "800", "900"),
            colour=values.get("color"),
            ground=values.get("background-color"),
            hidden=values.get("display") == "none",
        )
    return found


def _inherited(walk: _Walk, names: list[str | None], attribute: str) -> object:
    for name in names:
        for _ in range(12):
            look = walk.looks.get(name or "")
            if look is None:
                break
            value = getattr(look, attribute)
            if value not in (None, False, "transparent"):
                return value
            name = look.parent
    return None


def _page_parts(styles: _Element, kind: str, walk: _Walk, role: LineRole) -> None:
    known = {d.text for d in walk.drafts}
    for part in styles.iter(_STYLE + kind):
        kept, walk.drafts = walk.drafts, []
        _blocks(part, walk)
        words = sum(len(d.text.split()) for d in walk.drafts)
        set_role = (
            role
            if words <= 12 and (role is LineRole.FOOTER or any(True for _ in part.iter(_TEXT + "page-number")))
            else LineRole.BODY
        )
        fresh = [
            Draft(
                d.text,
                font_size=d.font_size,
                bold=d.bold,
                heading_level=d.heading_level,
                list_depth=d.list_depth,
                role=set_role,
            )
            for d in walk.drafts
            if d.text and d.text not in known
        ]
        walk.drafts = [*kept, *fresh]
        known |= {d.text for d in fresh}


def _blocks(parent: _Element, walk: _Walk) -> None:
    for element in parent:
        kind = local(element.tag)
        if kind in ("p", "h"):
            _paragraph(element, walk)
        elif kind == "list":
            _list(element, walk)
        elif kind == "table":
            _table(element, walk)
        elif kind == "frame":
            _frame(element, walk)
        elif kind in _SKIPPED:
            continue
        elif kind in _GROUPS or len(element):
            _blocks(element, walk)


def _list(element: _Element, walk: _Walk) -> None:
    walk.lists.enter(element)
    for item in element:
        if local(item.tag) in ("list-item", "list-header") and len(walk.lists.open_styles) < _DEEPEST:
            _item(item, walk)
    walk.lists.leave()


def _item(item: _Element, walk: _Walk) -> None:
    """Read one item: its mark stands before its own first line, and an item that only holds a deeper list has none."""
    own = bool(len(item)) and local(item[0].tag) in ("p", "h")
    mark, depth = walk.lists.mark(item) if own else "", len(walk.lists.open_styles)
    before = len(walk.drafts)
    _blocks(item, walk)
    if not mark or len(walk.drafts) == before or not walk.drafts[before].text:
        return
    first = walk.drafts[before]
    if first.heading_level is None or mark != "•":  # a heading's number is read, but a dot makes it no item
        numbered = replace(first, text=f"{mark} {first.text}", list_depth=depth if first.heading_level is None else 0)
        walk.drafts[before] = with_bullet(numbered)


def _table(element: _Element, walk: _Walk) -> None:
    walk.drafts.append(Draft("", starts_block=True))
    for row in element.iter(_TABLE + "table-row"):
        if not _belongs(row, element, _TABLE + "table"):
            continue
        cells: list[list[Draft]] = []
        for cell in row:
            if local(cell.tag) != "table-cell":
                continue
            kept, walk.drafts = walk.drafts, []
            ground = _inherited(walk, [str(cell.get(_TABLE + "style-name") or "")], "ground")
            walk.shaded += 1 if ground else 0
            _blocks(cell, walk)
            walk.shaded -= 1 if ground else 0
            inside, walk.drafts = walk.drafts, kept
            cells.append(inside)
        walk.drafts += join_row(cells)
    walk.drafts.append(Draft("", starts_block=True))


def _frame(element: _Element, walk: _Walk) -> None:
    style = str(element.get(_DRAW + "style-name") or "")
    for box in element.iter(_DRAW + "text-box"):
        if not _belongs(box, element, _DRAW + "frame"):
            continue
        off = any(_points(str(element.get(_SVG + axis) or "")) < -300 for axis in ("x", "y"))
        kept, walk.drafts = walk.drafts, []
        walk.shaded += 1 if style else 0
        _blocks(box, walk)
        walk.shaded -= 1 if style else 0
        inside, walk.drafts = walk.drafts, kept
        if off:
            walk.concealed += [Concealed("off-page", d.text, 1) for d in inside if d.text]
        else:
            walk.drafts += [Draft("", starts_block=True), *inside, Draft("", starts_block=True)]


def _belongs(inner: _Element, outer: _Element, tag: str) -> bool:
    """Tell whether `outer` is the nearest element of that kind around `inner`, so that nested ones are left alone."""
    return next(iter(inner.iterancestors(tag)), None) is outer


def _points(length: str) -> float:
    match = re.match(r"(-?[\d.]{1,9})(cm|in|mm|pt)", length)
    if not match:
        return 0.0
    try:
        return float(match.group(1)) * {"cm": 28.35, "in": 72.0, "mm": 2.835, "pt": 1.0}[match.group(2)]
    except ValueError:
        return 0.0


def _paragraph(element: _Element, walk: _Walk) -> None:
    line = _Line()
    style = str(element.get(_TEXT + "style-name") or "") or None
    _inline(element, [style], line, walk)
    text = "".join(line.pieces)
    level = str(element.get(_TEXT + "outline-level") or "1") if local(element.tag) == "h" else None
    heading = min(9, int(level)) if level and level.isdigit() else None
    if text.strip():
        bold = line.bold * 2 > line.letters if line.letters else None
        for index, row in enumerate(text.split("\n")):
            if row.strip():
                draft = Draft(
                    row.strip(),
                    font_size=line.size,
                    bold=bold,
                    heading_level=heading,
                    starts_block=heading is not None and index == 0,
                )
                walk.drafts.append(with_bullet(draft))
    elif walk.drafts:
        walk.drafts.append(Draft("", starts_block=True))
    for frame in line.frames:
        _frame(frame, walk)
    for note in line.notes:
        _blocks(note, walk)


def _inline(element: _Element, styles: list[str | None], line: _Line, walk: _Walk) -> None:
    _add(element.text, styles, line, walk)
    for child in element:
        kind = local(child.tag)
        if kind == "s":
            count = str(child.get(_TEXT + "c") or "1")
            line.pieces.append(" " * (min(80, int(count)) if count.isdigit() else 1))
        elif kind == "tab":
            line.pieces.append("\t")
        elif kind == "line-break":
            line.pieces.append("\n")
        elif kind == "frame":
            line.frames.append(child)
        elif kind == "note":
            line.notes += [c for c in child if local(c.tag) == "note-body"]
        elif kind not in _SKIPPED:
            style = str(child.get(_TEXT + "style-name") or "")
            _inline(child, [style, *styles] if style else styles, line, walk)
        _add(child.tail, styles, line, walk)


def _add(text: str | None, styles: list[str | None], line: _Line, walk: _Walk) -> None:
    if not text:
        return
    text = re.sub(r"[ \n\r\t]+", " ", text)
    letters = len(text.strip())
    size = _inherited(walk, styles, "size")
    if letters:
        reason = _why_hidden(styles, size, walk)
        if reason:
            walk.concealed.append(Concealed(reason, text.strip(), 1))
            return
        line.size = size if isinstance(size, float) else line.size
        line.letters += letters
        line.bold += letters if _inherited(walk, styles, "bold") else 0
    line.pieces.append(text)


def _why_hidden(styles: list[str | None], size: object, walk: _Walk) -> str | None:
    if _inherited(walk, styles, "hidden"):
        return "hidden-text"
    if isinstance(size, float) and size < 2:
        return "tiny"
    colour, ground = _inherited(walk, styles, "colour"), _inherited(walk, styles, "ground")
    if (
        isinstance(colour, str)
        and re.fullmatch(r"#f[89a-f]f[89a-f]f[89a-f]", colour.lower())
        and not ground
        and not walk.shaded
    ):
        return "white-on-white"
    return None
