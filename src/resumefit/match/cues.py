"""Finds the words that say how a sentence speaks of a skill: denying, wishing, telling of others, listing.

The words are data (`cues.yaml`), in the notation of forms. `^` before one: it counts only where a clause begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.match.clauses import Clauses, Edge
from resumefit.match.finding import fill, has_each
from resumefit.match.notation import Element, elements_of
from resumefit.match.words import Words

KINDS = (
    "deny", "deny-after", "not-denying", "wish", "wish-after", "others-right", "team-beside", "team-does", "by-others",
    "advert", "leisure", "listing", "tool-line", "own-team",
)
_LEAD_INS = frozenset({"i", "am", "im", "currently", "now", "also", "and", "still", "presently", "we", "just", "actively", "only"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a kind in words `start` to `stop`."""

    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    elements: tuple[Element, ...]
    opens: bool
    rest: tuple[frozenset[str], ...]


class CueFinder:
    """Holds the cues of a lexicon, by their first word."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        for kind in KINDS:
            for text in lists.get(kind, ()):
                elements = elements_of(text.lstrip("^"), lists=lists)
                rest = tuple(element.words for element in elements[1:] if element.words)
                for word in _openers(elements[0]):
                    self._rules.setdefault(word, []).append(_Rule(kind, elements, text.startswith("^"), rest))
        self._numbers = self._rules.pop("#", [])

    def find(self, words: Words, clauses: Clauses) -> tuple[Cue, ...]:
        """Return every cue of the sentence, in text order; the longest of those of a kind that begin together."""
        found: dict[tuple[str, int], Cue] = {}
        present = {*words.keys, *words.stems}
        for at in range(len(words.keys)):
            for rule in self._at(words, at):
                if not has_each(rule.rest, present):
                    continue
                if rule.opens and not _begins_clause(words, clauses, at):
                    continue
                places = fill(words, rule.elements, at)
                if places is None or any(clauses.edges[place] is Edge.HARD for place in places[1:]):
                    continue
                cue = Cue(rule.kind, at, places[-1] + 1)
                known = found.get((rule.kind, at))
                if known is None or known.stop < cue.stop:
                    found[rule.kind, at] = cue
        return tuple(found.values())

    def _at(self, words: Words, at: int) -> Sequence[_Rule]:
        key, stem = words.keys[at], words.stems[at]
        rules = self._rules.get(key, ())
        if stem != key and stem in self._rules:
            rules = [*rules, *self._rules[stem]]
        return [*rules, *self._numbers] if key[0].isdigit() else rules


def _openers(element: Element) -> set[str]:
    opening = {*element.keys, *element.stems, *(atoms[0].key for atoms in element.longer)}
    return opening | ({"#"} if element.number else set())


def _begins_clause(words: Words, clauses: Clauses, at: int) -> bool:
    """Tell whether a clause, bracket or list entry begins at word `at`, small words before it apart."""
    while clauses.edges[at] is Edge.NONE and at > 0 and words.keys[at - 1] in _LEAD_INS:
        at -= 1
    return at == 0 or clauses.edges[at] in (Edge.HARD, Edge.COLON, Edge.OPEN) or (
        clauses.edges[at] is Edge.COMMA
    )
