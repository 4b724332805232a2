"""Finds the entries of a section: a head around each range of dates, employers that open several roles, heads without dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.resume import YearMonth
from resumefit.segment.dates import DateRange, find_ranges
from resumefit.segment.headdates import HEAD_WORDS, dates_of_head, lone_date, roles_of, with_rails, without_dates
from resumefit.segment.headparts import HOW, employer_inside, is_own_business, split_company, split_line
from resumefit.segment.headrows import (
    choose_rows,
    employer_above,
    employer_heading,
    firm_follows,
    is_employer_line,
    is_firm_line,
    rows_above,
    without_numbers,
)
from resumefit.segment.heads import Head, read_head
from resumefit.segment.rows import Row
from resumefit.segment.titles import PIECES, line_strength, looks_like_team, title_strength

BREAK = re.compile(
    r"\b(?:career break|sabbatical|parental leave|maternity|paternity|gap year|family leave|career pause)\b",
    re.IGNORECASE,
)
# Whom the work was for, below the consultancy that employed: part of the entry above.
_CLIENT = re.compile(r"^\W*(?:(?:end[- ])?client|customer|project)s?(?:\s+(?:name|\d+|#\d+))?\s*[:–-]", re.IGNORECASE)
_NAMED_CLIENT = re.compile(r"[(\[](?:(?:end[- ])?client|via)\b", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """A position in the making: its rows, its dates, what its head says; `inside` tells that the employer stood within the title."""

    rows: list[Row]
    dates: DateRange | None
    head: Head
    dated: Row
    inside: bool = False


def entries_of(rows: Sequence[Row], *, as_of: YearMonth, headed: bool) -> list[Entry]:
    """Return the dated entries of a section, top first; without a heading of work a title must stand beside the dates."""
    found: list[Entry] = []
    used = -1
    employer = ""
    rows = without_numbers(with_rails(rows, as_of=as_of))
    dated = _dated(rows, as_of=as_of, headed=headed)
    for turn, (number, dates) in enumerate(dated):
        if number <= used:
            continue
        following = dated[turn + 1][0] if turn + 1 < len(dated) else len(rows)
        roles = roles_of(rows[number].text, as_of)
        bare = roles[0][0] if roles else without_dates(rows[number].text, dates)
        if is_employer_line(bare, rows, number, following, turn, dated):
            employer, used = split_company(bare)[0], number
            continue
        titled = line_strength(bare) >= 3
        # The first entry tells the order: with its employer below the title, what stands above another's title is the story before.
        below_first = bool(found) and found[0].rows[0] is found[0].dated and len(found[0].rows) == 2
        above = [] if titled and below_first else rows_above(rows, number, used, titled=titled)
        employer = employer_above(rows, number, above, used, employer, bare)
        chosen, lines = choose_rows(rows, number, bare, above, following, below_first=below_first)
        employer = employer_heading(rows, rows.index(chosen[0]), used) or employer
        head = read_head(lines, company=employer)
        if not head.company and chosen[-1] is rows[number] and not bare and firm_follows(rows, number, following):
            chosen, lines = [*chosen, rows[number + 1]], [*lines, rows[number + 1].text]
            head = read_head(lines)
        if head.company != employer:
            employer = ""
        if BREAK.search(" ".join(lines)):
            head = _job_in_break(" ".join(lines))
        if not head.title or (not headed and line_strength(head.title) < 3):
            used = max(used, number)
            continue
        if found and line_strength(head.title) < 3 and _is_part_of(dates, found[-1]):
            used = max(used, number)
            continue
        inside = False
        if not BREAK.search(" ".join(lines)):
            head, inside = _with_employer(head, lines, found[-1].head if found and not found[-1].inside else None)
        found.append(Entry(chosen, dates, head, rows[number], inside))
        found += _further_roles(rows[number], chosen, head, as_of)
        used = chosen[-1].index - rows[0].index if chosen else number
        used = max(number, max((other for other, row in enumerate(rows) if row in chosen), default=number))
    return found


def _is_part_of(dates: DateRange, before: Entry) -> bool:
    """Tell whether an entry without a title, such as a client's, falls within the stay that the titled one before it tells of."""
    whole = before.dates
    if whole is None or line_strength(before.head.title) < 3:
        return False
    starts = dates.first_month >= whole.first_month
    ends = whole.last_month is None or (dates.last_month is not None and dates.last_month <= whole.last_month)
    return starts and ends and (dates.first_month, dates.last_month) != (whole.first_month, whole.last_month)


