"""Writes a text's words another way where forms may be joined or apart, or a long word has a slip in it: `ML Flow`, `ML-Flow` and `MLflow`
are one, `feature enginering` is feature engineering.

The words as written are never lost: each rewritten word remembers from which of them it comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from resumefit.match.index import LONG_IN_PHRASE, Index
from resumefit.match.spelling import nearest_word
from resumefit.match.stems import stem_of
from resumefit.match.words import Words

_LONG_ENOUGH = 9  # letters from which two ordinary words, written apart, may be taken for a closed one
_MIN_CLOSED = 4

_Row = tuple[str, str, int, int, bool, tuple[int, int]]


def joined(words: Words, index: Index) -> Words | None:
    """Join neighbouring words that some form writes as one; None when there are none."""
    known = index.known
    closed = {
        at for at, (one, other) in enumerate(pairwise(words.keys))
        if stem_of(one + other) in known and not words.breaks[at + 1] and _joins(words, at)
    }
    if not closed:
        return None
    rows: list[_Row] = []
    at = 0
    while at < len(words):
        if at in closed:
            key = words.keys[at] + words.keys[at + 1]
            rows.append((key, stem_of(key), words.starts[at], words.stops[at + 1], words.breaks[at], (at, at + 2)))
            at += 2
        else:
            rows.append(_row(words, at))
            at += 1
    return _words(words.text, rows)


def _joins(words: Words, at: int) -> bool:
    """Tell whether word `at` and the next, which a form writes as one, may be meant as one."""
    key = words.keys[at] + words.keys[at + 1]
    if len(key) < _MIN_CLOSED or key[0].isdigit() or not key.isalpha():
        return False
    between = words.between(at + 1)
    if between in ("-", "‑", "-\n", "­"):
        return True
    if between != " ":
        return False
    capital = words.raw(at)[:1].isupper() and words.raw(at + 1)[:1].isupper()
    return len(key) >= _LONG_ENOUGH or (capital and len(key) >= 6)


def split(words: Words, index: Index) -> Words | None:
    """Split words that some form writes apart; None when there are none."""
    if index.closed_words.isdisjoint(words.stems) and index.closed_words.isdisjoint(words.keys):
        return None
    rows: list[_Row] = []
    for at in range(len(words)):
        parts = index.closed.get(words.stems[at]) or index.closed.get(words.keys[at])
        rows += [_row(words, at)] if parts is None else _parts(words, at, parts[0])
    return _words(words.text, rows)


def corrected(words: Words, index: Index, unknown: Sequence[int]) -> tuple[Words, frozenset[int]] | None:
    """Put right the words, among those that the lexicon does not know, that are no English ones and one edit from a word of a phrase.

    Return the words and which of them were put right; None when none were.
    """
    if not index.long_words:
        return None
    found = {
        at: meant for at in unknown
        if len(key := words.keys[at]) >= LONG_IN_PHRASE - 1 and key not in index.known_keys and key.isalpha()
        and words.written[at].lower() not in index.english and key not in index.english
        and (meant := nearest_word(key, index)) is not None
    }
    if not found:
        return None
    keys = tuple([found.get(at, key) for at, key in enumerate(words.keys)])
    stems = tuple([stem_of(keys[at]) if at in found else stem for at, stem in enumerate(words.stems)])
    return replace(words, keys=keys, stems=stems), frozenset(found)


def _parts(words: Words, at: int, parts: tuple[str, ...]) -> list[_Row]:
    """Cut word `at` so that its last part keeps its ending."""
    key, start = words.keys[at], words.starts[at]
    rows: list[_Row] = []
    offset = 0
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        piece = key[offset:] if last else part
        stop = words.stops[at] if last else min(start + offset + len(part), words.stops[at])
        rows.append((piece, stem_of(piece), start + offset, stop, words.breaks[at] and not number, (at, at + 1)))
        offset += len(part)
    return rows


def _row(words: Words, at: int) -> _Row:
    return words.keys[at], words.stems[at], words.starts[at], words.stops[at], words.breaks[at], (at, at + 1)


def _words(text: str, rows: list[_Row]) -> Words:
    keys, stems, starts, stops, breaks, source = zip(*rows, strict=True)
    written = tuple([text[start:stop] for start, stop in zip(starts, stops, strict=True)])
    return Words(
        text=text, keys=keys, stems=stems, written=written, starts=starts, stops=stops, breaks=breaks, source=source
    )
