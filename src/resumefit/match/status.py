"""Says how a sentence speaks of a skill: done, listed, wished for, denied, or somebody else's. Rules, each with its reason.

The nearest cue whose scope holds the mention decides; without any, a deed in the clause makes it demonstrated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Protocol

from resumefit.core.mention import Status
from resumefit.match import labels
from resumefit.match.clauses import Clauses, Edge, clauses_of
from resumefit.match.cues import Cue, CueFinder
from resumefit.match.deeds import Deeds
from resumefit.match.done_or_listed import DoneOrListed
from resumefit.match.guards import word_list
from resumefit.match.others import Others
from resumefit.match.scopes import denies, reaches_left, reaches_right
from resumefit.match.stems import keys_of
from resumefit.match.unfinished import is_of_another_item, unfinished
from resumefit.match.verdicts import (
    A_STORY,
    COUNTS_ALONE,
    COUNTS_IN_RESUME,
    Case,
    Line,
    Placed,
    Signals,
    Surroundings,
    Verdict,
    is_open,
    is_story,
    others_verdict,
    weighed,
)
from resumefit.match.whose import Whose
from resumefit.match.words import Words

_ASIDE = re.compile(
    r"\s*\((?:\w+\s+){0,3}(?:not|never|\w+n't)\s+(?:\w+\s+){0,4}(?:it|this|one|them|these|any|mine|me|"
    r"yet)\b[^)]*\)?", re.IGNORECASE,
)
_RATED_NIL = re.compile(  # in lists that rate each skill: `Jenkins 2 / Kubernetes 0`, `Figma (none)`
    r"\s*[:=–-]?\s*\(?\s*(?:0(?:\s*(?:/|of|out of)\s*\d+|\s*%)?|none|nil|no experience|zero)\s*\)?\s*(?=[/,;|·•)]|$)", re.IGNORECASE
)
_MYSELF = re.compile(
    r"\b(?:never|not|n't)\b[^.;,]*\b(?:one|it|them|any|those|that|either)(?: (?:myself|personally|yet|"
    r"so far))?\W*$", re.IGNORECASE,
)
_I_HAVE = keys_of("i have had could do did ever always was am")
_TURNS = keys_of("and now currently still am i also then im")
_LONG_LIST, _SHORT_ENTRY = 5, 3  # commas, and words an entry on average, that make a list of keywords
_FIRST = 1  # a label's first word; an article may stand before it
_MOST_OF_IT = 0.6
_EARLY = 8  # words within which a "no" or "hoping to" speaks of a whole sentence
_SOFT = (Edge.COMMA, Edge.COLON, Edge.OPEN)

_IN_A_BLURB = Signals(Verdict(Status.OTHER, "part of the employer's description"), is_deed=False)


class Opinion(Protocol):
    """A second opinion on a mention's status, for what rules do not foresee."""

    def __call__(self, cases: Sequence[Case], *, rules: StatusRules) -> Sequence[Mapping[Status, float]]:
        """Return the probability of each status for each mention, in order."""


