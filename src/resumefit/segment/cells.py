"""What a part of a head may be, by its words: the lists' hints and the model's odds, put together in one place."""

from __future__ import annotations

from functools import lru_cache

from resumefit.segment.headparts import HOW
from resumefit.segment.places import looks_like_place
from resumefit.segment.titles import looks_like_firm, names_field, title_strength


@lru_cache(maxsize=8192)
def hints_of(text: str) -> tuple[str, ...]:
    """Return what the word lists say of a cell, as features for the model."""
    found = [f"title{max(-1, min(title_strength(text), 4))}"]
    if looks_like_firm(text):
        found.append("firm")
    if looks_like_place(text):
        found.append("place")
    if names_field(text):
        found.append("field")
    if HOW.match(text):
        found.append("how")
    return tuple(found)
