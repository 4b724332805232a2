"""What matching costs: loading the engine against `import spacy`, and a 900-word resume once loaded.

    python benchmarks/matching.py [--rounds N]

Each loading is timed in a process of its own, alternating with `import spacy`, because a machine's speed changes by the
minute; the ratio of the medians is what the promise is about. Matching is timed on the longest of the resumes in tests/gold, because
each resume costs something whatever its length, in turn with spaCy's tokenizer on the same text; given is the median of the ratios.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resumefit.core.document import Document
    from resumefit.core.resume import Resume

ROOT = Path(__file__).resolve().parents[1]
WORDS = 900
AT_LEAST = 600  # words; the resumes in tests/gold that come nearest to 900
LOAD = "from resumefit.pipeline import load_engine; load_engine()"


def seconds(code: str) -> float:
    """Run `code` in a fresh Python and return how long that took."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT / "src")
    return time.perf_counter() - start


def matching_ms(rounds: int) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Return the milliseconds of processor time for 900 words of long resumes, round by round: spaCy's tokenizer alone, our matching
    by rules alone, with the models as in every analysis, and with `--semantic`. They take turns, so that a change of the machine's
    speed meets all of them.
    """
    import spacy

    from resumefit.core.resume import YearMonth
    from resumefit.match import build_matcher
    from resumefit.pipeline import load_engine, understand

    engine = load_engine()
    lexicon = engine.lexicon
    files = [
        file for file in sorted((ROOT / "tests" / "gold").glob("*/resumes/*.txt")) if len(file.read_text("utf-8").split()) >= AT_LEAST
    ]
    read = [
        understand(file.read_bytes(), name=file.name, headings=lexicon.headings, as_of=YearMonth(2026, 11)) for file in files
    ]
    tokenizer = spacy.blank("en")
    plain = build_matcher(lexicon)
    semantic = load_engine(semantic=True).matcher
    share = WORDS / sum(len(document.text.split()) for document, _ in read)

    works: dict[str, Callable[[Document, Resume], object]] = {
        "tokenise": lambda document, _: tokenizer(document.text),
        "rules": plain.match,
        "models": engine.matcher.match,
        "semantic": semantic.match,
    }

    def cost(*names: str) -> dict[str, list[float]]:
        times: dict[str, list[float]] = {name: [] for name in names}
        for _ in range(rounds + 1):
            for name in names:
                start = time.process_time()
                for document, resume in read:
                    works[name](document, resume)
                times[name].append((time.process_time() - start) * 1000 * share)
        return {name: found[1:] for name, found in times.items()}  # the first fills caches

    # The encoder apart: its weights would push all else out of the processor's caches.
    return cost("tokenise", "rules", "models"), cost("tokenise", "semantic")


def sentence_ms(rounds: int) -> tuple[float, float]:
    """Return the median milliseconds of processor time that the sentence encoder takes for a sentence among 500, and for one alone."""
    from resumefit.learned.encoder import FOLDER, load_sentence_encoder

    encoder = load_sentence_encoder(ROOT / "models" / FOLDER)
    lines = (ROOT / "training" / "competency_evidence" / "mlops.txt").read_text("utf-8").splitlines()[:500]

    def cost(batches: list[list[str]]) -> float:
        times = []
        for _ in range(rounds):
            start = time.process_time()
            for batch in batches:
                encoder.encode(batch)
            times.append((time.process_time() - start) * 1000 / sum(map(len, batches)))
        return statistics.median(times)

    return cost([lines]), cost([[line] for line in lines[:100]])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    seconds(LOAD)  # fills the cache of the parsed lexicon
    pairs = [(seconds("import spacy"), seconds(LOAD)) for _ in range(rounds)]
    spacy_s, load_s = (statistics.median(times) for times in zip(*pairs, strict=True))
    matching, semantic = matching_ms(rounds)
    print(f"import spacy           {spacy_s:6.2f} s")
    print(f"load the engine        {load_s:6.2f} s   {load_s / spacy_s:.2f} times")
    print(f"tokenise {WORDS} words     {statistics.median(matching['tokenise']):6.1f} ms")
    for name, label, times in (
        ("rules", "by rules alone", matching), ("models", "with all models", matching), ("semantic", "with --semantic", semantic),
    ):  # fmt: skip
        ratio = statistics.median(own / tokens for own, tokens in zip(times[name], times["tokenise"], strict=True))
        print(f"{label:22} {statistics.median(times[name]):6.1f} ms  {ratio:.1f} times tokenising")
    among, alone = sentence_ms(rounds)
    print(f"encode a sentence      {among:6.1f} ms among others, {alone:.1f} ms alone")


if __name__ == "__main__":
    main()