def _dated(rows: Sequence[Row], *, as_of: YearMonth, headed: bool) -> list[tuple[int, DateRange]]:
    """Return the numbers of the rows that date a head. Bullets do where all heads are bullets, or under an employer's line."""
    dated = [
        (number, ranges[0])
        for number, row in enumerate(rows)
        if not _CLIENT.match(row.text)
        and (ranges := dates_of_head(row, rows, number, as_of) or (headed and lone_date(rows, number, as_of)))
    ]
    if not any(not rows[number].bullet and line_strength(rows[number].text) >= 3 for number, _ in dated):
        return dated
    kept: list[tuple[int, DateRange]] = []
    for number, dates in dated:
        above = rows[number - 1] if number else None
        after_head = bool(kept) and kept[-1][0] == number - 1 and rows[number - 1].bullet
        under_firm = above is not None and not above.bullet and line_strength(above.text) < 3
        if not rows[number].bullet or after_head or under_firm:
            kept.append((number, dates))
    return kept


def has_work(rows: Sequence[Row], as_of: YearMonth) -> bool:
    """Tell whether rows without a heading hold a title beside dates."""
    return any(
        not row.bullet and find_ranges(row.text, as_of=as_of) and len(row.text.split()) <= HEAD_WORDS + 6
        and (line_strength(row.text) >= 3 or (number and line_strength(rows[number - 1].text) >= 3))
        for number, row in enumerate(rows)
    )  # fmt: skip


def opens_with_entry(rows: Sequence[Row], *, as_of: YearMonth) -> bool:
    """Tell whether what was taken for a heading is an employer: a title right below it, and dates beside or below that."""
    if not rows or not is_firm_line(rows[0].text):
        return False
    # "5 years 3 months", "Full-time" may stand between.
    below = [row for row in rows[1:5] if not all(HOW.match(part) for part in split_line(row.text))][:2]
    if not below or line_strength(below[0].text) < 3:
        return False
    return any(not row.bullet and find_ranges(row.text, as_of=as_of) for row in below)


def undated_entries(rows: Sequence[Row]) -> list[Entry]:
    """Find the positions of a section that gives no dates at all: short lines with a title, bullets below them."""
    found: list[Entry] = []
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else None
        opens = row.gap or number == 0 or rows[number - 1].bullet
        if row.bullet or not opens or line_strength(row.text) < 3 or len(row.text.split()) > 10:
            continue
        if row.text.rstrip().endswith(".") or below is None or not (below.bullet or is_firm_line(below.text)):
            continue
        lines = [row] if below.bullet else [row, below]
        head = read_head([line.text for line in lines])
        if head.title:
            found.append(Entry(lines, None, head, row))
    return found


def _job_in_break(words: str) -> Head:
    """Return the job that a gap year or break names beside itself ("Gap year, fruit picker"); an empty head for none."""
    pieces = [piece.strip() for piece in PIECES.split(words) if piece.strip() and not BREAK.search(piece)]
    return Head(next((piece for piece in pieces if title_strength(piece) >= 3 and len(piece.split()) <= 5), ""))


def _with_employer(head: Head, lines: Sequence[str], before: Head | None) -> tuple[Head, bool]:
    """Fill in an employer that the head does not set apart: the role's before it, or one in brackets. Tells if the latter."""
    if head.company:
        return head, any(head.company == employer_inside(line) for line in lines)
    inside = next((name for line in lines if (name := employer_inside(line))), "")
    said = any(re.search(rf"\s(?:for|with|@)\s*{re.escape(inside)}", line) for line in lines) and not looks_like_team(
        inside
    )
    named = said or any(_NAMED_CLIENT.search(line) for line in lines)
    if before is not None and not (inside and named) and not is_own_business(before.company):
        return Head(head.title, before.company, head.location), False
    title = re.sub(rf"\s+(?:for|with|@)\s+{re.escape(inside)}.*$", "", head.title) if inside else head.title
    return Head(title, inside, head.location), bool(inside)


def _further_roles(row: Row, chosen: list[Row], head: Head, as_of: YearMonth) -> list[Entry]:
    """Return the second and later roles of such a line; the employer is the first's."""
    return [
        Entry(chosen, dates, Head(words, head.company, head.location), row)
        for words, dates in roles_of(row.text, as_of)[1:]
    ]
