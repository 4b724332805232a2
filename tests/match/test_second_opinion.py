"""Rules speak first; the models decide where rules are silent, and against them only where they are sure."""

from __future__ import annotations

import pytest

from resumefit.core.mention import Mention, Status
from resumefit.match import Matcher

from .build import one_line, small_matcher
from .second_opinion import matcher_with

SILENT = "Moved the order system to Kubernetes in eleven weeks"
ORDINARY = "Moved the order system to microservices in eleven weeks"
GUARDED = "Moved the platform of the orders to Kafka in eleven weeks"
AGAINST = "No experience with Kubernetes"


def only(matcher: Matcher, text: str) -> Mention:
    (mention,) = (mention for mention in matcher.match_line(text) if mention.skill in ("kubernetes", "microservices", "kafka"))
    return mention


@pytest.mark.parametrize(("text", "counts", "status"), [
    pytest.param(SILENT, 0.9, Status.DEMONSTRATED, id="silent rules, a sure yes"),
    pytest.param(SILENT, 0.65, Status.DEMONSTRATED, id="silent rules, an open question"),
    pytest.param(SILENT, 0.1, Status.OTHER, id="silent rules, a sure no"),
    pytest.param(AGAINST, 0.6, Status.NEGATED, id="rules against, a mild yes"),
    pytest.param(AGAINST, 0.97, Status.LISTED, id="rules against, a sure yes"),
])  # fmt: skip
def test_who_decides(text: str, counts: float, status: Status) -> None:
    assert only(matcher_with(statuses=lambda _: counts), text).status is status


def test_a_line_of_a_resume_is_taken_for_the_persons_own_sooner_than_a_line_alone() -> None:
    matcher = matcher_with(statuses=lambda _: 0.3)
    assert only(matcher, SILENT).status is Status.OTHER
    (mention,) = matcher.match(*one_line(SILENT))
    assert mention.status is Status.DEMONSTRATED


def test_confidence_says_how_sure_both_opinions_are() -> None:
    assert only(small_matcher(), SILENT).confidence == 1.0
    assert only(matcher_with(statuses=lambda _: 0.8), SILENT).confidence == 0.8
    assert only(matcher_with(statuses=lambda _: 0.8, senses=lambda _: 0.9), GUARDED).confidence == 0.72


def test_the_reason_says_that_a_model_decided() -> None:
    assert only(matcher_with(statuses=lambda _: 0.1), SILENT).reason.startswith("reads as somebody else's (model, 0.90)")


def test_a_word_that_reads_as_another_sense_is_no_mention() -> None:
    assert matcher_with(senses=lambda _: 0.02).match_line(GUARDED) == ()
    assert only(matcher_with(senses=lambda _: 0.9), GUARDED).confidence == 0.9


def test_a_form_without_guards_is_hardly_ever_taken_for_another_where_a_line_stands_alone() -> None:
    assert matcher_with(senses=lambda _: 0.02).match_line(ORDINARY) == ()
    assert only(matcher_with(senses=lambda _: 0.1), ORDINARY).confidence == 0.8


def test_a_name_without_guards_has_no_other_sense_nor_has_any_form_in_a_resume() -> None:
    matcher = matcher_with(senses=lambda _: 0.0)
    assert only(matcher, SILENT).confidence == 1.0
    (mention,) = matcher.match(*one_line(ORDINARY))
    assert (mention.skill, mention.confidence) == ("microservices", 1.0)


def test_a_doubtful_name_next_to_a_sure_one_stands() -> None:
    matcher = matcher_with(senses=lambda _: 0.1)
    assert [found.skill for found in matcher.match_line("Kubernetes, Kafka")] == ["kubernetes", "kafka"]
    assert [found.skill for found in matcher.match_line("Moved Kafka events to Kubernetes")] == ["kubernetes"]


def test_a_bare_list_needs_no_second_opinion() -> None:
    matcher = matcher_with(statuses=lambda _: 0.0)
    found = matcher.match_line("Kubernetes, MLflow, Kubeflow, Redis, microservices, roadmap, OKRs")
    assert len(found) >= 5
    assert {mention.status for mention in found} == {Status.LISTED}


def test_names_of_people_and_places_and_gender_are_no_features() -> None:
    asked: list[tuple[str, ...]] = []

    def record(features: object) -> float:
        asked.append(tuple(features))  # type: ignore[call-overload]
        return 1.0

    matcher = matcher_with(statuses=record, senses=record)
    matcher.match_line("For Oyelaran in Leeds she moved orders to Kubernetes")
    first = tuple(asked)
    asked.clear()
    matcher.match_line("For Lindqvist in Pune he moved orders to Kubernetes")
    assert first == tuple(asked)
    assert first


def test_sense_features_know_the_neighbours_by_their_place() -> None:
    seen: list[tuple[str, ...]] = []
    matcher_with(senses=lambda features: seen.append(tuple(features)) or 0.0).match_line("Helm at the wharf")
    assert {"r1 at", "r3 wharf", "case first", "beside 0"} <= set(seen[0])
