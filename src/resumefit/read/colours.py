"""Which text cannot be told from what lies beneath it, for every format that says its colours.

What lies beneath is a set of colours, since text may stand on any part of a gradient, or on a page or on a shape drawn on
it; None where it is not known. Text is accused only where it cannot be seen on any of them.
"""

from __future__ import annotations

import re

Colour = tuple[int, int, int]
Ground = frozenset[Colour] | None

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
PAPER: Ground = frozenset({WHITE})

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
# Neighbouring greys: up to here nobody sees a difference, on paper or on a screen.
_SAME_MOST = 14
# A little more is not seen where it makes next to no contrast (WCAG 2.2, relative luminance): #F0F0F0 on white has 1.14.
_NEAR_MOST, _CONTRAST_MOST = 24, 1.15
_WHITE_LEAST = 241


def from_hex(text: str | None) -> Colour | None:
    """Read a colour written as six hexadecimal digits; None for anything else."""
    match = _HEX.fullmatch(text or "")
    return (int(match[1][:2], 16), int(match[1][2:4], 16), int(match[1][4:], 16)) if match else None


def only(colour: Colour | None) -> Ground:
    """Return the ground of one colour; unknown for None."""
    return None if colour is None else frozenset({colour})


def either(*grounds: Ground) -> Ground:
    """Return the ground that is one of several; unknown where one of them is."""
    colours: set[Colour] = set()
    for ground in grounds:
        if ground is None:
            return None
        colours |= ground
    return frozenset(colours)


def is_unseen(colour: Colour | None, ground: Ground, *, alpha: float = 1.0) -> bool:
    """Tell whether text of a colour cannot be seen on any colour of the ground; `alpha` is how solid it is, 0 to 1."""
    if colour is None or not ground:
        return False
    return all(_alike(mixed(colour, beneath, alpha), beneath) for beneath in ground)


def kind_of(ground: Ground) -> str:
    """Name the way of hiding text that cannot be told from this ground."""
    light = all(min(colour) >= _WHITE_LEAST for colour in ground or ())
    return "white-on-white" if light else "same-colour"


def mixed(over: Colour, under: Colour, share: float) -> Colour:
    """Lay one colour over another; `share` is how much of it is seen, 0 to 1."""
    share = min(1.0, max(0.0, share))
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(over, under, strict=True))
    return (red, green, blue)


def _alike(first: Colour, second: Colour) -> bool:
    difference = max(abs(a - b) for a, b in zip(first, second, strict=True))
    if difference <= _SAME_MOST or difference > _NEAR_MOST:
        return difference <= _SAME_MOST
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05) < _CONTRAST_MOST


def _luminance(colour: Colour) -> float:
    red, green, blue = ((c / 12.92) if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
