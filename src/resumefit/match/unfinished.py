"""Tells courses and certificates that are not finished yet from those that are, where a resume lists them.

A course line names more than it says, so here a cue speaks of the whole entry, over dashes and colons and on either side of it:
`Certified Scrum Product Owner - planned in January`, `Product basics (online), in progress: roadmaps, user stories`. In a list of
names it speaks of its own item: `SQL (course this winter), Looker`.
"""

from __future__ import annotations

import re

from resumefit.match.clauses import Edge
from resumefit.match.cues import Cue
from resumefit.match.stems import keys_of
from resumefit.match.verdicts import Line
from resumefit.match.words import Words

_CUES = ("unfinished", "wish-after")
_BETWEEN_ENTRIES = re.compile(r"[;|•·●○◦▪■►▸→✓✔★✦❖]|\.\s|\n\s*\n")
_COMMA = re.compile(r",\s*$")
_FINISHED = keys_of("completed finished achieved graduated")
# Whatever else the entry says of beginnings and exams: it came to an end.
_DONE = keys_of("passed obtained awarded distinction earned grade scored issued shipped")
_RENEWED = keys_of("renewal renewals renewed renews renewable expires expiry recertification")
_HELD = keys_of("valid active standing certified licensed accredited certification certificate")
_BEGUN = keys_of("started begun began since enrolled registered course courses class")
_NOT_QUITE = keys_of("not be yet never to will half partly partially percent")
_STUDY = keys_of("course courses class classes school bootcamp programme program nanodegree diploma")
_JUST_BEFORE = 3


def unfinished(line: Line, start: int, stop: int) -> Cue | None:
    """Return the cue which says that the study named in words `start` to `stop` of a list of studies or skills is not finished."""
    found = [cue for cue in line.cues if cue.kind in _CUES]
    if not found:
        return None
    first, last = _entry(line.words, start, stop)
    if not _RENEWED.isdisjoint(line.words.keys[first:last]) or _says(_DONE, line.words, first, last):
        return None
    is_finished = _says(_FINISHED, line.words, first, last)
    inside = (
        cue for cue in found
        if first <= cue.start and cue.stop <= last and not _is_validity(cue, line.words, first)
        and not (is_finished and (line.words.keys[cue.start] in _BEGUN or line.words.keys[cue.stop - 1] in _FINISHED))
        and not _is_whole(cue, line.words) and not _is_use(cue, line, first, last)
    )
    return next((cue for cue in inside if _speaks_of(cue, line, start, stop, within=(first, last))), None)


def is_of_another_item(line: Line, cue: Cue, at: int) -> bool:
    """Tell whether a cue stands in the brackets of another item of a list than word `at`: `SQL, Airflow (planned for next year)`."""
    first, last = _item(line, at, first=0, last=len(line.words))
    return line.clauses.bracket_end(cue.start) is not None and not first <= cue.start < last


def _speaks_of(cue: Cue, line: Line, start: int, stop: int, *, within: tuple[int, int]) -> bool:
    if cue.start < stop and start < cue.stop:
        return False  # the name itself: `Learning Tableau`
    edges = line.clauses.edges
    if cue.stop <= start and edges[cue.stop] is Edge.COLON and line.clauses.bracket_end(cue.start) is None:
        return True  # a label: `In progress: ...`
    if line.words.keys[cue.start] == "ongoing" and cue.stop < len(edges) and edges[cue.stop] is Edge.NONE:
        return False  # `ongoing backlog refinement`
    if cue.kind == "wish-after" and cue.stop <= start:
        return False  # `Scheduled batch jobs with Airflow`
    item = _item(line, cue.start, first=within[0], last=within[1])
    if item[0] <= start < item[1]:
        return True
    nearest = max((span[0] for span in line.spans if within[0] <= span[0] < cue.start), default=within[0])
    if nearest >= item[0]:
        return False  # it speaks of a skill in its own item
    item = _item(line, nearest, first=within[0], last=within[1])
    return item[0] <= start < item[1]


def _is_validity(cue: Cue, words: Words, first: int) -> bool:
    """Tell whether a date is the one to which a certificate holds: `Certified Kubernetes Administrator, until March 2028`."""
    return "until" in words.keys[cue.start : cue.stop] and not _HELD.isdisjoint(words.keys[first : cue.start])


def _is_whole(cue: Cue, words: Words) -> bool:
    """Tell whether a cue counts to the end: `100% completed`, `module 8 of 8`."""
    numbers = [key for key in words.keys[cue.start : cue.stop] if key.isdigit()]
    return words.keys[cue.start].startswith("100") or (len(numbers) == 2 and numbers[0] == numbers[1])


def _is_use(cue: Cue, line: Line, first: int, last: int) -> bool:
    """Tell whether an item of a list says since when it is in use, and of no study: `SQL (started March 2020), Looker`."""
    keys = line.words.keys
    return line.is_list and keys[cue.start].startswith(("start", "beg", "since")) and _STUDY.isdisjoint(keys[first:last])


def _item(line: Line, at: int, *, first: int, last: int) -> tuple[int, int]:
    """Return the words between the commas round word `at` of a list, of those from `first` to `last`; commas in brackets are none."""
    if not line.is_list:
        return first, last
    depth, edges = 0, line.clauses.edges
    for place in range(first, last):
        if edges[place] is Edge.OPEN:
            depth += 1
        elif edges[place] is Edge.CLOSE:
            depth = max(0, depth - 1)
        if depth or place == first or not _COMMA.search(line.words.between(place)):
            continue
        if place > at:
            return first, place
        first = place
    return first, last


def _entry(words: Words, start: int, stop: int) -> tuple[int, int]:
    first, last = start, stop
    while first and not _BETWEEN_ENTRIES.search(words.between(first)):
        first -= 1
    while last < len(words) and not _BETWEEN_ENTRIES.search(words.between(last)):
        last += 1
    return first, last


def _says(ends: frozenset[str], words: Words, first: int, last: int) -> bool:
    """Tell whether an entry says that it came to an end, and not that it is to, nor how much of it did."""
    return any(
        words.keys[at] in ends
        and not any(key in _NOT_QUITE or "%" in key for key in words.keys[max(first, at - _JUST_BEFORE) : at])
        and "%" not in words.between(at)
        for at in range(first, last)
    )
