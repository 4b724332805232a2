"""Plain text in any encoding, kept line for line.

Only the line ends, the byte order mark, tabs and control characters are changed: people line things up by spaces and
tools point at offsets, so the lines of the file are the lines of the text.
"""

from __future__ import annotations

import re

from resumefit.core.marks import ITEM_MARK
from resumefit.read.drafts import WIDE_GAP, Draft, Reading

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# A long dash may stand before heads as well; what it marks is left to those who know heads.
_ITEM = re.compile(rf"^(\s*)(?:(?![–—−]){ITEM_MARK}|\(?\d{{1,2}}[.)])\s+\S")


def decode(data: bytes) -> tuple[str, str]:
    """Turn bytes into text and name the encoding: a mark, then UTF-8, UTF-16 without a mark, then the likeliest."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    sample = data[:8192]
    if sample.count(0) > len(sample) // 5:
        encoding = "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
        return data.decode(encoding, "replace"), encoding
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    # Short Western texts are guessed as anything; cp1252 is what a Windows editor of such a text writes.
    encoding = best.encoding if best is not None and len(data) > 400 and best.chaos < 0.1 else "cp1252"
    return data.decode(encoding, "replace"), encoding


def read_plain(data: bytes) -> Reading:
    """Read a text file, each of its lines a line."""
    text, _ = decode(data)
    drafts: list[Draft] = []
    blank = False
    indents: list[int] = []
    for page, sheet in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"), start=1):
        for row in sheet.replace("\v", "\n").split("\n"):
            row = _expand(row)
            if not row.strip():
                blank, indents = True, []
                continue
            item = _ITEM.match(row)
            depth = 0
            if item:
                indents.append(len(item.group(1)))
                depth = 1 + len({i for i in indents if i < indents[-1]})
            drafts.append(Draft(row, page=page, list_depth=depth, starts_block=blank))
            blank = False
    pages = drafts[-1].page if drafts else 1
    return Reading("txt", tuple(drafts), pages=pages)


def _expand(row: str) -> str:
    """Write tabs as spaces: to tab stops of four at the start, as a wide gap inside a line."""
    body = row.lstrip(" \t")
    indent = row[: len(row) - len(body)].expandtabs(4)
    return indent + re.sub(r"[ ]*\t[ \t]*", WIDE_GAP, body)
