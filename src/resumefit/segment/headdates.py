"""Finds the dates of heads: ranges that date a position, told from years in the story of one.

A range in a bullet or in running text is part of what was done there; a lone date counts only at the edge of a line with a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumefit.core.resume import YearMonth
from resumefit.segment.dates import DateRange, find_ranges
from resumefit.segment.heads import is_capitalised
from resumefit.segment.rows import Row
from resumefit.segment.titles import line_strength, title_strength

HEAD_WORDS = 14
_DURATION = re.compile(r"[\s,]*\(?\d+\s*(?:yrs?|years?|mos?|months?|weeks?)\)?\s*$", re.IGNORECASE)
_LEAD_IN = re.compile(r"(?:^|\s)(?:from|during|between|period|dates?|duration|since)\s*:?$", re.IGNORECASE)


def dates_of_head(row: Row, rows: Sequence[Row], number: int, as_of: YearMonth) -> tuple[DateRange, ...]:
    """Return the ranges of a line that may be a head's: a range in a bullet or in running text is part of the story."""
    ranges = find_ranges(row.text, as_of=as_of)
    if not ranges:
        return ()
    rest = without_dates(row.text, ranges[0])
    words = len(rest.split())
    if words > HEAD_WORDS or (row.bullet and line_strength(rest) < 3):
        return ()
    if row.bullet and words > 8 and not row.text.lstrip()[0].isdigit():
        return ()
    # A sentence that tells of years: "Cut drop-off by a tenth between 2021 and 2022 with four releases."
    if words > 6 and sum(word[0].islower() for word in rest.split()) > words * 0.55 and line_strength(rest) < 3:
        return ()
    # Running text that wraps: "... fell from 2016 to 2018 by half."
    if rest.strip() and rest.strip()[0].islower() and not row.gap and words > 3:
        return ()
    return ranges


def lone_date(rows: Sequence[Row], number: int, as_of: YearMonth) -> tuple[DateRange, ...]:
    """Return a date that stands alone at an edge of a head: "2009  Office Manager, Acme", "Intern, Acme, Summer 2019"."""
    row = rows[number]
    if row.bullet or len(row.text.split()) > 10:
        return ()
    ranges = find_ranges(row.text, as_of=as_of, single=True)
    text = _DURATION.sub("", row.text)
    if len(ranges) != 1 or (row.text[: ranges[0].start].strip(" (") and text[ranges[0].stop :].strip(" ).")):
        return ()
    bare = without_dates(row.text, ranges[0])
    if bare and not is_capitalised(re.sub(r"\(.*?\)", "", bare).strip(" -–—,|")):
        return ()
    below = rows[number + 1] if number + 1 < len(rows) else None
    named = bool(bare) and below is not None and not below.bullet and not below.gap and line_strength(below.text) >= 3
    beside_range = below is not None and bool(find_ranges(below.text, as_of=as_of))
    return ranges if (line_strength(bare) >= 3 or named) and not beside_range else ()


def roles_of(text: str, as_of: YearMonth) -> list[tuple[str, DateRange]]:
    """Return the roles that one line lists with dates of their own: "Lead (2020 - 2022); Editor (2018 - 2020)"."""
    ranges = find_ranges(text, as_of=as_of)
    edges = [0, *(dates.stop for dates in ranges)]
    parts = [
        (text[edge : dates.start].strip(" \t,;:()[]|/+–—-"), dates) for edge, dates in zip(edges, ranges, strict=False)
    ]
    titled = all(title_strength(words) >= 3 and len(words.split()) <= 6 for words, _ in parts)
    return parts if len(parts) > 1 and titled else []


def without_dates(text: str, dates: DateRange) -> str:
    """Take the dates out of a line; the place where they stood separates what is left."""
    left, right = _LEAD_IN.sub("", text[: dates.start].rstrip()), text[dates.stop :].lstrip()
    right = re.sub(r"^\W*\(?\d+\s*(?:yrs?|years?|mos?|months?)[^)|,]*\)?", "", right)
    return f"{left.rstrip('(')}   {right.lstrip(')')}".strip() if left and right else (left or right).strip()
