"""Tells by a fitted model whether a word that has several senses stands for the skill: the wharf's docker, or the container's.

The features are the words on either side, what the guards of the form say, how the word is written, and which other skills stand in
the line. Names of people and places are left out, so that they decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from resumefit.core.feature_names import FeatureName
from resumefit.core.protocols import Asked, FeatureClassifier, Stretch
from resumefit.match.finding import Candidate
from resumefit.match.neutral import neutral_stem, neutral_word
from resumefit.match.words import Words

MEANT, NOT_MEANT = "skill", "other"
TEXTS = 2  # how many texts go with the features
_NEAR = 3  # words on either side that are features by their place
_AROUND = 4  # words on either side whose meaning is read on its own
_MOST_BESIDE = 4


class Said(StrEnum):
    """What the rules of a form say of a candidate."""

    FREE = "free"
    ALLOWED = "allowed"
    SUPPORTED = "supported"
    IN_NEED = "in need"
    REFUSED = "refused"


class SenseModel:
    """Asks a classifier how likely a candidate stands for its skill."""

    def __init__(self, classifier: FeatureClassifier, families: Mapping[str, str], known: frozenset[str]) -> None:
        self._classifier, self._families, self._known = classifier, families, known
        self._meant = classifier.labels.index(MEANT)

    def chances(self, lines: Sequence[InDoubt]) -> list[list[float]]:
        """Return, for each line, the probabilities that its candidates mean their skills."""
        chances = iter(self._classifier.probabilities_of(self._asked(lines)))
        return [[next(chances)[self._meant] for _ in line.candidates] for line in lines]

    def _asked(self, lines: Iterable[InDoubt]) -> Iterator[Asked]:
        for line in lines:
            told, names = sense_words(line.words, known=self._known), self._classifier.begin_names()
            for candidate, said in line.candidates:
                features = sense_features(
                    candidate, line.words, said=said, others=line.others, families=self._families, told=told, names=names
                )
                yield features, sense_texts(candidate, told)


class InDoubt(NamedTuple):
    """A line's candidates, each with what its rules say of it, and as `others` those for which rules speak."""

    words: Words
    candidates: Sequence[tuple[Candidate, Said]]
    others: Sequence[Candidate]


class SenseWords(NamedTuple):
    """A line's words as features tell them: stems, None for names, and as written, empty for names."""

    stems: tuple[str | None, ...]
    written: tuple[str, ...]


def sense_words(words: Words, *, known: frozenset[str]) -> SenseWords:
    """Return what is told of each word of a line, whichever candidate is asked about; `known` are the stems of the lexicon's forms."""
    names = [
        at > 0 and stem not in known and raw[:1].isupper()  # written like a name, and in no form of the lexicon
        for at, (raw, stem) in enumerate(zip(words.written, words.stems, strict=True))
    ]
    return SenseWords(
        tuple([None if name else neutral_stem(key, stem) for name, key, stem in zip(names, words.keys, words.stems, strict=True)]),
        tuple(["" if name else neutral_word(raw) for name, raw in zip(names, words.written, strict=True)]),
    )


def sense_features(
    candidate: Candidate, words: Words, *, said: Said, others: Sequence[Candidate], families: Mapping[str, str], told: SenseWords,
    names: FeatureName,
) -> list[FeatureName]:
    """Return the features of a candidate, spelled from the beginning of `names`."""
    skill, form = candidate.entry.skill, candidate.entry.form
    start, stop = candidate.start, candidate.stop
    family, case = families.get(skill.competency, ""), _case(words, start)
    found = [
        names["form"][form.text.casefold()], names["skill"][skill.id], names["competency"][skill.competency], names["family"][family],
        names[f"kind {skill.kind}"], names[f"said {said}"], names[f"said {said} {family}"], names[f"words {min(stop - start, 3)}"],
        names["case"][case], names[f"said {said} {case}"],
    ]
    stems = told.stems
    around = [stem for stem in stems[:start] + stems[stop:] if stem is not None]
    in_line, in_field = names["c"], names[f"{family} c"]
    found += [in_line[stem] for stem in around]
    found += [in_field[stem] for stem in around]
    found += [
        names[f"l{far}"][stem] for far, stem in enumerate(reversed(stems[max(0, start - _NEAR) : start]), 1) if stem is not None
    ]
    found += [names[f"r{far}"][stem] for far, stem in enumerate(stems[stop : stop + _NEAR], 1) if stem is not None]
    if start:
        found.append(names["gap before"][_gap(words, start)])
    if stop < len(words):
        found.append(names["gap after"][_gap(words, stop)])
        found.append(names["next"]["capital" if words.raw(stop)[:1].isupper() else "small"])
    beside = [other.entry.skill.competency for other in others if other.places.isdisjoint(candidate.places)]
    found += [names[f"beside {families.get(competency, '')} {family}"] for competency in dict.fromkeys(beside)]
    found.append(names[f"beside {min(len(beside), _MOST_BESIDE)}"])
    return found


def sense_texts(candidate: Candidate, told: SenseWords) -> tuple[Sequence[str], ...]:
    """Return the words of the line without the candidate, names left blank, and those of them that stand near."""
    start, stop, line = candidate.start, candidate.stop, told.written
    near = (max(0, start - _AROUND), start), (stop, min(len(line), stop + _AROUND))
    return Stretch(line, ((0, start), (stop, len(line)))), Stretch(line, near)


def _gap(words: Words, at: int) -> str:
    between = words.between(at)
    return between.strip() or ("space" if between else "none")


def _case(words: Words, at: int) -> str:
    written = words.raw(at)
    if written.isupper() and len(written) > 1:
        return "upper"
    if not written[:1].isupper():
        return "lower"
    return "first" if at == 0 else "capital"
