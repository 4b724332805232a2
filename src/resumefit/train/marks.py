"""Reads training lines in which words are marked: `Wrote the [[user stories|d]]; [[test automation|o]] was with a vendor`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from resumefit.errors import UsageError
from resumefit.train.data import hash_of

_MARK = re.compile(r"\[\[([^\[\]|]+)\|(\w)\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `stop` of a line, and the label that a person gave them."""

    start: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line without its marks' brackets, and the marks."""

    text: str
    marks: tuple[Mark, ...]


def read_marked(folder: Path, *, letters: Mapping[str, str]) -> tuple[MarkedLine, ...]:
    """Read every line of `folder`'s files, in order, each text once.

    `letters` gives the label behind each letter. UsageError names file and line of a mark with another letter, or of a line without marks.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise UsageError(
            f"there are no training lines in {folder}", "Run this from a checkout of resumefit, or name its training folder"
        )
    found: dict[str, MarkedLine] = {}
    for file in files:
        for number, row in enumerate(file.read_text("utf-8").splitlines(), start=1):
            if row.strip() and not row.startswith("# "):
                line = _parsed(row.strip(), where=f"{file}:{number}", letters=letters)
                found.setdefault(line.text, line)
    return tuple(found.values())


def _parsed(row: str, *, where: str, letters: Mapping[str, str]) -> MarkedLine:
    parts: list[str] = []
    marks: list[Mark] = []
    length = at = 0
    for mark in _MARK.finditer(row):
        if mark[2] not in letters:
            raise UsageError(f"{where}: the mark '{mark[2]}' is unknown", f"Use one of {', '.join(letters)}")
        before = row[at : mark.start()]
        start = length + len(before)
        length = start + len(mark[1])
        parts += (before, mark[1])
        marks.append(Mark(start, length, letters[mark[2]]))
        at = mark.end()
    text = "".join((*parts, row[at:]))
    if not marks or "[[" in text or "]]" in text:
        raise UsageError(f"{where}: a line must have marks like [[words|{next(iter(letters))}]]", "Mend its brackets")
    return MarkedLine(text, tuple(marks))


def marks_hash(lines: Sequence[MarkedLine]) -> str:
    """Return a sha256 over texts and marks, independent of the order of files."""
    return hash_of(f"{line.text}\t{[(mark.start, mark.stop, mark.label) for mark in line.marks]}" for line in lines)
