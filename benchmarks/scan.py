"""Measures a scan: rate, gain from a second job, the parent's memory, a second run, kill -9 in the middle, a Dask cluster.

    python benchmarks/scan.py [--count 5000] [--kills 5] [--seed 7] [--rounds 1] [--only whole,jobs,kills,cluster,formats]

Makes its resumes with make_resumes.py in a temporary folder and prints what it finds. Rates are per second of CPU time (of all
processes) as well as by the clock, because the clock also counts what else the machine is doing: the part of the CPU that others took
is printed beside each time, and a gain from two jobs is only as good as that part is small.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from make_resumes import WRITERS, make

SOME_FAILED = 6


@dataclass(frozen=True, slots=True)
class Run:
    """One scan: by the clock, in CPU time of it and its workers, and the parent's highest resident memory.

    `others` is the part of the machine's CPU time that went to other processes meanwhile.
    """

    wall_s: float
    cpu_s: float
    peak_mb: float
    exit_code: int
    others: float

    def __str__(self) -> str:
        return f"{self.wall_s:.1f} s by the clock, {self.cpu_s:.1f} s CPU (others took {self.others:.0%} of the machine)"


def run(folder: Path, output: Path, *, jobs: int, kill_after_s: float | None = None, cluster: str | None = None) -> Run:
    """Scan `folder` into `output`; with `kill_after_s`, kill the parent then."""
    output.mkdir(exist_ok=True)
    # Of one secret, or contacts would be hashed otherwise in each folder, and stores could not be compared whole.
    (output / "resumefit.key").write_text("07" * 32)
    command = [sys.executable, "-m", "resumefit", "scan", str(folder), "--output", str(output), "--jobs", str(jobs)]
    command += ["--cluster", cluster] if cluster else []
    before, busy, began = os.times(), busy_s(), time.monotonic()
    child = subprocess.Popen([*command, "--as-of", "2026-06", "--quiet"], stdout=subprocess.DEVNULL)
    peak = 0.0
    while child.poll() is None:
        peak = max(peak, peak_memory_mb(child.pid))
        if kill_after_s is not None and time.monotonic() - began > kill_after_s:
            child.send_signal(signal.SIGKILL)
        time.sleep(0.02)
    after, wall = os.times(), time.monotonic() - began
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    others = max(0.0, busy_s() - busy - cpu) / (wall * (os.cpu_count() or 1))
    return Run(wall, cpu, peak, child.returncode, others)


def busy_s() -> float:
    """Return how many seconds all processors together have worked for somebody, or were taken by other machines."""
    ticks = [int(word) for word in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return (sum(ticks[:8]) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")


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


class Bench:
    """The folders of one measurement; each method prints its figures."""

    def __init__(self, work: Path, *, count: int, seed: int) -> None:
        self._work, self._count = work, count
        self._chance = random.Random(seed)  # noqa: S311  # a repeatable choice, not a secret
        self._all, self._tenth = work / "all", work / "tenth"
        make(self._all, count=count, seed=seed)
        make(self._tenth, count=count // 10, seed=seed)
        self._two: Run | None = None

    def whole(self) -> Run:
        """One scan of all files with two jobs, done once."""
        if self._two is None:
            self._two = run(self._all, self._work / "two", jobs=2)
            say(f"--jobs 2, {self._count} files: {self._two}, exit {self._two.exit_code}")
        return self._two

    def second(self) -> None:
        """What all came to, a second run, and memory."""
        two, found = self.whole(), counts(self._work / "two")
        say(f"accounted for: {sum(found.values())} of {self._count}: {found}")
        for _ in range(3):
            again = run(self._all, self._work / "two", jobs=2)
            say(f"second run: {again.wall_s:.2f} s by the clock, {again.wall_s / two.wall_s:.2%} of the first; {again.cpu_s:.2f} s CPU")
        small = run(self._tenth, self._work / "small", jobs=2)
        say(f"parent's peak memory: {two.peak_mb:.1f} MB at {self._count}, {small.peak_mb:.1f} MB at {self._count // 10}: "
            f"{two.peak_mb / small.peak_mb - 1:+.1%}")  # fmt: skip

    def jobs(self, rounds: int) -> None:
        """The gain from a second job, `rounds` times, one after the other."""
        for number in range(1, rounds + 1):
            pair = [run(self._all, self._work / f"jobs{jobs}-{number}", jobs=jobs) for jobs in (1, 2)]
            say(f"round {number}: --jobs 1 {pair[0]}; --jobs 2 {pair[1]}: {pair[0].wall_s / pair[1].wall_s:.2f} times as fast")
        same = rows(self._work / "jobs1-1") == rows(self._work / "jobs2-1")
        say(f"same rows with 1 job as with 2: {same}")

    def kills(self, number: int) -> None:
        """The parent killed `number` times at random moments, and resumed each time."""
        whole, output = self.whole(), self._work / "killed"
        for kill in range(1, number + 1):
            moment = self._chance.uniform(0.02, 0.9) * whole.wall_s / 3
            killed = run(self._all, output, jobs=2, kill_after_s=moment)
            say(f"kill {kill} after {moment:.1f} s: exit {killed.exit_code}, {kept(output)} results kept")
        last = run(self._all, output, jobs=2)
        same = rows(output) == rows(self._work / "two")
        tables = (output / "ranking.csv").read_bytes() == (self._work / "two" / "ranking.csv").read_bytes()
        say(f"last run: {last}; after {number} kills the same store as undisturbed: {same}, the same table: {tables}")

    def cluster(self) -> None:
        """A Dask cluster of three worker processes, one killed in the middle, against the local scan."""
        self.whole()
        output = self._work / "cluster"
        with dask_cluster(workers=3) as (address, workers):
            victim = threading.Timer(self.whole().wall_s / 3, workers[0].kill)
            victim.start()
            found = run(self._all, output, jobs=1, cluster=address)
            victim.join()
        say(f"cluster of 3 workers, one killed in the middle: {found}, exit {found.exit_code}; "
            f"the same store as local: {rows(output) == rows(self._work / 'two')}")  # fmt: skip

    def formats(self) -> None:
        """The rate for each format."""
        per_format(self._work, self._all, most=min(100, self._count // 10))


@contextmanager
def dask_cluster(*, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and workers in processes of their own; give the address and the workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--memory-limit", "0"]
    worker += ["--no-nanny", "--no-dashboard"]
    setting = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "2"}
    started = [subprocess.Popen(scheduler, env=setting, **quiet)]
    time.sleep(3)
    started += [subprocess.Popen(worker, **quiet) for _ in range(workers)]
    try:
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def say(words: str) -> None:
    print(words, flush=True)


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


PARTS = ("whole", "jobs", "kills", "cluster", "formats")

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rounds", type=int, default=1, help="How often to measure the gain from a second job.")
    parser.add_argument("--only", default=",".join(PARTS), help=f"Some of {','.join(PARTS)}.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        bench = Bench(Path(made), count=asked.count, seed=asked.seed)
        parts = {
            "whole": bench.second, "jobs": lambda: bench.jobs(asked.rounds), "kills": lambda: bench.kills(asked.kills),
            "cluster": bench.cluster, "formats": bench.formats,
        }  # fmt: skip
        for part in asked.only.split(","):
            parts[part]()
