"""Turns what stands round a mention into named features, for the model that gives a second opinion on its status.

Words alone would need a line for every verb and every colleague. So each word is also read as one of a few classes
(`ME`, `THIRD` for other people, `NAME`, `BE`, `BY`, `PAST`, ...), and short runs of classes are features: "was PAST by THIRD"
is the same for a vendor in Brno and for a colleague. No name of a person or place becomes a feature, and no gender.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from resumefit.core.feature_names import FeatureName
from resumefit.core.mention import Status
from resumefit.core.protocols import Asked, FeatureClassifier, Stretch
from resumefit.core.remembered import remembered
from resumefit.match.clauses import Edge
from resumefit.match.neutral import neutral_word
from resumefit.match.status import StatusRules
from resumefit.match.stems import is_past, key_of, keys_of
from resumefit.match.verdicts import Case, Line, Signals

TEXTS = 4  # how many texts go with the features
_REACH = 9  # words on either side whose classes are read
_LONGEST = 4  # classes in a run
_NEAR = 5  # words on either side whose meaning is read on its own
_CLASSES = {
    key_of(word): name
    for name, words in (
        ("ME", "i we me us my our mine ours myself ourselves im ive"),
        ("THEY", "they them their theirs he she his her him hers it its themselves himself herself"),
        ("WHO", "who whose whom"),
        ("BE", "be is are was were been being am"),
        ("HAVE", "have has had having"),
        ("NOT", "not no never nor neither without nil none nothing hardly barely zero"),
        ("NOT", "cannot cant dont didnt doesnt havent hadnt wasnt isnt"),
        ("DET", "the a an this that these those each every all some any"),
        ("ANOTHER", "another other others separate different else somebody someone everybody everyone"),
        ("DO", "do does did done doing"),
        ("MODAL", "will would can could shall should may might must"),
    )
    for word in words.split()
}
_LITERAL = keys_of(
    "and or but while whereas which so only by with for to from of in at on into between under through as than until yet still already now "
    "next soon before after if because"
)
_MARKS = {Edge.COMMA: ",", Edge.COLON: ":", Edge.OPEN: "(", Edge.CLOSE: ")", Edge.HARD: "|"}


class StatusModel:
    """Asks a classifier for the chances of each status."""

    def __init__(self, classifier: FeatureClassifier) -> None:
        self._classifier = classifier
        self._statuses = tuple(Status(label) for label in classifier.labels)
        self._classes: WordClasses | None = None

    def __call__(self, cases: Sequence[Case], *, rules: StatusRules) -> Sequence[Mapping[Status, float]]:
        """Return the probability of each status for each mention, in order."""
        if self._classes is None or self._classes.rules is not rules:
            self._classes = WordClasses(rules)
        chances = self._classifier.probabilities_of(_asked(cases, self._classes, self._classifier.begin_names))
        return [dict(zip(self._statuses, of_one, strict=True)) for of_one in chances]


def _asked(cases: Sequence[Case], classes: WordClasses, begin_names: Callable[[], FeatureName]) -> Iterator[Asked]:
    for _, group in groupby(cases, key=lambda case: id(case.line)):
        of_line = list(group)
        told, names = told_words(of_line[0].line, classes), begin_names()
        for case in of_line:
            features = status_features(case.line, case.start, case.stop, signals=case.signals, told=told, names=names)
            yield features, status_texts(told, case.start, case.stop)


class ToldWords(NamedTuple):
    """A line's words as features tell them, names left out: their stems, their classes with the marks before them, and as written.

    `K` is the class of the words of other skills.
    """

    stems: tuple[str | None, ...]
    classes: tuple[tuple[str, ...], ...]
    written: tuple[str, ...]


class WordClasses:
    """Tells and remembers the class of each word, by its key and whether it is written like a name."""

    def __init__(self, rules: StatusRules) -> None:
        self.rules = rules
        self.of = remembered(self._class_of)

    def _class_of(self, word: tuple[str, bool]) -> str:
        key, is_name = word
        if key in _CLASSES:
            return _CLASSES[key]
        if key in _LITERAL:
            return key
        if self.rules.is_someone(key):
            return "THIRD"
        if key[:1].isdigit():
            return "NUM"
        if is_name:
            return "NAME"
        if self.rules.is_verb(key):
            return "PAST" if is_past(key) else "ING" if key.endswith("ing") else "VERB"
        if is_past(key):
            return "past"
        return "ing" if key.endswith("ing") else "w"


def told_words(line: Line, word_classes: WordClasses) -> ToldWords:
    """Return what is told of each word of a line, whichever mention is asked about."""
    words, covered, none = line.words, line.covered, Edge.NONE
    stems: list[str | None] = []
    classes: list[tuple[str, ...]] = []
    written: list[str] = []
    for at, (raw, key, stem, edge) in enumerate(zip(words.written, words.keys, words.stems, line.clauses.edges, strict=True)):
        is_name = at > 0 and raw[:1].isupper() and not raw.isupper() and at not in covered  # and is no skill's
        mark = (_MARKS[edge],) if at and edge is not none else ()
        if at not in covered:
            classes.append((*mark, word_classes.of((key, is_name))))
        else:
            classes.append((*mark, "K") if mark or at - 1 not in covered else ())  # once for each skill
        stems.append(None if is_name else _CLASSES.get(key, stem))
        written.append("" if is_name else neutral_word(raw))
    return ToldWords(tuple(stems), tuple(classes), tuple(written))


def status_features(
    line: Line, start: int, stop: int, *, signals: Signals, told: ToldWords, names: FeatureName
) -> list[FeatureName]:
    """Return the features of the mention in words `start` to `stop`, spelled from the beginning of `names`."""
    words, clauses, stems = line.words, line.clauses, told.stems
    begin, end = clauses.starts[start], clauses.stops[start]
    found = [names[f"rule {signals.verdict.status if signals.verdict else 'silent'} {signals.is_deed}"]]
    if signals.verdict is not None:
        found.append(names["why"][_kind_of(signals.verdict.reason)])
    cue_names = names["cue"]
    found += [cue_names[cue.kind]["left" if cue.start < start else "right"][str(begin <= cue.start < end)] for cue in line.cues]
    for name, some in (
        (names["l"], stems[max(begin, start - _REACH) : start]), (names["r"], stems[stop : min(end, stop + _REACH)]),
        (names["before"], stems[:begin]), (names["after"], stems[end:]),
    ):
        found += [name[stem] for stem in some if stem]
    found.append(names["opens"][str(stems[begin])] if begin < start else names["opens M"])
    found.append(names["first"][str(stems[0])] if start else names["first M"])
    if start > 1:
        found.append(names["l2"][str(stems[start - 2])][str(stems[start - 1])])
    if stop + 1 < len(words):
        found.append(names["r2"][str(stems[stop])][str(stems[stop + 1])])
    left, right = _classes(line, start, stop, told.classes)
    left, right = ["^", *left], [*right, "$"]
    return [*found, *_runs(names["m"], left, right), *_grams(names["L"], left), *_grams(names["R"], right)]


def status_texts(told: ToldWords, start: int, stop: int) -> tuple[Sequence[str], ...]:
    """Return the words before and after the mention, whole and near, names left blank."""
    line = told.written
    ranges = (0, start), (stop, len(line)), (max(0, start - _NEAR), start), (stop, min(len(line), stop + _NEAR))
    return tuple([Stretch(line, (one,)) for one in ranges])


def _kind_of(reason: str) -> str:
    return reason.split("'")[0].split("(")[0].strip(" :,")


def _classes(line: Line, start: int, stop: int, classes: Sequence[tuple[str, ...]]) -> tuple[list[str], list[str]]:
    left = [name for found in classes[max(0, start - _REACH) : start] for name in found]
    if line.clauses.edges[start] is not Edge.NONE and start:
        left.append(_MARKS[line.clauses.edges[start]])
    return left, [name for found in classes[stop : stop + _REACH] for name in found]


def _runs(names: FeatureName, left: Sequence[str], right: Sequence[str]) -> list[FeatureName]:
    """Return the runs of classes that hold the mention itself, `M`."""
    found: list[FeatureName] = []
    for before in range(min(_LONGEST, len(left) + 1)):
        name = names
        for word in left[len(left) - before :]:
            name = name[word]
        name = name["M"]
        if before:
            found.append(name)
        for word in right[: min(_LONGEST - 1, _LONGEST + 1 - before)]:
            name = name[word]
            found.append(name)
    return found


def _grams(names: FeatureName, classes: Sequence[str]) -> list[FeatureName]:
    """Return all runs of classes on one side of the mention."""
    found: list[FeatureName] = []
    for first in range(len(classes)):
        name = names
        for word in classes[first : first + _LONGEST]:
            name = name[word]
            found.append(name)
    return found
