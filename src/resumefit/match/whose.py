"""The rules by which a mention is somebody else's, in the order in which they are asked: first what the whole line says, then the words
round the mention, then the cues before it.
"""

from __future__ import annotations

from resumefit.core.mention import Status
from resumefit.match import labels, theirs
from resumefit.match.clauses import Edge
from resumefit.match.cues import Cue
from resumefit.match.deeds import Deeds
from resumefit.match.others import Others
from resumefit.match.scopes import reaches_right
from resumefit.match.verdicts import Line, Placed, others_verdict

_PEOPLE = frozenset({"ai-team-collaboration", "cross-functional-leadership"})
_NEVER_SOLD = frozenset({"product-strategy", "cross-functional-leadership", "go-to-market"})
_SALES = frozenset({"sel", "resel", "upsel", "telesal", "cross"})
_MOST_BETWEEN = 3  # words between "with a team" and "that built"


class Whose:
    """The rules, over the words for other people and for deeds of a lexicon."""

    def __init__(self, others: Others, deeds: Deeds) -> None:
        self._others = others
        self._deeds = deeds

    def of_line(self, line: Line) -> Placed | None:
        """Return what makes all that a line names somebody else's: a reference, clients' names, what an employer does, an advertisement, a
        pastime.
        """
        words, clauses = line.words, line.clauses
        if labels.REFERENCE.match(words.text):
            return 0, others_verdict("words of a reference", is_firm=True)
        if labels.CLIENTS.match(words.text):
            return 0, others_verdict("the name of a client", is_firm=True)
        if labels.EMPLOYER.match(words.text) and not any(self._deeds.opens(words, clauses, at) for at in set(clauses.starts)):
            return 0, others_verdict("what an employer does or sells", is_firm=True)
        wanted = labels.WANTED.match(words.text)
        if wanted and not any(self._deeds.opens(words, clauses, at) for at in (0, 1, 2) if at < len(words)):
            return 0, others_verdict("words of a job advertisement")
        for cue in line.cues:
            if cue.kind == "advert" and not (cue.start and self._deeds.opens(words, clauses, 0)) and not _heads_duties(line, cue):
                return cue.start, others_verdict("words of a job advertisement")
            if cue.kind == "leisure" and cue.start == 0:
                return 0, others_verdict("a pastime", is_firm=cue.stop < len(words) and clauses.edges[cue.stop] is Edge.COLON)
        return None

    def of(self, line: Line, start: int, stop: int, *, competency: str) -> Placed | None:
        """Return what makes the mention in words `start` to `stop` somebody else's; None when nothing does."""
        return (
            line.whose or self._by_name(line, start, stop, competency) or self._by_subject(line, start)
            or self._by_trade(line, start, stop, competency) or self._by_doer(line, start, stop, competency)
            or self._by_cue(line, start, competency)
        )

    def _by_name(self, line: Line, start: int, stop: int, competency: str) -> Placed | None:
        if line.around.default is not None and line.around.default.status is Status.LISTED:
            return None  # a certificate or a study is named after jobs and departments, too
        if competency not in _PEOPLE and self._others.is_job_title(line.words, line.clauses, stop):
            return start, others_verdict("part of a job title", is_firm=True)
        if self._others.is_department(line.words, line.clauses, start, stop):
            return start, others_verdict("a department's name")
        return None

    def _by_subject(self, line: Line, start: int) -> Placed | None:
        words, clauses = line.words, line.clauses
        if line.blurb is not None and line.blurb[0] <= words.starts[start] and not any(
            self._deeds.opens(words, clauses, at) for at in {0, clauses.starts[start]}
        ):
            return clauses.starts[start], others_verdict("what an employer does or sells")
        if any(first <= start < last for first, last in line.others):
            return clauses.starts[start], others_verdict("somebody else did it")
        return None

    def _by_trade(self, line: Line, start: int, stop: int, competency: str) -> Placed | None:
        words, clauses, others = line.words, line.clauses, self._others
        if not others.trades_in(words):
            return None
        if others.recruited(words, clauses, start, stop, people=competency in _PEOPLE):
            return clauses.starts[start], others_verdict("people with the skill were hired")
        if others.taught_or_translated(words, clauses, start):
            return clauses.starts[start], others_verdict("taught or translated, not done")
        if competency not in _NEVER_SOLD and others.sold(words, clauses, start):
            return clauses.starts[start], others_verdict("sold, not used")
        return None

    def _by_doer(self, line: Line, start: int, stop: int, competency: str) -> Placed | None:
        words, clauses, others = line.words, line.clauses, self._others
        text, first, last = words.text, words.starts[start], words.stops[stop - 1]
        if (
            theirs.said_of_what_is_before(text, last) or others.told_of_them(words, clauses, start)
            or theirs.made_by_owner(text, first, last)
        ):
            return start, others_verdict("said to be another's")
        if theirs.left_to_them(text, first, last):
            return start, others_verdict("left to others")
        if competency not in _PEOPLE and theirs.names_doer(text, first, last):
            return start, others_verdict("said of those who did it")
        if others.done_by_others(words, clauses, stop, line.cues) or others.ordered_by_others(words, clauses, stop):
            return start, others_verdict("somebody else did it")
        return None

    def _by_cue(self, line: Line, start: int, competency: str) -> Placed | None:
        beside = [cue for cue in line.cues if cue.kind == "team-beside"]
        for cue in line.cues:
            if not reaches_right(cue, start, line.words, line.clauses, self._deeds):
                continue
            if cue.kind == "others-right" and not self._is_own_work(line, cue, start, competency):
                text = line.words.text[line.words.starts[cue.start] : line.words.stops[cue.stop - 1]]
                return cue.start, others_verdict(f"another's: '{text}'")
            if cue.kind == "team-does" and any(0 <= cue.start - other.stop <= _MOST_BETWEEN for other in beside):
                return cue.start, others_verdict("another team's or firm's")
        return None

    def _is_own_work(self, line: Line, cue: Cue, start: int, competency: str) -> bool:
        """Tell whether a cue speaks of selling an idea, or of people whom the writer led: `Managed the vendors who labelled images`."""
        words, clauses = line.words, line.clauses
        if self._others.led(words, clauses, cue.start):
            return True
        return words.stems[cue.start] in _SALES and (
            competency in _NEVER_SOLD or "on" in words.keys[cue.stop : start] or self._others.won_over(words, clauses, start)
        )


def _heads_duties(line: Line, cue: Cue) -> bool:
    """Tell whether an advertisement's words only head what a position tells of itself: `Job description: a) Owning the backlog`."""
    return line.around.in_position and cue.start == 0 and cue.stop < len(line.words) and line.clauses.edges[cue.stop] in (
        Edge.COLON, Edge.HARD,
    )
