"""Puts the segments of a page into reading order, as rows of text.

A page is cut along its strongest gutter into what is above, left, right and below, and each part again. A rail's labels
are read with the rows they stand beside. What no gutter divides is read row by row.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from resumefit.read.band_kinds import Kind, changes_of_side
from resumefit.read.drafts import BULLETS
from resumefit.read.gutters import Gutter, best_gutter
from resumefit.read.rails import blocks_of, home_of, part_starts
from resumefit.read.segments import Segment, lines_of, share_row
from resumefit.read.shapes_of_text import is_date_like, is_length_of_time, is_section_label

_DEEPEST = 14
_FEW_CHANGES = 8  # of sides in the content that short bands of columns may have
_MOST_CHANGES = 24  # twelve bands, each read one level deeper
_BASELINE = 0.1  # line heights by which the bottoms of one line's pieces differ


class Placed(NamedTuple):
    """One line of the text: the segments of a row that belong together, and the column it stands in (0: full width)."""

    segments: tuple[Segment, ...]
    column: tuple[int, ...]


def reading_order(segments: Sequence[Segment]) -> list[Placed]:
    """Return every segment once, in rows, in the order a person reads them."""
    return _order(list(segments), (), 0)


def _order(segments: list[Segment], column: tuple[int, ...], depth: int) -> list[Placed]:
    rows = lines_of(segments)
    gutter = best_gutter(segments, rows) if len(segments) > 2 and depth <= _DEEPEST else None
    if gutter is None:
        return _rows(rows, column)
    gutter = _with_last_heading_below(gutter)
    if gutter.kind is Kind.RAIL:
        middle = _rail(gutter, column, depth)
    elif gutter.kind is Kind.RIGHT_LABELS:
        middle = _rail(gutter._replace(left=gutter.right, right=gutter.left), column, depth)
    elif gutter.kind is Kind.RIGHT_RAIL:
        middle = _right_rail(gutter, column, depth)
    else:
        middle = _columns(gutter, column, depth)
    above = _order(gutter.above, column, depth + 1) if gutter.above else []
    below = _order(gutter.below, column, depth + 1) if gutter.below else []
    return [*above, *middle, *below]


def _with_last_heading_below(gutter: Gutter) -> Gutter:
    """Move a heading that ends a column, lower than all of the other, to what stands below both: it heads that.

    With nothing below it heads what comes later on the page, if the content has it after all of both columns.
    """
    for side, other in ((gutter.left, gutter.right), (gutter.right, gutter.left)):
        last = max(side, key=lambda s: s.bottom)
        alone = last.top >= max(s.bottom for s in other) and len(side) > 1
        if alone and is_section_label(last.text) and (gutter.below or last.order == max(s.order for s in (*side, *other))):
            kept = [s for s in side if s is not last]
            left, right = (kept, other) if side is gutter.left else (other, kept)
            return gutter._replace(left=left, right=right, below=[last, *gutter.below])
    return gutter


def _columns(gutter: Gutter, column: tuple[int, ...], depth: int) -> list[Placed]:
    """Read the left column and then the right; band by band where the content itself returns to the left."""
    cut = _band_end(gutter)
    if cut is not None:
        upper = [s for s in (*gutter.left, *gutter.right) if s.bottom <= cut]
        lower = [s for s in (*gutter.left, *gutter.right) if s.bottom > cut]
        return [*_order(upper, column, depth + 1), *_order(lower, column, depth + 1)]
    left = _order(gutter.left, (*column, 1), depth + 1)
    right = _order(gutter.right, (*column, 2), depth + 1)
    return [*left, *right]


def _band_end(gutter: Gutter) -> float | None:
    """Find the widest white across both columns where all content above comes before all content below."""
    both = sorted((*gutter.left, *gutter.right), key=lambda s: s.bottom)
    changes = changes_of_side(gutter.left, gutter.right)
    few = min(len(gutter.left), len(gutter.right))
    if changes < 2 or changes > max(_FEW_CHANGES, min(few, _MOST_CHANGES)):  # row by row, it changes sides twice as often
        return None
    left_ids = {id(s) for s in gutter.left}
    first = min(both, key=lambda s: s.top)
    first_row = [s for s in both if share_row(s, first)]
    headed = len(first_row) > 1 and all(is_section_label(s.text) for s in first_row)
    lefts = list(itertools.accumulate(int(id(s) in left_ids) for s in both))
    latest = list(itertools.accumulate((s.order for s in both), max))
    earliest = list(itertools.accumulate((s.order for s in reversed(both)), min))[::-1]
    highest = list(itertools.accumulate(reversed(both), _higher))[::-1]
    best: tuple[float, float] | None = None
    for index in range(2, len(both) - 1):
        above, below = both[index - 1], highest[index]
        white = below.top - above.bottom
        if white < 0.4 * above.height or (best is not None and white <= best[0]):
            continue
        if latest[index - 1] > earliest[index]:
            continue
        if headed and not is_section_label(below.text):
            continue  # lists, or a table's columns: each is read under its own heading
        if 0 < lefts[index - 1] < index and 0 < lefts[-1] - lefts[index - 1] < len(both) - index:
            best = (white, above.bottom)
    return None if best is None else best[1]


def _higher(segment: Segment, before: Segment) -> Segment:
    return before if before.top <= segment.top else segment


def _rail(gutter: Gutter, column: tuple[int, ...], depth: int) -> list[Placed]:
    """Read each label of a rail, then the rows beside it, up to the next label."""
    left_lines, right_lines = lines_of(gutter.left), lines_of(gutter.right)
    blocks = blocks_of(left_lines, right_lines)
    starts = part_starts(blocks, right_lines)
    parts: list[list[Segment]] = [[] for _ in range(len(blocks) + 1)]
    for row in right_lines:
        parts[home_of(row, starts)] += row
    result = _order(parts[0], column, depth + 1) if parts[0] else []
    for block, part in zip(blocks, parts[1:], strict=True):
        content = _order(part, column, depth + 1) if part else []
        result += _label_with_rows(block, content, column)
    return result


def _label_with_rows(block: list[list[Segment]], content: list[Placed], column: tuple[int, ...]) -> list[Placed]:
    label = [Placed(tuple(row), column) for row in block]
    text = " ".join(s.text for row in block for s in row)
    size = max(s.size for row in block for s in row)
    heading = is_section_label(text) and not text.rstrip().endswith(":")
    usual = sorted(s.size for p in content for s in p.segments)
    larger = bool(usual) and size > 1.15 * usual[len(usual) // 2] and not is_date_like(text)
    if heading and len(block) > 1 and len({(s.bold, round(s.size)) for row in block for s in row}) == 1:
        label = [Placed(tuple(s for row in block for s in row), column)]  # a heading that a narrow margin wraps
    if not content or heading or larger:
        return [*label, *content]
    anchor = content[0]
    if len(block) > 1 and not is_date_like(text) and _runs(anchor, content[1] if len(content) > 1 else None):
        return [*label, *content]
    level = next((i for i, row in enumerate(block) if any(share_row(s, t) for s in row for t in anchor.segments)), None)
    if level is None:
        return [*label, *content]
    joined = Placed((*label[level].segments, *anchor.segments), column)
    rows = [*label[:level], joined, *content[1:]]
    place = level
    for row in label[level + 1 :]:
        target = place + 1
        following = rows[target + 1] if target + 1 < len(rows) else None
        beside = Placed((*row.segments, *rows[target].segments), column) if target < len(rows) else None
        level_with = beside is not None and share_row(row.segments[0], rows[target].segments[0])
        if (
            beside is not None
            and level_with
            and not _is_running(rows[target])
            and not _goes_on(rows[target], following)
        ):
            rows[target] = beside
        else:
            rows.insert(target, row)
        place = target
    return rows


def _runs(row: Placed, following: Placed | None) -> bool:
    """Tell whether a row is running text, which the lines of a label beside it would break up."""
    return _is_running(row) or _goes_on(row, following)


def _goes_on(row: Placed, following: Placed | None) -> bool:
    """Tell whether a row's text runs on into the next row."""
    if following is None:
        return False
    return row.segments[-1].words[-1].hyphen or following.segments[0].text[:1].islower()


