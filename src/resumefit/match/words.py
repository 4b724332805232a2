"""Cuts a text into words with their offsets, and knows between which words a phrase cannot run.

A comma, bracket, full stop or spaced dash ends a phrase; a hyphen, slash, apostrophe or one line break does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from resumefit.core.marks import ITEM_MARK
from resumefit.match.stems import key_of, stem_of

_WORD = re.compile(
    r"(?! )(?:"  # what stands between most words is seen to begin none
    r"[^\W\d_][^\W_]+(?:['’][^\W_]+)*"  # nine words in ten
    r"|\bw/o(?![^\W_])|\bw/(?=\s)"  # with, without
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?(?:['’]?s\b)?"  # S.L.O.s, A.I.
    r"|\d+(?:[.,]\d+)+(?![^\W_])"  # 0.91, 1,200
    r"|[^\W_]+(?:['’][^\W_]+)*"
    r"|[&<>]"
    r")"
)
HYPHENS = ("-", "‑")  # between two words that are written as one
_BREAK = re.compile(r"[,;:()\[\]{}|•·●▪◦‣–—!?*→]|\.(?=\s+[^a-z\s])|\.\s*$|(?<=\s)[-.](?=\s)|\.\.|\n\s*\n|\t")
_MARK = re.compile(rf"\s*(?:>>|{ITEM_MARK})\s+")  # "> Set targets" begins with the verb
_TOWN = "\ufffc"
_DOMAIN = r"(?:com|org|net|io|dev|ai|co|me|in|uk|de|eu|app|example)/"
_HOST = re.compile(rf"\.{_DOMAIN}")
_LINK = re.compile(rf"https?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:[\w-]+\.)+{_DOMAIN}\S*")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, side by side: keys, stems, as written, offsets into that text, and whether a phrase ends before each.

    `source` is the index range in the words as written, for words that were joined or split (`rewriting`).
    """

    text: str
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    written: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    breaks: tuple[bool, ...]
    source: tuple[Range, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def raw(self, index: int) -> str:
        """Return word `index` as written."""
        return self.written[index]

    def between(self, index: int) -> str:
        """Return what stands between word `index - 1` and word `index`."""
        return self.text[self.stops[index - 1] if index else 0 : self.starts[index]]


def links_in(text: str) -> tuple[Range, ...]:
    """Return the character ranges of web and mail addresses, in which a skill's name is only a host or a mailbox."""
    if "@" not in text and "://" not in text and "www." not in text and not _HOST.search(text):
        return ()
    return tuple(found.span() for found in _LINK.finditer(text))


def words_of(text: str, *, hidden: Iterable[Range] = (), places: Iterable[Range] = ()) -> Words:
    """Cut `text` into words. Words that touch a `hidden` range (names, addresses, links) are left out.

    What touches one of `places` becomes one word that is in no lexicon, so that every town reads like one that nobody has heard of.
    """
    mark = _MARK.match(text)
    spans = [found.span() for found in _WORD.finditer(text, mark.end() if mark else 0)]
    ranges, towns = tuple(hidden), tuple(places)
    cut, named = frozenset[int](), frozenset[int]()
    if ranges or towns:
        spans, cut, named = _open_to_view(spans, ranges, towns)
    starts, stops = tuple([start for start, _ in spans]), tuple([stop for _, stop in spans])
    breaks = [
        (gap := text[stop:start]) != " " and is_break(gap, text[start : start + 1])
        for stop, start in zip(stops, starts[1:], strict=False)
    ]
    for at in cut:
        breaks[at - 1] = True
    written = tuple([text[start:stop] for start, stop in spans])
    keys = list(map(key_of, written))
    for at in named:
        keys[at] = _TOWN
    return Words(
        text=text, keys=tuple(keys), stems=tuple(map(stem_of, keys)), written=written, starts=starts, stops=stops,
        breaks=(True, *breaks) if spans else (), source=_each_its_own(len(keys)),
    )


@lru_cache(maxsize=256)
def _each_its_own(count: int) -> tuple[Range, ...]:
    """Return the sources of words of which none was joined or split."""
    return tuple(pairwise(range(count + 1)))


def _open_to_view(
    spans: Sequence[Range], ranges: Sequence[Range], towns: Sequence[Range]
) -> tuple[list[Range], frozenset[int], frozenset[int]]:
    """Return the spans of words without hidden ones, and those of a town as one.

    With them come the places at which one before is missing, the first apart, and the places of towns.
    """
    seen: list[Range] = []
    cut: set[int] = set()
    named: set[int] = set()
    for span in spans:
        if _touching(span, ranges):
            cut.add(len(seen))
            continue
        town = _touching(span, towns)
        if town is None:
            seen.append(span)
        elif not seen or seen[-1][0] != town[0]:
            named.add(len(seen))
            seen.append(town)
    return seen, frozenset(cut) - {0, len(seen)}, frozenset(named)


def _touching(span: Range, ranges: Iterable[Range]) -> Range | None:
    """Return the first of the ranges that has a character in common with the span."""
    return next(((low, high) for low, high in ranges if span[0] < high and low < span[1]), None)


def is_break(gap: str, following: str) -> bool:
    """Tell whether what stands between two words ends a phrase; `following` is the next character."""
    if gap in (" ", "-", "/", "", "'", " / ", ".", "\n", "‑", "–"):
        return False
    return _BREAK.search(gap + following) is not None
