"""DOCX: every part's XML walked in document order.

python-docx's `paragraphs` leaves out text boxes, content controls, headers and nested tables (32 % of the phrases of
real resumes, as measured). The walk takes them all, each once: a text box is stored twice, as drawing and
as its old form, and only the first is read. Deleted text is left out, inserted text kept, macros never looked at.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from resumefit.core.document import Caution, Concealed
from resumefit.read.archive import open_archive
from resumefit.read.docx_colours import read_theme
from resumefit.read.docx_parts import Package, diagram_drafts, open_package, parse_office_xml, read_taken_in
from resumefit.read.docx_runs import CONTAINERS, Paragraph, Walk, alternative, is_placeholder, walk_runs
from resumefit.read.docx_seen import Seen, ground_of_paragraph, page_ground, size_of, why_hidden_paragraph
from resumefit.read.docx_shapes import box_ground, read_page, shape_of, shapes_in, twips
from resumefit.read.docx_styles import W, child_value, is_on, read_styles
from resumefit.read.docx_tables import Place, cell_ground, cell_runs, cell_start, look_of, span_of
from resumefit.read.drafts import Draft, Reading, with_bullet
from resumefit.read.filedate import month_of_part
from resumefit.read.furniture import role_of_part
from resumefit.read.limits import Limits
from resumefit.read.paper import TINY_PT, USUAL_PT, drawn_behind, why_box_hidden
from resumefit.read.rows import join_table
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read_docx(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a DOCX (DOCM, DOTX) as drafts, headers first, footnotes and footers last."""
    archive = open_archive(data, name=name, limits=limits)
    package = open_package(archive)
    root = parse_office_xml(archive.main(package.main), archive)
    walk = _begin(package, root)
    body = root.find(W + "body")
    _walk_blocks(body if body is not None else root, walk)
    body_drafts, walk.drafts = walk.drafts, []
    headers, footers = _headers_and_footers(root, walk, {d.text for d in body_drafts})
    notes = [note for number in walk.noted for note in walk.notes.get(number, [])]
    if archive.damaged:
        walk.cautions["truncated"] = "the file is damaged; what could be read was read"
    return Reading(
        "docx",
        (*headers, *body_drafts, *notes, *footers),
        pages=walk.page,
        cautions=tuple(Caution(code, message) for code, message in walk.cautions.items()),
        concealed=tuple(walk.concealed),
        doubtful=archive.damaged or "part-not-read" in walk.cautions,
        dated=month_of_part(archive, "docProps/core.xml", name=name, limits=limits),
    )


def _begin(package: Package, root: _Element) -> Walk:
    """Read what the whole document goes by: styles, theme, paper, and what is drawn behind its text."""
    theme = read_theme(package.of_kind("theme", "theme/theme1.xml"))
    page = read_page(root)
    styles = read_styles(package.of_kind("styles", "styles.xml"), package.of_kind("numbering", "numbering.xml"))
    shapes = shapes_in(root, page, theme)
    for reference in root.iter(W + "headerReference", W + "footerReference"):
        part = package.part(package.target(str(reference.get(_R + "id"))) or "")
        if part is not None:
            shapes += shapes_in(part, page, theme, in_header=True)
    ground = page_ground(root, package.of_kind("settings", "settings.xml"), theme)
    seen = Seen(theme, page, ground, drawn_behind(shapes), start=page.left if page.columns == 1 else None)
    walk = Walk(package, styles, seen, shapes)
    walk.notes = _notes(walk)
    walk.seen.down = 0.0
    return walk


def _notes(walk: Walk) -> dict[str, list[Draft]]:
    notes: dict[str, list[Draft]] = {}
    for kind in ("footnote", "endnote"):
        root = walk.package.of_kind(f"{kind}s", f"{kind}s.xml")
        for element in root.iterfind(W + kind) if root is not None else ():
            if element.get(W + "type") not in ("separator", "continuationSeparator", "continuationNotice"):
                notes[f"{kind}{element.get(W + 'id')}"] = _apart(element, walk)
    return notes


def _apart(element: _Element, walk: Walk) -> list[Draft]:
    """Return the drafts of what an element holds, set apart from the others."""
    kept, walk.drafts = walk.drafts, []
    pending, walk.pending = walk.pending, None
    _walk_blocks(element, walk)
    inside, walk.drafts, walk.pending = walk.drafts, kept, pending
    return inside


