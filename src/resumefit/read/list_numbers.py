"""The numbers of lists, which word processors keep apart from the text: counted here as the document is read.

A level's pattern says how its number is written: "%1.%2)" is the first level's number, a full stop, the second's, a
bracket. DOCX and ODT name the same things differently; both are brought to these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_DEEPEST = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ROMAN_MOST = 200  # no list of a resume is longer

Counters = dict[tuple[str, int], int]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers are written (`decimal`, `lowerRoman`, ..), its pattern, where it starts."""

    kind: str
    text: str
    start: int


def next_number(counters: Counters, list_id: str, level: int, levels: Mapping[int, Level]) -> str:
    """Count one item of a list on, at a level from 0, and write its number. Deeper levels begin anew."""
    rule = levels[level]
    for key in [key for key in counters if key[0] == list_id and key[1] > level]:
        del counters[key]
    counters[list_id, level] = counters.get((list_id, level), rule.start - 1) + 1
    mark = rule.text or f"%{level + 1}."
    for depth in range(_DEEPEST):
        if f"%{depth + 1}" in mark:
            other = levels.get(depth, rule)
            number = counters.get((list_id, depth), other.start)
            mark = mark.replace(f"%{depth + 1}", numeral(number, other.kind))
    return mark


def numeral(number: int, kind: str) -> str:
    """Write a number as a list does; figures where the kind is unknown or has no sign for it."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 5 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < _ROMAN_MOST:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman if kind == "lowerRoman" else roman.upper()
    return f"{number:02d}" if kind == "decimalZero" else str(number)
