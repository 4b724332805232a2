"""Cuts a text into words with their offsets, and knows between which words a phrase cannot run.

A comma, bracket, full stop or spaced dash ends a phrase; a hyphen, slash, apostrophe or one line break does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
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
_SHORTHAND = {"&": "and", "w/": "with", "w/o": "without"}
_BREAK = re.compile(r"[,;:()\[\]{}|•·●▪◦‣–—!?*→]|\.(?=\s+[^a-z\s])|\.\s*$|(?<=\s)[-.](?=\s)|\.\.|\n\s*\n|\t")
_MARK = re.compile(rf"\s*(?:>>|{ITEM_MARK})\s+")  # "> Set targets" begins with the verb
_TOWN = "\ufffc"
_DOMAIN = r"(?:com|org|net|io|dev|ai|co|me|in|uk|de|eu|app|example)/"
_HOST = re.compile(rf"\.{_DOMAIN}")
_LINK = re.compile(rf"https?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:[\w-]+\.)+{_DOMAIN}\S*")


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
    source: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.keys)

    def raw(self, index: int) -> str:
        """Return word `index` as written."""
        return self.written[index]

    def between(self, index: int) -> str:
        """Return what stands between word `index - 1` and word `index`."""
        return self.text[self.stops[index - 1] if index else 0 : self.starts[index]]


def links_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the character ranges of web and mail addresses, in which a skill's name is only a host or a mailbox."""
    if "@" not in text and "://" not in text and "www." not in text and not _HOST.search(text):
        return ()
    return tuple(found.span() for found in _LINK.finditer(text))


def words_of(text: str, *, hidden: Iterable[tuple[int, int]] = (), places: Iterable[tuple[int, int]] = ()) -> Words:
    """Cut `text` into words. Words that touch a `hidden` range (names, addresses, links) are left out.

    What touches one of `places` becomes one word that is in no lexicon, so that every town reads like one that nobody has heard of.
    """
    ranges, towns = tuple(hidden), tuple(places)
    spans: list[tuple[int, int]] = []
    breaks: list[bool] = []
    named: set[int] = set()  # the words that are towns
    end, skipped = 0, True
    mark = _MARK.match(text)
    for found in _WORD.finditer(text, mark.end() if mark else 0):
        span = found.span()
        if ranges and _touching(span, ranges):
            skipped, end = True, span[1]
            continue
        town = _touching(span, towns) if towns else None
        if town is not None:
            if spans and spans[-1][0] == town[0]:
                continue
            named.add(len(spans))
            span = town
        start = span[0]
        gap = text[end:start]
        breaks.append(skipped or (gap != " " and is_break(gap, text[start : start + 1])))
        spans.append(span)
        end, skipped = span[1], False
    written = tuple([text[start:stop] for start, stop in spans])
    keys = [_SHORTHAND.get(raw) or key_of(raw) for raw in written]
    for at in named:
        keys[at] = _TOWN
    return Words(
        text=text, keys=tuple(keys), stems=tuple(map(stem_of, keys)), written=written, starts=tuple([start for start, _ in spans]),
        stops=tuple([stop for _, stop in spans]), breaks=tuple(breaks), source=tuple(pairwise(range(len(keys) + 1))),
    )


def _touching(span: tuple[int, int], ranges: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the first of the ranges that has a character in common with the span."""
    return next(((low, high) for low, high in ranges if span[0] < high and low < span[1]), None)


def is_break(gap: str, following: str) -> bool:
    """Tell whether what stands between two words ends a phrase; `following` is the next character."""
    if gap in (" ", "-", "/", "", "'", " / ", ".", "\n", "‑", "–"):
        return False
    return _BREAK.search(gap + following) is not None
