"""Remembers what a function says of a word, or of a word and a little more: the same words come again in every line and every resume."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

_WORDS_KEPT = 65_536


class _Remembered(dict[K, T]):
    def __init__(self, function: Callable[[K], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: K) -> T:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        found = self[word] = self._function(word)
        return found


def remembered(function: Callable[[K], T]) -> Callable[[K], T]:
    """Return a function that says the same of each word, and works it out once for tens of thousands of them.

    `functools.lru_cache` also keeps the order of use, which it brings up to date at each call. That costs more than looking the word
    up, and a resume asks tens of thousands of times; here all is forgotten when there are too many.
    """
    return _Remembered(function).__getitem__
