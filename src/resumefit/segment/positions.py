"""Finds positions: a head around each range of dates, and everything below it until the next head.

Dates may stand before, beside, above or below the title; an employer's line may open several roles; a resume may have no heading for its
work at all. Education and certificates have dates too, so only sections of work are read, and sections without a heading when
a title stands beside the dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from resumefit.core.document import Document, Span
from resumefit.core.resume import Position, PositionKind, Section, SectionKind, YearMonth
from resumefit.segment.dates import DateRange, find_ranges
from resumefit.segment.heads import Head, employer_inside, is_capitalised, read_head, split_company
from resumefit.segment.rows import Row, rows_of
from resumefit.segment.titles import looks_like_firm, looks_like_title, product_role, title_strength

_WORK = frozenset({SectionKind.EXPERIENCE})
_HEADLESS = frozenset({SectionKind.CONTACT, SectionKind.SUMMARY})
_BREAK = re.compile(
    r"\b(?:career break|sabbatical|parental leave|maternity|paternity|gap year|family leave|career pause)\b",
    re.IGNORECASE,
)
_HEAD_WORDS = 14
_PIECES = re.compile(r",\s|[|;:(\[/·•]|\s[-–—@]+\s|\s{2,}|\t|\sat\s(?=[A-Z])")
_DURATION = re.compile(r"[\s,]*\(?\d+\s*(?:yrs?|years?|mos?|months?|weeks?)\)?\s*$", re.IGNORECASE)
_FIRM_END = re.compile(r"\b(?:inc|ltd|co|corp|pvt|bros|s\.a|s\.p\.a|b\.v|a\.s|k\.k|s\.r\.o|z o\.o)\.$", re.IGNORECASE)
_LEAD_IN = re.compile(r"(?:^|\s)(?:from|during|between|period|dates?|duration|since)\s*:?$", re.IGNORECASE)
_LABELLED = re.compile(
    r"^\s*(?:organi[sz]ation|company|employer|designation|duration|period|role|position|title|post)\s*(?:[:–]|-(?!\w))",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Found:
    rows: list[Row]
    dates: DateRange | None
    head: Head
    dated: Row
    inside: bool = False


def find_positions(document: Document, sections: Sequence[Section], *, as_of: YearMonth) -> tuple[Position, ...]:
    """Return the positions in text order, each with the span of its whole entry."""
    rows = rows_of(document, sections)
    found: list[_Found] = []
    for place, section in enumerate(sections):
        own = [row for row in rows if row.section == place and not _is_heading(row, section)]
        if section.kind in _WORK or (section.kind in _HEADLESS and _has_work(own, as_of)):
            dated = _in_section(own, as_of=as_of, headed=section.kind in _WORK)
            found += dated or (_undated(own) if section.kind in _WORK else [])
    return tuple(
        # Roles that share a line share its span; the next entry is the first that starts further down.
        _position(
            entry,
            _stop(entry, next((later for later in found[number + 1 :] if _below_of(later, entry)), None), sections),
            sections,
            as_of,
        )
        for number, entry in enumerate(found)
    )


def _below_of(later: _Found, entry: _Found) -> bool:
    return later.rows[0].start > entry.rows[0].start


def head_lines(
    document: Document, sections: Sequence[Section], positions: Sequence[Position], *, as_of: YearMonth
) -> frozenset[int]:
    """Return the indexes of the lines that are heads of positions: title, employer, dates."""
    found: set[int] = set()
    rows = rows_of(document, sections)
    for position in positions:
        inside = [row for row in rows if position.span.start <= row.start < position.span.stop]
        last = 0
        for number, row in enumerate(inside[:4]):
            named = position.title[:12] in row.text or (position.company and position.company[:12] in row.text)
            if (
                number == 0
                or (named and not row.bullet)
                or _LABELLED.match(row.text)
                or (find_ranges(row.text, as_of=as_of) and not row.bullet and len(row.text.split()) <= _HEAD_WORDS)
            ):
                last = number
        found |= {row.index for row in inside[: last + 1]}
    return frozenset(found)


def _is_heading(row: Row, section: Section) -> bool:
    return section.heading is not None and row.start == section.start and section.heading in row.text


def _has_work(rows: Sequence[Row], as_of: YearMonth) -> bool:
    return any(
        not row.bullet and find_ranges(row.text, as_of=as_of) and len(row.text.split()) <= _HEAD_WORDS + 6
        and (_strength(row.text) >= 3 or (number and _strength(rows[number - 1].text) >= 3))
        for number, row in enumerate(rows)
    )  # fmt: skip


def _in_section(rows: Sequence[Row], *, as_of: YearMonth, headed: bool) -> list[_Found]:
    found: list[_Found] = []
    used = -1
    employer = ""
    dated = [
        (number, ranges[0])
        for number, row in enumerate(rows)
        if (ranges := _dates_of_head(row, rows, number, as_of) or (headed and _lone_date(rows, number, as_of)))
    ]
    for turn, (number, dates) in enumerate(dated):
        if number <= used:
            continue
        following = dated[turn + 1][0] if turn + 1 < len(dated) else len(rows)
        roles = _roles_of(rows[number].text, as_of)
        bare = roles[0][0] if roles else _without(rows[number].text, dates)
        if _is_employer_line(bare, rows, number, following, turn, dated):
            employer, used = split_company(bare)[0], number
            continue
        above = _above(rows, number, used, titled=_strength(bare) >= 3)
        employer = _employer_above(rows, number, above, used, employer, bare)
        chosen, lines = _choose(rows, number, bare, above, following, employer)
        head = read_head(lines, company=employer)
        if _BREAK.search(" ".join(lines)):
            head = _job_in_break(" ".join(lines))
        if not head.title or (not headed and _strength(head.title) < 3):
            used = max(used, number)
            continue
        inside = False
        if not _BREAK.search(" ".join(lines)):
            head, inside = _with_employer(head, lines, found[-1].head if found and not found[-1].inside else None)
        found.append(_Found(chosen, dates, head, rows[number], inside))
        found += _further_roles(rows[number], chosen, head, as_of)
        used = chosen[-1].index - rows[0].index if chosen else number
        used = max(number, max((other for other, row in enumerate(rows) if row in chosen), default=number))
    return found


def _job_in_break(words: str) -> Head:
    """Return the job that a gap year or break names beside itself ("Gap year, fruit picker"); an empty head for none."""
    pieces = [piece.strip() for piece in _PIECES.split(words) if piece.strip() and not _BREAK.search(piece)]
    return Head(next((piece for piece in pieces if title_strength(piece) >= 3 and len(piece.split()) <= 5), ""))


def _with_employer(head: Head, lines: Sequence[str], before: Head | None) -> tuple[Head, bool]:
    """Fill in an employer that the head does not set apart: the role's before it, or one in brackets. Tells if the latter."""
    if head.company:
        return head, any(head.company == employer_inside(line) for line in lines)
    if before is not None:
        return Head(head.title, before.company, head.location), False
    inside = next((name for line in lines if (name := employer_inside(line))), "")
    title = re.sub(rf"\s+(?:for|with|@)\s+{re.escape(inside)}.*$", "", head.title) if inside else head.title
    return Head(title, inside, head.location), bool(inside)


