"""Takes out of the rows of a section what only describes an employer, between its name and the first role there.

    Northern Rail Freight, Leeds
    Northern moves containers between nine ports.

    Product Manager, 2021 - present

Left in, the sentence would part the employer from its roles. The rows stay in the document; only the reading of heads passes over them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resumefit.core.resume import YearMonth
from resumefit.segment.dates import find_ranges
from resumefit.segment.headdates import without_dates
from resumefit.segment.headparts import HEAD_WORDS, is_capitalised, runs_on_in_small, split_line
from resumefit.segment.legalforms import STOP_OF_FORM
from resumefit.segment.places import looks_like_place
from resumefit.segment.rows import Row
from resumefit.segment.titles import line_strength
from resumefit.segment.wordings import names_part

_MOST_LINES = 3
_FIRM_WORDS, _LEAST_WORDS = 10, 4
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b")


def without_descriptions(rows: Sequence[Row], *, as_of: YearMonth) -> list[Row]:
    """Return the rows without those that describe an employer; the role below then stands close to the employer's line."""
    kept: list[Row] = []
    number = 0
    while number < len(rows):
        kept.append(rows[number])
        lines = _described(rows, number, as_of) if _names_employer(rows, number, as_of) else 0
        if lines:
            kept.append(replace(rows[number + lines + 1], gap=False))
            number += lines + 1
        number += 1
    return kept


def _names_employer(rows: Sequence[Row], number: int, as_of: YearMonth) -> bool:
    """Tell whether a line may be an employer's, or its place and the dates of the whole stay: short, a name, at the top of a block."""
    row = rows[number]
    text = row.text.strip()
    if row.bullet or len(text.split()) > _FIRM_WORDS or line_strength(text) >= 3 or names_part(text):
        return False
    if text.endswith((".", ",", ";", ":")) and not STOP_OF_FORM.search(text):
        return False
    above = rows[number - 1] if number else None
    if above is not None and not row.gap and not above.bullet and line_strength(above.text) >= 3:
        return False  # the employer of the title above
    ranges = find_ranges(text, as_of=as_of)
    parts = split_line(without_dates(text, ranges[0]) if ranges else text)
    if not parts or looks_like_place(", ".join(parts)):
        return bool(ranges)
    return is_capitalised(parts[0]) or parts[0].islower()


def _described(rows: Sequence[Row], number: int, as_of: YearMonth) -> int:
    """Count the lines below that describe the employer; 0 unless a role with dates follows them."""
    lines = 0
    for other in range(number + 1, min(number + 1 + _MOST_LINES, len(rows))):
        row = rows[other]
        since = row.text.lstrip().startswith("(")  # "(Chainsaws since 1934, ...": the years are the employer's own
        if row.bullet or (row.gap and lines) or (not since and find_ranges(row.text, as_of=as_of)):
            break
        wraps = lines and not rows[other - 1].text.rstrip().endswith(".") and not _is_role(rows, other, as_of)
        if not wraps and not _describes(row.text):
            break
        lines += 1
    return lines if lines and _is_role(rows, number + lines + 1, as_of) else 0


def _describes(text: str) -> bool:
    words = text.split()
    if text.strip().startswith("(") and text.rstrip(" .").endswith(")"):
        return True
    if len(words) < _LEAST_WORDS or _FIRST_PERSON.search(text) or names_part(text):
        return False
    told = text.rstrip().endswith(".")
    opens = text.lstrip().startswith("(") and ")" not in text  # brackets over several lines
    return runs_on_in_small(text) and (told or opens or line_strength(text) < 3 or len(words) > HEAD_WORDS)


def _is_role(rows: Sequence[Row], number: int, as_of: YearMonth) -> bool:
    """Tell whether a line is a title with dates beside it or right below."""
    if number >= len(rows):
        return False
    row = rows[number]
    text = row.text.rstrip()
    if row.bullet or len(text.split()) > HEAD_WORDS or text.endswith(".") or line_strength(text) < 3:
        return False
    near = [row, *(other for other in rows[number + 1 : number + 3] if not other.bullet)]
    return any(find_ranges(other.text, as_of=as_of) for other in near)
