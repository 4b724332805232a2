"""Works out an audit: how scores and selections fall over the groups of each column, and over their crossings.

Groups below the minimum size are shown with their figures and named too small; only the others are compared. Nothing here says
whether a difference is fair: a score reads evidence, and groups may differ in what their resumes show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from resumefit.audit.frames import largest_difference, selection_rates, true_positive_rates
from resumefit.audit.intervals import (
    NOTHING,
    Draws,
    Estimate,
    Share,
    by_chance,
    draw_rates,
    estimate,
    mean_estimate,
    rate_estimate,
)
from resumefit.audit.people import Person, Roll
from resumefit.core.assessment import Level
from resumefit.score.constants import LEVELS

# A rate of one half among 20 people has an interval of 22 points to either side (1.96 * sqrt(0.25 / 20)); fewer say next to nothing.
MINIMUM = 20
# Where a reader would begin to look: docs/scoring.md, levels.
DEFAULT_CUT_OFF = next(least for least, level, _ in LEVELS if level is Level.NEARLY_READY)
CUT_OFFS = tuple(float(cut_off) for cut_off in range(1, 101))
BINS = 20
_QUANTILES = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Distribution:
    """A group's scores: the mean, five quantiles (least, quarter, median, three quarters, most), people in each 5 points."""

    mean: Estimate
    quantiles: tuple[float, ...]
    bins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One group. `without_result` files gave no score and are in no rate; `good` of the people have a good outcome.

    `impact` is the rate over that of the group selected most; None while either is too small or nobody is selected.
    """

    name: str
    people: int
    without_result: int
    enough: bool
    selected: int
    rate: Estimate
    impact: Estimate
    good: int
    enough_good: bool
    found: Estimate
    scores: Distribution


@dataclass(frozen=True, slots=True)
class Gap:
    """The largest difference between two groups; `most` and `least` name them, `groups` are compared.

    The interval is of these two groups, and reaches below 0 where resampling turns them round.

    `chance` is what 95 of 100 random shufflings of the group labels stay below, `as_large` the share that reach the difference.
    """

    value: Estimate
    most: str
    least: str
    groups: int
    chance: float
    as_large: float

    @property
    def beyond_chance(self) -> bool:
        """Whether the difference is larger than chance makes."""
        return (self.value.value or 0.0) > self.chance


@dataclass(frozen=True, slots=True)
class CutOff:
    """Selection at one cut-off: rates by group, in the order of the curve's groups; `impact` is least over most."""

    cut_off: float
    selected: int
    rates: tuple[float, ...]
    impact: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The same at every cut-off, for the groups that are large enough. `lowest` is where the ratio of rates is least.

    Cut-offs that fewer than the minimum reach are in `points`, but never the lowest.
    """

    groups: tuple[str, ...]
    points: tuple[CutOff, ...]
    lowest: CutOff | None


@dataclass(frozen=True, slots=True)
class FeatureFigures:
    """A column of groups, or a crossing of columns. `without_group` people have no value here and are in no figure."""

    name: str
    columns: tuple[str, ...]
    without_group: int
    groups: tuple[GroupFigures, ...]
    parity: Gap | None
    impact: Estimate
    opportunity: Gap | None
    curve: Curve


@dataclass(frozen=True, slots=True)
class Audit:
    """A whole audit with what it rests on."""

    roll: Roll
    cut_off: float
    minimum: int
    features: tuple[FeatureFigures, ...]

    @property
    def comparisons(self) -> int:
        """How many differences were looked at: among many, some are large by chance."""
        return sum((entry.parity is not None) + (entry.opportunity is not None) for entry in self.features)


def audit(roll: Roll, *, cut_off: float, minimum: int = MINIMUM) -> Audit:
    """Work out all figures at a cut-off; a person is selected at or above it."""
    crossings = [list(pair) for pair in combinations(range(len(roll.features)), 2)]
    if len(roll.features) > 2:
        crossings.append(list(range(len(roll.features))))
    wanted = [*([index] for index in range(len(roll.features))), *crossings]
    features = tuple(_feature(roll, columns, cut_off=cut_off, minimum=minimum) for columns in wanted)
    return Audit(roll, cut_off, minimum, features)


@dataclass(frozen=True, slots=True)
class _Members:
    """One group's people, those with a score apart."""

    name: str
    scored: tuple[Person, ...]
    without_result: int

    @property
    def scores(self) -> tuple[float, ...]:
        return tuple(person.score for person in self.scored if person.score is not None)

    @property
    def good(self) -> tuple[float, ...]:
        return tuple(person.score for person in self.scored if person.outcome and person.score is not None)


def _feature(roll: Roll, columns: Sequence[int], *, cut_off: float, minimum: int) -> FeatureFigures:
    name = " x ".join(roll.features[index] for index in columns)
    groups: dict[str, list[Person]] = {}
    without_group = 0
    for person in roll.people:
        values = [person.groups[index] for index in columns]
        if any(value is None for value in values):
            without_group += 1
        else:
            groups.setdefault(" / ".join(str(value) for value in values), []).append(person)
    members = tuple(
        _Members(
            label,
            tuple(person for person in found if person.score is not None),
            sum(person.score is None for person in found),
        )
        for label, found in sorted(groups.items())
    )
    return _measured(name, tuple(roll.features[index] for index in columns), without_group, members, cut_off, minimum)


