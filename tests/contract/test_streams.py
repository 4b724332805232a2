"""stdout carries the result and nothing else; errors become messages and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

NOISY = """
import os, sys
from resumefit.cli.outcome import run_command
def work(out):
    print("a library prints")
    os.write(1, b"native code prints\\n")
    out.write("the result\\n")
run_command(work)
"""


def test_stdout_stays_clean_when_a_library_prints() -> None:
    done = subprocess.run([sys.executable, "-c", NOISY], capture_output=True, text=True, check=True)
    assert done.stdout == "the result\n"
    assert "a library prints" in done.stderr
    assert "native code prints" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("gone.pdf", None, 3, id="missing"),
        pytest.param("notes.xyz", b"\x00\x01\x02\x03binary\x00\xff" * 40, 3, id="unsupported"),
        pytest.param("broken.pdf", b"%PDF-1.7\nnothing here\n%%EOF\n", 3, id="damaged"),
        pytest.param("blank.md", b"\n \n\t\n", 4, id="blank"),
    ],
)
def test_a_bad_file_gives_its_exit_code_message_and_json(
    run_warm: Run, tmp_path: Path, name: str, content: bytes | None, code: int
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    _is_told(run_warm("analyze", str(path), "--format", "json"), code=code, name=name)


def test_an_empty_file_gives_its_exit_code_message_and_json(run_resumefit: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    _is_told(run_resumefit("analyze", str(path), "--format", "json"), code=4, name="empty.txt")


def _is_told(done: subprocess.CompletedProcess[str], *, code: int, name: str) -> None:
    assert done.returncode == code
    error = json.loads(done.stdout)["error"]
    assert error["code"] and error["message"] and error["remedy"]
    assert name in done.stderr
    assert error["remedy"] in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_role_is_a_usage_error_that_names_the_known_ones(run_resumefit: Run, examples: list[Path]) -> None:
    done = run_resumefit("analyze", str(examples[0]), "--role", "chef")
    assert done.returncode == 2
    assert "ai-pm" in done.stderr
    assert done.stdout == ""


def test_match_lines_answers_every_line_in_order(run_resumefit: Run) -> None:
    done = run_resumefit("match", "--lines", "-", stdin="Migrated 12 services to Kubernetes\n\nGo-to-market lead\n")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["line"] for row in rows] == [1, 2, 3]
    assert [mention["skill"] for mention in rows[0]["mentions"]] == ["kubernetes"]
    assert rows[1]["mentions"] == []
    assert {mention["competency"] for mention in rows[2]["mentions"]} <= {"go-to-market"}


@pytest.mark.parametrize("source", ["/dev/zero", "-"])
def test_input_without_an_end_is_refused_after_the_limit(source: str) -> None:
    endless = subprocess.Popen(["yes"], stdout=subprocess.PIPE)
    done = subprocess.run(
        [sys.executable, "-m", "resumefit", "parse", source], stdin=endless.stdout, capture_output=True, text=True, timeout=60
    )
    endless.kill()
    endless.wait()
    assert endless.stdout is not None
    endless.stdout.close()
    assert done.returncode == 3
    assert "more than 30 MB" in done.stderr
