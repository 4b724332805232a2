"""A skill's name in somebody's job title shows nothing; a certificate named after a job does."""

from __future__ import annotations

import pytest

from resumefit.lexicon import load_lexicon
from resumefit.match import build_matcher
from resumefit.match.matcher import Matcher
from resumefit.resources import data_dir


@pytest.fixture(scope="module")
def engine() -> Matcher:
    return build_matcher(load_lexicon(data_dir("skill_lexicon")))


@pytest.mark.parametrize(("text", "skill"), [
    pytest.param("Sat with the DevOps engineer to find the slow job", "devops", id="a colleague's title"),
    pytest.param("Kubernetes consultant in Leeds since 2019", "kubernetes", id="one's own title"),
    pytest.param("Wrote to two Salesforce and Kafka specialists for advice", "kafka", id="plural"),
])
def test_in_a_job_title_a_skill_does_not_count(engine: Matcher, text: str, skill: str) -> None:
    assert not [mention for mention in engine.match_line(text) if mention.skill == skill and mention.counted]


@pytest.mark.parametrize(("text", "skill"), [
    pytest.param("Moved 40 services to Kubernetes with two engineers", "kubernetes", id="engineers further on"),
    pytest.param("Chose Kafka; engineers agreed within a week", "kafka", id="another clause"),
    pytest.param("Ran Kubernetes clusters", "kubernetes", id="no title"),
])
def test_beside_a_job_title_it_counts(engine: Matcher, text: str, skill: str) -> None:
    assert [mention for mention in engine.match_line(text) if mention.skill == skill and mention.counted]


def test_a_certificate_named_after_a_job_counts(engine: Matcher) -> None:
    found = engine.match_line("Microsoft Certified: DevOps Engineer Expert, 2024")
    assert "devops-delivery" in {mention.competency for mention in found if mention.counted}
