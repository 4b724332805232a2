"""The plots of an audit, as plain coordinates: a template draws them as inline SVG.

Three kinds: rates with their intervals, rates over all cut-offs, and how scores lie. Groups keep one colour and one dash throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.audit.figures import BINS, Curve, FeatureFigures, GroupFigures

# More lines than this in one plot cannot be told apart; the tables have them all.
MOST = 8
WIDTH, HEIGHT = 640.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 46.0, 14.0, 14.0, 40.0
RIDGE = 52.0
# Above each outline, for its name: on a telephone letters are this high.
NAME = 30.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A rate with its interval, along a scale of 0 to 1 that is 100 wide."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Line:
    """One group's path over the cut-offs; `place` chooses its colour and dash."""

    name: str
    place: int
    path: str


@dataclass(frozen=True, slots=True)
class Ridge:
    """One group's scores: the outline of its histogram, and where its middle half and median lie on a scale of 0 to 100."""

    name: str
    path: str
    people: int
    lower: float
    median: float
    upper: float
    words: str


def bar(group: GroupFigures) -> Bar | None:
    """Return a group's selection rate for a scale; None when nobody has a score."""
    rate = group.rate
    if rate.value is None:
        return None
    low = rate.value if rate.low is None else rate.low
    high = rate.value if rate.high is None else rate.high
    return Bar(_number(100 * rate.value), _number(100 * low), _number(100 * high))


def lines(curve: Curve) -> tuple[Line, ...]:
    """Return the selection rates over all cut-offs as paths, for the first MOST groups."""
    return tuple(
        Line(name, place, _path([(point.cut_off, point.rates[place]) for point in curve.points]))
        for place, name in enumerate(curve.groups[:MOST])
    )


def x_of(score: float) -> float:
    """Return where a score of 0 to 100 stands across a plot."""
    return _number(LEFT + (WIDTH - LEFT - RIGHT) * score / 100)


def y_of(rate: float) -> float:
    """Return how far down a rate of 0 to 1 stands in a plot."""
    return _number(TOP + (HEIGHT - TOP - BOTTOM) * (1 - rate))


def ridges(feature: FeatureFigures) -> tuple[Ridge, ...]:
    """Return how the scores of each group lie, for the first MOST groups; each outline is scaled to its own people."""
    shown = [group for group in feature.groups if group.scores.quantiles][:MOST]
    highest = max((max(group.scores.bins) / group.people for group in shown), default=1.0)
    found = []
    for group in shown:
        least, lower, median, upper, most = group.scores.quantiles
        words = (
            f"{group.name}: median {median:.1f}, middle half {lower:.1f} to {upper:.1f}, all {least:.1f} to {most:.1f}"
        )
        shares = [count / group.people / highest for count in group.scores.bins]
        found.append(
            Ridge(group.name, _steps(shares), group.people, x_of(lower), x_of(median), x_of(upper), words)
        )
    return tuple(found)


def colours(names: Sequence[str]) -> dict[str, int]:
    """Return which colour each group has, in its order; groups beyond MOST share the last."""
    return {name: min(place, MOST - 1) for place, name in enumerate(names)}


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x_of(cut_off):g} {y_of(rate):g}" for cut_off, rate in points)


def _steps(shares: Sequence[float]) -> str:
    """Return the outline of a histogram standing on y = 0, RIDGE high at most, upwards as SVG counts (negative)."""
    wide = 100 / BINS
    corners = []
    for index, share in enumerate(shares):
        height = _number(-RIDGE * share)
        corners += [f"{x_of(index * wide):g} {height:g}", f"{x_of((index + 1) * wide):g} {height:g}"]
    return f"M{x_of(0):g} 0L" + "L".join(corners) + f"L{x_of(100):g} 0Z"


def _number(value: float) -> float:
    return round(value, 1) + 0.0
