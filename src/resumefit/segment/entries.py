"""Finds the entries of a section: a head around each range of dates, employers that open several roles, heads without dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resumefit.core.resume import YearMonth
from resumefit.segment.dates import DateRange, find_ranges
from resumefit.segment.descriptions import without_descriptions
from resumefit.segment.headdates import (
    dates_of_head,
    is_told_in_brackets,
    lone_date,
    roles_of,
    with_rails,
    without_dates,
)
from resumefit.segment.headlabels import labelled_reading
from resumefit.segment.headparts import (
    HEAD_WORDS,
    HOW,
    clean_company,
    clean_title,
    name_and_place,
    split_company,
    split_line,
)
from resumefit.segment.headrows import cut_lists, is_employer_line, is_firm_line, stays_a_rest, without_numbers
from resumefit.segment.heads import Head
from resumefit.segment.readings import Anchor, Reading, read_heads
from resumefit.segment.rowroles import RowReader
from resumefit.segment.rows import Row
from resumefit.segment.titles import PIECES, line_strength, title_strength

BREAK = re.compile(
    r"\b(?:career break|sabbatical|parental leave|maternity|paternity|gap year|family leave|career pause)\b",
    re.IGNORECASE,
)
# Whom the work was for, below the consultancy that employed: part of the entry above.
_CLIENT = re.compile(r"^\W*(?:(?:end[- ])?client|customer|project)s?(?:\s+(?:name|\d+|#\d+|[A-Z]))?\s*[:–-]", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """A position in the making: its rows, its dates, what its head says."""

    rows: list[Row]
    dates: DateRange | None
    head: Head
    dated: Row


def entries_of(rows: Sequence[Row], *, as_of: YearMonth, headed: bool, reader: RowReader) -> list[Entry]:
    """Return the dated entries of a section, top first; without a heading of work a title must stand beside the dates."""
    rows = without_descriptions(cut_lists(without_numbers(with_rails(rows, as_of=as_of)), as_of=as_of), as_of=as_of)
    dated = _dated(rows, as_of=as_of, headed=headed)
    if not dated and headed and any(_CLIENT.match(row.text) for row in rows):
        # Where nothing but clients has dates, each client was a position.
        rows = [replace(row, text=_CLIENT.sub("", row.text)) for row in rows]
        dated = _dated(rows, as_of=as_of, headed=headed)
    stays = _stays(rows, dated, as_of)
    heads: list[tuple[int, DateRange]] = []
    anchors: list[Anchor] = []
    for place, (number, dates) in enumerate(dated):
        if number in stays:
            continue
        used = dated[place - 1][0] if place else -1
        if anchors and anchors[-1].reading:
            used = max(used, anchors[-1].reading.bottom)
        following = dated[place + 1][0] if place + 1 < len(dated) else len(rows)
        heads.append((number, dates))
        anchors.append(_anchor(rows, number, dates, as_of, used, following))
    above = _stays_above(heads, stays)
    under = frozenset(place for place, stay in enumerate(above) if stay is not None)
    readings = read_heads(rows, anchors, reader=reader, groups=under)
    found: list[Entry] = []
    employer = ""
    for (number, dates), stay, reading in zip(heads, above, readings, strict=True):
        employer = stay or employer
        entry, employer = _entry(rows, number, dates, reading, employer=employer)
        if entry is None or (not headed and line_strength(entry.head.title) < 3):
            continue
        if found and line_strength(entry.head.title) < 3 and _is_part_of(dates, found[-1]):
            continue
        found.append(entry)
        found += _further_roles(rows[number], entry.rows, entry.head, as_of)
    return found


def _stays_above(heads: Sequence[tuple[int, DateRange]], stays: Mapping[int, str]) -> list[str | None]:
    """Return for each head the employer whose line gives the dates of the stay right above it; None without such a line.

    Heads and stays are in text order; a stay is above a head when it stands behind the head before.
    """
    found: list[str | None] = []
    lines = list(stays)
    before = -1
    for number, _ in heads:
        first = bisect_left(lines, before)
        found.append(stays[lines[first]] if first < len(lines) and lines[first] < number else None)
        before = number
    return found


def _stays(rows: Sequence[Row], dated: Sequence[tuple[int, DateRange]], as_of: YearMonth) -> dict[int, str]:
    """Return the employers' lines that give the dates of a whole stay, above roles with dates of their own, by row number."""
    found: dict[int, str] = {}
    for turn, (number, dates) in enumerate(dated):
        following = dated[turn + 1][0] if turn + 1 < len(dated) else len(rows)
        bare = without_dates(rows[number].text, dates)
        if not roles_of(rows[number].text, as_of) and is_employer_line(bare, rows, number, following, turn, dated):
            # "Leeds, 2018 - present" stands below the employer's own line.
            named = rows[number - 1].text if number and stays_a_rest(bare) else bare
            found[number] = split_company(named)[0]
    return found


def _anchor(rows: Sequence[Row], number: int, dates: DateRange, as_of: YearMonth, used: int, following: int) -> Anchor:
    roles = roles_of(rows[number].text, as_of)
    bare = roles[0][0] if roles else without_dates(rows[number].text, dates)
    return Anchor(number, bare, labelled_reading(rows, number, bare, used, following))


