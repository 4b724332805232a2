"""Reads the small notation of forms and patterns (docs/lexicon.md) into elements.

`word~` any inflection, `a|b` one of, `word?` may be missing, `...` a gap, `#` a number, `@list` a word of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from resumefit.match.stems import key_of, stem_of
from resumefit.match.words import Words, words_of

GAP, GAP_WORDS = "...", 6
_SPECIAL = re.compile(r"[~|#@?]|\.\.\.")
_SIMPLE = re.compile(r"[A-Za-z0-9]+(?:[ /-][A-Za-z0-9]+)*")
_EDGES = re.compile(r"[ /-]")
_CUT_OFF = re.compile(r"(?:[a-z]is|[a-z]ys|[a-z]rs|[a-z]ns|[a-z]us)~$")  # practis~, analys~, rehears~: an e is missing, the s no plural
_NUMBER_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen",
    "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "half", "several",
)
NUMBER_KEYS = frozenset(key_of(word) for word in _NUMBER_WORDS)


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of a form: equal keys when plain, equal stems when `inflected`."""

    key: str
    stem: str
    inflected: bool = False

    def fits(self, key: str, stem: str) -> bool:
        """Tell whether a word of the text is this one."""
        return stem == self.stem if self.inflected else key == self.key


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: any of `keys`, any of `stems`, a number, or one of some `longer` alternatives.

    Up to `gap` words of the text may stand before it.
    """

    keys: frozenset[str]
    stems: frozenset[str]
    longer: tuple[tuple[Atom, ...], ...] = ()
    number: bool = False
    optional: bool = False
    gap: int = 0

    def length_at(self, words: Words, index: int) -> int:
        """Return how many words from `index` on fill this place; 0 when they do not."""
        if index >= len(words.keys):
            return 0
        key, stem = words.keys[index], words.stems[index]
        if key in self.keys or stem in self.stems or (self.number and is_number(key)):
            return 1
        for atoms in self.longer:
            stop = index + len(atoms)
            if atoms[0].fits(key, stem) and stop <= len(words.keys) and all(
                atom.fits(words.keys[index + offset], words.stems[index + offset]) for offset, atom in enumerate(atoms)
            ):
                return len(atoms)
        return 0


    @property
    def words(self) -> frozenset[str]:
        """Keys and stems of which one must be in a sentence for this place to be filled; empty when any may do."""
        if self.number or self.optional:
            return frozenset()
        return self.keys | self.stems | {atoms[0].key for atoms in self.longer} | {atoms[0].stem for atoms in self.longer}


def is_number(key: str) -> bool:
    """Tell whether a key is a number in digits or words."""
    return key[:1].isdigit() or key in NUMBER_KEYS


def is_plain(text: str) -> bool:
    """Tell whether a form has no notation at all."""
    return _SPECIAL.search(text) is None


def needs_search(text: str) -> bool:
    """Tell whether a form has gaps, numbers or lists, so that it cannot be written out as phrases."""
    return "..." in text or "#" in text or "@" in text


def atoms_of(text: str) -> tuple[Atom, ...]:
    """Return the words of a plain form."""
    if _SIMPLE.fullmatch(text):  # nine in ten; the general way costs ten times as much, ten thousand times over
        return tuple(map(_atom, _EDGES.split(text)))
    words = words_of(text)
    return tuple(Atom(key, stem) for key, stem in zip(words.keys, words.stems, strict=True))


def phrases_of(text: str) -> Iterable[tuple[Atom, ...]]:
    """Return every phrase that a form without gaps, numbers and lists stands for."""
    return (atoms_of(text),) if is_plain(text) else _written_out(text)


def _written_out(text: str) -> Iterator[tuple[Atom, ...]]:
    places: list[list[tuple[Atom, ...]]] = []
    for token in text.split():
        choices = [_choice(part) for part in token.rstrip("?").split("|") if part]
        places.append([*choices, ()] if token.endswith("?") else choices)
    for chosen in product(*places):
        yield tuple(atom for part in chosen for atom in part)


@lru_cache(maxsize=32768)
def _atom(word: str) -> Atom:
    key = key_of(word)
    return Atom(key, stem_of(key))


@lru_cache(maxsize=32768)
def _choice(part: str) -> tuple[Atom, ...]:
    """Return the atoms of one alternative, which may hold several words (`A/B`); `~` concerns the last."""
    if not part.endswith("~"):
        return atoms_of(part)
    atoms = atoms_of(part[:-1] + "e") if _CUT_OFF.search(part) else atoms_of(part[:-1])
    if not atoms:
        return ()
    last = atoms[-1]
    return (*atoms[:-1], Atom(last.key, last.stem, inflected=True))


def elements_of(
    text: str, *, lists: Mapping[str, tuple[str, ...]], known: dict[str, tuple[Element, ...]] | None = None
) -> tuple[Element, ...]:
    """Return the places of a pattern with gaps, numbers or lists. A token of several words becomes several places.

    `known` keeps the places of each token from one call to the next, for thousands of patterns over the same lists.
    """
    known = {} if known is None else known
    places: list[Element] = []
    gap = 0
    for token in text.replace(GAP, f" {GAP} ").split():
        if token == GAP:
            gap = GAP_WORDS
            continue
        optional = token.endswith("?")
        bare = token.rstrip("?")
        if bare not in known:
            known[bare] = tuple(_places(bare, lists=lists))
        for element in known[bare]:
            before = gap if places else 0
            places.append(replace(element, optional=optional, gap=before) if optional or before else element)
            gap = 0
    return tuple(places)


def _places(token: str, *, lists: Mapping[str, tuple[str, ...]]) -> Iterator[Element]:
    choices = [part for part in token.split("|") if part]
    if len(choices) == 1 and not choices[0].startswith(("@", "#")):
        for atom in _choice(choices[0]):
            yield _element([(atom,)])
        return
    found: list[tuple[Atom, ...]] = []
    for part in choices:
        if part.startswith("@"):
            found += map(_choice, lists.get(part[1:], ()))
        elif not part.startswith("#"):
            found.append(_choice(part))
    yield _element(found, number=any(part.startswith("#") for part in choices))


def _element(choices: list[tuple[Atom, ...]], *, number: bool = False) -> Element:
    single = [atoms[0] for atoms in choices if len(atoms) == 1]
    return Element(
        keys=frozenset(atom.key for atom in single if not atom.inflected),
        stems=frozenset(atom.stem for atom in single if atom.inflected),
        longer=tuple(atoms for atoms in choices if len(atoms) > 1),
        number=number,
    )
