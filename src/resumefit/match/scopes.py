"""How far a "no", a "hoping to" or a "not my job" reaches in its sentence.

To the right: to the end of the clause, over commas and brackets, but not over a comma or `and` after which a new deed
is told. To the left: over the words before it in the clause, if they tell of no deed.
"""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.match.clauses import Clauses, Edge
from resumefit.match.cues import Cue
from resumefit.match.deeds import Deeds
from resumefit.match.guards import WordList
from resumefit.match.stems import is_past, keys_of, stem_of
from resumefit.match.words import HYPHENS, Words

_HARM_REACH = 4
_LEFT_REACH = 4
_SHORT_CLAUSE = 8
_WHOLE = keys_of("no none nil never zero studying learning target planned pending ongoing scheduled")
_RELATIVE = keys_of("that which who whether if where when so since until after before")
_OWN = keys_of("skills skill experience expertise knowledge background strengths abilities ability talents")
_PUT_TO_USE = keys_of(
    "which where use using utilise utilize utilising utilizing apply applying bring bringing values leverage "
    "leveraging"
)
_MENDED = frozenset(map(stem_of, keys_of("solve fix close fill cure remedy address overcome end resolve mend")))
_EXCEPT = keys_of("except apart aside everything anything")
_DOERS, _PARTICLES, _IT = keys_of("i we"), keys_of("up out in"), keys_of("one it them some")
# In brackets they speak of the items before: `Kafka, Redis (neither in production)`, `(no hands-on yet)`.
_OF_SEVERAL = keys_of("all any both either neither none them these those yet everything")
_CLOSES = keys_of("which thereby then")


def reaches_right(cue: Cue, at: int, words: Words, clauses: Clauses, deeds: Deeds) -> bool:
    """Tell whether a cue speaks of word `at`, which stands after it."""
    if not cue.start < at < clauses.stops[cue.start]:
        return False
    end = clauses.bracket_end(cue.start)
    if end is not None and at >= end:
        return False
    if any(
        words.keys[place] in _OWN and words.keys[place - 1] == "my" and words.keys[place - 2] in _PUT_TO_USE
        for place in range(cue.stop + 2, at)
    ):
        return False  # `Seeking a post in which my skills in SQL are of use`
    if words.keys[cue.start] in _EXCEPT and _is_past_exception(cue, at, clauses):
        return False
    for place in range(cue.stop + 1, at + 1):
        starts_new = clauses.edges[place] is Edge.COMMA or words.keys[place - 1] in ("and", "then")
        if not starts_new:
            continue
        if words.keys[place] in _CLOSES and clauses.edges[place] is Edge.COMMA:
            return False
        if is_past(words.keys[place]) and deeds.is_verb(words, place):
            rest = words.keys[cue.stop : clauses.stops[cue.start]]
            if "or" not in rest and "nor" not in rest:
                return False
        if words.keys[place] in ("i", "we") and place + 1 < len(words) and deeds.is_verb(words, place + 1):
            return False
    return True


def _is_past_exception(cue: Cue, at: int, clauses: Clauses) -> bool:
    """Tell whether an exception ends before word `at`: `Apart from Kafka, most of AWS`, `Everything except Kubernetes: Docker, Helm`."""
    begins = cue.start == clauses.starts[cue.start]
    return any(
        clauses.edges[place] is Edge.COLON or (begins and clauses.edges[place] is Edge.COMMA) for place in range(cue.stop + 1, at + 1)
    )


