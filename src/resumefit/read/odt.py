"""ODT: content.xml in document order, with styles for weight, size, hidden and white text, headers and footers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resumefit.core.document import Caution, Concealed
from resumefit.errors import DamagedFile, EncryptedFile, OverLimit
from resumefit.read.archive import LOCKED, LOCKED_REMEDY, Archive, open_archive
from resumefit.read.colours import PAPER, Ground, either
from resumefit.read.css_values import length
from resumefit.read.drafts import Draft, Reading, with_bullet
from resumefit.read.filedate import month_of_part
from resumefit.read.furniture import role_of_part
from resumefit.read.limits import Limits
from resumefit.read.odt_boxes import DRAWN, boxes_in, contents_of, own_fill, shape_of
from resumefit.read.odt_lists import Lists, list_styles
from resumefit.read.odt_styles import (
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    Styles,
    ground_of,
    percent,
    read_page,
    read_styles,
)
from resumefit.read.odt_text import SKIPPED, Line, holds, read_inline
from resumefit.read.paper import (
    TINY_PT,
    Page,
    Shape,
    drawn_behind,
    fills_behind,
    ground_at,
    height_of,
    why_box_hidden,
    why_line_hidden,
)
from resumefit.read.rows import join_table
from resumefit.read.xmlsafe import local, parse_as_far, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk has come to: what lies beneath, from where lines start, and why nothing there can be seen."""

    ground: Ground = PAPER
    behind: Sequence[Shape] = ()
    start: float | None = None
    hidden: str | None = None


@dataclass(slots=True)
class _Walk:
    styles: Styles
    limits: Limits
    page: Page
    place: _Place
    lists: Lists
    shapes: Sequence[Shape] = ()
    drafts: list[Draft] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    placeholders: bool = False
    down: float = 0.0


