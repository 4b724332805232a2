"""Reads one sentence: its named skills and phrase patterns as mentions, and whether the paraphrase model may be asked about the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resumefit.core.lexicon import Lexicon, SkillKind
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.protocols import FeatureClassifier
from resumefit.match.choosing import Choice, Chosen, Sorted, choose, enter, families_of, settle, sort_out
from resumefit.match.clauses import Edge
from resumefit.match.finding import Candidate, candidates, patterns_in
from resumefit.match.guards import Guards
from resumefit.match.index import Index, Pattern
from resumefit.match.outcome import has_outcome
from resumefit.match.paraphrases import Belief
from resumefit.match.senses import InDoubt, SenseModel
from resumefit.match.status import StatusRules
from resumefit.match.status_features import StatusModel
from resumefit.match.verdicts import Case, Line, Surroundings, Verdict, as_confidence, is_story
from resumefit.match.words import Range, Words

_LABEL = re.compile(r"\W*[A-Z][^:•|,()\t]{1,45}:\s+(?=[^\W\d])")
_THINGS = frozenset({SkillKind.TOOL, SkillKind.CERTIFICATION})
_MIN_WORDS = 4  # fewer tell no deed in other words
_PATTERN_CONFIDENCE = 0.7
_SHORT_PIECE = 5  # words from which a part of a sentence tells something of its own
Found = list[tuple[Pattern, tuple[int, ...]]]


class Reading(NamedTuple):
    """A sentence with its mentions, whose offsets stay within the sentence.

    `sure` says of each mention whether its line leaves no doubt of its word's sense. `paraphrase` is the line, where the paraphrase model
    may see in it what it shows in other words; None where none is looked for. `pieces` are the character ranges, in the sentence, of
    which the paraphrase model may be asked, the whole first. `refused` are the places of words that look like a skill's and stand in
    another sense.
    """

    text: str
    mentions: tuple[Mention, ...] = ()
    sure: tuple[bool, ...] = ()
    paraphrase: Line | None = None
    pieces: tuple[Range, ...] = ()
    is_product_work: bool = False
    refused: tuple[Range, ...] = ()


class Look(NamedTuple):
    """A sentence with the skills that it names, before anything is asked of their status.

    `chances` is what the model of senses was asked already, by the candidate's identity.
    """

    words: Words
    patterns: Found
    sorted_out: Sorted
    chances: dict[int, float]
    choice: Choice


class _Open(NamedTuple):
    """A sentence that is about to be judged: a case for each chosen candidate, then one for each of `patterns`, by competency."""

    look: Look
    line: Line
    patterns: Mapping[str, tuple[Pattern, tuple[int, ...]]]
    cases: tuple[Case, ...]
    read_on: bool


class LineReader:
    """Finds the skills of a lexicon in single sentences."""

    def __init__(
        self, lexicon: Lexicon, index: Index, *, statuses: FeatureClassifier | None = None, senses: FeatureClassifier | None = None
    ) -> None:
        self._index = index
        self._guards = Guards(lexicon.cues)
        self._families = families_of(lexicon)
        self._rules = StatusRules(lexicon.cues, StatusModel(statuses) if statuses is not None else None)
        self._senses = SenseModel(senses, self._families, index.known) if senses is not None else None
        self._labels = {competency.id: competency.label for competency in lexicon.competencies}

    def look(self, lines: Sequence[tuple[Words, frozenset[str]]], *, alone: bool = False) -> list[Look]:
        """Find the skills that sentences name; with each come the families of competencies that its place speaks for.

        `alone` are lines of no resume.
        """
        patterns = [patterns_in(words, self._index) for words, _ in lines]
        sorted_out = [
            sort_out(list(candidates(words, self._index, patterns=found)) if len(words) else [], words, guards=self._guards)
            for (words, _), found in zip(lines, patterns, strict=True)
        ]
        entered = [(one, words, fields) for one, (words, fields) in zip(sorted_out, lines, strict=True)]
        chances: list[dict[int, float]] = [{} for _ in lines]
        choices = self._choices(entered, chances, alone=alone)
        return [
            Look(words, found, one, chance, choice)
            for (words, _), found, one, chance, choice in zip(lines, patterns, sorted_out, chances, choices, strict=True)
        ]

    def look_again(self, look: Look, *, fields: frozenset[str]) -> Look:
        """Choose anew among what was found, in the light of more fields."""
        (choice,) = self._choices([(look.sorted_out, look.words, fields)], [look.chances])
        return look._replace(choice=choice)

    def _choices(
        self, lines: Sequence[tuple[Sorted, Words, frozenset[str]]], chances: Sequence[dict[int, float]], *, alone: bool = False
    ) -> list[Choice]:
        """Return what stands in each line; the chances that the model of senses is asked for are added to what is known of them."""
        by_sense = self._senses is not None
        contests = [
            enter(one, words, families=self._families, fields=fields, by_sense=by_sense, is_alone=alone) for one, words, fields in lines
        ]
        if self._senses is None:
            return [choose(contest, families=self._families) for contest in contests]
        settled = [settle(contest, known, families=self._families) for contest, known in zip(contests, chances, strict=True)]
        while asked := [(at, one) for at, one in enumerate(settled) if isinstance(one, InDoubt)]:
            answers = self._senses.chances([doubt for _, doubt in asked])
            for (at, doubt), found in zip(asked, answers, strict=True):
                chances[at].update({id(candidate): chance for (candidate, _), chance in zip(doubt.candidates, found, strict=True)})
                settled[at] = settle(contests[at], chances[at], families=self._families)
        return [one for one in settled if isinstance(one, Choice)]

    def read(self, looks: Sequence[tuple[Look, Surroundings]], *, paraphrases: bool) -> list[Reading]:
        """Return the sentences' mentions, and with `paraphrases` how one more of each, in other words, would count."""
        opened = [self._open(look, around, paraphrases=paraphrases) for look, around in looks]
        verdicts = iter(self._rules.judge([case for one in opened if one is not None for case in one.cases]))
        return [
            Reading(look.words.text) if one is None else self._reading(one, [next(verdicts) for _ in one.cases])
            for (look, _), one in zip(looks, opened, strict=True)
        ]

    def _open(self, look: Look, around: Surroundings, *, paraphrases: bool) -> _Open | None:
        """Return what is to be judged of a sentence; None for one of which nothing is."""
        words, chosen = look.words, look.choice.stand
        read_on = paraphrases and len(words) >= _MIN_WORDS and not around.is_list
        if not (chosen or look.patterns or read_on):
            return None
        line = self._rules.line(words, spans=[(item.candidate.start, item.candidate.stop) for item in chosen], around=around)
        patterns = _without_names(look.patterns, {item.candidate.entry.skill.competency for item in chosen})
        places = [(item.candidate.start, item.candidate.stop, item.candidate.entry.skill.competency) for item in chosen]
        places += [(found[0], found[-1] + 1, competency) for competency, (_, found) in patterns.items()]
        cases = tuple([self._rules.case(line, start, stop, competency=competency) for start, stop, competency in places])
        return _Open(look, line, patterns, cases, read_on=read_on)

    def _reading(self, opened: _Open, verdicts: Sequence[Verdict]) -> Reading:
        line, words, chosen = opened.line, opened.line.words, opened.look.choice.stand
        is_done = any(verdict.status is Status.DEMONSTRATED for verdict in verdicts)
        outcome = is_done and has_outcome(words.text)
        mentions = [self._mention(item, words, verdict, outcome=outcome) for item, verdict in zip(chosen, verdicts, strict=False)]
        mentions = _without_label(mentions, chosen, line)
        mentions += [
            self._shown_by(pattern, competency, words, places, verdict, outcome=outcome)
            for (competency, (pattern, places)), verdict in zip(opened.patterns.items(), verdicts[len(chosen) :], strict=True)
        ]
        paraphrase = line if opened.read_on and _may_show_more(self._rules, line, mentions) else None
        return Reading(
            text=words.text, mentions=tuple(mentions), is_product_work=line.around.is_product_work,
            sure=(*[item.is_sure for item in chosen], *[True for _ in opened.patterns]),
            paraphrase=paraphrase, pieces=_pieces(line) if paraphrase is not None else (),
            refused=_refused(opened.look.sorted_out.refused, words, line.spans) if opened.read_on else (),
        )

    def in_other_words(self, reading: Reading, beliefs: Sequence[Sequence[Belief]]) -> tuple[Mention, ...]:
        """Return what the paraphrase model adds to a reading: a mention for each competency that it sees in one of the pieces."""
        if reading.paraphrase is None or not any(beliefs):
            return ()
        verdict = self._rules.judge_whole(reading.paraphrase)
        named = {mention.competency for mention in reading.mentions}
        found: dict[str, tuple[float, Range]] = {}
        for piece, believed in zip(reading.pieces, beliefs, strict=True):
            for belief in believed:
                if belief.competency not in named and belief.probability > found.get(belief.competency, (0.0,))[0]:
                    found[belief.competency] = belief.probability, piece
        outcome = bool(found) and verdict.status is Status.DEMONSTRATED and has_outcome(reading.text)
        return tuple([
            Mention(
                skill=None, label=self._labels.get(competency, competency), competency=competency,
                status=verdict.status, start=start, stop=stop, sentence_start=0, sentence_stop=len(reading.text), outcome=outcome,
                found_by=FoundBy.MODEL, confidence=min(as_confidence(probability), 0.99), counted=verdict.status.adds_to_score,
                reason=f"{verdict.reason}; shown without its usual term (model, {probability:.2f})",
            )
            for competency, (probability, (start, stop)) in found.items()
        ])

    def family_of(self, mention: Mention) -> str:
        """Return the family of a mention's competency."""
        return self._families.get(mention.competency, mention.competency)

    @staticmethod
    def _mention(chosen: Chosen, words: Words, verdict: Verdict, *, outcome: bool) -> Mention:
        candidate = chosen.candidate
        skill, status = candidate.entry.skill, verdict.status
        start, stop = words.starts[candidate.start], words.stops[candidate.stop - 1]
        if words.text.count("(", start, stop) > words.text.count(")", start, stop) and words.text.startswith(")", stop):
            stop += 1  # `Certified ScrumMaster (CSM)`: words end before the bracket
        return Mention(
            skill=skill.id, label=skill.label, competency=skill.competency, status=status, start=start, stop=stop,
            sentence_start=0, sentence_stop=len(words.text), outcome=outcome and status is Status.DEMONSTRATED,
            confidence=as_confidence(chosen.confidence * verdict.confidence), counted=status.adds_to_score,
            reason="; ".join([part for part in (verdict.reason, chosen.because, candidate.how) if part]),
        )

    def _shown_by(
        self, pattern: Pattern, competency: str, words: Words, places: tuple[int, ...], verdict: Verdict, *, outcome: bool
    ) -> Mention:
        """Return the mention of a competency that a phrase pattern shows."""
        status = verdict.status
        return Mention(
            skill=None, label=self._labels.get(competency, competency), competency=competency, status=status,
            start=words.starts[places[0]], stop=words.stops[places[-1]], sentence_start=0, sentence_stop=len(words.text),
            outcome=outcome and status is Status.DEMONSTRATED, found_by=FoundBy.MODEL, confidence=_PATTERN_CONFIDENCE,
            counted=status.adds_to_score, reason=f"{verdict.reason}; shown without its usual term (pattern: {pattern.text})",
        )


