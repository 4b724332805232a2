"""Plain text in any encoding, kept line for line.

Only the line ends, the byte order mark, tabs and control characters are changed: people line things up by spaces and
tools point at offsets, so the lines of the file are the lines of the text.
"""

from __future__ import annotations

import re

from resumefit.core.document import Caution
from resumefit.core.marks import ITEM_MARK
from resumefit.read.drafts import WIDE_GAP, Draft, Reading
from resumefit.read.encodings import Decoded, decode

_ODD_MOST = 0.03  # of all characters
# A long dash may stand before heads as well; what it marks is left to those who know heads.
_ITEM = re.compile(rf"^(\s*)(?:(?![–—−]){ITEM_MARK}|\(?\d{{1,2}}[.)])\s+\S")


def encoding_cautions(decoded: Decoded) -> tuple[Caution, ...]:
    """Say that the encoding was guessed, where another is as likely."""
    if decoded.sure:
        return ()
    message = f"the file does not name its encoding, {decoded.encoding} was guessed; letters beyond a to z may be wrong"
    return (Caution("guessed-encoding", message),)


def hangs_on_encoding(decoded: Decoded) -> bool:
    """Tell whether a wrong guess of the encoding would spoil more than a name: the text is doubtful then."""
    odd = sum(1 for character in decoded.text if character > "\x7f")
    return not decoded.sure and odd > _ODD_MOST * len(decoded.text)


def read_plain(data: bytes) -> Reading:
    """Read a text file, each of its lines a line."""
    decoded = decode(data)
    text = decoded.text
    drafts: list[Draft] = []
    blank = False
    indents: set[int] = set()
    for page, sheet in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"), start=1):
        for row in sheet.replace("\v", "\n").split("\n"):
            row = _expand(row)
            if not row.strip():
                blank, indents = True, set()
                continue
            item = _ITEM.match(row)
            depth = 0
            if item:
                indent = len(item.group(1))
                indents.add(indent)
                depth = 1 + sum(1 for other in indents if other < indent)
            drafts.append(Draft(row, page=page, list_depth=depth, starts_block=blank))
            blank = False
    pages = drafts[-1].page if drafts else 1
    return Reading(
        "txt",
        tuple(drafts),
        pages=pages,
        cautions=encoding_cautions(decoded),
        doubtful=hangs_on_encoding(decoded),
    )


def _expand(row: str) -> str:
    """Write tabs as spaces: to tab stops of four at the start, as a wide gap inside a line."""
    body = row.lstrip(" \t")
    indent = row[: len(row) - len(body)].expandtabs(4)
    return indent + re.sub(r"[ \t]+", lambda white: WIDE_GAP if "\t" in white[0] else white[0], body)
