"""Cuts the resume's text into stretches with and without evidence, so that a page can show it with highlights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resumefit.core.mention import FoundBy, Mention, Status

_BIDI = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text from `start`. `mentions` are the ids of those that start here; `strength` is empty for plain text.

    Where mentions lie over one another, the shortest speaks for the stretch, a named skill before a paraphrase; `label` names
    all of them.
    """

    start: int
    text: str
    mentions: tuple[int, ...] = ()
    family: str = ""
    strength: str = ""
    label: str = ""


def stretches(
    text: str, mentions: Sequence[Mention], *, families: Mapping[str, str], labels: Mapping[str, str],
    cuts: Iterable[int] = (),
) -> tuple[Stretch, ...]:
    """Return the whole text in order, evidence set apart; joined again, the stretches give the text back.

    Only what counts is marked. `cuts` are further places to cut at, such as where lines start.
    """
    counted = {index: one for index, one in enumerate(mentions) if one.counted and one.stop > one.start}
    edges = {0, len(text), *(at for one in counted.values() for at in (one.start, one.stop)), *cuts}
    ends = sorted(at for at in edges if 0 <= at <= len(text))
    pieces = []
    for start, stop in pairwise(ends):
        over = [index for index, one in counted.items() if one.start <= start and stop <= one.stop]
        pieces.append(_stretch(text, start, stop, over, counted, families, labels))
    return tuple(pieces)


def plain(text: str) -> str:
    """Replace, one for one, what a page would obey instead of show: controls and marks of direction."""
    return "".join(
        "\ufffd" if char in _BIDI or (ord(char) < 32 and char not in "\n\t") or 0xD800 <= ord(char) < 0xE000 else char
        for char in text
    )


def _stretch(
    text: str, start: int, stop: int, over: Sequence[int], counted: Mapping[int, Mention], families: Mapping[str, str],
    labels: Mapping[str, str],
) -> Stretch:
    words = plain(text[start:stop])
    if not over:
        return Stretch(start, words)
    ranked = sorted(
        over, key=lambda at: (counted[at].stop - counted[at].start, counted[at].found_by is not FoundBy.LEXICON, at)
    )
    lead = counted[ranked[0]]
    named = dict.fromkeys(labels.get(counted[at].competency, counted[at].competency) for at in ranked)
    return Stretch(
        start, words, tuple(at for at in over if counted[at].start == start), families.get(lead.competency, "other"),
        _strength(lead), ", ".join(named),
    )


def _strength(mention: Mention) -> str:
    if mention.status is Status.LISTED:
        return "listed"
    return "outcome" if mention.outcome else "deed"
