"""Finds the dates of heads: ranges that date a position, told from years in the story of one.

A range in a bullet or in running text is part of what was done there; a lone date counts only at the edge of a line with a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resumefit.core.resume import YearMonth
from resumefit.segment.dates import DateRange, find_ranges
from resumefit.segment.headparts import HEAD_WORDS, PARENTHESIS, as_said, is_capitalised, is_name, split_line
from resumefit.segment.heads import names_title
from resumefit.segment.rows import Row
from resumefit.segment.titles import line_strength, title_strength

_DURATION = re.compile(r"[\s,]*\(?\d+\s*(?:yrs?|years?|mos?|months?|weeks?)\)?\s*$", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"(?:^|\s)(?:from|during|between|period|dates?(?:\s+employed)?|duration|since|joined|employed|the|c\.|ca\.|circa|approx\.?)\s*:?$",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?:\d|[^\W\d_]{3,})\s*(?:[-–—]|\bto|\btill|\buntil)\s*$", re.IGNORECASE)
_LEVEL = re.compile(r"[1-5](?=\s+[^\W\d_]{3,}\.?\s+(?:19|20)\d\d)(?!.*\b\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3})")
_REST_OF_BRACKETS = re.compile(r"\s*[;,][^()]*\)")
_TITLE_WORDS = 6  # at most, of a title, and of the employer's name under it
_NO_EMPLOYER = re.compile(r"\d\.\d|\b(?:awards?|prize|medal|scholarship|gpa|grade|certificat\w+|course|exam)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s|•·/&–—-]\S*")
_IN_RAIL = re.compile(r"(?:\s{2,}|\t)\S")
_CELLS = re.compile(r"^\s*(?P<rail>[^|\t]{3,22}?)(?:\s{2,}|\t+|\s*\|\s*)(?P<words>\S.*)$")


def with_rails(rows: Sequence[Row], *, as_of: YearMonth) -> list[Row]:
    """Join dates that stand one above the other in a rail: "05/2020 -   Product Lead" over "now   Acme Ltd"."""
    joined = list(rows)
    for number in range(len(joined) - 1):
        here, below = _CELLS.match(joined[number].text), _CELLS.match(joined[number + 1].text)
        if not here or not below or joined[number + 1].gap or find_ranges(joined[number + 1].text, as_of=as_of):
            continue
        open_end = here["rail"].rstrip().endswith(("-", "–", "—"))
        titled = [line_strength(cell["words"]) >= 3 for cell in (here, below)]
        rail = f"{here['rail'].strip(' -–—')} – {below['rail'].strip(' -–—')}"
        ranges = find_ranges(rail, as_of=as_of)
        whole = len(ranges) == 1 and ranges[0].start == 0 and ranges[0].stop == len(rail) and not ranges[0].is_reversed
        # Without a dash two years above each other may be of two positions; each would have a title.
        if whole and (open_end or sum(titled) == 1):
            joined[number] = replace(joined[number], text=f"{rail}   {here['words']}")
            joined[number + 1] = replace(joined[number + 1], text=below["words"])
    return joined


def dates_of_head(row: Row, rows: Sequence[Row], number: int, as_of: YearMonth) -> tuple[DateRange, ...]:
    """Return the ranges of a line that may be a head's: a range in a bullet or in running text is part of the story."""
    ranges = _outside_brackets(find_ranges(row.text, as_of=as_of), row.text)
    if not ranges:
        return ()
    rest = PARENTHESIS.sub(" ", without_dates(row.text, ranges[0]))  # "Acme (Series A, an app for landlords)": brackets may tell much
    words = len(rest.split())
    numbered = (
        bool(re.match(r"\s*\d{1,2}[.)]\s", row.text)) and number + 1 < len(rows) and names_title(rows[number + 1].text)
    )
    if numbered:
        return ranges
    spoken = as_said(rest) != rest
    if words > HEAD_WORDS or (row.bullet and line_strength(rest) < 3):
        return ()
    # "* Product manager, Acme, 2020 - now. Search and ads.": what follows the full stop is the story.
    told = row.text[ranges[0].stop :].startswith(".") and line_strength(row.text[: ranges[0].start]) >= 3
    words = len(row.text[: ranges[0].start].split()) if told else words
    if row.bullet and words > 8 and not spoken and not row.text.lstrip()[0].isdigit():
        return ()
    # A sentence that tells of years: "Cut drop-off by a tenth between 2021 and 2022 with four releases."
    in_rail = _IN_RAIL.match(row.text, ranges[0].stop) is not None and not row.text[: ranges[0].start].strip()
    if (
        words > 6
        and not in_rail
        and not spoken
        and sum(word[0].islower() for word in rest.split()) > words * 0.55
        and line_strength(rest) < 3
    ):
        return ()
    # Running text that wraps: "... fell from 2016 to 2018 by half."
    if rest.strip() and not is_name(rest.split()[0]) and not row.gap and words > 3:
        return ()
    return ranges


