"""What DOCX paragraphs and runs inherit: sizes, weight, outline levels, list numbers.

A value missing on a run is looked for in its character style, its paragraph's style and their bases, then in the
document's defaults.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumefit.read.list_numbers import Counters, Level, next_number

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_BASES_MAX = 12  # a chain of styles; a longer one is a circle


def child_value(parent: _Element | None, tag: str) -> str | None:
    """Return the w:val of a child, "" when it has none, None when there is no such child."""
    found = parent.find(W + tag) if parent is not None else None
    return None if found is None else str(found.get(W + "val") or "")


def is_on(value: str | None) -> bool | None:
    """Read an on/off property; None when it is not given."""
    return None if value is None else value.lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written, with the style it is based on."""

    id: str
    name: str
    base: str | None
    paragraph: _Element | None
    run: _Element | None


@dataclass(slots=True)
class NumberedList:
    """One list: the definition that it shares with others, its levels, and where it begins anew."""

    definition: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Styles:
    """All styles and lists of a document, and the counters of its lists while it is read."""

    styles: dict[str, Style] = field(default_factory=dict)
    tables: dict[str, _Element] = field(default_factory=dict)
    default_paragraph: str | None = None
    default_run: _Element | None = None
    default_properties: _Element | None = None
    lists: dict[str, NumberedList] = field(default_factory=dict)
    counters: Counters = field(default_factory=dict)

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """Yield a style and its bases."""
        for _ in range(_BASES_MAX):
            style = self.styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = style.base

    def style_name(self, style_id: str | None) -> str:
        """Return a style's name in small letters, "" for none."""
        style = self.styles.get(style_id or "")
        return style.name.lower() if style is not None else ""

    def run_value(self, run: _Element | None, paragraph: _Element | None, tag: str) -> str | None:
        """Return a run property's value along the chain of inheritance."""
        found = self.run_element(run, paragraph, tag)
        return None if found is None else str(found.get(W + "val") or "")

    def run_element(
        self, run: _Element | None, paragraph: _Element | None, tag: str, *, tables: Iterable[_Element] = ()
    ) -> _Element | None:
        """Return a run property along the chain of inheritance; `tables` are what table styles give the run's cell."""
        found = run.find(W + tag) if run is not None else None
        if found is not None:
            return found
        for style_id in (child_value(run, "rStyle"), child_value(paragraph, "pStyle") or self.default_paragraph):
            for style in self.chain(style_id):
                found = style.run.find(W + tag) if style.run is not None else None
                if found is not None:
                    return found
        for properties in tables:
            found = properties.find(W + tag)
            if found is not None:
                return found
        return self.default_run.find(W + tag) if self.default_run is not None else None

    def paragraph_element(self, paragraph: _Element | None, tag: str) -> _Element | None:
        """Return a paragraph property along the chain of inheritance."""
        found = paragraph.find(W + tag) if paragraph is not None else None
        if found is not None:
            return found
        for style in self.chain(child_value(paragraph, "pStyle") or self.default_paragraph):
            found = style.paragraph.find(W + tag) if style.paragraph is not None else None
            if found is not None:
                return found
        return self.default_properties.find(W + tag) if self.default_properties is not None else None

    def outline_level(self, paragraph: _Element | None) -> int | None:
        """Return 1-9 for a heading paragraph, by its outline level or its style's name."""
        direct = child_value(paragraph, "outlineLvl")
        if direct is not None and direct.isdigit():
            return int(direct) + 1 if int(direct) < 9 else None
        for style in self.chain(child_value(paragraph, "pStyle")):
            level = child_value(style.paragraph, "outlineLvl")
            if level is not None and level.isdigit() and int(level) < 9:
                return int(level) + 1
            words = style.name.lower().split()
            if len(words) == 2 and words[0] in ("heading", "überschrift", "titre") and words[1].isdigit():
                return min(9, max(1, int(words[1])))
        return None

    def list_mark(self, paragraph: _Element | None) -> tuple[str, int]:
        """Return the mark that stands before a list paragraph and its depth from 1; ("", 0) outside lists. Counts on."""
        list_id, level = self._numbering(paragraph)
        if list_id is None or list_id == "0" or list_id not in self.lists:
            return "", 0
        numbered = self.lists[list_id]
        levels = numbered.levels
        rule = levels.get(level)
        if rule is None or rule.kind == "bullet":
            return "•", level + 1
        if rule.kind == "none":
            return "", level + 1 if rule.text else 0
        if numbered.restarts:  # once, where the list is first used; else lists of one definition count on
            for depth, start in numbered.restarts.items():
                self.counters[numbered.definition, depth] = start - 1
            numbered.restarts.clear()
        return next_number(self.counters, numbered.definition, level, levels), level + 1

    def _numbering(self, paragraph: _Element | None) -> tuple[str | None, int]:
        candidates = [paragraph, *(s.paragraph for s in self.chain(child_value(paragraph, "pStyle")))]
        for properties in candidates:
            numbering = properties.find(W + "numPr") if properties is not None else None
            if numbering is not None:
                level = child_value(numbering, "ilvl") or "0"
                return child_value(numbering, "numId"), min(8, int(level)) if level.isdigit() else 0
        return None, 0


