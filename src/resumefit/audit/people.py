"""Joins scores with the groups that a reader gives: who is in which group, and who in none.

resumefit never guesses a group from a resume. Groups come from a table of the reader's own, and everybody whom it leaves out is counted.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from resumefit.audit.results import Listed, Results
from resumefit.errors import MissingFile, UsageError

KEYS = ("candidate", "file")
BEST = "all"
_YES = frozenset({"1", "yes", "true", "y"})
_NO = frozenset({"0", "no", "false", "n"})


@dataclass(frozen=True, slots=True)
class GroupTable:
    """The reader's table: `key` is the column that names people, `rows` the group values by it, in the order of `features`."""

    key: str
    features: tuple[str, ...]
    rows: Mapping[str, tuple[str | None, ...]]
    outcomes: Mapping[str, bool | None]
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """One scored file with its groups, None where the table gives none. `score` is None for a file without a result."""

    score: float | None
    groups: tuple[str | None, ...]
    outcome: bool | None


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody in the results, and what could not be joined. `older` files are versions of somebody's newer one, and not counted."""

    role: str
    features: tuple[str, ...]
    outcome: str | None
    people: tuple[Person, ...]
    not_in_table: int
    not_in_results: int
    left_out: int
    older: int = 0


def read_groups(path: Path, *, outcome: str | None = None) -> GroupTable:
    """Read the table of groups: a first column `candidate` or `file`, then a column a group; UsageError says what is wrong where."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise MissingFile(
            str(path), f"the table of groups cannot be read ({error})", "Name a CSV file, UTF-8"
        ) from error
    lines = text.splitlines(keepends=True)
    separator = max(",;\t", key=lines[0].count) if lines else ","
    reader = csv.DictReader(lines, delimiter=separator)
    columns = [name.strip() for name in reader.fieldnames or () if name]
    reader.fieldnames = columns
    keys = [name for name in columns if name in KEYS]
    if not keys:
        raise UsageError(f"{path} has no column 'candidate' or 'file'", "Name the people in a column of that name")
    if outcome is not None and outcome not in columns:
        raise UsageError(f"{path} has no column '{outcome}'", f"Its columns: {', '.join(columns)}")
    features = tuple(name for name in columns if name not in KEYS and name != outcome)
    if not features:
        raise UsageError(f"{path} has no column of groups", "Add one, for example: gender")
    rows: dict[str, tuple[str | None, ...]] = {}
    outcomes: dict[str, bool | None] = {}
    for row in reader:
        who = (row[keys[0]] or "").strip()
        if not who:
            continue
        if who in rows:
            raise UsageError(f"{path}:{reader.line_num}: '{who}' is named twice", "Keep one line for each")
        rows[who] = tuple((row[name] or "").strip() or None for name in features)
        outcomes[who] = _yes(row[outcome], f"{path}:{reader.line_num}") if outcome else None
    return GroupTable(keys[0], features, rows, outcomes, outcome)


def _yes(cell: str | None, where: str) -> bool | None:
    word = (cell or "").strip().lower()
    if not word:
        return None
    if word not in _YES | _NO:
        raise UsageError(
            f"{where}: the outcome '{cell}' is neither yes nor no", "Write yes or no, 1 or 0, or leave it empty"
        )
    return word in _YES


def join(results: Results, table: GroupTable, *, role: str = BEST) -> Roll:
    """Give every file of the results its groups; `role` is a role id, or `all` for the better of all roles."""
    if role != BEST and role not in results.roles:
        raise UsageError(f"the results have no role '{role}'", f"They have: {', '.join((BEST, *results.roles))}")
    names = _names(results.rows, table)
    found = {name for name in names if name}
    if not found:
        raise UsageError(
            f"no {table.key} of the groups is in the results",
            "Write them as the results do: as `candidate` in the ranking, or as `file` in identities.csv beside it",
        )
    counted = _one_a_person(list(zip(results.rows, names, strict=True)), table)
    nothing: tuple[str | None, ...] = (None,) * len(table.features)
    people = tuple(
        Person(_score(row, role), table.rows[name] if name else nothing, table.outcomes[name] if name else None)
        for row, name in counted
    )
    return Roll(
        role, table.features, table.outcome, people, not_in_table=sum(name is None for _, name in counted),
        not_in_results=len(table.rows) - len(found), left_out=results.left_out, older=len(results.rows) - len(counted),
    )


def _one_a_person(rows: Sequence[tuple[Listed, str | None]], table: GroupTable) -> list[tuple[Listed, str | None]]:
    """Keep one file of each person's: the newest that has a score, with the groups that any of them has.

    Files that are linked and yet stand in different groups are taken for different people's: the reader knows better.
    """
    linked: dict[int, list[tuple[Listed, str | None]]] = {}
    for row, name in rows:
        linked.setdefault(row.person, []).append((row, name))
    kept: list[tuple[Listed, str | None]] = []
    for person, files in linked.items():
        names = [name for _, name in files if name]
        if len({(table.rows[name], table.outcomes[name]) for name in names}) > 1:
            kept += files
        else:
            newest = max((row for row, _ in files), key=lambda row: (bool(row.scores), row.place == person, row.place))
            kept.append((newest, names[0] if names else None))
    return sorted(kept, key=lambda pair: pair[0].place)


def _score(row: Listed, role: str) -> float | None:
    return max(row.scores.values(), default=None) if role == BEST else row.scores.get(role)


def _names(rows: Sequence[Listed], table: GroupTable) -> list[str | None]:
    """Return the name by which the table knows each file; a bare file name will do while it is only one file's."""
    if table.key == "candidate":
        return [row.candidate if row.candidate in table.rows else None for row in rows]
    full = [row.file or row.candidate for row in rows]
    bare = [PurePath(name.replace("\\", "/").rsplit("!", 1)[-1]).name for name in full]
    count = Counter(bare)
    found: list[str | None] = []
    for path, name in zip(full, bare, strict=True):
        if path in table.rows:
            found.append(path)
        elif name in table.rows and count[name] > 1:
            raise UsageError(f"several files of the results are called '{name}'", "Write them as in identities.csv")
        else:
            found.append(name if name in table.rows else None)
    return found
