"""All tables show the same rows, and no cell runs as a formula."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from resumefit.batch.exports import columns, defused, write_csv, write_html, write_jsonl, write_parquet, write_xlsx
from resumefit.batch.fingerprint import min_hash
from resumefit.batch.ranking import rank
from resumefit.batch.store import Entry
from resumefit.core.scanned import Failed, RoleScore, Scanned

ROLES = ("ai-pm", "tech-pm")
LABELS = {"ai-pm": "Owner of <models>", "tech-pm": "Technical PM"}


def _scanned(text: str, score: float, contact: str | None = None) -> Scanned:
    roles = (
        RoleScore("ai-pm", score, score - 2, score + 3, "developing"),
        RoleScore("tech-pm", 10.0, 9.0, 11.0, "not yet"),
    )
    return Scanned(
        sha256="0" * 64, state="ok", roles=roles, years_product=1.0, evidence=("=SUM(A1)", "Shipped it"), gaps=("MLOps",),
        cautions=(), report=b"", fingerprint=min_hash(text), contact_hash=contact, name=None,
    )  # fmt: skip


ENTRIES = (
    Entry(1, "Anna", "ok", _scanned("one two three four five six seven", 40.0)),
    Entry(2, "=cmd()", "ok", _scanned("alpha beta gamma delta epsilon zeta", 55.5, "hash")),
    Entry(
        3, "Locked", "refused", Failed(None, "encrypted", "it is locked", "Unlock it"), file="in/Locked", decision="ask again",
        notes="=wants a password",
    ),
    Entry(4, "Cem", "ok", _scanned("red orange yellow green blue violet", 40.0, "hash")),
)


def test_the_ranking_shows_ties_and_keeps_failed_files_last() -> None:
    rows = rank(ENTRIES, role="ai-pm")
    assert [(row.rank, row.entry.place) for row in rows] == [(1, 2), (2, 1), (2, 4), (None, 3)]
    assert [row.tied for row in rows] == [False, True, True, False]


def test_versions_of_one_person_are_linked_and_not_merged() -> None:
    rows = {row.entry.place: row for row in rank(ENTRIES, role="ai-pm")}
    assert (rows[2].others, rows[2].versions, rows[2].person) == ((4,), ("Cem",), 4)
    assert (rows[4].others, rows[4].versions, rows[4].person) == ((2,), ("=cmd()",), 4)
    assert rows[4].why_linked == "same contact"
    assert (rows[1].versions, rows[1].person) == ((), 1)


@pytest.mark.parametrize(
    ("limits", "places"),
    [
        pytest.param({"top": 1}, [2, 3], id="first rank"),
        pytest.param({"top": 2}, [2, 1, 4, 3], id="all who share the last rank"),
        pytest.param({"min_score": 50.0}, [2, 3], id="cut-off"),
    ],
)
def test_a_cut_off_never_hides_a_file_that_was_not_read(limits: dict[str, float], places: list[int]) -> None:
    assert [row.entry.place for row in rank(ENTRIES, role="ai-pm", **limits)] == places


def test_all_tables_agree(tmp_path: Path) -> None:
    rows = rank(ENTRIES, role="ai-pm")
    write_csv(tmp_path / "r.csv", rows, ROLES)
    write_jsonl(tmp_path / "r.jsonl", rows, ROLES)
    write_xlsx(tmp_path / "r.xlsx", rows, ROLES)
    from_jsonl = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        from_csv = list(csv.DictReader(file))
    write_parquet(tmp_path / "r.parquet", rows, ROLES)
    from_parquet = pd.read_parquet(tmp_path / "r.parquet")
    from_pandas = pd.read_csv(tmp_path / "r.csv", encoding="utf-8-sig")
    assert list(from_parquet.columns) == list(from_pandas.columns) == list(columns(ROLES))
    assert from_parquet["ai-pm"].dropna().tolist() == from_pandas["ai-pm"].dropna().tolist() == [55.5, 40.0, 40.0]
    assert from_parquet["candidate"].tolist() == ["=cmd()", "Anna", "Cem", "Locked"]
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    from_xlsx = [
        dict(zip(columns(ROLES), values, strict=True)) for values in sheet.iter_rows(min_row=2, values_only=True)
    ]
    assert len(from_jsonl) == len(from_csv) == len(from_xlsx) == 4
    for plain, comma, cell in zip(from_jsonl, from_csv, from_xlsx, strict=True):
        for name in columns(ROLES):
            assert comma[name] == str(defused(plain[name]) if plain[name] is not None else "")
            assert (cell[name] or None) == (plain[name] or None)
    assert sheet.freeze_panes == "D2"
    assert sheet.cell(2, 3).data_type == "s"
    locked = from_jsonl[3]
    assert (locked["file"], locked["code"], locked["decision"], locked["notes"]) == (
        "in/Locked", "encrypted", "ask again", "=wants a password",
    )  # fmt: skip
    assert [row["versions"] for row in from_jsonl] == ["Cem", "", "=cmd()", ""]


@pytest.mark.parametrize(("pages", "suffix"), [(False, "json"), (True, "html")])
def test_a_sheet_links_to_what_a_reader_can_open_on_every_system(pages: bool, suffix: str, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "r.xlsx", rank(ENTRIES), ROLES, pages=pages)
    with zipfile.ZipFile(tmp_path / "r.xlsx") as book:
        links = book.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert re.findall(r'Target="([^"]*)"', links) == [f"reports/.{suffix}"] * 3
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    assert sheet.cell(2, 3).value == "=cmd()"
    assert [validation.formula1 for validation in sheet.data_validations.dataValidation] == ['"yes,maybe,no"']


def test_a_posting_has_its_skills_where_a_role_has_its_level() -> None:
    names = columns((*ROLES, "posting"))
    assert "posting-skills" in names
    assert "posting-level" not in names


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM", "\t=1", "\r=1"])
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert str(defused(text)).startswith("'")


def test_the_reader_decides() -> None:
    assert columns(ROLES)[-2:] == ("decision", "notes")


def test_the_page_needs_nothing_else_and_escapes_what_resumes_say(tmp_path: Path) -> None:
    loud = Entry(5, "<script>alert(1)</script>", "ok", _scanned("five six seven eight nine ten", 70.0))
    write_html(tmp_path / "r.html", rank((*ENTRIES, loud), role="ai-pm"), ROLES, labels=LABELS)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "default-src 'none'" in page
    assert "Owner of &lt;models&gt;" in page
    assert not re.findall(r"(?:src|href)=[\"'](?:https?:)?//", page)
    assert "it rejects nobody" in " ".join(page.split())
    assert len(re.findall(r"shares this rank[^>]*>3=<", page)) == 2
    assert page.count('href="reports/') == 4
    assert page.count('target="_blank" rel="noopener"') == 4
    assert "it is locked. Unlock it." in page
    assert 'data-decision="ask again" data-notes="=wants a password"' in page
    assert 'same contact as <a href="#p4">Cem</a>' in page


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs a browser")
def test_the_page_lays_out_only_the_rows_in_sight(tmp_path: Path) -> None:
    many = [replace(ENTRIES[0], place=place, candidate=f"Candidate {place}") for place in range(1, 1001)]
    write_html(tmp_path / "r.html", rank(many, role="ai-pm"), ROLES, labels=LABELS)
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    command += ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path / 'browser'}"]
    done = subprocess.run([*command, "--dump-dom", (tmp_path / "r.html").as_uri()], capture_output=True, text=True, timeout=120, check=True)
    assert '<html lang="en" class="scripted ready"' in done.stdout
    assert "1000 shown" in done.stdout
    assert "0 of 1000 decided." in done.stdout
    assert 0 < done.stdout.count('<tr id="p') < 150
    assert 'aria-label="Decision on Candidate 1"' in done.stdout


def test_the_newest_version_of_a_person_comes_first_among_the_links() -> None:
    old, new, newest = (
        Entry(place, f"v{place}", "ok", replace(_scanned(f"text {place}", 40.0, "same"), latest=latest))
        for place, latest in ((1, "2019-05"), (2, "2022-01"), (3, "2024-11"))
    )
    rows = {row.entry.place: row for row in rank((old, new, newest), role="ai-pm")}
    assert rows[1].others == (3, 2)
    assert rows[3].others == (2, 1)
    assert [rows[place].person for place in (1, 2, 3)] == [3, 3, 3]


def test_an_empty_ranking_is_written_in_every_format(tmp_path: Path) -> None:
    page = partial(write_html, labels=LABELS)
    for write, name in ((write_csv, "csv"), (write_jsonl, "jsonl"), (write_xlsx, "xlsx"), (write_parquet, "parquet"), (page, "html")):
        write(tmp_path / f"r.{name}", rank(()), ROLES)
        assert (tmp_path / f"r.{name}").exists()
    assert pd.read_parquet(tmp_path / "r.parquet").empty
