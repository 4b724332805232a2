"""Rounds points so that what is printed adds up: to tenths, by largest remainder."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal


def tenth(value: float) -> float:
    """Round half up to one decimal, after clearing the noise of binary fractions."""
    return float(Decimal(repr(round(value, 9))).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def points_that_add_up(exact: Sequence[float]) -> tuple[float, ...]:
    """Round each of `exact` to a tenth above or below it, so that all add up to their rounded sum.

    Takes values of 0 or more. The tenths that rounding down leaves over go to the largest remainders, the first of
    equals. A zero stays zero.
    """
    clean = [round(value * 10, 8) for value in exact]
    floors = [math.floor(value) for value in clean]
    left = round(tenth(math.fsum(exact)) * 10) - sum(floors)
    order = sorted(range(len(clean)), key=lambda index: (floors[index] - clean[index], index))
    for index in order[:left]:
        floors[index] += 1
    return tuple(value / 10 for value in floors)
