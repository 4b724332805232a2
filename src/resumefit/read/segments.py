"""Words become segments: the pieces of lines that no layout can tear apart.

A segment ends at a gap that could be a gutter. Whether the segments of one row belong together is decided later, with
the whole page in view. Letterspaced words (`E X P E R I E N C E`) are put together here, while gaps are still known.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from resumefit.read.repairs import join_hyphenated
from resumefit.read.shapes_of_text import (
    date_goes_on,
    is_date_like,
    is_end_of_range,
    is_open_date,
    is_section_label,
    text_goes_on,
)
from resumefit.read.words import Word

# In line heights (about 1.2 em). Word spaces in justified text reach 0.8 em; LaTeX's narrowest table gap is 1 em.
_GAP_IN_CONTENT_ORDER = 0.85
_GAP_OTHERWISE = 0.40
_GAP_IF_TRACKED = 1.4
_TRACKED_PITCH = 0.85  # of the size, a letter; capitals of bold fonts reach 0.75
_SAME_ROW_OVERLAP = 0.55
_LONGEST_DATE = 45
_LARGER = 1.08  # a heading's size over the text's
_SAME_EDGE_PT = 0.6
_LINES_AT_EDGE = 3
_LINE_BREAK = 3  # characters between a line's last and the next line's first in the content


class Segment(NamedTuple):
    """Words on one baseline without a wide gap. `order` is where its first character stands in the content.

    `text` is the words with single spaces. `height` and `middle` follow from its top and bottom; they are kept because a
    layout asks for them many times.
    """

    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float
    order: int
    size: float
    text: str
    height: float
    middle: float

    @property
    def bold(self) -> bool:
        """Whether more than half of the letters are bold."""
        heavy = [w for w in self.words if w.bold]
        if not heavy or len(heavy) == len(self.words):
            return bool(heavy)
        return 2 * sum(len(w.text) for w in heavy) > sum(len(w.text) for w in self.words)


_FROM_THE_TOP = attrgetter("middle", "left")
_FROM_THE_LEFT = attrgetter("left")


def make_segment(words: Sequence[Word]) -> Segment:
    """Build a segment from words in reading order."""
    if len(words) == 1:
        text, left, top, right, bottom, start, _, size, _, _, _, _, _ = words[0]
    else:
        texts, lefts, tops, rights, bottoms, starts, _, sizes, _, _, _, _, _ = zip(*words, strict=True)
        text, size = " ".join(texts), sizes[0]
        left, top, right, bottom, start = min(lefts), min(tops), max(rights), max(bottoms), min(starts)
        if sizes.count(size) < len(sizes):
            size = max(words, key=lambda w: len(w.text)).size
    # Past the named tuple's own constructor, which costs as much as all of this.
    fields = (tuple(words), left, top, right, bottom, start, size, text, bottom - top, (top + bottom) / 2)
    return tuple.__new__(Segment, fields)


def share_row(a: Word | Segment, b: Word | Segment) -> bool:
    """Tell whether two pieces stand on one line of the page."""
    top_a, bottom_a, top_b, bottom_b = a.top, a.bottom, b.top, b.bottom
    overlap = (bottom_a if bottom_a < bottom_b else bottom_b) - (top_a if top_a > top_b else top_b)
    if overlap <= 0:
        return False
    height_a, height_b = bottom_a - top_a, bottom_b - top_b
    return overlap >= _SAME_ROW_OVERLAP * (height_a if height_a < height_b else height_b)


def make_segments(words: Sequence[Word]) -> list[Segment]:
    """Join the words of a page into segments: along the content first, then what touches on the page."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    line_top, line_bottom, line_turns = 0.0, 0.0, -1  # of the word before
    reached, lowest, highest = 0.0, 0.0, 0.0  # its right edge, and the gaps that no word of its line ends at
    for word in words:
        _, left, top, right, bottom, _, _, _, _, _, _, turns, _ = word
        if top == line_top and bottom == line_bottom and turns == line_turns:  # as most words do
            follows = lowest <= left - reached <= highest or _continues(run, word)
        else:
            line_top, line_bottom, line_turns, height = top, bottom, turns, bottom - top
            lowest, highest = -0.5 * height, _GAP_IN_CONTENT_ORDER * height
            follows = bool(run) and _continues(run, word)
        if follows:
            run.append(word)
        else:
            run = [word]
            runs.append(run)
        reached = right
    segments = [make_segment(_join_letters(run)) for run in _join_stretched(runs)]
    return join_wrapped_titles(_join_wrapped_dates(_part_labels(_join_touching(segments))))


