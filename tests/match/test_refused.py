"""A word that was seen to stand in another sense does not come back in by way of the paraphrase model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from resumefit.core.protocols import Prediction
from resumefit.lexicon import load_lexicon
from resumefit.match import build_matcher
from tests.match.build import REAL


class Listener:
    """A classifier that keeps what it is given to read."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def predict(self, texts: Sequence[str]) -> list[Prediction]:
        self.heard += texts
        return [Prediction(None, 1.0, (("none", 1.0),)) for _ in texts]


class Doubter:
    """Believes nothing in any context."""

    threshold = 1.0

    def probabilities_of(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        return [0.0 for _ in rows]


LISTENER = Listener()
MATCHER = build_matcher(load_lexicon(REAL), paraphrases=(LISTENER, Doubter()))


@pytest.mark.parametrize(
    ("line", "word", "read"),
    [
        pytest.param("Took the hurdles and the sprint at the county games.", "sprint", False, id="a race"),
        pytest.param("Replaced the Spark plugs and belts of forty council vans.", "Spark", False, id="a part of an engine"),
        pytest.param("Wrote for the office what to finish by Monday and what by Friday.", "Monday", False, id="a day"),
        pytest.param("Planned each sprint with the developers, and held the sprint review.", "sprint", True, id="the skill"),
    ],
)
def test_the_model_reads_a_word_only_in_the_sense_of_the_skill(line: str, word: str, read: bool) -> None:
    LISTENER.heard.clear()
    MATCHER.match_line(line)
    assert len(LISTENER.heard) == 1
    assert (word in LISTENER.heard[0]) is read
