"""The gold lines measure what training made, so none of them may be a training line."""

from __future__ import annotations

from pathlib import Path

from resumefit.evaluate.sets import read_lines
from resumefit.learned.features import words

ROOT = Path(__file__).resolve().parents[2]
CLOSE = 0.6  # share of different words in common from which two lines of some length tell the same


def test_no_gold_line_is_a_training_line_or_close_to_one() -> None:
    trained = [
        frozenset(words(line.split("\t")[0]))
        for file in sorted((ROOT / "training" / "competency_evidence").rglob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert len(trained) > 5000
    found = []
    for line in read_lines(ROOT / "tests" / "gold" / "sentences"):
        own = frozenset(words(line.text))
        if any(len(own & other) > CLOSE * len(own | other) for other in trained):
            found.append(line.text)
    assert found == []
