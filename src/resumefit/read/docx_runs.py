"""What is gathered while a DOCX file is walked, and the text of one paragraph: its runs, fields, symbols and breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.core.document import Concealed
from resumefit.read.colours import Ground
from resumefit.read.docx_parts import Package
from resumefit.read.docx_seen import Seen, size_of, why_hidden_run
from resumefit.read.docx_styles import Styles, W, child_value, is_on
from resumefit.read.docx_symbols import is_symbol_font, symbol
from resumefit.read.drafts import Draft
from resumefit.read.paper import Shape
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINERS_WORDS = """
    sdt sdtContent ins moveTo customXml smartTag hyperlink fldSimple dir bdo subDoc ruby rubyBase oMath oMathPara
"""
CONTAINERS = frozenset(_CONTAINERS_WORDS.split())
_RUNS_WORDS = "Choice Fallback e num den sup sub"
_RUNS = CONTAINERS | frozenset(_RUNS_WORDS.split())
_SKIPPED_WORDS = "del moveFrom delText instrText delInstrText pPr rPr tblPr sectPr sdtPr rt"
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
# What Word shows in an empty content control.
_PROMPT = re.compile(r"^\W*(click|tap|choose|enter|select|type|insert)\b.{0,60}\b(text|here|item|date|tap|name|picture)\b", re.I)


@dataclass(slots=True)
class Walk:
    """What is gathered while one file is walked."""

    package: Package
    styles: Styles
    seen: Seen
    shapes: Sequence[Shape] = ()
    drafts: list[Draft] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    cautions: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[Draft]] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
    pending: Paragraph | None = None
    hidden: str | None = None
    page: int = 1


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph as it grows, and how its visible runs look (by number of characters)."""

    pieces: list[str] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)
    bold: int = 0
    letters: int = 0
    since: int = 0
    boxes: list[_Element] = field(default_factory=list)
    ground: Ground = None
    hidden: str | None = None
    concealed: list[tuple[str, str]] = field(default_factory=list)

    def conceal(self, kind: str, text: str) -> None:
        """Note concealed words; runs hidden in the same way one after the other are one piece."""
        if self.concealed and self.concealed[-1][0] == kind and not "".join(self.pieces[self.since :]).strip():
            text = self.concealed.pop()[1] + text
        self.concealed.append((kind, text))
        self.since = len(self.pieces)


def alternative(element: _Element) -> _Element:
    """Choose one form of content that is stored in several: the first choice, else the fallback."""
    for wanted in ("Choice", "Fallback"):
        for child in element:
            if local(child.tag) == wanted and len(child):
                return child
    return element


def is_placeholder(control: _Element, walk: Walk) -> bool:
    """Tell whether a content control shows nothing but Word's request to fill it in; templates' own words stay."""
    properties = control.find(W + "sdtPr")
    if properties is None or not is_on(child_value(properties, "showingPlcHdr")):
        return False
    styles = {walk.styles.style_name(child_value(run.find(W + "rPr"), "rStyle")) for run in control.iter(W + "r")}
    prompts = bool(_PROMPT.match("".join(t.text or "" for t in control.iter(W + "t"))))
    if prompts or styles == {"placeholder text"}:
        walk.cautions["placeholders"] = "fields of the template that were not filled in were left out"
        return True
    return False


def walk_runs(parent: _Element, properties: _Element | None, growing: Paragraph, walk: Walk) -> None:
    """Read the runs of a paragraph, whatever they stand in."""
    for element in parent:
        kind = local(element.tag)
        if kind == "r":
            _read_run(element, properties, growing, walk)
        elif kind in _SKIPPED or (kind == "sdt" and is_placeholder(element, walk)):
            continue
        elif kind == "AlternateContent":
            walk_runs(alternative(element), properties, growing, walk)
        elif kind in _RUNS:
            walk_runs(element, properties, growing, walk)
        elif kind == "t" and element.text:
            growing.pieces.append(element.text)
        elif kind in ("drawing", "pict", "object"):
            growing.boxes += _boxes(element)


def _read_run(element: _Element, properties: _Element | None, growing: Paragraph, walk: Walk) -> None:
    run = element.find(W + "rPr")
    fonts = walk.styles.run_element(run, properties, "rFonts")
    font = str(fonts.get(W + "ascii") or "") if fonts is not None else ""
    pieces: list[str] = []
    for child in element:
        kind = local(child.tag)
        if kind == "t":
            text = child.text or ""
            pieces.append("".join(symbol(ord(c), font) if c > " " else c for c in text) if is_symbol_font(font) else text)
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
            for part in alternative(child):
                growing.boxes += _boxes(part)
    text = "".join(pieces)
    hidden = growing.hidden or why_hidden_run(run, properties, walk.styles, walk.seen, beneath=growing.ground)
    if hidden and text.strip():
        growing.conceal(hidden, text)
        return
    growing.pieces.append(text)
    letters = len(text.strip())
    if letters:
        size = size_of(run, properties, walk.styles)
        if size is not None:
            growing.sizes[size] = growing.sizes.get(size, 0) + letters
        growing.letters += letters
        growing.bold += letters if is_on(walk.styles.run_value(run, properties, "b")) else 0


def _symbol(element: _Element) -> str:
    try:
        return symbol(int(str(element.get(W + "char") or ""), 16), str(element.get(W + "font") or ""))
    except ValueError:
        return ""


def _boxes(drawing: _Element) -> list[_Element]:
    """Find the outermost text boxes and diagrams of a drawing, each form once."""
    if local(drawing.tag) in ("txbxContent", "relIds"):
        return [drawing]
    if local(drawing.tag) == "AlternateContent":
        return _boxes(alternative(drawing))
    return [box for child in drawing for box in _boxes(child)]