def _part_labels(segments: list[Segment]) -> list[Segment]:
    """Part a section's heading that nearly fills its margin from the text beside it, which begins where other lines do."""
    result: list[Segment] = []
    for segment in segments:
        first, last = segment.words[0], segment.words[-1]
        if first.size > _LARGER * last.size or (first.bold and not last.bold):
            stop = next(i for i, w in enumerate(segment.words) if first.size > _LARGER * w.size or w.bold != first.bold)
            x, label = segment.words[stop].left, segment.words[:stop]
            level = sum(abs(s.left - x) < _SAME_EDGE_PT for s in segments)
            if level >= _LINES_AT_EDGE and is_section_label(" ".join(w.text for w in label)) and label[-1].text[-1] != ":":
                result += [make_segment(label), make_segment(segment.words[stop:])]
                continue
        result.append(segment)
    return result


def _join_wrapped_dates(segments: list[Segment]) -> list[Segment]:
    """Put the next lines of a date that a narrow column wraps behind its first, which keeps its place."""
    short = [s for s in segments if len(s.text) < _LONGEST_DATE]
    ends = [s for s in short if is_end_of_range(s.text)]
    if not ends:
        short = [s for s in short if not s.text[-1:].isdigit()]
    joined: dict[int, Segment] = {}
    absorbed: set[int] = set()
    for first in short:
        date, last = first, first
        while id(first) not in absorbed:
            # A whole date goes on only where some line begins with a dash.
            lines = segments if is_open_date(date.text) else ends
            free = [s for s in lines if s is not first and not (id(s) in absorbed or id(s) in joined)]
            below = [s for s in free if _is_next_line(last, s) and date_goes_on(date.text, s.text)]
            if len(below) != 1:
                break
            last = below[0]
            date = date._replace(words=(*date.words, *last.words), text=f"{date.text} {last.text}")
            joined[id(first)] = date
            absorbed.add(id(last))
    return [joined.get(id(s), s) for s in segments if id(s) not in absorbed] if joined else segments


def join_wrapped_titles(segments: list[Segment]) -> list[Segment]:
    """Put the next line of a title that wraps beside its date behind its first line, which keeps its place.

    Only where the content has the two lines one after the other and they look alike, and the line ends for want of room
    or in the middle of a phrase: a firm's name under a title is a line of its own.
    """
    for date in [s for s in segments if len(s.text) <= _LONGEST_DATE and is_date_like(s.text)]:
        beside = [s for s in segments if s.right < date.left and s.order < date.order and share_row(s, date)]
        first = max(beside, key=lambda s: s.right, default=None)
        while first is not None:
            stop = first.words[-1].stop
            following = [s for s in segments if 0 <= s.order - stop <= _LINE_BREAK]
            second = next((s for s in following if _wraps_to(first, s, date)), None)
            if second is None:
                break
            joined = first._replace(words=(*first.words, *second.words), text=_on_one_line(first.text, second.text))
            segments = [joined if s is first else s for s in segments if s is not second]
            first = joined
    return segments


def _on_one_line(first: str, second: str) -> str:
    """Write a line behind another, and a word that the line's end divides in one piece."""
    head, _, last = first.rpartition(" ")
    word, _, rest = second.partition(" ")
    whole = join_hyphenated(last, word, frozenset()) if last.endswith("-") else None
    return f"{first} {second}" if whole is None else " ".join(part for part in (head, whole, rest) if part)


