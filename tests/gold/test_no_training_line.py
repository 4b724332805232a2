"""The gold lines measure what training made, so none of them may be a training line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from resumefit.evaluate.sets import read_lines
from resumefit.learned.features import words

ROOT = Path(__file__).resolve().parents[2]
_MARK = re.compile(r"\[\[([^\[\]|]+)\|\w\]\]")
CLOSE = 0.6  # share of different words in common from which two lines of some length tell the same


def test_no_gold_line_is_a_training_line_or_close_to_one() -> None:
    trained = [
        frozenset(words(_MARK.sub(r"\1", line.split("\t")[0])))
        for name in ("competency_evidence", "skill_status", "word_sense")
        for file in sorted((ROOT / "training" / name).rglob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert len(trained) > 15_000
    holding: dict[str, list[int]] = {}
    for number, known in enumerate(trained):
        for word in known:
            holding.setdefault(word, []).append(number)
    found = []
    for line in read_lines(ROOT / "tests" / "gold" / "sentences"):
        own = frozenset(words(line.text))
        shared = Counter(number for word in own for number in holding.get(word, ()))
        if any(count > CLOSE * (len(own) + len(trained[number]) - count) for number, count in shared.items()):
            found.append(line.text)
    assert found == []
