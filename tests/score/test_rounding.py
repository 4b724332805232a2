from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.score.rounding import points_that_add_up, tenth


@pytest.mark.parametrize(("value", "rounded"), [
    pytest.param(0.25, 0.3, id="half goes up"),
    pytest.param(0.35, 0.4, id="half goes up where the binary fraction lies below it"),
    pytest.param(0.1 + 0.2, 0.3, id="binary noise is cleared"),
    pytest.param(71.249, 71.2, id="down"),
])
def test_tenths_round_half_up(value: float, rounded: float) -> None:
    assert tenth(value) == rounded


@pytest.mark.parametrize(("exact", "rounded"), [
    pytest.param([1.25, 1.25, 1.25, 1.25], (1.3, 1.3, 1.2, 1.2), id="two tenths left over go to the first of equals"),
    pytest.param([3.33, 3.33, 3.34], (3.3, 3.3, 3.4), id="the largest remainder goes up"),
    pytest.param([0.0, 5.96], (0.0, 6.0), id="zero stays zero"),
    pytest.param([], (), id="nothing"),
])
def test_points_are_rounded_by_largest_remainder(exact: list[float], rounded: tuple[float, ...]) -> None:
    assert points_that_add_up(exact) == rounded


@given(st.lists(st.floats(0, 9.375), max_size=23))
def test_rounded_points_add_up_to_the_rounded_sum_and_stay_within_a_tenth(exact: list[float]) -> None:
    points = points_that_add_up(exact)
    assert round(math.fsum(points), 6) == tenth(math.fsum(exact))
    assert all(abs(point - value) < 0.1 + 1e-6 for point, value in zip(points, exact, strict=True))