def _without_names(patterns: Found, named: set[str]) -> dict[str, tuple[Pattern, tuple[int, ...]]]:
    """Return the first pattern of each competency of which the sentence names no skill, and the words that fill it."""
    found: dict[str, tuple[Pattern, tuple[int, ...]]] = {}
    for pattern, places in patterns:
        if pattern.competency is not None and pattern.competency not in named:
            found.setdefault(pattern.competency, (pattern, places))
    return found


def _may_show_more(rules: StatusRules, line: Line, mentions: Sequence[Mention]) -> bool:
    """Tell whether the sentence may show something in other words: a paraphrase shows what was done, not what is named."""
    if not all(mention.counted for mention in mentions):
        return False  # what is denied, wished for or another's would stand within the quote
    in_a_list = _stands_in_a_list(line)
    if not in_a_list and (line.around.is_bullet or is_story(line)):
        return True  # never judged as naming; how it counts matters only where the model sees something in it
    status = rules.judge_whole(line).status
    return status is not Status.LISTED and not (in_a_list and status is Status.DEMONSTRATED)


def _without_label(mentions: list[Mention], chosen: Sequence[Chosen], line: Line) -> list[Mention]:
    """Return a list's mentions, of which its label counts for nothing where the items say the same: `Cloud & DevOps: AWS, Kubernetes`."""
    label = _LABEL.match(line.words.text) if line.around.is_list else None
    if label is None:
        return mentions
    items = {mention.competency for mention in mentions if mention.start >= label.end() and mention.counted}
    return [
        replace(mention, counted=False, reason="the label of a list, which its items say")
        if mention.stop <= label.end() and mention.competency in items and item.candidate.entry.skill.kind not in _THINGS else mention
        for mention, item in zip(mentions, chosen, strict=True)
    ]


