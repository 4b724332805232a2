"""Reads thousands of broken files of every main format and counts how it ends; anything but an answer or a clear error fails.

    python benchmarks/fuzz_reading.py [--count 2000] [--seed 1] [FILE ...]

Each file is read in a child process, as the command line does, so that a crash is counted and named by its seed.
Without files, the fixtures of tests/data/read are broken. Exit code 1 when one ended in a crash or took too long.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.read.mutations import mutations  # noqa: E402

from resumefit.errors import ExitCode, ReaderCrashed, ResumefitError  # noqa: E402
from resumefit.read import DEFAULT_LIMITS  # noqa: E402
from resumefit.read.isolated import read_isolated  # noqa: E402

ALLOWED = {ExitCode.OK, ExitCode.UNREADABLE, ExitCode.NO_TEXT}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = options.files or sorted((ROOT / "tests" / "data" / "read").glob("fuzz_*"))
    limits = replace(DEFAULT_LIMITS, seconds=10.0)
    failed = 0
    for file in files:
        ends: Counter[str] = Counter()
        slowest = 0.0
        for number, broken in enumerate(mutations(file.read_bytes(), count=options.count, seed=options.seed)):
            started = time.perf_counter()
            try:
                end = read_isolated(broken, name=file.name, limits=limits).state.value
            except ReaderCrashed:
                end = "CRASH"
            except ResumefitError as error:
                end = error.code if error.exit_code in ALLOWED else f"EXIT {error.exit_code}"
            took = time.perf_counter() - started
            slowest = max(slowest, took)
            if end.isupper() or took > limits.seconds + 3:
                failed += 1
                print(
                    f"{file.name} mutation {number} of seed {options.seed}: {end} after {took:.1f} s", file=sys.stderr
                )
            ends[end] += 1
        print(f"{file.name}: {dict(sorted(ends.items()))}, slowest {slowest:.2f} s", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
