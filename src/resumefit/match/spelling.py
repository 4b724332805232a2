"""Forgives one slip of the finger in long names, very long words, and long words of phrases: `Kuberentes`, `observabilty`, `feature
enginering`. Never in shorter ones.
"""

from __future__ import annotations

from collections.abc import Callable

from resumefit.match.index import Index
from resumefit.match.stems import key_of, stem_of

_KEPT = 8192


def nearest_name(word: str, index: Index) -> str | None:
    """Return the stem of the one long name that is one edit away from `word`, of LONG_NAME letters or more; None for none, or several."""
    if not word.isalpha():
        return None
    return _asked_once(index.nearest, word.lower(), lambda lower: _stem_of_name(_nearest(lower, index.names)))


def nearest_word(key: str, index: Index) -> str | None:
    """Return the key of the one long word of a phrase that is one edit away from `key`, which is no English word; None otherwise."""
    return _asked_once(index.nearest_words, key, lambda word: _nearest(word, index.long_words))


def _asked_once(known: dict[str, str | None], word: str, find: Callable[[str], str | None]) -> str | None:
    """Return what is known of a word, or find it; another thread may clear what is known at any time."""
    found = known.get(word, "")
    if found == "":  # not asked yet
        if len(known) >= _KEPT:
            known.clear()
        found = known[word] = find(word)
    return found


def _stem_of_name(name: str | None) -> str | None:
    return stem_of(key_of(name)) if name else None


def _nearest(word: str, names: frozenset[str]) -> str | None:
    found = {name for name in names if abs(len(name) - len(word)) <= 1 and name[0] == word[0] and _one_edit(word, name)}
    return found.pop() if len(found) == 1 else None


def _one_edit(word: str, name: str) -> bool:
    """Tell whether one insertion, deletion, replacement or swap of neighbours turns `word` into `name`.

    Not in the last letter: that is where other words differ (`postman`, `postmen`).
    """
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    left, right = word[start:], name[start:]
    if not left or not right:
        return False
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] != "" or left[1:] == right or left == right[1:]
