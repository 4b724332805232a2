"""The matcher: from the lines of a resume to mentions, each with its status and the reason for it."""

from __future__ import annotations

import gc
from dataclasses import replace

from resumefit.core.document import Document
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention
from resumefit.core.protocols import TextClassifier
from resumefit.core.resume import Resume, Sentence
from resumefit.match.choosing import families_of
from resumefit.match.index import build_index
from resumefit.match.line_reader import LineReader, Reading, moved
from resumefit.match.neutral import names_of_places, neutral
from resumefit.match.paraphrases import Paraphrases, Question
from resumefit.match.places import surroundings_of
from resumefit.match.status import Surroundings
from resumefit.match.words import links_in, words_of


class Matcher:
    """Finds skills in resumes and in single lines. Built once by `build_matcher`, used any number of times."""

    def __init__(self, reader: LineReader, paraphrases: Paraphrases | None) -> None:
        self._reader = reader
        self._paraphrases = paraphrases

    def match(self, document: Document, resume: Resume) -> tuple[Mention, ...]:
        """Return every mention in the resume's sentences, in text order, with offsets into the document's text."""
        hidden = [(found.span.start, found.span.stop) for found in resume.personal]
        places = names_of_places(document.text[place.start : place.stop] for place in resume.places)
        sentences = [(sentence, self._read(document, resume, sentence, hidden, places)) for sentence in resume.sentences]
        said = self._in_other_words([reading for _, reading in sentences])
        return _in_text_order([
            replace(
                mention, position=sentence.position, page=document.page_at(mention.start),
                section=resume.sections[sentence.section].kind if sentence.section is not None else None,
            )
            for (sentence, reading), more in zip(sentences, said, strict=True)
            for mention in (*reading.mentions, *more)
        ])

    def match_line(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a line that stands alone, with offsets into it."""
        links = links_in(text)
        words = words_of(text, hidden=links)
        reading = self._reader.read(words, Surroundings(), paraphrases=self._paraphrases is not None)
        belief = None
        if self._paraphrases is not None and reading.paraphrase is not None:
            seen = neutral(text, (*links, *reading.refused), skills=_spans(reading))
            belief = self._paraphrases.alone(Question(seen, names_skill=bool(reading.mentions)))
        return _in_text_order([*reading.mentions, *self._reader.in_other_words(reading, belief)])

    def match_text(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text of several lines, each line read as standing alone."""
        mentions: list[Mention] = []
        start = 0
        for line in text.split("\n"):
            mentions += [moved(mention, start) for mention in self.match_line(line)]
            start += len(line) + 1
        return tuple(mentions)

    def _read(
        self, document: Document, resume: Resume, sentence: Sentence, hidden: list[tuple[int, int]], places: frozenset[str]
    ) -> Reading:
        around = surroundings_of(sentence, resume)
        text = document.text[sentence.start : sentence.stop]
        if around is None:
            return Reading(text)
        start = sentence.start
        personal = [(max(low - start, 0), high - start) for low, high in hidden if low < sentence.stop and start < high]
        hidden_here = (*personal, *links_in(text))
        reading = self._reader.read(words_of(text, hidden=hidden_here), around, paraphrases=self._paraphrases is not None)
        gone = (*hidden_here, *reading.refused)  # "our scrum" of a rugby side would mislead the model, too
        return replace(reading.at(start), neutral=neutral(text, gone, skills=_spans(reading), places=places))

    def _in_other_words(self, readings: list[Reading]) -> list[tuple[Mention, ...]]:
        """Return, for each sentence, what the paraphrase model finds in it in the light of all the others."""
        if self._paraphrases is None:
            return [()] * len(readings)
        asked = [reading for reading in readings if reading.paraphrase is not None]
        counted = {
            (mention.skill, mention.competency) for reading in readings for mention in reading.mentions if mention.counted
        }
        beliefs = iter(self._paraphrases.together(
            [
                Question(reading.neutral, is_product_work=reading.is_product_work, names_skill=bool(reading.mentions))
                for reading in asked
            ],
            named=[competency for _, competency in sorted(counted, key=str)],
        ))
        return [
            self._reader.in_other_words(reading, next(beliefs)) if reading.paraphrase is not None else ()
            for reading in readings
        ]


def _spans(reading: Reading) -> tuple[tuple[int, int], ...]:
    return tuple((mention.start, mention.stop) for mention in reading.mentions)


def _in_text_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.stop, mention.competency)))


def build_matcher(
    lexicon: Lexicon, *, paraphrases: TextClassifier | None = None
) -> Matcher:
    """Build the matcher of a lexicon; the classifier is asked where the lexicon has no answer."""
    collects = gc.isenabled()
    gc.disable()  # a quarter of the time goes to looking for rubbish among objects that all stay
    try:
        reader = LineReader(lexicon, build_index(lexicon))
        return Matcher(reader, Paraphrases(paraphrases, families_of(lexicon)) if paraphrases is not None else None)
    finally:
        if collects:
            gc.enable()
