"""What a reader wrote is taken back from wherever he wrote it, and nothing of it is lost."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from resumefit.batch.decisions import Said, read_written, take
from resumefit.batch.exports import columns, write_csv, write_jsonl, write_xlsx
from resumefit.batch.ranking import rank
from resumefit.batch.store import Listed, Store
from resumefit.batch.tables import all_there, read_back, take_the_rest, write_tables
from resumefit.core.scanned import Failed

ROLES = ("ai-pm",)
KNOWN = columns(ROLES)
WRITERS = {"csv": write_csv, "jsonl": write_jsonl, "xlsx": write_xlsx}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three people and a file that is there twice."""
    with Store(tmp_path) as made:
        made.put("k", Failed(None, "damaged", "it is cut off", "Export it again"))
        for place, (candidate, sha256) in enumerate((("Ana", "a"), ("Ben", "b"), ("Cai", "c"), ("Cai", "c")), start=1):
            made.list_file(Listed(place, candidate, "k", sha256))
        yield made


def _edit(path: Path, said: dict[str, tuple[str, str]]) -> None:
    """Fill in decision and notes of these candidates, as the program of each format would."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for row in book.active.iter_rows(min_row=2):
            if row[2].value in said:
                row[-2].value, row[-1].value = said[row[2].value]
        book.save(path)
    elif path.suffix == ".jsonl":
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for row in rows:
            row["decision"], row["notes"] = said.get(row["candidate"], (None, None))
        path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    else:
        with path.open(newline="", encoding="utf-8-sig") as file:
            head, *lines = list(csv.reader(file))
        for line in lines:
            line[-2:] = said.get(line[2], ("", ""))
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([head, *lines])


@pytest.mark.parametrize("name", WRITERS)
def test_a_table_gives_back_what_was_written_into_it(name: str, store: Store, tmp_path: Path) -> None:
    path = tmp_path / f"ranking.{name}"
    WRITERS[name](path, rank(store.entries(), fetch=store.entry), ROLES)
    _edit(path, {"Ana": ("yes", "call her"), "Cai": ("no", "in two\nlines; with \"marks\"")})
    written = read_written(path, known=KNOWN)
    assert not written.has_more
    assert take(store, written.said) == (2, [])
    assert [store.decided(sha256) for sha256 in "abc"] == [
        ("yes", "call her"), ("", ""), ("no", "in two\nlines; with \"marks\""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("candidate,decision,notes\nAna,yes,\n".encode("utf-8-sig"), ("yes", ""), id="as the page saves it"),
        pytest.param("candidate;decision;notes\r\nAna;vielleicht;für später\r\n".encode("cp1252"), ("vielleicht", "für später"), id="as Excel does"),
        pytest.param(b"notes\tcandidate\n'=late\tAna\n", ("", "=late"), id="tabs, an order of their own, a guarded cell"),
    ],
)
def test_lists_are_read_as_spreadsheets_write_them(content: bytes, said: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(content)
    (row,) = read_written(path, known=KNOWN).said
    assert (row.candidate, row.decision, row.notes) == ("Ana", *said)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("d.csv", b"name,vote\nAna,yes\n", id="other columns"),
        pytest.param("d.csv", b"", id="empty"),
        pytest.param("d.xlsx", b"PK not a book", id="no workbook"),
        pytest.param("d.jsonl", b"[1]\n", id="no objects"),
    ],
)
def test_what_is_no_list_says_so(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=r"\S"):
        read_written(tmp_path / name, known=KNOWN)


def test_an_empty_cell_changes_nothing_and_a_dash_takes_back(store: Store) -> None:
    def say(decision: str, notes: str) -> int:
        return take(store, [Said("Ana", "", decision, notes, "here")])[0]

    assert [say("yes", "good"), say("", ""), say("yes", ""), say("-", "")] == [1, 0, 0, 1]
    assert store.decided("a") == ("", "good")


def test_a_row_of_nobody_is_told(store: Store) -> None:
    row = Said("Dora", "", "yes", "", "decisions.csv, row 2")
    assert take(store, [row]) == (0, [row])


def _tables(store: Store, folder: Path, *formats: str) -> list[str]:
    found = read_back(store, folder, [], ROLES)
    take_the_rest(store, found)
    write_tables(store, folder, rank(store.entries(), fetch=store.entry), formats, {"ai-pm": "AI PM"}, found)
    assert all_there(store, folder, formats)
    return found.told


def test_an_edited_table_comes_back_with_its_decisions_in_every_format(store: Store, tmp_path: Path) -> None:
    assert _tables(store, tmp_path, "csv", "jsonl") == []
    _edit(tmp_path / "ranking.csv", {"Ben": ("maybe", "")})
    assert _tables(store, tmp_path, "csv", "jsonl") == ["1 decision and notes read from ranking.csv."]
    rows = [json.loads(line) for line in (tmp_path / "ranking.jsonl").read_text("utf-8").splitlines()]
    assert [row["decision"] for row in rows] == [None, "maybe", None, None]
    assert not list(tmp_path.glob("*edited*"))


def test_what_a_reader_added_besides_is_kept_beside_the_new_table(store: Store, tmp_path: Path) -> None:
    _tables(store, tmp_path, "csv", "xlsx")
    _edit(tmp_path / "ranking.xlsx", {"Ana": ("yes", "")})
    with (tmp_path / "ranking.csv").open("a", encoding="utf-8") as file:
        file.write("my own line\n")
    told = _tables(store, tmp_path, "csv", "xlsx")
    assert store.decided("a") == ("yes", "")
    assert "ranking.xlsx was changed by hand: it is kept as ranking-edited-1.xlsx." in told
    assert (tmp_path / "ranking-edited-1.csv").read_text("utf-8").endswith("my own line\n")


def test_the_latest_written_counts_and_a_list_is_read_once(store: Store, tmp_path: Path) -> None:
    _tables(store, tmp_path, "csv")
    saved = tmp_path / "decisions (1).csv"
    saved.write_text("candidate,decision\nAna,maybe\n", "utf-8")
    _edit(tmp_path / "ranking.csv", {"Ana": ("yes", "")})
    os.utime(saved, (1, 1))
    _tables(store, tmp_path, "csv")
    assert store.decided("a")[0] == "yes"
    store.decide("a", decision="no", notes="")
    _tables(store, tmp_path, "csv")
    assert store.decided("a")[0] == "no"


def test_tables_of_an_earlier_scan_do_not_stay_beside_new_ones(store: Store, tmp_path: Path) -> None:
    (tmp_path / "ranking.parquet").write_text("somebody's own")
    _tables(store, tmp_path, "csv", "xlsx")
    told = _tables(store, tmp_path, "jsonl")
    assert sorted(path.name for path in tmp_path.glob("ranking*")) == ["ranking-edited-1.parquet", "ranking.jsonl"]
    assert any("ranking.xlsx was of an earlier scan" in words for words in told)
