"""A scan from names to tables: the one function behind `resumefit scan`."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import count, islice
from pathlib import Path

from resumefit.batch.exports import report_name, write_csv, write_html, write_jsonl, write_parquet, write_xlsx
from resumefit.batch.options import Options
from resumefit.batch.ranking import Ranking, Row, rank
from resumefit.batch.scan import Counts, Identity, Progress, Settings, scan, write_identities
from resumefit.batch.sources import find_sources
from resumefit.batch.store import Store
from resumefit.core.scanned import Scanned
from resumefit.provenance import provenance

IDENTITIES = "identities.csv"
_WRITERS = {"csv": write_csv, "jsonl": write_jsonl, "xlsx": write_xlsx, "parquet": write_parquet, "html": write_html}


@dataclass(frozen=True, slots=True)
class Tables:
    """What to show of the results: the formats of the table, the columns' roles, and the order and cut-off of `rank`.

    `shown` rows are returned, for the terminal.
    """

    formats: tuple[str, ...]
    role_ids: tuple[str, ...]
    role: str | None = None
    top: int | None = None
    min_score: float | None = None
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scan came to: the counts, the first rows of the ranking, and how many it has.

    `ranked` is None when everything was already as it should be, so that a second scan costs next to nothing.
    """

    counts: Counts
    first: tuple[Row, ...]
    ranked: int | None


def run_scan(
    named: Sequence[str],
    output: Path,
    *,
    options: Options,
    settings: Settings,
    tables: Tables,
    progress: Progress,
) -> Outcome:
    """Scan what `named` stands for into `output`, rank it, and write the tables and reports asked for."""
    made_by = provenance(overlay=options.overlay)
    with Store(output) as store:
        store.set_meta({"as_of": str(options.as_of), "blind": str(options.blind).lower(), "lexicon": made_by.lexicon})
        counts, identities = scan(
            find_sources(named), store, provenance=made_by, options=options, settings=settings, progress=progress
        )
        write_identities(output / IDENTITIES, identities)
        wanted = _fingerprint(identities, tables, pages=options.pages)
        if store.meta("tables") == wanted and _all_there(output, tables):
            return Outcome(counts, (), None)
        rows = rank(
            store.entries(), role=tables.role, top=tables.top, min_score=tables.min_score, fetch=store.entry
        )
        for name in tables.formats:
            _write_table(output / f"ranking.{name}", rows, tables, store)
        _write_reports(output / "reports", rows, store, pages=options.pages)
        store.set_meta({"tables": wanted})
        return Outcome(counts, tuple(islice(rows, tables.shown)), len(rows))


def _fingerprint(identities: Sequence[Identity], tables: Tables, *, pages: bool) -> str:
    """Hash all that the tables and reports follow from: results are named by their keys."""
    digest = hashlib.sha256(json.dumps([asdict(tables), pages], sort_keys=True).encode())
    for entry in identities:
        digest.update(json.dumps([entry.place, entry.candidate, entry.key]).encode())
    return digest.hexdigest()


def _all_there(output: Path, tables: Tables) -> bool:
    return (output / "reports").is_dir() and all((output / f"ranking.{name}").is_file() for name in tables.formats)


def _write_table(path: Path, rows: Ranking, tables: Tables, store: Store) -> None:
    """Write one table. One that its reader has changed since, who may have decided things in it, is kept beside the new one."""
    new = path.with_name(f".{path.name}")
    _WRITERS[path.suffix[1:]](new, rows, tables.role_ids)
    name, old = f"table {path.name}", _hash(path) if path.is_file() else ""
    own = (store.meta(name) or "").split()
    if old and own and old not in own:
        number = next(number for number in count(1) if not _edited(path, number).exists())
        path.rename(_edited(path, number))
    # Both hashes, because a scan may be killed before the next line, and must know the older table for its own.
    store.set_meta({name: f"{old} {_hash(new)}".strip()})
    new.replace(path)
    store.set_meta({name: _hash(path)})


def _edited(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-edited-{number}{path.suffix}")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step, so that a scan killed meanwhile leaves no half of it."""
    new = path.with_name(f".{path.name}")
    new.write_bytes(content)
    new.replace(path)


def _write_reports(folder: Path, rows: Ranking, store: Store, *, pages: bool) -> None:
    """Write each person's JSON report, and with `pages` the HTML one. They are named by their results' keys, so none is written twice."""
    folder.mkdir(exist_ok=True)
    there = {entry.name for entry in os.scandir(folder)}
    for row in rows:
        if isinstance(row.entry.outcome, Scanned):
            if report_name(row) not in there:
                _write_whole(folder / report_name(row), store.report(row.entry.key))
            if pages and report_name(row, "html") not in there:
                _write_whole(folder / report_name(row, "html"), store.page(row.entry.key))
