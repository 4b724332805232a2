"""Cuts a sentence into clauses, because a "not" or "hoping to" speaks of its own clause and no further.

Hard edges (semicolon, full stop, spaced dash, `but`, `while`) end a clause. Soft ones (comma, colon, bracket) only
matter to some rules, so they are kept by kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from resumefit.match.stems import keys_of
from resumefit.match.words import Words

_CONTRAST = keys_of("but though although while whereas however instead nevertheless whilst because")
_SUBJECTS = keys_of("i we they he she it")  # `could not get X to fit, so I ran Y`
_HARD = re.compile(r"[;!?|•·▪→]|\.(?:\s|$)|\s[–—-]\s|—|–\s|\n\s*\n|\.\.")
_OPEN, _CLOSE = re.compile(r"[(\[{]"), re.compile(r"[)\]}]")


class Edge(IntEnum):
    """What stands before a word."""

    NONE = 0
    COMMA = 1
    COLON = 2
    OPEN = 3
    CLOSE = 4
    HARD = 5


# Python 3.11 looks a member of an enumeration up slowly: loops over words take it to a name of its own first, here and elsewhere.
_BRACKETS = (Edge.OPEN, Edge.CLOSE)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The edge before each word, and where each word's clause begins and ends (word indexes, half-open)."""

    edges: tuple[Edge, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def bracket_end(self, at: int) -> int | None:
        """Return the word after the bracket in which word `at` stands; None when it stands in none."""
        first, stop, edges, depth_start = self.starts[at], self.stops[at], self.edges, at
        while depth_start > first and edges[depth_start] not in _BRACKETS:
            depth_start -= 1
        if edges[depth_start] is not Edge.OPEN:
            return None
        close = Edge.CLOSE
        return next((later for later in range(at + 1, stop) if edges[later] is close), stop)


def clauses_of(words: Words) -> Clauses:
    """Find the clauses of a sentence."""
    edges, ends = _edges(words), Edge.HARD
    hard = [at for at, edge in enumerate(edges) if edge is ends and at]
    starts: list[int] = []
    stops: list[int] = []
    for begin, stop in pairwise([0, *hard, len(edges)]):
        starts += [begin] * (stop - begin)
        stops += [stop] * (stop - begin)
    return Clauses(edges, tuple(starts), tuple(stops))


def _edges(words: Words) -> tuple[Edge, ...]:
    text, none = words.text, Edge.NONE
    return tuple([
        none if end and text[end:start] == " " and key not in _CONTRAST else _edge(words, at)  # nine in ten, looked at no further
        for at, (end, start, key) in enumerate(zip((0, *words.stops), words.starts, words.keys, strict=False))
    ])


def _edge(words: Words, at: int) -> Edge:
    between = words.between(at)
    if at == 0:
        return Edge.OPEN if _OPEN.search(between) else Edge.HARD
    key = words.keys[at]
    if key == "so" and "," in between and at + 1 < len(words) and words.keys[at + 1] in _SUBJECTS:
        return Edge.HARD
    if key in _CONTRAST or (key == "yet" and words.keys[at - 1] not in ("not", "be", "am", "are", "is", "and", "have")
                            and at + 1 < len(words) and "," in between):
        return Edge.HARD
    if between in (" ", "-", "/", ""):
        return Edge.NONE
    return Edge.HARD if words.breaks[at] and _is_hard(between) else _soft_edge(between)


@lru_cache(maxsize=1024)  # a few dozen are all but all there are
def _is_hard(between: str) -> bool:
    return _HARD.search(between) is not None


@lru_cache(maxsize=1024)
def _soft_edge(between: str) -> Edge:
    if _OPEN.search(between):
        return Edge.OPEN
    if _CLOSE.search(between):
        return Edge.CLOSE
    if ":" in between:
        return Edge.COLON
    return Edge.COMMA if "," in between else Edge.NONE