def _outside_brackets(ranges: tuple[DateRange, ...], text: str) -> tuple[DateRange, ...]:
    """Leave out ranges in brackets, where others stand outside: "Engineer (acting lead since 03/2025), 06/2020 - present"."""
    inside = [brackets.span() for brackets in PARENTHESIS.finditer(text)]
    outside = tuple(dates for dates in ranges if not any(start < dates.start < stop for start, stop in inside))
    return outside or ranges


def is_told_in_brackets(text: str, dates: DateRange) -> bool:
    """Tell whether dates stand in brackets with words of their own: not in "Acme (2019 - 2021)", but in "Acme (remote since 2023)"."""
    for brackets in PARENTHESIS.finditer(text):
        if brackets.start() < dates.start and dates.stop <= brackets.end():
            rest = text[brackets.start() : dates.start] + text[dates.stop : brackets.end()]
            return any(letter.isalpha() for letter in rest)
    return False


def lone_date(rows: Sequence[Row], number: int, as_of: YearMonth) -> tuple[DateRange, ...]:
    """Return a date that stands alone at an edge of a head: "2009  Office Manager, Acme", "Intern, Acme, Summer 2019"."""
    row = rows[number]
    if row.bullet or len(_WORD.findall(row.text)) > 10:
        return ()
    ranges = find_ranges(row.text, as_of=as_of, single=True)
    text = _DURATION.sub("", row.text)
    if len(ranges) != 1 or (row.text[: ranges[0].start].strip(" (") and text[ranges[0].stop :].strip(" ).")):
        return ()
    if ranges[0].start and _BROKEN.search(row.text[: ranges[0].start]) and re.search(r"\d{3}", row.text[: ranges[0].start]):
        return ()  # the end of a range whose start cannot be read
    bare = without_dates(row.text, ranges[0])
    if not bare:
        return ranges if _dates_title_above(rows, number, as_of) else ()
    name = re.sub(r"\([^()]*\)", "", bare).strip(" -–—,|")
    if not _is_written_as_head(name):
        return ()
    if _names_employer(rows, number, name, as_of):
        return ranges
    below = rows[number + 1] if number + 1 < len(rows) else None
    named = below is not None and not below.bullet and not below.gap and line_strength(below.text) >= 3
    beside_range = below is not None and bool(find_ranges(below.text, as_of=as_of))
    return ranges if (line_strength(bare) >= 3 or named) and not beside_range else ()


def _is_written_as_head(name: str) -> bool:
    """Tell whether a line's parts are names, or titles of which only the first word has its capital: "Data analyst, Wyre Press"."""
    parts = [part for piece in split_line(name) for part in piece.split(", ") if part]
    return all(
        is_capitalised(part) or (part[0].isupper() and len(part.split()) <= _TITLE_WORDS and title_strength(part) >= 3) for part in parts
    )


def _names_employer(rows: Sequence[Row], number: int, name: str, as_of: YearMonth) -> bool:
    """Tell whether a line with a lone date names the employer of the title right above it: "Data Analyst" over "Acme, Summer 2015"."""
    above = rows[number - 1] if number else None
    return (
        above is not None and not above.bullet and not rows[number].gap and (above.gap or number == 1 or rows[number - 2].bullet)
        and name[:1].isalpha() and not _NO_EMPLOYER.search(name)
        and len(name.split()) <= _TITLE_WORDS and line_strength(name) < 3 and line_strength(above.text) >= 3
        and len(above.text.split()) <= _TITLE_WORDS and not find_ranges(above.text, as_of=as_of, single=True)
    )


def _dates_title_above(rows: Sequence[Row], number: int, as_of: YearMonth) -> bool:
    """Tell whether a lone date on a line of its own dates the title one or two lines above it, as no other line does."""
    near = [rows[other] for other in range(max(0, number - 2), number)]
    if not near or rows[number].gap or any(row.bullet or find_ranges(row.text, as_of=as_of) for row in near):
        return False
    below = rows[number + 1] if number + 1 < len(rows) else None
    if below is not None and find_ranges(below.text, as_of=as_of, single=True) and not below.bullet:
        return False
    return any(line_strength(row.text) >= 3 and len(row.text.split()) <= 8 for row in near)


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
    start = dates.start
    if level := _LEVEL.match(text[start : dates.stop]):
        # "Engineer 2    Sep 2018 - Jun 2021": no day, as the other end has none.
        start += level.end() if title_strength(text[:start]) >= 3 else 0
    left, right = _LEAD_IN.sub("", text[:start].rstrip()), text[dates.stop :].lstrip()
    opened = left.rfind("(")
    if right.startswith(")") and opened > left.rfind(")"):
        # "Lead (promoted; Feb 2020 - Jul 2022)": what shares the brackets is a part of its own.
        left = f"{left[:opened]}   {left[opened + 1 :].strip(' ,;:-–')}"
    elif left.endswith("(") and (rest := _REST_OF_BRACKETS.match(right)):
        right = right[rest.end() :]  # "Lead (since Apr 2023; Editor before)"
    right = re.sub(r"^\W*\(?\d+\s*(?:yrs?|years?|mos?|months?)[^)|,]*\)?", "", right)
    return f"{left.rstrip('(')}   {right.lstrip(')')}".strip() if left and right else (left.rstrip("(") or right).strip()
