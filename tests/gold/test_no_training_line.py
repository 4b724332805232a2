"""The gold lines measure what training made, so none of them may be a training line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from resumefit.evaluate.sets import read_lines
from resumefit.learned.features import words

ROOT = Path(__file__).resolve().parents[2]
_MARK = re.compile(r"\[\[([^\[\]|]+)\|\w\]\]")
CLOSE = 0.6  # share of different words in common from which two lines of some length tell the same

Words = frozenset[str]


class Close:
    """Finds the known lines that are close to another, without comparing it with all of them.

    Of two lines that are close, each has more than CLOSE of its own words in the other. So if both leave out of their words all but
    the rarest, as many as are needed to make that impossible were none of them in common, one is left in common: only lines that share
    one of their rarest are compared.
    """

    def __init__(self, known: list[Words]) -> None:
        self.often = Counter(word for line in known for word in line)
        self.holding: dict[str, list[Words]] = {}
        for line in known:
            for word in self._rarest(line):
                self.holding.setdefault(word, []).append(line)

    def _rarest(self, line: Words) -> list[str]:
        in_common = int(CLOSE * len(line))  # a close line has more than these
        return sorted(line, key=lambda word: (self.often[word], word))[: len(line) - in_common]

    def closest(self, line: Words) -> float:
        """Return the share in common with the closest line; anything up to CLOSE if none is closer than that."""
        compared = {known for word in self._rarest(line) for known in self.holding.get(word, ())}
        return max((_in_common(line, known) for known in compared), default=0.0)


def _in_common(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other)


@pytest.fixture(scope="module")
def trained() -> list[Words]:
    lines = [
        frozenset(words(_MARK.sub(r"\1", line.split("\t")[0])))
        for name in ("competency_evidence", "skill_status", "word_sense")
        for file in sorted((ROOT / "training" / name).rglob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert len(lines) > 15_000
    return lines


def test_no_gold_line_is_a_training_line_or_close_to_one(trained: list[Words]) -> None:
    close = Close(trained)
    lines = read_lines(ROOT / "tests" / "gold" / "sentences")
    assert len(lines) > 1_000
    assert [line.text for line in lines if close.closest(frozenset(words(line.text))) > CLOSE] == []


def test_close_lines_are_found_as_by_comparing_with_every_line(trained: list[Words]) -> None:
    some = trained[::200]
    close = Close(some)
    changed = [frozenset(sorted(line)[:-2]) | {"new"} for line in some[::2]]  # close to one, or nearly, by construction
    every = [max(_in_common(line, known) for known in some) for line in changed]
    found = [close.closest(line) for line in changed]
    assert [line > CLOSE for line in found] == [line > CLOSE for line in every]
    assert [one for one, other in zip(found, every, strict=True) if other > CLOSE and one != other] == []
    assert 0.5 * len(every) < sum(line > CLOSE for line in every) < len(every)
