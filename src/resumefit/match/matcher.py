"""The matcher: from the lines of a resume to mentions, each with its status and the reason for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from resumefit.core.document import Document
from resumefit.core.garbage import collection_paused
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention, Status
from resumefit.core.protocols import ContextModel, FeatureClassifier, TextClassifier
from resumefit.core.resume import Resume, Sentence
from resumefit.match.adverts import adverts_in
from resumefit.match.context import Question
from resumefit.match.fields import LEARNING, families_in, is_stray, named_in, spoken_for
from resumefit.match.given_away import given_away
from resumefit.match.index import build_index
from resumefit.match.line_reader import LineReader, Look, Reading, moved
from resumefit.match.neutral import names_of_places, neutral, places_named
from resumefit.match.paraphrases import Belief, Paraphrases
from resumefit.match.places import GIVEN_AWAY, PASTED, surroundings_of
from resumefit.match.verdicts import Surroundings
from resumefit.match.words import Range, Words, links_in, words_of


@dataclass(frozen=True, slots=True)
class ReadResume:
    """A resume before it is asked what it tells in other words: lists by sentence.

    `questions` are the sentence, then its pieces; none where nothing is asked. `named` are the different skills surely meant, by field;
    `families` those of which anything is surely meant, by position.
    """

    readings: Sequence[Reading]
    questions: Sequence[Sequence[Question]]
    named: Mapping[frozenset[str], frozenset[str]]
    families: Mapping[int | None, frozenset[str]]

    @property
    def named_skills(self) -> frozenset[str]:
        """The skills that the resume surely names, of all fields."""
        return frozenset().union(*self.named.values())


class Matcher:
    """Finds skills in resumes and in single lines. Built once by `build_matcher`, used any number of times."""

    def __init__(self, reader: LineReader, paraphrases: Paraphrases | None) -> None:
        self._reader = reader
        self._paraphrases = paraphrases

    def match(self, document: Document, resume: Resume) -> tuple[Mention, ...]:
        """Return every mention in the resume's sentences, in text order, with offsets into the document's text."""
        with collection_paused():  # it would look through the whole lexicon, again and again
            return self._match(document, resume)

    def _match(self, document: Document, resume: Resume) -> tuple[Mention, ...]:
        """Match with the collector at rest: all but the mentions is gone before it wakes, and it finds nothing to look through."""
        read = self.read(document, resume, paraphrases=self._paraphrases is not None)
        said = self._in_other_words(read)
        return _in_text_order([
            _placed(mention, sentence, document=document, resume=resume)
            for sentence, reading, more in zip(resume.sentences, read.readings, said, strict=True)
            for mention in (*self._without_strays(reading, read.named, read.families[sentence.position]), *more)
        ])

    def read(self, document: Document, resume: Resume, *, paraphrases: bool = True) -> ReadResume:
        """Return the resume's sentences with what they name, and with `paraphrases` what the model of these is to be asked of them."""
        places = names_of_places(document.text[place.start : place.stop] for place in resume.places)
        hidden = sorted([
            *((found.span.start, found.span.stop) for found in resume.personal),
            *((place.start, place.stop) for place in resume.places),
        ])
        towns = sorted(places_named(document.text, places))
        adverts = adverts_in(document)
        sentences = resume.sentences
        places_of = [surroundings_of(sentence, document.text[sentence.start : sentence.stop], resume) for sentence in sentences]
        hidden_in = [_within(sentence.start, sentence.stop, hidden) for sentence in sentences]
        towns_in = [_within(sentence.start, sentence.stop, towns) for sentence in sentences]
        found = iter(self._reader.look([
            (_words(document.text[sentence.start : sentence.stop], hidden=ranges, places=own_towns), around.fields)
            for sentence, around, ranges, own_towns in zip(sentences, places_of, hidden_in, towns_in, strict=True)
            if around is not None
        ]))
        looks = [next(found) if around is not None else None for around in places_of]
        pasted = [any(start <= sentence.start < stop for start, stop in adverts) for sentence in sentences]
        theirs = given_away(document, sentences)
        # Words for which nothing in their line spoke are looked at again where the rest of the resume speaks for their field.
        speaks = self._spoken_at(sentences, _own(looks, pasted))
        asked: list[tuple[Look, Surroundings]] = []
        for number, (sentence, around, look) in enumerate(zip(sentences, places_of, looks, strict=True)):
            if around is None or look is None:
                continue
            if look.choice.doubtful & speaks(sentence):
                look = looks[number] = self._reader.look_again(look, fields=around.fields | speaks(sentence))
            default = PASTED if pasted[number] else GIVEN_AWAY if theirs[number] else around.default
            asked.append((look, around if default is around.default else around._replace(default=default)))
        read = iter(self._reader.read(asked, paraphrases=paraphrases))
        readings = [
            next(read) if look is not None else Reading(document.text[sentence.start : sentence.stop])
            for sentence, look in zip(sentences, looks, strict=True)
        ]
        return ReadResume(
            readings=readings,
            questions=[
                _questions(reading, ranges, places=places, is_in_position=sentence.position is not None)
                if reading.paraphrase is not None else []
                for sentence, reading, ranges in zip(sentences, readings, hidden_in, strict=True)
            ],
            named=named_in(_surely_named(_own(looks, pasted))),
            families=_families_by_position(sentences, _own(looks, pasted)),
        )

    def match_line(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a line that stands alone, with offsets into it."""
        (look,) = self._reader.look([(_words(text), frozenset())], alone=True)
        (reading,) = self._reader.read([(look, Surroundings())], paraphrases=self._paraphrases is not None)
        beliefs: list[Sequence[Belief]] = []
        if self._paraphrases is not None and reading.paraphrase is not None:
            questions = _questions(reading, [], places=frozenset(), is_in_position=False)
            beliefs = [self._paraphrases.alone(question, is_piece=at > 0) for at, question in enumerate(questions)]
        return _in_text_order([*reading.mentions, *self._reader.in_other_words(reading, beliefs)])

    def match_text(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text of several lines, each line read as standing alone."""
        mentions: list[Mention] = []
        start = 0
        for line in text.split("\n"):
            mentions += [moved(mention, start) for mention in self.match_line(line)]
            start += len(line) + 1
        return tuple(mentions)

    @staticmethod
    def _spoken_at(sentences: Sequence[Sentence], looks: Sequence[Look | None]) -> Callable[[Sentence], frozenset[str]]:
        """Return what tells the families of the fields that the resume speaks for, and a sentence's position, if it has one, too.

        Whoever came to machine learning from building sites set out gas mains "to a precision of 5 mm" there.
        """
        spoken = spoken_for(named_in(_surely_named(looks)))
        own = _families_by_position(sentences, looks)
        return lambda sentence: spoken if sentence.position is None else spoken & own[sentence.position]

    def _without_strays(
        self, reading: Reading, named: Mapping[frozenset[str], frozenset[str]], around: frozenset[str]
    ) -> Iterable[Mention]:
        """Yield a reading's mentions; a doubtful word that stands alone in its field is taken for another sense.

        `around` are the families that its position, where it has one, surely speaks of: the words of machine learning ("prompt",
        "drift", "precision") are those of many trades, too.
        """
        for mention, sure in zip(reading.mentions, reading.sure, strict=True):
            family = self._reader.family_of(mention)
            is_apart = family in LEARNING and family not in around and not reading.is_product_work
            alone = not sure and (is_apart or is_stray(mention.skill or "", family, named))
            if alone and mention.counted:
                why = "likelier in another sense: nothing else there speaks of its field"
                yield replace(mention, status=Status.OTHER, counted=False, outcome=False, reason=why)
            else:
                yield mention

    def _in_other_words(self, read: ReadResume) -> list[tuple[Mention, ...]]:
        """Return, for each sentence, what the paraphrase model finds in it in the light of what the resume names."""
        if self._paraphrases is None:
            return [()] * len(read.readings)
        believed = self._paraphrases.together(read.questions, named=read.named_skills)
        return [
            self._reader.in_other_words(reading, beliefs) for reading, beliefs in zip(read.readings, believed, strict=True)
        ]


def _words(text: str, *, hidden: Sequence[Range] = (), places: Sequence[Range] = ()) -> Words:
    """Return the words of one sentence, in which the `hidden` ranges are names and addresses, and `places` name the person's own towns."""
    return words_of(text, hidden=(*hidden, *links_in(text)), places=places)


def _own(looks: Sequence[Look | None], pasted: Sequence[bool]) -> list[Look | None]:
    """Leave out what was pasted from an advertisement: it says nothing of what the writer's own words mean."""
    return [None if is_pasted else look for look, is_pasted in zip(looks, pasted, strict=True)]


def _surely_named(looks: Iterable[Look | None]) -> Iterable[tuple[str, str]]:
    """Yield family and skill of everything whose sense is sure."""
    for look in looks:
        if look is not None:
            yield from look.choice.sure


def _families_by_position(sentences: Sequence[Sentence], looks: Sequence[Look | None]) -> dict[int | None, frozenset[str]]:
    """Return the families of the fields of which anything is surely meant in each position, under None outside of them."""
    inside: dict[int | None, list[Look | None]] = {}
    for sentence, look in zip(sentences, looks, strict=True):
        inside.setdefault(sentence.position, []).append(look)
    return {position: families_in(_surely_named(own)) for position, own in inside.items()}


def _questions(reading: Reading, hidden: Sequence[Range], *, places: frozenset[str], is_in_position: bool) -> list[Question]:
    """Return what to ask the paraphrase model of a sentence: the whole, and each of its pieces.

    What names, places and words in another sense ("our scrum" of a rugby side) would tell the model is left out.
    """
    skills = [(mention.start, mention.stop) for mention in reading.mentions]
    gone = [*hidden, *links_in(reading.text), *reading.refused]
    questions: list[Question] = []
    for start, stop in reading.pieces:
        inside = _within(start, stop, gone)
        own = [(low - start, high - start) for low, high in skills if start <= low and high <= stop]
        questions.append(Question(
            neutral(reading.text[start:stop], inside, skills=own, places=places), is_product_work=reading.is_product_work,
            names_skill=bool(own), is_in_position=is_in_position,
        ))
    return questions


def _within(start: int, stop: int, ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges that reach between `start` and `stop`, counted from `start`."""
    return [(max(low - start, 0), high - start) for low, high in ranges if low < stop and start < high]


def _placed(mention: Mention, sentence: Sentence, *, document: Document, resume: Resume) -> Mention:
    """Return a sentence's mention as one of the document: its offsets count from the document's start, and it knows where it stands."""
    return moved(
        mention, sentence.start, position=sentence.position, page=document.page_at(sentence.start + mention.start),
        section=resume.sections[sentence.section].kind if sentence.section is not None else None,
    )


def _in_text_order(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.stop, mention.competency)))


def build_matcher(
    lexicon: Lexicon, *, paraphrases: tuple[TextClassifier, ContextModel] | None = None, statuses: FeatureClassifier | None = None,
    senses: FeatureClassifier | None = None, english: Collection[str] = (),
) -> Matcher:
    """Build the matcher of a lexicon.

    `paraphrases` is asked where the lexicon has no answer, by its words and then by their context; `statuses` and `senses` for a second
    opinion on what the lexicon's rules say. `english` are words in small letters that are never a slip of the finger; without them none is
    forgiven in a word of a phrase.
    """
    with collection_paused():  # a quarter of the time
        reader = LineReader(lexicon, build_index(lexicon, english=english), statuses=statuses, senses=senses)
        return Matcher(reader, Paraphrases(*paraphrases, lexicon) if paraphrases is not None else None)
