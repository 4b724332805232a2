"""Lays a page out: words to segments, segments to rows in reading order, rows to drafts with their looks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from resumefit.core.document import Box
from resumefit.read.bidi import as_read
from resumefit.read.drafts import BULLETS, WIDE_GAP, Draft, bulleted
from resumefit.read.margin_labels import with_odd_words
from resumefit.read.order import Placed, reading_order
from resumefit.read.pdf_looks import ASKEW
from resumefit.read.repairs import join_lines
from resumefit.read.segments import Segment, make_segment, make_segments
from resumefit.read.shapes_of_text import is_section_label
from resumefit.read.words import Word

_JUMP = -3.0
_LARGER = 1.15  # a heading's size over the usual
_ICON_START = re.compile(rf"(?:[{re.escape(BULLETS)}\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*)+")
_BLOCK_GAP = 0.55  # white space over the usual one, in line heights, that starts a new block


def lay_out(words: Sequence[Word], *, page: int) -> list[Draft]:
    """Turn the words of a page, in content order, into drafts in reading order."""
    odd = [word for word in words if word.turns in (1, 3, ASKEW)]
    placed = reading_order(make_segments([word for word in words if word.turns in (0, 2)] if odd else words))
    if odd:
        placed = with_odd_words(placed, odd)
    texts = join_lines([_row_text(row.segments) for row in placed], _divided(placed))
    numbers: dict[tuple[int, ...], int] = {(): 0}
    drafts: list[Draft] = []
    gaps = [None, *(_gap(above, row) for above, row in itertools.pairwise(placed))] if placed else []
    usual = _usual_gap(gaps)
    usual_size = median(s.size for row in placed for s in row.segments) if placed else 0.0
    for row, text, gap in zip(placed, texts, gaps, strict=True):
        column = numbers.setdefault(row.column, len(numbers))
        whole, depth = _whole(row), 0
        size, bold = round(whole.size, 1), whole.bold
        if not text[:1].isalnum():
            heading = _without_icon(text, large=size > _LARGER * usual_size, bold=bold)
            item = bulleted(text) if heading is None else None
            text, depth = heading or item or text, 0 if item is None else 1
        drafts.append(
            Draft(
                text,
                page=page,
                box=Box(_in_cents(whole.left), _in_cents(whole.top), _in_cents(whole.right), _in_cents(whole.bottom)),
                font_size=size,
                bold=bold,
                list_depth=depth,
                column=column,
                gap_above=gap,
                starts_block=gap is None or gap > usual + _BLOCK_GAP,
            )
        )
    return drafts


def _in_cents(value: float) -> float:
    """Round to hundredths as `round` does, at a third of the cost: that writes the number out and reads it again."""
    nearest = int(value * 100 + 0.5)
    clearly = value > 0 and -0.49 < value * 100 - nearest < 0.49
    return nearest / 100 if clearly else round(value, 2)


def _without_icon(text: str, *, large: bool, bold: bool) -> str | None:
    """Take the icon off a heading ("★ Experience"), which would make it look like a list's item; None for other lines."""
    match = _ICON_START.match(text)
    rest = text[match.end() :] if match else ""
    named = rest[:1].isalpha() and (large or (is_section_label(rest) and (bold or rest.isupper())))
    return rest if named else None


def _whole(row: Placed) -> Segment:
    """Return the pieces of a row as one, in the size of the longest."""
    if len(row.segments) == 1:
        return row.segments[0]
    joined = make_segment([word for segment in row.segments for word in segment.words])
    return joined._replace(size=max(row.segments, key=lambda s: len(s.text)).size)


def _divided(placed: Sequence[Placed]) -> list[bool]:
    """Tell for each row whether its last word may go on in the next row."""
    result = [False] * len(placed)
    for index, (row, following) in enumerate(itertools.pairwise(placed)):
        last, first = row.segments[-1], following.segments[0]
        if last.words[-1].hyphen:
            close = first.top - last.bottom < 1.2 * last.height and first.top > last.top
            result[index] = close and row.column == following.column and first.left < last.right
    return result


def _row_text(segments: Sequence[Segment]) -> str:
    text = segments[0].text
    for before, after in itertools.pairwise(segments):
        narrow = after.left - before.right < 0.8 * min(before.height, after.height) or before.text in "•-–*"
        text += (" " if narrow else WIDE_GAP) + after.text
    return as_read(text)


def _gap(previous: Placed, row: Placed) -> float | None:
    """The white above a row, in line heights; None where reading goes on elsewhere."""
    if previous.column != row.column:
        return None
    above = previous.segments[0].bottom if len(previous.segments) == 1 else max(s.bottom for s in previous.segments)
    below = row.segments[0].top if len(row.segments) == 1 else min(s.top for s in row.segments)
    height = row.segments[0].height or 1.0
    gap = (below - above) / height
    # A little above is a piece moved out of a sentence; far above is where reading goes on elsewhere.
    return _in_cents(gap) if gap > _JUMP else None


def _usual_gap(gaps: Sequence[float | None]) -> float:
    narrow = [gap for gap in gaps if gap is not None and gap < 1.5]
    return median(narrow) if narrow else 0.0