def _wraps_to(first: Segment, second: Segment, date: Segment) -> bool:
    """Tell whether a segment is the next line of a title that stands beside a date."""
    last = first.words[-1]
    follows = -0.3 < (second.top - last.bottom) / first.height < 0.7
    alike = abs(second.size - last.size) < 0.02 * last.size and second.bold == last.bold
    if not follows or not alike or abs(second.left - first.left) > 0.3 * first.height:
        return False
    if len(first.words) < 2 or is_date_like(second.text):
        return False
    word = second.words[0]
    cramped = last.right + word.right - word.left > date.left - _GAP_IN_CONTENT_ORDER * first.height
    return last.hyphen or cramped or text_goes_on(" ".join(w.text for w in first.words), second.text)


def _is_next_line(above: Segment, segment: Segment) -> bool:
    """Tell whether a segment stands under another, or is its continuation at the start of the next line."""
    gap = (segment.top - above.bottom) / above.height
    if 0 <= segment.order - above.words[-1].stop <= _LINE_BREAK:  # next in the content, after the line's break
        return -0.3 < gap < 1.5
    return -0.3 < gap < 0.7 and segment.left < above.right and above.left < segment.right


def _join_stretched(runs: list[list[Word]]) -> list[list[Word]]:
    """Join the pieces of a justified line whose few words are far apart: even gaps, and a sign that the text runs on.

    That is a comma, a divided word or a date, or for many pieces that the line before ends at the same edge.
    """
    result: list[list[Word]] = []
    index = 0
    while index < len(runs):
        stop = index + 1
        while stop < len(runs) and _follows(runs[stop - 1][-1], runs[stop][0]):
            stop += 1
        if stop == index + 1:  # as most lines are in one piece
            result.append(runs[index])
            index = stop
            continue
        pieces = runs[index:stop]
        index = stop
        if len(pieces) < 3:
            result += pieces
            continue
        gaps = [after[0].left - before[-1].right for before, after in itertools.pairwise(pieces)]
        running = pieces[-1][-1].hyphen or any(w.text.endswith(",") for piece in pieces[:-1] for w in piece[-1:])
        running = running or is_open_date(" ".join(w.text for piece in pieces for w in piece))
        running = running or (len(pieces) > 3 and bool(result) and _ends_below(pieces[-1][-1], result[-1][-1]))
        if running and max(gaps) < 1.1 * min(gaps):
            result.append([word for piece in pieces for word in piece])
        else:
            result += pieces
    return result


def _ends_below(word: Word, above: Word) -> bool:
    """Tell whether a word ends its line directly under another and at the same edge, as in justified text."""
    same_edge = abs(word.right - above.right) < _SAME_EDGE_PT and abs(word.size - above.size) < 0.02 * word.size
    return same_edge and 0 < word.top - above.top < 2 * word.height


def _follows(last: Word, word: Word) -> bool:
    return last.turns == word.turns and share_row(last, word) and 0 < word.left - last.right < 2.6 * last.height


def _continues(run: list[Word], word: Word) -> bool:
    last = run[-1]
    if word.turns != last.turns or not share_row(last, word):
        return False
    gap = word.left - last.right
    height = min(last.height, word.height)
    if gap < -0.5 * height:
        return False
    limit = _GAP_IN_CONTENT_ORDER * height
    if gap <= limit:
        return True
    if gap > 2.5 * height:
        return False
    if len(run) > 1:  # a justified line is stretched throughout, and most after a full stop
        gaps = [b.left - a.right for a, b in itertools.pairwise(run)]
        limit = max(
            limit, min(1.25 * max(gaps), 1.6 * height), min(1.6 * median(gaps), 2.0 * height) if len(gaps) > 2 else 0
        )
        if len(gaps) > 2 and last.text[-1] in ".!?:)":
            limit = max(limit, min(2.2 * median(gaps), 1.6 * height))
    if _is_tracked(last) and _is_tracked(word):
        limit = max(limit, _GAP_IF_TRACKED * height)
    if len(word.text) == 1 and len(last.text) == 1 and len(run) > 1:
        previous = last.left - run[-2].right  # letterspacing may be wider than any word space
        limit = max(limit, min(1.8 * previous, 2.5 * height))
    return gap <= limit


