"""How words are set: with a capital, or cut to a length."""

from __future__ import annotations


def capital(words: str) -> str:
    """Return words with a capital; the other letters stay as they are."""
    return words[:1].upper() + words[1:]


def cut(words: str, length: int) -> str:
    """Return words of at most `length` characters, cut after a whole word, with an ellipsis where any are left out."""
    return words if len(words) <= length else f"{words[:max(0, length)].rsplit(' ', 1)[0]}\u2026"
