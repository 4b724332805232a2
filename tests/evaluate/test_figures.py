"""Figures are ratios of sums, with intervals that hold them and do not change from run to run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.evaluate.confidence import BINS, calibration
from resumefit.evaluate.figures import Figure, Tally, bootstrap
from resumefit.evaluate.run import compare_with

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40)


def tally(pairs: list[tuple[bool, bool]]) -> Tally:
    return Tally(
        "share", tuple(float(part and whole) for part, whole in pairs), tuple(float(whole) for _, whole in pairs)
    )


def test_a_figure_is_the_sum_of_parts_over_the_sum_of_wholes() -> None:
    figure = bootstrap([Tally("recall", (1.0, 0.0, 2.0), (1.0, 1.0, 2.0))])[0]
    assert (figure.value, figure.units) == (0.75, 3)


def test_nothing_to_measure_is_none_and_not_zero() -> None:
    assert bootstrap([Tally("recall", (0.0, 0.0), (0.0, 0.0))])[0] == Figure("recall", None, None, None, 0)


@given(PAIRS)
def test_the_interval_holds_the_value_and_stays_between_zero_and_one(pairs: list[tuple[bool, bool]]) -> None:
    figure = bootstrap([tally(pairs)])[0]
    if figure.value is None:
        return
    assert figure.low is not None
    assert figure.high is not None
    assert 0 <= figure.low <= figure.value <= figure.high <= 1


@given(PAIRS)
def test_the_same_units_give_the_same_interval(pairs: list[tuple[bool, bool]]) -> None:
    assert bootstrap([tally(pairs)]) == bootstrap([tally(pairs)])


def test_many_units_make_a_narrower_interval_than_few() -> None:
    few, many = (bootstrap([Tally("share", (1.0, 0.0) * count, (1.0, 1.0) * count)])[0] for count in (5, 200))
    assert few.low is not None
    assert many.low is not None
    assert many.low > few.low


@pytest.mark.parametrize(("value", "falls"), [(0.79, True), (0.80, False), (0.95, False)])
def test_a_figure_has_fallen_when_it_lies_below_the_older_interval(value: float, falls: bool) -> None:
    old = [Figure("recall", 0.9, 0.8, 0.96, 50), Figure("precision", None, None, None, 0)]
    new = [Figure("recall", value, 0.7, 0.9, 50), Figure("precision", 0.1, 0.0, 0.2, 50)]
    assert bool(compare_with(new, old)) == falls


def test_calibration_counts_each_find_in_one_bin() -> None:
    finds = [[(0.5, True), (0.65, False)], [], [(0.92, True), (1.0, True), (0.9, False)]]
    found = {figure.name: figure.value for figure in bootstrap(calibration(finds))}
    assert found["model sure 0.00 to 0.60: said"] == 0.5
    assert found["model sure 0.00 to 0.60: right"] == 1.0
    assert found["model sure 0.60 to 0.75: right"] == 0.0
    assert found["model sure 0.75 to 0.90: said"] is None
    assert found["model sure 0.90 to 1.00: said"] == pytest.approx((0.92 + 1.0 + 0.9) / 3, abs=1e-4)
    assert found["model sure 0.90 to 1.00: right"] == pytest.approx(2 / 3, abs=1e-4)
    assert sum(sum(tally.wholes) for tally in calibration(finds)) == 2 * 5
    assert BINS[0][0] == 0.0
    assert BINS[-1][1] == 1.0


@pytest.mark.parametrize(
    ("right", "low", "high"),
    [
        # 0.025 to the power 1 / 12 is exp(-3.6889 / 12) = 0.7354.
        pytest.param(1.0, 0.7354, 1.0, id="all of twelve"),
        pytest.param(0.0, 0.0, 0.2646, id="none of twelve"),
    ],
)
def test_units_that_all_agree_still_leave_doubt(right: float, low: float, high: float) -> None:
    assert bootstrap([Tally("share", (right,) * 12, (1.0,) * 12)])[0] == Figure("share", right, low, high, 12)
