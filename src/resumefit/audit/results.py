"""Reads what a scan left behind: its SQLite file, or its ranking as JSON Lines or CSV.

Only what docs/store.md promises to SQL users is asked for, and the file is opened for reading alone.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from resumefit.errors import MissingFile, UsageError

STORE = "resumefit.sqlite"
IDENTITIES = "identities.csv"
_FORMULA_GUARD = "'"
_REMEDY = "Name the --output folder of a scan, or its ranking.jsonl or ranking.csv"


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of the results: `scores` by role id, empty for a file that gave no result. `file` is None when not known.

    Files that look like one person's share `person`, which is the place of the newest of them.
    """

    place: int
    candidate: str
    file: str | None
    scores: Mapping[str, float]
    person: int


@dataclass(frozen=True, slots=True)
class Results:
    """All files of a scan, in its order. `left_out` counts places that the list skips: a cut list is no full picture."""

    source: str
    rows: tuple[Listed, ...]
    roles: tuple[str, ...]
    left_out: int


def read_results(path: Path) -> Results:
    """Read a scan's results; UsageError when this is none, MissingFile when there is nothing."""
    if path.is_dir():
        path = path / STORE
    if not path.is_file():
        raise MissingFile(str(path), "there are no results here", _REMEDY)
    files = _identities(path.parent / IDENTITIES)
    try:
        rows = tuple(_of_store(path, files) if path.suffix == ".sqlite" else _of_table(path, files))
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} holds no results of a scan ({error})", _REMEDY) from error
    if not rows:
        raise UsageError(f"{path} lists nobody", "Scan some resumes first")
    roles = tuple(sorted({role for row in rows for role in row.scores}))
    places = {row.place for row in rows}
    return Results(str(path), tuple(sorted(rows, key=lambda row: row.place)), roles, max(places) - len(places))


def _identities(path: Path) -> dict[int, str]:
    """Return the file of each place; empty when who is who is not at hand."""
    if not path.is_file():
        return {}
    with path.open(newline="", encoding="utf-8") as file:
        return {int(row["place"]): _unguarded(row["file"]) for row in csv.DictReader(file)}


def _of_store(path: Path, files: Mapping[int, str]) -> Iterable[Listed]:
    # A finished scan has written its journal back, and `immutable` then works in folders that may not be written to.
    how = "mode=ro" if path.with_name(path.name + "-wal").exists() else "immutable=1"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as database:
        scores: dict[int, dict[str, float]] = {}
        for place, role, score in database.execute("SELECT place, role, score FROM ranking"):
            scores.setdefault(int(place), {})[str(role)] = float(score)
        linked = any(name == "person" for _, name, *_ in database.execute("PRAGMA table_info(entry)"))
        person = "coalesce(person, place)" if linked else "place"  # stores of older versions do not know persons
        for place, candidate, newest in database.execute(f"SELECT place, candidate, {person} FROM entry ORDER BY place"):  # noqa: S608
            yield Listed(int(place), str(candidate), files.get(int(place)), scores.get(int(place), {}), int(newest))


def _of_table(path: Path, files: Mapping[int, str]) -> Iterable[Listed]:
    text = path.read_text("utf-8-sig")
    rows: Iterable[Mapping[str, object]]
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    else:
        rows = list(csv.DictReader(text.splitlines(keepends=True)))
    for row in rows:
        roles = [name.removesuffix("-low") for name in row if name.endswith("-low")]
        if not roles:
            raise ValueError("it has no columns of scores")
        place = int(str(row["place"]))
        scores = {role: float(str(row[role])) for role in roles if row[role] not in (None, "")}
        file = files.get(place) or (_unguarded(str(row["file"])) if row.get("file") else None)
        yield Listed(place, _unguarded(str(row["candidate"])), file, scores, int(str(row.get("person") or place)))


def _unguarded(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell.startswith(_FORMULA_GUARD) and cell[1:2] in tuple("=+-@") else cell
