"""Versions of one resume are found by their text or their contact, and each link is to the earliest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.batch.fingerprint import ALIKE, SLOTS, Fingerprints, min_hash

WORDS = [f"word{number}" for number in range(400)]


def links(*rows: tuple[int, tuple[int, ...], str | None]) -> list[tuple[int, int, str]]:
    prints = Fingerprints()
    for row in rows:
        prints.add(*row)
    return list(prints.linked())


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        pytest.param(0, True, id="the same words"),
        pytest.param(5, True, id="five of 400 words changed"),
        pytest.param(200, False, id="half of the words changed"),
    ],
)
def test_texts_that_are_nearly_the_same_are_linked(changed: int, found: bool) -> None:
    step = len(WORDS) // changed if changed else len(WORDS) + 1
    other = [f"new{index}" if index % step == 1 else word for index, word in enumerate(WORDS)]
    found_links = links((4, min_hash(" ".join(WORDS)), None), (9, min_hash(" ".join(other)), None))
    assert found_links == ([(4, 9, "nearly the same text")] if found else [])


def test_the_same_contact_is_told_before_the_text_and_links_to_the_earliest() -> None:
    text, other = min_hash("one two three four five six"), min_hash("red orange yellow green blue violet")
    assert links((1, text, "a"), (2, other, "a"), (3, text, None), (5, other, "a")) == [
        (1, 2, "same contact"),
        (1, 3, "nearly the same text"),
        (1, 5, "same contact"),
    ]


def test_nothing_is_linked_in_nothing() -> None:
    assert links() == []


@given(st.lists(st.integers(0, SLOTS), min_size=1, max_size=12), st.integers(0, 2**32))
def test_links_hold_by_the_fingerprints_themselves(shares: list[int], seed: int) -> None:
    """Each list of slots shares its first N with the first list: links must be those alike, and all equal ones."""
    chance = np.random.default_rng(seed)
    first = chance.integers(0, 2**32, SLOTS)
    rows = [first]
    for share in shares:
        row = chance.integers(0, 2**32, SLOTS)
        row[:share] = first[:share]
        rows.append(row)
    found = links(*((place, tuple(row.tolist()), None) for place, row in enumerate(rows)))
    for earlier, later, _why in found:
        assert earlier < later
        assert (rows[earlier] == rows[later]).mean() >= ALIKE
    # 45 slots in a row hold whole bands, so a pair with as many is always compared.
    assert {later for _earlier, later, _why in found} >= {at for at, share in enumerate(shares, start=1) if share >= 45}
    assert all(earlier == 0 for earlier, later, _why in found if shares[later - 1] >= 45)
