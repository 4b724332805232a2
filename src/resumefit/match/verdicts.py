"""What status rules look at, a prepared line and what its place says, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from resumefit.core.mention import Status
from resumefit.match.clauses import Clauses, Edge
from resumefit.match.cues import Cue
from resumefit.match.words import Words

A_STORY = 7  # words from which a line without a known verb tells something and does not only name it
_FEW_LOOSE = 4  # one word in so many that is no skill's name leaves a line a list
_WALL, _BESIDE = 7, 1  # names in a row, and the words between two of them at most, that make a wall of names
_OF_ALL = frozenset({"deny", "deny-after", "wish", "wish-after"})
_BETWEEN_ITEMS = (Edge.COMMA, Edge.HARD)
_NOT_COUNTED = (Status.ASPIRING, Status.NEGATED, Status.OTHER)
_READS = {
    Status.ASPIRING: "reads as not done yet", Status.NEGATED: "reads as not there", Status.OTHER: "reads as somebody else's",
}
# From which probability on a mention counts. The training lines are chosen to be hard: nearly half of their mentions are not the writer's.
# A line on its own is taken for one of these, a line of a resume for what most of them are; and where rules object they need much to be
# overruled.
# (rules silent, rules against)
COUNTS_ALONE, COUNTS_IN_RESUME = (0.6, 0.95), (0.3, 0.95)


class Verdict(NamedTuple):
    """A status, why, how sure it is, in (0, 1], and whether no second opinion may overrule it, as under a label that says it plainly.

    A named tuple, like all of which a resume has hundreds: making a frozen dataclass takes thrice as long.
    """

    status: Status
    reason: str
    confidence: float = 1.0
    is_firm: bool = False


Placed = tuple[int, Verdict]  # the word from which on a verdict holds, and the verdict


def others_verdict(reason: str, *, is_firm: bool = False) -> Verdict:
    """Return the verdict that a mention is somebody else's."""
    return Verdict(Status.OTHER, reason, is_firm=is_firm)


class Signals(NamedTuple):
    """What the words round a mention say of it, wherever the line stands: the rules' verdict, None where they are silent; and a deed."""

    verdict: Verdict | None
    is_deed: bool


class Surroundings(NamedTuple):
    """What the place in the resume says of itself: `default` status of its section, and how its lines are to be read.

    `fields` are the families of competencies that the place or the whole resume speaks for.
    """

    default: Verdict | None = None
    is_list: bool = False
    is_bullet: bool = False
    is_blurb: bool = False
    is_claim: bool = False
    in_resume: bool = False
    in_position: bool = False
    is_product_work: bool = False
    fields: frozenset[str] = frozenset()


@dataclass(eq=False)
class Line:
    """A sentence with everything that status rules look at, computed once for all its mentions.

    Cues, the clauses of which others are the subject, and whose the whole line is, are looked for when a rule asks: half of all sentences
    are judged without.
    """

    words: Words
    clauses: Clauses
    spans: tuple[tuple[int, int], ...]
    covered: frozenset[int]
    around: Surroundings
    blurb: tuple[int, int] | None
    is_enumeration: bool
    find_cues: Callable[[Words, Clauses], tuple[Cue, ...]]
    find_others: Callable[[Words, Clauses, tuple[Cue, ...]], tuple[tuple[int, int], ...]]
    find_whose: Callable[[Line], Placed | None]

    @property
    def is_list(self) -> bool:
        """Whether the line lists names, by its place or by its build."""
        return self.around.is_list or self.is_enumeration

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The words that deny, wish, tell of others and so on, in text order."""
        return self.find_cues(self.words, self.clauses)

    @cached_property
    def others(self) -> tuple[tuple[int, int], ...]:
        """The word ranges of the clauses that somebody else is the subject of."""
        return self.find_others(self.words, self.clauses, self.cues)

    @cached_property
    def whose(self) -> Placed | None:
        """Where the line says that whatever it names is somebody else's, and by what; None where it does not."""
        return self.find_whose(self)

    @cached_property
    def walls(self) -> tuple[tuple[int, int], ...]:
        """The word ranges in which so many skills stand in a row that nobody did them in one deed."""
        return _walls_in(self.words, self.spans)


class Case(NamedTuple):
    """A mention to be judged: the words of its line that it stands in, and what those round it say of it."""

    line: Line
    start: int
    stop: int
    signals: Signals


def is_story(line: Line) -> bool:
    """Tell whether a line is a sentence that tells something, and no list or claim that only names it."""
    return not (line.around.is_claim or line.is_list) and len(line.words) >= A_STORY


def is_bare_name(line: Line, start: int, stop: int) -> bool:
    """Tell whether the mention in words `start` to `stop` is one of a list of names, and no word says anything of it.

    A "not" or "hoping to" may speak of the whole list, whatever else of its own item: "Visio, Power BI (other people's dashboards)".
    """
    if line.is_list:
        first, last = _item_at(line.clauses, start, stop)
        spoken_of = any(cue.kind in _OF_ALL or first <= cue.start < last for cue in line.cues)
        return not spoken_of and not any(begin < last and first < end for begin, end in line.others)
    if line.cues or line.others:
        return False
    loose = sum(at not in line.covered and line.words.keys[at] not in ("and", "or") for at in range(len(line.words)))
    return loose <= max(1, len(line.words) // _FEW_LOOSE)


def _item_at(clauses: Clauses, start: int, stop: int) -> tuple[int, int]:
    """Return the words of the item of a list in which words `start` to `stop` stand, with what its brackets say."""
    edges = clauses.edges
    first, last = start, stop
    while first and edges[first] not in _BETWEEN_ITEMS:
        first -= 1
    while last < len(edges) and edges[last] not in _BETWEEN_ITEMS:
        last += 1
    return first, last


def is_open(case: Case) -> bool:
    """Tell whether a second opinion may change anything: not where the place decides, nor in a list in which no word speaks."""
    around, default = case.line.around, case.line.around.default
    verdict = case.signals.verdict
    if around.is_blurb or (default is not None and default.status is not Status.LISTED) or (verdict is not None and verdict.is_firm):
        return False
    return not (verdict is None and is_bare_name(case.line, case.start, case.stop))


def _walls_in(words: Words, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    row: list[tuple[int, int]] = []
    for span in (*sorted(spans), (len(words) + _BESIDE + 1, 0)):
        if row and span[0] - row[-1][1] > _BESIDE:
            if len(row) >= _WALL:
                found.append((row[0][0], row[-1][1]))
            row = []
        row.append(span)
    return tuple(found)


def weighed(said: Verdict | None, chances: Mapping[Status, float], *, counts_from: tuple[float, float]) -> Verdict | None:
    """Return what rules and second opinion make of a mention together; a counting status where it counts."""
    counts = chances[Status.DEMONSTRATED] + chances[Status.LISTED]
    least = counts_from[said is not None]
    if counts >= least:
        return Verdict(Status.LISTED, "", confidence=as_confidence(counts))
    likeliest = max(_NOT_COUNTED, key=lambda status: (chances[status], status))
    if said is not None and (said.status is likeliest or counts >= 1 - least):
        return said._replace(confidence=as_confidence(1 - counts))
    return Verdict(likeliest, f"{_READS[likeliest]} (model, {chances[likeliest]:.2f})", confidence=as_confidence(1 - counts))


def as_confidence(probability: float) -> float:
    """Return a probability as a confidence: two decimals, never 0."""
    return max(0.01, round(probability, 2))
