"""How a line looks on its page, and what stands around it: what tells the headings of one document from its other lines.

Plain text has no sizes, so case, a closing colon, a mark before the words, a rule below and white space must do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from resumefit.core.document import Document, Line, LineRole
from resumefit.core.marks import ITEM_MARK
from resumefit.core.resume import YearMonth
from resumefit.segment.dates import find_ranges
from resumefit.segment.titles import line_strength
from resumefit.segment.wordings import NUMBERING, unspaced

_ITEM = re.compile(rf"\s*({ITEM_MARK}(?=\s+\S)|・(?=\w))")
_RULE = re.compile(r"[\s=_*~\-–—─━═.#]{3,}")
_FRAMED = re.compile(r"\s*(?P<sign>[^\w\s()\[\]\"'’“”?!.,;:])(?P=sign)*+\s*\w.*\w\)?\s*(?P=sign)+\s*")
_LEAD = re.compile(r"\s*((?:(?![(\"'’“”])[\W_])+)")
_WIDE_GAP = 0.6
_HEAD_WORDS = 14
# Sizes closer than this, in points, are one size set by two hands.
_SAME_SIZE = 0.45


@dataclass(frozen=True, slots=True)
class Look:
    """What makes headings of one document alike. `mark` is the first sign before the words; `ruled` tells of a rule below."""

    case: str
    level: int | None
    bold: bool | None
    size: float | None
    colon: bool
    numbered: bool
    mark: str
    ruled: bool

    @property
    def is_telling(self) -> bool:
        """Tell whether the look sets a line apart from running text at all."""
        return self.case == "upper" or self.level is not None or bool(self.bold) or bool(self.mark) or self.ruled or self.colon

    def is_weaker_than(self, other: Look) -> bool:
        """Tell whether a reader would set this below the other: a deeper level, smaller, not bold, not in capitals."""
        if self.level is not None and other.level is not None and self.level != other.level:
            return self.level > other.level
        if other.level is not None and self.level is None:
            return True
        if self.size and other.size and abs(self.size - other.size) > _SAME_SIZE:
            return self.size < other.size
        return (
            (bool(other.bold) and not self.bold)
            or (other.case == "upper" != self.case)
            or (other.ruled and not self.ruled)
            or (bool(other.mark) and not self.mark)
            or (self.colon and not other.colon)
        )


class Page:
    """A document's lines with what heading rules ask of them, each worked out once."""

    def __init__(self, document: Document, *, as_of: YearMonth) -> None:
        self.document = document
        self.lines = document.lines
        self.texts = [document.text[line.start : line.stop] for line in document.lines]
        self._as_of = as_of
        self._looks: dict[int, Look] = {}
        self._heads: dict[int, bool] = {}

    @cached_property
    def is_lower(self) -> bool:
        """Tell whether the document's short lines that open a block begin, most of them, with a small letter."""
        short = [
            self.look(index).case
            for index in range(1, len(self.lines))
            if self.is_body(index) and len(self.texts[index].split()) <= 3 and not item_mark(self.texts[index]) and self.opens_block(index)
        ]
        return len(short) >= 3 and short.count("lower") > len(short) * 0.6

    def is_body(self, index: int) -> bool:
        """Tell whether a line has words and is neither the page's header nor its footer."""
        return self.lines[index].role is LineRole.BODY and bool(self.texts[index].strip())

    def look(self, index: int) -> Look:
        """Return how a line looks."""
        if index not in self._looks:
            self._looks[index] = _look(self.lines[index], self.texts[index], self.is_ruled(index))
        return self._looks[index]

    def is_ruled(self, index: int) -> bool:
        """Tell whether a rule of signs stands right below."""
        below = self.texts[index + 1] if index + 1 < len(self.texts) else ""
        return bool(below.strip()) and _RULE.fullmatch(below) is not None

    def is_framed(self, index: int) -> bool:
        """Tell whether a line stands between the same signs: "★ PROJECTS ★", "== Skills ==". It is no item of a list, then."""
        return _FRAMED.fullmatch(self.texts[index]) is not None

    def opens_block(self, index: int) -> bool:
        """Tell whether a line stands apart from what is above: first line, blank line above, a rule, or a wide gap."""
        if index == 0:
            return True
        line, above, text = self.lines[index], self.lines[index - 1], self.texts[index - 1]
        if not text.strip() or self.document.text[above.stop : line.start].count("\n") > 1 or _RULE.fullmatch(text):
            return True
        return line.page != above.page or line.column != above.column or (line.gap_above or 0.0) > _WIDE_GAP

    def below(self, index: int, most: int = 1) -> list[int]:
        """Return the next lines with words, rules apart, at most so many and not more than five lines on."""
        found = [
            other
            for other in range(index + 1, min(index + 6, len(self.lines)))
            if self.texts[other].strip() and not _RULE.fullmatch(self.texts[other])
        ]
        return found[:most]

    def above(self, index: int) -> int | None:
        """Return the nearest line with words above, rules apart."""
        return next(
            (other for other in range(index - 1, -1, -1) if self.texts[other].strip() and not _RULE.fullmatch(self.texts[other])), None
        )

    def has_dates(self, index: int) -> bool:
        """Tell whether a line holds a range of dates."""
        return bool(find_ranges(self.texts[index], as_of=self._as_of))

    def is_only_dates(self, index: int) -> bool:
        """Tell whether a line is a range of dates and nothing else: "2022 apr – now"."""
        ranges = find_ranges(self.texts[index], as_of=self._as_of)
        return len(ranges) == 1 and not re.search(r"\w", self.texts[index][: ranges[0].start] + self.texts[index][ranges[0].stop :])

    def is_work_head(self, index: int) -> bool:
        """Tell whether a line dates a position: a range beside a title, or under or over one, and no list item."""
        if index not in self._heads:
            self._heads[index] = self._work_head(index)
        return self._heads[index]

    def _work_head(self, index: int) -> bool:
        text = self.texts[index]
        if not self.is_body(index) or len(text.split()) > _HEAD_WORDS or item_mark(text) or self.lines[index].list_depth:
            return False
        if not self.has_dates(index):
            return False
        if line_strength(text) >= 3:
            return True
        beside = [*self.below(index), *([] if (above := self.above(index)) is None else [above])]
        return any(
            line_strength(self.texts[other]) >= 3 and len(self.texts[other].split()) <= 8 and not item_mark(self.texts[other])
            for other in beside
        )


def item_mark(text: str) -> str:
    """Return the mark that makes a line an item of a list; empty for none."""
    match = _ITEM.match(text)
    return match[1] if match else ""


@lru_cache(maxsize=4096)
def _case(text: str) -> str:
    letters = [letter for letter in text if letter.isalpha()]
    if letters and all(letter.isupper() for letter in letters):
        return "upper"
    return "lower" if letters and letters[0].islower() else "title"


def _mark(sign: str) -> str:
    """Return a mark as what it is to a reader: one icon or bullet is like another."""
    return sign if sign in "#=*-+>~_:[<" else "icon"


def _look(line: Line, text: str, ruled: bool) -> Look:
    text = text.strip()
    lead = _LEAD.match(text)
    size = round(line.font_size * 2) / 2 if line.font_size else None
    return Look(
        _case(unspaced(text)), line.heading_level, line.bold, size, text.endswith(":"), bool(NUMBERING.match(text)),
        _mark(lead[1].strip()[:1]) if lead else "", ruled,
    )
