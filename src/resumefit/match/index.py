"""Makes the lexicon searchable: every written form by its stems, and every pattern.

Forms are looked up from word to word, as long as what was read begins one: that costs the same for ten phrases and twenty thousand.
spaCy's PhraseMatcher finds the same, but importing it costs more than reading a resume does, and its texts must be built first. Patterns
with gaps are tried only where their rarest place could start: spaCy's Matcher tries each pattern at each token, 60 times as slow with the
lexicon's 700.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, NamedTuple, Protocol, TypeVar

from resumefit.core.lexicon import CaseRule, Form, Lexicon, Skill
from resumefit.match.notation import Atom, Element, elements_of, needs_search, phrases_of
from resumefit.match.stems import key_of, keys_of
from resumefit.match.words import Words, words_of

_EVERYWHERE = keys_of("a an and as at by for from i in is it my of on or the to was we what which who with")  # in one sentence in three
LONG_NAME, LONG_WORD = 7, 12  # letters from which a slip of the finger is forgiven in a name, in an ordinary word
LONG_IN_PHRASE = 9  # and in a word of a phrase, where it is no English word as it stands


class Entry(NamedTuple):
    """A form of a skill, and the atoms of the phrase by which it was found (none for a pattern).

    A named tuple, because twenty thousand of them are made at the start, and a frozen dataclass takes four times as long.
    """

    skill: Skill
    form: Form
    atoms: tuple[Atom, ...] = ()
    written: tuple[str, ...] = ()

    @property
    def is_guarded(self) -> bool:
        """Tell whether the form has another sense that context must rule out."""
        form = self.form
        return bool(form.needs or form.blocks or form.before or form.after or form.case is not CaseRule.ANY)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form or paraphrase with gaps, numbers or lists; exactly one of `entry` and `competency` is set.

    `required` are the words of each place that must be filled: a sentence without one of each cannot fit.
    """

    elements: tuple[Element, ...]
    required: tuple[frozenset[str], ...]
    entry: Entry | None = None
    competency: str | None = None
    text: str = ""


class Needing(Protocol):
    """A pattern that only fits a sentence which has what it needs."""

    @property
    def required(self) -> tuple[frozenset[str], ...]:
        """Words of which one of each set must be in a sentence."""


T = TypeVar("T", bound=Needing)


class ByRarest(Generic[T]):
    """Patterns, each filed under the words of the place whose words the fewest patterns share, words of every third sentence apart.

    Those that need no word are left out.
    """

    def __init__(self, patterns: Sequence[T]) -> None:
        shared = Counter(word for pattern in patterns for words in pattern.required for word in words)
        filed: dict[str, list[tuple[T, tuple[frozenset[str], ...]]]] = {}
        for pattern in patterns:
            if pattern.required:
                rarest, *rest = sorted(
                    pattern.required,
                    key=lambda words: (not words.isdisjoint(_EVERYWHERE), sum(shared[word] for word in words), sorted(words)),
                )
                for word in sorted(rarest):
                    filed.setdefault(word, []).append((pattern, tuple(rest)))
        self._filed = {word: tuple(found) for word, found in filed.items()}

    def possible(self, words: Words) -> list[T]:
        """Return the patterns of which a word of each place is in the sentence, each once, in the order of its words."""
        in_order = (*words.keys, *words.stems)
        filed, present = self._filed, frozenset(in_order)
        if filed.keys().isdisjoint(present):
            return []
        found = [
            pattern for word in dict.fromkeys(in_order) if word in filed for pattern, rest in filed[word]
            if not (rest and any(map(present.isdisjoint, rest)))
        ]
        return list({id(pattern): pattern for pattern in found}.values())


@dataclass(frozen=True, slots=True)
class Index:
    """All forms by stems, all patterns by the words of their rarest place, and how forms may be joined or split.

    `openers` are the first words of every phrase, `beginnings` its first two words and more. `nearest` remembers for words with a slip
    in them which of `names` was meant (`spelling`), `nearest_words` which of the `long_words` of phrases; `english` are the words that have
    no slip in them as they stand, `right` the keys of rarer ones. Where no English words are known, no word of a phrase is taken for
    another.
    """

    phrases: Mapping[tuple[str, ...], tuple[Entry, ...]]
    known: frozenset[str]
    known_keys: frozenset[str]
    right: frozenset[str]
    closed: Mapping[str, tuple[tuple[str, ...], ...]]
    closed_words: frozenset[str]  # of `closed`: a set is asked twice as quickly as a mapping's keys whether it shares anything
    names: frozenset[str]
    patterns: ByRarest[Pattern]
    openers: frozenset[str]
    beginnings: frozenset[tuple[str, ...]]
    long_words: frozenset[str]
    english: Collection[str]
    nearest: dict[str, str | None] = field(default_factory=dict, compare=False)
    nearest_words: dict[str, str | None] = field(default_factory=dict, compare=False)

    def find(self, words: Words) -> Iterator[tuple[int, int]]:
        """Yield the word ranges whose stems are those of some form."""
        stems, breaks, phrases, beginnings, openers = (
            words.stems,
            words.breaks,
            self.phrases,
            self.beginnings,
            self.openers,
        )
        for start, stem in enumerate(stems):
            if stem not in openers:
                continue
            stop = start + 1
            found = stems[start:stop]
            while True:
                if found in phrases:
                    yield start, stop
                if stop == len(stems) or breaks[stop]:
                    break
                stop += 1
                found = stems[start:stop]
                if found not in beginnings:
                    break


