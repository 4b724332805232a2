from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.resume import Position
from resumefit.score.seniority import LADDER, seniority_of, title_level
from tests.score.build import material, position


@pytest.mark.parametrize(("title", "level"), [
    ("Product Manager", None), ("Senior Product Manager, AI", "senior"), ("Associate Product Manager", "junior"),
    ("Group Product Manager", "principal"), ("Head of Product", "director"), ("VP Product", "executive"), ("Sr. PM", "senior"),
])
def test_the_rung_that_a_title_names(title: str, level: str | None) -> None:
    assert title_level(title) == level


def test_the_rungs_that_titles_name_are_those_of_the_ladder() -> None:
    named = {title_level(title) for title in ("Junior PM", "Senior PM", "Principal PM", "Director of Product", "VP Product")}
    assert named <= set(LADDER)
    assert len(named) == 5


def _held(*titles: str) -> tuple[Position, ...]:
    return tuple(position(title, "Fjord Freight", (2015 + at, 1), (2015 + at, 12)) for at, title in enumerate(titles))


@pytest.mark.parametrize(("titles", "level"), [
    pytest.param(("Product Manager",), "mid", id="no more said"),
    pytest.param(("Senior Product Manager", "Product Manager"), "senior", id="the highest counts"),
    pytest.param(("Chief Engineer", "Product Owner"), "mid", id="other trades do not count"),
])
def test_a_persons_seniority_is_that_of_the_highest_product_role(titles: tuple[str, ...], level: str) -> None:
    found = seniority_of(material((), positions=_held(*titles), years_product=2.5).resume)
    assert found is not None
    assert (found.level, found.years) == (level, 2.5)


def test_who_held_no_product_role_has_none() -> None:
    assert seniority_of(material((), positions=_held("Chief Engineer")).resume) is None
    assert seniority_of(material(()).resume) is None


def test_a_further_position_never_lowers_it() -> None:
    before = material((), positions=_held("Senior Product Manager")).resume
    after = replace(before, positions=(*before.positions, *_held("Junior Product Manager")))
    assert seniority_of(before) == seniority_of(after)
