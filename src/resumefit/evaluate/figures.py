"""Figures as ratios of sums over units (lines, resumes), so that each can be resampled.

A figure is sum(parts) / sum(wholes). Its interval is the 95 % percentile bootstrap over units (Efron 1979), seeded. Where all
units are right, or all wrong, every draw is the same and the bootstrap says nothing: there it is the exact interval of
Clopper and Pearson (1934), whose other end is 0.025 to the power 1 / units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

ROUNDS = 1000
SEED = 20261101
_TAIL = 0.025  # of each end of a 95 % interval


@dataclass(frozen=True, slots=True)
class Tally:
    """What a figure is made of: one (part, whole) a unit. F1 is 2TP / (2TP + FP + FN), so it fits too."""

    name: str
    parts: tuple[float, ...]
    wholes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its 95 % interval; all None when nothing was there to measure. `units` had something to say."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    units: int


def bootstrap(tallies: Sequence[Tally]) -> tuple[Figure, ...]:
    """Turn tallies over the same units into figures."""
    if not tallies:
        return ()
    count = len(tallies[0].parts)
    draws = (
        np.random.default_rng(SEED).integers(0, count, size=(ROUNDS, count)) if count else np.zeros((0, 0), dtype=int)
    )
    return tuple(_figure(tally, draws) for tally in tallies)


def _figure(tally: Tally, draws: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> Figure:
    parts, wholes = np.array(tally.parts, dtype=float), np.array(tally.wholes, dtype=float)
    units = int((wholes > 0).sum())
    if not wholes.sum():
        return Figure(tally.name, None, None, None, units)
    sums = wholes[draws].sum(axis=1)
    drawn = parts[draws].sum(axis=1)[sums > 0] / sums[sums > 0]
    value, (low, high) = float(parts.sum() / wholes.sum()), np.percentile(drawn, [2.5, 97.5])
    if value == 1.0:
        low = _TAIL ** (1 / units)
    elif value == 0.0:
        high = 1 - _TAIL ** (1 / units)
    return Figure(tally.name, round(value, 4), round(float(low), 4), round(float(high), 4), units)