def _is_tracked(word: Word) -> bool:
    """Tell whether a word in capitals is letterspaced: its letters take more room than those of any font."""
    letters = len(word.text)
    return letters > 1 and word.right - word.left > _TRACKED_PITCH * word.size * letters and word.text.isupper()


def lines_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Group segments into rows of the page, top to bottom, each from left to right."""
    rows: list[list[Segment]] = []
    reached = float("-inf")
    for segment in sorted(segments, key=_FROM_THE_TOP):
        _, _, top, _, bottom, _, _, _, _, _ = segment
        # Most pieces stand clearly below all before, or exactly on the row before: both are cheap to see.
        if reached <= top < bottom:
            rows.append([segment])
            reached = bottom
            continue
        if bottom > reached:
            reached = bottom
        for row in rows[:-4:-1]:
            last = row[-1]
            if last.top == top and last.bottom == bottom:
                row.append(segment)
                break
            if last.bottom <= top and (len(row) == 1 or row[-2].bottom <= top):
                continue
            if share_row(segment, last) or (len(row) > 1 and share_row(segment, row[-2])):
                row.append(segment)
                break
        else:
            rows.append([segment])
    for row in rows:
        if len(row) > 1:
            row.sort(key=_FROM_THE_LEFT)
    return rows


def _join_touching(segments: list[Segment]) -> list[Segment]:
    """Join segments of one row that stand a word space apart though the content has them elsewhere."""
    result: list[Segment] = []
    for row in lines_of(segments):
        pieces = [row[0]]
        for segment in row[1:]:
            if _touches(pieces[-1], segment):
                pieces[-1] = make_segment((*pieces[-1].words, *segment.words))
            else:
                pieces.append(segment)
        result += pieces
    return result


def _touches(base: Segment, piece: Segment) -> bool:
    height = min(base.height, piece.height)
    close = -0.2 * height <= piece.left - base.right <= _GAP_OTHERWISE * height
    return close and share_row(base, piece) and max(base.size, piece.size) < 2.2 * min(base.size, piece.size)


def _join_letters(run: list[Word]) -> list[Word]:
    """Put letterspaced words together: four or more single letters at even distances."""
    if len(run) < 4 or [len(w.text) for w in run].count(1) < 4:
        return run
    result: list[Word] = []
    index = 0
    while index < len(run):
        stop = index
        while stop < len(run) and len(run[stop].text) <= 2:
            stop += 1
        letters = run[index:stop]
        singles = sum(len(w.text) == 1 and (w.text.isalpha() or w.text in "&@.-") for w in letters)
        if len(letters) >= 4 and singles >= 0.7 * len(letters):
            result += _spell(letters)
            index = stop
        else:
            result += run[index : max(stop, index + 1)]
            index = max(stop, index + 1)
    return result


def _spell(letters: list[Word]) -> list[Word]:
    gaps = [b.left - a.right for a, b in itertools.pairwise(letters)]
    usual = max(median(gaps), 0.0)
    words: list[list[Word]] = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > 1.45 * usual + 0.12 * letter.height:
            words.append([letter])
        else:
            words[-1].append(letter)
    return [_one_word(pieces) for pieces in words]


def _one_word(pieces: list[Word]) -> Word:
    if len(pieces) == 1:
        return pieces[0]
    return pieces[0]._replace(
        text="".join(p.text for p in pieces),
        left=min(p.left for p in pieces),
        top=min(p.top for p in pieces),
        right=max(p.right for p in pieces),
        bottom=max(p.bottom for p in pieces),
        stop=pieces[-1].stop,
        hyphen=pieces[-1].hyphen,
        spaced=pieces[-1].spaced,
    )
