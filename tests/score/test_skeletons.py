"""The advice earns what it promises: a skeleton with its blanks filled is a named deed of its competency."""

from __future__ import annotations

import pytest

from resumefit.core.mention import FoundBy, Status
from resumefit.match.outcome import has_outcome
from resumefit.pipeline import Engine, load_engine
from tests.score.filled import fill
from tests.score.test_advice import ADVICE, LEXICON

COMPETENCY = {
    **{skill.id: skill.competency for skill in LEXICON.skills}, **{item.id: item.id for item in LEXICON.competencies}
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.mark.parametrize("key", sorted(ADVICE))
def test_a_filled_skeleton_is_found_as_a_named_deed_of_its_competency(key: str, engine: Engine) -> None:
    line = fill(ADVICE[key].show)
    assert "[" not in line
    found = [
        mention.label for mention in engine.matcher.match_text(line)
        if mention.competency == COMPETENCY[key] and mention.status is Status.DEMONSTRATED and mention.counted
        and mention.found_by is FoundBy.LEXICON
    ]
    assert found, f"{line!r} names no usual term of {COMPETENCY[key]}"


@pytest.mark.parametrize("competency", [item.id for item in LEXICON.competencies])
def test_a_skeleton_for_a_whole_competency_has_room_for_a_result(competency: str) -> None:
    """What closes a gap is a deed with its result; a skeleton that leaves none out would promise too much."""
    assert has_outcome(fill(ADVICE[competency].show))
