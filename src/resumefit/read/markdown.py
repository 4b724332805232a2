"""Markdown: the marks become what they mean, each source line stays a line.

A small reader of its own: resumes use headings, lists, emphasis, links, tables and rules, and a full parser would
reflow the lines.
"""

from __future__ import annotations

import html
import re

from resumefit.read.drafts import WIDE_GAP, Draft, Reading, break_lines
from resumefit.read.encodings import decode
from resumefit.read.limits import Limits
from resumefit.read.plain import encoding_cautions, hangs_on_encoding

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_ITEM = re.compile(r"^([ \t]*)([-*+]|\d{1,3}[.)])[ \t]+(\[[ xX]\][ \t]+)?(.*)$")
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_TABLE_RULE = frozenset(" \t:|-")
# Lengths are bounded so that a line of nothing but marks costs no more than another.
_IMAGE = re.compile(r"!\[([^\]]{0,300})\]\([^)]{0,1000}\)")
_LINK = re.compile(r"\[([^\]]{1,300})\]\(<?([^)\s>]{0,1000})>?(?:\s+\"[^\"]{0,200}\")?\)")
_REFERENCE = re.compile(r"\[([^\]]{1,300})\]\[[^\]]{0,200}\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s+\S+")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@.]{1,200}[@.][^\s<>]{1,500})>")
_TICKS = re.compile(r"`+")
_STRONG = re.compile(
    r"(?<![\w*])(\*\*\*|\*\*|\*)(?=\S)(.{1,200}?)(?<=\S)\1(?![\w*])|(?<![\w_])(___|__|_)(?=\S)(.{1,200}?)(?<=\S)\3(?![\w_])"
)
_STRUCK = re.compile(r"~~(?=\S)(.{1,500}?)~~")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.S)


def read_markdown(data: bytes, *, limits: Limits) -> Reading:
    """Read Markdown with its headings and list depths."""
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    text = without_comments(_FRONT_MATTER.sub(r"\1\n", text))
    rows = [piece for row in text.split("\n") for piece in _pieces(row, most=limits.line_characters)]
    drafts: list[Draft] = []
    blank, fenced = False, False
    indents: list[int] = []
    for index, row in enumerate(rows):
        if _FENCE.match(row):
            fenced = not fenced
            continue
        if not row.strip() or (not fenced and (_RULE.match(row) or _DEFINITION.match(row) or _is_table_rule(row))):
            blank = True
            continue
        following = rows[index + 1] if index + 1 < len(rows) else ""
        if not fenced and _UNDERLINE.match(row) and drafts and not blank:
            continue
        draft, indents = _row(
            row,
            following if not fenced else "",
            fenced=fenced,
            indents=indents if not blank or row[:1] in " \t" or _ITEM.match(row) else [],
        )
        drafts.append(
            Draft(
                draft.text,
                heading_level=draft.heading_level,
                list_depth=draft.list_depth,
                bold=draft.bold,
                starts_block=blank or draft.heading_level is not None,
            )
        )
        blank = draft.heading_level is not None
    cautions, doubtful = encoding_cautions(decoded), hangs_on_encoding(decoded)
    return Reading("markdown", tuple(drafts), cautions=cautions, doubtful=doubtful)


def without_comments(text: str) -> str:
    """Leave out HTML comments; what is open to the end is kept."""
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (stop := text.find("-->", start)) >= 0:
        kept.append(text[position:start])
        position = stop + 3
    return "".join([*kept, text[position:]])


def _pieces(row: str, *, most: int) -> list[str]:
    if len(row) <= most:
        return [row]
    pieces, _ = break_lines([Draft(row)], most=most)
    return [piece.text for piece in pieces]


def _is_table_rule(row: str) -> bool:
    return "-" in row and "|" in row and set(row) <= _TABLE_RULE


def _row(row: str, following: str, *, fenced: bool, indents: list[int]) -> tuple[Draft, list[int]]:
    if fenced:
        return Draft(row), indents
    heading = _HEADING.match(row)
    if heading:
        return Draft(inline(heading.group(2)), heading_level=len(heading.group(1))), []
    if _UNDERLINE.match(following) and not _ITEM.match(row):
        return Draft(inline(row), heading_level=1 if "=" in following else 2), []
    item = _ITEM.match(row)
    if item:
        indent = len(item.group(1).expandtabs(4))
        indents = [i for i in indents if i < indent] + [indent]
        mark = item.group(2)
        return Draft(f"{mark} {inline(item.group(4))}", list_depth=len(indents)), indents
    if row.lstrip().startswith("|") or row.count("|") >= 2:
        cells = [inline(cell) for cell in row.strip().strip("|").split("|")]
        return Draft(WIDE_GAP.join(cell for cell in cells if cell)), indents
    body = inline(row.lstrip("> ").rstrip("\\"))
    bold = bool(re.fullmatch(r"\s*(\*\*|__).+\1:?\s*", row))
    return Draft(body, bold=bold or None), indents


def inline(text: str) -> str:
    """Drop the marks of emphasis, links and code; keep what a reader of the rendered page sees."""
    text, codes = _without_code(text.replace("\x00", ""))
    text = _ESCAPE.sub(lambda m: f"&#{ord(m.group(1))};", text)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _REFERENCE.sub(r"\1", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = re.sub(r"<br\s*/?>", WIDE_GAP, text)
    text = _TAG.sub("", text)
    for _ in range(3):
        text = _STRONG.sub(lambda m: m.group(2) or m.group(4), text)
    text = _STRUCK.sub("", text)
    text = html.unescape(text)
    return re.sub("\x00(\\d{1,6})\x00", lambda m: codes[int(m.group(1))] if int(m.group(1)) < len(codes) else "", text).strip()


def _without_code(text: str) -> tuple[str, list[str]]:
    """Put numbers in the place of code, which is not to be looked into; as many ticks end it as began it."""
    codes: list[str] = []
    kept: list[str] = []
    position = 0
    runs = list(_TICKS.finditer(text))
    closing: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        closing.setdefault(len(runs[index].group()), []).append(index)
    index = 0
    while index < len(runs):
        same = closing[len(runs[index].group())]
        while same and same[-1] <= index:
            same.pop()
        if not same:
            index += 1
            continue
        start, stop = runs[index], runs[same[-1]]
        kept += [text[position : start.start()], f"\x00{len(codes)}\x00"]
        codes.append(text[start.end() : stop.start()].strip())
        position = stop.end()
        index = same[-1] + 1
    return "".join([*kept, text[position:]]), codes
