"""Measures what reading a PDF page costs, against what a user would pick instead.

    python benchmarks/reading.py [--rounds 5] [--json] [FILE ...]

For each file, in one process and interleaved: PDFium's plain text (`pypdfium2`, text only), this project's reading
(words, columns, concealed text, judgement) and pdfplumber's `extract_text`. The best of the rounds in CPU time a page
is taken for each file, then the median over files. Also counts the pages that looked wrong and were read by pdfplumber too.
Without files: the examples and the layouts of tests/data/read.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from resumefit.read import pdf, read_document  # noqa: E402
from resumefit.read.second_reading import read_again  # noqa: E402

MOST_TIMES_PLAIN = 5.0
LEAST_TIMES_UNDER_PDFPLUMBER = 7.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    default = [*ROOT.glob("examples/*.pdf"), *ROOT.glob("tests/data/read/layout_*.pdf")]
    files = options.files or sorted(default)
    medians = measure(files, rounds=options.rounds)
    figures = {
        "files": len(files),
        "ms_a_page": {name: round(value * 1000, 2) for name, value in medians.items()},
        "times_plain_text": round(medians["resumefit"] / medians["plain"], 2),
        "times_under_pdfplumber": round(medians["pdfplumber"] / medians["resumefit"], 2),
    }
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in medians.items():
            print(f"{name:12} {value * 1000:8.2f} ms a page")
        print("{1} of {0} pages were read by the second engine too".format(*read_twice(files)))
        print(f"{figures['times_plain_text']} times PDFium's plain text (aim: at most {MOST_TIMES_PLAIN})")
        print(
            f"{figures['times_under_pdfplumber']} times less than pdfplumber (aim: at least {LEAST_TIMES_UNDER_PDFPLUMBER})"
        )
    return 0


def measure(files: list[Path], *, rounds: int) -> dict[str, float]:
    """Return the median over files of each reader's seconds a page."""
    readers: dict[str, Callable[[bytes], int]] = {"plain": _plain, "resumefit": _ours, "pdfplumber": _pdfplumber}
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for file in files:
        data = file.read_bytes()
        pages = _plain(data)
        best = dict.fromkeys(readers, float("inf"))
        for round_number in range(rounds):
            for name, read in readers.items():
                if name == "pdfplumber" and round_number > 1:
                    continue  # slow and steady
                started = time.process_time()
                read(data)
                best[name] = min(best[name], time.process_time() - started)
        for name, seconds in best.items():
            spent[name].append(seconds / pages)
    return {name: statistics.median(values) for name, values in spent.items()}


def read_twice(files: list[Path]) -> tuple[int, int]:
    """Count the pages of the files, and those among them that the second engine was asked to read."""
    with mock.patch.object(pdf, "read_again", wraps=read_again) as second:
        pages = sum(_ours(file.read_bytes()) for file in files)
    return pages, second.call_count


def _plain(data: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    pages = len(document)
    document.close()
    return pages


def _ours(data: bytes) -> int:
    return read_document(data, name="resume.pdf").pages


def _pdfplumber(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
        return len(document.pages)


if __name__ == "__main__":
    raise SystemExit(main())