@dataclass(slots=True)
class _Draft:
    phrases: dict[tuple[str, ...], list[Entry]] = field(default_factory=dict)
    closed: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    places: dict[str, tuple[Element, ...]] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)


def build_index(lexicon: Lexicon, *, english: Collection[str] = ()) -> Index:
    """Index every form and paraphrase of the lexicon; `english` are words in small letters that are never a slip of the finger."""
    draft, lists = _Draft(), lexicon.cues
    for skill in lexicon.skills:
        for form in skill.forms:
            _add_form(draft, skill, form, lexicon=lexicon)
    for paraphrase in lexicon.paraphrases:
        draft.patterns.append(_pattern(draft, paraphrase.pattern, lexicon, competency=paraphrase.competency))
    known = frozenset(chain.from_iterable(draft.phrases))
    return Index(
        phrases={stems: tuple(entries) for stems, entries in draft.phrases.items()},
        known=known,
        known_keys=frozenset(atom.key for entries in draft.phrases.values() for entry in entries for atom in entry.atoms),
        right=frozenset(map(key_of, lists.get("not-a-slip", ()))),
        closed={word: tuple(parts if len(parts) == 1 else sorted(set(parts))) for word, parts in draft.closed.items()},
        closed_words=frozenset(draft.closed),
        names=frozenset(_names(draft)),
        long_words=frozenset(_long_words(draft)) if english else frozenset(),
        english=english,
        patterns=ByRarest(draft.patterns),
        openers=frozenset(stems[0] for stems in draft.phrases),
        beginnings=frozenset(stems[:size] for stems in draft.phrases for size in range(2, len(stems) + 1)),
    )


def _add_form(draft: _Draft, skill: Skill, form: Form, *, lexicon: Lexicon) -> None:
    if needs_search(form.text):
        draft.patterns.append(_pattern(draft, form.text, lexicon, entry=Entry(skill, form)))
        return
    written = _written(form.text) if form.case is CaseRule.EXACT else ()
    for atoms in phrases_of(form.text):
        if not atoms:
            continue
        entry = Entry(skill, form, atoms, written)
        draft.phrases.setdefault(tuple([atom.stem for atom in atoms]), []).append(entry)
        if len(atoms) > 1 and sum(len(atom.key) for atom in atoms) > 2:  # `PL` is Poland, and no `P/L`; but `SOC2` is SOC 2
            _note_closed(draft.closed, atoms)


def _written(text: str) -> tuple[str, ...]:
    words = words_of(text)
    return tuple(words.raw(at) for at in range(len(words)))


def _note_closed(closed: dict[str, list[tuple[str, ...]]], atoms: tuple[Atom, ...]) -> None:
    """Note how neighbouring words of a form look when written as one."""
    before = atoms[0].key
    for atom in atoms[1:]:
        closed.setdefault(before + atom.stem, []).append((before, atom.stem))
        before = atom.key
    if len(atoms) == 3:
        one, two, three = atoms
        closed.setdefault(one.key + two.key + three.stem, []).append((one.key, two.key, three.stem))


def _pattern(
    draft: _Draft, text: str, lexicon: Lexicon, *, entry: Entry | None = None, competency: str | None = None
) -> Pattern:
    elements = elements_of(text, lists=lexicon.cues, known=draft.places)
    required = tuple(element.words for element in elements if element.words)
    return Pattern(elements, required, entry=entry, competency=competency, text=text)


def _names(draft: _Draft) -> Iterator[str]:
    """Yield forms of one word which a slip of the finger may have broken: long names, and words so long that none other is near."""
    for stems, entries in draft.phrases.items():
        if len(stems) != 1:
            continue
        for entry in entries:
            text = entry.form.text
            if text.isalpha() and (
                (len(text) >= LONG_NAME and text[:1].isupper()) or (len(text) >= LONG_WORD and not entry.is_guarded)
            ):
                yield text.lower()


def _long_words(draft: _Draft) -> Iterator[str]:
    """Yield the keys of the long words of phrases."""
    for entry in chain.from_iterable(draft.phrases.values()):
        if len(entry.atoms) > 1:
            yield from (atom.key for atom in entry.atoms if len(atom.key) >= LONG_IN_PHRASE and atom.key.isalpha())
