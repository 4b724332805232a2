"""The lexicon's own examples are run, and what is wrong is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from resumefit.core.lexicon import Lexicon
from resumefit.lexicon import example_places, load_lexicon
from resumefit.match import check_examples
from tests.match.build import SMALL, small_lexicon

OURS = """\
competency: distributed-systems
skills:
  - id: hazelcast
    label: Hazelcast
    kind: tool
    positive:
      - Cached prices in Hazelcast
      - Painted the fence
    negative:
      - Read about clouds
      - Cached prices in Hazelcast for three shops
    others:
      Ignite: []
      Dragonfly: [Memgraph]
paraphrases:
  - pattern: "blue ... moon"
    example: A red sun
"""


def problems_of(lexicon: Lexicon, overlay: Path | None = None) -> list[str]:
    return [str(problem) for problem in check_examples(lexicon, place_of=example_places(SMALL, overlay=overlay))]


def test_the_small_lexicon_keeps_its_word() -> None:
    assert problems_of(small_lexicon()) == []


def test_examples_that_fail_are_named_with_what_was_found() -> None:
    lexicon = small_lexicon()
    broken = replace(lexicon.skill("redis"), positive=("Painted the fence",), negative=("Cached prices in Redis",))
    problems = problems_of(replace(lexicon, skills=(broken,), paraphrases=()))
    assert len(problems) == 2
    assert "'redis' is not found" in problems[0]
    assert "Painted the fence" in problems[0]
    assert "'redis' is found in its negative line" in problems[1]


def test_a_failing_example_is_placed_in_the_file_and_the_line_where_it_stands(tmp_path: Path) -> None:
    ours = tmp_path / "skills" / "technical" / "ours.yaml"
    ours.parent.mkdir(parents=True)
    ours.write_text(OURS, "utf-8")
    lexicon = replace(load_lexicon(SMALL, overlay=tmp_path), cues=small_lexicon().cues)
    problems = problems_of(lexicon, tmp_path)
    assert [problem.split(": ")[0] for problem in problems] == [f"{ours}:{line}" for line in (8, 11, 17)]
    assert "Painted the fence" in problems[0]
    assert "for three shops" in problems[1]
    assert "A red sun" in problems[2]


def test_an_example_of_the_built_in_lexicon_and_one_made_for_a_skill_beside_another_are_placed_too(tmp_path: Path) -> None:
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "ours.yaml").write_text(OURS, "utf-8")
    lexicon = load_lexicon(SMALL, overlay=tmp_path)
    places = example_places(SMALL, overlay=tmp_path)
    assert places(lexicon.skill("dragonfly"), lexicon.skill("dragonfly").positive[0]) == (f"{tmp_path}/skills/ours.yaml", 14)
    redis = lexicon.skill("redis")
    path, line = places(redis, redis.positive[0])
    assert path.startswith(f"{SMALL}/skills/")
    assert redis.positive[0] in Path(path).read_text("utf-8").splitlines()[line - 1]
