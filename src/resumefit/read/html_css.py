"""The style sheets of an HTML file, and what they declare for each element: selectors, cascade, media queries, variables.

Selectors and syntax are tinycss2's and cssselect2's. Nothing outside the file is fetched; `outside` tells that there was
something, because what it would have said is not known then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from resumefit.read.limits import Limits

if TYPE_CHECKING:
    from cssselect2 import ElementWrapper, Matcher

_DESCENTS_MOST = 6  # descendant combinators in one selector: the work grows with the depth to this power
_VARIABLES_MOST = 20  # replacements in one value
_VALUE_MOST = 4_000  # characters
_WIDTH_PX, _HEIGHT_PX = 1280.0, 800.0  # the window that media queries are asked for
_RESPECTED = frozenset({"media", "supports", "layer", "container", "scope"})
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_RANGE = re.compile(r"\(\s*(?:(min|max)-)?(width|height)\s*(:|>=|<=|>|<|=)\s*([\d.]{1,8})(px|em|rem)?\s*\)")
_FEATURE = re.compile(r"\(([^()]*)\)")
_USUAL_FEATURES = frozenset(
    {"color", "hover", "hover:hover", "pointer:fine", "orientation:landscape", "prefers-color-scheme:light", "scripting:enabled"}
)

Declaration = tuple[str, str, bool]  # name, value, whether it is important


@dataclass(slots=True)
class Sheets:
    """What the style sheets say. `outside`: some of them are not in the file; `cut`: some rules were left out."""

    matcher: Matcher
    limits: Limits
    outside: bool = False
    cut: bool = False
    rules: int = 0
    inline: dict[str, tuple[Declaration, ...]] = field(default_factory=dict)
    matched: dict[Any, list[tuple[str | None, tuple[Declaration, ...]]]] = field(default_factory=dict)

    def of(self, element: ElementWrapper, variables: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """Return what is declared for an element, by property, and the variables that it and its content see."""
        matched = [payload for pseudo, payload in self._matched(element) if pseudo is None]
        style = element.etree_element.get("style")
        return _cascade([*matched, self._inline(str(style)) if style else ()], variables)

    def of_layers(self, element: ElementWrapper, variables: Mapping[str, str]) -> list[dict[str, str]]:
        """Return what is declared for the boxes that style sheets make before and after an element's content."""
        found: dict[str, list[tuple[Declaration, ...]]] = {}
        for pseudo, payload in self._matched(element):
            if pseudo in ("before", "after"):
                found.setdefault(pseudo, []).append(payload)
        made = [_cascade(payloads, variables)[0] for payloads in found.values()]
        return [declared for declared in made if declared.get("content", "normal") not in ("normal", "none")]

    def _matched(self, element: ElementWrapper) -> Sequence[tuple[str | None, tuple[Declaration, ...]]]:
        """Return what the selectors that match an element declare, weakest first; an element is asked about several times."""
        known = element.etree_element
        if known not in self.matched:
            self.matched[known] = [(pseudo, payload) for _, _, pseudo, payload in self.matcher.match(element)]
        return self.matched[known]

    def _inline(self, style: str) -> tuple[Declaration, ...]:
        if style not in self.inline:
            import tinycss2

            parsed = tinycss2.parse_blocks_contents(style[:_VALUE_MOST], skip_comments=True, skip_whitespace=True)
            try:
                self.inline[style] = _declarations(parsed)
            except RecursionError:
                self.inline[style], self.cut = (), True
        return self.inline[style]


def read_style_sheets(root: Any, limits: Limits) -> Sheets:
    """Read the style sheets that an lxml document holds, in their order."""
    import cssselect2
    import tinycss2

    sheets = Sheets(cssselect2.Matcher(), limits)
    left = limits.css_bytes
    for element in root.iter("style", "link"):
        if not media_applies(str(element.get("media") or "")):
            continue
        text = _text_of(element, sheets)
        sheets.cut = sheets.cut or len(text) > left
        text, left = text[:left], max(0, left - len(text))
        try:
            _add(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), "", sheets, depth=0)
        except RecursionError:  # brackets in brackets without end
            sheets.cut = True
    return sheets


def media_applies(query: str) -> bool:
    """Tell whether a media query holds for a person who looks at the page on a usual screen."""
    queries = [part.strip() for part in query.lower().split(",")]
    return not query.strip() or any(_one_applies(part) for part in queries if part)


def _one_applies(query: str) -> bool:
    negated = query.startswith("not ")
    words = re.sub(_FEATURE, " ", query).split()
    kinds = [word for word in words if word not in ("not", "only", "and", "or")]
    holds = all(kind in ("all", "screen") for kind in kinds)
    for feature in _FEATURE.finditer(query):
        holds = holds and _feature_holds(feature.group(0))
    return holds != negated


def _feature_holds(feature: str) -> bool:
    asked = _RANGE.fullmatch(feature)
    if asked is None:
        return re.sub(r"\s+", "", feature.strip("()")) in _USUAL_FEATURES
    bound, axis, sign, number, unit = asked.groups()
    value = float(number.strip(".") or 0) * (16 if unit in ("em", "rem") else 1)
    size = _WIDTH_PX if axis == "width" else _HEIGHT_PX
    if bound == "min" or sign in (">=", ">"):
        return size >= value
    if bound == "max" or sign in ("<=", "<"):
        return size <= value
    return size == value


