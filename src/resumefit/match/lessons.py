"""What the models of statuses and senses are taught with: the same features that they are asked with, for labelled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumefit.core.feature_names import unrated_names
from resumefit.core.lexicon import Lexicon
from resumefit.match.choosing import choose, enter, families_of, once_each, sort_out
from resumefit.match.finding import Candidate, candidates, patterns_in
from resumefit.match.guards import Guards
from resumefit.match.index import build_index
from resumefit.match.senses import sense_features, sense_texts, sense_words
from resumefit.match.status import StatusRules
from resumefit.match.status_features import WordClasses, status_features, status_texts, told_words
from resumefit.match.verdicts import Surroundings
from resumefit.match.words import Range, Words, links_in, words_of


@dataclass(frozen=True, slots=True)
class Lesson:
    """The features and texts of one mark; `mark` is its place among the marks of its line."""

    mark: int
    features: tuple[str, ...]
    texts: tuple[Sequence[str], ...]


class Lessons:
    """Reads labelled lines with a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = build_index(lexicon)
        self._guards = Guards(lexicon.cues)
        self._families = families_of(lexicon)
        self._rules = StatusRules(lexicon.cues)
        self._classes = WordClasses(self._rules)
        self._names = unrated_names()

    def statuses(self, text: str, marks: Sequence[Range]) -> Iterator[Lesson]:
        """Yield a lesson for each mark (character range of a skill's name), whether or not the lexicon has the name."""
        words, found = self._read(text)
        sorted_out = sort_out(found, words, guards=self._guards)
        chosen = choose(enter(sorted_out, words, families=self._families), families=self._families).stand
        places = [(one.candidate.start, one.candidate.stop, one.candidate.entry.skill.competency) for one in chosen]
        asked: list[tuple[int, int, int, str]] = []
        for number, mark in enumerate(marks):
            own = _words_in(words, mark)
            if own is None:
                continue
            start, stop, competency = next((place for place in places if place[0] < own[1] and own[0] < place[1]), (*own, ""))
            asked.append((number, start, stop, competency))
        spans = sorted({*((start, stop) for start, stop, _ in places), *((start, stop) for _, start, stop, _ in asked)})
        line = self._rules.line(words, spans=spans, around=Surroundings())
        told = told_words(line, self._classes)
        for number, start, stop, competency in asked:
            signals = self._rules.signals(line, start, stop, competency=competency)
            features = status_features(line, start, stop, signals=signals, told=told, names=self._names)
            yield Lesson(number, tuple([name.text for name in features]), status_texts(told, start, stop))

    def senses(self, text: str, marks: Sequence[Range]) -> Iterator[Lesson]:
        """Yield a lesson for each candidate that touches a mark."""
        words, found = self._read(text)
        sorted_out = sort_out(found, words, guards=self._guards)
        beside = [chosen.candidate for chosen in sorted_out.standing]
        told = sense_words(words, known=self._index.known)
        for one in found:
            start, stop = words.starts[one.start], words.stops[one.stop - 1]
            mark = next((number for number, mark in enumerate(marks) if start < mark[1] and mark[0] < stop), None)
            if mark is not None:
                said = sorted_out.said[id(one)]
                features = sense_features(
                    one, words, said=said, others=beside, families=self._families, told=told, names=self._names
                )
                yield Lesson(mark, tuple([name.text for name in features]), sense_texts(one, told))

    def _read(self, text: str) -> tuple[Words, list[Candidate]]:
        words = words_of(text, hidden=links_in(text))
        found = candidates(words, self._index, patterns=patterns_in(words, self._index))
        return words, once_each(found)


def _words_in(words: Words, mark: Range) -> Range | None:
    inside = [at for at in range(len(words)) if words.starts[at] < mark[1] and mark[0] < words.stops[at]]
    return (inside[0], inside[-1] + 1) if inside else None
