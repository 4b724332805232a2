"""A mention of a line as one of the document: nothing that it says is lost on the way."""

from __future__ import annotations

from dataclasses import fields, replace

from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.match.line_reader import moved

PLACED = {"start", "stop", "sentence_start", "sentence_stop", "section", "position", "page"}
ODD = Mention(
    skill="kafka", label="Kafka", competency="distributed-systems", status=Status.ASPIRING, start=3, stop=8, sentence_start=0,
    sentence_stop=20, outcome=True, found_by=FoundBy.MODEL, confidence=0.4, counted=False, reason="because",
)


def test_only_the_place_changes() -> None:
    plain = Mention(
        skill=None, label="", competency="", status=Status.LISTED, start=0, stop=0, sentence_start=0, sentence_stop=0,
    )
    kept = {field.name for field in fields(Mention)} - PLACED
    assert all(getattr(ODD, name) != getattr(plain, name) for name in kept)  # else a value that is lost would not be missed
    found = moved(ODD, 100, section="experience", position=2, page=1)
    assert found == replace(
        ODD, start=103, stop=108, sentence_start=100, sentence_stop=120, section="experience", position=2, page=1,
    )
