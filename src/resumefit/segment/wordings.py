"""Knows what a heading's words say: exact phrases of headings.yaml, and a small grammar for the wordings that no list holds.

In "Relevant Work Experience" one word names the kind and the others only shade it. A wording all of whose words are known in one of these
roles is as sure as a listed one; with strange words in it ("Product toolkit") it is a guess that the look of the line must bear out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from resumefit.core.resume import SectionKind
from resumefit.segment.headingwords import CODE, KERNELS, PARTS_OF_WORK, SHADES

NUMBERING = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+|^§\s*", re.IGNORECASE)
# Anything around the words that is no letter, digit, quote or bracket: bullets, rules, icons, emoji, what fonts leave of icons.
_AROUND = r"(?:(?![()\"'’“”?!.])[\W_])"
# A run of marks is tried from its first sign alone, or a line of nothing else would cost the square of its length.
_MARKERS = re.compile(rf"^{_AROUND}+|(?<!{_AROUND}){_AROUND}++$")
_PARTS = re.compile(r"\s*[/|·]\s*|\s+[-–—]\s+")
_HALVES = re.compile(r"\s+(?:and|und|et|y|og|och|i|e|en)\s+|,\s*|\s*\+\s*")
_LETTERSPACED = re.compile(r"^\s*(?:[^\W\d_]|&)(?:\s+(?:[^\W\d_]|&)){3,}\s*:?\s*$")
_DETERMINER = re.compile(r"^(?:my|our|the|some|a few|a bit of|other|more|about my)\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_SPAN = re.compile(r"(?<!\s)\s++for\s++(?:the\s+)?(?:(?:next|coming)\s.*|20\d\d.*)$")  # "goals for the next 12 months"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Sureness(IntEnum):
    """How far words alone tell that they head a section."""

    GUESS = 1
    COMPOSED = 2
    LISTED = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """What a heading's words say: its kind, and how sure that is."""

    kind: SectionKind
    sure: Sureness


_BREAK = re.compile(r"\b(?:break|gap|sabbatical|leave)\b")


def names_part(text: str) -> bool:
    """Tell whether words are what people set over a part of a position: "Key achievements", "Tech stack"."""
    tokens = _WORD.findall(plain(text))
    return any(token in PARTS_OF_WORK for token in tokens) and all(
        token in PARTS_OF_WORK or token in SHADES or token in KERNELS for token in tokens
    )


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a heading's words for comparison: no markers, numbering, closing colon; one case; no accents; `&` as `and`."""
    words = NUMBERING.sub("", _MARKERS.sub("", unspaced(text)))
    words = _MARKERS.sub("", words).replace("&", " and ").replace("’", "'").casefold()
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", words).strip(" .,:;!?")


def unspaced(text: str) -> str:
    """Return letterspaced words ("W O R K   H I S T O R Y") without the spaces between their letters."""
    bare = _MARKERS.sub("", text)
    if not _LETTERSPACED.match(bare):
        return text
    return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", bare.strip()))


def heading_words(text: str) -> str:
    """Return a heading as written, without markers around it, a closing colon and space between its letters."""
    return _MARKERS.sub("", unspaced(text)).strip()


def kinds_of(headings: Mapping[str, tuple[str, ...]]) -> Mapping[str, SectionKind]:
    """Return the kind of each listed phrase, as `plain` gives it."""
    return _kinds(tuple((kind, phrases) for kind, phrases in sorted(headings.items())))


@lru_cache(maxsize=4)
def _kinds(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, SectionKind]:
    return {plain(phrase): SectionKind(kind) for kind, phrases in headings for phrase in phrases}


def wording_of(text: str, kinds: Mapping[str, SectionKind]) -> Wording | None:
    """Return what a line's words say as a heading; None for words that name no kind."""
    whole = plain(text)
    bare = plain(_SPAN.sub("", _BRACKETS.sub("", whole)))
    for words in (whole, bare):
        listed = _listed(words, kinds)
        if listed is not None:
            return Wording(listed, Sureness.LISTED)
    return _composed(bare)


def _listed(whole: str, kinds: Mapping[str, SectionKind]) -> SectionKind | None:
    for words in (whole, _DETERMINER.sub("", whole)):
        if words in kinds:
            return kinds[words]
    for part in _PARTS.split(whole):
        if part in kinds:
            return kinds[part]
    halves = _HALVES.split(whole)
    if len(halves) > 1 and all(half in kinds for half in halves):
        found = [kinds[half] for half in halves]
        if SectionKind.EXPERIENCE in found:
            return SectionKind.EXPERIENCE  # "Career Summary & Experience": its positions are there
        return SectionKind.SKILLS if found[0] is SectionKind.LANGUAGES and SectionKind.SKILLS in found else found[0]
    return None


def _composed(words: str) -> Wording | None:
    tokens = _WORD.findall(words)
    if not tokens or len(tokens) > 6 or re.search(r"\d", words) or _BREAK.search(words):
        return None
    named = [(number, *KERNELS[token]) for number, token in enumerate(tokens) if token in KERNELS]
    if not named:
        return None
    heaviest = max(weight for _, _, weight in named)
    best = [(number, kind) for number, kind, weight in named if weight == heaviest]
    # Of two names joined the first says what comes first; else the last is the noun that the others shade.
    joined = "and" in tokens[best[0][0] : best[-1][0]] or "/" in words or "," in words
    kind = best[0][1] if joined else best[-1][1]
    if kind is SectionKind.LANGUAGES and any(token in CODE for token in tokens):
        kind = SectionKind.SKILLS
    known = all(token in KERNELS or token in SHADES for token in tokens)
    return Wording(kind, Sureness.COMPOSED if known else Sureness.GUESS)