class StatusRules:
    """The rules with the cue words of a lexicon, and a second opinion where there is one."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], opinion: Opinion | None = None) -> None:
        self._opinion = opinion
        self._finder = CueFinder(lists)
        self._deeds = Deeds(lists)
        self._others = Others(lists, self._deeds)
        self._whose = Whose(self._others, self._deeds)
        self._harm, self._wanting = word_list(lists.get("harm", ())), word_list(lists.get("wanting", ()))
        self._learning = word_list(lists.get("machine-learning-words", ()))
        self._learning_goods = word_list(lists.get("learning-goods", ()))
        self._done_or_listed = DoneOrListed(lists, self._deeds)

    def line(self, words: Words, *, spans: Sequence[tuple[int, int]], around: Surroundings) -> Line:
        """Prepare a sentence whose skills stand in the word ranges `spans`."""
        clauses = clauses_of(words)
        return Line(
            words=words, clauses=clauses, spans=tuple(spans), covered=frozenset([at for span in spans for at in range(*span)]),
            around=around, blurb=self._others.blurb(words.text), is_enumeration=self._is_enumeration(words, clauses),
            find_cues=self._finder.find, find_others=self._others.subjects, find_whose=self._whose.of_line,
        )

    def is_verb(self, key: str) -> bool:
        """Tell whether the word with this key is a verb of doing."""
        return self._deeds.knows(key)

    def is_someone(self, key: str) -> bool:
        """Tell whether the word with this key names other people: a team, a vendor, a boss."""
        return self._others.knows(key)

    def case(self, line: Line, start: int, stop: int, *, competency: str) -> Case:
        """Return what is to be judged of the mention in words `start` to `stop`."""
        signals = _IN_A_BLURB if line.around.is_blurb else self.signals(line, start, stop, competency=competency)
        return Case(line, start, stop, signals)

    def judge(self, cases: Sequence[Case]) -> list[Verdict]:
        """Return the status of each mention, in order. The second opinion is asked of all at once: one by one it takes far longer."""
        if self._opinion is None:
            return [self._judged(case, None) for case in cases]
        is_asked = [is_open(case) for case in cases]
        chances = iter(self._opinion(list(compress(cases, is_asked)), rules=self))
        return [self._judged(case, next(chances) if asked else None) for case, asked in zip(cases, is_asked, strict=True)]

    def _judged(self, case: Case, chances: Mapping[Status, float] | None) -> Verdict:
        signals, around = case.signals, case.line.around
        found, default = signals.verdict, around.default
        if found is not None and around.is_blurb:
            return found
        if default is not None and default.status is not Status.LISTED:
            return found or default
        if default is not None and (cue := unfinished(case.line, case.start, case.stop)) is not None:
            return self._verdict(case.line, cue)
        if chances is not None:
            found = weighed(found, chances, counts_from=COUNTS_IN_RESUME if around.in_resume else COUNTS_ALONE)
        if found is not None and not found.status.adds_to_score:
            return found
        confidence = found.confidence if found is not None else 1.0
        if default is not None and not signals.is_deed:
            return default._replace(confidence=confidence)
        return self._done_or_listed.judge(case.line, case.start, case.stop, is_deed=signals.is_deed)._replace(confidence=confidence)

    def signals(self, line: Line, start: int, stop: int, *, competency: str) -> Signals:
        """Return what the words of the line say of the mention, whatever section it stands in."""
        return Signals(self._said(line, start, stop, competency=competency), self._is_deed(line, start))

    def _said(self, line: Line, start: int, stop: int, *, competency: str) -> Verdict | None:
        own = self._by_cue(line, start, stop)
        others = self._whose.of(line, start, stop, competency=competency)
        if own is not None and (others is None or own[0] < others[0] or (own[0] == others[0] and others is not line.whose)):
            return own[1]
        if others is not None:
            return others[1]
        if labels.LACKING.match(line.words.text):
            return Verdict(Status.NEGATED, "under a label of things lacking", is_firm=True)
        if labels.GOALS.match(line.words.text) and not self._deeds.opens(line.words, line.clauses, 0):
            return Verdict(Status.ASPIRING, "under a heading of goals", is_firm=True)
        return None

    def judge_whole(self, line: Line) -> Verdict:
        """Return the status of a sentence that shows something as a whole, without a word that names it."""
        words, clauses, default = line.words, line.clauses, line.around.default
        if line.around.is_blurb or line.blurb is not None:
            return others_verdict("what an employer does or sells")
        if default is not None and default.status is not Status.LISTED:
            return default
        if self._deeds.opens(words, clauses, 0):
            return Verdict(Status.DEMONSTRATED, "told with a deed")
        if self._others.told_whole(words, clauses, line.cues):
            return others_verdict("said to be another's")
        for cue in line.cues:
            if clauses.starts[cue.start] != 0 or cue.start > _EARLY:
                continue
            if cue.kind == "wish" or (cue.kind == "deny" and self._denies(line, cue) and not self._is_rule(line, cue)):
                return self._verdict(line, cue)
            if cue.kind in ("advert", "leisure"):
                return others_verdict("words of a job advertisement, or a pastime")
        if any(first <= 1 and stop - first > _MOST_OF_IT * len(words) for first, stop in line.others):
            return others_verdict("somebody else did it")
        if line.around.is_bullet or self._deeds.before(words, clauses, len(words) - 1):
            return Verdict(Status.DEMONSTRATED, "told with a deed")
        if is_story(line):
            return Verdict(Status.DEMONSTRATED, "told in a sentence")
        return Verdict(Status.LISTED, "said without a deed")

    def _is_rule(self, line: Line, cue: Cue) -> bool:
        """Tell whether a "no" at the start makes a rule and denies no skill: `No refusal leaves the house without a signature`."""
        clause = range(cue.stop, line.clauses.stops[cue.start])
        return line.words.keys[cue.start] == "no" and len(clause) >= A_STORY and not any(
            self._wanting.has(line.words, at) for at in clause
        )

    def _by_cue(self, line: Line, start: int, stop: int) -> Placed | None:
        """Return the place of the cue that decides, and what it decides."""
        words, clauses = line.words, line.clauses
        right: list[Cue] = []
        for cue in line.cues:
            if cue.kind in ("deny", "wish") and cue.start < start and reaches_right(cue, start, words, clauses, self._deeds):
                if cue.kind == "deny" and not self._denies(line, cue):
                    continue
                if cue.kind == "wish" and (not self._wishes(line, cue) or self._names_a_thing(line, cue)):
                    continue
                right.append(cue)
        if right:
            nearest = max(right, key=lambda cue: (cue.start, cue.stop))
            return nearest.start, self._verdict(line, nearest)
        is_study = line.around.default is not None  # where `unfinished` knows better
        for cue in line.cues:
            if cue.kind == "wish-after" and (is_study or is_of_another_item(line, cue, start) or self._names_a_thing(line, cue)):
                continue
            if cue.kind == "wish-after" and self._announces(line, cue, start):
                return cue.start, self._verdict(line, cue)
            if cue.kind == "deny" and self._answers(line, cue, stop):
                return start, self._verdict(line, cue)
            if cue.kind not in ("deny-after", "wish-after"):
                continue
            if cue.kind == "deny-after" and not self._denies(line, cue):
                continue
            if reaches_left(
                cue, start, stop, words, clauses, deeds=self._deeds, covered=line.covered, far=cue.kind == "wish-after"
            ):
                return start, self._verdict(line, cue)
        aside = _ASIDE.match(words.text, words.stops[stop - 1])
        if aside:
            return start, Verdict(Status.NEGATED, f"denied by '{aside.group().strip(' ().,')}'")
        if _RATED_NIL.match(words.text, words.stops[stop - 1]):
            return start, Verdict(Status.NEGATED, "rated as nothing")
        found = _MYSELF.search(words.text)
        if found and words.stops[stop - 1] <= found.start() and (
            "self" in found.group() or "personally" in found.group() or not self._is_deed(line, start, strictly=True)
        ):
            place = 0 if "self" in found.group() else start
            return place, Verdict(Status.NEGATED, f"denied by '{found.group().strip(' .')}'")
        return None

    def _announces(self, line: Line, cue: Cue, start: int) -> bool:
        """Tell whether a cue before a colon speaks of what follows it: `Course in progress: …`."""
        edges = line.clauses.edges
        if cue.start <= _FIRST and cue.stop <= start and edges[cue.stop] is Edge.COLON:  # a label of the whole line, over dashes too
            return not any(edges[at] is Edge.HARD and self._deeds.opens(line.words, line.clauses, at) for at in range(cue.stop, start))
        return cue.stop <= start and cue.start <= _EARLY and any(
            edges[at] is Edge.COLON or " – " in line.words.between(at) for at in range(cue.stop, start + 1)
        ) and line.clauses.starts[start] in (0, cue.start)

    @staticmethod
    def _answers(line: Line, cue: Cue, stop: int) -> bool:
        """Tell whether a "no" answers the question before it (`Scrum? Not yet`) or takes back a relative (`, which I never used`)."""
        words, clauses = line.words, line.clauses
        if cue.start and cue.start == clauses.starts[cue.start] and "?" in words.between(cue.start):
            return stop <= cue.start and clauses.starts[cue.start - 1] <= stop - 1
        place = cue.start
        while place > stop and cue.start - place < 4 and words.keys[place - 1] in _I_HAVE:
            place -= 1
        return place - 1 == stop and words.keys[stop] in ("which", "that", "whom") and place < cue.start

    def _denies(self, line: Line, cue: Cue) -> bool:
        return denies(
            cue, line.words, line.clauses, deeds=self._deeds, cues=line.cues, harm=self._harm, wanting=self._wanting, spans=line.spans
        )

    def _wishes(self, line: Line, cue: Cue) -> bool:
        """Tell whether a wishing word is the writer's wish: not in `machine learning`, nor in a deed about others' wishes."""
        words, clauses = line.words, line.clauses
        if cue.start and self._learning.has(words, cue.start - 1):
            return False
        begin = clauses.starts[cue.start]
        if cue.start <= begin + 1 or not self._deeds.opens(words, clauses, begin):
            return True
        if any(other.kind == "wish" and other.start == begin for other in line.cues):
            return True
        return clauses.edges[cue.start] is not Edge.NONE or words.keys[cue.start - 1] in _TURNS

    def _names_a_thing(self, line: Line, cue: Cue) -> bool:
        """Tell whether a "learning" is part of a thing's name: `Learning platform APIs, 14 partners integrated`."""
        words = line.words
        return words.keys[cue.stop - 1] == "learning" and cue.stop < len(words) and self._learning_goods.has(words, cue.stop)

    def _verdict(self, line: Line, cue: Cue) -> Verdict:
        text = line.words.text[line.words.starts[cue.start] : line.words.stops[cue.stop - 1]]
        if cue.kind.startswith("deny"):
            return Verdict(Status.NEGATED, f"denied by '{text}'")
        return Verdict(Status.ASPIRING, f"not done yet: '{text}'")

    def _is_deed(self, line: Line, start: int, *, strictly: bool = False) -> bool:
        words, clauses = line.words, line.clauses
        begin = clauses.starts[start]
        if self._deeds.opens(words, clauses, begin) or any(
            clauses.edges[at] in _SOFT and self._deeds.opens(words, clauses, at) for at in range(begin + 1, start + 1)
        ):
            return True
        return not strictly and (
            self._deeds.before(words, clauses, start) or self._deeds.owned(words, clauses, start)
        )

    def _is_enumeration(self, words: Words, clauses: Clauses) -> bool:
        """Tell whether a sentence is a long list of short entries that opens with no deed."""
        edges = clauses.edges[1:]
        breaks = edges.count(Edge.COMMA) + edges.count(Edge.HARD)
        short = breaks >= _LONG_LIST and len(words) <= (breaks + 1) * _SHORT_ENTRY
        return short and not self._deeds.opens(words, clauses, 0)
