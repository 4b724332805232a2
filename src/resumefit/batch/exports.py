"""Writes a ranking as CSV, JSON Lines, XLSX, Parquet and HTML. All show the same rows with the same columns.

Spreadsheets run what starts with = + - @ as a formula, and a resume may say anything: such cells get a leading apostrophe in CSV, and are
written as text in XLSX.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.batch.options import POSTING
from resumefit.batch.ranking import READER_COLUMNS, Ranking, Row
from resumefit.core.scanned import Scanned
from resumefit.errors import MissingExtra
from resumefit.report.ranking_page import PersonView, ScoreView, VersionView, ranking_page

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.url import Url
    from xlsxwriter.worksheet import Worksheet

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
_GROUP_ROWS = 1_000  # a Parquet row group: what is in memory at once
_LISTED = " | "
_LINKS = 65_530  # as many links as a sheet may have
_DECISIONS = ("yes", "maybe", "no")  # what a sheet's cells and the page offer; anything else may be written
_WIDTHS = {
    "candidate": 26, "file": 30, "versions": 30, "evidence": 70, "gaps": 40, "cautions": 40, "problem": 40, "remedy": 40, "notes": 30,
}

Cell = str | float | int | None


def columns(role_ids: Sequence[str]) -> tuple[str, ...]:
    """Name the columns, in order."""
    scores = [f"{role}{part}" for role in role_ids for part in ("", "-low", "-high", _said_of(role))]
    return (
        "rank", "place", "candidate", "file", "state", *scores, "years_product", "evidence", "gaps", "cautions", "person",
        "versions", "why_linked", "code", "problem", "remedy", *READER_COLUMNS,
    )


def _said_of(role: str) -> str:
    """Name what goes with a score: a role's level; of a posting, how many of its skills are shown."""
    return "-skills" if role == POSTING else "-level"


def cells(row: Row, role_ids: Sequence[str]) -> tuple[Cell, ...]:
    """Return one row's values, in the order of `columns`."""
    entry, outcome = row.entry, row.entry.outcome
    scored = row.scores
    scores: list[Cell] = []
    for role in role_ids:
        found = scored.get(role)
        scores += [found.score, found.low, found.high, found.level] if found else [None] * 4
    head: list[Cell] = [row.rank, entry.place, entry.candidate, entry.file, entry.state, *scores]
    linked: list[Cell] = [row.person, _LISTED.join(row.versions), row.why_linked]
    reader: list[Cell] = [entry.decision or None, entry.notes or None]
    if isinstance(outcome, Scanned):
        words = [_LISTED.join(values) for values in (outcome.evidence, outcome.gaps, outcome.cautions)]
        return (*head, outcome.years_product, *words, *linked, None, None, None, *reader)
    return (*head, None, None, None, None, *linked, outcome.code, outcome.message, outcome.remedy, *reader)


