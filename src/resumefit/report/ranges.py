"""How the range round a score is written: in whole points, rounded outwards, so that the score lies within."""

from __future__ import annotations

from math import ceil, floor


def whole_range(low: float, high: float, *, between: str = "-") -> str:
    """Return the whole numbers that a score lies between; nothing when no doubt is left."""
    return f"{floor(low)}{between}{ceil(high)}" if high > low else ""