def _right_rail(gutter: Gutter, column: tuple[int, ...], depth: int) -> list[Placed]:
    """Read the left side, each of its rows with the date level with it; what stands under a date follows that row."""
    rows = _order(gutter.left, column, depth + 1)
    for block in reversed(blocks_of(lines_of(gutter.right), ())):
        first = block[0][0]
        level = [i for i, row in enumerate(rows) if share_row(row.segments[-1], first)]
        # A label in the margin stands on the same row, but in larger print not on quite the same line.
        anchor = min(level, key=lambda i: (abs(rows[i].segments[-1].bottom - first.bottom) > _BASELINE * first.height, i), default=None)
        if anchor is None:
            anchor = next((i for i, row in enumerate(rows) if row.segments[0].top > first.top), len(rows))
            rows[anchor:anchor] = [Placed(tuple(line), column) for line in block]
            continue
        place, loose = anchor, False
        for offset, line in enumerate(block):
            target = anchor + offset
            fits = not loose and target < len(rows) and share_row(rows[target].segments[-1], line[0])
            following = rows[target + 1] if target + 1 < len(rows) else None
            joined = Placed((*rows[target].segments, *line), column) if fits else None
            if joined is not None and (offset == 0 or not _is_running(rows[target])) and not _wraps(joined, following):
                rows[target] = joined
                place = target
            else:
                loose = True
                place += 1
                rows.insert(place, Placed(tuple(line), column))
    return rows