def _pieces(line: Line) -> tuple[Range, ...]:
    """Return the ranges of the sentence and of its parts between semicolons, colons and dashes that tell something of their own."""
    words, clauses, colon = line.words, line.clauses, Edge.COLON
    edges = [at for at, (edge, start) in enumerate(zip(clauses.edges, clauses.starts, strict=True)) if start == at or edge is colon]
    bounds = list(zip(edges, [*edges[1:], len(words)], strict=True))
    long = [(words.starts[first], words.stops[last - 1]) for first, last in bounds if last - first >= _SHORT_PIECE]
    whole = (words.starts[0], words.stops[len(words) - 1])
    return (whole, *long) if len(bounds) > 1 else (whole,)


def _stands_in_a_list(line: Line) -> bool:
    """Tell whether a line stands in a section that names things: skills, studies, certificates."""
    default = line.around.default
    return default is not None and default.status is Status.LISTED


def moved(
    mention: Mention, by: int, *, section: str | None = None, position: int | None = None, page: int | None = None
) -> Mention:
    """Return a line's mention as one of the text in which the line begins at `by`, and where it stands there, if that is known."""
    return Mention(  # `dataclasses.replace` takes three times as long, and every mention is moved
        skill=mention.skill, label=mention.label, competency=mention.competency, status=mention.status, start=mention.start + by,
        stop=mention.stop + by, sentence_start=mention.sentence_start + by, sentence_stop=mention.sentence_stop + by, section=section,
        position=position, page=page, outcome=mention.outcome, found_by=mention.found_by, confidence=mention.confidence,
        counted=mention.counted, reason=mention.reason,
    )


def _refused(candidates: Sequence[Candidate], words: Words, spans: Sequence[Range]) -> tuple[Range, ...]:
    """Return the places of candidates that a guard saw to be something else, where no skill stands."""
    return tuple({
        (words.starts[one.start], words.stops[one.stop - 1])
        for one in candidates
        if not any(one.start < stop and start < one.stop for start, stop in spans)
    })
