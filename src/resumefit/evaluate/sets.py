"""Reads labelled sets: single lines as JSON Lines, and whole resumes with an annotation beside each.

docs/quality.md describes the format and the conventions of labelling.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from resumefit.core.mention import Status
from resumefit.errors import UsageError


class _Loose(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Label(_Loose):
    """A competency that a line speaks of, how, and in which words."""

    competency: str
    status: Status
    cue: str = ""


class LabelledLine(_Loose):
    """A line on its own. A note `arguable: a, b` names competencies that a fair reader could also see."""

    id: str
    text: str
    kind: Literal["keyword", "paraphrase", "trap", "status", "neutral"]
    labels: tuple[Label, ...] = ()
    note: str = ""

    @property
    def wanted(self) -> frozenset[str]:
        """The competencies that must be counted."""
        return frozenset(label.competency for label in self.labels if label.status.adds_to_score)

    @property
    def arguable(self) -> frozenset[str]:
        """The competencies whose finding is neither right nor wrong."""
        found = re.search(r"arguable:\s*([a-z, -]+)", self.note)
        return frozenset(word.strip() for word in found.group(1).split(",")) if found else frozenset()


class GoldMention(_Loose):
    """A skill in a resume: its words, where they start, and how the resume speaks of it."""

    quote: str
    competency: str
    status: Status
    start: int
    keyword: bool = True


class GoldPosition(_Loose):
    """A position as a person reads it; dates as YYYY-MM or YYYY, the end may be `present`."""

    title: str
    company: str
    start: str
    end: str


class GoldResume(_Loose):
    """A resume's annotation."""

    id: str
    mentions: tuple[GoldMention, ...]
    positions: tuple[GoldPosition, ...] = ()
    sections: tuple[tuple[str | None, str], ...] = ()
    years_pm: float = 0.0


def read_lines(path: Path) -> tuple[LabelledLine, ...]:
    """Read a JSON Lines file, or every *.jsonl of a folder by name; UsageError names file and line of what does not fit."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    lines = [line for file in files for line in _rows(file)]
    if not lines:
        raise UsageError(f"{path} holds no labelled line", "Name a JSON Lines file, or a folder of *.jsonl files")
    return tuple(lines)


def read_resumes(resumes: Path, annotations: Path) -> tuple[tuple[Path, GoldResume], ...]:
    """Read every resume that has an annotation of the same stem; UsageError when there is none."""
    found = []
    for path in sorted(annotations.glob("*.json")):
        try:
            gold = GoldResume.model_validate_json(_text(path))
        except ValidationError as error:
            raise UsageError(f"{path}: {_first(error)}", "docs/quality.md shows the format") from error
        resume = next((file for file in sorted(resumes.glob(f"{path.stem}.*"))), None)
        if resume is None:
            raise UsageError(
                f"{path} annotates a resume that is not in {resumes}", "Put it there, or take the annotation out"
            )
        found.append((resume, gold))
    if not found:
        raise UsageError(f"there is no annotation in {annotations}", "Name a folder of JSON files")
    return tuple(found)


def _rows(path: Path) -> list[LabelledLine]:
    lines = []
    for number, row in enumerate(_text(path).splitlines(), start=1):
        if row.strip():
            try:
                lines.append(LabelledLine.model_validate_json(row))
            except ValidationError as error:
                raise UsageError(f"{path}:{number}: {_first(error)}", "docs/quality.md shows the format") from error
    return lines


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror})", "Check the spelling") from error


def _first(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
