"""What is remembered of words."""

from __future__ import annotations

import pytest

from resumefit.core import remembered as module
from resumefit.core.remembered import remembered


def test_a_word_is_worked_out_once_and_the_same_is_said_of_it_after_all_was_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WORDS_KEPT", 2)
    asked: list[str] = []

    @remembered
    def length_of(word: str) -> int:
        asked.append(word)
        return len(word)

    assert [length_of(word) for word in ("one", "one", "three")] == [3, 3, 5]
    assert asked == ["one", "three"]
    assert [length_of(word) for word in ("seven", "one")] == [5, 3]  # a third word has made it forget the others
    assert asked == ["one", "three", "seven", "one"]
