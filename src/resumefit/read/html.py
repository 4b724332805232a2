"""HTML: the document's own order, blocks as lines, tables by their rows, and what no browser would show set apart.

Nothing is fetched: no style sheet, picture or frame from outside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resumefit.core.document import Concealed
from resumefit.errors import DamagedFile
from resumefit.read.drafts import Draft, Reading, with_bullet
from resumefit.read.html_styles import Paint, StyleSheet, paint_of, read_style_sheets
from resumefit.read.limits import Limits
from resumefit.read.plain import decode
from resumefit.read.rows import join_row

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED_WORDS = """
    script style head template noscript iframe object embed svg math canvas audio video select textarea button
    datalist map input img
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_BLOCKS_WORDS = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table ul caption
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_SPACED_WORDS = """
    p h1 h2 h3 h4 h5 h6 section article header footer table ul ol dl hr blockquote aside main
"""
_SPACED = frozenset(_SPACED_WORDS.split())
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,30})", re.IGNORECASE)


@dataclass(slots=True)
class _Walk:
    styles: StyleSheet
    limits: Limits
    drafts: list[Draft] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    letters: int = 0
    size: float = 12.0
    level: int | None = None
    depth: int = 0
    mark: str = ""
    starts_block: bool = False


def read_html(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an HTML page."""
    from lxml import etree

    declared = _DECLARED.search(data[:4096])
    text = _decode_as(data, declared.group(1).decode("ascii") if declared else None)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(name, "its HTML cannot be read", "Save the page again, or as PDF") from error
    if root is None:
        raise DamagedFile(name, "the page is empty", "Save the page again, or as PDF")
    walk = _Walk(read_style_sheets(root), limits)
    _element(root, Paint(), walk, depth=0)
    _end_line(walk)
    return Reading("html", tuple(walk.drafts), concealed=tuple(walk.concealed))


def _decode_as(data: bytes, encoding: str | None) -> str:
    if encoding and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(encoding, "replace")
        except LookupError:
            pass
    return decode(data)[0]


def _element(element: _Element, parent: Paint, walk: _Walk, *, depth: int) -> None:
    tag = element.tag.lower() if isinstance(element.tag, str) else ""
    if tag in _SKIPPED or not tag or depth > walk.limits.nesting:
        return
    paint = paint_of(element, parent, walk.styles.declarations(element))
    if paint.hidden and paint.hidden != "hidden-text":
        _conceal(element, paint.hidden, walk)
        return
    if tag == "br":
        _end_line(walk)
        return
    if tag == "table" and _is_data_table(element):
        _table(element, paint, walk, depth=depth)
        return
    block = tag in _BLOCKS or tag in ("tr", "td", "th")
    if block:
        _end_line(walk)
        walk.starts_block = walk.starts_block or _is_spaced(element, tag)
    kept = walk.level, walk.depth
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        walk.level = int(tag[1])
    if tag in ("ul", "ol"):
        walk.depth += 1
    if tag == "li":
        walk.mark = _mark(element)
    _text(element.text, paint, walk, pre=tag == "pre")
    for child in element:
        _element(child, paint, walk, depth=depth + 1)
        _text(child.tail, paint, walk, pre=tag == "pre")
    if block:
        _end_line(walk)
        walk.starts_block = walk.starts_block or _is_spaced(element, tag)
    walk.level, walk.depth = kept


def _is_spaced(element: _Element, tag: str) -> bool:
    """Tell whether a block stands apart from its neighbours; a list item's paragraph or inner list does not."""
    parent = element.getparent()
    return tag in _SPACED and (parent is None or parent.tag not in ("li", "td", "th"))


def _mark(item: _Element) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    start = str(parent.get("start") or "1")
    before = sum(1 for sibling in item.itersiblings("li", preceding=True))
    return f"{int(start) + before if start.isdigit() and len(start) < 7 else before + 1}."


def _text(text: str | None, paint: Paint, walk: _Walk, *, pre: bool) -> None:
    if not text:
        return
    if paint.hidden:
        if text.strip():
            walk.concealed.append(Concealed(paint.hidden, " ".join(text.split())))
        return
    rows = text.split("\n") if pre else [re.sub(r"[ \t\r\n\f]+", " ", text)]
    for index, row in enumerate(rows):
        if index:
            _end_line(walk)
        walk.pieces.append(row)
        letters = len(row.strip())
        walk.letters += letters
        walk.bold += letters if paint.bold else 0
        if letters:
            walk.size = paint.size


def _conceal(element: _Element, reason: str, walk: _Walk) -> None:
    words = " ".join(" ".join(str(t) for t in element.itertext()).split())
    if sum(c.isalpha() for c in words) >= 3:
        walk.concealed.append(Concealed(reason, words))


def _end_line(walk: _Walk) -> None:
    text = re.sub(r" {2,}(?! )", " ", "".join(walk.pieces)).strip()
    if text:
        bold = walk.bold * 2 > walk.letters if walk.letters else None
        shown = f"{walk.mark} {text}" if walk.mark else text
        draft = Draft(
            shown,
            font_size=round(walk.size, 1),
            bold=bold,
            heading_level=walk.level,
            list_depth=walk.depth if walk.mark else 0,
            starts_block=walk.starts_block,
        )
        walk.drafts.append(with_bullet(draft))
        walk.starts_block, walk.mark = False, ""
    walk.pieces, walk.bold, walk.letters = [], 0, 0


def _is_data_table(table: _Element) -> bool:
    """Tell whether a table has rows of its own, rather than being empty."""
    return any(True for _ in table.iter("tr"))


def _table(table: _Element, parent: Paint, walk: _Walk, *, depth: int) -> None:
    _end_line(walk)
    walk.starts_block = True
    for row in table.iter("tr"):
        owner = next((a for a in row.iterancestors() if a.tag == "table"), None)
        if owner is not table:
            continue
        row_paint = paint_of(row, parent, walk.styles.declarations(row))
        if row_paint.hidden and row_paint.hidden != "hidden-text":
            _conceal(row, row_paint.hidden, walk)
            continue
        cells: list[list[Draft]] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            kept, walk.drafts = walk.drafts, []
            _element(cell, row_paint, walk, depth=depth + 1)
            inside, walk.drafts = walk.drafts, kept
            cells.append(inside)
        joined = join_row(cells)
        if joined and walk.starts_block:
            joined[0] = replace(joined[0], starts_block=True)
            walk.starts_block = False
        walk.drafts += joined
    walk.starts_block = True
