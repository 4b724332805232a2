"""The text of one ODT paragraph: its spans, spaces, fields and what hangs on it, and which of it can be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.read.colours import Ground, is_unseen, kind_of
from resumefit.read.odt_boxes import DRAWN
from resumefit.read.odt_styles import TEXT, Styles, ground_of, percent, text_colour
from resumefit.read.paper import FAINT, TINY_PT
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED_WORDS = """
    annotation annotation-end tracked-changes sequence-decls forms variable-decls user-field-decls bookmark
    bookmark-start bookmark-end soft-page-break note-citation script title desc object ruby-text placeholder
"""
SKIPPED = frozenset(_SKIPPED_WORDS.split())
_ALWAYS = re.compile(r"(?:ooow:|of:=)?\s*(?:1|true)\s*", re.IGNORECASE)  # a condition that holds in any case

Names = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Line:
    """A paragraph as it grows: its text, what hangs on it, how its letters look."""

    ground: Ground
    hidden: str | None = None
    pieces: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)
    concealed: list[tuple[str, str, int]] = field(default_factory=list)
    bold: int = 0
    letters: int = 0
    size: float | None = None
    placeholders: bool = False


def holds(element: _Element) -> bool:
    """Tell whether the condition to hide something holds: by what its program found last, else where it always does."""
    found = element.get(TEXT + "is-hidden")
    return found == "true" if found is not None else bool(_ALWAYS.fullmatch(str(element.get(TEXT + "condition") or "")))


def read_inline(element: _Element, names: Names, line: Line, styles: Styles) -> None:
    """Read what an element of a paragraph holds; `names` are the families and names of the styles around it, innermost first."""
    _add(element.text, names, line, styles)
    for child in element:
        kind = local(child.tag)
        if kind == "s":
            count = str(child.get(TEXT + "c") or "1")
            line.pieces.append(" " * (min(80, int(count[:3])) if count.isdecimal() else 1))
        elif kind == "tab":
            line.pieces.append("\t")
        elif kind == "line-break":
            line.pieces.append("\n")
        elif kind in DRAWN:
            line.boxes.append(child)
        elif kind == "note":
            line.notes += [c for c in child if local(c.tag) == "note-body"]
        elif kind == "hidden-text" and holds(child):
            line.concealed.append(("hidden-text", str(child.get(TEXT + "string-value") or child.text or ""), -1))
        elif kind in SKIPPED:
            line.placeholders = line.placeholders or kind == "placeholder"
        else:
            style = str(child.get(TEXT + "style-name") or "")
            read_inline(child, (("text", style), *names) if style else names, line, styles)
        _add(child.tail, names, line, styles)


def _add(text: str | None, names: Names, line: Line, styles: Styles) -> None:
    if not text:
        return
    text = re.sub(r"[ \n\r\t]+", " ", text)
    letters = len(text.strip())
    size = styles.size_of(names) if letters else 0.0
    reason = (line.hidden or _why_hidden(names, size, line, styles)) if letters else None
    if reason:
        last = line.concealed[-1] if line.concealed else None
        if last is not None and last[0] == reason and last[2] == len(line.pieces):
            line.concealed[-1] = (reason, last[1] + text, len(line.pieces))
        else:
            line.concealed.append((reason, text, len(line.pieces)))
        return
    if letters:
        line.size = size
        line.letters += letters
        line.bold += letters if _is_bold(styles.of_text(names, "font-weight")) else 0
    line.pieces.append(text)


def _is_bold(weight: str | None) -> bool:
    return weight in ("bold", "600", "700", "800", "900")


def _why_hidden(names: Names, size: float, line: Line, styles: Styles) -> str | None:
    if styles.of_text(names, "display") == "none":
        return "hidden-text"
    scale = percent(styles.of_text(names, "text-scale"))
    raised = (styles.of_text(names, "text-position") or "").split()
    share = percent(raised[1]) if len(raised) > 1 else None
    if size * (1.0 if share is None else share) < TINY_PT or (scale is not None and size * scale < TINY_PT / 2):
        return "tiny"
    own = ground_of(styles.of_text(names, "background-color"))
    ground = line.ground if own == frozenset() else own
    painted = text_colour(styles, names)
    if painted is None:
        return None
    colour, alpha = painted
    if alpha < FAINT:
        return "transparent"
    return kind_of(ground) if is_unseen(colour, ground, alpha=alpha) else None
