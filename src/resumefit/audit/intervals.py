"""How far figures from a few people may be trusted: bootstrap intervals, and what chance alone would make of the same people.

All draws are seeded by the name of what is measured, so that the same table gives the same bytes, and a further column changes
nothing in the others. Resampling keeps each group's size: of a rate p among n people, a bootstrap sample is a binomial draw.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

ROUNDS = 2000
SEED = 20261101
_TAILS = (2.5, 97.5)
_DRAWN_AT_ONCE = 1_000_000  # people drawn in one go, for memory's sake

Draws = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval, as exact as floats are: rounded once, where it is written.

    `value` is None when nobody could be measured, a bound when resampling gave none.
    """

    value: float | None
    low: float | None = None
    high: float | None = None


NOTHING = Estimate(None)


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` people."""

    part: int
    whole: int

    @property
    def rate(self) -> float:
        """The share; 0 of nobody."""
        return self.part / self.whole if self.whole else 0.0


def dice(name: str) -> np.random.Generator:
    """Return the random numbers that belong to what is called `name`."""
    return np.random.default_rng([SEED, zlib.crc32(name.encode("utf-8"))])


def draw_rates(shares: Sequence[Share], *, name: str) -> Draws:
    """Return ROUNDS bootstrap samples (rows) of each share's rate (columns)."""
    sizes = np.array([share.whole for share in shares], dtype=np.int64)
    rates = np.array([share.rate for share in shares], dtype=float)
    drawn = dice(name).binomial(sizes, rates, size=(ROUNDS, len(shares)))
    return np.asarray(drawn / np.maximum(sizes, 1), dtype=float)


def rate_estimate(share: Share, draws: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Estimate:
    """Return a share with its interval.

    When none or all of a group are selected every resample looks the same, which is no certainty: the exact (Clopper-Pearson)
    bound stands in, 1 - 0.025^(1/n) away.
    """
    if not share.whole:
        return NOTHING
    slack = 1.0 - float(0.025 ** (1.0 / share.whole))
    if share.part == 0:
        return Estimate(0.0, 0.0, slack)
    if share.part == share.whole:
        return Estimate(1.0, 1.0 - slack, 1.0)
    return estimate(share.rate, draws)


def mean_estimate(values: Sequence[float], *, name: str) -> Estimate:
    """Return a mean with its bootstrap interval."""
    if not values:
        return NOTHING
    found = np.asarray(values, dtype=float)
    if len(found) == 1:
        return Estimate(float(found[0]))  # drawn again and again one value is always itself, which is no certainty
    random = dice(name)
    at_once = max(1, _DRAWN_AT_ONCE // len(found))
    means = np.concatenate(
        [
            found[random.integers(0, len(found), (min(at_once, ROUNDS - done), len(found)))].mean(axis=1)
            for done in range(0, ROUNDS, at_once)
        ]
    )
    return estimate(float(found.mean()), means)


def estimate(value: float, draws: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Estimate:
    """Return a value with the middle 95 % of its draws; draws without a value (NaN) are left out."""
    kept = draws[~np.isnan(draws)]
    if not len(kept):
        return Estimate(value)
    low, high = np.percentile(kept, _TAILS)
    return Estimate(value, float(low), float(high))


def by_chance(shares: Sequence[Share], *, name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the largest difference between groups' rates when group labels are dealt out at random, ROUNDS times.

    The people, the sizes of the groups and the number selected stay; only who belongs where is shuffled (a permutation test).
    """
    sizes = np.array([share.whole for share in shares], dtype=np.int64)
    selected = sum(share.part for share in shares)
    dealt = dice(f"{name} by chance").multivariate_hypergeometric(sizes, selected, size=ROUNDS, method="marginals")
    rates = dealt / sizes
    return np.asarray(rates.max(axis=1) - rates.min(axis=1), dtype=float)