def _roles_of(text: str, as_of: YearMonth) -> list[tuple[str, DateRange]]:
    """Return the roles that one line lists with dates of their own: "Lead (2020 - 2022); Editor (2018 - 2020)"."""
    ranges = find_ranges(text, as_of=as_of)
    edges = [0, *(dates.stop for dates in ranges)]
    parts = [
        (text[edge : dates.start].strip(" \t,;:()[]|/+–—-"), dates) for edge, dates in zip(edges, ranges, strict=False)
    ]
    titled = all(title_strength(words) >= 3 and len(words.split()) <= 6 for words, _ in parts)
    return parts if len(parts) > 1 and titled else []


def _further_roles(row: Row, chosen: list[Row], head: Head, as_of: YearMonth) -> list[_Found]:
    """Return the second and later roles of such a line; the employer is the first's."""
    return [
        _Found(chosen, dates, Head(words, head.company, head.location), row)
        for words, dates in _roles_of(row.text, as_of)[1:]
    ]


def _undated(rows: Sequence[Row]) -> list[_Found]:
    """Find the positions of a section that gives no dates at all: short lines with a title, bullets below them."""
    found: list[_Found] = []
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else None
        opens = row.gap or number == 0 or rows[number - 1].bullet
        if row.bullet or not opens or _strength(row.text) < 3 or len(row.text.split()) > 10:
            continue
        if row.text.rstrip().endswith(".") or below is None or not (below.bullet or _is_firm_line(below.text)):
            continue
        lines = [row] if below.bullet else [row, below]
        head = read_head([line.text for line in lines])
        if head.title:
            found.append(_Found(lines, None, head, row))
    return found


