"""Reads thousands of broken files of every main format and counts how it ends; anything but an answer or a clear error fails.

    python benchmarks/fuzz_reading.py [--count 2000] [--seed 1] [FILE ...]

Each file is read and segmented in a child process, as the command line does, so that a crash, or an error that nobody foresaw,
is counted and named by its seed. Without files, the fixtures of tests/data/read are broken. Pictures need the extra [ocr], else
all of them end in `needs-ocr`. Exit code 1 when one ended in a crash or took too long.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.read.mutations import mutations  # noqa: E402

from resumefit.core.months import parse_month  # noqa: E402
from resumefit.errors import ExitCode, ReaderCrashed, ResumefitError  # noqa: E402
from resumefit.lexicon import load_lexicon  # noqa: E402
from resumefit.pipeline import understand  # noqa: E402
from resumefit.read import DEFAULT_LIMITS  # noqa: E402
from resumefit.resources import data_dir  # noqa: E402

SLOW_S = 10.0
ALLOWED = {ExitCode.OK, ExitCode.UNREADABLE, ExitCode.NO_TEXT}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = options.files or sorted((ROOT / "tests" / "data" / "read").glob("fuzz_*"))
    headings = load_lexicon(data_dir("skill_lexicon")).headings
    failed = 0
    for file in files:
        ends: Counter[str] = Counter()
        slowest, slowest_number = 0.0, 0
        for number, broken in enumerate(mutations(file.read_bytes(), count=options.count, seed=options.seed)):
            started = time.perf_counter()
            try:
                document, _ = understand(
                    broken, name=file.name, headings=headings, as_of=parse_month("2026-01"), isolated=True
                )
                end = document.state.value
            except ReaderCrashed:
                end = "CRASH"
            except ResumefitError as error:
                end = error.code if error.exit_code in ALLOWED else f"EXIT {error.exit_code}"
            took = time.perf_counter() - started
            slowest, slowest_number = max((slowest, slowest_number), (took, number))
            if took > SLOW_S:
                ends[f"over {SLOW_S:.0f} s"] += 1
            if end.isupper() or took > DEFAULT_LIMITS.seconds + DEFAULT_LIMITS.ocr_seconds_a_page + 5:
                failed += 1
                print(
                    f"{file.name} mutation {number} of seed {options.seed}: {end} after {took:.1f} s", file=sys.stderr
                )
            ends[end] += 1
        print(f"{file.name}: {dict(sorted(ends.items()))}, slowest {slowest:.2f} s (mutation {slowest_number})", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
