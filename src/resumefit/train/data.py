"""Reads the labelled lines of `training/competency_evidence/`.

One resume line a text line. `<competency>.txt` holds lines that show it, with further competencies after a tab;
`negatives/*.txt` holds lines that show none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from resumefit.errors import UsageError

NEGATIVES = "negatives"


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line and the competencies it shows, the main one first; none for a negative. `source` is its file's stem."""

    text: str
    labels: tuple[str, ...]
    source: str


def read_lines(folder: Path, *, competencies: frozenset[str]) -> tuple[LabelledLine, ...]:
    """Read every line, in file order, each text once; UsageError names file and line of an unknown competency."""
    files = sorted(folder.glob("*.txt")) + sorted((folder / NEGATIVES).glob("*.txt"))
    if not files:
        raise UsageError(
            f"there are no training lines in {folder}",
            "Run this from a checkout of resumefit, or name its training folder",
        )
    found: dict[str, LabelledLine] = {}
    for file in files:
        own = () if file.parent.name == NEGATIVES else (file.stem,)
        for number, row in enumerate(file.read_text("utf-8").splitlines(), start=1):
            text, _, more = row.partition("\t")
            labels = own + tuple(
                label.strip() for label in more.split(",") if label.strip() and label.strip() not in own
            )
            unknown = [label for label in labels if label not in competencies]
            if unknown:
                raise UsageError(f"{file}:{number}: '{unknown[0]}' is no competency", "Use an id of competencies.yaml")
            if text.strip() and not text.startswith("# "):
                found.setdefault(text.strip(), LabelledLine(text=text.strip(), labels=labels, source=file.stem))
    return tuple(found.values())


def data_hash(lines: tuple[LabelledLine, ...]) -> str:
    """Return a sha256 over texts and labels, independent of the order of files."""
    return hash_of(f"{line.text}\t{','.join(line.labels)}" for line in lines)


def hash_of(rows: Iterable[str]) -> str:
    """Return a sha256 over rows, independent of their order."""
    return hashlib.sha256("\n".join(sorted(rows)).encode("utf-8")).hexdigest()
