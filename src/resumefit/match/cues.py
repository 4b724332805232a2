"""Finds the words that say how a sentence speaks of a skill: denying, wishing, telling of others, listing.

The words are data (`cues.yaml`), in the notation of forms. `^` before one: it counts only where a clause begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from resumefit.match.clauses import Clauses, Edge
from resumefit.match.finding import fill
from resumefit.match.index import ByRarest
from resumefit.match.notation import Element, elements_of
from resumefit.match.stems import keys_of
from resumefit.match.words import Words

KINDS = (
    "deny", "deny-after", "not-denying", "wish", "wish-after", "unfinished", "others-right", "team-beside", "team-does", "by-others",
    "advert", "leisure", "listing", "tool-line", "own-team",
)
_LEAD_INS = keys_of("i am im currently now also and still presently we just actively only")


class Cue(NamedTuple):
    """A cue of a kind in words `start` to `stop`."""

    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Rule:
    """A cue as the lexicon has it. `openers` are the keys and stems that its first word may have, `required` as in a pattern."""

    number: int
    kind: str
    elements: tuple[Element, ...]
    opens: bool
    openers: frozenset[str]
    required: tuple[frozenset[str], ...]


class CueFinder:
    """Holds the cues of a lexicon, by the words of their rarest place."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        rules: list[_Rule] = []
        for kind in KINDS:
            for text in lists.get(kind, ()):
                elements = elements_of(text.lstrip("^"), lists=lists)
                openers = _openers(elements[0])
                rest = [element.words for element in elements[1:] if element.words]
                required = tuple(rest if elements[0].number else [openers, *rest])
                rules.append(_Rule(len(rules), kind, elements, text.startswith("^"), openers, required))
        self._rules = ByRarest(rules)
        self._always = tuple(rule for rule in rules if not rule.required)

    def find(self, words: Words, clauses: Clauses) -> tuple[Cue, ...]:
        """Return every cue of the sentence, in text order; the longest of those of a kind that begin together."""
        fitting: list[tuple[int, int, int, str, int]] = []
        for rule in (*self._always, *self._rules.possible(words)):
            for at, rank in _beginnings(rule, words):
                if rule.opens and not _begins_clause(words, clauses, at):
                    continue
                places = fill(words, rule.elements, at)
                if places is not None and not any(clauses.edges[place] is Edge.HARD for place in places[1:]):
                    fitting.append((at, rank, rule.number, rule.kind, places[-1] + 1))
        found: dict[tuple[str, int], Cue] = {}
        for at, _, _, kind, stop in sorted(fitting):
            known = found.get((kind, at))
            if known is None or known.stop < stop:
                found[kind, at] = Cue(kind, at, stop)
        return tuple(found.values())


def _beginnings(rule: _Rule, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the words that a rule may begin with, and how well each says so: by its key, its stem, or only as a number."""
    openers, has_number = rule.openers, rule.elements[0].number
    for at, (key, stem) in enumerate(zip(words.keys, words.stems, strict=True)):
        if key in openers:
            yield at, 0
        elif stem in openers:
            yield at, 1
        elif has_number and key[0].isdigit():
            yield at, 2


def _openers(element: Element) -> frozenset[str]:
    return frozenset({*element.keys, *element.stems, *(atoms[0].key for atoms in element.longer)})


def _begins_clause(words: Words, clauses: Clauses, at: int) -> bool:
    """Tell whether a clause, bracket or list entry begins at word `at`, small words before it apart."""
    while clauses.edges[at] is Edge.NONE and at > 0 and words.keys[at - 1] in _LEAD_INS:
        at -= 1
    return at == 0 or clauses.edges[at] in (Edge.HARD, Edge.COLON, Edge.OPEN, Edge.COMMA)
