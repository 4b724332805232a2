"""The text of a sentence without what tells who the person is, for models that weigh every word.

Names, addresses and links are left out whole, and so are names of places and employers, as far as a sentence shows them to be that: a
word vector knows Pune from Leeds, and must not. Pronouns of one gender become those of none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from resumefit.core.remembered import remembered
from resumefit.match.words import Range

# `(?=[…])`: the letters that the words begin with, which rule most words out at one glance.
_PRONOUN = re.compile(r"(?<![\w'’])(?=[sht])(?:she|he|her|hers|him|his|them|theirs|herself|himself)(?![\w'’])", re.IGNORECASE)
_HONORIFIC = re.compile(r"(?=M)(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx)\.?(?=\s)\s*")
NEUTRAL = {
    "she": "they",
    "he": "they",
    "her": "their",
    "hers": "their",
    "him": "their",
    "his": "their",
    "them": "their",
    "theirs": "their",
    "herself": "themselves",
    "himself": "themselves",
}
# By the keys that words are told apart by: pronouns of no gender, too, which would be cut down to other words' stems ("they" to "the").
_PRONOUN_STEMS = NEUTRAL | {"they": "they", "their": "their", "themselve": "themselves"}
_WHERE = re.compile(r"(?=[iafnt])\b(?:in|at|from|near|throughout)\s+(?:the\s+)?(?=[^\W\d_])", re.IGNORECASE)
# A capital and a small letter: Leeds, O'Fallon, al-Rashid's Pune; the state of "Austin, TX" goes with its city.
_NAMED = re.compile(r"(?P<word>[^\W\d_][\w'’]*(?:-[\w'’]+)*)(?P<gap>,?\s(?:(?:and|&|de|of|the|upon)\s)?)?")
_STATE = re.compile(r"[A-Z]{2}")
_COUNTRIES = frozenset({"UK", "US", "USA", "UAE", "NYC"})
_BETWEEN = re.compile(r"[,;/|()·–—]")
_WAY = re.compile(r"remote|hybrid|on-?site|office", re.IGNORECASE)


def neutral(
    text: str, hidden: Iterable[Range] = (), *, skills: Collection[Range] = (), places: Collection[str] = ()
) -> str:
    """Return `text` without the `hidden` ranges and names of places; what is one of the `skills` found in it stays.

    `places` are words that are places for this person (Leeds, in "the Leeds office"). "her" may be "him" or "his", so both become "their".
    """
    gone = [*hidden, *(found for found in _places(text, places) if not any(_touch(found, skill) for skill in skills))]
    parts, at = [], 0
    for start, stop in sorted(gone):
        if stop > at:
            parts.append(text[at : max(start, at)])
            at = stop
    kept = _HONORIFIC.sub("", " ".join([*parts, text[at:]]) if parts else text[at:])
    return _PRONOUN.sub(lambda found: NEUTRAL[found.group().lower()], kept)


def _places(text: str, places: Collection[str]) -> Iterator[Range]:
    """Yield the words with a capital that follow "in", "at" or "from", and those known to be places."""
    for before in _WHERE.finditer(text):
        at = before.end()
        while (found := _NAMED.match(text, at)) and _is_name(found["word"], after=text[:at]):
            yield found.span("word")
            if not found["gap"]:
                break
            at = found.end()
    if places:
        for found in _any_of(frozenset(places), before=r"(?<!\w)").finditer(text):
            yield found.span()


@lru_cache(maxsize=16)
def _any_of(places: frozenset[str], *, before: str) -> re.Pattern[str]:
    """Return what finds any of the places of one person, the same for all sentences of a resume."""
    initials = "".join(sorted({re.escape(place[0]) for place in places}))
    return re.compile(rf"(?=[{initials}]){before}(?:{'|'.join(map(re.escape, sorted(places)))})(?!\w)")


def _is_name(word: str, *, after: str) -> bool:
    if word in _COUNTRIES:
        return True
    return word[0].isupper() and (not word.isupper() or (after.endswith(", ") and bool(_STATE.fullmatch(word))))


def _touch(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def names_of_places(places: Iterable[str]) -> frozenset[str]:
    """Return the names in places, "Leeds" and "UK" of "Leeds, UK (hybrid)"."""
    parts = (part.strip() for place in places for part in _BETWEEN.split(place))
    return frozenset(part for part in parts if len(part) > 1 and part[0].isupper() and not _WAY.fullmatch(part))


def places_named(text: str, places: Collection[str]) -> Iterator[Range]:
    """Yield where a text names one of the `places` inside a sentence ("the Leeds office"), so that no city is read as a tool.

    At the start of a sentence "Mobile" is more often the app than the town in Alabama.
    """
    if places:
        for found in _any_of(frozenset(places), before=r"(?<=[^\W_][ ,/(]|[,;/(&] )").finditer(text):
            yield found.span()


@remembered
def neutral_word(word: str) -> str:
    """Return a word in small letters, without the 's of an owner, and without gender."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    return NEUTRAL.get(plain, plain)


def neutral_stem(key: str, stem: str) -> str:
    """Return a word's stem, for a pronoun one that is the same whatever its gender."""
    return _PRONOUN_STEMS.get(key, stem)
