"""How long a command takes, as a ratio to `python -c "import spacy"` in the same environment and run.

python benchmarks/startup.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "priya-raman-ai-pm.pdf"
BASE = "import spacy"
CASES = {
    BASE: [sys.executable, "-c", "import spacy"],
    "resumefit --help": [sys.executable, "-m", "resumefit", "--help"],
    "load the engine": [sys.executable, "-c", "from resumefit.pipeline import load_engine; load_engine()"],
    "analyze, two-page PDF": [sys.executable, "-m", "resumefit", "analyze", str(EXAMPLE)],
    "import scikit-learn and skops": [sys.executable, "-c", "import sklearn.linear_model, skops.io"],
}


def seconds(command: list[str]) -> float:
    """Run one command, with compiled modules allowed, and return how long it took."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=env)
    return time.perf_counter() - start


def main() -> None:
    """Print the median of each case and its ratio to the base."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    for command in CASES.values():
        seconds(command)
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(rounds):
        for name, command in CASES.items():
            times[name].append(seconds(command))
    base = statistics.median(times[BASE])
    for name, found in times.items():
        median = statistics.median(found)
        print(f"{name:32} {median:6.2f} s   {median / base:5.2f} x {BASE}")


if __name__ == "__main__":
    main()
