"""The matcher: from the lines of a resume to mentions, each with its status and the reason for it."""

from __future__ import annotations

import gc
from dataclasses import replace

from resumefit.core.document import Document
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.protocols import TextClassifier
from resumefit.core.resume import Resume, Sentence
from resumefit.match.choosing import Chosen, choose, families_of
from resumefit.match.finding import candidates, patterns_in
from resumefit.match.guards import Guards
from resumefit.match.index import Index, Pattern, build_index
from resumefit.match.outcome import has_outcome
from resumefit.match.places import surroundings_of
from resumefit.match.status import Line, StatusRules, Surroundings, Verdict
from resumefit.match.words import Words, links_in, words_of

_MIN_WORDS = 4  # fewer tell no deed in other words
_PATTERN_CONFIDENCE = 0.7
# In a product position most bullets show some competency, so a weaker leaning is believed there, at its own low confidence.
_LEANING_IN_PRODUCT_WORK = 0.35
Found = list[tuple[Pattern, tuple[int, ...]]]


class Matcher:
    """Finds skills in resumes and in single lines. Built once by `build_matcher`, used any number of times."""

    def __init__(
        self, lexicon: Lexicon, index: Index, *, paraphrases: TextClassifier | None, statuses: TextClassifier | None
    ) -> None:
        self._index = index
        self._model, self._status_model = paraphrases, statuses
        self._guards = Guards(lexicon.cues)
        self._families = families_of(lexicon)
        self._rules = StatusRules(lexicon.cues)
        self._labels = {competency.id: competency.label for competency in lexicon.competencies}

    def match(self, document: Document, resume: Resume) -> tuple[Mention, ...]:
        """Return every mention in the resume's sentences, in text order, with offsets into the document's text."""
        mentions: list[Mention] = []
        hidden = [(found.span.start, found.span.stop) for found in resume.personal]
        for sentence in resume.sentences:
            mentions += self._in_sentence(document, resume, sentence, hidden)
        return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.stop, mention.competency)))

    def match_line(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a line that stands alone, with offsets into it."""
        return tuple(self._in_words(words_of(text, hidden=links_in(text)), Surroundings()))

    def match_text(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text of several lines, each line read as standing alone."""
        mentions: list[Mention] = []
        start = 0
        for line in text.split("\n"):
            mentions += [_moved(mention, start) for mention in self.match_line(line)]
            start += len(line) + 1
        return tuple(mentions)

    def _in_sentence(
        self, document: Document, resume: Resume, sentence: Sentence, hidden: list[tuple[int, int]]
    ) -> list[Mention]:
        around = surroundings_of(sentence, resume)
        if around is None:
            return []
        start = sentence.start
        text = document.text[start : sentence.stop]
        personal = [(max(low - start, 0), high - start) for low, high in hidden if low < sentence.stop and start < high]
        words = words_of(text, hidden=(*personal, *links_in(text)))
        section = resume.sections[sentence.section].kind if sentence.section is not None else None
        return [
            replace(
                _moved(mention, start), section=section, position=sentence.position,
                page=document.page_at(mention.start + start),
            )
            for mention in self._in_words(words, around)
        ]

    def _in_words(self, words: Words, around: Surroundings) -> list[Mention]:
        if not len(words):
            return []
        patterns = patterns_in(words, self._index)
        found = list(candidates(words, self._index, patterns=patterns))
        chosen = choose(found, words, guards=self._guards, families=self._families)
        spans = [(item.candidate.start, item.candidate.stop) for item in chosen]
        read_on = self._model is not None and len(words) >= _MIN_WORDS and not around.is_list
        if not (chosen or patterns or read_on):
            return []
        line = self._rules.line(words, spans=spans, around=around)
        outcome = has_outcome(words.text)
        mentions = [self._mention(item, line, outcome=outcome) for item in chosen]
        mentions += self._by_pattern(line, mentions, patterns, outcome=outcome)
        if read_on:
            mentions += self._by_model(line, mentions, outcome=outcome)
        return sorted(mentions, key=lambda mention: (mention.start, mention.stop, mention.competency))

    def _mention(self, chosen: Chosen, line: Line, *, outcome: bool) -> Mention:
        candidate, words = chosen.candidate, line.words
        skill = candidate.entry.skill
        start, stop = words.starts[candidate.start], words.stops[candidate.stop - 1]
        verdict = self._rules.judge(line, candidate.start, candidate.stop, competency=skill.competency)
        verdict = self._second_opinion(verdict, words.text, start, stop)
        status = verdict.status
        return Mention(
            skill=skill.id, label=skill.label, competency=skill.competency, status=status, start=start, stop=stop,
            sentence_start=0, sentence_stop=len(words.text), outcome=outcome and status is Status.DEMONSTRATED,
            counted=status.adds_to_score,
            reason="; ".join(part for part in (verdict.reason, chosen.because, candidate.how) if part),
        )

    def _second_opinion(self, verdict: Verdict, text: str, start: int, stop: int) -> Verdict:
        """Ask the status model where no rule spoke; it may only take away, since rules know what a deed is."""
        if self._status_model is None or verdict.firm:
            return verdict
        prediction = self._status_model.predict([f"{text[:start]}[[{text[start:stop]}]]{text[stop:]}"])[0]
        if prediction.label not in ("negated", "aspiring", "other"):
            return verdict
        return Verdict(Status(prediction.label), f"read so by the status model ({prediction.probability:.2f})")

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

    def _by_model(self, line: Line, mentions: list[Mention], *, outcome: bool) -> list[Mention]:
        """Ask the paraphrase model which competency a sentence shows that names none of its skills."""
        if self._model is None or any(not mention.counted for mention in mentions):
            return []  # what is denied, wished for or another's would stand within the quote
        prediction = self._model.predict([line.words.text])[0]
        competency = prediction.label
        if competency is None and line.around.is_product_work and prediction.probability >= _LEANING_IN_PRODUCT_WORK:
            competency = prediction.leaning
        if competency is None or competency not in self._labels:
            return []
        if any(mention.competency == competency for mention in mentions):
            return []
        verdict = self._rules.judge_whole(line)
        if verdict.status is Status.LISTED or (_stands_in_a_list(line) and verdict.status is Status.DEMONSTRATED):
            return []  # a paraphrase shows what was done, not what is named
        how = f"shown without its usual term (model, {prediction.probability:.2f})"
        return [
            self._shown(
                line, competency, (0, len(line.words)), verdict, outcome=outcome,
                confidence=min(max(prediction.probability, 0.01), 0.99), how=how,
            )
        ]

    def _shown(
        self, line: Line, competency: str, place: tuple[int, int], verdict: Verdict, *, outcome: bool, confidence: float,
        how: str,
    ) -> Mention:
        words, status = line.words, verdict.status
        return Mention(
            skill=None, label=self._labels.get(competency, competency), competency=competency, status=status,
            start=words.starts[place[0]], stop=words.stops[place[1] - 1], sentence_start=0, sentence_stop=len(words.text),
            outcome=outcome and status is Status.DEMONSTRATED, found_by=FoundBy.MODEL, confidence=confidence,
            counted=status.adds_to_score, reason=f"{verdict.reason}; {how}",
        )


def _stands_in_a_list(line: Line) -> bool:
    """Tell whether a line stands in a section that names things: skills, studies, certificates."""
    default = line.around.default
    return default is not None and default.status is Status.LISTED


def _moved(mention: Mention, by: int) -> Mention:
    return replace(
        mention, start=mention.start + by, stop=mention.stop + by, sentence_start=mention.sentence_start + by,
        sentence_stop=mention.sentence_stop + by,
    )


def build_matcher(
    lexicon: Lexicon, *, paraphrases: TextClassifier | None = None, statuses: TextClassifier | None = None
) -> Matcher:
    """Build the matcher of a lexicon; the classifiers are asked where rules have no answer."""
    collects = gc.isenabled()
    gc.disable()  # a quarter of the time goes to looking for rubbish among objects that all stay
    try:
        return Matcher(lexicon, build_index(lexicon), paraphrases=paraphrases, statuses=statuses)
    finally:
        if collects:
            gc.enable()
