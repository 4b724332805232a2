"""Markdown: the marks become what they mean, each source line stays a line.

A small reader of its own: resumes use headings, lists, emphasis, links, tables and rules, and a full parser would
reflow the lines.
"""

from __future__ import annotations

import html
import re

from resumefit.read.drafts import WIDE_GAP, Draft, Reading
from resumefit.read.plain import decode

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_ITEM = re.compile(r"^([ \t]*)([-*+]|\d{1,3}[.)])[ \t]+(\[[ xX]\][ \t]+)?(.*)$")
_RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\(<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"\[([^\]]+)\]\[[^\]]*\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s+\S+")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>]+[@.][^\s<>]+)>")
_CODE = re.compile(r"(`+)(.+?)\1")
_STRONG = re.compile(
    r"(?<![\w*])(\*\*\*|\*\*|\*)(?=\S)(.+?)(?<=\S)\1(?![\w*])|(?<![\w_])(___|__|_)(?=\S)(.+?)(?<=\S)\3(?![\w_])"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.S)


def read_markdown(data: bytes) -> Reading:
    """Read Markdown with its headings and list depths."""
    text, _ = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _COMMENT.sub("", _FRONT_MATTER.sub(r"\1\n", text))
    rows = text.split("\n")
    drafts: list[Draft] = []
    blank, fenced = False, False
    indents: list[int] = []
    for index, row in enumerate(rows):
        if _FENCE.match(row):
            fenced = not fenced
            continue
        if not row.strip() or (not fenced and (_RULE.match(row) or _DEFINITION.match(row) or _TABLE_RULE.match(row))):
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
    return Reading("markdown", tuple(drafts))


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
    codes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        codes.append(match.group(2).strip())
        return f"\x00{len(codes) - 1}\x00"

    text = _CODE.sub(keep, text)
    text = _ESCAPE.sub(lambda m: f"&#{ord(m.group(1))};", text)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _REFERENCE.sub(r"\1", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = re.sub(r"<br\s*/?>", WIDE_GAP, text)
    text = _TAG.sub("", text)
    for _ in range(3):
        text = _STRONG.sub(lambda m: m.group(2) or m.group(4), text)
    text = re.sub(r"~~(.+?)~~", "", text)
    text = html.unescape(text)
    return re.sub("\x00(\\d+)\x00", lambda m: codes[int(m.group(1))], text).strip()
