"""What many tests share: the command line as users run it, and where the examples are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.warm import run_in_fork

# A run of the tests says the same each time; with HYPOTHESIS_PROFILE=search it looks elsewhere each time, and longer.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).resolve().parents[1]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """The example resumes, whatever their format; there are eight."""
    found = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".pdf", ".docx", ".odt"})
    assert len(found) == 8
    return found


@pytest.fixture(scope="session")
def run_resumefit() -> Run:
    """Run `python -m resumefit` in a process of its own, as a user would."""

    def run(
        *arguments: str, stdin: str | None = None, cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "resumefit", *arguments],
            input=stdin,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def run_warm(run_resumefit: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run what `run_resumefit` runs, as a fork of a process that has imported everything: a second or two sooner.

    For what a command does. That it also starts is shown by one test at least that runs it with `run_resumefit`.
    """

    def run(
        *arguments: str, stdin: str | None = None, cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        streams = tmp_path_factory.mktemp("streams")
        return run_in_fork(arguments, stdin=stdin, cwd=cwd, env=env, streams=streams)

    return run if sys.platform == "linux" else run_resumefit  # elsewhere forking is not safe
