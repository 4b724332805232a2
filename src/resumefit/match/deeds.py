"""Tells whether a clause tells of something done, or only names things.

A deed is a verb of the list `deeds` where a resume puts verbs: at the start of a clause, after `I` or `we`, or in the
past tense inside it. Words that are nouns as well (`design`, `testing`) need a determiner after them.
"""

from __future__ import annotations

from collections.abc import Mapping

from resumefit.match.clauses import Clauses, Edge
from resumefit.match.guards import word_list
from resumefit.match.notation import atoms_of, phrases_of
from resumefit.match.stems import is_past, keys_of, stem_of
from resumefit.match.words import HYPHENS, Words

_AFTER_A_VERB = keys_of(
    "the a an all our my its their each every this these that those new two three four five both several weekly "
    "daily monthly quarterly annual with for and to on up over out off down in into between across from as by how "
    "what why which whether against multiple various key major complex end large small first cross"
)
_FILLERS = keys_of("also then and co re self jointly personally i we have has had currently")
_SUBJECTS = keys_of("i we who")


class Deeds:
    """The verbs of doing and phrases of ownership of a lexicon."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        verbs = [atoms for text in lists.get("deeds", ()) for atoms in phrases_of(text)]
        by_last = ("".join(a.key for a in atoms[:-1]) + atoms[-1].stem for atoms in verbs)
        self._stems = frozenset([*by_last, *(stem_of("".join(a.key for a in atoms)) for atoms in verbs)])
        self._nouns = frozenset(stem for text in lists.get("deeds-or-things", ()) for stem in [atoms_of(text)[-1].key])
        self._ownership = word_list(lists.get("ownership", ()))

    def is_verb(self, words: Words, at: int) -> bool:
        """Tell whether word `at` is one of the verbs, in any form."""
        return words.stems[at] in self._stems

    def knows(self, key: str) -> bool:
        """Tell whether the word with this key is one of the verbs."""
        return stem_of(key) in self._stems

    def opens(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether a deed begins at word `at`, adverbs and `I have` before the verb left aside."""
        stop = clauses.stops[at]
        while at < stop and (words.keys[at] in _FILLERS or (words.keys[at].endswith("ly") and len(words.keys[at]) > 4)):
            at += 1
        if self._is_joined(words, at, stop):
            return True
        if at >= stop or not (self.is_verb(words, at) or is_past(words.keys[at])):
            return False
        key = words.keys[at]
        if self._is_compound(words, at + 1):
            return False
        follower = words.keys[at + 1] if at + 1 < stop and clauses.edges[at + 1] is Edge.NONE else ""
        if key in self._nouns and not (is_past(key) and not key.endswith("ed")):
            return _may_follow(follower)
        if is_past(key):
            return True
        return bool(follower)

    def _is_joined(self, words: Words, at: int, stop: int) -> bool:
        """Tell whether a verb of two joined words begins: `Fine-tuned Llama`, `Stress-tested the API`; not `peer-reviewed papers`."""
        if at + 2 >= stop or words.between(at + 1) not in HYPHENS or not is_past(words.keys[at + 1]):
            return False
        if words.keys[at] + words.stems[at + 1] in self._stems:
            return True
        if not self.is_verb(words, at + 1) or words.keys[at + 1] in self._nouns:
            return False
        return _may_follow(words.keys[at + 2])

    def before(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether a verb in the past tense, or `I` or `we` with any verb, stands before word `at` in its clause."""
        return self._within(words, clauses.starts[at], at)

    def after(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether one stands in the rest of the clause from word `at` on."""
        return self._within(words, at, clauses.stops[at - 1] if at else 0)

    def owned(self, words: Words, clauses: Clauses, at: int) -> bool:
        """Tell whether `responsible for` or the like stands before word `at` in its clause."""
        return any(self._ownership.phrase_at(words, place) for place in range(clauses.starts[at], at - 1))

    def _within(self, words: Words, start: int, stop: int) -> bool:
        for at in range(start, stop):
            if words.stems[at] not in self._stems or self._is_compound(words, at):
                continue
            key = words.keys[at]
            if at and words.keys[at - 1] in _SUBJECTS:
                return True
            if is_past(key) and key not in self._nouns:
                return True
            if key.endswith("ing") and key not in self._nouns and at and words.keys[at - 1] in ("by", "while", "then"):
                return True
        return False

    @staticmethod
    def _is_compound(words: Words, at: int) -> bool:
        """`AI-powered`, `data-driven`: a quality, not a deed."""
        return 0 < at < len(words) and words.between(at) in HYPHENS and len(words.keys[at - 1]) > 2


def _may_follow(key: str) -> bool:
    """Tell whether a word shows that the one before it, which may be a noun or a quality, is a verb here."""
    return key in _AFTER_A_VERB or key[:1].isdigit()
