"""Finds every place where some form could stand, before context decides which of them do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resumefit.core.lexicon import CaseRule, SkillKind
from resumefit.match.coordination import shared_heads
from resumefit.match.index import LONG_NAME, Entry, Index, Pattern
from resumefit.match.notation import Element
from resumefit.match.rewriting import corrected, joined, split
from resumefit.match.spelling import nearest_name
from resumefit.match.words import Words

_TITLE = re.compile(
    r"\b(?=[A-Z])(?:Mrs?|Ms|Miss|Mx|Drs?|Prof|Professor|Councillor|Cllr|Sir|Dame|Sister|Father|Brother|Captain|Colonel|Major|Sergeant|"
    r"Judge|Justice|Lord|Lady|Uncle|Aunt|Saint|St|Rev|Reverend|Señor|Señora|Herr|Frau|Mme|Signor)\.?\s+(?:[A-Z][\w'’-]*\.?\s+){0,2}$"
)
_LISTED = re.compile(r"[•·|●▪◆■◦‣►○]|\s[-–—]\s")  # between the entries of a list; a comma may stand within what a pattern tells
_ANY_CASE = CaseRule.ANY  # looked up for every candidate
_FIELD_WORDS = ("@software", "@data", "@ml", "@llm", "@ops", "@analytics")


class Candidate(NamedTuple):
    """A form that may stand in words `start` to `stop`; `places` are the words that it is made of, gaps left out."""

    entry: Entry
    start: int
    stop: int
    places: frozenset[int]
    how: str = ""

    @property
    def weight(self) -> tuple[int, int, int, bool]:
        """How much of the text it explains: the more words (of the form, then of the text), the fewer gaps and guards, the better."""
        words = max(len(self.places), len(self.entry.atoms))
        return words, len(self.places), min(0, words - (self.stop - self.start)), not self.entry.is_guarded


def candidates(
    words: Words, index: Index, *, patterns: Iterable[tuple[Pattern, tuple[int, ...]]]
) -> Iterator[Candidate]:
    """Yield every place where a form's words stand, in no particular order and overlapping."""
    for view in (words, joined(words, index), split(words, index)):
        if view is None:
            continue
        for start, stop in index.find(view):
            if view is not words and _cuts_a_word(view, start, stop):
                continue
            for entry in index.phrases[view.stems[start:stop]]:
                if _fits(view, start, stop, entry):
                    first, last = view.source[start][0], view.source[stop - 1][1]
                    sure = _sure(words, first, last, entry) if view is not words else not _is_lowered(words, first, last, entry)
                    yield Candidate(entry if sure else doubted(entry), first, last, frozenset(range(first, last)))
    yield from _coordinated(words, index)
    unknown = [
        at for at, (key, stem) in enumerate(zip(words.keys, words.stems, strict=True))
        if len(key) >= LONG_NAME and not (stem in index.known and key in index.known_keys) and key not in index.right
    ]
    yield from _misspelt(words, index, unknown)
    yield from _misspelt_phrases(words, index, unknown)
    for pattern, places in patterns:
        if pattern.entry is not None and _is_one_entry(words, places):
            yield Candidate(pattern.entry, places[0], places[-1] + 1, frozenset(places), "pattern")


def _is_one_entry(words: Words, places: tuple[int, ...]) -> bool:
    """Tell whether a pattern's words stand in one entry of a list: not in `panel, sign-off forms`, nor in `Tuning • MLOps • Models`."""
    return not words.breaks[places[0] + 1] and not _LISTED.search(words.text, words.starts[places[0]], words.stops[places[-1]])


def _cuts_a_word(view: Words, start: int, stop: int) -> bool:
    """Tell whether a phrase begins or ends within a word of the text that was split: `copilot` is no pilot."""
    source = view.source
    return (start > 0 and source[start - 1] == source[start]) or (stop < len(source) and source[stop - 1] == source[stop])


def _sure(words: Words, start: int, stop: int, entry: Entry) -> bool:
    """Tell whether a name was meant although it is written apart or closed: not in `carried pager duty`."""
    if not any(letter.isupper() for letter in entry.form.text[:1]) or entry.is_guarded:
        return True
    return any(letter.isupper() for at in range(start, stop) for letter in words.raw(at)) or all(
        words.between(at) == "-" for at in range(start + 1, stop)
    )


def _is_lowered(words: Words, start: int, stop: int, entry: Entry) -> bool:
    """Tell whether a name of several words stands without its capitals, as in `a new relic in the cathedral`."""
    return (
        stop - start > 1
        and entry.skill.kind is SkillKind.TOOL
        and all(part[:1].isupper() for part in entry.form.text.split())
        and not any(letter.isupper() for at in range(start, stop) for letter in words.raw(at))
    )


def doubted(entry: Entry) -> Entry:
    """Return the entry with the need of a word of its field nearby."""
    return entry._replace(form=replace(entry.form, needs=_FIELD_WORDS, why="ordinary words that look like the name"))


