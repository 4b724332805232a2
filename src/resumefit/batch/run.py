"""A scan from names to tables: the one function behind `resumefit scan`."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

from resumefit.batch.exports import report_name
from resumefit.batch.options import Options
from resumefit.batch.private_lists import PrivateLists
from resumefit.batch.ranking import Ranking, Row, rank
from resumefit.batch.scan import Counts, Progress, Settings, scan
from resumefit.batch.sources import find_sources
from resumefit.batch.store import TABLES, Store
from resumefit.batch.tables import all_there, read_back, take_the_rest, write_tables
from resumefit.core.assessment import Provenance
from resumefit.core.scanned import Scanned
from resumefit.provenance import provenance

_FORMATS = "formats"
_DEFAULT_FORMATS = "csv"
_REPORT = re.compile(r"[0-9a-f]{16}\.(?:json|html)")


@dataclass(frozen=True, slots=True)
class Tables:
    """What to show of the results: the formats of the table, the columns' roles, and the order and cut-off of `rank`.

    `roles` are labels by role id, in the order of the columns. No `formats` stand for those of the last scan into the folder.
    `shown` rows are returned, for the terminal. `decisions` are files to read decisions from, besides those that are looked for
    in the folder.
    """

    formats: tuple[str, ...]
    roles: Mapping[str, str]
    role: str | None = None
    top: int | None = None
    min_score: float | None = None
    shown: int = 0
    decisions: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scan came to: the counts, the first rows of the ranking, how many it has, and what to tell the reader besides.

    `ranked` is None when everything was already as it should be, so that a second scan costs next to nothing.
    """

    counts: Counts
    first: tuple[Row, ...]
    ranked: int | None
    told: tuple[str, ...] = ()


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
    made_by = provenance(overlay=options.overlay, semantic=options.semantic)
    with Store(output) as store:
        formats = tables.formats or tuple((store.meta(_FORMATS) or _DEFAULT_FORMATS).split(","))
        tables, options = replace(tables, formats=formats), replace(options, pages="html" in formats)
        store.set_meta({
            "as_of": str(options.as_of), "blind": str(options.blind).lower(), "lexicon": made_by.lexicon,
            _FORMATS: ",".join(formats),
        })
        written = read_back(store, output, tables.decisions, tuple(tables.roles))
        with PrivateLists(output, store) as lists:
            counts = scan(
                find_sources(named, output=output), store, provenance=made_by, options=options, settings=settings,
                progress=progress, identified=lists.add,
            )
        take_the_rest(store, written)
        wanted = _fingerprint(store, tables, made_by)
        if store.meta(TABLES) == wanted and all_there(store, output, formats) and (output / "reports").is_dir():
            return Outcome(counts, (), None, tuple(written.told))
        rows = rank(
            store.entries(), role=tables.role, top=tables.top, min_score=tables.min_score, fetch=store.entry
        )
        store.link(rows.people())
        write_tables(store, output, rows, formats, tables.roles, written)
        _write_reports(output / "reports", rows, store, pages=options.pages)
        store.set_meta({TABLES: wanted})
        return Outcome(counts, tuple(islice(rows, tables.shown)), len(rows), tuple(written.told))


def _fingerprint(store: Store, tables: Tables, made_by: Provenance) -> str:
    """Hash what the tables follow from, besides the results: the store forgets it when one of those changes."""
    shown = [tables.formats, list(tables.roles.items()), tables.role, tables.top, tables.min_score]
    return hashlib.sha256(json.dumps([shown, asdict(made_by), store.decisions_hash()], sort_keys=True).encode()).hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step, so that a scan killed meanwhile leaves no half of it."""
    new = path.with_name(f".{path.name}")
    new.write_bytes(content)
    new.replace(path)


def _write_reports(folder: Path, rows: Ranking, store: Store, *, pages: bool) -> None:
    """Leave in the folder the JSON reports of all who are listed, with `pages` the HTML ones, and nobody else's.

    They are named by their results' keys, so none is written twice.
    """
    folder.mkdir(exist_ok=True)
    there = {entry.name for entry in os.scandir(folder)}
    left = {name for name in there if _REPORT.fullmatch(name)}
    for row in rows:
        if isinstance(row.entry.outcome, Scanned):
            for suffix, content in (("json", store.report), ("html", store.page)) if pages else (("json", store.report),):
                name = report_name(row, suffix)
                left.discard(name)
                if name not in there:
                    _write_whole(folder / name, content(row.entry.key))
    for name in left:
        (folder / name).unlink()
