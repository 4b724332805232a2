"""Turns a short text into named features: what training counts and what prediction looks up, by the same code.

Words are lower-cased, numbers become `#`, and a light stem takes off plural, -ed and -ing, so that "watched", "watching" and
"watches" are one feature. Bigrams keep some order. No library, so that prediction needs none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from resumefit.core.remembered import remembered

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d.,]*%?")
_MIN_STEM = 3


def tokens(text: str) -> list[str]:
    """Return the text's words and numbers in small letters, in order: what `features_of` and `surface_words_of` are made of."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def words(text: str) -> list[str]:
    """Return the text's stemmed words, in order."""
    return [_stem(word) for word in tokens(text)]


def features(text: str) -> list[str]:
    """Return unigrams and bigrams of `words`, repeated as often as they occur, with both ends marked."""
    return features_of(tokens(text))


def features_of(tokens: Sequence[str]) -> list[str]:
    """Return the features of a text of these tokens."""
    found = list(map(_stem, tokens))
    return found + [f"{left} {right}" for left, right in pairwise(["^", *found, "$"])]


@remembered
def _stem(word: str) -> str:
    if word[0].isdigit():
        return "#%" if word.endswith("%") else "#"
    word = word.removesuffix("'s")
    for suffix, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(suffix) and not word.endswith(("ss", "us", "is")) and len(word) - len(suffix) >= _MIN_STEM:
            return _undouble(word[: -len(suffix)] + instead).removesuffix("e")
    return word.removesuffix("e") if len(word) > _MIN_STEM else word


def _undouble(stem: str) -> str:
    """plann -> plan, but not fill or pass, so that plan, planned and planning meet."""
    if len(stem) > _MIN_STEM and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    return stem


def surface_words(text: str) -> list[str]:
    """Return the text's lower-case words as written, without numbers: what word vectors are looked up by."""
    return surface_words_of(tokens(text))


def surface_words_of(tokens: Sequence[str]) -> list[str]:
    """Return the surface words of a text of these tokens."""
    return [word.removesuffix("'s") for word in tokens if not word[0].isdigit()]