def _fits(words: Words, start: int, stop: int, entry: Entry) -> bool:
    """Tell whether a form stands in words `start` to `stop`, which have its stems and no break between them."""
    for at, atom in enumerate(entry.atoms, start):
        if not atom.inflected and atom.key != words.keys[at]:
            return False
    if entry.form.text.endswith("!") and words.text[words.stops[stop - 1] : words.stops[stop - 1] + 1] != "!":
        return False
    return _case_fits(words, start, stop, entry) and not _is_person(words, start, stop, entry)


def _is_person(words: Words, start: int, stop: int, entry: Entry) -> bool:
    """Tell whether a name follows a title (`Mr Jenkins`, `Councillor Ingrid Okr`), or an abbreviation is written as one."""
    written = words.raw(start)
    if stop - start > 1 or not written[:1].isupper():
        return False
    if start and _TITLE.search(words.text, 0, words.starts[start]):
        return True
    bare = entry.form.text.rstrip("s")
    abbreviation = bare.isupper() and bare.isalpha() and 2 <= len(bare) <= 5
    return abbreviation and start > 0 and not words.breaks[start] and written[1:].islower()


def _case_fits(words: Words, start: int, stop: int, entry: Entry) -> bool:
    rule = entry.form.case
    if rule is _ANY_CASE:
        return True
    if rule is CaseRule.CAPITAL:
        return words.text.islower() or words.raw(start)[:1].isupper() or words.raw(start)[:1].isdigit()
    text = "".join(part for at in range(start, stop) for part in words.raw(at).split())
    wanted = "".join(entry.written)
    has_plural = wanted.isupper() or entry.skill.kind is not SkillKind.TOOL  # LLMs; but X-rays are no Xray
    return text in (wanted, f"{wanted}'s", f"{wanted}’s") or (has_plural and text == f"{wanted}s")


def _coordinated(words: Words, index: Index) -> Iterator[Candidate]:
    for first, last, phrase, own in shared_heads(words, index):
        for entry in index.phrases[tuple(words.stems[at] for at in phrase)]:
            fits = all(
                atom.fits(words.keys[at], words.stems[at]) for atom, at in zip(entry.atoms, phrase, strict=True)
            )
            if fits and entry.form.case is CaseRule.ANY and not _is_name(entry):
                yield Candidate(entry, first, last, frozenset(own), "shared words")


def _is_name(entry: Entry) -> bool:
    """Tell whether a form is a proper name of several words, which no coordination takes apart."""
    parts = entry.form.text.split()
    return entry.skill.kind is SkillKind.TOOL or (len(parts) > 1 and all(part[:1].isupper() for part in parts))


def _misspelt(words: Words, index: Index, unknown: Sequence[int]) -> Iterator[Candidate]:
    for at in unknown:
        name = nearest_name(words.raw(at), index)
        if name is not None:
            for entry in index.phrases.get((name,), ()):
                if not entry.is_guarded or words.raw(at)[0].isupper():  # a name with another sense must at least look like one
                    yield Candidate(entry, at, at + 1, frozenset((at,)), f"misspelt {entry.form.text}")


def _misspelt_phrases(words: Words, index: Index, unknown: Sequence[int]) -> Iterator[Candidate]:
    view = corrected(words, index, unknown)
    if view is None:
        return
    meant, put_right = view
    for start, stop in index.find(meant):
        if stop - start > 1 and not put_right.isdisjoint(range(start, stop)):
            for entry in index.phrases[meant.stems[start:stop]]:
                if _fits(meant, start, stop, entry):
                    yield Candidate(entry, start, stop, frozenset(range(start, stop)), f"misspelt {entry.form.text}")


def patterns_in(words: Words, index: Index) -> list[tuple[Pattern, tuple[int, ...]]]:
    """Return each pattern that fits with the words that fill its places, once per sentence, at its first place."""
    found = []
    for pattern in index.patterns.possible(words):
        for at in _beginnings(words, pattern.elements[0]):
            places = fill(words, pattern.elements, at)
            if places:
                found.append((pattern, places))
                break
    return found


def _beginnings(words: Words, first: Element) -> Iterator[int]:
    """Yield the words at which a pattern's first place is filled."""
    keys, stems, is_more = first.keys, first.stems, first.number or first.longer
    for at, (key, stem) in enumerate(zip(words.keys, words.stems, strict=True)):
        if key in keys or stem in stems or (is_more and first.length_at(words, at)):
            yield at


def fill(words: Words, elements: tuple[Element, ...], at: int) -> tuple[int, ...] | None:
    """Return the words that fill `elements` from word `at` on, the shortest gaps first; None when they do not."""
    if not elements:
        return ()
    element, rest = elements[0], elements[1:]
    for start in range(at, min(at + element.gap, len(words.keys) - 1) + 1):
        length = element.length_at(words, start)
        if length:
            filled = fill(words, rest, start + length)
            if filled is not None:
                return (*range(start, start + length), *filled)
    return fill(words, rest, at) if element.optional else None