def _is_running(row: Placed) -> bool:
    """Tell whether a row is a bullet or a long line of prose, which nothing may interrupt."""
    text = row.segments[0].text
    return text[:1] in BULLETS or len(text) > 60


def _rows(rows: Sequence[list[Segment]], column: tuple[int, ...]) -> list[Placed]:
    """Read row by row. A piece at the right of running text is moved out of the sentence."""
    result: list[Placed] = []
    for row in rows:
        result += [Placed(tuple(piece), column) for piece in _split_headings(row)]
    return _free_sentences(result)


def _split_headings(row: list[Segment]) -> list[list[Segment]]:
    """Give a section's label a line of its own when more follows in its row after a wide gap."""
    if len(row) == 1:
        return [row]
    pieces: list[list[Segment]] = [[]]
    for segment in row:
        if is_section_label(segment.text) and not segment.text.rstrip().endswith(":") and _stands_out(segment, row):
            pieces += [[segment], []]
        else:
            pieces[-1].append(segment)
    return [piece for piece in pieces if piece]


def _stands_out(segment: Segment, row: Sequence[Segment]) -> bool:
    others = [s for s in row if s is not segment]
    return (
        segment.size > 1.08 * max(s.size for s in others)
        or segment.text.isupper()
        or (segment.bold and not any(s.bold for s in others))
    )


def _free_sentences(rows: list[Placed]) -> list[Placed]:
    """Move what stands at the right of a wrapping line behind the line where its block began, or before the sentence.

    A line with a date has begun another block if the line before it with something at its right has one too.
    """
    result: list[Placed] = []
    anchor = -1  # index in result after which loose right-hand pieces go
    last_loose: Segment | None = None
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        goes_on = last_loose is not None and len(row.segments) > 1 and _is_under(row.segments[-1], last_loose)
        if len(row.segments) < 2 or not (goes_on or _wraps(row, following)):
            result.append(row)
            if len(row.segments) > 1:
                anchor = len(result)
            last_loose = None
            continue
        main, loose = row.segments[:1], row.segments[1:]
        near = anchor >= 0 and 0 <= len(result) - anchor <= 4 and not (_dated(loose) and _dated(result[anchor - 1].segments))
        place = anchor if near else len(result)
        result.insert(place, Placed(loose, row.column))
        result.append(Placed(main, row.column))
        anchor, last_loose = place + 1, loose[-1]
    return result


def _dated(segments: Sequence[Segment]) -> bool:
    return any(is_date_like(s.text) and not is_length_of_time(s.text) for s in segments)


def _is_under(segment: Segment, above: Segment) -> bool:
    """Tell whether a piece is the next line of the block that `above` belongs to."""
    close = -0.3 * above.height < segment.top - above.bottom < 0.8 * above.height
    return close and segment.left < above.right and above.left < segment.right


def _wraps(row: Placed, following: Placed | None) -> bool:
    """Tell whether a row's first piece is running text that goes on in the next row, or a bullet."""
    if row.segments[0].text[:1] in BULLETS and is_date_like(row.segments[-1].text):
        return True
    if following is None or (len(row.segments[-1].text) > 45 and not is_date_like(row.segments[-1].text)):
        return False
    first, after = row.segments[0], following.segments[0]
    if abs(after.left - first.left) > 3 * first.height or len(first.text) < 12:
        return False
    next_word = after.words[0]
    if row.segments[1].left - first.right > next_word.right - next_word.left + 2 * first.height:
        return False  # the next word would have had room: the line ends because its text does
    return first.words[-1].hyphen or (after.text[:1].islower() and first.text[-1:] not in ".:;")
