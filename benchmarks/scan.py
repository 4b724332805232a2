"""Measures a scan: rate, gain from a second job, the parent's memory, a second run, and kill -9 in the middle.

    python benchmarks/scan.py [--count 5000] [--kills 5] [--seed 7] [--first-only]

Makes its resumes with make_resumes.py in a temporary folder and prints a table. Rates are per second of CPU time (of all processes)
as well as by the clock, because the clock also counts what else the machine is doing.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from make_resumes import WRITERS, make

SOME_FAILED = 6


@dataclass(frozen=True, slots=True)
class Run:
    """One scan: by the clock, in CPU time of it and its workers, and the parent's highest resident memory."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    exit_code: int


def run(folder: Path, output: Path, *, jobs: int, kill_after_s: float | None = None) -> Run:
    """Scan `folder` into `output`; with `kill_after_s`, kill the parent then."""
    command = [sys.executable, "-m", "resumefit", "scan", str(folder), "--output", str(output), "--jobs", str(jobs)]
    before, began = os.times(), time.monotonic()
    child = subprocess.Popen([*command, "--as-of", "2026-06", "--quiet"], stdout=subprocess.DEVNULL)
    peak = 0.0
    while child.poll() is None:
        peak = max(peak, peak_memory_mb(child.pid))
        if kill_after_s is not None and time.monotonic() - began > kill_after_s:
            child.send_signal(signal.SIGKILL)
        time.sleep(0.02)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(time.monotonic() - began, cpu, peak, child.returncode)


def peak_memory_mb(pid: int) -> float:
    """Return the most memory that the process itself has held so far; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def rows(output: Path) -> list[object]:
    """Return all that the store holds, in a fixed order."""
    with sqlite3.connect(output / "resumefit.sqlite") as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return [(name, db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()) for name in names]  # noqa: S608


def counts(output: Path) -> dict[str, int]:
    """Return how many files came to which state."""
    with sqlite3.connect(output / "resumefit.sqlite") as db:
        return dict(db.execute("SELECT r.state, count(*) FROM entry e JOIN result r USING (key) GROUP BY 1 ORDER BY 1"))


def kept(output: Path) -> int:
    """Return how many results a store holds so far; 0 when the scan was killed before it made the store."""
    try:
        with sqlite3.connect(f"file:{output / 'resumefit.sqlite'}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT count(*) FROM result").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def part_of(folder: Path, into: Path, suffix: str, most: int) -> int:
    """Copy the first sound files of one format; return how many."""
    into.mkdir()
    chosen = [path for path in sorted(folder.iterdir()) if path.suffix == f".{suffix}" and path.name[0].isdigit()][
        :most
    ]
    for path in chosen:
        shutil.copy(path, into)
    return len(chosen)


def measure(work: Path, *, count: int, kills: int, seed: int, first_only: bool) -> None:
    """Print every figure; with `first_only`, those that need one scan of all files."""
    folder, tenth = work / "all", work / "tenth"
    make(folder, count=count, seed=seed)
    make(tenth, count=count // 10, seed=seed)
    two = run(folder, work / "two", jobs=2)
    again = run(folder, work / "two", jobs=2)
    found = counts(work / "two")
    print(
        f"--jobs 2, {count} files: {two.wall_s:.1f} s by the clock, {two.cpu_s:.1f} s CPU, exit {two.exit_code}",
        flush=True,
    )
    print(f"accounted for: {sum(found.values())} of {count}: {found}")
    print(f"second run: {again.wall_s:.2f} s by the clock, {again.wall_s / two.wall_s:.2%} of the first", flush=True)
    small = run(tenth, work / "small", jobs=2)
    print(f"parent's peak memory: {two.peak_mb:.0f} MB at {count}, {small.peak_mb:.0f} MB at {count // 10}", flush=True)
    if first_only:
        return
    one = run(folder, work / "one", jobs=1)
    print(
        f"--jobs 1: {one.wall_s:.1f} s by the clock, {one.cpu_s:.1f} s CPU; --jobs 2 is {one.wall_s / two.wall_s:.2f} times as fast"
    )
    print(f"same rows with 1 job as with 2: {rows(work / 'one') == rows(work / 'two')}", flush=True)
    per_format(work, folder, most=min(100, count // 10))
    chance = random.Random(seed)  # noqa: S311  # a repeatable choice, not a secret
    for number in range(1, kills + 1):
        moment = chance.uniform(0.05, 0.95) * two.wall_s / 2
        killed = run(folder, work / "killed", jobs=2, kill_after_s=moment)
        print(
            f"kill {number} after {moment:.1f} s: exit {killed.exit_code}, {kept(work / 'killed')} results kept",
            flush=True,
        )
    run(folder, work / "killed", jobs=2)
    print(
        f"after {kills} kills and a last run, same rows as undisturbed: {rows(work / 'killed') == rows(work / 'two')}"
    )


def per_format(work: Path, folder: Path, *, most: int) -> None:
    """Print the rate for each format, without what one file takes: starting, and loading the engine."""
    for suffix in WRITERS:
        part_of(folder, work / f"start-{suffix}", suffix, 1)
        many = part_of(folder, work / f"part-{suffix}", suffix, most)
        start = run(work / f"start-{suffix}", work / f"start-out-{suffix}", jobs=1)
        whole = run(work / f"part-{suffix}", work / f"part-out-{suffix}", jobs=1)
        by_cpu, by_clock = ((many - 1) / spent for spent in (whole.cpu_s - start.cpu_s, whole.wall_s - start.wall_s))
        print(
            f"{suffix:5} {by_cpu:6.1f} a second of CPU, {by_clock:6.1f} a second by the clock ({many} files)",
            flush=True,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--first-only", action="store_true", help="One scan of all, a second run, and memory.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        measure(Path(made), count=asked.count, kills=asked.kills, seed=asked.seed, first_only=asked.first_only)
