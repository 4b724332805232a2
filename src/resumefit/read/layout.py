"""Words become lines in reading order (first version: content order)."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.core.document import Box
from resumefit.read.drafts import WIDE_GAP, Draft, with_bullet
from resumefit.read.pdf_glyphs import View
from resumefit.read.pdf_words import Word


def lay_out(words: Sequence[Word], *, view: View, page: int) -> list[Draft]:
    rows: list[list[Word]] = []
    for word in words:
        if rows:
            last = rows[-1][-1]
            overlap = min(last.bottom, word.bottom) - max(last.top, word.top)
            if overlap > 0.5 * min(last.height, word.height) and word.left > last.right - 0.5 * last.height:
                rows[-1].append(word)
                continue
        rows.append([word])
    drafts = []
    for row in rows:
        text = row[0].text
        for a, b in zip(row, row[1:]):
            text += (WIDE_GAP if b.left - a.right > 1.5 * a.height else " ") + b.text
        box = Box(row[0].left, min(w.top for w in row), row[-1].right, max(w.bottom for w in row))
        drafts.append(with_bullet(Draft(text, page=page, box=box, font_size=row[0].size, bold=all(w.bold for w in row))))
    return drafts
