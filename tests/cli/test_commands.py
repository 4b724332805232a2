"""The commands as a user runs them: what they print, what they write, and what they leave out."""

from __future__ import annotations

import csv
import json
import sqlite3
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.conftest import ROOT, Run

PRIYA = ROOT / "examples" / "priya-raman-ai-pm.pdf"
PERSONAL = ("Priya", "Raman", "priya.raman", "555 0142", "Pennine Technical")


@pytest.mark.parametrize("arguments", [("roles",), ("analyze", "gone.pdf", "--format", "json")], ids=["roles", "an error"])
def test_a_fork_says_what_a_process_of_its_own_says(run_resumefit: Run, run_warm: Run, arguments: tuple[str, ...]) -> None:
    own, forked = run_resumefit(*arguments), run_warm(*arguments)
    assert (forked.returncode, forked.stdout, forked.stderr) == (own.returncode, own.stdout, own.stderr)
    assert len(own.stdout) > 100


@pytest.mark.parametrize("output_format", ["text", "json", "html", "markdown"])
def test_blind_leaves_no_personal_word_in_any_format(run_warm: Run, tmp_path: Path, output_format: str) -> None:
    target = tmp_path / "report"
    done = run_warm("analyze", str(PRIYA), "--blind", "--format", output_format, "--output", str(target))
    assert done.returncode == 0, done.stderr
    written = target.read_text("utf-8")
    assert len(written) > 1000
    assert [word for word in PERSONAL if word.casefold() in written.casefold()] == []


def test_a_blind_scan_keeps_personal_words_in_one_file_alone(run_warm: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run_warm(
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
    failed = [row for row in rows if row["state"] != "ok"]
    assert (len(rows), len(failed)) == (3, 2)
    assert all(row["problem"] and row["remedy"] for row in failed)


@pytest.fixture(scope="module")
def report(run_warm: Run) -> dict[str, Any]:
    return json.loads(run_warm("analyze", str(PRIYA), "--format", "json", "--as-of", "2026-11").stdout)


def test_the_points_of_a_report_add_up_and_quotes_are_the_text(report: dict[str, Any]) -> None:
    assert len(report["mentions"]) > 30
    assert all(report["text"][m["start"] : m["stop"]] == m["quote"] for m in report["mentions"])
    assert len(report["roles"]) == 2
    for role in report["roles"].values():
        assert round(sum(entry["points"] for entry in role["competencies"]), 1) == role["score"] > 0


def test_parse_draws_the_page_and_exports_json_resume(run_resumefit: Run, tmp_path: Path) -> None:
    drawing = tmp_path / "page.svg"
    done = run_resumefit("parse", str(PRIYA), "--format", "jsonresume", "--boxes", str(drawing), "--page", "2")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["work"][0]["name"] == "Quayside Freight Exchange"
    assert ElementTree.fromstring(drawing.read_text("utf-8")).tag.endswith("svg")  # noqa: S314  # our own drawing


def test_a_posting_is_laid_beside_the_resume(run_warm: Run) -> None:
    posting = ROOT / "examples" / "posting-ai-pm.txt"
    done = run_warm("analyze", str(PRIYA), "--job", str(posting), "--format", "json", "--role", "ai-pm")
    job = json.loads(done.stdout)["job"]
    assert job["role_kind"] == "ai-pm"
    assert job["seniority"] == "senior"
    assert set(job["matched"]).isdisjoint(job["missing"])
    assert "mlflow" in job["matched"]


@pytest.mark.parametrize("command", [("explain",), ("compare", str(PRIYA))], ids=["explain", "compare"])
def test_further_views_print_text(run_warm: Run, command: tuple[str, ...]) -> None:
    done = run_warm(*command, str(PRIYA), "--as-of", "2026-11")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5


@pytest.mark.parametrize("output_format", ["text", "json", "html", "markdown"])
def test_postings_and_a_plan_are_in_every_format(run_warm: Run, output_format: str, tmp_path: Path) -> None:
    folder = tmp_path / "postings"
    folder.mkdir()
    (folder / "a.txt").write_text("Technical Product Manager\n- You own the product roadmap\n- Kafka is a plus\n", "utf-8")
    (folder / "b.html").write_text(
        "<h1>AI Product Manager</h1><h2>Must have</h2><ul><li>SQL</li><li>A product roadmap</li></ul>"
        "<h2>Nice to have</h2><ul><li>MLflow</li></ul>",
        "utf-8",
    )
    arguments = ("--job", str(folder), "--plan", "8", "--format", output_format, "--as-of", "2026-11")
    done = run_warm("analyze", str(PRIYA), *arguments)
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


EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".pdf", ".docx", ".odt"))


@pytest.mark.parametrize("resume", EXAMPLES, ids=lambda path: path.stem)
def test_the_text_report_fits_one_screen_and_says_how_to_get_all_of_it(run_warm: Run, resume: Path) -> None:
    brief = run_warm("analyze", str(resume), "--as-of", "2026-11").stdout.splitlines()
    assert len(brief) <= 52
    assert max(map(len, brief)) <= 80
    assert any("--full" in line for line in brief)


