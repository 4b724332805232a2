"""Makes words from outside safe to show: file names, and text with characters that a terminal would obey."""

from __future__ import annotations

import unicodedata

_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, direction marks, halves of characters, line separators


def shown_name(name: str) -> str:
    """Return a file name with everything that is no plain character escaped, so that it stays on one line."""
    return "".join(char if unicodedata.category(char) not in _UNSAFE else _escaped(char) for char in name)


def shown_text(text: str) -> str:
    """Return text on one line, white space evened out and characters that are not to be seen dropped."""
    words = " ".join(text.split())
    return "".join(char for char in words if unicodedata.category(char) not in _UNSAFE)


def _escaped(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"
