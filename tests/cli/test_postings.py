"""Which files `--job` means."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumefit.cli.postings import posting_files
from resumefit.errors import UsageError


def test_a_folder_stands_for_its_files_by_name_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden"):
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "folder").mkdir()
    one = tmp_path / "b.txt"
    assert posting_files([one, tmp_path]) == (one, tmp_path / "a.html", tmp_path / "b.txt")


def test_a_file_that_is_not_there_is_left_for_the_reader_to_report() -> None:
    assert posting_files([Path("nowhere.txt"), Path("-")]) == (Path("nowhere.txt"), Path("-"))


def test_an_empty_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no posting"):
        posting_files([tmp_path])


def test_standard_input_cannot_hold_two_postings() -> None:
    with pytest.raises(UsageError, match="one posting only"):
        posting_files([Path("-"), Path("-")])
