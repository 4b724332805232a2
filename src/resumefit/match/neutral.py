"""The text of a sentence without what tells who the person is, for models that weigh every word.

Names, addresses and links are left out whole, and pronouns of one gender become those of none, so that no feature can hold them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PRONOUN = re.compile(r"(?<![\w'’])(?:she|he|her|hers|him|his|herself|himself)(?![\w'’])", re.IGNORECASE)
_NEUTRAL = {
    "she": "they",
    "he": "they",
    "her": "their",
    "hers": "their",
    "him": "their",
    "his": "their",
    "herself": "themselves",
    "himself": "themselves",
}


def neutral(text: str, hidden: Iterable[tuple[int, int]]) -> str:
    """Return `text` without the `hidden` ranges and with neutral pronouns; "her" may be "him" or "his", so both become "their"."""
    parts, at = [], 0
    for start, stop in sorted(hidden):
        if stop > at:
            parts.append(text[at : max(start, at)])
            at = stop
    kept = " ".join([*parts, text[at:]]) if parts else text[at:]
    return _PRONOUN.sub(lambda found: _NEUTRAL[found.group().lower()], kept)
