"""Which words are found, however they are written, and which are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.match import build_matcher
from tests.match.build import found, small_lexicon, small_matcher


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tracked runs in MLflow", [("mlflow", "MLflow")], id="closed, alias open"),
        pytest.param("Tracked runs in ML-Flow", [("mlflow", "ML-Flow")], id="hyphen"),
        pytest.param("Ran it on Kube Flow", [("kubeflow", "Kube Flow")], id="open, alias closed"),
        pytest.param("Owned the roadmap", [("roadmap", "roadmap")], id="road map closed"),
        pytest.param("Owned two road-maps", [("roadmap", "road-maps")], id="road-maps"),
        pytest.param("Did roadmapping", [("roadmap", "roadmapping")], id="roadmapping"),
        pytest.param("Split it into micro-services", [("microservices", "micro-services")], id="micro-services"),
        pytest.param("Set up CI / CD", [("ci-cd", "CI / CD")], id="spaced slash"),
        pytest.param("Set O.K.R.s", [("okr", "O.K.R.s")], id="dotted plural"),
        pytest.param("The team's OKR's slipped", [("okr", "OKR's")], id="greengrocer's plural"),
        pytest.param("Set objectives & key results", [("okr", "objectives & key results")], id="ampersand for and"),
        pytest.param("Moved to K8s (EKS)", [("kubernetes", "K8s"), ("kubernetes", "EKS")], id="brackets"),
        pytest.param("Set objectives and key results (OKRs)", [("okr", "objectives and key results (OKRs)")], id="a name, its initials"),
        pytest.param("Set OKRs (objectives and key results)", [("okr", "OKRs (objectives and key results)")], id="initials, their name"),
        pytest.param("#MLflow #Kubernetes", [("mlflow", "MLflow"), ("kubernetes", "Kubernetes")], id="hashtags"),
        pytest.param("Moved to Kuberentes", [("kubernetes", "Kuberentes")], id="letters swapped in a long name"),
        pytest.param("Moved to Kubernets", [("kubernetes", "Kubernets")], id="letter missing in a long name"),
        pytest.param("Ran unit and integration tests", [("unit-tests", "unit and integration tests"),
                     ("unit-tests", "integration tests")], id="end shared"),
        pytest.param("Alerted on data and concept drift", [("data-drift", "data and concept drift"),
                     ("concept-drift", "concept drift")], id="head shared"),
        pytest.param("Ran A/B and multivariate tests", [("ab-testing", "A/B and multivariate tests"),
                     ("multivariate-testing", "multivariate tests")], id="slash and shared end"),
        pytest.param("Cut model training and deployment times", [("model-deployment", "model training"),
                     ("model-deployment", "model training and deployment")], id="start shared"),
        pytest.param("Deployed a pricing model", [("model-deployment", "Deployed a pricing model")], id="gap"),
    ],
)
def test_a_skill_is_found_however_it_is_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rode the K8 bus", id="one letter short of a short name"),
        pytest.param("Reddish paint", id="not inside a word"),
        pytest.param("Sat in the helmet shop", id="not the start of a word"),
        pytest.param("Studied the road, map in hand", id="not over a comma"),
        pytest.param("Ran unit. Tests were others'", id="not over a full stop"),
        pytest.param("Kubernetas Ltd, bakers", id="not in a firm's name"),
        pytest.param("See github.com/helm/redis and redis@example.com", id="not in addresses"),
        pytest.param("Clerk at Redis & Sons", id="not with sons"),
        pytest.param("Ordered pumps from Redis Plant Hire", id="a firm of another trade"),
    ],
)
def test_nothing_is_found_where_nothing_is_meant(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        pytest.param("Moved order events of the platform to Kafka", ["kafka"], id="a word of the field"),
        pytest.param("Kafka, Redis, Kubernetes", ["kafka", "redis", "kubernetes"], id="beside safe skills"),
        pytest.param("Read Kafka on holiday", [], id="no support"),
        pytest.param("Sold the software firm's edition of Kafka's letters", [], id="blocked by a word"),
        pytest.param("Wrote software about Franz Kafka", [], id="blocked by the word before"),
        pytest.param("Moved the platform to kafka", [], id="needs its capital"),
        pytest.param("Kafka and Helm", [], id="two doubtful names of different kinds"),
    ],
)
def test_a_word_with_another_sense_needs_its_context(text: str, skills: list[str]) -> None:
    assert [skill for skill, _ in found(text)] == skills


def test_the_longest_form_wins() -> None:
    assert found("Drew the microservices architecture") == [("microservices", "microservices architecture")]


ENGLISH = frozenset({"drew", "microservices", "architecture", "built", "the", "for", "ran", "integration", "tests", "unit"})


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("Drew the microservices architecure", "microservices architecure", id="a letter missing"),
        pytest.param("Drew the microservices archietcture", "microservices archietcture", id="letters swapped"),
        pytest.param("Drew the microservices archtecure", "microservices", id="not two slips"),
        pytest.param("Drew the microservices architectura", "microservices", id="not in the last letter"),
    ],
)
def test_a_slip_in_a_long_word_of_a_phrase_is_forgiven(text: str, quote: str) -> None:
    (mention,) = build_matcher(small_lexicon(), english=ENGLISH).match_line(text)
    assert text[mention.start : mention.stop] == quote


def test_a_word_that_is_right_as_it_stands_is_no_slip() -> None:
    text = "Drew the microservices archtecture"
    listed = replace(small_lexicon(), cues=small_lexicon().cues | {"not-a-slip": ("archtecture",)})
    for matcher in (build_matcher(small_lexicon(), english={*ENGLISH, "archtecture"}), build_matcher(listed, english=ENGLISH)):
        (mention,) = matcher.match_line(text)
        assert text[mention.start : mention.stop] == "microservices"


def test_without_english_words_no_slip_in_a_phrase_is_seen() -> None:
    assert found("Drew the microservices architecure") == [("microservices", "microservices")]


def test_a_paraphrase_is_found_by_its_pattern_and_quoted() -> None:
    text = "Gave nurses a way to switch back to the earlier predictor"
    (mention,) = small_matcher().match_line(text)
    assert (mention.skill, mention.competency, str(mention.found_by)) == (None, "mlops", "model")
    assert text[mention.start : mention.stop] == "switch back to the earlier predictor"
    assert mention.confidence < 1


def test_a_paraphrase_is_silent_where_a_skill_of_its_competency_is_named() -> None:
    mentions = small_matcher().match_line("Used MLflow to switch back to the earlier predictor")
    assert [mention.skill for mention in mentions] == ["mlflow"]


_PIECES = st.sampled_from(
    ["Kafka", "MLflow", "ML", "Flow", "road", "map", "A/B", "tests", "and", ",", ".", "(", ")", "not", "learning", "Ltd", "&",
     "µ", "é", "\n", "-", "/", "S.L.O.s", "http://x.example/a", "1,200", "%", "\U0001f600", "no", "my manager", "data"]
)


@given(st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=200))
def test_mentions_lie_in_the_text_on_whole_words_in_order(text: str) -> None:
    mentions = small_matcher().match_line(text)
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)
    for mention in mentions:
        assert 0 <= mention.start < mention.stop <= len(text)
        assert mention.counted == mention.status.adds_to_score
        assert mention.reason
        assert not (mention.start and text[mention.start - 1].isalnum() and text[mention.start].isalnum())


@given(st.sampled_from(small_lexicon().skills), st.sampled_from(["Rolled out {} for {} users", "{} – {} of them", "We own {} in {} units"]))
def test_every_label_of_a_safe_skill_is_found_in_any_sentence(skill, frame: str) -> None:
    if any(form.text == skill.label and form.needs for form in skill.forms) or skill.forms[0].needs:
        return
    assert skill.id in {mention.skill for mention in small_matcher().match_line(frame.format(skill.label, 12))}
