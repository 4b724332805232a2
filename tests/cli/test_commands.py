"""The commands as a user runs them: what they print, what they write, and what they leave out."""

from __future__ import annotations

import csv
import json
import sqlite3
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import ROOT, Run

PRIYA = ROOT / "examples" / "priya-raman-ai-pm.pdf"
PERSONAL = ("Priya", "Raman", "priya.raman", "555 0142", "Pennine Technical")


@pytest.mark.parametrize("output_format", ["text", "json", "html", "markdown"])
def test_blind_leaves_no_personal_word_in_any_format(run_resumefit: Run, tmp_path: Path, output_format: str) -> None:
    target = tmp_path / "report"
    done = run_resumefit("analyze", str(PRIYA), "--blind", "--format", output_format, "--output", str(target))
    assert done.returncode == 0, done.stderr
    written = target.read_text("utf-8")
    assert len(written) > 1000
    assert [word for word in PERSONAL if word.casefold() in written.casefold()] == []


def test_a_blind_scan_keeps_personal_words_in_one_file_alone(run_resumefit: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run_resumefit(
        "scan", str(PRIYA), "--output", str(out), "--format", "csv,jsonl,xlsx", "--jobs", "1", "--quiet"
    )
    assert done.returncode == 0, done.stderr
    identities = out / "identities.csv"
    assert "priya-raman" in identities.read_text("utf-8")
    assert identities.stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(out / "resumefit.sqlite") as db:
        reports = [zlib.decompress(row[0]).decode() for row in db.execute("SELECT report FROM result")]
        dump = "\n".join(db.iterdump())
    others = [
        path.read_bytes().decode("utf-8", "ignore") for path in out.rglob("*") if path.is_file() and path != identities
    ]
    everything = "\n".join([*reports, dump, *others, done.stdout]).casefold()
    assert len(reports) == 1
    assert [word for word in PERSONAL if word.casefold() in everything] == []


def test_a_second_scan_does_nothing_and_agrees(run_resumefit: Run, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "good.txt").write_text(
        "Jo Example\n\nEXPERIENCE\n\nProduct Manager, Acme Ltd\n2019 - 2021\n- Ran sprint planning\n"
    )
    (source / "empty.txt").write_text("")
    (source / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    out = tmp_path / "out"
    arguments = ("scan", str(source), "--output", str(out), "--jobs", "1", "--quiet", "--as-of", "2026-11")
    first = run_resumefit(*arguments)
    table = (out / "ranking.csv").read_bytes()
    second = run_resumefit(*arguments)
    assert first.returncode == second.returncode == 6
    assert "3 files: 1 ok" in first.stdout
    assert "3 taken from an earlier scan" in second.stdout
    assert (out / "ranking.csv").read_bytes() == table
    rows = list(csv.DictReader(table.decode("utf-8-sig").splitlines()))
    assert [row["state"] for row in rows].count("ok") == 1
    assert all(row["problem"] and row["remedy"] for row in rows if row["state"] != "ok")


def test_the_points_of_a_report_add_up_and_quotes_are_the_text(run_resumefit: Run) -> None:
    report = json.loads(run_resumefit("analyze", str(PRIYA), "--format", "json", "--as-of", "2026-11").stdout)
    assert len(report["mentions"]) > 30
    assert all(report["text"][m["start"] : m["stop"]] == m["quote"] for m in report["mentions"])
    for role in report["roles"].values():
        assert round(sum(entry["points"] for entry in role["competencies"]), 1) == role["score"]


def test_parse_draws_the_page_and_exports_json_resume(run_resumefit: Run, tmp_path: Path) -> None:
    drawing = tmp_path / "page.svg"
    done = run_resumefit("parse", str(PRIYA), "--format", "jsonresume", "--boxes", str(drawing), "--page", "2")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["work"][0]["name"] == "Quayside Freight Exchange"
    assert ElementTree.fromstring(drawing.read_text("utf-8")).tag.endswith("svg")  # noqa: S314  # our own drawing


def test_a_posting_is_laid_beside_the_resume(run_resumefit: Run) -> None:
    posting = ROOT / "examples" / "posting-ai-pm.txt"
    done = run_resumefit("analyze", str(PRIYA), "--job", str(posting), "--format", "json", "--role", "ai-pm")
    job = json.loads(done.stdout)["job"]
    assert job["role_kind"] == "ai-pm"
    assert job["seniority"] == "senior"
    assert set(job["matched"]).isdisjoint(job["missing"])
    assert "mlflow" in job["matched"]


@pytest.mark.parametrize("command", [("explain",), ("compare", str(PRIYA))], ids=["explain", "compare"])
def test_further_views_print_text(run_resumefit: Run, command: tuple[str, ...]) -> None:
    done = run_resumefit(*command, str(PRIYA), "--as-of", "2026-11")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5


def test_a_plan_is_text_only(run_resumefit: Run) -> None:
    done = run_resumefit("analyze", str(PRIYA), "--plan", "12", "--format", "html")
    assert done.returncode == 2
    assert "--plan" in done.stderr
