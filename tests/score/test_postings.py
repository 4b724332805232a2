"""Several postings side by side, counted by hand."""

from __future__ import annotations

from resumefit.core.assessment import JobMatch, Need, Standing
from resumefit.score.postings import lay_side_by_side


def _need(skill: str, *, required: bool = True, standing: Standing = Standing.MISSING, gain: float = 0.0) -> Need:
    return Need(skill, "some-competency", required, standing, 0.0, gain, 1, skill)


def _job(name: str, score: float, *needs: Need) -> JobMatch:
    return JobMatch(name, "ai-pm", "mid", (), (), (), (), (), score, needs=needs)


SIDE = lay_side_by_side(
    (
        _job("a", 40.0, _need("sql", gain=4.0), _need("roadmap", standing=Standing.SHOWN), _need("rag", gain=9.0)),
        _job("b", 60.0, _need("sql", required=False, gain=2.0), _need("roadmap", standing=Standing.SHOWN)),
        _job("c", 40.0, _need("kafka", gain=5.0), _need("roadmap", required=False, standing=Standing.SHOWN)),
    )
)


def test_the_best_match_comes_first_and_equals_stay_in_order() -> None:
    assert SIDE.ranked == (1, 0, 2)


def test_what_more_postings_ask_comes_first() -> None:
    assert [(ask.skill, ask.required_by, ask.preferred_by) for ask in SIDE.shared] == [
        ("roadmap", (0, 1), (2,)),
        ("sql", (0,), (1,)),
    ]
    assert [ask.asked_by for ask in SIDE.shared] == [(0, 1, 2), (0, 1)]


def test_what_one_posting_alone_asks_is_told_apart() -> None:
    assert [[ask.skill for ask in only] for only in SIDE.only] == [["rag"], [], ["kafka"]]


def test_worth_most_is_shared_and_not_yet_shown() -> None:
    assert [(ask.skill, ask.gain) for ask in SIDE.worth_most] == [("sql", 6.0)]


def test_no_postings_share_nothing() -> None:
    side = lay_side_by_side(())
    assert (side.shared, side.only, side.ranked) == ((), (), ())
