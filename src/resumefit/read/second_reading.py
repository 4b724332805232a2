"""A second opinion on a page whose text looks wrong: the same page through pdfplumber, kept only where it is better.

PDFium and pdfminer (inside pdfplumber) decode fonts differently: one may have a map where the other gives rubbish, and
PDFium leaves out text that is a clipping path. It costs twenty times the first reading, so few pages take this path.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from resumefit.read.pdf_fonts import FontUse, odd_codes
from resumefit.read.repairs import LOST
from resumefit.read.words import Word

PAGES_MOST = 5  # a file of which more pages look wrong is wrong as a whole
AGREEMENT_LEAST = 0.5  # two readings that share fewer of their words are of different texts
_WORD = re.compile(r"\w+")
_UNKNOWN = re.compile(r"\(cid:\d+\)")  # how pdfminer writes a glyph without a meaning
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def agreement(first: str, second: str) -> float:
    """The share of words that two readings have in common, whatever their order: 1 the same, 0 none."""
    bags = [Counter(_WORD.findall(text.casefold())) for text in (first, second)]
    whole = sum(bags[0].values()) + sum(bags[1].values())
    return 2 * sum((bags[0] & bags[1]).values()) / whole if whole else 1.0


def read_again(data: bytes, number: int, *, password: str | None) -> tuple[list[Word], list[FontUse]]:
    """Return the words of page `number` (from 1) as pdfplumber finds them, and what each font shows; none when it fails."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data), password=password or "") as document:
            page = document.pages[number - 1]
            left, top = float(page.bbox[0]), float(page.bbox[1])
            found = page.extract_words(use_text_flow=True, x_tolerance_ratio=0.15, extra_attrs=["size", "fontname"])
    except Exception:  # pdfminer raises many kinds on the files that come here; the first reading then stands
        return [], []
    words: list[Word] = []
    texts: dict[str, list[str]] = {}
    odd: Counter[str] = Counter()
    position = 0
    for item in found:
        text, unknown = _UNKNOWN.subn(LOST, str(item["text"]))
        odd[str(item["fontname"])] += max(unknown, odd_codes([ord(c) for c in text]))
        text = _PRIVATE.sub("", text) or LOST
        texts.setdefault(str(item["fontname"]), []).append(text)
        height = float(item["bottom"]) - float(item["top"])
        if not text.strip() or height <= 0:
            continue
        words.append(
            Word(
                text,
                float(item["x0"]) - left,
                float(item["top"]) - top,
                float(item["x1"]) - left,
                float(item["bottom"]) - top,
                position,
                position + len(text),
                round(float(item["size"]), 1),
                "bold" in str(item["fontname"]).lower(),
                text.endswith("-"),
                True,
            )
        )
        position += len(text) + 1
    return words, [FontUse(" ".join(shown), odd[font]) for font, shown in texts.items()]