def _dates_of_head(row: Row, rows: Sequence[Row], number: int, as_of: YearMonth) -> tuple[DateRange, ...]:
    """Return the ranges of a line that may be a head's: a range in a bullet or in running text is part of the story."""
    ranges = find_ranges(row.text, as_of=as_of)
    if not ranges:
        return ()
    rest = _without(row.text, ranges[0])
    words = len(rest.split())
    if words > _HEAD_WORDS or (row.bullet and _strength(rest) < 3):
        return ()
    if row.bullet and words > 8 and not row.text.lstrip()[0].isdigit():
        return ()
    # A sentence that tells of years: "Cut drop-off by a tenth between 2021 and 2022 with four releases."
    if words > 6 and sum(word[0].islower() for word in rest.split()) > words * 0.55 and _strength(rest) < 3:
        return ()
    # Running text that wraps: "... fell from 2016 to 2018 by half."
    if rest.strip() and rest.strip()[0].islower() and not row.gap and words > 3:
        return ()
    return ranges


def _lone_date(rows: Sequence[Row], number: int, as_of: YearMonth) -> tuple[DateRange, ...]:
    """Return a date that stands alone at an edge of a head: "2009  Office Manager, Acme", "Intern, Acme, Summer 2019"."""
    row = rows[number]
    if row.bullet or len(row.text.split()) > 10:
        return ()
    ranges = find_ranges(row.text, as_of=as_of, single=True)
    text = _DURATION.sub("", row.text)
    if len(ranges) != 1 or (row.text[: ranges[0].start].strip(" (") and text[ranges[0].stop :].strip(" ).")):
        return ()
    bare = _without(row.text, ranges[0])
    if bare and not is_capitalised(re.sub(r"\(.*?\)", "", bare).strip(" -–—,|")):
        return ()
    below = rows[number + 1] if number + 1 < len(rows) else None
    named = bool(bare) and below is not None and not below.bullet and not below.gap and _strength(below.text) >= 3
    beside_range = below is not None and bool(find_ranges(below.text, as_of=as_of))
    return ranges if (_strength(bare) >= 3 or named) and not beside_range else ()


def _strength(text: str) -> int:
    """Rate a whole line by the part of it that looks most like a title."""
    return max((title_strength(part) for part in _PIECES.split(text) if part.strip()), default=0)


def _without(text: str, dates: DateRange) -> str:
    """Take the dates out of a line; the place where they stood separates what is left."""
    left, right = _LEAD_IN.sub("", text[: dates.start].rstrip()), text[dates.stop :].lstrip()
    right = re.sub(r"^\W*\(?\d+\s*(?:yrs?|years?|mos?|months?)[^)|,]*\)?", "", right)
    return f"{left.rstrip('(')}   {right.lstrip(')')}".strip() if left and right else (left or right).strip()


def _is_employer_line(
    bare: str, rows: Sequence[Row], number: int, following: int, turn: int, dated: Sequence[tuple[int, DateRange]]
) -> bool:
    """An employer's line with the whole stay's dates, above roles that have dates of their own."""
    if not bare or _strength(bare) >= 3 or turn + 1 >= len(dated) or following - number > 2:
        return False
    nested, whole = dated[turn + 1][1], dated[turn][1]
    inside = nested.first_month >= whole.first_month
    return inside and _strength(_without(rows[following].text, nested)) >= 3


def _above(rows: Sequence[Row], number: int, used: int, *, titled: bool) -> list[Row]:
    """Return up to two lines right above that may belong to the head, top first."""
    taken: list[Row] = []
    for other in range(number - 1, max(used, number - 4), -1):
        row = rows[other]
        if (
            row.bullet
            or len(row.text.split()) > _HEAD_WORDS
            or (row.text.rstrip().endswith((".", ";", ",")) and not looks_like_firm(row.text))
        ):
            break
        if row.text.strip()[0].islower() or not (
            row.gap or other == 0 or rows[other - 1].index < 0 or _head_like(row.text)
        ):
            break
        taken.insert(0, row)
        named = titled or any(_strength(entry.text) >= 3 for entry in taken)
        if (row.gap and named) or len(taken) == 3 or (row.gap and not _spread(rows, other)):
            break
    return taken


def _spread(rows: Sequence[Row], number: int) -> bool:
    """Tell whether a head is set with blank lines inside: a title stands alone above this line."""
    above = rows[number - 1] if number else None
    return above is not None and not above.bullet and _strength(above.text) >= 3 and len(above.text.split()) <= 8


def _head_like(text: str) -> bool:
    return looks_like_title(text) or looks_like_firm(text) or bool(_LABELLED.match(text)) or is_capitalised(text)


def _employer_above(rows: Sequence[Row], number: int, above: Sequence[Row], used: int, employer: str, bare: str) -> str:
    """Keep or change the employer under whose heading the next roles stand."""
    if len(above) == 1 and _strength(bare) >= 3 and _strength(above[0].text) < 3:
        return ""  # this head names its own employer
    return employer


