"""What is counted of labelled lines, worked out by hand on a few of them."""

from __future__ import annotations

import json

import pytest

from resumefit.evaluate import Evaluation, evaluate_sentences
from resumefit.pipeline import load_engine

KAFKA = {"competency": "distributed-systems", "status": "demonstrated", "cue": "Kafka"}
LINES = (
    {"id": "a", "text": "Moved order events to Kafka", "kind": "keyword", "labels": [KAFKA]},
    # labelled with two, of which one is named nowhere: half is found
    {"id": "b", "text": "Moved invoices to Kafka", "kind": "keyword",
     "labels": [KAFKA, {"competency": "go-to-market", "status": "demonstrated", "cue": "invoices"}]},
    # counts something that nobody labelled
    {"id": "c", "text": "Ran Kubernetes for nine teams", "kind": "keyword", "labels": []},
    # the same, but called arguable: neither helps nor harms
    {"id": "d", "text": "Ran Kubernetes for ten teams", "kind": "keyword", "labels": [], "note": "arguable: devops-delivery"},
    {"id": "e", "text": "No experience with Kafka", "kind": "status",
     "labels": [{"competency": "distributed-systems", "status": "negated", "cue": "Kafka"}]},
    # labelled as denied, but it is a deed
    {"id": "f", "text": "Moved refunds to Kafka", "kind": "status",
     "labels": [{"competency": "distributed-systems", "status": "negated", "cue": "Kafka"}]},
    {"id": "g", "text": "Polished brass at the town hall", "kind": "neutral", "labels": []},
)  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    file = tmp_path_factory.mktemp("lines") / "lines.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return evaluate_sentences(file, engine=load_engine())


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        pytest.param("keyword_recall", 2 / 3, id="a and half of b"),
        pytest.param("keyword_precision", 2 / 4, id="wrong in c and f"),
        pytest.param("keyword_f1", 2 * 2 / (2 * 2 + 1 + 2), id="their harmonic mean"),
        pytest.param("status_kept_out", 1 / 2, id="e was kept out, f was not"),
        pytest.param("status_named", 1 / 2, id="e was read as denied"),
        pytest.param("neutral_clean", 1.0, id="g is clean"),
        pytest.param("demonstrated read so", 1.0, id="the status of what was found in a and b"),
        pytest.param("negated read so", 1 / 2, id="e but not f"),
        pytest.param("distributed-systems precision", 2 / 3, id="a and b but not f"),
        pytest.param("paraphrase_recall", None, id="there is no such line"),
    ],
)
def test_figures_are_those_worked_out_by_hand(found: Evaluation, figure: str, value: float | None) -> None:
    assert found.value(figure) == (None if value is None else pytest.approx(value, abs=1e-4))


def test_every_miss_is_told_with_its_line(found: Evaluation) -> None:
    assert len(found.misses) == 3
    assert "missed go-to-market, wrong nothing: Moved invoices to Kafka" in found.misses[0]


def test_an_unknown_figure_is_an_error(found: Evaluation) -> None:
    with pytest.raises(KeyError):
        found.value("no such figure")