def reaches_left(
    cue: Cue, start: int, stop: int, words: Words, clauses: Clauses, *, deeds: Deeds, covered: frozenset[int], far: bool
) -> bool:
    """Tell whether a cue speaks of words `start` to `stop`, which stand before it.

    `covered` are the words of all skills in the sentence, over which a list may run. A `far` cue (`in progress`,
    `finishes in`) reaches over all of its clause.
    """
    if stop > cue.start:
        return False
    if cue.stop - cue.start == 1 and words.keys[cue.start] in _WHOLE and not _ends_piece(cue, clauses, len(words)):
        return False
    following = cue.stop if words.keys[cue.stop - 1] == "planned" else len(words)
    if following < len(words) and (deeds.is_verb(words, following) or is_past(words.keys[following])):
        return False  # `Kubernetes migration: planned, budgeted and executed`
    begin = clauses.starts[cue.start]
    if begin == cue.start and cue.start > 0:  # `A/B testing – not yet`: the cue opens a clause of its own
        if clauses.stops[cue.start] - cue.start > _SHORT_CLAUSE or ";" in words.between(cue.start):
            return False
        begin = clauses.starts[cue.start - 1]
    elif clauses.edges[cue.start] is Edge.HARD:
        return False
    if start < begin:
        return False
    opened = _bracket_start(cue.start, clauses)
    if opened is not None and start < opened:
        if any(place in covered for place in range(opened, cue.start)):
            return False
        inside = words.keys[opened : clauses.bracket_end(opened)]
        is_next = all(clauses.edges[place] is Edge.NONE for place in range(stop, opened))
        if not (far or is_next) and _OF_SEVERAL.isdisjoint(inside):
            return False  # `Redis, MLflow (never used it)`: brackets speak of the item before them
    if deeds.opens(words, clauses, begin) and begin < start:
        return False
    if any(words.keys[place] in _RELATIVE for place in range(stop, cue.start)):
        return False
    if far:
        return True
    between = [place for place in range(stop, cue.start) if place not in covered and words.keys[place] not in ("and", "or")]
    return len(between) <= _LEFT_REACH and not any(
        deeds.is_verb(words, place) and is_past(words.keys[place]) for place in between
    )


def _ends_piece(cue: Cue, clauses: Clauses, length: int) -> bool:
    return cue.stop >= length or clauses.edges[cue.stop] is not Edge.NONE


def _bracket_start(at: int, clauses: Clauses) -> int | None:
    for place in range(at, clauses.starts[at] - 1, -1):
        if clauses.edges[place] is Edge.OPEN:
            return place
        if clauses.edges[place] is Edge.CLOSE and place != at:
            return None
    return None


def denies(
    cue: Cue, words: Words, clauses: Clauses, *, deeds: Deeds, cues: Sequence[Cue], harm: WordList, wanting: WordList,
    spans: Sequence[tuple[int, int]],
) -> bool:
    """Tell whether a denying word denies: not in `no-code`, `not only`, `without downtime`, `never missed`."""
    if cue.stop - cue.start == 1 and cue.stop < len(words) and words.between(cue.stop) in HYPHENS:
        return False
    if words.keys[cue.start] == "no" and cue.stop < len(words) and words.keys[cue.stop][:1].isdigit():
        return False
    if any(first <= cue.start < stop for first, stop in spans) or _is_made_good(cue, words, clauses, deeds=deeds):
        return False  # `Zero downtime migration to AWS`
    if any(other.kind == "not-denying" and other.start <= cue.start < other.stop for other in cues):
        return False
    if words.stems[cue.start] == "lack":
        return True
    reach = range(cue.stop, min(cue.stop + _HARM_REACH, clauses.stops[cue.start]))
    for place in reach:
        if clauses.edges[place] is not Edge.NONE and place > cue.stop:
            break
        if wanting.has(words, place):
            return True
        inside = next((span for span in spans if span[0] <= place < span[1]), None)
        if inside is not None and inside[1] - inside[0] > 1:
            return True
        if harm.has(words, place):
            return any(wanting.has(words, later) for later in range(place + 1, clauses.stops[cue.start]))
    return True


def _is_made_good(cue: Cue, words: Words, clauses: Clauses, *, deeds: Deeds) -> bool:
    """Tell whether the sentence goes on to say that what was not there is now: `There was no roadmap, so I built one`.

    Or that the lack was mended, before it or in its clause: `Solved the lack of alerts with Datadog`.
    """
    keys, stems, first, last = words.keys, words.stems, clauses.starts[cue.start], clauses.stops[cue.start]
    if stems[cue.start] == "lack" and any(
        stem in _MENDED and (at < cue.start or is_past(keys[at])) for at, stem in enumerate(stems[first:last], start=first)
    ):
        return True
    for at in range(cue.stop + 1, len(words) - 1):
        if not (is_past(keys[at]) and deeds.is_verb(words, at)):
            continue
        begins = keys[at - 1] in _DOERS or clauses.edges[at] in (Edge.HARD, Edge.COMMA)
        thing = at + 2 if keys[at + 1] in _PARTICLES and at + 2 < len(words) else at + 1
        if begins and (keys[thing] in _IT or keys[thing : thing + 2] == ("the", "first")):
            return True
    return False
