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
        reports = [zlib.decompress(row[0]).decode() for row in db.execute("SELECT json FROM report")]
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


@pytest.mark.parametrize("output_format", ["text", "json", "html", "markdown"])
def test_postings_and_a_plan_are_in_every_format(run_resumefit: Run, output_format: str, tmp_path: Path) -> None:
    folder = tmp_path / "postings"
    folder.mkdir()
    (folder / "a.txt").write_text("Technical Product Manager\n- You own the product roadmap\n- Kafka is a plus\n", "utf-8")
    (folder / "b.html").write_text(
        "<h1>AI Product Manager</h1><h2>Must have</h2><ul><li>SQL</li><li>A product roadmap</li></ul>"
        "<h2>Nice to have</h2><ul><li>MLflow</li></ul>",
        "utf-8",
    )
    arguments = ("--job", str(folder), "--plan", "8", "--format", output_format, "--as-of", "2026-11")
    done = run_resumefit("analyze", str(PRIYA), *arguments)
    assert done.returncode == 0, done.stderr
    assert "a.txt" in done.stdout
    assert "b.html" in done.stdout
    if output_format == "json":
        report = json.loads(done.stdout)
        assert [job["role_kind"] for job in report["jobs"]] == ["tech-pm", "ai-pm"]
        assert report["jobs"][1]["preferred"] == ["mlflow"]
        assert "roadmap" in [ask["skill"] for ask in report["postings"]["shared"]]
        assert report["plan"]["weeks"] == 8
    else:
        assert "8 weeks towards" in done.stdout.lower().replace("&nbsp;", " ")


@pytest.mark.parametrize(
    ("command", "schema"),
    [
        (("explain", str(PRIYA)), "explain"),
        (("compare", str(PRIYA), str(PRIYA)), "compare"),
        (("roles", "--compare", "tech-pm", "ai-pm"), "roles"),
    ],
    ids=["explain", "compare", "roles"],
)
def test_further_views_print_json(run_resumefit: Run, command: tuple[str, ...], schema: str) -> None:
    done = run_resumefit(*command, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["schema"] == f"resumefit.{schema}/1"
