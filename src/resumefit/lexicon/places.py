"""Finds where an example line or a guarded form of the lexicon stands, for the message that says it does not hold.

The files are read again, and only when there is something to complain of: the lexicon itself need not carry its places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resumefit.core.lexicon import Paraphrase, Skill
from resumefit.core.protocols import FindPlace
from resumefit.lexicon.files import Place, line_of, parse_file
from resumefit.lexicon.layout import lexicon_files
from resumefit.lexicon.schema import CompetencyFile, SkillEntry, with_others


@dataclass(frozen=True, slots=True)
class _SkillFile:
    path: str
    content: bytes
    value: CompetencyFile


def example_places(directory: Path, *, overlay: Path | None = None) -> FindPlace:
    """Return the function that tells file and line of an example or guarded form: of `directory`'s lexicon with `overlay` laid over it."""

    @cache
    def files() -> tuple[_SkillFile, ...]:
        return tuple(_skill_files(overlay)) + tuple(_skill_files(directory))  # what an overlay says of a skill is what counts

    def find(owner: Skill | Paraphrase, line: str) -> tuple[str, int]:
        for file in files():
            place = _skill_place(file, owner, line) if isinstance(owner, Skill) else _pattern_place(file, owner)
            if place is not None:
                return file.path, line_of(file.content, place)
        raise KeyError(owner)

    return find


def _skill_files(directory: Path | None) -> Iterator[_SkillFile]:
    """Yield the folder's skill files, the last first: of two that hold the same skill it is the last that counts."""
    if directory is None:
        return
    for name in reversed([name for name in lexicon_files(directory) if name.startswith("skills/")]):
        path, content = f"{directory}/{name}", (directory / name).read_bytes()
        yield _SkillFile(path, content, parse_file(content, path=path, shape=CompetencyFile))


def _skill_place(file: _SkillFile, skill: Skill, line: str) -> Place | None:
    if file.value.competency != skill.competency:
        return None
    for index, entry in reversed(list(enumerate(file.value.skills))):
        if entry.id == skill.id:
            return ("skills", index, *_line_place(entry, line))
        for other in with_others(entry)[1:]:
            if other.id == skill.id:
                return ("skills", index, "others", other.label)
    return None


def _line_place(entry: SkillEntry, line: str) -> Place:
    for name, lines in (("positive", entry.positive), ("negative", entry.negative)):
        if line in lines:
            return (name, lines.index(line))
    for number, guard in enumerate(entry.guarded):
        if line in guard.forms:
            return ("guarded", number, "forms", guard.forms.index(line))
    return ("id",)


def _pattern_place(file: _SkillFile, entry: Paraphrase) -> Place | None:
    if file.value.competency != entry.competency:
        return None
    for index, written in enumerate(file.value.paraphrases):
        if (written.pattern, written.example) == (entry.pattern, entry.example):
            return ("paraphrases", index, "example")
    return None