def read_styles(styles_root: _Element | None, numbering_root: _Element | None) -> Styles:
    """Collect the styles and lists of a document from its two parts, either of which may be missing."""
    result = Styles()
    if styles_root is not None:
        result.default_run = styles_root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        result.default_properties = styles_root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        for element in styles_root.iterfind(W + "style"):
            style_id = str(element.get(W + "styleId") or "")
            base = child_value(element, "basedOn")
            if element.get(W + "type") == "table":
                result.tables[style_id] = element
            result.styles[style_id] = Style(
                style_id, child_value(element, "name") or style_id, base, element.find(W + "pPr"), element.find(W + "rPr")
            )
            if element.get(W + "default") == "1" and element.get(W + "type") == "paragraph":
                result.default_paragraph = style_id
    if numbering_root is not None:
        _read_lists(numbering_root, result)
    return result


def _read_lists(root: _Element, result: Styles) -> None:
    abstract: dict[str, dict[int, Level]] = {}
    by_style: dict[str, str] = {}
    links: dict[str, str] = {}
    for element in root.iterfind(W + "abstractNum"):
        definition = str(element.get(W + "abstractNumId"))
        abstract[definition] = _levels(element)
        by_style.setdefault(child_value(element, "styleLink") or "", definition)
        links[definition] = child_value(element, "numStyleLink") or ""
    for element in root.iterfind(W + "num"):
        definition = child_value(element, "abstractNumId") or ""
        if links.get(definition):  # a list by the name of a style, defined elsewhere
            definition = by_style.get(links[definition], definition)
        levels, restarts = dict(abstract.get(definition, {})), {}
        for override in element.iterfind(W + "lvlOverride"):
            levels.update(_levels(override))
            start, depth = child_value(override, "startOverride"), str(override.get(W + "ilvl") or "")
            if start and start.isdecimal() and depth.isdecimal() and int(depth[:2]) in levels:
                old = levels[int(depth[:2])]
                levels[int(depth[:2])] = Level(old.kind, old.text, int(start[:6]))
                restarts[int(depth[:2])] = int(start[:6])
        result.lists[str(element.get(W + "numId"))] = NumberedList(definition, levels, restarts)


def _levels(parent: _Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in parent.iterfind(W + "lvl"):
        depth, start = str(element.get(W + "ilvl") or ""), child_value(element, "start") or "1"
        if depth.isdecimal():
            kind = child_value(element, "numFmt") or "decimal"
            levels[int(depth[:2])] = Level(
                kind, child_value(element, "lvlText") or "", int(start[:6]) if start.isdecimal() else 1
            )
    return levels
