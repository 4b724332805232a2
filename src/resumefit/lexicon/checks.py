"""Checks what a schema cannot: ids that exist, words that exclude each other, lists that are named.

Examples are run through the matcher by `resumefit.match.check_examples`; stages do not import each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resumefit.core.lexicon import Problem, SkillKind
from resumefit.errors import LexiconError
from resumefit.lexicon.files import line_of, parse_file, problems_in, shape_of
from resumefit.lexicon.layout import lexicon_files
from resumefit.lexicon.schema import (
    AdviceFile,
    CompetenciesFile,
    CompetencyEntry,
    CompetencyFile,
    CuesFile,
    HeadingsFile,
    RolesFile,
    SkillEntry,
    with_others,
)

_LIST_NAME = re.compile(r"@([\w-]+)")
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    content: bytes
    value: object

    def problem(self, place: Sequence[str | int], what: str, remedy: str) -> Problem:
        return Problem(self.path, line_of(self.content, place), what, remedy)


def check_lexicon(directory: Path, *, overlay: Path | None = None) -> tuple[Problem, ...]:
    """Return every fault of the files under `directory` (and `overlay`): by schema first, then across files."""
    try:
        folders = [(directory, _paths(directory))] + ([(overlay, _paths(overlay))] if overlay else [])
    except LexiconError as error:
        return (_as_problem(error),)
    faults: list[Problem] = []
    files: list[_File] = []
    for folder, names in folders:
        for name in names:
            path, content = f"{folder}/{name}", (folder / name).read_bytes()
            shape = AdviceFile if name.startswith("advice/") else shape_of(name)
            found = [_as_problem(error) for error in problems_in(content, path=path, shape=shape)]
            faults += found
            if not found:
                files.append(_File(path, content, parse_file(content, path=path, shape=shape)))
    return tuple(faults or _across(files, base=str(directory)))


def _paths(directory: Path) -> tuple[str, ...]:
    return (*lexicon_files(directory), *sorted(f"advice/{path.name}" for path in (directory / "advice").glob("*.yaml")))


def _as_problem(error: LexiconError) -> Problem:
    return Problem(error.path, error.line, error.problem, error.remedy)


def _across(files: Sequence[_File], *, base: str) -> list[Problem]:
    skill_files = [(file, file.value) for file in files if isinstance(file.value, CompetencyFile)]
    known = _Known(
        competencies={c.id for f in files if isinstance(f.value, CompetenciesFile) for c in f.value.competencies},
        skills={one.id for _, value in skill_files for skill in value.skills for one in with_others(skill)},
        tools={
            (value.competency, one.id)
            for _, value in skill_files for skill in value.skills for one in with_others(skill) if one.kind is SkillKind.TOOL
        },
        stages={stage for f in files if isinstance(f.value, CompetenciesFile) for stage in f.value.stages},
        lists={name for f in files if isinstance(f.value, CuesFile) for name in f.value.cues},
    )
    faults = [*_duplicates(skill_files, base=base), *_shared_forms(skill_files, base=base)]
    for file in files:
        faults += _faults_of(file, known)
    return sorted(faults, key=lambda fault: (fault.path, fault.line, fault.problem))


@dataclass(frozen=True, slots=True)
class _Known:
    competencies: set[str]
    skills: set[str]
    tools: set[tuple[str, str]]  # competency and skill
    stages: set[str]
    lists: set[str]


def _faults_of(file: _File, known: _Known) -> Iterator[Problem]:
    value = file.value
    if isinstance(value, CompetencyFile):
        yield from _competency_faults(file, value, known)
    elif isinstance(value, CompetenciesFile):
        for index, competency in enumerate(value.competencies):
            yield from _field_faults(file, ("competencies", index), competency, known)
    elif isinstance(value, RolesFile):
        for index, role in enumerate(value.roles):
            for name in sorted(set(role.weights) - known.competencies):
                yield file.problem(
                    ("roles", index, "weights", name), f"role '{role.id}' weighs an unknown competency '{name}'",
                    "Use an id of competencies.yaml",
                )
            for place, name in enumerate(role.core):
                if not role.weights.get(name):
                    yield file.problem(
                        ("roles", index, "core", place), f"the core of role '{role.id}' names '{name}', which it does not weigh",
                        "Give it a weight of 1 to 3, or take it out of the core",
                    )
    elif isinstance(value, AdviceFile):
        yield from _advice_faults(file, value, known)
    elif isinstance(value, CuesFile | HeadingsFile):
        return


def _field_faults(file: _File, place: tuple[str | int, ...], entry: CompetencyEntry, known: _Known) -> Iterator[Problem]:
    if entry.stage is not None and entry.stage not in known.stages:
        yield file.problem(
            (*place, "stage"), f"'{entry.id}' stands in an unknown stage '{entry.stage}'", "Use one of stages, or add it there"
        )
    for index, name in enumerate(entry.measures):
        if name not in known.skills:
            yield file.problem(
                (*place, "measures", index), f"'{entry.id}' is measured by an unknown skill '{name}'", "Use the id of a skill"
            )
    for index, name in enumerate(entry.tools):
        if (entry.id, name) not in known.tools:
            yield file.problem(
                (*place, "tools", index), f"'{name}' is no tool of '{entry.id}'", "Use the id of a skill of that competency, of kind tool"
            )


def _competency_faults(file: _File, value: CompetencyFile, known: _Known) -> Iterator[Problem]:
    if value.competency not in known.competencies:
        yield file.problem(
            ("competency",), f"unknown competency '{value.competency}'", "Use an id of competencies.yaml"
        )
    ids = [skill.id for skill in value.skills]
    for index, skill in enumerate(value.skills):
        place = ("skills", index)
        if index and skill.id < ids[index - 1]:
            yield file.problem((*place, "id"), f"'{skill.id}' stands after '{ids[index - 1]}'", "Sort skills by id")
        for name in ("implies", "related"):
            for other in getattr(skill, name):
                if other not in known.skills or other == skill.id:
                    yield file.problem(
                        (*place, name), f"'{skill.id}' {name} '{other}', which is not another skill",
                        "Use the id of a skill, or leave it out",
                    )
        yield from _skill_faults(file, place, skill, known)
    for index, entry in enumerate(value.paraphrases):
        yield from _notation_faults(file, ("paraphrases", index, "pattern"), entry.pattern, known)


def _skill_faults(file: _File, place: tuple[str | int, ...], skill: SkillEntry, known: _Known) -> Iterator[Problem]:
    if skill.guarded and not skill.negative:
        yield file.problem(
            (*place, "guarded"), f"'{skill.id}' is guarded but has no negative line",
            "Add a line in which the word has its other sense",
        )
    yield from _form_faults(file, place, skill, known)
    for index, rule in enumerate(skill.guarded):
        here = (*place, "guarded", index)
        words = (*rule.needs, *rule.blocks, *rule.before, *rule.after)
        for name in sorted({name for word in words for name in _LIST_NAME.findall(word)} - known.lists):
            yield _unknown_list(file, here, name)
        for word in sorted(set(rule.needs) & set(rule.blocks)):
            yield file.problem(here, f"'{skill.id}' both needs and is blocked by '{word}'", "Keep one of the two")
        if not (rule.needs or rule.blocks or rule.before or rule.after or rule.case != "any"):
            yield file.problem(here, f"a guard of '{skill.id}' guards nothing", "Give it needs, blocks or a case")


def _form_faults(file: _File, place: tuple[str | int, ...], skill: SkillEntry, known: _Known) -> Iterator[Problem]:
    """Find forms whose notation misleads, and those that are written or guarded twice."""
    free = [((*place, "label"), skill.label), *(((*place, "aliases", index), form) for index, form in enumerate(skill.aliases))]
    free += [((*place, "others", label), form) for label, more in skill.others.items() for form in (label, *more)]
    guarded = [((*place, "guarded", index), form, rule.case) for index, rule in enumerate(skill.guarded) for form in rule.forms]
    seen: set[tuple[str, str | None]] = set()
    for where, form, case in (*((where, form, None) for where, form in free), *guarded):
        yield from _notation_faults(file, where, form, known)
        if (form.casefold(), case) not in seen:
            seen.add((form.casefold(), case))
        elif case is None:
            yield file.problem(where, f"'{form}' is a form of '{skill.id}' twice", "Take one of them out")
        else:
            yield file.problem(
                where, f"'{form}' of '{skill.id}' is guarded twice, and stands where either guard lets it",
                "Guard it once, with the words of both",
            )


def _notation_faults(file: _File, place: tuple[str | int, ...], form: str, known: _Known) -> Iterator[Problem]:
    """Find what the notation of forms would read otherwise than it looks."""
    for part in dict.fromkeys(part for token in form.replace("...", " ").split() for part in token.rstrip("?").split("|")):
        if part.startswith("@") and part[1:] not in known.lists:
            yield _unknown_list(file, place, part[1:])
        if "#" in part and part != "#":
            yield file.problem(
                place, f"in '{form}' a # is part of '{part}': where it begins a word it is any number, elsewhere nothing",
                "Write a number as a word of its own, `# week` also finds `2-week`, and leave other signs out",
            )


def _unknown_list(file: _File, place: Sequence[str | int], name: str) -> Problem:
    return file.problem(place, f"there is no word list '@{name}'", "Use a list of cues.yaml, or add it there")


def _duplicates(files: Iterable[tuple[_File, CompetencyFile]], *, base: str) -> Iterator[Problem]:
    """Find ids that two skills of the built-in lexicon share; an overlay may replace a skill by its id."""
    first: dict[str, str] = {}
    for file, place, skill in _built_in(files, base):
        if skill.id in first:
            yield file.problem(place, f"the id '{skill.id}' is taken by {first[skill.id]}", "Choose another id")
        else:
            first[skill.id] = file.path


def _shared_forms(files: Iterable[tuple[_File, CompetencyFile]], *, base: str) -> Iterator[Problem]:
    """Find spellings that two skills claim with nothing to tell them apart: chance would decide between them."""
    first: dict[str, str] = {}
    for file, place, skill in _built_in(files, base):
        guarded = {_spelling(form) for rule in skill.guarded for form in rule.forms}
        for form in sorted({_spelling(form) for form in (skill.label, *skill.aliases)} - guarded):
            if first.get(form, skill.id) != skill.id:
                yield file.problem(
                    place, f"'{form}' is a spelling of both '{skill.id}' and '{first[form]}'",
                    "Leave it to one of them, or guard it in both",
                )
            else:
                first[form] = skill.id


def _built_in(
    files: Iterable[tuple[_File, CompetencyFile]], base: str
) -> Iterator[tuple[_File, tuple[str | int, ...], SkillEntry]]:
    for file, value in files:
        if file.path.startswith(base):
            for index, entry in enumerate(value.skills):
                for skill in with_others(entry):
                    own = skill.id == entry.id
                    yield file, ("skills", index, "id") if own else ("skills", index, "others", skill.label), skill


def _spelling(form: str) -> str:
    return form.casefold().replace("-", " ")


def _advice_faults(file: _File, value: AdviceFile, known: _Known) -> Iterator[Problem]:
    if value.competency not in known.competencies:
        yield file.problem(
            ("competency",), f"unknown competency '{value.competency}'", "Use an id of competencies.yaml"
        )
    for name in sorted(set(value.skills) - known.skills):
        yield file.problem(("skills", name), f"advice for an unknown skill '{name}'", "Use the id of a skill")
    for name, entry in (("advice", value.advice), *value.skills.items()):
        place = ("advice",) if name == "advice" else ("skills", name)
        if any(_LINK.search(text) for text in (entry.do, entry.show, *entry.learn, *entry.asked)):
            yield file.problem(place, f"advice '{name}' holds a link", "Name the title instead; links go stale")
        own_name = re.escape(name.replace("-", " "))  # the digit of SOC 2 is no result
        if re.search(r"\d", re.sub(rf"\[[^\]]*\]|\b{own_name}\b", "", entry.show, flags=re.IGNORECASE)):
            yield file.problem(
                (*place, "show"), f"the bullet of '{name}' holds a number", "Leave a [number] for the user to fill in"
            )
