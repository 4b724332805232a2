"""Marked lines are read with their marks where they stand, and a wrong mark is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumefit.errors import UsageError
from resumefit.train.marks import Mark, marks_hash, read_marked

LETTERS = {"d": "demonstrated", "o": "other"}
ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, text: str) -> Path:
    (folder / "lines.txt").write_text(text, "utf-8")
    return folder


def test_marks_point_into_the_line_without_brackets(tmp_path: Path) -> None:
    (line,) = read_marked(write(tmp_path, "Wrote the [[PRD|d]]; [[tests|o]] were QA's\n"), letters=LETTERS)
    assert line.text == "Wrote the PRD; tests were QA's"
    assert line.marks == (Mark(10, 13, "demonstrated"), Mark(15, 20, "other"))
    assert [line.text[mark.start : mark.stop] for mark in line.marks] == ["PRD", "tests"]


@pytest.mark.parametrize(("row", "says"), [
    ("Wrote the [[PRD|x]]", r"lines\.txt:2: the mark 'x'"), ("Wrote the PRD", r"lines\.txt:2: a line must have marks"),
    ("Wrote the [[PRD|d]] and [[tests", r"lines\.txt:2: a line must have marks"),
])  # fmt: skip
def test_a_wrong_line_is_named(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        read_marked(write(tmp_path, f"Ran [[sprints|d]]\n{row}\n"), letters=LETTERS)


def test_the_hash_does_not_depend_on_the_order_of_lines(tmp_path: Path) -> None:
    lines = read_marked(write(tmp_path, "Ran [[sprints|d]]\nSold [[Jira|o]]\n"), letters=LETTERS)
    assert marks_hash(lines) == marks_hash(lines[::-1]) != marks_hash(lines[:1])


def test_the_projects_own_lines_are_all_well_marked() -> None:
    from resumefit.train.senses import LETTERS as SENSES
    from resumefit.train.statuses import LETTERS as STATUSES

    assert len(read_marked(ROOT / "training" / "skill_status", letters=STATUSES)) > 3000
    assert len(read_marked(ROOT / "training" / "word_sense", letters=SENSES)) > 1500