def _headers_and_footers(root: _Element, walk: Walk, seen: set[str]) -> tuple[list[Draft], list[Draft]]:
    """Read each header and footer part once. What carries content is body; page furniture keeps its role."""
    groups: dict[str, list[Draft]] = {"headerReference": [], "footerReference": []}
    done: set[str] = set()
    for reference in root.iter(W + "headerReference", W + "footerReference"):
        target = walk.package.target(str(reference.get(_R + "id")))
        part = walk.package.part(target) if target is not None and target not in done else None
        if part is None or target is None:
            continue
        done.add(target)
        walk.seen.down = 0.0
        drafts = _apart(part, walk)
        kind = local(reference.tag)
        role = role_of_part(drafts, header=kind == "headerReference", numbers_pages=_has_page_field(part), body=seen)
        known = {g.text for g in groups[kind]}
        groups[kind] += [replace(d, role=role) for d in drafts if d.text not in known]
    if groups["footerReference"]:
        groups["footerReference"][0] = replace(groups["footerReference"][0], starts_block=True)
    return groups["headerReference"], groups["footerReference"]


def _has_page_field(part: _Element) -> bool:
    codes = [(e.text or "") for e in part.iter(W + "instrText")] + [
        str(e.get(W + "instr") or "") for e in part.iter(W + "fldSimple")
    ]
    return any("PAGE" in code for code in codes)


def _walk_blocks(parent: _Element, walk: Walk) -> None:
    for element in parent:
        kind = local(element.tag)
        if kind == "p":
            _read_paragraph(element, walk)
        elif kind == "tbl":
            _read_table(element, walk)
        elif kind == "altChunk":
            _take_in(element, walk)
        elif kind == "AlternateContent":
            _walk_blocks(alternative(element), walk)
        elif kind == "sdt" and is_placeholder(element, walk):
            continue
        elif kind in CONTAINERS:
            _walk_blocks(element, walk)
    if walk.pending is not None:  # its mark is deleted, but nothing follows
        growing, walk.pending = walk.pending, None
        _say(growing, None, walk)


def _take_in(element: _Element, walk: Walk) -> None:
    """Read a part in another format; the document is doubtful where that cannot be done."""
    reading = read_taken_in(walk.package, str(element.get(_R + "id") or ""))
    if reading is None:
        walk.cautions["part-not-read"] = "a part of the document that is kept in another format was not read"
        return
    walk.drafts += [replace(draft, page=walk.page) for draft in reading.drafts]
    walk.concealed += reading.concealed


def _read_paragraph(element: _Element, walk: Walk) -> None:
    properties = element.find(W + "pPr")
    growing = walk.pending or Paragraph()
    walk.pending = None
    growing.ground = ground_of_paragraph(properties, walk.styles, walk.seen)
    letters = sum(len(text.text or "") for text in element.iter(W + "t"))
    size = size_of(None, properties, walk.styles) or USUAL_PT
    growing.hidden = walk.hidden or why_hidden_paragraph(
        properties, walk.styles, walk.seen, letters=letters, size=size
    )
    if is_on(child_value(properties, "pageBreakBefore")):
        walk.page += 1
        walk.seen.down = 0.0
    walk_runs(element, properties, growing, walk)
    walk.seen.move_down(growing.letters, size)
    mark = properties.find(W + "rPr") if properties is not None else None
    if mark is not None and mark.find(W + "del") is not None:
        walk.pending = growing  # a deleted mark: what follows goes on in the same paragraph
        return
    _say(growing, properties, walk)


