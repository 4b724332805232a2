"""Reads one sentence: its named skills and phrase patterns as mentions, and whether the paraphrase model may be asked about the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resumefit.core.lexicon import Lexicon, SkillKind
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.protocols import FeatureClassifier
from resumefit.match.choosing import Choice, Chosen, Sorted, choose, families_of, sort_out
from resumefit.match.clauses import Edge
from resumefit.match.finding import Candidate, candidates, patterns_in
from resumefit.match.guards import Guards
from resumefit.match.index import Index, Pattern
from resumefit.match.outcome import has_outcome
from resumefit.match.paraphrases import Belief
from resumefit.match.senses import SenseModel
from resumefit.match.status import StatusRules
from resumefit.match.status_features import StatusModel
from resumefit.match.verdicts import Line, Surroundings, Verdict, as_confidence
from resumefit.match.words import Words

_LABEL = re.compile(r"\W*[A-Z][^:•|,()\t]{1,45}:\s+(?=[^\W\d])")
_THINGS = frozenset({SkillKind.TOOL, SkillKind.CERTIFICATION})
_MIN_WORDS = 4  # fewer tell no deed in other words
_PATTERN_CONFIDENCE = 0.7
_SHORT_PIECE = 5  # words from which a part of a sentence tells something of its own
Range = tuple[int, int]
Found = list[tuple[Pattern, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, which begins at `start` in the text that it stands in, with its mentions, whose offsets stay within the sentence.

    `sure` says of each mention whether its line leaves no doubt of its word's sense. `paraphrase` is how a competency would count that
    the sentence shows in other words (its competency, label and confidence are still to be filled in); None where no paraphrase is
    looked for. `pieces` are the character ranges, in the sentence, of which the paraphrase model may be asked, the whole first.
    `refused` are the places of words that look like a skill's and stand in another sense.
    """

    text: str
    start: int = 0
    mentions: tuple[Mention, ...] = ()
    sure: tuple[bool, ...] = ()
    paraphrase: Mention | None = None
    pieces: tuple[Range, ...] = ()
    is_product_work: bool = False
    refused: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """A sentence with the skills that it names, before anything is asked of their status."""

    words: Words
    patterns: Found
    sorted_out: Sorted
    choice: Choice


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

    def look(self, words: Words, *, fields: frozenset[str]) -> Look:
        """Find the skills that a sentence names; `fields` are the families of competencies that its place speaks for."""
        patterns = patterns_in(words, self._index)
        found = list(candidates(words, self._index, patterns=patterns)) if len(words) else []
        sorted_out = sort_out(found, words, guards=self._guards)
        return Look(words, patterns, sorted_out, self._choice(sorted_out, words, fields=fields))

    def look_again(self, look: Look, *, fields: frozenset[str]) -> Look:
        """Choose anew among what was found, in the light of more fields."""
        return replace(look, choice=self._choice(look.sorted_out, look.words, fields=fields))

    def _choice(self, sorted_out: Sorted, words: Words, *, fields: frozenset[str]) -> Choice:
        return choose(sorted_out, words, families=self._families, fields=fields, senses=self._senses)

    def surely_named(self, look: Look) -> Iterator[tuple[str, str]]:
        """Yield family and skill of what a look leaves no doubt of."""
        for chosen in look.choice.stand:
            if chosen.is_sure:
                skill = chosen.candidate.entry.skill
                yield self._families.get(skill.competency, skill.competency), skill.id

    def read(self, look: Look, around: Surroundings, *, paraphrases: bool) -> Reading:
        """Return the sentence's mentions, and with `paraphrases` how one more, in other words, would count."""
        words, chosen = look.words, look.choice.stand
        read_on = paraphrases and len(words) >= _MIN_WORDS and not around.is_list
        if not (chosen or look.patterns or read_on):
            return Reading(words.text)
        spans = [(item.candidate.start, item.candidate.stop) for item in chosen]
        line = self._rules.line(words, spans=spans, around=around)
        outcome = has_outcome(words.text)
        mentions = [self._mention(item, line, outcome=outcome) for item in chosen]
        mentions = _without_label(mentions, chosen, line)
        mentions += self._by_pattern(line, mentions, look.patterns, outcome=outcome)
        paraphrase = self._paraphrase(line, mentions, outcome=outcome) if read_on else None
        return Reading(
            text=words.text, mentions=tuple(mentions), is_product_work=around.is_product_work,
            sure=(*(item.is_sure for item in chosen), *(True for _ in mentions[len(chosen) :])),
            paraphrase=paraphrase, pieces=_pieces(line) if paraphrase is not None else (),
            refused=_refused(look.sorted_out.refused, words, spans) if read_on else (),
        )

    def in_other_words(self, reading: Reading, beliefs: Sequence[Belief | None]) -> tuple[Mention, ...]:
        """Return what the paraphrase model adds to a reading: a mention for each competency that it sees in one of the pieces."""
        if reading.paraphrase is None:
            return ()
        known = {mention.competency for mention in reading.mentions}
        found: list[Mention] = []
        for (start, stop), belief in zip(reading.pieces, beliefs, strict=True):
            if belief is not None and belief.competency not in known:
                known.add(belief.competency)
                found.append(replace(
                    reading.paraphrase, competency=belief.competency, start=start, stop=stop,
                    label=self._labels.get(belief.competency, belief.competency),
                    confidence=min(max(belief.probability, 0.01), 0.99),
                    reason=f"{reading.paraphrase.reason}; shown without its usual term (model, {belief.probability:.2f})",
                ))  # fmt: skip
        return tuple(found)

    def family_of(self, mention: Mention) -> str:
        """Return the family of a mention's competency."""
        return self._families.get(mention.competency, mention.competency)

    def _mention(self, chosen: Chosen, line: Line, *, outcome: bool) -> Mention:
        candidate, words = chosen.candidate, line.words
        skill = candidate.entry.skill
        start, stop = words.starts[candidate.start], words.stops[candidate.stop - 1]
        if words.text.count("(", start, stop) > words.text.count(")", start, stop) and words.text.startswith(")", stop):
            stop += 1  # `Certified ScrumMaster (CSM)`: words end before the bracket
        verdict = self._rules.judge(line, candidate.start, candidate.stop, competency=skill.competency)
        status = verdict.status
        return Mention(
            skill=skill.id, label=skill.label, competency=skill.competency, status=status, start=start, stop=stop,
            sentence_start=0, sentence_stop=len(words.text), outcome=outcome and status is Status.DEMONSTRATED,
            confidence=as_confidence(chosen.confidence * verdict.confidence), counted=status.adds_to_score,
            reason="; ".join(part for part in (verdict.reason, chosen.because, candidate.how) if part),
        )

    def _by_pattern(self, line: Line, mentions: list[Mention], patterns: Found, *, outcome: bool) -> list[Mention]:
        """Find competencies shown by a phrase pattern in a sentence that names none of their skills."""
        known = {mention.competency for mention in mentions}
        found: dict[str, Mention] = {}
        for pattern, places in patterns:
            competency = pattern.competency
            if competency is None or competency in known or competency in found:
                continue
            verdict = self._rules.judge(line, places[0], places[-1] + 1, competency=competency)
            found[competency] = self._shown(
                line, competency, (places[0], places[-1] + 1), verdict, outcome=outcome, confidence=_PATTERN_CONFIDENCE,
                how=f"shown without its usual term (pattern: {pattern.text})",
            )
        return list(found.values())

    def _paraphrase(self, line: Line, mentions: list[Mention], *, outcome: bool) -> Mention | None:
        """Return how the sentence as a whole counts; None where what it shows is named, not done, or not the person's."""
        if any(not mention.counted for mention in mentions):
            return None  # what is denied, wished for or another's would stand within the quote
        verdict = self._rules.judge_whole(line)
        if verdict.status is Status.LISTED or (_stands_in_a_list(line) and verdict.status is Status.DEMONSTRATED):
            return None  # a paraphrase shows what was done, not what is named
        return self._shown(line, "", (0, len(line.words)), verdict, outcome=outcome, confidence=0.01)

    def _shown(
        self, line: Line, competency: str, place: tuple[int, int], verdict: Verdict, *, outcome: bool, confidence: float,
        how: str = "",
    ) -> Mention:
        words, status = line.words, verdict.status
        return Mention(
            skill=None, label=self._labels.get(competency, competency), competency=competency, status=status,
            start=words.starts[place[0]], stop=words.stops[place[1] - 1], sentence_start=0, sentence_stop=len(words.text),
            outcome=outcome and status is Status.DEMONSTRATED, found_by=FoundBy.MODEL, confidence=confidence,
            counted=status.adds_to_score, reason=f"{verdict.reason}; {how}" if how else verdict.reason,
        )


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
    words, starts = line.words, line.clauses.starts
    edges = [at for at in range(len(words)) if starts[at] == at or line.clauses.edges[at] is Edge.COLON]
    bounds = list(zip(edges, [*edges[1:], len(words)], strict=True))
    long = [(words.starts[first], words.stops[last - 1]) for first, last in bounds if last - first >= _SHORT_PIECE]
    whole = (words.starts[0], words.stops[len(words) - 1])
    return (whole, *long) if len(bounds) > 1 else (whole,)


def _stands_in_a_list(line: Line) -> bool:
    """Tell whether a line stands in a section that names things: skills, studies, certificates."""
    default = line.around.default
    return default is not None and default.status is Status.LISTED


def moved(mention: Mention, by: int) -> Mention:
    """Return the mention with all offsets `by` further on."""
    return replace(
        mention, start=mention.start + by, stop=mention.stop + by, sentence_start=mention.sentence_start + by,
        sentence_stop=mention.sentence_stop + by,
    )


def _refused(candidates: Sequence[Candidate], words: Words, spans: Sequence[Range]) -> tuple[Range, ...]:
    """Return the places of candidates that a guard saw to be something else, where no skill stands."""
    return tuple({
        (words.starts[one.start], words.stops[one.stop - 1])
        for one in candidates
        if not any(one.start < stop and start < one.stop for start, stop in spans)
    })
