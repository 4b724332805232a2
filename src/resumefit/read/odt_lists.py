"""ODT lists: which mark stands before each item. Numbers go on over interruptions where the file says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.read.list_numbers import Counters, Level, next_number
from resumefit.read.xmlsafe import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _STYLE = f"{{{_OASIS}text:1.0}}", f"{{{_OASIS}style:1.0}}"
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BULLET = Level("bullet", "", 1)


@dataclass(slots=True)
class Lists:
    """The list styles of a document, and the counters of its lists while it is read."""

    styles: dict[str, dict[int, Level]] = field(default_factory=dict)
    counters: Counters = field(default_factory=dict)
    open_styles: list[str] = field(default_factory=list)

    def enter(self, element: _Element) -> None:
        """Begin a list: numbers start anew at its outermost level, except where it goes on from an earlier one."""
        name = str(element.get(_TEXT + "style-name") or "")
        outer = self.open_styles[-1] if self.open_styles else ""
        goes_on = element.get(_TEXT + "continue-numbering") == "true" or element.get(_TEXT + "continue-list")
        if not self.open_styles and not goes_on:
            for key in [key for key in self.counters if key[0] == name]:
                del self.counters[key]
        self.open_styles.append(name or outer)

    def leave(self) -> None:
        """End the list begun last."""
        self.open_styles.pop()

    def mark(self, item: _Element) -> str:
        """Return what stands before an item of the open list, "" for nothing, and count it."""
        level, name = len(self.open_styles) - 1, self.open_styles[-1]
        levels = self.styles.get(name, {})
        rule = levels.get(level, _BULLET)
        if local(item.tag) == "list-header" or rule.kind == "none":
            return ""
        if rule.kind == "bullet":
            return "•"
        start = str(item.get(_TEXT + "start-value") or "")
        if start.isdecimal():
            self.counters[name, level] = int(start[:6]) - 1
        return next_number(self.counters, name, level, levels)


def list_styles(root: _Element) -> dict[str, dict[int, Level]]:
    """Collect the list styles of one part of the file, levels from 0."""
    found: dict[str, dict[int, Level]] = {}
    for style in root.iter(_TEXT + "list-style"):
        levels: dict[int, Level] = {}
        for element in style:
            depth = str(element.get(_TEXT + "level") or "")
            if depth.isdecimal() and 1 <= int(depth[:3]) <= 9:
                levels[int(depth) - 1] = _level(element, int(depth))
        found[str(style.get(_STYLE + "name"))] = levels
    return found


def _level(element: _Element, depth: int) -> Level:
    values = {local(key): str(value) for key, value in element.attrib.items()}
    if local(element.tag) != "list-level-style-number":
        return _BULLET
    kind = _KINDS.get(values.get("num-format", ""))
    if kind is None:
        return Level("none", "", 1)
    start = values.get("start-value", "1")
    return Level(kind, _pattern(values, depth), int(start[:6]) if start.isdecimal() else 1)


def _pattern(values: dict[str, str], depth: int) -> str:
    """Write a level's number as "%1.%2)": newer files give a pattern, older ones what stands before and after."""
    given = re.sub(r"%(\d)%", r"%\1", values.get("num-list-format", ""))
    if f"%{depth}" in given:
        return given.strip()
    shown = values.get("display-levels", "1")
    first = max(1, depth + 1 - (int(shown[:3]) if shown.isdecimal() else 1))
    numbers = ".".join(f"%{level}" for level in range(first, depth + 1))
    return f"{values.get('num-prefix', '')}{numbers}{values.get('num-suffix', '')}".strip()
