"""Decides whether a form that has another sense means the skill here: words that must be near, or must not be.

`needs` and `blocks` look at the whole line, outside the form itself; `before` and `after` at the next words only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.lexicon import Form
from resumefit.match.finding import Candidate
from resumefit.match.notation import Atom, phrases_of
from resumefit.match.stems import stem_of
from resumefit.match.words import Words

_FIRM_AFTER = re.compile(
    r"\s*(?:&|and)\s+(?:Sons?|Daughters?|Brothers|Bros|Sisters|Co|Partners|Associates|Cie)\b"
    r"|,?\s+(?:Ltd|Limited|LLC|LLP|Inc|GmbH|PLC|Plc|plc|Pty|Pvt|AG|SA|S\.A|BV|B\.V|Corp|Corporation|Holdings?|SpA|AB|Oy|LTD|LIMITED|INC|GMBH|CORP|HOLDINGS?)\b"
    r"|\s+(?:Drilling|Blasting|Mining|Plant Hire|Haulage|Motors|Builders|Construction|Contractors|Joinery|Plumbing|Roofing|Catering|Foods?"
    r"|Farms|Timber|Steel|Quarr(?:y|ies)|Shipping|Cleaning|Scaffolding|Demolition|Masonry|Landscaping|Fisheries)\b"
)
# `Jenkins & Oyelaran`: two family names; a skill after the "&" is found as one, and is no objection.
_FAMILY_AFTER = re.compile(r"\s*&\s*[A-Z][a-z]+(?:['’][A-Z][a-z]+)?\b")
_PLACE_AFTER = re.compile(
    r"\s+(?:House|Hall|Street|St|Road|Rd|Avenue|Ave|Court|Lane|Terrace|Gardens|Square|Close|Crescent|Farm|Inn|Hotel|Arms|Church|Chapel"
    r"|Primary|Grammar|Cathedral|Theatre|Museum|Gallery|Bakery|Brewery|Pub|Kennels|Stables|Nursery)\b"
    r"|,\s+(?:an?|the|our)\s+(?:[\w’'-]+\s+){0,3}?(?:bar|restaurant|caf[eé]|shop|pub|hotel|farm|salon|bakery|school|clinic|bistro"
    r"|nightclub|hostel|kitchen|diner|gym|kennel|garage|boat|ship|ferry|trawler|horse|dog|cat|band|choir|quartet|village|street)\b"
)
_CALLED_BEFORE = re.compile(
    r"\b(?=[mdpckhgby])(?:mascot|dog|puppy|cat|kitten|horse|pony|parrot|goat|boat|yacht|band)\s+(?:called\s+|named\s+)?[\"“'‘]?$",
    re.IGNORECASE,
)

_BLOCK_REACH = 14  # words; in a long list of keywords some word of another field always stands somewhere


@dataclass(frozen=True, slots=True)
class WordList:
    """Words and phrases of a guard, ready to be looked up. `any_stems` are those of plain words, too."""

    keys: frozenset[str]
    stems: frozenset[str]
    phrases: tuple[tuple[Atom, ...], ...]
    openers: frozenset[str] = frozenset()
    any_stems: frozenset[str] = frozenset()

    def hit(self, words: Words, *, outside: frozenset[int], by_stem: bool, within: range | None = None) -> str | None:
        """Return the first of these words that stands in the line but not among `outside`; None when there is none.

        With `within`, only words of that range count.
        """
        stems = self.any_stems if by_stem else self.stems
        if not (self.keys.isdisjoint(words.keys) and stems.isdisjoint(words.stems)):  # in most lines nothing to look for
            for at, (key, stem) in enumerate(zip(words.keys, words.stems, strict=True)):
                if (key in self.keys or stem in stems) and at not in outside and (within is None or at in within):
                    return words.raw(at)
        if self.openers.isdisjoint(words.stems):
            return None
        for at, stem in enumerate(words.stems):
            if stem in self.openers and at not in outside and (within is None or at in within):
                atoms = self.phrase_at(words, at)
                if atoms:
                    return words.text[words.starts[at] : words.stops[at + len(atoms) - 1]]
        return None

    def phrase_at(self, words: Words, at: int) -> tuple[Atom, ...]:
        """Return the phrase that begins at word `at`; () when none does."""
        stem, left = words.stems[at], len(words.keys) - at
        if stem not in self.openers:
            return ()
        fits = (atoms for atoms in self.phrases if atoms[0].stem == stem and len(atoms) <= left and starts_at(words, at, atoms))
        return next(fits, ())

    def is_in(self, words: Words) -> bool:
        """Tell whether any of the single words stands in the line."""
        return not (self.keys.isdisjoint(words.keys) and self.stems.isdisjoint(words.stems))

    def knows(self, key: str) -> bool:
        """Tell whether the word with this key is one of the single words."""
        return key in self.keys or stem_of(key) in self.stems

    def has(self, words: Words, at: int) -> bool:
        """Tell whether word `at` is one of the single words."""
        return words.keys[at] in self.keys or words.stems[at] in self.stems


def starts_at(words: Words, at: int, atoms: Sequence[Atom]) -> bool:
    """Tell whether the words from `at` on are these, with no break between."""
    return all(
        atom.fits(words.keys[at + offset], words.stems[at + offset]) and not (offset and words.breaks[at + offset])
        for offset, atom in enumerate(atoms)
    )


class Guards:
    """Judges candidates by their forms' rules; `lists` are the word lists that rules name with @."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._lists = lists
        self._compiled: dict[tuple[str, ...], WordList] = {}

    def compiled(self, rule: tuple[str, ...]) -> WordList:
        """Return the words of a rule, lists written out."""
        if rule not in self._compiled:
            words = [word for part in rule for word in (self._lists.get(part[1:], ()) if part[:1] == "@" else (part,))]
            self._compiled[rule] = word_list(words)
        return self._compiled[rule]

    def objection(self, candidate: Candidate, words: Words, *, named: Collection[int] = ()) -> str | None:
        """Return why the form cannot mean the skill here whatever else is near; None when nothing speaks against it.

        `named` are the words at which other forms begin.
        """
        form = candidate.entry.form
        if _is_name(candidate, words, named):
            return "the name of a firm, a place or a pet"
        if form.blocks:
            near = range(candidate.start - _BLOCK_REACH, candidate.stop + _BLOCK_REACH)
            hit = self.compiled(form.blocks).hit(words, outside=candidate.places, by_stem=False, within=near)
            if hit is not None:
                return f"'{hit}' speaks for another sense ({form.why})"
        if form.before and self._ends_before(candidate, words, form):
            return f"the word before speaks for another sense ({form.why})"
        if form.after and self._starts_after(candidate, words, form):
            return f"the word after speaks for another sense ({form.why})"
        return None

    def support(self, candidate: Candidate, words: Words) -> str | None:
        """Return the word that shows that the skill is meant, "" when none is needed, None when one is missing."""
        needs = candidate.entry.form.needs
        if not needs:
            return ""
        return self.compiled(needs).hit(words, outside=candidate.places, by_stem=True)

    def _ends_before(self, candidate: Candidate, words: Words, form: Form) -> bool:
        rule, start = self.compiled(form.before), candidate.start
        if not start or words.breaks[start]:
            return False
        return rule.has(words, start - 1) or any(
            start >= len(atoms) and starts_at(words, start - len(atoms), atoms) for atoms in rule.phrases
        )

    def _starts_after(self, candidate: Candidate, words: Words, form: Form) -> bool:
        rule, stop = self.compiled(form.after), candidate.stop
        if stop >= len(words) or words.breaks[stop]:
            return False
        return rule.has(words, stop) or bool(rule.phrase_at(words, stop))


