"""HTML: the document's own order, blocks as lines, rows side by side in one line, and what no browser would show set apart.

Nothing is fetched: no style sheet, picture or frame from outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from resumefit.core.document import Caution, Concealed
from resumefit.errors import DamagedFile, OverLimit
from resumefit.read.colours import Ground
from resumefit.read.drafts import Draft, Reading, with_bullet
from resumefit.read.encodings import Decoded, decode
from resumefit.read.html_css import Sheets, read_style_sheets
from resumefit.read.html_paint import (
    Paint,
    display_of,
    ground_of,
    is_layer,
    paint_of,
    why_gone,
    why_unseen,
    with_layers,
)
from resumefit.read.html_rows import Cell, columns_of, join_cells, lays_side_by_side, takes_a_row
from resumefit.read.limits import Limits
from resumefit.read.list_numbers import numeral
from resumefit.read.plain import encoding_cautions, hangs_on_encoding
from resumefit.read.rows import is_read_by_column, join_table

if TYPE_CHECKING:
    from cssselect2 import ElementWrapper
    from lxml.etree import _Element

_SKIPPED_WORDS = """
    script style head template noscript iframe object embed svg math canvas audio video select textarea button
    datalist map input img link meta title
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_BLOCKS_WORDS = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_SPACED_WORDS = """
    p h1 h2 h3 h4 h5 h6 section article header footer table ul ol dl hr blockquote aside main
"""
_SPACED = frozenset(_SPACED_WORDS.split())
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,30})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(html|body|div|table|ul|ol|section|article|main|header)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"<(?:[a-zA-Z/!][^<>]*)?\Z|<!--(?:(?!-->).)*+\Z", re.DOTALL)
_CLOSED_END = re.compile(r"(?:</[a-zA-Z0-9-]+\s*>|<(?:br|hr)\b[^<>]*>|-->)\s*\Z")
_CUT_END_MOST = 5_000  # characters before the end in which a tag may have begun
_JUMP = "\t"  # becomes a wide gap; no other tab is left in a line


@dataclass(slots=True)
class _List:
    """The list that is being read: its next number and how that is written; None for a list without numbers."""

    number: int | None
    kind: str = "decimal"
    step: int = 1


@dataclass(slots=True)
class _Walk:
    sheets: Sheets
    limits: Limits
    drafts: list[Draft] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    letters: int = 0
    size: float = 12.0
    level: int | None = None
    lists: list[_List] = field(default_factory=list)
    mark: str = ""
    rows: list[list[list[Draft]]] = field(default_factory=list)
    keeps_spaces: bool = False
    starts_block: bool = False
    cut: bool = False


