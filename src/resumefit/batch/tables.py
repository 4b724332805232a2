"""The tables beside the store: which are resumefit's own as it wrote them, which a reader has changed, and which are out of date.

Nothing that a reader wrote is overwritten. Decisions are taken back into the store; a table that holds more than those, or that is a
workbook, whose colours and comments nothing reads, is kept under another name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from resumefit.batch.decisions import Said, read_written, take
from resumefit.batch.exports import columns, write_csv, write_html, write_jsonl, write_parquet, write_xlsx
from resumefit.batch.options import FORMATS
from resumefit.batch.ranking import Ranking
from resumefit.batch.store import Store

# What the page saves, as browsers name it: decisions.csv, decisions (1).csv.
SAVED_LISTS = "decisions*.csv"
_READ_BACK = ("csv", "jsonl", "xlsx")


@dataclass(slots=True)
class ReadBack:
    """What was found that readers wrote: what to tell them, what names nobody so far, and tables not to be overwritten."""

    told: list[str]
    unknown: list[Said]
    kept: list[Path]


def read_back(store: Store, folder: Path, named: Sequence[Path], role_ids: Sequence[str]) -> ReadBack:
    """Take decisions from the tables edited in the folder, the lists saved there, and those named; the latest written counts."""
    found = ReadBack([], [], [])
    edited = [path for name in FORMATS if (path := table(folder, name)).is_file() and not is_own(store, path)]
    found.kept = [path for path in edited if path.suffix[1:] not in ("csv", "jsonl")]
    lists = [path for path in folder.glob(SAVED_LISTS) if not is_own(store, path)]
    readable = [path for path in edited if path.suffix[1:] in _READ_BACK]
    for path in [*sorted([*readable, *lists], key=lambda path: path.stat().st_mtime_ns), *named]:
        _take_from(store, path, found, known=columns(role_ids), is_table=path in edited)
        if path in lists:
            store.set_meta({_name(path): _hash(path)})
    return found


def _take_from(store: Store, path: Path, found: ReadBack, *, known: Sequence[str], is_table: bool) -> None:
    try:
        written = read_written(path, known=known)
    except (OSError, ValueError) as error:
        found.told.append(f"{path.name} could not be read for decisions ({error}).")
        found.kept += [path] if is_table else []
        return
    changed, unknown = take(store, written.said)
    if changed:
        found.told.append(f"{changed} {'decision' if changed == 1 else 'decisions'} and notes read from {path.name}.")
    found.unknown += unknown
    if is_table and (written.has_more or unknown):
        found.kept.append(path)


def take_the_rest(store: Store, found: ReadBack) -> None:
    """Take what named nobody before the scan and names somebody after it; say what still does not."""
    changed, unknown = take(store, found.unknown)
    if changed:
        found.told.append(f"{changed} {'decision' if changed == 1 else 'decisions'} and notes were of people new in this scan.")
    if unknown:
        found.told.append(
            f"{len(unknown)} {'row names' if len(unknown) == 1 else 'rows name'} nobody in this scan, or several: {unknown[0].where}."
        )


def write_tables(store: Store, folder: Path, rows: Ranking, formats: Sequence[str], roles: Mapping[str, str], found: ReadBack) -> None:
    """Write the tables asked for, and take those of other formats away: they would show an earlier scan.

    `roles` are labels by role id, in the order of the columns.
    """
    writers: dict[str, Callable[[Path, Ranking, Sequence[str]], None]] = {
        "csv": write_csv, "jsonl": write_jsonl, "xlsx": partial(write_xlsx, pages="html" in formats),
        "parquet": write_parquet, "html": partial(write_html, labels=roles),
    }
    for name in FORMATS:
        path = table(folder, name)
        new = path.with_name(f".{path.name}")
        if name in formats:
            writers[name](new, rows, tuple(roles))
        if path.is_file() and path in found.kept:
            kept = _keep_beside(path)
            found.told.append(f"{path.name} was changed by hand: it is kept as {kept.name}.")
        if name in formats:
            # Both hashes, because a scan may be killed before the next line, and must know the older table for its own.
            old, written = _hash(path) if path.is_file() else "", _hash(new)
            store.set_meta({_name(path): f"{old} {written}".strip()})
            new.replace(path)
            store.set_meta({_name(path): written})
        elif path.is_file():
            path.unlink()
            found.told.append(f"{path.name} was of an earlier scan and is taken away; --format {name} makes a new one.")


def all_there(store: Store, folder: Path, formats: Iterable[str]) -> bool:
    """Tell whether exactly these tables are there, as they were written."""
    there = {name for name in FORMATS if table(folder, name).is_file()}
    return there == set(formats) and all(is_own(store, table(folder, name)) for name in formats)


def table(folder: Path, name: str) -> Path:
    """Return where a table of a format stands."""
    return folder / f"ranking.{name}"


def is_own(store: Store, path: Path) -> bool:
    """Tell whether a file is as resumefit wrote it, or has read it before."""
    return _hash(path) in (store.meta(_name(path)) or "").split()


def _keep_beside(path: Path) -> Path:
    """Rename a table to ranking-edited-N, the first N that is free."""
    free = (path.with_name(f"{path.stem}-edited-{number}{path.suffix}") for number in count(1))
    return path.rename(next(other for other in free if not other.exists()))


def _name(path: Path) -> str:
    return f"table {path.name}"


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