def word_list(words: Sequence[str]) -> WordList:
    """Make words and phrases in the notation of forms ready to be looked up."""
    keys: set[str] = set()
    stems: set[str] = set()
    phrases: list[tuple[Atom, ...]] = []
    for text in words:
        for atoms in phrases_of(text):
            if len(atoms) == 1:
                (stems if atoms[0].inflected else keys).add(atoms[0].stem if atoms[0].inflected else atoms[0].key)
            elif atoms:
                phrases.append(atoms)
    return WordList(
        frozenset(keys), frozenset(stems), tuple(phrases), openers=frozenset(atoms[0].stem for atoms in phrases),
        any_stems=frozenset([*stems, *map(stem_of, keys)]),
    )


def _is_name(candidate: Candidate, words: Words, named: Collection[int]) -> bool:
    """Tell whether a capitalised word is the name of a firm, a place or a pet: `Jenkins & Sons`, `Miro House`, `a dog called Kafka`."""
    if not words.raw(candidate.start)[:1].isupper():
        return False
    begin, stop = words.starts[candidate.start], words.stops[candidate.stop - 1]
    if _FIRM_AFTER.match(words.text, stop) or _PLACE_AFTER.match(words.text, stop):
        return True
    if candidate.stop - candidate.start > 1 or candidate.entry.form.text.isupper():
        return False
    family = _FAMILY_AFTER.match(words.text, stop) if candidate.stop not in named and candidate.stop + 1 not in named else None
    return bool(family or _CALLED_BEFORE.search(words.text, 0, begin))