def _measured(
    name: str, columns: tuple[str, ...], without_group: int, members: tuple[_Members, ...], cut_off: float, minimum: int
) -> FeatureFigures:
    selected = _selected(members, cut_off)
    found = _found(members, cut_off)
    large = [index for index, group in enumerate(members) if len(group.scored) >= minimum]
    rich = [index for index, group in enumerate(members) if len(group.good) >= minimum]
    rates = draw_rates(selected, name=f"{name} selected") if members else np.zeros((0, 0))
    hits = draw_rates(found, name=f"{name} found") if members else np.zeros((0, 0))
    impacts = _impacts(selected, rates, large)
    figures = tuple(
        GroupFigures(
            name=group.name, people=len(group.scored), without_result=group.without_result, enough=index in large,
            selected=selected[index].part, rate=rate_estimate(selected[index], rates[:, index]), impact=impacts[index],
            good=found[index].whole, enough_good=index in rich, found=rate_estimate(found[index], hits[:, index]),
            scores=_distribution(group, name),
        )
        for index, group in enumerate(members)
    )
    return FeatureFigures(
        name, columns, without_group, figures, parity=_gap(members, selected, rates, large, f"{name} parity"),
        impact=_least_impact(members, selected, rates, large, cut_off), curve=_curve(members, large, minimum),
        opportunity=_gap(members, found, hits, rich, f"{name} opportunity"),
    )


def _selected(members: Sequence[_Members], cut_off: float) -> tuple[Share, ...]:
    scores, labels = _flat([(group.name, group.scores) for group in members])
    rates = selection_rates(scores, labels, [cut_off])[0] if scores else {}
    return tuple(Share(round(rates.get(group.name, 0.0) * len(group.scored)), len(group.scored)) for group in members)


def _found(members: Sequence[_Members], cut_off: float) -> tuple[Share, ...]:
    scores, labels = _flat([(group.name, group.good) for group in members])
    rates = true_positive_rates(scores, [True] * len(scores), labels, cut_off)
    return tuple(Share(round(rates.get(group.name, 0.0) * len(group.good)), len(group.good)) for group in members)


def _flat(groups: Sequence[tuple[str, Sequence[float]]]) -> tuple[list[float], list[str]]:
    """Lay the groups' scores one after another, each with its group."""
    return [score for _, scores in groups for score in scores], [name for name, scores in groups for _ in scores]


def _impacts(selected: Sequence[Share], rates: Draws, large: Sequence[int]) -> tuple[Estimate, ...]:
    """Return each large group's rate over the highest; in every resample the same group stays the one compared with."""
    top = max(large, key=lambda index: selected[index].rate, default=None)
    if top is None or not selected[top].part or len(large) < 2:
        return (NOTHING,) * len(selected)
    below = np.where(rates[:, top] > 0, rates[:, top], np.nan)
    return tuple(
        estimate(share.rate / selected[top].rate, rates[:, index] / below)
        if index in large and index != top
        else (Estimate(1.0) if index == top else NOTHING)
        for index, share in enumerate(selected)
    )


def _least_impact(
    members: Sequence[_Members], selected: Sequence[Share], rates: Draws, large: Sequence[int], cut_off: float
) -> Estimate:
    """Return the smallest rate over the largest, among groups that are large enough."""
    if len(large) < 2:
        return NOTHING
    scores, labels = _flat([(members[index].name, members[index].scores) for index in large])
    _, ratio = largest_difference(scores, labels, cut_off)
    if np.isnan(ratio):
        return NOTHING
    most = rates[:, max(large, key=lambda index: selected[index].rate)]
    least = rates[:, min(large, key=lambda index: selected[index].rate)]
    return estimate(ratio, least / np.where(most > 0, most, np.nan))


def _gap(
    members: Sequence[_Members], shares: Sequence[Share], draws: Draws, large: Sequence[int], name: str
) -> Gap | None:
    if len(large) < 2:
        return None
    compared = [shares[index] for index in large]
    most = max(large, key=lambda index: shares[index].rate)
    least = min(large, key=lambda index: shares[index].rate)
    value = shares[most].rate - shares[least].rate
    shuffled = by_chance(compared, name=name)
    return Gap(
        estimate(value, draws[:, most] - draws[:, least]), members[most].name, members[least].name, len(large),
        chance=float(np.percentile(shuffled, 95)),
        as_large=float((shuffled >= value - 1e-12).mean()),
    )


def _distribution(group: _Members, feature: str) -> Distribution:
    scores = group.scores
    if not scores:
        return Distribution(NOTHING, (), (0,) * BINS)
    counted, _ = np.histogram(scores, bins=BINS, range=(0.0, 100.0))
    quantiles = tuple(float(value) for value in np.percentile(scores, _QUANTILES))
    mean = mean_estimate(scores, name=f"{feature} mean {group.name}")
    return Distribution(mean, quantiles, tuple(int(count) for count in counted))


def _curve(members: Sequence[_Members], large: Sequence[int], minimum: int) -> Curve:
    names = tuple(members[index].name for index in large)
    if not large:
        return Curve((), (), None)
    scores, labels = _flat([(members[index].name, members[index].scores) for index in large])
    points = []
    for cut_off, by_group in zip(CUT_OFFS, selection_rates(scores, labels, CUT_OFFS), strict=True):
        rates = tuple(by_group[name] for name in names)
        impact = min(by_group.values()) / max(by_group.values()) if max(rates) else None
        points.append(CutOff(cut_off, sum(score >= cut_off for score in scores), rates, impact))
    thick = [(point.impact, point) for point in points if point.impact is not None and point.selected >= minimum]
    lowest = min(thick, key=lambda pair: pair[0], default=(None, None))[1] if len(large) > 1 else None
    return Curve(names, tuple(points), lowest)
