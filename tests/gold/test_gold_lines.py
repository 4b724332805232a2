"""The gold lines are whole: labels that can be checked by eye, no line twice, every competency in both kinds of words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from resumefit.errors import UsageError
from resumefit.evaluate.sets import LabelledLine, read_lines
from tests.conftest import ROOT

SENTENCES = Path(__file__).parent / "sentences"


@pytest.fixture(scope="module")
def lines() -> tuple[LabelledLine, ...]:
    found = read_lines(SENTENCES)
    assert len(found) >= 340
    return found


@pytest.fixture(scope="module")
def competencies() -> frozenset[str]:
    document = yaml.safe_load((ROOT / "skill_lexicon" / "competencies.yaml").read_text("utf-8"))
    found = frozenset(entry["id"] for entry in document["competencies"])
    assert len(found) == 23
    return found


def test_no_line_and_no_id_stands_twice(lines: tuple[LabelledLine, ...]) -> None:
    ids, texts = Counter(line.id for line in lines), Counter(line.text.casefold() for line in lines)
    assert [name for counter in (ids, texts) for name, count in counter.items() if count > 1] == []


def test_every_cue_stands_in_its_line(lines: tuple[LabelledLine, ...]) -> None:
    assert [line.id for line in lines for label in line.labels if not label.cue or label.cue not in line.text] == []


def test_labels_and_notes_name_competencies_that_exist_and_no_competency_twice(
    lines: tuple[LabelledLine, ...], competencies: frozenset[str]
) -> None:
    for line in lines:
        named = [label.competency for label in line.labels]
        assert len(named) == len(set(named)), line.id
        assert competencies.issuperset(named), line.id
        assert competencies.issuperset(line.arguable), line.id
        assert line.arguable.isdisjoint(named), line.id


def test_a_kind_is_kept_to(lines: tuple[LabelledLine, ...]) -> None:
    assert {line.kind for line in lines} == {"keyword", "paraphrase", "trap", "status", "neutral"}
    for line in lines:
        if line.kind in ("trap", "neutral"):
            assert not line.wanted, line.id
        elif line.kind in ("keyword", "paraphrase"):
            assert line.wanted == {label.competency for label in line.labels}, line.id
            assert line.wanted, line.id
        else:
            assert line.labels, line.id


def test_every_competency_is_told_in_usual_terms_and_in_plain_words(
    lines: tuple[LabelledLine, ...], competencies: frozenset[str]
) -> None:
    for kind, least in (("keyword", 6), ("paraphrase", 3)):
        told = Counter(name for line in lines if line.kind == kind for name in line.wanted)
        assert {name for name in competencies if told[name] < least} == set()


def test_a_folder_reads_as_its_files_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        row = f'{{"id": "{name}", "text": "line of {name}", "kind": "neutral"}}\n'
        (tmp_path / f"{name}.jsonl").write_text(row, "utf-8")
    (tmp_path / "notes.txt").write_text("not read", "utf-8")
    assert [line.id for line in read_lines(tmp_path)] == ["a", "b"]


def test_a_folder_without_lines_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no labelled line"):
        read_lines(tmp_path)


def test_a_bad_row_in_a_folder_is_named_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('\n{"id": "x", "text": "", "kind": "poem"}\n', "utf-8")
    with pytest.raises(UsageError, match=r"x\.jsonl:2: kind"):
        read_lines(tmp_path)