def read_html(data: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an HTML page."""
    import cssselect2
    from lxml import etree

    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, declared=declared.group(1).decode("ascii") if declared else None)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded.text)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(name, "its HTML cannot be read", "Save the page again, or as PDF") from error
    if root is None:
        raise DamagedFile(name, "the page is empty", "Save the page again, or as PDF")
    walk = _Walk(read_style_sheets(root, limits), limits)
    walk.cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    _element(cssselect2.ElementWrapper.from_html_root(root), Paint(), {}, walk, depth=0)
    _end_line(walk)
    if walk.cut and not walk.drafts:
        raise OverLimit(name, "its elements are nested too deeply", "Save the page again, or as PDF")
    cautions = _cautions(walk, decoded, cut_off=_is_cut_off(text))
    doubtful = hangs_on_encoding(decoded) or any(caution.code in ("truncated", "nested-too-deeply") for caution in cautions)
    return Reading("html", tuple(walk.drafts), cautions=cautions, concealed=tuple(walk.concealed), doubtful=doubtful)


def _cautions(walk: _Walk, decoded: Decoded, *, cut_off: bool) -> tuple[Caution, ...]:
    found = list(encoding_cautions(decoded))
    if cut_off:
        found.append(Caution("truncated", "the file is cut off; what could be read was read"))
    if walk.cut:
        found.append(Caution("nested-too-deeply", "parts of the page that are nested too deeply were left out"))
    if walk.sheets.outside or walk.sheets.cut:
        what = "lie outside the file" if walk.sheets.outside else "are too long"
        found.append(Caution("styles-not-read", f"style sheets of the page {what} and were not read"))
    return tuple(found)


def _is_cut_off(text: str) -> bool:
    """Tell whether a page breaks off: inside a tag or comment, or with what every program closes still open."""
    if _OPEN_END.search(text[-_CUT_END_MOST:]):
        return True
    open_tags: dict[str, int] = {}
    for closing, tag in _TAG.findall(text):
        open_tags[tag.lower()] = open_tags.get(tag.lower(), 0) + (-1 if closing else 1)
    if any(number > 0 for tag, number in open_tags.items() if tag not in ("html", "body")):
        return True
    # Pages written by hand leave the outermost elements open, but not the one that the last words are in.
    is_open = any(open_tags.get(tag, 0) > 0 for tag in ("html", "body"))
    return is_open and not _CLOSED_END.search(text[-_CUT_END_MOST:])


def _element(node: ElementWrapper, parent: Paint, variables: Mapping[str, str], walk: _Walk, *, depth: int) -> None:
    element = node.etree_element
    tag = element.tag.lower() if isinstance(element.tag, str) else ""
    if tag in _SKIPPED or not tag:
        return
    if depth > walk.limits.nesting:
        walk.cut = True
        return
    declared, variables = walk.sheets.of(node, variables)
    paint = paint_of(element, parent, declared, outside=walk.sheets.outside)
    gone = why_gone(element, paint, declared)
    if gone:
        _conceal(element, gone, walk)
        return
    if tag == "br":
        _end_line(walk)
        return
    paint = with_layers(paint, _layers(node, variables, walk))
    block = _is_block(element, tag, declared)
    if block:
        _end_line(walk)
        walk.starts_block = walk.starts_block or _is_spaced(element, tag)
    elif declared.get("float", "none") != "none" or declared.get("position") in ("absolute", "fixed"):
        walk.pieces.append(_JUMP)
    elif declared.get("display") == "inline-block":
        walk.pieces.append(" ")
    kept = walk.level
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        walk.level = int(tag[1])
    if tag in ("ul", "ol"):
        walk.lists.append(_list_of(element, tag))
    if tag == "li":
        walk.mark = _mark(element, walk)
    if tag == "table":
        _table(node, paint, variables, walk, depth=depth)
    elif lays_side_by_side(tag, declared):
        _rows(node, paint, declared, variables, walk, depth=depth)
    else:
        stacked = "flex" in declared.get("display", "") or "grid" in declared.get("display", "")
        _content(node, paint, variables, walk, depth=depth, stacked=stacked)
    if block:
        _end_line(walk)
        walk.starts_block = walk.starts_block or _is_spaced(element, tag)
    elif declared.get("float", "none") != "none" or declared.get("position") in ("absolute", "fixed"):
        walk.pieces.append(_JUMP)
    if tag in ("ul", "ol"):
        walk.lists.pop()
    walk.level = kept


def _content(
    node: ElementWrapper, paint: Paint, variables: Mapping[str, str], walk: _Walk, *, depth: int, stacked: bool = False
) -> None:
    """Read what an element holds; where it is `stacked`, each child stands on lines of its own."""
    element = node.etree_element
    say = _conceal_closed if element.tag == "details" and element.get("open") is None else _text
    say(element.text, paint, walk)
    for child in node.iter_children():
        if stacked:
            _end_line(walk)
        _element(child, paint, variables, walk, depth=depth + 1)
        if stacked:
            _end_line(walk)
        say(child.etree_element.tail, paint, walk)


def _table(node: ElementWrapper, paint: Paint, variables: Mapping[str, str], walk: _Walk, *, depth: int) -> None:
    """Read a table row by row, or by its columns where those are lists with a heading each."""
    rows, walk.rows = walk.rows, []
    lines = _cell(partial(_content, node, paint, variables, walk, depth=depth), walk)
    if is_read_by_column(walk.rows):
        lines = join_table(walk.rows)
    walk.drafts += lines
    walk.rows = rows


def _rows(
    node: ElementWrapper, paint: Paint, declared: Mapping[str, str], variables: Mapping[str, str], walk: _Walk, *, depth: int
) -> None:
    """Read what stands side by side: each child is a cell, and so is each text between them."""
    starts_block, walk.starts_block = walk.starts_block, False
    cells: list[Cell] = [Cell(_cell(partial(_text, node.etree_element.text, paint, walk), walk))]
    for child in node.iter_children():
        own = walk.sheets.of(child, variables)[0] if declared.get("display") else {}
        inside = _cell(partial(_element, child, paint, variables, walk, depth=depth + 1), walk)
        cells.append(Cell(inside, is_wide=takes_a_row(own)))
        cells.append(Cell(_cell(partial(_text, child.etree_element.tail, paint, walk), walk)))
    cells = [cell for cell in cells if cell.drafts]
    joined = join_cells(cells, columns=columns_of(declared))
    walk.rows.append([cell.drafts for cell in cells])
    if joined and starts_block:
        joined[0] = replace(joined[0], starts_block=True)
    walk.starts_block = walk.starts_block or (starts_block and not joined)
    walk.drafts += joined


def _cell(read: Callable[[], None], walk: _Walk) -> list[Draft]:
    """Return the drafts that reading a part of the page makes, set apart from the others."""
    kept, walk.drafts = walk.drafts, []
    read()
    _end_line(walk)
    inside, walk.drafts = walk.drafts, kept
    return inside


def _layers(node: ElementWrapper, variables: Mapping[str, str], walk: _Walk) -> list[Ground]:
    """Return the grounds of empty boxes that may lie behind an element's text: children without content, and made ones."""
    found: list[Ground] = []
    if len(node.etree_element):
        for child in node.iter_children():
            element = child.etree_element
            if len(element) or (element.text or "").strip() or not isinstance(element.tag, str):
                continue
            own = walk.sheets.of(child, variables)[0]
            if is_layer(own):
                found.append(None if element.tag == "img" else ground_of(element, frozenset(), own))
    found += [ground_of(node.etree_element, frozenset(), own) for own in walk.sheets.of_layers(node, variables) if is_layer(own)]
    return found


def _is_block(element: _Element, tag: str, declared: Mapping[str, str]) -> bool:
    display = declared.get("display", "")
    if display and display not in ("inherit", "initial", "unset", "contents"):
        return not display.startswith(("inline", "ruby", "none"))
    return tag in _BLOCKS and display_of(element, declared) != "contents"


def _is_spaced(element: _Element, tag: str) -> bool:
    """Tell whether a block stands apart from its neighbours; a list item's paragraph or inner list does not."""
    parent = element.getparent()
    return tag in _SPACED and (parent is None or parent.tag not in ("li", "td", "th"))


def _list_of(element: _Element, tag: str) -> _List:
    if tag == "ul":
        return _List(None)
    start = re.fullmatch(r"-?\d{1,6}", str(element.get("start") or ""))
    down = element.get("reversed") is not None
    items = sum(1 for child in element if child.tag == "li") if down and not start else 1
    kind = _NUMBERS.get(str(element.get("type") or ""), "decimal")
    return _List(int(start.group()) if start else items, kind, -1 if down else 1)


def _mark(item: _Element, walk: _Walk) -> str:
    if not walk.lists or walk.lists[-1].number is None:
        return "•"
    numbers = walk.lists[-1]
    given = re.fullmatch(r"-?\d{1,6}", str(item.get("value") or ""))
    number = int(given.group()) if given else numbers.number or 0
    numbers.number = number + numbers.step
    return f"{numeral(number, numbers.kind)}."


def _text(text: str | None, paint: Paint, walk: _Walk) -> None:
    if not text:
        return
    reason = why_unseen(paint) if text.strip() else None
    if reason:
        _conceal_words(text, reason, walk)
        return
    rows = text.split("\n") if paint.pre else [re.sub(r"[ \t\r\n\f]+", " ", text)]
    for index, row in enumerate(rows):
        if index:
            _end_line(walk)
        walk.pieces.append(row)
        walk.keeps_spaces = walk.keeps_spaces or paint.pre
        letters = len(row.strip())
        walk.letters += letters
        walk.bold += letters if paint.bold else 0
        if letters:
            walk.size = paint.size


def _conceal(element: _Element, reason: str, walk: _Walk) -> None:
    texts = (str(text) for text in element.itertext() if not _is_code(text))
    words = " ".join(" ".join(texts).split())
    if sum(c.isalpha() for c in words) >= 3:
        _conceal_words(words, reason, walk)


def _conceal_closed(text: str | None, _paint: Paint, walk: _Walk) -> None:
    """Note the words that stand bare in a part of the page that is closed until it is clicked."""
    if text and text.strip():
        _conceal_words(text, "not-displayed", walk)


def _is_code(text: object) -> bool:
    parent = getattr(text, "getparent", lambda: None)()
    return getattr(text, "is_text", False) and parent is not None and parent.tag in ("script", "style", "template")


def _conceal_words(text: str, reason: str, walk: _Walk) -> None:
    """Note concealed words; pieces of one stretch that are hidden in the same way become one."""
    words = " ".join(text.split())
    last = walk.concealed[-1] if walk.concealed else None
    if last is not None and last.kind == reason and not "".join(walk.pieces).strip() and walk.keeps_spaces is False:
        walk.concealed[-1] = replace(last, text=f"{last.text} {words}")
    else:
        walk.concealed.append(Concealed(reason, words))


def _end_line(walk: _Walk) -> None:
    text = "".join(walk.pieces)
    if not walk.keeps_spaces:
        text = re.sub(r"[ \t]{2,}", lambda white: _JUMP if _JUMP in white[0] else " ", text)
    text = text.strip()
    if text:
        bold = walk.bold * 2 > walk.letters if walk.letters else None
        shown = f"{walk.mark} {text}" if walk.mark else text
        draft = Draft(
            shown,
            font_size=round(walk.size, 1),
            bold=bold,
            heading_level=walk.level,
            list_depth=len(walk.lists) if walk.mark else 0,
            starts_block=walk.starts_block,
        )
        walk.drafts.append(with_bullet(draft))
        walk.starts_block, walk.mark = False, ""
    walk.pieces, walk.bold, walk.letters, walk.keeps_spaces = [], 0, 0, False
