"""What matching costs: loading the engine against `import spacy`, and a 900-word resume once loaded.

    python benchmarks/matching.py [--rounds N]

Each loading is timed in a process of its own, alternating with `import spacy`, because a machine's speed changes by the
minute; the ratio of the medians is what the promise is about. Matching is timed on the example lines of the lexicon,
joined to 900 words, which name far more skills than a resume does.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = 900
LOAD = (
    "from pathlib import Path; from resumefit.lexicon import load_lexicon; from resumefit.match import build_matcher; "
    f"build_matcher(load_lexicon(Path({str(ROOT / 'skill_lexicon')!r})))"
)


def seconds(code: str) -> float:
    """Run `code` in a fresh Python and return how long that took."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT / "src")
    return time.perf_counter() - start


def matching_ms(rounds: int) -> tuple[float, float]:
    """Return the median milliseconds for 900 words, without and with the paraphrase model (nan when it is absent)."""
    from resumefit.errors import ModelError
    from resumefit.learned import load_text_model
    from resumefit.lexicon import load_lexicon
    from resumefit.match import build_matcher

    lexicon = load_lexicon(ROOT / "skill_lexicon")
    lines: list[str] = []
    for skill in lexicon.skills:
        lines += skill.positive
        if sum(len(line.split()) for line in lines) >= WORDS:
            break
    times: list[float] = []
    try:
        models = (None, load_text_model(ROOT / "models", "competency_evidence"))
    except ModelError:
        models = (None,)
    for model in models:
        matcher = build_matcher(lexicon, paraphrases=model)
        text = "\n".join(lines)
        matcher.match_text(text)
        measured = []
        for _ in range(rounds):
            start = time.perf_counter()
            matcher.match_text(text)
            measured.append((time.perf_counter() - start) * 1000)
        times.append(statistics.median(measured))
    return times[0], times[1] if len(times) > 1 else float("nan")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    seconds(LOAD)  # fills the cache of the parsed lexicon
    pairs = [(seconds("import spacy"), seconds(LOAD)) for _ in range(rounds)]
    spacy_s, load_s = (statistics.median(times) for times in zip(*pairs, strict=True))
    plain, with_model = matching_ms(rounds)
    print(f"import spacy           {spacy_s:6.2f} s")
    print(f"load lexicon, matcher  {load_s:6.2f} s   {load_s / spacy_s:.2f} times")
    print(f"match {WORDS} words        {plain:6.1f} ms  (with the paraphrase model {with_model:.1f} ms)")


if __name__ == "__main__":
    main()
