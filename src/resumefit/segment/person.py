"""Reads the forms in which a person's name stands at the top of a page: spaced out, family name first, with small words."""

from __future__ import annotations

import re
import unicodedata

_BARE = str.maketrans("łøđŁØĐ’", "lodLOD'")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SPACED = re.compile(r"[^\W\d_a-z](?:[ \u00a0]?[.'’-]?[ \u00a0][^\W\d_a-z])*(?:[ \u00a0]?\.)?")
# Words of names that are nobody's alone.
_SMALL = "de van von der den ter ten da di do dos das du del della le la el al ul bin bint ben ibn abu ap af av zu zum zur y e i und st"
SMALL_WORDS = frozenset(_SMALL.split())


def strip_accents(text: str) -> str:
    """Return the text in the letters an e-mail address can hold."""
    bare = unicodedata.normalize("NFKD", text.translate(_BARE).replace("ß", "ss"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def plain_letters(text: str) -> str:
    """Return the letters alone, small and without accents: "O'Brien-Núñez" is "obriennunez"."""
    return re.sub(r"[^a-z]", "", strip_accents(text).casefold())


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell who it is, those with a hyphen in two; "van der" and initials are left out."""
    parts = re.split(r"[\s-]+", name)
    return tuple(part for part in parts if len(part.strip(".'’")) > 2 and part.casefold() not in SMALL_WORDS)


def letterspaced_name(text: str) -> str | None:
    """Return the name of a line that spaces its letters: "A N N A   B E R G" is "Anna Berg"."""
    found: list[str] = []
    for word in re.split(r"\s{2,}|\t", text.strip()):
        if not _SPACED.fullmatch(word):
            break
        found.append(re.sub(r"[ \u00a0]", "", word).title())
    return " ".join(found) if len(found) <= 5 and len(name_parts(" ".join(found))) > 0 else None


def surname_first(text: str, known: str) -> str | None:
    """Return "First Last" of a line "Last, First", when both are in `known`, the letters of the e-mail address and file name."""
    match = re.match(r"\s*([^,|\d]{2,40}),\s+([^,|\d]{2,40})\s*$", text)
    if not match:
        return None
    last, first = match[1].strip(), match[2].strip()
    words = [*first.split(), *last.split()]
    if not all(_WORD.fullmatch(word) for word in words) or len(words) > 6:
        return None
    agree = [
        not parts or any(plain_letters(part) in known for part in parts)
        for parts in (name_parts(first), name_parts(last))
    ]
    if not name_parts(last + " " + first):
        return None
    family = [word for word in last.split() if word.casefold() not in SMALL_WORDS]
    return f"{first} {last}" if all(agree) or (any(agree) and len(family) == 1) else None
