"""Takes back what a reader wrote: decisions and notes, from tables edited beside the store and from lists saved on the page.

They are kept in the store by the file they are about, so that they outlast a new lexicon, a new posting, and the day on which
names are shown. An empty cell changes nothing, because a spreadsheet opened yesterday does not know what was decided
since; TAKEN_BACK in a cell empties it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from resumefit.batch.exports import undefused
from resumefit.batch.store import Store
from resumefit.batch.workbook import read_rows

TAKEN_BACK = "-"
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Said:
    """What one row says of one person; the values are as written, and `where` tells which row of which file it was."""

    candidate: str
    file: str
    decision: str
    notes: str
    where: str

    @property
    def name(self) -> tuple[str, str]:
        """What `Store.files_called` knows the person by: the path, else the candidate."""
        return ("", self.file) if self.file else (self.candidate, "")


@dataclass(frozen=True, slots=True)
class Written:
    """A file with decisions in it. `has_more` tells that a reader wrote something else too: in another column, or a row of nobody's."""

    said: tuple[Said, ...]
    has_more: bool = False


def read_written(path: Path, *, known: Sequence[str]) -> Written:
    """Read a CSV, JSON Lines or XLSX file with a column candidate or file, and decision or notes; ValueError when it is none.

    Spreadsheets write CSV with other separators, and not always in UTF-8; `known` are the columns that are no addition.
    """
    said: list[Said] = []
    has_more = False
    for number, row in enumerate(_rows(path), start=2):
        cells = {name: undefused(value).strip() for name, value in row.items()}
        filled = {name for name, value in cells.items() if value}
        has_more |= not filled <= set(known) or bool(filled and not filled & {"candidate", "file"})
        decision, notes = cells.get("decision", ""), cells.get("notes", "")
        if decision or notes:
            where = f"{path.name}, row {number}"
            said.append(Said(cells.get("candidate", ""), cells.get("file", ""), decision, notes, where))
    return Written(tuple(said), has_more)


def take(store: Store, said: Sequence[Said]) -> tuple[int, list[Said]]:
    """Keep what was decided; return how many people's entry changed, and the rows whose person is not in the last scan."""
    changed, unknown = 0, []
    called = store.files_called(row.name for row in said)
    for row in said:
        files = called[row.name]
        if len(files) != 1:
            unknown.append(row)
            continue
        (sha256,) = files
        before = store.decided(sha256)
        after = (_after(before[0], row.decision), _after(before[1], row.notes))
        if after != before:
            store.decide(sha256, decision=after[0], notes=after[1])
            changed += 1
    return changed, unknown


def _after(before: str, written: str) -> str:
    return before if not written else "" if written == TAKEN_BACK else written


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    if path.suffix == ".jsonl":
        yield from _of_lines(path)
        return
    table = read_rows(path) if path.suffix == ".xlsx" else _of_csv(path)
    head = [name.strip() for name in next(table, [])]
    if not {"candidate", "file"} & set(head) or not {"decision", "notes"} & set(head):
        raise ValueError("it has no columns candidate, decision and notes")
    for row in table:
        yield {
            (head[index] if index < len(head) and head[index] else f"column {index + 1}"): value
            for index, value in enumerate(row)
        }


def _of_lines(path: Path) -> Iterator[Mapping[str, str]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if not isinstance(row, dict):
            raise ValueError("a line of it is no object")
        yield {str(name): "" if value is None else str(value) for name, value in row.items()}


def _of_csv(path: Path) -> Iterator[list[str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")  # what spreadsheets call CSV on Windows
    head = text.split("\n", 1)[0]
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count))
