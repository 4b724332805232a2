"""A scan from names to tables: the one function behind `resumefit scan`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from resumefit.batch.exports import report_name, write_csv, write_html, write_jsonl, write_parquet, write_xlsx
from resumefit.batch.ranking import Row
from resumefit.batch.scan import Counts, Progress, Settings, scan, write_identities
from resumefit.batch.sources import find_sources
from resumefit.batch.store import Entry, Store
from resumefit.batch.worker import Options
from resumefit.core.scanned import Scanned
from resumefit.pipeline import provenance

IDENTITIES = "identities.csv"
_WRITERS = {"csv": write_csv, "jsonl": write_jsonl, "xlsx": write_xlsx, "parquet": write_parquet, "html": write_html}
FORMATS = tuple(_WRITERS)

Order = Callable[[Iterator[Entry]], tuple[Row, ...]]


def run_scan(
    named: Sequence[str],
    output: Path,
    *,
    options: Options,
    settings: Settings,
    formats: Sequence[str],
    order: Order,
    role_ids: Sequence[str],
    progress: Progress,
) -> tuple[Counts, tuple[Row, ...]]:
    """Scan what `named` stands for into `output`, rank it by `order`, and write the tables and reports asked for."""
    made_by = provenance(overlay=options.overlay)
    with Store(output) as store:
        store.set_meta({"as_of": str(options.as_of), "blind": str(options.blind).lower(), "lexicon": made_by.lexicon})
        counts, identities = scan(
            find_sources(named), store, provenance=made_by, options=options, settings=settings, progress=progress
        )
        write_identities(output / IDENTITIES, identities)
        rows = order(store.entries())
        for name in formats:
            _WRITERS[name](output / f"ranking.{name}", rows, role_ids)
        _write_reports(output / "reports", rows, store, pages=options.pages)
    return counts, rows


def _write_reports(folder: Path, rows: Sequence[Row], store: Store, *, pages: bool) -> None:
    """Write each person's JSON report, and with `pages` the HTML one."""
    folder.mkdir(exist_ok=True)
    for row in rows:
        if isinstance(row.entry.outcome, Scanned):
            (folder / report_name(row)).write_bytes(store.report(row.entry.key))
            if pages:
                (folder / report_name(row, "html")).write_bytes(store.page(row.entry.key))
