"""The figures of an audit against values worked out by hand on small tables."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumefit.audit import Roll, audit
from resumefit.audit.figures import FeatureFigures
from resumefit.audit.frames import largest_difference, selection_rates, true_positive_rates
from resumefit.audit.intervals import Share, by_chance, draw_rates, rate_estimate
from resumefit.audit.people import Person


def _roll(*people: tuple[float | None, str | None, bool | None], features: tuple[str, ...] = ("team",)) -> Roll:
    found = tuple(Person(score, (group,), outcome) for score, group, outcome in people)
    return Roll("ai-pm", features, "did well", found, 0, 0, 0)


# 4 of 5 of A reach 50, 2 of 5 of B: rates 0.8 and 0.4.
TEN = _roll(
    (90.0, "A", True), (80.0, "A", True), (70.0, "A", True), (50.0, "A", False), (10.0, "A", True),
    (60.0, "B", True), (55.0, "B", False), (49.9, "B", True), (20.0, "B", True), (0.0, "B", True),
)  # fmt: skip


@pytest.fixture(scope="module")
def team() -> FeatureFigures:
    (found,) = audit(TEN, cut_off=50.0, minimum=2).features
    return found


def test_selection_rates_count_scores_at_the_cut_off(team: FeatureFigures) -> None:
    assert [(group.name, group.people, group.selected, group.rate.value) for group in team.groups] == [
        ("A", 5, 4, 0.8),
        ("B", 5, 2, 0.4),
    ]


def test_the_impact_ratio_is_over_the_group_selected_most(team: FeatureFigures) -> None:
    assert [group.impact.value for group in team.groups] == [1.0, 0.5]
    assert team.impact.value == 0.5


def test_the_parity_difference_is_the_highest_rate_less_the_lowest(team: FeatureFigures) -> None:
    assert team.parity is not None
    assert (team.parity.value.value, team.parity.most, team.parity.least, team.parity.groups) == (0.4, "A", "B", 2)


def test_the_opportunity_difference_is_among_good_outcomes_alone(team: FeatureFigures) -> None:
    """A: 3 of 4 good ones are selected; B: 1 of 4."""
    assert team.opportunity is not None
    assert [(group.good, group.found.value) for group in team.groups] == [(4, 0.75), (4, 0.25)]
    assert team.opportunity.value.value == 0.5


def test_scores_are_summed_up_by_mean_quantiles_and_bins(team: FeatureFigures) -> None:
    first = team.groups[0].scores
    assert first.mean.value == 60.0
    assert first.quantiles == (10.0, 50.0, 70.0, 80.0, 90.0)
    assert {index: count for index, count in enumerate(first.bins) if count} == {2: 1, 10: 1, 14: 1, 16: 1, 18: 1}


def test_the_curve_has_every_cut_off_and_names_the_lowest_ratio(team: FeatureFigures) -> None:
    by_cut_off = {point.cut_off: point for point in team.curve.points}
    assert sorted(by_cut_off) == [float(score) for score in range(1, 101)]
    assert by_cut_off[1.0].rates == (1.0, 0.8)
    assert by_cut_off[60.0].rates == (0.6, 0.2)
    assert by_cut_off[60.0].selected == 4
    assert by_cut_off[91.0].impact is None
    # From 61 to 70 three of A and none of B are selected.
    assert team.curve.lowest is not None
    assert (team.curve.lowest.cut_off, team.curve.lowest.impact) == (61.0, 0.0)


def test_chance_is_worked_out_exactly(team: FeatureFigures) -> None:
    """6 of 10 are selected; splits of 6 into fives are 3-3 (100 of 210 ways), 4-2 or 2-4 (100), 5-1 or 1-5 (10)."""
    assert team.parity is not None
    assert team.parity.as_large == pytest.approx(110 / 210, abs=0.04)
    assert team.parity.chance == 0.4


def test_small_groups_are_shown_but_compared_with_nobody() -> None:
    people = [(60.0, "A", None)] * 3 + [(40.0, "B", None)] * 3 + [(99.0, "C", None)] * 2
    (found,) = audit(_roll(*people), cut_off=50.0, minimum=3).features
    assert [(group.name, group.enough, group.rate.value, group.impact.value) for group in found.groups] == [
        ("A", True, 1.0, 1.0),
        ("B", True, 0.0, 0.0),
        ("C", False, 1.0, None),
    ]
    assert found.parity is not None
    assert found.parity.groups == 2
    assert found.curve.groups == ("A", "B")


def test_people_without_a_group_or_a_score_are_counted_and_in_no_rate() -> None:
    people = [(60.0, "A", None), (None, "A", None), (70.0, None, None), (40.0, "B", None)]
    (found,) = audit(_roll(*people), cut_off=50.0, minimum=1).features
    assert found.without_group == 1
    assert [(group.name, group.people, group.without_result) for group in found.groups] == [("A", 1, 1), ("B", 1, 0)]


def test_columns_are_crossed() -> None:
    people = tuple(
        Person(score, groups, None)
        for score, groups in [
            (60.0, ("w", "x", "1")), (40.0, ("w", "y", "1")), (60.0, ("m", "x", "2")), (60.0, ("m", "y", None)),
        ]
    )  # fmt: skip
    found = audit(Roll("all", ("sex", "site", "unit"), None, people, 0, 0, 0), cut_off=50.0, minimum=1)
    assert [feature.name for feature in found.features] == [
        "sex", "site", "unit", "sex x site", "sex x unit", "site x unit", "sex x site x unit",
    ]  # fmt: skip
    crossed = {feature.name: feature for feature in found.features}
    assert [(group.name, group.rate.value) for group in crossed["sex x site"].groups] == [
        ("m / x", 1.0), ("m / y", 1.0), ("w / x", 1.0), ("w / y", 0.0),
    ]  # fmt: skip
    assert crossed["sex x site x unit"].without_group == 1


def test_nothing_is_said_where_nobody_is_selected() -> None:
    (found,) = audit(TEN, cut_off=95.0, minimum=2).features
    assert found.impact.value is None
    assert found.parity is not None
    assert found.parity.value.value == 0.0
    assert not math.isnan(found.parity.as_large)


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        # 1 - 0.025 ** (1 / 10) = 0.3085; the middle 95 % of binomial(100, 0.5) are 40 to 60.
        pytest.param(Share(0, 10), 0.0, 0.3085, id="none of ten"),
        pytest.param(Share(10, 10), 0.6915, 1.0, id="all of ten"),
        pytest.param(Share(50, 100), 0.40, 0.60, id="half of a hundred"),
    ],
)
def test_intervals_of_rates(share: Share, low: float, high: float) -> None:
    found = rate_estimate(share, draw_rates([share], name="x")[:, 0])
    assert found.low == pytest.approx(low, abs=0.011)
    assert found.high == pytest.approx(high, abs=0.011)


def test_the_same_table_gives_the_same_figures() -> None:
    assert audit(TEN, cut_off=50.0, minimum=2) == audit(TEN, cut_off=50.0, minimum=2)


def test_a_further_column_changes_nothing_in_the_others(team: FeatureFigures) -> None:
    people = tuple(Person(entry.score, (*entry.groups, "same"), entry.outcome) for entry in TEN.people)
    wider = audit(Roll("ai-pm", ("team", "site"), "did well", people, 0, 0, 0), cut_off=50.0, minimum=2)
    assert wider.features[0] == team


SCORES = st.lists(
    st.tuples(st.integers(0, 100).map(float), st.sampled_from("ABC"), st.booleans()), min_size=1, max_size=30
)


@given(SCORES, st.integers(1, 100))
@settings(max_examples=25, deadline=None)
def test_fairlearn_and_counting_agree(people: list[tuple[float, str, bool]], cut_off: int) -> None:
    scores, groups, good = (list(column) for column in zip(*people, strict=True))
    counted = {
        group: sum(score >= cut_off for score, other, _ in people if other == group) / groups.count(group)
        for group in set(groups)
    }
    assert selection_rates(scores, groups, [float(cut_off)])[0] == pytest.approx(counted)
    difference, ratio = largest_difference(scores, groups, float(cut_off))
    assert difference == pytest.approx(max(counted.values()) - min(counted.values()))
    if max(counted.values()):
        assert ratio == pytest.approx(min(counted.values()) / max(counted.values()))
    found = true_positive_rates(scores, good, groups, float(cut_off))
    for group in set(groups):
        able = [score >= cut_off for score, other, is_good in people if other == group and is_good]
        assert found.get(group) == (pytest.approx(sum(able) / len(able)) if able else None)


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 40)), min_size=2, max_size=4))
@settings(max_examples=25, deadline=None)
def test_shuffled_differences_are_possible_ones(sizes: list[tuple[int, int]]) -> None:
    shares = [Share(min(part, whole), whole) for whole, part in sizes]
    found = by_chance(shares, name="x")
    assert ((found >= 0) & (found <= 1)).all()
    if all(share.part == share.whole for share in shares):
        assert not found.any()
