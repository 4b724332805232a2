"""DOCX: every part's XML walked in document order.

python-docx's `paragraphs` leaves out text boxes, content controls, headers and nested tables (32 % of the phrases of
real resumes, as measured). The walk takes them all, each once: a text box is stored twice, as drawing and
as its old form, and only the first is read. Deleted text is left out, inserted text kept, macros never looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resumefit.core.document import Caution, Concealed, LineRole
from resumefit.errors import DamagedFile
from resumefit.read.archive import Archive, open_archive
from resumefit.read.docx_seen import box_is_filled, has_fill, is_near_white, is_off_page, is_shaded, table_is_filled
from resumefit.read.docx_styles import Styles, W, child_value, is_on, read_styles
from resumefit.read.drafts import Draft, Reading, with_bullet
from resumefit.read.filedate import month_of_part
from resumefit.read.limits import Limits
from resumefit.read.rows import join_row
from resumefit.read.xmlsafe import local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CONTAINERS = frozenset(
    {
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "customXml",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
        "subDoc",
        "ruby",
        "rubyBase",
        "oMath",
        "oMathPara",
    }
)
_SKIPPED = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "tblPr", "sectPr", "sdtPr", "rt"}
)
_SYMBOL_BULLETS = {"F0B7": "•", "F0A7": "•", "F0D8": "•", "F076": "•", "F0FC": "•", "F0E0": "→", "F0A8": "•"}
_FURNITURE_WORDS = 12  # a footer or repeated header of more words than these carries content


@dataclass(slots=True)
class _Walk:
    """What is gathered while one file is walked."""

    archive: Archive
    styles: Styles
    drafts: list[Draft] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    notes: dict[str, list[Draft]] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
    shaded: int = 0
    page: int = 1


@dataclass(slots=True)
class _Paragraph:
    """The text of a paragraph as it grows, and how its visible runs look (by number of characters)."""

    pieces: list[str] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)
    bold: int = 0
    letters: int = 0
    boxes: list[_Element] = field(default_factory=list)
    shaded: bool = False


def read_docx(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a DOCX (DOCM, DOTX) as drafts, headers first, footnotes and footers last."""
    archive = open_archive(data, name=name, limits=limits)
    main = _main_part(archive)
    content = archive.read(main)
    if content is None:
        raise DamagedFile(name, "the document inside the file is missing", "Save it again from the word processor")
    root = parse_xml(content, name=name, limits=limits)
    folder = main.rsplit("/", 1)[0] + "/" if "/" in main else ""
    relations = _relations(archive, main)
    walk = _Walk(archive, read_styles(_part(archive, folder + "styles.xml"), _part(archive, folder + "numbering.xml")))
    walk.notes = _notes(archive, walk, folder)
    if root.find(f"{W}background") is not None:
        walk.shaded += 1
    body = root.find(W + "body")
    _walk_blocks(body if body is not None else root, walk)
    body_drafts, walk.drafts = walk.drafts, []
    headers, footers = _headers_and_footers(root, walk, relations, folder, {d.text for d in body_drafts})
    notes = [note for number in walk.noted for note in walk.notes.get(number, [])]
    drafts = [*headers, *body_drafts, *notes, *footers]
    cautions = (Caution("truncated", "the file is damaged; what could be read was read"),) if archive.damaged else ()
    return Reading(
        "docx",
        tuple(drafts),
        pages=walk.page,
        cautions=cautions,
        concealed=tuple(walk.concealed),
        doubtful=archive.damaged,
        dated=month_of_part(archive, "docProps/core.xml", name=name, limits=limits),
    )


def _main_part(archive: Archive) -> str:
    root = _part(archive, "_rels/.rels")
    for relation in root if root is not None else ():
        target = str(relation.get("Target") or "").lstrip("/")
        if str(relation.get("Type") or "").endswith("/officeDocument") and target in archive.members:
            return target
    return "word/document.xml"


def _part(archive: Archive, member: str) -> _Element | None:
    """Parse a part that the document can do without; a broken one is left out."""
    content = archive.read(member)
    try:
        return parse_xml(content, name=archive.name, limits=archive.limits) if content else None
    except DamagedFile:
        archive.damaged = True
        return None


