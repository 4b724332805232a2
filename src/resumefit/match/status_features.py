"""Turns what stands round a mention into named features, for the model that gives a second opinion on its status.

Words alone would need a line for every verb and every colleague. So each word is also read as one of a few classes
(`ME`, `THIRD` for other people, `NAME`, `BE`, `BY`, `PAST`, ...), and short runs of classes are features: "was PAST by THIRD"
is the same for a vendor in Brno and for a colleague. No name of a person or place becomes a feature, and no gender.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resumefit.core.mention import Status
from resumefit.core.protocols import FeatureClassifier
from resumefit.match.clauses import Edge
from resumefit.match.neutral import neutral_word
from resumefit.match.status import Line, Signals, StatusRules
from resumefit.match.stems import is_past
from resumefit.match.words import Words

TEXTS = 4  # how many texts go with the features
_REACH = 9  # words on either side whose classes are read
_LONGEST = 4  # classes in a run
_NEAR = 5  # words on either side whose meaning is read on its own
_CLASSES = {
    word: name
    for name, words in (
        ("ME", "i we me us my our mine ours myself ourselves im ive"),
        ("THEY", "they them their theirs he she his her him hers it its themselves himself herself"),
        ("WHO", "who whose whom"),
        ("BE", "be is are was were been being am wa"),
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
_LITERAL = frozenset([
    "and", "or", "but", "while", "whereas", "which", "so", "only", "by", "with", "for", "to", "from", "of", "in", "at", "on", "into",
    "between", "under", "through", "as", "than", "until", "yet", "still", "already", "now", "next", "soon", "before", "after", "if",
    "because",
])  # fmt: skip
_MARKS = {Edge.COMMA: ",", Edge.COLON: ":", Edge.OPEN: "(", Edge.CLOSE: ")", Edge.HARD: "|"}


class StatusModel:
    """Asks a classifier for the chances of each status."""

    def __init__(self, classifier: FeatureClassifier) -> None:
        self._classifier = classifier
        self._statuses = tuple(Status(label) for label in classifier.labels)

    def __call__(self, line: Line, start: int, stop: int, *, signals: Signals, rules: StatusRules) -> Mapping[Status, float]:
        """Return the probability of each status for the mention in words `start` to `stop`."""
        features = status_features(line, start, stop, signals=signals, rules=rules)
        chances = self._classifier.probabilities(features, status_texts(line, start, stop))
        return dict(zip(self._statuses, chances, strict=True))


def status_features(line: Line, start: int, stop: int, *, signals: Signals, rules: StatusRules) -> list[str]:
    """Return the features of the mention in words `start` to `stop`."""
    words, clauses = line.words, line.clauses
    begin, end = clauses.starts[start], clauses.stops[start]
    told = [None if _is_name(words, at, line) else _CLASSES.get(words.keys[at], words.stems[at]) for at in range(len(words))]
    found = [f"rule {signals.verdict.status if signals.verdict else 'silent'} {signals.is_deed}"]
    if signals.verdict is not None:
        found.append(f"why {_kind_of(signals.verdict.reason)}")
    found += [f"cue {cue.kind} {'left' if cue.start < start else 'right'} {begin <= cue.start < end}" for cue in line.cues]
    found += [f"l {told[at]}" for at in range(max(begin, start - _REACH), start) if told[at]]
    found += [f"r {told[at]}" for at in range(stop, min(end, stop + _REACH)) if told[at]]
    found += [f"before {told[at]}" for at in range(begin) if told[at]]
    found += [f"after {told[at]}" for at in range(end, len(words)) if told[at]]
    found.append(f"opens {told[begin]}" if begin < start else "opens M")
    found.append(f"first {told[0]}" if start else "first M")
    if start > 1:
        found.append(f"l2 {told[start - 2]} {told[start - 1]}")
    if stop + 1 < len(words):
        found.append(f"r2 {told[stop]} {told[stop + 1]}")
    left, right = _classes(line, start, stop, rules=rules)
    found += [f"m {run}" for run in _runs(["^", *left], [*right, "$"])]
    found += [f"L {run}" for run in _grams(["^", *left])]
    found += [f"R {run}" for run in _grams([*right, "$"])]
    return found


def status_texts(line: Line, start: int, stop: int) -> tuple[list[str], ...]:
    """Return the words before and after the mention, whole and near, names left blank."""
    words = line.words
    kept = ["" if _is_name(words, at, line) else neutral_word(words.raw(at)) for at in range(len(words))]
    left, right = kept[:start], kept[stop:]
    return left, right, left[-_NEAR:], right[:_NEAR]


def _kind_of(reason: str) -> str:
    return reason.split("'")[0].split("(")[0].strip(" :,")


def _is_name(words: Words, at: int, line: Line) -> bool:
    """Tell whether word `at` is written like a name and is no skill's."""
    return at > 0 and at not in line.covered and words.raw(at)[:1].isupper() and not words.raw(at).isupper()


def _classes(line: Line, start: int, stop: int, *, rules: StatusRules) -> tuple[list[str], list[str]]:
    left: list[str] = []
    for at in range(max(0, start - _REACH), start):
        left += _class(line, at, rules)
    if line.clauses.edges[start] is not Edge.NONE and start:
        left.append(_MARKS[line.clauses.edges[start]])
    right: list[str] = []
    for at in range(stop, min(len(line.words), stop + _REACH)):
        right += _class(line, at, rules)
    return left, right


def _class(line: Line, at: int, rules: StatusRules) -> list[str]:
    """Return the mark before a word, if there is one, and the word's class; `K` for words of other skills, once for each skill."""
    words = line.words
    mark = [_MARKS[line.clauses.edges[at]]] if at and line.clauses.edges[at] is not Edge.NONE else []
    key = words.keys[at]
    if at in line.covered:
        return [*mark, "K"] if mark or at - 1 not in line.covered else []
    if key in _CLASSES:
        return [*mark, _CLASSES[key]]
    if key in _LITERAL:
        return [*mark, key]
    if rules.is_someone(words, at):
        return [*mark, "THIRD"]
    if key[:1].isdigit():
        return [*mark, "NUM"]
    if _is_name(words, at, line):
        return [*mark, "NAME"]
    if rules.is_verb(words, at):
        return [*mark, "PAST" if is_past(key) else "ING" if key.endswith("ing") else "VERB"]
    if is_past(key):
        return [*mark, "past"]
    return [*mark, "ing" if key.endswith("ing") else "w"]


def _runs(left: list[str], right: list[str]) -> Iterator[str]:
    """Yield the runs of classes that hold the mention itself."""
    for before in range(min(_LONGEST, len(left) + 1)):
        for after in range(min(_LONGEST, len(right) + 1)):
            if 0 < before + after <= _LONGEST + 1:
                yield " ".join([*left[len(left) - before :], "M", *right[:after]])


def _grams(classes: list[str]) -> Iterator[str]:
    for size in range(1, _LONGEST + 1):
        for at in range(len(classes) - size + 1):
            yield " ".join(classes[at : at + size])
