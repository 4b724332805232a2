"""Finds section headings: by their words, by their look, and by what stands below them.

A newcomer would take every short bold line for a heading, and every "Achievements:" for a section. Words propose; the document's own main
headings tell which look heads sections; a weaker look or a wording that comes again under each job heads a part of a position.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from resumefit.core.resume import SectionKind
from resumefit.segment.looks import Page, item_mark
from resumefit.segment.titles import looks_like_firm, looks_like_title
from resumefit.segment.wordings import (
    NUMBERING,
    Sureness,
    Wording,
    heading_words,
    plain,
    unspaced,
    wording_of,
)

MAX_WORDS = 7
DEGREE = re.compile(
    r"\b(?:b\.?a|b\.?sc|m\.?a|m\.?sc|mba|bca|mca|bba|pgdm|[bm]\.?s|ph\.?d|b\.?tech|m\.?tech|b\.?eng|m\.?eng|b\.?e|bachelor|master|diploma|university|college|degree)\b",
    re.IGNORECASE,
)
_INLINE = re.compile(r"^\s*([A-Z][\w&/' -]{2,34}?)\s*:\s+(?=\S)")
# "PROFILE       Product owner ...": a label in a rail, in plain text.
_RAIL = re.compile(r"^((?:[A-Z][\w&/'-]*)(?: [\w&/'-]+){0,3})(?:\s{3,}|\t+)(?=\S)")
# "Pursuing a certificate in responsible AI" tells what somebody does; it heads nothing.
_DOING = re.compile(r"\w+ing\s+(?:an?|the|my|for|towards?)\s+\w+", re.IGNORECASE)
_CELLS = re.compile(r"\S(?:\s{3,}|\t)\S")
# Kinds for which a line "Kind: words" opens a section on the same line. Others ("Tools: ...") are part of a position.
_INLINE_KINDS = frozenset({"skills", "languages", "interests", "education", "certifications", "summary"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at `line` (index into Document.lines). `stop` is the offset where the heading's own words end.

    `is_rail` tells of a label that stands left of the first line of what it heads.
    """

    line: int
    kind: SectionKind
    words: str
    stop: int
    sure: Sureness = Sureness.LISTED
    is_rail: bool = False


def known_headings(page: Page, kinds: Mapping[str, SectionKind]) -> dict[int, Heading]:
    """Return the lines, by their index, whose words head a section, with a line to themselves or before its first words."""
    found: dict[int, Heading] = {}
    for index in range(len(page.lines)):
        before = found.get(index - 1)
        if before is not None and before.stop == page.lines[index].stop:
            continue  # the rest of a broken heading
        heading = _broken_heading(page, index, kinds) or _known_heading(page, index, kinds)
        if heading is not None:
            found[index] = heading
    rails = _rails(page, kinds)
    whole = {index: heading for index, heading in found.items() if is_whole(page, heading) and index not in rails}
    inline = {index: heading for index, heading in found.items() if not is_whole(page, heading)}
    return {**inline, **_without_accidents(page, whole), **rails}


def is_whole(page: Page, heading: Heading) -> bool:
    """Tell whether a heading has its line to itself."""
    return heading.stop >= page.lines[heading.line].stop


def _known_heading(page: Page, index: int, kinds: Mapping[str, SectionKind]) -> Heading | None:
    if not page.is_body(index):
        return None
    line, text = page.lines[index], page.texts[index]
    words = heading_words(text)
    if words and len(unspaced(words).split()) <= MAX_WORDS and "@" not in words and not _CELLS.search(words):
        wording = wording_of(text, kinds)
        if wording is not None and _may_head(page, index, words, wording):
            return Heading(index, wording.kind, words, line.stop, wording.sure)
    inline = _INLINE.match(text)
    if inline and line.list_depth == 0:
        kind = kinds.get(plain(inline.group(1)))
        if kind is not None and kind in _INLINE_KINDS:
            return Heading(index, kind, heading_words(inline.group(1)), line.start + inline.end(1))
    return None


