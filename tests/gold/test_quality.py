"""No change may cost quality unseen: a figure on the gold set that falls below the interval of the kept one fails the tests.

After a change that was meant, look at the misses and keep the new figures:
`resumefit evaluate --lines tests/gold/sentences --resumes tests/gold/resumes --annotations tests/gold/annotations --misses 80
--save tests/gold/baseline.json`
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resumefit.core.months import parse_month
from resumefit.evaluate import Evaluation, Figure, compare_with, evaluate_resumes, evaluate_sentences
from resumefit.pipeline import load_engine

GOLD = Path(__file__).resolve().parent
# What a user is promised, whatever the last figures were (docs/quality.md).
PROMISED = {
    "keyword_recall": 0.95, "keyword_precision": 0.92, "paraphrase_recall": 0.7, "paraphrase_precision": 0.85,
    "trap_clean": 0.92, "neutral_clean": 0.98, "status_kept_out": 0.93, "status_named": 0.92,
}  # fmt: skip


@pytest.fixture(scope="module")
def lines() -> Evaluation:
    return evaluate_sentences(GOLD / "sentences", engine=load_engine())


def test_no_figure_fell_below_its_kept_interval(lines: Evaluation) -> None:
    kept = [Figure(**entry) for entry in json.loads((GOLD / "baseline.json").read_text("utf-8"))["lines"]]
    assert len(kept) > 50
    assert compare_with(lines.figures, kept) == ()


def test_no_figure_of_whole_resumes_fell_below_its_kept_interval() -> None:
    kept = [Figure(**entry) for entry in json.loads((GOLD / "baseline.json").read_text("utf-8"))["resumes"]]
    assert {"competency_f1", "span_precision", "position_f1", "years_product_ok"} <= {figure.name for figure in kept}
    found = evaluate_resumes(GOLD / "resumes", GOLD / "annotations", engine=load_engine(), as_of=parse_month("2026-11"))
    assert compare_with(found.figures, kept) == ()


@pytest.mark.parametrize("figure", PROMISED)
def test_what_is_promised_is_kept(lines: Evaluation, figure: str) -> None:
    value = lines.value(figure)
    assert value is not None
    assert value >= PROMISED[figure]