def _choose(
    rows: Sequence[Row], number: int, bare: str, above: list[Row], following: int, employer: str
) -> tuple[list[Row], list[str]]:
    """Decide which lines around the dates make the head."""
    own = rows[number]
    if any(_LABELLED.match(row.text) for row in (*above, own)):
        below = list(takewhile(lambda row: _LABELLED.match(row.text) and not row.gap, rows[number + 1 : number + 4]))
        return [*above, own, *below], [*(row.text for row in above), bare, *(row.text for row in below)]
    has_title = _strength(bare) >= 3
    parts = read_head([bare]) if bare else Head()
    if has_title and parts.company and (looks_like_firm(parts.company) or not _comma_only(bare)):
        return [own], [bare]
    titled = [row for row in above if _strength(row.text) >= 3]
    if not has_title and titled:
        return [*above, own], [*(row.text for row in above), bare] if bare else [row.text for row in above]
    below = _below(rows, number, following)
    if has_title:
        firm_below = below[:1] if below and _is_firm_line(below[0].text) else []
        if above and _strength(above[-1].text) < 3 and _is_firm_line(above[-1].text):
            return [*above, own], [above[-1].text, bare]
        if firm_below:
            return [own, *firm_below], [bare, firm_below[0].text]
        return [own], [bare]
    below_titled = [row for row in below if _strength(row.text) >= 3]
    if below_titled:
        upto = below[: below.index(below_titled[0]) + 1]
        if not bare and len(upto) == 1 and len(below) > 1 and _is_firm_line(below[1].text):
            upto = below[:2]
        lead = [row.text for row in above] if not bare else []
        return [*above, own, *upto], [*lead, bare, *(row.text for row in upto)]
    return [*above, own], [*(row.text for row in above), bare]


def _comma_only(bare: str) -> bool:
    """Tell whether a line's employer was only guessed from a comma after the title."""
    return read_head([bare], company="?").company == "?"


def _below(rows: Sequence[Row], number: int, following: int) -> list[Row]:
    taken: list[Row] = []
    for other in range(number + 1, min(number + 3, following)):
        row, text = rows[other], rows[other].text.strip()
        if (
            row.bullet
            or (row.gap and not _firm_between(rows, other, number))
            or len(text.split()) > _HEAD_WORDS
            or (text.endswith(".") and not _FIRM_END.search(text))
        ):
            break
        taken.append(row)
    return taken


def _firm_between(rows: Sequence[Row], other: int, number: int) -> bool:
    """Tell an employer's line that a word processor spaced like any paragraph: alone between the dates and the first bullet."""
    bullets_follow = other + 1 < len(rows) and rows[other + 1].bullet
    return other == number + 1 and bullets_follow and _is_firm_line(rows[other].text)


def _is_firm_line(text: str) -> bool:
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return (
        len(words) <= 9
        and _strength(text) < 3
        and ((looks_like_firm(text) and small <= len(words) // 3) or is_capitalised(re.sub(r"\(.*?\)", "", text)))
    )


def _stop(entry: _Found, following: _Found | None, sections: Sequence[Section]) -> int:
    end = sections[entry.dated.section].stop
    if following is not None and following.dated.section == entry.dated.section:
        return min(end, following.rows[0].start)
    return end


def _position(entry: _Found, stop: int, sections: Sequence[Section], as_of: YearMonth) -> Position:
    is_product, why = product_role(entry.head.title)
    dates = entry.dates
    return Position(
        title=entry.head.title,
        company=entry.head.company,
        span=Span(entry.rows[0].start, stop),
        start=dates.first if dates else None,
        stop=dates.last if dates else None,
        is_current=dates.is_current if dates else False,
        worked=dates.worked(as_of) if dates else None,
        is_product_role=is_product,
        product_reason=why,
        location=entry.head.location or None,
        kind=_kind(entry, sections),
    )


def _kind(entry: _Found, sections: Sequence[Section]) -> PositionKind:
    words = f"{entry.head.title} {entry.head.company}".casefold()
    if sections[entry.dated.section].kind is SectionKind.VOLUNTEERING or "volunteer" in words:
        return PositionKind.VOLUNTEERING
    if re.search(r"\bintern(?:ship)?\b|\btrainee\b|werkstudent|working student", words):
        return PositionKind.INTERNSHIP
    if re.search(r"freelance|self-employed|independent|contractor", words):
        return PositionKind.FREELANCE
    return PositionKind.EMPLOYMENT
