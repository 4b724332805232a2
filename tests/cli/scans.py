"""Scans started as a user starts them, to be waited for or stopped on the way, and what they left."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PATIENCE_S = 120.0


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "resumefit", "scan", *arguments, "--as-of", "2026-11"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_hear_ctrl_c if os.name == "posix" else None,
    )  # fmt: skip


def _hear_ctrl_c() -> None:
    """A shell starts what runs in its background deaf to Ctrl-C, and so would be what the tests start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def finish(*arguments: str) -> tuple[int, str, str]:
    process = start(*arguments)
    out, err = process.communicate(timeout=PATIENCE_S)
    return process.returncode, out, err


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def results(folder: Path) -> int:
    if not (folder / "resumefit.sqlite").exists():
        return 0
    with sqlite3.connect(f"file:{folder / 'resumefit.sqlite'}?mode=ro", uri=True) as db:
        try:
            return int(db.execute("SELECT count(*) FROM result").fetchone()[0])
        except sqlite3.OperationalError:  # the file is there, its tables are not yet
            return 0


def tables(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(folder / "resumefit.sqlite") as db:
        return {
            "meta": db.execute("SELECT * FROM meta ORDER BY 1").fetchall(),
            "result": db.execute("SELECT * FROM result ORDER BY 1").fetchall(),
            "score": db.execute("SELECT * FROM score ORDER BY 1, 2").fetchall(),
            "entry": db.execute("SELECT * FROM entry ORDER BY 1").fetchall(),
        }


def fill(folder: Path, number: int) -> Path:
    """Put different resumes into a folder: the text example with one line more each."""
    text = next(iter(sorted(EXAMPLES.glob("*.txt")))).read_text("utf-8")
    for n in range(number):
        (folder / f"cv{n:02d}.txt").write_text(f"{text}\nRan {n + 3} workshops with drivers.\n", "utf-8")
    return folder
