from __future__ import annotations

import pytest

from resumefit.core.assessment import Level
from resumefit.core.mention import Status
from resumefit.score.constants import LEVELS, level_of
from tests.score.build import AI, Said, assess, material, position

NOW = position("Product Manager", "Fjord Freight", (2022, 1), None)
SURE = Said("Ran drift detection on the forecast.", "drift detection", "model-monitoring", "drift-detection", position=0)


@pytest.mark.parametrize(("score", "level"), [
    (0.0, Level.NOT_YET), (24.9, Level.NOT_YET), (25.0, Level.DEVELOPING), (45.0, Level.NEARLY_READY), (64.9, Level.NEARLY_READY),
    (65.0, Level.READY), (85.0, Level.OUTSTANDING), (100.0, Level.OUTSTANDING),
])
def test_level_of_a_score(score: float, level: Level) -> None:
    assert level_of(score) is level


def test_every_level_has_a_meaning() -> None:
    assert {level for _, level, _ in LEVELS} == set(Level)


def test_evidence_leads_to_mentions_strongest_first() -> None:
    result = Said("Ran drift alerts, 40% fewer misses.", "drift alerts", "model-monitoring", "alerts", position=0, outcome=True)
    named = Said("Tools: Seldon", "Seldon", "model-monitoring", "seldon", Status.LISTED)
    scored = assess(material([named, SURE, result], positions=(NOW,)))
    found = next(item for item in scored.competencies if item.id == "model-monitoring")
    assert found.evidence == (2, 1, 0)
    assert found.why == "2 deeds, 1 with a measured result; 1 skill only named"


def test_nobody_scores_for_nothing() -> None:
    scored = assess(material(()))
    assert (scored.score, scored.low, scored.high, scored.level) == (0.0, 0.0, 0.0, Level.NOT_YET)
    weighed = [name for name, weight in AI.weights.items() if weight]
    assert [(item.points, item.why) for item in scored.competencies] == [(0, "nothing counted")] * len(weighed)
