"""Re-scores resumes as if they were other people's, and holds every byte of the roles against the first scoring.

A swap changes the text as it was read; structure, skills and scores are then worked out again from it, by the whole pipeline after
reading. A score that moves is a fault of resumefit, not of the resume.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from resumefit.audit.edits import apply_edits
from resumefit.audit.swaps import KINDS, Swap, find_swaps
from resumefit.core.assessment import Assessment, RoleAssessment
from resumefit.core.document import Document
from resumefit.core.resume import Resume, SectionKind, YearMonth
from resumefit.errors import FileError, MissingFile
from resumefit.pipeline import Engine, assess, read_file, understand
from resumefit.segment import segment


@dataclass(frozen=True, slots=True)
class Moved:
    """A swap that moved a role: `before` and `after` by role, `competencies` those whose points changed, or else whose evidence did."""

    file: str
    swap: Swap
    roles: tuple[tuple[str, float, float], ...]
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """One resume: how many swaps of each kind it was scored with, and those that moved something."""

    file: str
    scored: tuple[tuple[str, int], ...]
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no text."""

    file: str
    code: str
    problem: str


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """All resumes of a folder. `others` are files that were read and are no resumes: postings, notes."""

    checked: tuple[Checked, ...]
    unread: tuple[Unread, ...]
    others: tuple[str, ...] = ()

    @property
    def moved(self) -> tuple[Moved, ...]:
        """Every swap that moved a role."""
        return tuple(moved for entry in self.checked for moved in entry.moved)

    def by_kind(self) -> tuple[tuple[str, int, int, int], ...]:
        """Return, for each kind of swap: resumes that allow it, versions scored, versions that moved a role."""
        found = []
        for kind in KINDS:
            counts = [dict(entry.scored).get(kind, 0) for entry in self.checked]
            moved = sum(entry.swap.kind == kind for entry in self.moved)
            found.append((kind, sum(count > 0 for count in counts), sum(counts), moved))
        return tuple(found)


def check_folder(
    folder: Path, *, engine: Engine, as_of: YearMonth, progress: Callable[[str], None] = lambda _: None
) -> Counterfactual:
    """Check every file below a folder (or one file), in the order of their paths; `progress` is told each name when it is done."""
    checked: list[Checked] = []
    unread: list[Unread] = []
    others: list[str] = []
    for path in files_in(folder):
        name = str(path.relative_to(folder)) if path != folder else path.name
        try:
            document, resume = _understand(read_file(path), name=name, engine=engine, as_of=as_of)
        except FileError as error:
            unread.append(Unread(name, error.code, error.problem))
        else:
            if is_resume(resume):
                checked.append(check(document, resume, engine=engine, as_of=as_of))
            else:
                others.append(name)
        progress(name)
    return Counterfactual(tuple(checked), tuple(unread), tuple(others))


def is_resume(resume: Resume) -> bool:
    """Tell whether a text is built as a resume is: with a position that somebody held, or an education."""
    return bool(resume.positions) or any(section.kind is SectionKind.EDUCATION for section in resume.sections)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, sorted; hidden ones are left out."""
    if folder.is_file():
        yield folder
        return
    if not folder.is_dir():
        raise MissingFile(str(folder), "there is no such folder", "Name a folder of resumes")
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [path for path in found if not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)]
    if not kept:
        raise MissingFile(str(folder), "there are no files in this folder", "Name a folder of resumes")
    yield from kept


def check_bytes(data: bytes, *, name: str, engine: Engine, as_of: YearMonth) -> Checked:
    """Score one resume as it is and with every swap that it allows."""
    document, resume = _understand(data, name=name, engine=engine, as_of=as_of)
    return check(document, resume, engine=engine, as_of=as_of)


def _understand(data: bytes, *, name: str, engine: Engine, as_of: YearMonth) -> tuple[Document, Resume]:
    return understand(data, name=name, headings=engine.lexicon.headings, cells=engine.cells, as_of=as_of)


def check(document: Document, resume: Resume, *, engine: Engine, as_of: YearMonth) -> Checked:
    """Do the same with one that has been read."""
    given = _essence(assess(document, resume, engine=engine))
    scored = dict.fromkeys(KINDS, 0)
    moved = []
    for swap in find_swaps(document, resume):
        found = score_swapped(document, swap, engine=engine, as_of=as_of)
        scored[swap.kind] += 1
        if found != given:
            moved.append(_moved(document.name, swap, given.roles, found.roles))
    return Checked(document.name, tuple(scored.items()), tuple(moved))


@dataclass(frozen=True, slots=True)
class Essence:
    """What may not move: the roles, with their evidence numbered among what is evidence at all, and what that evidence is."""

    roles: tuple[RoleAssessment, ...]
    evidence: tuple[tuple[str | None, str, str, bool], ...]


def score_swapped(document: Document, swap: Swap, *, engine: Engine, as_of: YearMonth) -> Essence:
    """Return what a document comes to when the swap is made in it, worked out anew from its text."""
    other = replace(apply_edits(document, swap.edits), name=swap.file_name or document.name)
    resume = segment(other, headings=engine.lexicon.headings, cells=engine.cells, as_of=as_of)
    return _essence(assess(other, resume, engine=engine))


def _essence(report: Assessment) -> Essence:
    """Number evidence among itself: a word found where it counts nothing (a city that is also a tool) moves no more than a number."""
    used = sorted(
        {at for role in report.roles for one in role.competencies for at in one.evidence}
        | {at for role in report.roles for gap in role.gaps for at in gap.evidence}
    )
    number = {mention: index for index, mention in enumerate(used)}
    roles = tuple(
        replace(
            role,
            competencies=tuple(replace(one, evidence=tuple(number[at] for at in one.evidence)) for one in role.competencies),
            gaps=tuple(replace(gap, evidence=tuple(number[at] for at in gap.evidence)) for gap in role.gaps),
        )
        for role in report.roles
    )
    told = [report.mentions[at] for at in used]
    return Essence(roles, tuple((one.skill, one.competency, str(one.status), one.outcome) for one in told))


def _moved(name: str, swap: Swap, given: Sequence[RoleAssessment], found: Sequence[RoleAssessment]) -> Moved:
    roles = tuple((before.role, before.score, after.score) for before, after in zip(given, found, strict=True))
    pairs = [
        (old, new)
        for before, after in zip(given, found, strict=True)
        for old, new in zip(before.competencies, after.competencies, strict=True)
        if old != new
    ]
    # Where points change, evidence elsewhere may only be numbered anew.
    changed = {old.id for old, new in pairs if old.points != new.points} or {old.id for old, _ in pairs}
    return Moved(name, swap, roles, tuple(sorted(changed)))