def _text_of(element: Any, sheets: Sheets) -> str:
    """Return the text of a style element, or of a link whose address is the sheet itself."""
    if element.tag == "style":
        return "".join(str(text) for text in element.itertext())
    address = str(element.get("href") or "").strip()
    if "stylesheet" not in str(element.get("rel") or "").lower().split() or not address:
        return ""
    if not address.lower().startswith("data:text/css"):
        sheets.outside = True
        return ""
    head, _, content = address.partition(",")
    data = unquote_to_bytes(content)
    if head.lower().endswith(";base64"):
        import base64

        try:
            data = base64.b64decode(data)
        except ValueError:
            return ""
    return data.decode("utf-8", "replace")


def _add(nodes: Sequence[Any], outer: str, sheets: Sheets, *, depth: int) -> None:
    """Add rules to the matcher; `outer` is the selector around nested ones."""
    import cssselect2
    import tinycss2

    for node in nodes:
        if sheets.rules >= sheets.limits.css_rules or depth > sheets.limits.list_depth:
            sheets.cut = True
            return
        if node.type == "at-rule":
            name = node.lower_at_keyword
            if name == "import":
                sheets.outside = True
            asked = tinycss2.serialize(node.prelude)
            if node.content and name in _RESPECTED and (name != "media" or media_applies(asked)):
                inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
                _add(inner, outer, sheets, depth=depth + 1)
        elif node.type == "qualified-rule":
            sheets.rules += 1
            selector = tinycss2.serialize(node.prelude).strip()
            if outer:
                whole = f":is({outer})"
                selector = selector.replace("&", whole) if "&" in selector else f"{whole} {selector}"
            content = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            declared = _declarations(content)
            for part in _compiled(selector, cssselect2) if declared else ():
                sheets.matcher.add_selector(part, declared)
            if any(child.type in ("qualified-rule", "at-rule") for child in content) and len(selector) < _VALUE_MOST:
                _add([c for c in content if c.type != "declaration"], selector, sheets, depth=depth + 1)


def _compiled(selector: str, cssselect2: Any) -> list[Any]:
    """Compile a selector list; nothing for what is not understood, and for what would take endless work."""
    if len(selector) > _VALUE_MOST:
        return []
    try:
        parts = cssselect2.compile_selector_list(selector)
    except (cssselect2.SelectorError, RecursionError):
        return []
    bare = re.sub(r"\[[^\]]*\]|\s*[>+~,]\s*", ",", selector)
    return [] if max(len(part.split()) for part in bare.split(",")) > _DESCENTS_MOST + 1 else list(parts)


def _declarations(nodes: Sequence[Any]) -> tuple[Declaration, ...]:
    import tinycss2

    return tuple(
        (node.lower_name, tinycss2.serialize(node.value).strip().lower(), node.important)
        for node in nodes
        if node.type == "declaration"
    )


def _cascade(
    matched: Sequence[tuple[Declaration, ...]], inherited: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Put declarations, weakest first, on top of each other; important ones after all others."""
    ordered = [d for payload in matched for d in payload if not d[2]]
    ordered += [d for payload in matched for d in payload if d[2]]
    own = {name: value for name, value, _ in ordered if name.startswith("--")}
    variables = {**inherited, **own} if own else dict(inherited)
    declared: dict[str, str] = {}
    for name, value, _ in ordered:
        if not name.startswith("--"):
            declared.update(_longhands(name, _filled_in(value, variables) if "var(" in value else value))
    return declared, variables


def _filled_in(value: str, variables: Mapping[str, str]) -> str:
    """Replace variables by their values; "" where one has none, as then nothing is declared."""
    for _ in range(_VARIABLES_MOST):
        match = _VARIABLE.search(value)
        if match is None:
            return value
        found = variables.get(match.group(1), match.group(2))
        if found is None or len(value) + len(found) > _VALUE_MOST:
            return ""
        value = value[: match.start()] + found.strip() + value[match.end() :]
    return ""


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Write a shorthand as the properties that matter here."""
    name = name.removeprefix("-webkit-") if name not in ("-webkit-text-fill-color", "-webkit-text-stroke") else name
    if name == "background":
        image = re.search(r"url\(|gradient\(|image-set\(|element\(|cross-fade\(", value)
        yield "background-image", value if image else "none"
        yield "background-color", _colour_word(value) if not image or "url(" in value else "transparent"
        if re.search(r"\btext\b", value):
            yield "background-clip", "text"
    elif name == "font":
        yield "font-weight", next((w for w in value.split() if w in ("bold", "bolder") or re.fullmatch(r"\d{3}", w)), "normal")
        size = re.search(r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%|cm|mm|in|vw|vh))", value)
        if size:
            yield "font-size", size.group(1)
    elif name in ("inset", "margin"):
        sides = value.split()[:4]
        if sides:
            around = (sides * 4)[:4] if len(sides) < 3 else [*sides, *sides[1:2]][:4]
            for side, length in zip(("top", "right", "bottom", "left"), around, strict=True):
                yield (side if name == "inset" else f"margin-{side}"), length
    elif name == "flex-flow":
        yield "flex-direction", next((w for w in value.split() if w in ("column", "column-reverse")), "row")
    else:
        yield name, value


def _colour_word(value: str) -> str:
    """Find the colour in a background shorthand."""
    from tinycss2 import color4

    without = re.sub(r"(?:url|image-set)\([^()]*(?:\([^()]*\)[^()]*)*\)", " ", value)
    for word in re.findall(r"[\w-]+\([^()]*\)|[^\s,/]+", without):
        if color4.parse_color(word) is not None:
            return str(word)
    return "transparent"
