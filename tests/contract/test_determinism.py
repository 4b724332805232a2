"""The same file gives the same bytes, wherever and however it is analysed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize("output_format", ["json", "text"])
def test_same_bytes_from_another_folder_locale_zone_and_hash_seed(
    run_resumefit: Run, examples: list[Path], tmp_path: Path, output_format: str
) -> None:
    example = next(path for path in examples if path.stem.startswith("priya"))
    copy = tmp_path / example.name
    shutil.copy(example, copy)
    arguments = ("--format", output_format, "--as-of", "2026-11")
    first = run_resumefit("analyze", str(example), *arguments, env={"PYTHONHASHSEED": "1", "TZ": "Asia/Kolkata"})
    second = run_resumefit(
        "analyze",
        copy.name,
        *arguments,
        cwd=tmp_path,
        env={
            "PYTHONHASHSEED": "4711",
            "TZ": "America/Los_Angeles",
            "LC_ALL": "tr_TR.UTF-8",
            "LANG": "C",
            "COLUMNS": "200",
        },
    )
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert len(first.stdout) > 1000
    assert first.stdout == second.stdout