def _relations(archive: Archive, main: str) -> dict[str, str]:
    folder, _, file = main.rpartition("/")
    root = _part(archive, f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    if root is None:
        return {}
    return {str(r.get("Id")): str(r.get("Target") or "") for r in root if r.get("TargetMode") != "External"}


def _notes(archive: Archive, walk: _Walk, folder: str) -> dict[str, list[Draft]]:
    notes: dict[str, list[Draft]] = {}
    for kind in ("footnote", "endnote"):
        root = _part(archive, f"{folder}{kind}s.xml")
        for element in root.iterfind(W + kind) if root is not None else ():
            if element.get(W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            kept, walk.drafts = walk.drafts, []
            _walk_blocks(element, walk)
            notes[f"{kind}{element.get(W + 'id')}"], walk.drafts = walk.drafts, kept
    return notes


def _headers_and_footers(
    root: _Element, walk: _Walk, relations: dict[str, str], folder: str, seen: set[str]
) -> tuple[list[Draft], list[Draft]]:
    """Read each header and footer part once. What carries content is body; page furniture keeps its role."""
    groups: dict[str, list[Draft]] = {"headerReference": [], "footerReference": []}
    done: set[str] = set()
    for reference in root.iter(W + "headerReference", W + "footerReference"):
        target = relations.get(str(reference.get(_R + "id")), "")
        if not target or target in done:
            continue
        done.add(target)
        part = _part(walk.archive, target.lstrip("/") if target.startswith("/") else folder + target)
        if part is None:
            continue
        walk.drafts = []
        _walk_blocks(part, walk)
        words = sum(len(d.text.split()) for d in walk.drafts)
        repeated = all(d.text in seen for d in walk.drafts)
        kind = local(reference.tag)
        furniture = repeated or (words <= _FURNITURE_WORDS and (kind == "footerReference" or _has_page_field(part)))
        role = LineRole.BODY if not furniture else LineRole.HEADER if kind == "headerReference" else LineRole.FOOTER
        fresh = [d for d in walk.drafts if role is LineRole.BODY or d.text not in {g.text for g in groups[kind]}]
        known = {g.text for g in groups[kind]}
        groups[kind] += [replace(d, role=role) for d in fresh if d.text not in known]
    if groups["footerReference"]:
        groups["footerReference"][0] = replace(groups["footerReference"][0], starts_block=True)
    return groups["headerReference"], groups["footerReference"]


def _has_page_field(part: _Element) -> bool:
    codes = [(e.text or "") for e in part.iter(W + "instrText")] + [
        str(e.get(W + "instr") or "") for e in part.iter(W + "fldSimple")
    ]
    return any("PAGE" in code for code in codes)


def _walk_blocks(parent: _Element, walk: _Walk) -> None:
    for element in parent:
        kind = local(element.tag)
        if kind == "p":
            _read_paragraph(element, walk)
        elif kind == "tbl":
            _read_table(element, walk)
        elif kind == "AlternateContent":
            _walk_blocks(_alternative(element), walk)
        elif kind in _CONTAINERS:
            _walk_blocks(element, walk)


def _alternative(element: _Element) -> _Element:
    """Choose one form of content that is stored in several: the first choice, else the fallback."""
    for wanted in ("Choice", "Fallback"):
        for child in element:
            if local(child.tag) == wanted and len(child):
                return child
    return element


def _read_paragraph(element: _Element, walk: _Walk) -> None:
    properties = element.find(W + "pPr")
    if properties is not None and is_on(child_value(properties.find(W + "rPr"), "specVanish")):
        return
    growing = _Paragraph(shaded=walk.shaded > 0 or is_shaded(properties, walk.styles))
    _walk_runs(element, properties, growing, walk)
    text = "".join(growing.pieces)
    if child_value(properties, "pageBreakBefore") is not None and is_on(child_value(properties, "pageBreakBefore")):
        walk.page += 1
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
    walk.page += text.count("\f")


def _walk_runs(parent: _Element, properties: _Element | None, growing: _Paragraph, walk: _Walk) -> None:
    for element in parent:
        kind = local(element.tag)
        if kind == "r":
            _read_run(element, properties, growing, walk)
        elif kind in _SKIPPED:
            continue
        elif kind == "AlternateContent":
            _walk_runs(_alternative(element), properties, growing, walk)
        elif kind in _CONTAINERS or kind in ("Choice", "Fallback", "r", "e", "num", "den", "sup", "sub"):
            _walk_runs(element, properties, growing, walk)
        elif kind == "t" and element.text:
            growing.pieces.append(element.text)
        elif kind in ("drawing", "pict", "object"):
            growing.boxes += _boxes(element)


def _read_run(element: _Element, properties: _Element | None, growing: _Paragraph, walk: _Walk) -> None:
    run = element.find(W + "rPr")
    pieces: list[str] = []
    for child in element:
        kind = local(child.tag)
        if kind == "t":
            pieces.append(child.text or "")
        elif kind in ("tab", "ptab"):
            pieces.append("\t")
        elif kind in ("br", "cr"):
            pieces.append("\f" if child.get(W + "type") == "page" else "\n")
        elif kind == "noBreakHyphen":
            pieces.append("-")
        elif kind == "sym":
            pieces.append(_symbol(child))
        elif kind in ("footnoteReference", "endnoteReference"):
            walk.noted.append(f"{kind[:-9]}{child.get(W + 'id')}")
        elif kind in ("drawing", "pict", "object"):
            growing.boxes += _boxes(child)
        elif kind == "AlternateContent":
            for part in _alternative(child):
                growing.boxes += _boxes(part)
    text = "".join(pieces)
    hidden = _why_hidden(run, properties, growing, walk) if text.strip() else None
    if hidden:
        walk.concealed.append(Concealed(hidden, text.strip(), walk.page))
        return
    growing.pieces.append(text)
    letters = len(text.strip())
    if letters:
        size = walk.styles.run_value(run, properties, "sz")
        if size and size.replace(".", "", 1).isdigit():
            growing.sizes[float(size) / 2] = growing.sizes.get(float(size) / 2, 0) + letters
        growing.letters += letters
        growing.bold += letters if is_on(walk.styles.run_value(run, properties, "b")) else 0


def _symbol(element: _Element) -> str:
    code = str(element.get(W + "char") or "").upper()
    if code in _SYMBOL_BULLETS:
        return _SYMBOL_BULLETS[code]
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return (
        "" if 0xE000 <= number <= 0xF8FF or not 0x20 <= number < 0x110000 or 0xD800 <= number < 0xE000 else chr(number)
    )


def _why_hidden(run: _Element | None, properties: _Element | None, growing: _Paragraph, walk: _Walk) -> str | None:
    """Say why a run cannot be seen on paper, or None."""
    styles = walk.styles
    if is_on(styles.run_value(run, properties, "vanish")) or is_on(styles.run_value(run, properties, "webHidden")):
        return "hidden-text"
    size = styles.run_value(run, properties, "sz")
    if size and size.isdigit() and int(size) < 4:
        return "tiny"
    colour = (styles.run_value(run, properties, "color") or "").upper()
    painted = run.find(W + "color") if run is not None else None
    theme = painted.get(W + "themeColor") if painted is not None else None
    white = is_near_white(colour) or (theme in ("background1", "light1") and not colour.strip("FAUTO"))
    highlighted = child_value(run, "highlight") not in (None, "none", "white") or has_fill(run)
    if white and not growing.shaded and not highlighted:
        return "white-on-white"
    return None


def _boxes(drawing: _Element) -> list[_Element]:
    """Find the outermost text boxes of a drawing, each form once."""
    if local(drawing.tag) == "txbxContent":
        return [drawing]
    if local(drawing.tag) == "AlternateContent":
        return _boxes(_alternative(drawing))
    return [box for child in drawing for box in _boxes(child)]


def _read_box(box: _Element, walk: _Walk) -> None:
    outer = next((a for a in box.iterancestors() if local(a.tag) in ("anchor", "inline", "shape", "rect")), None)
    filled = any(local(a.tag) in ("wsp", "shape", "rect") for a in box.iterancestors())
    kept, walk.drafts = walk.drafts, []
    walk.shaded += 1 if filled and box_is_filled(box) else 0
    _walk_blocks(box, walk)
    walk.shaded -= 1 if filled and box_is_filled(box) else 0
    inside, walk.drafts = walk.drafts, kept
    if outer is not None and local(outer.tag) == "anchor" and is_off_page(outer):
        walk.concealed += [Concealed("off-page", d.text, walk.page) for d in inside if d.text]
        return
    walk.drafts += [*inside, Draft("", starts_block=True)]


def _read_table(table: _Element, walk: _Walk) -> None:
    """Read a table row by row; the cells of a row in one line where each is one short piece."""
    walk.drafts.append(Draft("", page=walk.page, starts_block=True))
    for row in _rows(table):
        cells: list[list[Draft]] = []
        if is_on(child_value(row.find(W + "trPr"), "del")):
            continue
        for cell in _cells(row):
            kept, walk.drafts = walk.drafts, []
            dark = 1 if has_fill(cell.find(W + "tcPr")) or table_is_filled(table) else 0
            walk.shaded += dark
            _walk_blocks(cell, walk)
            walk.shaded -= dark
            inside, walk.drafts = walk.drafts, kept
            cells.append(inside)
        walk.drafts += join_row(cells)
    walk.drafts.append(Draft("", page=walk.page, starts_block=True))


def _rows(parent: _Element) -> list[_Element]:
    return [
        r
        for child in parent
        for r in ([child] if local(child.tag) == "tr" else _rows(child) if local(child.tag) in _CONTAINERS else [])
    ]


def _cells(parent: _Element) -> list[_Element]:
    return [
        c
        for child in parent
        for c in ([child] if local(child.tag) == "tc" else _cells(child) if local(child.tag) in _CONTAINERS else [])
    ]