def write_csv(path: Path, rows: Ranking, role_ids: Sequence[str]) -> None:
    """Write UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(columns(role_ids))
        writer.writerows([defused(cell) for cell in cells(row, role_ids)] for row in rows)


def write_jsonl(path: Path, rows: Ranking, role_ids: Sequence[str]) -> None:
    """Write one object a line, with the columns as keys."""
    names = columns(role_ids)
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(names, cells(row, role_ids), strict=True)), ensure_ascii=False) + "\n")


def write_xlsx(path: Path, rows: Ranking, role_ids: Sequence[str], *, pages: bool = False) -> None:
    """Write a workbook with a frozen head, filters, and a link to each report: to its page where there are `pages`."""
    import xlsxwriter

    names = columns(role_ids)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": _LONG_AGO})  # the same rows give the same bytes
        sheet = book.add_worksheet("Ranking")
        _furnish(sheet, names, len(rows), head=book.add_format({"bold": True, "bottom": 1}))
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(cells(row, role_ids)):
                if isinstance(cell, str):
                    sheet.write_string(line, column, cell)
                elif cell is not None:
                    sheet.write_number(line, column, cell)
            if row.rank is not None and line <= _LINKS:
                sheet.write_url(line, 2, _link(report_name(row, "html" if pages else "json"), row.entry.candidate))


def _furnish(sheet: Worksheet, names: Sequence[str], rows: int, *, head: Format) -> None:
    """Write the head of a sheet, and set what makes it good to work in."""
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(1, rows), len(names) - 1)
    for column, name in enumerate(names):
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
        sheet.write_string(0, column, name, head)
    choice = {"validate": "list", "source": list(_DECISIONS), "ignore_blank": True, "show_error": False}
    sheet.data_validation(1, names.index("decision"), max(1, rows), names.index("decision"), choice)


def _link(report: str, words: str) -> Url:
    """Return a link to a report. XlsxWriter writes relative links with backslashes, which only Windows understands."""
    from xlsxwriter.url import Url

    link = Url(f"external:reports/{report}")
    link.text = words
    link._relationship_link = f"reports/{report}"
    return link


def write_parquet(path: Path, rows: Ranking, role_ids: Sequence[str]) -> None:
    """Write one Parquet table; MissingExtra without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("parquet", "Parquet tables") from error
    kinds = dict(zip(columns(role_ids), _kinds(columns(role_ids), role_ids), strict=True))
    schema = pa.schema([(name, getattr(pa, kind)()) for name, kind in kinds.items()])
    with pq.ParquetWriter(path, schema) as writer:
        for part in _parts(rows, _GROUP_ROWS):
            values = zip(*(cells(row, role_ids) for row in part), strict=True)
            columns_of = [_as(kind, column) for kind, column in zip(kinds.values(), values, strict=True)]
            arrays = [pa.array(column, type=field.type) for column, field in zip(columns_of, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _parts(rows: Ranking, size: int) -> Iterator[list[Row]]:
    left = iter(rows)
    while part := list(islice(left, size)):
        yield part


def _kinds(names: Sequence[str], role_ids: Sequence[str]) -> list[str]:
    """Name each column's Parquet type, which must not depend on what happens to stand in it."""
    numbers = {f"{role}{part}" for role in role_ids for part in ("", "-low", "-high")} | {"years_product"}
    counted = ("rank", "place", "person")
    return ["float64" if name in numbers else "int64" if name in counted else "string" for name in names]


def _as(kind: str, column: Sequence[Cell]) -> list[Cell]:
    return [None if cell is None else float(cell) if kind == "float64" else cell for cell in column]


def write_html(path: Path, rows: Ranking, role_ids: Sequence[str], *, labels: Mapping[str, str]) -> None:
    """Write a page that sorts, filters and compares, opens each person's report, and takes decisions; `labels` are those of the roles."""
    named = [labels[role] for role in role_ids]
    people = (_person(row, role_ids) for row in rows)
    with path.open("w", encoding="utf-8") as file:
        for piece in ranking_page(people, roles=named, count=len(rows), states=rows.states, decisions=_DECISIONS):
            file.write(piece)


def _person(row: Row, role_ids: Sequence[str]) -> PersonView:
    entry, outcome, scored = row.entry, row.entry.outcome, row.scores
    scores = tuple(
        ScoreView(found.score, found.low, found.high, found.level) if (found := scored.get(role)) else None
        for role in role_ids
    )
    person = PersonView(
        row.rank, entry.place, entry.candidate, entry.state, scores, file=entry.file or "", decision=entry.decision,
        notes=entry.notes,
    )
    if not isinstance(outcome, Scanned):
        return replace(person, code=outcome.code, problem=outcome.message, remedy=outcome.remedy)
    versions = tuple(VersionView(*version) for version in zip(row.others, row.versions, strict=True))
    return replace(
        person, evidence=outcome.evidence, gaps=outcome.gaps, cautions=outcome.cautions, versions=versions,
        why_linked=row.why_linked, is_newest=row.person == entry.place, years_product=outcome.years_product,
        report=f"reports/{report_name(row, 'html')}", tied=row.tied,
    )


def report_name(row: Row, suffix: str = "json") -> str:
    """Return the file name of a row's own report: by its result's key, so that it holds one report for ever."""
    return f"{row.entry.key[:16]}.{suffix}"


def defused(cell: Cell) -> Cell:
    """Return the cell such that no spreadsheet takes it for a formula."""
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell


def undefused(cell: str) -> str:
    """Return the cell as it was before `defused`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell
