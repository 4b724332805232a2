"""Decides which rows around the dates make the head of a position: lines above, the dates' own, lines below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resumefit.core.resume import YearMonth
from resumefit.segment.dates import DateRange, find_ranges
from resumefit.segment.headdates import without_dates
from resumefit.segment.headparts import (
    HOW,
    is_capitalised,
    is_name,
    is_short,
    split_line,
    without_blurb,
)
from resumefit.segment.heads import LABELLED, label_of
from resumefit.segment.legalforms import STOP_OF_FORM
from resumefit.segment.places import looks_like_place
from resumefit.segment.rows import Row
from resumefit.segment.titles import line_strength, looks_like_firm, looks_like_title
from resumefit.segment.wordings import names_part

# Labelled lines that tell of the work, not of the employer.
_ASIDE = re.compile(
    r"^(?:clients?|customers?|projects?|team|team size|tools|technolog(?:y|ies)|tech stack|stack|environment|responsibilities|achievements|"
    r"domain|skills)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\W*(?:earlier|before(?: that)?|previous(?:ly)?|prior|formerly|also|other)"
    r"(?:\s+(?:roles?|jobs?|work|positions?|career))?\s*[:,–-]\s*",
    re.IGNORECASE,
)
_WITH_BRACKETS = re.compile(r"(?:^|(?<=[):]\s)|(?<=\),\s)|(?<=\);\s))(?P<words>[^()]+?)\s*\((?P<dates>[^()]*\d[^()]*)\)")
_LABEL_LIKE = re.compile(r"^\s*[A-Z][\w' ]{2,40}?(?:\s*:\s|\s+[-–]\s|\s{2,}|\t)")
_BLOCK = 3
_NAME_WORDS = 6
# Lines between an employer's dates and those of its first role: a blurb, a place, a title.
_BETWEEN = 3
OPEN_END = re.compile(r"(?:\s(?:and|of|for|the|in|de|und)|&)\s*$", re.IGNORECASE)
LIST_NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]\s+")
_ABOUT_WORK = re.compile(
    r"\b(?:experience|employment|history|career|appointments|roles|positions|jobs)\b", re.IGNORECASE
)


def without_numbers(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, with employers that are numbered ("1) Acme Ltd, Pune" over a title) as lines of heads and not as list items."""
    plain = list(rows)
    for number, row in enumerate(rows[:-1]):
        mark = LIST_NUMBER.match(row.text)
        if mark and line_strength(rows[number + 1].text) >= 3 and not rows[number + 1].bullet:
            rest = row.text[mark.end() :]
            if is_firm_line(rest):
                plain[number] = replace(row, text=rest, bullet=False, gap=True)
    return plain


def cut_lists(rows: Sequence[Row], *, as_of: YearMonth) -> list[Row]:
    """Return the rows with a line that lists several positions between semicolons cut into one row each."""
    found: list[Row] = []
    for row in rows:
        pieces = [match for match in re.finditer(r"[^;]+", row.text) if match.group().strip()]
        if len(pieces) < 2 or not all(find_ranges(piece.group(), as_of=as_of) for piece in pieces):
            pieces = _bracketed_dates(row.text, as_of=as_of)
        if len(pieces) < 2:
            found.append(row)
            continue
        found += [
            replace(row, start=row.start + piece.start(), stop=row.start + piece.end(), text=piece.group().strip(), bullet=False, gap=True)
            for piece in pieces
        ]
    return found


def _bracketed_dates(text: str, *, as_of: YearMonth) -> list[re.Match[str]]:
    """Return the positions of "Earlier: Analyst, Acme (2013-2016), Intern, Tern Radio (2012)"; none where a piece is no position."""
    lead = _LEAD.match(text)
    pieces = list(_WITH_BRACKETS.finditer(text, lead.end() if lead else 0))
    whole = bool(pieces) and not text[pieces[-1].end() :].strip(" .")
    listed = whole and all(
        line_strength(piece["words"]) >= 3 and len(re.findall(r",\s|\sat\s", piece["words"])) >= 1 and
        find_ranges(piece["dates"], as_of=as_of, single=True)
        for piece in pieces
    )
    return pieces if listed else []


def may_stand_above(rows: Sequence[Row], number: int) -> bool:
    """Tell whether a line may belong to the head whose next line it stands on: short, no list item, no end of running text."""
    row = rows[number]
    text = row.text.rstrip()
    if row.bullet or not is_short(text) or (text.endswith(".") and not STOP_OF_FORM.search(text)):
        return False
    if (text.endswith((";", ",")) and not looks_like_firm(text)) or names_part(text):
        return False
    opens = row.gap or number == 0 or _head_like(text) or stays_a_rest(text) or _in_head_block(rows, number)
    return opens or (rows[number - 1].bullet and is_name(text.split()[0]) and len(text.split()) <= 6)


def _in_head_block(rows: Sequence[Row], number: int) -> bool:
    """Tell whether a line is one of the first of a block of short lines that white space or a list sets apart."""
    for other in range(number - 1, max(-1, number - _BLOCK - 1), -1):
        row = rows[other]
        if row.bullet or not is_short(row.text) or row.text.rstrip().endswith("."):
            return False
        if row.gap or other == 0 or rows[other - 1].bullet:
            return True
    return False


