"""Reads words that two phrases share: `data and concept drift` names data drift, `model training and deployment`
names model deployment.
"""

from __future__ import annotations

from collections.abc import Iterator

from resumefit.match.index import Index
from resumefit.match.words import Words

_JOINERS = frozenset({"and", "or"})
_MAX_WORDS = 3
_MAX_ITEMS = 4

# First word, word after the last, the words of the phrase in order, and those of them that no other phrase shares.
Found = tuple[int, int, tuple[int, ...], tuple[int, ...]]


def shared_heads(words: Words, index: Index) -> Iterator[Found]:
    """Yield phrases of the lexicon that a coordination leaves half unsaid."""
    has_slash = "/" in words.text or "+" in words.text
    for at in range(1, len(words) - 1):
        if words.breaks[at]:
            continue
        if words.keys[at] in _JOINERS:
            yield from _shared_end(words, index, left=at, right=at + 1)
            yield from _shared_start(words, index, left=at, right=at + 1)
        elif has_slash and words.between(at).strip() in ("/", "+"):
            yield from _shared_end(words, index, left=at, right=at, items=1)
            yield from _shared_start(words, index, left=at, right=at)


def _shared_end(words: Words, index: Index, *, left: int, right: int, items: int = _MAX_ITEMS) -> Iterator[Found]:
    """`data and concept drift`: words before the joiner, completed by the end of what follows it."""
    stems, phrases = words.stems, index.phrases
    before = list(_items_before(words, left, items=items))
    for end in range(right + 2, min(right + 1 + _MAX_WORDS, len(words)) + 1):
        if any(words.breaks[right + 1 : end]):
            return
        for head in range(right + 1, end):
            shared = stems[head:end]
            for stop, start in before:
                if stems[start:stop] + shared in phrases:
                    yield start, end, (*range(start, stop), *range(head, end)), tuple(range(start, stop))


def _items_before(words: Words, left: int, *, items: int) -> Iterator[tuple[int, int]]:
    """Yield (stop, start) of the word groups before the joiner: `a, b and c d` has `b` and `a`."""
    stop = left
    for _ in range(items):
        start = stop
        while start > 0 and stop - start < _MAX_WORDS:
            start -= 1
            yield stop, start
            if words.breaks[start]:
                break
        if not words.breaks[start] or start == 0 or words.between(start).strip() not in (",", "/"):
            return
        stop = start


def _shared_start(words: Words, index: Index, *, left: int, right: int) -> Iterator[Found]:
    """`model training and deployment`: what follows the joiner, opened by the start of a phrase before it."""
    for start in range(left - 1, max(left - 1 - _MAX_WORDS, -1), -1):
        if left - start > 1 and words.stems[start:left] in index.phrases:
            for end in range(right + 1, min(right + _MAX_WORDS, len(words)) + 1):
                if any(words.breaks[right:end]):
                    break
                if words.stems[start : left - 1] + words.stems[right:end] in index.phrases:
                    yield start, end, (*range(start, left - 1), *range(right, end)), tuple(range(right, end))
        if words.breaks[start]:
            return
