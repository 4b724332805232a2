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
    for at in range(1, len(words) - 1):
        joiner = words.keys[at] in _JOINERS and not words.breaks[at]
        slash = not words.breaks[at] and words.between(at).strip() in ("/", "+")
        if joiner:
            yield from _shared_end(words, index, left=at, right=at + 1)
            yield from _shared_start(words, index, left=at, right=at + 1)
        elif slash:
            yield from _shared_end(words, index, left=at, right=at, items=1)
            yield from _shared_start(words, index, left=at, right=at)


def _shared_end(words: Words, index: Index, *, left: int, right: int, items: int = _MAX_ITEMS) -> Iterator[Found]:
    """`data and concept drift`: words before the joiner, completed by the end of what follows it."""
    for end in range(right + 2, min(right + 1 + _MAX_WORDS, len(words)) + 1):
        if any(words.breaks[right + 1 : end]):
            return
        for head in range(right + 1, end):
            for stop, start in _items_before(words, left, items=items):
                phrase = (*range(start, stop), *range(head, end))
                if tuple(words.stems[at] for at in phrase) in index.phrases:
                    yield start, end, phrase, tuple(range(start, stop))


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
        if tuple(words.stems[start:left]) in index.phrases and left - start > 1:
            for end in range(right + 1, min(right + _MAX_WORDS, len(words)) + 1):
                if any(words.breaks[right:end]):
                    break
                phrase = (*range(start, left - 1), *range(right, end))
                if tuple(words.stems[at] for at in phrase) in index.phrases:
                    yield start, end, phrase, tuple(range(right, end))
        if words.breaks[start]:
            return
