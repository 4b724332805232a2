"""The lexicon's own examples are run, and what is wrong is told."""

from __future__ import annotations

from dataclasses import replace

from resumefit.match import check_examples
from tests.match.build import small_lexicon


def test_the_small_lexicon_keeps_its_word() -> None:
    assert [str(problem) for problem in check_examples(small_lexicon())] == []


def test_examples_that_fail_are_named_with_what_was_found() -> None:
    lexicon = small_lexicon()
    broken = replace(lexicon.skill("redis"), positive=("Painted the fence",), negative=("Cached prices in Redis",))
    problems = [str(problem) for problem in check_examples(replace(lexicon, skills=(broken,), paraphrases=()))]
    assert len(problems) == 2
    assert "'redis' is not found" in problems[0]
    assert "Painted the fence" in problems[0]
    assert "'redis' is found in its negative line" in problems[1]