def test_full_text_holds_every_piece_of_evidence(run_warm: Run, report: dict[str, Any]) -> None:
    full = run_warm("analyze", str(PRIYA), "--as-of", "2026-11", "--full").stdout
    flat = "".join(full.split())
    ids = {index for role in report["roles"].values() for item in role["competencies"] for index in item["evidence"]}
    assert len(ids) > 40
    quotes = ["".join(report["mentions"][index]["quote"].split()) for index in ids]
    assert [quote for quote in quotes if quote not in flat] == []


def test_several_reports_of_one_name_do_not_overwrite_one_another(run_warm: Run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "cv.txt").write_text(f"Jo {folder}\n\nSKILLS\nKafka\n", "utf-8")
    files = [str(tmp_path / folder / "cv.txt") for folder in ("a", "b")]
    done = run_warm("analyze", *files, "--output", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["cv-2.txt", "cv.txt"]


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str, str]:
    """Three versions of a resume: with one deed more, then with a result."""
    head = "Jo Example\n\nEXPERIENCE\n\nProduct Manager, Acme Ltd\nJan 2019 - present\n- Ran sprint planning in Jira.\n"
    texts = (head, f"{head}- Ran A/B tests of the price page.\n", f"{head}- Ran A/B tests of the price page; sales rose 6%.\n")
    paths = []
    for number, text in enumerate(texts, start=1):
        path = tmp_path / f"v{number}.txt"
        path.write_text(text, "utf-8")
        paths.append(str(path))
    return paths[0], paths[1], paths[2]


@pytest.mark.parametrize("output_format", ["text", "html", "markdown"])
def test_progress_is_told_in_every_format_also_against_a_posting(
    run_warm: Run, versions: tuple[str, str, str], output_format: str, tmp_path: Path
) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text("Product Manager\nWe are looking for you: you run A/B tests. Kafka is a plus.\n", "utf-8")
    done = run_warm("compare", *versions[:2], "--job", str(posting), "--format", output_format, "--as-of", "2026-11")
    assert done.returncode == 0, done.stderr
    for words in ("Experimentation", "Shown now", "A/B testing"):
        assert words in done.stdout


def test_three_versions_are_one_json_object_with_every_step(run_warm: Run, versions: tuple[str, str, str]) -> None:
    found = json.loads(run_warm("compare", *versions, "--format", "json", "--as-of", "2026-11").stdout)
    assert (found["old"], found["new"]) == ("v1.txt", "v3.txt")
    assert [(step["old"], step["new"]) for step in found["steps"]] == [("v1.txt", "v2.txt"), ("v2.txt", "v3.txt")]
    assert [version["name"] for version in found["versions"]] == ["v1.txt", "v2.txt", "v3.txt"]
    assert [item["skill"] for item in found["steps"][1]["strengthened"]] == ["ab-testing"]
    assert all(step["roles"]["ai-pm"]["change"] > 0 for step in found["steps"])


def test_a_ready_technical_pm_is_planned_on_to_ai_pm_unless_a_role_is_named(run_warm: Run) -> None:
    marek = str(ROOT / "examples" / "marek-dvorak-tech-pm.pdf")
    arguments = ("analyze", marek, "--plan", "8", "--as-of", "2026-11", "--format", "json")
    onward, own = (json.loads(run_warm(*arguments, *more).stdout)["plan"] for more in ((), ("--role", "tech-pm")))
    assert (onward["role"], onward["instead_of"]) == ("ai-pm", "tech-pm")
    assert [stage["competency"] for stage in onward["stages"]][:3] == ["mlops", "responsible-ai", "generative-ai"]
    assert [stage["way"] for stage in onward["stages"]][:3] == ["experiment-tracking", "bias-audit", "prompt-engineering"]
    assert (own["role"], own["instead_of"]) == ("tech-pm", None)


def test_what_is_no_posting_is_said_to_be_none(run_warm: Run, tmp_path: Path) -> None:
    nothing = tmp_path / "hello.txt"
    nothing.write_text("hello\n", "utf-8")
    said = run_warm("analyze", str(PRIYA), "--job", str(nothing)).stdout
    assert "No skill that the lexicon knows was found in it" in said
    assert "0.0 of 100" not in said
    other = run_warm("analyze", str(PRIYA), "--job", str(PRIYA)).stdout
    assert "It reads like a resume and not like a posting" in other


def test_the_map_and_the_comparison_of_roles_are_two_views(run_warm: Run) -> None:
    whole, parted = (run_warm("roles", *more).stdout for more in ((), ("--compare", "tech-pm", "ai-pm")))
    assert "STAGE 1" in whole
    assert "ASKED MORE OF AI PM" in parted
    assert "ASKED MORE OF AI PM" not in whole