def read_odt(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an ODT file."""
    archive = open_archive(data, name=name, limits=limits)
    manifest = archive.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise EncryptedFile(name, LOCKED, LOCKED_REMEDY)
    root, whole = parse_as_far(archive.main("content.xml"), name=name, limits=limits)
    archive.damaged = archive.damaged or not whole
    styles_root = _styles_part(archive)
    walk = _begin(root, styles_root, limits)
    _page_parts(styles_root, "header", walk)
    walk.down = 0.0
    _blocks(next(root.iter(OFFICE + "text"), root), walk)
    _page_parts(styles_root, "footer", walk)
    cautions: list[Caution] = []
    if archive.damaged:
        cautions.append(Caution("truncated", "the file is damaged; what could be read was read"))
    if walk.placeholders:
        cautions.append(Caution("placeholders", "fields of the template that were not filled in were left out"))
    return Reading(
        "odt",
        tuple(walk.drafts),
        cautions=tuple(cautions),
        concealed=tuple(walk.concealed),
        doubtful=archive.damaged,
        dated=month_of_part(archive, "meta.xml", name=name, limits=limits),
    )


def _styles_part(archive: Archive) -> _Element | None:
    content = archive.read("styles.xml")
    try:
        return parse_xml(content, name=archive.name, limits=archive.limits) if content else None
    except (DamagedFile, OverLimit):
        archive.damaged = True
        return None


def _begin(root: _Element, styles_root: _Element | None, limits: Limits) -> _Walk:
    styles = read_styles(styles_root, root)
    page, ground = read_page(styles_root if styles_root is not None else root)
    numbering = {**(list_styles(styles_root) if styles_root is not None else {}), **list_styles(root)}
    shapes = boxes_in(root, page, styles)
    if styles_root is not None:
        shapes += boxes_in(styles_root, page, styles, in_header=True)
    place = _Place(ground, drawn_behind(shapes), page.left if page.columns == 1 else None)
    return _Walk(styles, limits, page, place, Lists(numbering), shapes)


def _page_parts(root: _Element | None, kind: str, walk: _Walk) -> None:
    known = {d.text for d in walk.drafts}
    for part in root.iter(STYLE + kind) if root is not None else ():
        drafts = _apart(part, walk)
        numbered = any(True for _ in part.iter(TEXT + "page-number"))
        role = role_of_part(drafts, header=kind == "header", numbers_pages=numbered)
        fresh = [replace(d, role=role, starts_block=False) for d in drafts if d.text and d.text not in known]
        walk.drafts += fresh
        known |= {d.text for d in fresh}


def _apart(element: _Element, walk: _Walk) -> list[Draft]:
    """Return the drafts of what an element holds, set apart from the others."""
    kept, walk.drafts = walk.drafts, []
    _blocks(element, walk)
    inside, walk.drafts = walk.drafts, kept
    return inside


def _blocks(parent: _Element, walk: _Walk) -> None:
    for element in parent:
        kind = local(element.tag)
        if kind in ("p", "h"):
            _paragraph(element, walk)
        elif kind == "list":
            _list(element, walk)
        elif kind == "table":
            _table(element, walk)
        elif kind in DRAWN:
            _box(element, walk)
        elif kind == "section":
            _section(element, walk)
        elif kind in SKIPPED:
            continue
        elif len(element):
            _blocks(element, walk)


def _section(element: _Element, walk: _Walk) -> None:
    place = walk.place
    name = str(element.get(TEXT + "style-name") or "")
    laid = ground_of(walk.styles.find("section", name, "section", "background-color"))
    display = element.get(TEXT + "display")
    hidden = display == "none" or (display == "condition" and holds(element))
    walk.place = replace(
        place,
        ground=place.ground if laid == frozenset() else laid,
        behind=place.behind if laid == frozenset() else (),
        hidden=place.hidden or ("hidden-text" if hidden else None),
    )
    _blocks(element, walk)
    walk.place = place


def _list(element: _Element, walk: _Walk) -> None:
    walk.lists.enter(element)
    for item in element:
        if local(item.tag) in ("list-item", "list-header") and len(walk.lists.open_styles) < walk.limits.list_depth:
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
    place, styles = walk.place, walk.styles
    table = str(element.get(TABLE + "style-name") or "")
    read: list[list[list[Draft]]] = []
    for row in element.iter(TABLE + "table-row"):
        if next(iter(row.iterancestors(TABLE + "table")), None) is not element:
            continue
        own = str(row.get(TABLE + "style-name") or "")
        laid = (
            ground_of(styles.find("table-row", own, "table-row", "background-color")),
            ground_of(styles.find("table", table, "table", "background-color")),
        )
        hidden = place.hidden or _why_row_hidden(row, styles)
        read.append([])
        for cell in row:
            if local(cell.tag) != "table-cell":
                continue
            name = str(cell.get(TABLE + "style-name") or "")
            direct = ground_of(styles.find("table-cell", name, "table-cell", "background-color"))
            fills = [ground for ground in (direct, *laid) if ground != frozenset()]
            walk.place = _Place(fills[0] if fills else place.ground, () if fills else place.behind, None, hidden)
            read[-1].append(_apart(cell, walk))
    walk.place = place
    walk.drafts += join_table(read)
    walk.drafts.append(Draft("", starts_block=True))


def _why_row_hidden(row: _Element, styles: Styles) -> str | None:
    if row.get(TABLE + "visibility") in ("collapse", "filter"):
        return "not-displayed"
    height = styles.find("table-row", str(row.get(TABLE + "style-name") or ""), "table-row", "row-height")
    points = length(height or "", size=12.0)
    return "zero-size" if points is not None and points < TINY_PT else None


def _box(element: _Element, walk: _Walk) -> None:
    """Read the text of a frame, shape or group, on its own fill or on what may lie behind it."""
    place = walk.place
    for box, drawn in contents_of(element):
        shape = shape_of(drawn, walk.page, walk.styles)
        fill = own_fill(drawn, walk.styles)
        if fill == frozenset():
            fill = either(place.ground, *fills_behind(shape, walk.shapes))
        walk.place = _Place(fill, (), None, place.hidden or why_box_hidden(shape, walk.page))
        if local(box.tag) == "table":
            kept, walk.drafts = walk.drafts, []
            _table(box, walk)
            inside, walk.drafts = walk.drafts, kept
        else:
            inside = _apart(box, walk)
        walk.place = place
        if any(draft.text for draft in inside):
            walk.drafts += [Draft("", starts_block=True), *inside, Draft("", starts_block=True)]


def _paragraph(element: _Element, walk: _Walk) -> None:
    style = str(element.get(TEXT + "style-name") or "")
    names = (("paragraph", style),)
    hidden = walk.place.hidden
    if any(holds(mark) for mark in element.iter(TEXT + "hidden-paragraph")):
        hidden = hidden or "hidden-text"
    letters = sum(len(str(text)) for text in element.itertext())
    size = walk.styles.size_of(names)
    start, height = _start(style, walk), length(walk.styles.find("paragraph", style, "paragraph", "line-height") or "", size=size)
    fixed = None if percent(walk.styles.find("paragraph", style, "paragraph", "line-height")) is not None else height
    hidden = hidden or why_line_hidden(walk.page, start=start, letters=letters, size=size, height=fixed)
    laid = ground_of(walk.styles.find("paragraph", style, "paragraph", "background-color"))
    beneath = ground_at(walk.place.ground, walk.place.behind, walk.page, start=start, down=walk.down)
    line = Line(ground=beneath if laid == frozenset() else laid, hidden=hidden)
    read_inline(element, names, line, walk.styles)
    walk.placeholders = walk.placeholders or line.placeholders
    walk.down += height_of(letters, size, walk.page)
    _say(element, line, walk)


def _start(style: str, walk: _Walk) -> float | None:
    if walk.place.start is None:
        return None
    sides = (walk.styles.find("paragraph", style, "paragraph", side) or "" for side in ("margin-left", "text-indent"))
    return walk.place.start + sum(length(side, size=12.0) or 0.0 for side in sides)


def _say(element: _Element, line: Line, walk: _Walk) -> None:
    """Write a finished paragraph as drafts, one for each of its lines, and what hangs on it after them."""
    text = "".join(line.pieces)
    level = str(element.get(TEXT + "outline-level") or "1") if local(element.tag) == "h" else None
    heading = min(9, int(level[:2])) if level and level.isdecimal() else None
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
    walk.concealed += [Concealed(kind, " ".join(words.split()), 1) for kind, words, _ in line.concealed if words.strip()]
    for box in line.boxes:
        _box(box, walk)
    for note in line.notes:
        _blocks(note, walk)