def _broken_heading(page: Page, index: int, kinds: Mapping[str, SectionKind]) -> Heading | None:
    """Join a heading that a narrow column broke: "TOOLS &" over "TECHNOLOGIES", in one look and close together."""
    if index + 1 >= len(page.lines) or not page.is_body(index) or not page.is_body(index + 1):
        return None
    first, second = page.texts[index], page.texts[index + 1]
    if len(f"{heading_words(first)} {second}".split()) > 5 or page.lines[index + 1].list_depth:
        return None
    look, other = page.look(index), page.look(index + 1)
    same = (look.case, look.bold, look.size, look.level) == (other.case, other.bold, other.size, other.level)
    if not same or not (look.case == "upper" or look.bold) or page.opens_block(index + 1) or not page.opens_block(index):
        return None
    if index + 2 < len(page.lines) and page.is_body(index + 2) and page.look(index + 2) == look and not page.opens_block(index + 2):
        return None
    upper = first.strip() if first.rstrip().endswith("&") else heading_words(first)
    words = f"{upper} {heading_words(second)}"
    wording = wording_of(words, kinds)
    if wording is None or wording.sure < Sureness.COMPOSED or not all(word.isalpha() or word == "&" for word in words.split()):
        return None
    return Heading(index, wording.kind, heading_words(words), page.lines[index + 1].stop, wording.sure)


def _may_head(page: Page, index: int, words: str, wording: Wording) -> bool:
    """Tell whether a line of such words may be a heading at all; the less sure the words, the more the line must look like one."""
    text = page.texts[index].strip()
    if text.endswith((",", ";")) or (text.endswith(".") and wording.sure is not Sureness.LISTED):
        return False
    if page.is_only_dates(index) or not _is_no_item(page, index, wording.sure):
        return False
    if wording.sure is Sureness.LISTED:
        return not (re.search(r"[|/·]", text) and looks_like_title(words))
    if DEGREE.search(words) and page.look(index).level is None:
        return False
    if wording.kind is SectionKind.EDUCATION and looks_like_firm(words) and page.look(index).level is None:
        return False
    guessed = wording.sure is Sureness.GUESS
    if (guessed or wording.kind in (SectionKind.EXPERIENCE, SectionKind.SKILLS)) and looks_like_title(words):
        return False
    if guessed and (looks_like_firm(words) or (_DOING.match(words) and page.look(index).level is None)):
        return False
    if ":" in text.rstrip(":") or "|" in text or (words[0].islower() and page.look(index).level is None and not page.is_lower):
        return False
    if wording.sure is Sureness.COMPOSED:
        return True
    below = page.below(index)
    dated = bool(below) and page.has_dates(below[0])
    return (page.opens_block(index) or page.look(index).case == "upper") and (not dated or wording.kind is SectionKind.EXPERIENCE)


def _is_no_item(page: Page, index: int, sure: Sureness) -> bool:
    """Tell whether a line is no item of a list; an icon before a heading looks like an item's mark, but has no fellows around it."""
    text, line = page.texts[index], page.lines[index]
    mark = item_mark(text)
    if line.heading_level is not None or NUMBERING.match(text.strip()) or not (mark or line.list_depth):
        return True
    if sure < Sureness.COMPOSED:
        return False
    beside = [*page.below(index), *([] if (above := page.above(index)) is None else [above])]
    own = page.look(index)
    return not any(
        item_mark(page.texts[other]) == mark
        and page.lines[other].list_depth == line.list_depth
        and (own.bold, own.size) == (page.look(other).bold, page.look(other).size)
        and not (own.case == "upper" != page.look(other).case)
        for other in beside
    )


def _without_accidents(page: Page, known: Mapping[int, Heading]) -> dict[int, Heading]:
    """Drop a line that has a heading's words but reads on from the line above, or looks like none of the others."""
    looks = [page.look(index) for index in known]
    kept: dict[int, Heading] = {}
    for index, heading in known.items():
        look, opens = page.look(index), page.opens_block(index)
        above = page.above(index)
        # Behind a list of items a line that is none begins something.
        begins = heading.sure is Sureness.LISTED and above is not None and bool(item_mark(page.texts[above]))
        likely = look.is_telling or opens or begins
        alike = sum(other.case == look.case and other.bold == look.bold for other in looks) > 1
        if likely and (alike or opens or look.level is not None or look.ruled):
            kept[index] = heading
    return kept


def _rails(page: Page, kinds: Mapping[str, SectionKind]) -> dict[int, Heading]:
    """Find labels that stand left of what they head, on its first line: "PROFILE       Product owner with ..."."""
    found: dict[int, Heading] = {}
    for index, text in enumerate(page.texts):
        rail = _RAIL.match(text)
        if rail is None or not page.is_body(index):
            continue
        kind = kinds.get(plain(rail[1]))
        if kind is not None:
            found[index] = Heading(index, kind, rail[1], page.lines[index].start + rail.end(1), is_rail=True)
    cases = {page.texts[index][: heading.stop - page.lines[index].start].isupper() for index, heading in found.items()}
    told = {heading.kind for heading in found.values()}
    return found if len(told) >= 3 and len(cases) == 1 else {}
