"""Cuts the resume's text into stretches with and without evidence, so that a page can show it with highlights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.mention import Mention, Status

_BIDI = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text. `mentions` are the ids of what it proves, none for plain text."""

    text: str
    mentions: tuple[int, ...] = ()
    family: str = ""
    strength: str = ""
    label: str = ""


def stretches(
    text: str, mentions: Sequence[Mention], *, families: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[Stretch, ...]:
    """Return the whole text in order, evidence set apart; joined again, the stretches give the text back.

    Overlapping mentions share one stretch, which speaks for the first of them. Only what counts is marked.
    """
    pieces: list[Stretch] = []
    at = 0
    for group in _groups(mentions):
        start, stop = mentions[group[0]].start, max(mentions[index].stop for index in group)
        if start > at:
            pieces.append(Stretch(plain(text[at:start])))
        first = mentions[group[0]]
        pieces.append(
            Stretch(
                plain(text[start:stop]), tuple(group), families.get(first.competency, "other"), _strength(first),
                labels.get(first.competency, first.competency),
            )
        )
        at = stop
    if at < len(text):
        pieces.append(Stretch(plain(text[at:])))
    return tuple(pieces)


def plain(text: str) -> str:
    """Replace, one for one, what a page would obey instead of show: controls and marks of direction."""
    return "".join(
        "\ufffd" if char in _BIDI or (ord(char) < 32 and char not in "\n\t") or 0xD800 <= ord(char) < 0xE000 else char
        for char in text
    )


def _groups(mentions: Sequence[Mention]) -> list[list[int]]:
    counted = [index for index, mention in enumerate(mentions) if mention.counted and mention.stop > mention.start]
    counted.sort(key=lambda index: (mentions[index].start, -mentions[index].stop, index))
    groups: list[list[int]] = []
    reached = -1
    for index in counted:
        if mentions[index].start < reached:
            groups[-1].append(index)
        else:
            groups.append([index])
        reached = max(reached, mentions[index].stop)
    return groups


def _strength(mention: Mention) -> str:
    if mention.status is Status.LISTED:
        return "listed"
    return "outcome" if mention.outcome else "deed"