def may_stand_below(rows: Sequence[Row], number: int, dated: int) -> bool:
    """Tell whether a line may belong to the head on the lines above it, whose dates stand in row `dated`."""
    row, text = rows[number], rows[number].text.strip()
    if row.bullet or _ASIDE.match(text) or names_part(text) or not is_short(text):
        return False
    if text.endswith(".") and not STOP_OF_FORM.search(text) and not _names_and_describes(text):
        return False
    if not row.gap or number == len(rows) - 1:
        return True
    # White space may stand inside a head once, before a line that looks like a part of one.
    return not any(other.gap for other in rows[dated + 1 : number]) and (rows[number + 1].bullet or _is_firmlike(text))


def _names_and_describes(text: str) -> bool:
    """Tell whether a line is an employer's name, and after a full stop what it does: `Fjordline Maps, Bergen. Charts for ferries.`"""
    name, *told = split_line(text)
    return bool(told) and is_firm_line(name) and len(name.split()) <= _NAME_WORDS and text.startswith(f"{name}. ")


def _is_firmlike(text: str) -> bool:
    return is_firm_line(text) or line_strength(text) >= 3


def stays_a_rest(text: str) -> bool:
    """Tell whether a line is nothing but a place or a way of working, which may close a head."""
    return all(HOW.match(part) or (looks_like_place(part) and not looks_like_firm(part)) for part in split_line(text))


def is_employer_line(
    bare: str, rows: Sequence[Row], number: int, following: int, turn: int, dated: Sequence[tuple[int, DateRange]]
) -> bool:
    """Tell whether a line gives the dates of a whole stay, above roles that have dates of their own within it.

    The employer stands on the same line, or on the one above it: "Leeds, 2018 - present".
    """
    between = rows[number + 1 : following]
    if line_strength(bare) >= 3 or turn + 1 >= len(dated) or len(between) > _BETWEEN or any(row.bullet for row in between):
        return False
    if stays_a_rest(bare) and not (number and _may_name_employer(rows[number - 1])):
        return False
    nested, whole = dated[turn + 1][1], dated[turn][1]
    ends = whole.last_month is None or (nested.last_month is not None and nested.last_month <= whole.last_month)
    if nested.first_month < whole.first_month or not ends:
        return False
    own = without_dates(rows[following].text, nested)
    return line_strength(own) >= 3 or (stays_a_rest(own) and any(line_strength(row.text) >= 3 for row in between))


def _may_name_employer(row: Row) -> bool:
    text = row.text.rstrip()
    named = not row.bullet and line_strength(text) < 3 and len(text.split()) <= 8 and is_name(text.split()[0])
    return named and (not text.endswith(".") or bool(STOP_OF_FORM.search(text)))


def rows_above(rows: Sequence[Row], number: int, used: int, *, titled: bool) -> list[Row]:
    """Return up to two lines right above that may belong to the head, top first."""
    taken: list[Row] = []
    for other in range(number - 1, max(used, number - 4), -1):
        row = rows[other]
        if (
            row.bullet
            or not is_short(row.text)
            or (row.text.rstrip().endswith(".") and not STOP_OF_FORM.search(row.text))
            or (row.text.rstrip().endswith((";", ",")) and not looks_like_firm(row.text))
        ):
            break
        if not is_name(row.text.split()[0]) or not (
            row.gap or other == 0 or rows[other - 1].index < 0 or _head_like(row.text)
        ):
            break
        taken.insert(0, row)
        named = titled or any(line_strength(entry.text) >= 3 for entry in taken)
        if (row.gap and named) or len(taken) == 3 or (row.gap and not _spread(rows, other)):
            break
    return taken


def _spread(rows: Sequence[Row], number: int) -> bool:
    """Tell whether a head is set with blank lines inside: a title stands alone above this line."""
    above = rows[number - 1] if number else None
    return above is not None and not above.bullet and line_strength(above.text) >= 3 and len(above.text.split()) <= 8


def _head_like(text: str) -> bool:
    text = re.sub(r"\([^()]*\)", "", without_blurb(text))
    return looks_like_title(text) or looks_like_firm(text) or bool(LABELLED.match(text)) or is_capitalised(text)


def labelled_below(rows: Sequence[Row], number: int, following: int, *, above: Sequence[Row]) -> list[Row]:
    """Return the rows "Role: ...", "Employer: ..." below the dates, up to a gap, the story or a label that starts another head."""
    seen = {label_of(row.text) for row in (*above, rows[number])}
    taken: list[Row] = []
    for row in rows[number + 1 : min(number + 7, following)]:
        label = label_of(row.text)
        if row.gap or row.bullet or not _LABEL_LIKE.match(row.text) or (label and label in seen):
            break
        seen.add(label)
        if LABELLED.match(row.text):
            taken.append(row)
    return taken


def is_firm_line(text: str) -> bool:
    """Tell whether a whole line may be an employer's name and place."""
    text = without_blurb(text)
    words = text.split()
    if re.fullmatch(r"\s*\([^()]*\)\s*", text):
        return False  # what stands in brackets says something of the line above
    small = sum(word[0].islower() for word in words)
    return (
        len(words) <= 9
        and (looks_like_firm(text) or not _ABOUT_WORK.search(text))
        and line_strength(text) < 3
        and ((looks_like_firm(text) and small <= len(words) // 3) or is_capitalised(re.sub(r"\([^()]*\)", "", text)))
    )