def _say(growing: Paragraph, properties: _Element | None, walk: Walk) -> None:
    """Write a finished paragraph as drafts, one for each of its lines, and what is drawn beside it after them."""
    text = "".join(growing.pieces)
    if text.strip():
        mark, depth = walk.styles.list_mark(properties)
        level = walk.styles.outline_level(properties)
        size = max(growing.sizes, key=lambda s: growing.sizes[s]) if growing.sizes else None
        bold = growing.bold * 2 > growing.letters if growing.letters else None
        for index, row in enumerate(re.split(r"[\n\f]", text)):
            shown = row.strip(" \t") if depth or level else row.strip()
            if not shown:
                continue
            draft = Draft(
                f"{mark} {shown}" if mark and index == 0 else shown,
                page=walk.page,
                font_size=size,
                bold=bold,
                heading_level=level,
                list_depth=depth if index == 0 else 0,
                starts_block=level is not None and index == 0,
            )
            walk.drafts.append(with_bullet(draft))
    elif walk.drafts:
        walk.drafts.append(Draft("", page=walk.page, starts_block=True))
    for box in growing.boxes:
        walk.drafts.append(Draft("", page=walk.page, starts_block=True))
        _read_box(box, walk)
    walk.concealed += [Concealed(kind, words.strip(), walk.page) for kind, words in growing.concealed]
    walk.page += text.count("\f")
    if "\f" in text:
        walk.seen.down = 0.0


def _read_box(box: _Element, walk: Walk) -> None:
    if local(box.tag) == "relIds":
        points = diagram_drafts(walk.package, str(box.get(_R + "dm") or ""), page=walk.page)
        if not points:
            walk.cautions["part-not-read"] = "a diagram in the document was not read"
        walk.drafts += [*points, Draft("", starts_block=True)]
        return
    seen = walk.seen
    outer = next((a for a in box.iterancestors() if local(a.tag) in ("anchor", "inline", "shape", "rect", "roundrect")), None)
    shape = shape_of(outer, seen.page, seen.theme) if outer is not None else None
    hidden = walk.hidden
    walk.hidden = hidden or (why_box_hidden(shape, seen.page) if shape is not None else None)
    ground = box_ground(box, shape, walk.shapes, seen.ground, seen.theme)
    walk.seen = replace(seen, ground=ground, behind=(), start=None)
    inside = _apart(box, walk)
    walk.seen, walk.hidden = seen, hidden
    walk.drafts += [*inside, Draft("", starts_block=True)]


def _read_table(table: _Element, walk: Walk) -> None:
    """Read a table row by row, or by column; the cells of a row in one line where each is one short piece."""
    walk.drafts.append(Draft("", page=walk.page, starts_block=True))
    outer, hidden = walk.seen, walk.hidden
    look = look_of(table, outer.start)
    rows = [row for row in _rows(table) if not is_on(child_value(row.find(W + "trPr"), "del"))]
    read: list[list[list[Draft]]] = []
    for index, row in enumerate(rows):
        cells = [cell for cell in _cells(row) if not _is_deleted(cell)]
        count = sum(map(span_of, cells))
        walk.hidden = hidden or _why_row_hidden(row)
        column, down = 0, walk.seen.down
        read.append([])
        for cell in cells:
            place = Place(index, len(rows), column, max(count, len(look.widths)))
            ground = cell_ground(cell, look, place, walk.styles, outer.theme, outer.ground)
            shown = ground is outer.ground  # nothing of its own lies between
            walk.seen = replace(
                outer,
                ground=ground,
                behind=outer.behind if shown else (),
                start=cell_start(look, column),
                down=down,
                rest=[*cell_runs(look, place, walk.styles), *outer.rest],
            )
            read[-1].append(_apart(cell, walk))
            outer.down = max(outer.down, walk.seen.down)
            column += span_of(cell)
    walk.seen, walk.hidden = outer, hidden
    walk.drafts += join_table(read)
    walk.drafts.append(Draft("", page=walk.page, starts_block=True))


def _why_row_hidden(row: _Element) -> str | None:
    properties = row.find(W + "trPr")
    if is_on(child_value(properties, "hidden")):
        return "hidden-text"
    height = properties.find(W + "trHeight") if properties is not None else None
    if height is None or height.get(W + "hRule") != "exact":
        return None
    points = twips(height.get(W + "val"))
    return "zero-size" if points is not None and points < TINY_PT else None


def _is_deleted(cell: _Element) -> bool:
    properties = cell.find(W + "tcPr")
    return properties is not None and properties.find(W + "cellDel") is not None


def _rows(parent: _Element) -> list[_Element]:
    return [
        r
        for child in parent
        for r in ([child] if local(child.tag) == "tr" else _rows(child) if local(child.tag) in CONTAINERS else [])
    ]


def _cells(parent: _Element) -> list[_Element]:
    return [
        c
        for child in parent
        for c in ([child] if local(child.tag) == "tc" else _cells(child) if local(child.tag) in CONTAINERS else [])
    ]