def _entry(
    rows: Sequence[Row], number: int, dates: DateRange | None, reading: Reading, *, employer: str
) -> tuple[Entry | None, str]:
    """Return the entry of a reading and the employer under whose line the next roles may stand."""
    if not reading.title:
        return None, employer
    firm, place = name_and_place(reading.firm) if reading.firm else ("", "")
    head = Head(clean_title(reading.title), clean_company(firm), reading.place or place)
    chosen = list(rows[reading.top : reading.bottom + 1])
    words = " ".join(row.text for row in chosen)
    if BREAK.search(words):
        head = _job_in_break(words)
        return (Entry(chosen, dates, head, rows[number]) if head.title else None), ""
    if reading.firm:
        return Entry(chosen, dates, head, rows[number]), head.company if reading.opens_group else ""
    return Entry(chosen, dates, replace(head, company=employer), rows[number]), employer


def _is_part_of(dates: DateRange, before: Entry) -> bool:
    """Tell whether an entry without a title, such as a client's, falls within the stay that the titled one before it tells of."""
    whole = before.dates
    if whole is None or line_strength(before.head.title) < 3:
        return False
    return _lies_within(dates, whole) and (dates.first_month, dates.last_month) != (whole.first_month, whole.last_month)


def _lies_within(dates: DateRange, whole: DateRange) -> bool:
    ends = whole.last_month is None or (dates.last_month is not None and dates.last_month <= whole.last_month)
    return dates.first_month >= whole.first_month and ends


def _dated(rows: Sequence[Row], *, as_of: YearMonth, headed: bool) -> list[tuple[int, DateRange]]:
    """Return the numbers of the rows that date a head. Bullets do where all heads are bullets, or under an employer's line."""
    dated = [
        (number, ranges[0])
        for number, row in enumerate(rows)
        if not _CLIENT.match(row.text)
        and (ranges := dates_of_head(row, rows, number, as_of) or (headed and lone_date(rows, number, as_of)))
    ]
    told = {number for number, dates in dated if line_strength(rows[number].text) < 3 and is_told_in_brackets(rows[number].text, dates)}
    own = {number: dates for number, dates in dated if number not in told}
    dated = [(number, dates) for number, dates in dated if number in own or not _is_within_beside(rows, number, dates, own)]
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


def _is_within_beside(rows: Sequence[Row], number: int, dates: DateRange, own: Mapping[int, DateRange]) -> bool:
    """Tell whether dates lie within the `own` ones of the line above or below, in the same head: "Acme (remote since 2023)" in its stay."""
    above = own.get(number - 1) if not rows[number].gap else None
    below = own.get(number + 1)
    if below is not None and (rows[number + 1].gap or rows[number + 1].bullet):
        below = None
    return any(whole is not None and _lies_within(dates, whole) for whole in (above, below))


def has_work(rows: Sequence[Row], as_of: YearMonth) -> bool:
    """Tell whether rows without a heading hold a title beside dates."""
    return any(
        not row.bullet and find_ranges(row.text, as_of=as_of) and len(row.text.split()) <= HEAD_WORDS + 6
        and (line_strength(row.text) >= 3 or (number and line_strength(rows[number - 1].text) >= 3))
        for number, row in enumerate(rows)
    )


def opens_with_entry(rows: Sequence[Row], *, as_of: YearMonth) -> bool:
    """Tell whether what was taken for a heading is an employer: a title right below it, and dates beside or below that."""
    if not rows or not is_firm_line(rows[0].text):
        return False
    # "5 years 3 months", "Full-time" may stand between.
    below = [row for row in rows[1:5] if not all(HOW.match(part) for part in split_line(row.text))][:2]
    if not below or line_strength(below[0].text) < 3:
        return False
    return any(not row.bullet and find_ranges(row.text, as_of=as_of) for row in below)


def undated_entries(rows: Sequence[Row], *, reader: RowReader) -> list[Entry]:
    """Find the positions of a section that gives no dates at all: short lines with a title, beside or over the employer."""
    anchors = [Anchor(number, row.text) for number, row in enumerate(rows) if _may_be_undated_head(rows, number)]
    found: list[Entry] = []
    for anchor, reading in zip(anchors, read_heads(rows, anchors, reader=reader, groups=frozenset()), strict=True):
        below = rows[reading.bottom + 1] if reading.bottom + 1 < len(rows) else None
        told = below is not None and below.bullet
        if reading.title and line_strength(reading.title) >= 3 and (reading.firm or told):
            entry, _ = _entry(rows, anchor.number, None, reading, employer="")
            found += [entry] if entry else []
    return found


def _may_be_undated_head(rows: Sequence[Row], number: int) -> bool:
    row = rows[number]
    if row.bullet or len(row.text.split()) > 12 or row.text.rstrip().endswith((".", ";", ",")) or line_strength(row.text) < 3:
        return False
    opens = row.gap or number == 0 or rows[number - 1].bullet
    return opens or line_strength(rows[number - 1].text) >= 3 or is_firm_line(rows[number - 1].text)


def _job_in_break(words: str) -> Head:
    """Return the job that a gap year or break names beside itself ("Gap year, fruit picker"); an empty head for none."""
    pieces = [piece.strip() for piece in PIECES.split(words) if piece.strip() and not BREAK.search(piece)]
    return Head(next((piece for piece in pieces if title_strength(piece) >= 3 and len(piece.split()) <= 5), ""))


def _further_roles(row: Row, chosen: list[Row], head: Head, as_of: YearMonth) -> list[Entry]:
    """Return the second and later roles of such a line; the employer is the first's."""
    return [
        Entry(chosen, dates, Head(words, head.company, head.location), row)
        for words, dates in roles_of(row.text, as_of)[1:]
    ]
