"""`resumefit scan` as a recruiter runs it: with a posting, again with more files, with decisions, with wrong options."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.scans import EXAMPLES, PATIENCE_S, fill
from tests.conftest import Run

Scan = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("pile"), 3)


@pytest.fixture(scope="module")
def scan(run_warm: Run) -> Scan:
    """Scan and return the exit code, and what stdout and stderr say."""

    def scan(*arguments: str) -> tuple[int, str, str]:
        done = run_warm("scan", *arguments, "--as-of", "2026-11")
        return done.returncode, done.stdout, done.stderr

    return scan


@pytest.fixture(scope="module")
def first_scan(tmp_path_factory: pytest.TempPathFactory, pile: Path, scan: Scan) -> tuple[Path, str]:
    """A folder in which `in` with one resume has been scanned to `out`, to be copied, and what the scan said on stderr."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "in").mkdir()
    shutil.copy(pile / "cv00.txt", folder / "in")
    code, _, err = scan(str(folder / "in"), "--output", str(folder / "out"), "--jobs", "1")
    assert code == 0
    return folder, err


@pytest.fixture
def scanned(tmp_path: Path, first_scan: tuple[Path, str]) -> tuple[Path, Path]:
    """An inbox with one resume, and the results of its scan."""
    for name in ("in", "out"):
        shutil.copytree(first_scan[0] / name, tmp_path / name)
    return tmp_path / "in", tmp_path / "out"


def test_a_posting_gets_a_column_of_its_own_and_orders_the_people(scan: Scan, tmp_path: Path) -> None:
    code, out, _ = scan(
        str(EXAMPLES / "priya-raman-ai-pm.pdf"), *map(str, sorted(EXAMPLES.glob("*.docx"))[:2]), "--output", str(tmp_path),
        "--job", str(EXAMPLES / "posting-ai-pm.txt"), "--format", "csv,html,parquet", "--jobs", "1",
    )  # fmt: skip
    assert code == 0
    assert "posting" in out
    with (tmp_path / "ranking.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    scores = [float(row["posting"]) for row in rows]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)
    assert [row["posting-skills"] for row in rows if " of " not in row["posting-skills"]] == []
    pages = {file.read_text("utf-8") for file in (tmp_path / "reports").glob("*.html")}
    assert len(pages) == 2
    assert [row["candidate"] for row in rows if not any(row["candidate"] in page for page in pages)] == []
    assert not any("Raman" in page for page in pages)
    assert (tmp_path / "ranking.parquet").stat().st_size > 0


def test_pages_asked_for_later_are_made_without_forgetting_what_was_done(scan: Scan, scanned: tuple[Path, Path]) -> None:
    one, output = scanned
    code, out, _ = scan(str(one), "--output", str(output), "--jobs", "1", "--format", "html")
    assert (code, "0 taken from an earlier scan" in out) == (0, True)
    code, out, _ = scan(str(one), "--output", str(output), "--jobs", "1")
    assert (code, "Nothing is new" in out) == (0, True)  # without --format, those of the last scan
    code, out, _ = scan(str(one), "--output", str(output), "--jobs", "1", "--format", "csv")
    assert (code, "1 taken from an earlier scan" in out) == (0, True)
    assert "ranking.html was of an earlier scan" in out
    assert [path.suffix for path in (output / "reports").iterdir()] == [".json"]


def test_a_second_scan_leaves_the_tables_alone_and_a_later_one_keeps_what_a_reader_wrote(scan: Scan, scanned: tuple[Path, Path], pile: Path) -> None:
    inbox, output = scanned
    table = output / "ranking.csv"
    written = table.stat().st_mtime_ns
    code, out, _ = scan(str(inbox), "--output", str(output), "--jobs", "1")
    assert (code, "Nothing is new" in out) == (0, True)
    assert table.stat().st_mtime_ns == written
    table.write_text(table.read_text("utf-8") + "my notes\n", "utf-8")
    shutil.copy(pile / "cv01.txt", inbox)
    assert scan(str(inbox), "--output", str(output), "--jobs", "1")[0] == 0
    assert (output / "ranking-edited-1.csv").read_text("utf-8").endswith("my notes\n")
    assert "my notes" not in table.read_text("utf-8")


def test_decisions_in_an_edited_table_and_in_a_saved_list_are_in_the_next_tables(scan: Scan, tmp_path: Path, pile: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    for name in ("cv00.txt", "cv01.txt"):
        shutil.copy(pile / name, inbox)
    assert scan(str(inbox), "--output", str(output), "--jobs", "1", "--format", "csv,html")[0] == 0
    with (output / "ranking.csv").open(encoding="utf-8-sig", newline="") as file:
        head, first, second = list(csv.reader(file))
    first[-2:] = ["yes", "call, today"]
    with (output / "ranking.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, first, second])
    saved = tmp_path / "saved.csv"
    saved.write_text(f"candidate,decision\n{second[2]},no\n", "utf-8")
    shutil.copy(pile / "cv02.txt", inbox)
    code, out, _ = scan(str(inbox), "--output", str(output), "--jobs", "1", "--decisions", str(saved))
    assert code == 0
    assert "1 decision and notes read from ranking.csv" in out
    with (output / "ranking.csv").open(encoding="utf-8-sig", newline="") as file:
        decided = {row["candidate"]: (row["decision"], row["notes"]) for row in csv.DictReader(file)}
    assert sorted(decided.values()) == [("", ""), ("no", ""), ("yes", "call, today")]
    assert decided[first[2]] == ("yes", "call, today")
    assert 'data-decision="yes" data-notes="call, today"' in (output / "ranking.html").read_text("utf-8")


def test_a_scan_of_a_folder_that_holds_its_results_does_not_read_them(scan: Scan, tmp_path: Path, pile: Path) -> None:
    shutil.copy(pile / "cv00.txt", tmp_path)
    for _ in range(2):
        code, out, _ = scan(str(tmp_path), "--output", str(tmp_path / "results"), "--jobs", "1", "--format", "csv,html,jsonl")
        assert (code, "1 files: 1 ok" in out) == (0, True)
    code, _, err = scan(str(tmp_path / "results"), "--output", str(tmp_path / "results"))
    assert code == 2
    assert "cannot hold both resumes and results" in err


def test_an_open_scan_names_files_and_a_blind_one_names_them_to_its_owner_alone(scan: Scan, tmp_path: Path, pile: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    shutil.copy(pile / "cv00.txt", inbox)
    (inbox / "mia-broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    code, out, _ = scan(str(inbox), "--output", str(output), "--jobs", "1", "--format", "jsonl,html")
    assert code == 6
    assert str(output / "failures.csv") in out
    assert "mia-broken" not in out + (output / "ranking.jsonl").read_text("utf-8") + (output / "ranking.html").read_text("utf-8")
    with (output / "failures.csv").open(newline="", encoding="utf-8") as file:
        (failed,) = csv.DictReader(file)
    assert (failed["file"], failed["state"], failed["code"]) == (str(inbox / "mia-broken.pdf"), "failed", "damaged")
    if os.name == "posix":
        assert (output / "failures.csv").stat().st_mode & 0o777 == 0o600
    assert scan(str(inbox), "--output", str(output), "--jobs", "1", "--no-blind")[0] == 6
    rows = [json.loads(line) for line in (output / "ranking.jsonl").read_text("utf-8").splitlines()]
    assert [(row["candidate"], row["file"], row["code"]) for row in rows] == [
        ("cv00.txt", str(inbox / "cv00.txt"), None), ("mia-broken.pdf", str(inbox / "mia-broken.pdf"), "damaged"),
    ]  # fmt: skip
    (inbox / "mia-broken.pdf").unlink()
    assert scan(str(inbox), "--output", str(output), "--jobs", "1")[0] == 0
    assert not (output / "failures.csv").exists()


def test_progress_is_plain_off_a_terminal_and_silent_when_quiet(scan: Scan, tmp_path: Path, pile: Path, first_scan: tuple[Path, str]) -> None:
    assert "1 of 1 done, 0 without a result" in first_scan[1]
    assert "\x1b" not in first_scan[1]
    assert scan(str(pile / "cv00.txt"), "--output", str(tmp_path), "--jobs", "1", "--quiet")[2] == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("--format", "docx"), "--format cannot be 'docx'", id="a format that there is not"),
        pytest.param(("--role", "chef"), "there is no role 'chef'", id="a role that there is not"),
        pytest.param(("--role", "posting"), "there is no role 'posting'", id="ranking by a posting that was not given"),
    ],
)
def test_a_wrong_option_is_refused_before_anything_is_read(scan: Scan, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    code, _, err = scan(str(EXAMPLES), "--output", str(tmp_path / "out"), *arguments)
    assert code == 2
    assert words in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("module", "arguments", "remedy"),
    [
        pytest.param("pyarrow", ("--format", "csv,parquet"), "pip install 'resumefit[parquet]'", id="parquet"),
        pytest.param("distributed", ("--cluster", "tcp://127.0.0.1:1"), "pip install 'resumefit[cluster]'", id="cluster"),
    ],
)
def test_without_an_extra_the_command_to_install_it_is_given(
    module: str, arguments: tuple[str, ...], remedy: str, tmp_path: Path, pile: Path
) -> None:
    """The module is made impossible to import and to find."""
    block = f"import sys; sys.modules[{module!r}] = None; from resumefit.cli.app import app; app(sys.argv[1:])"
    command = [sys.executable, "-c", block, "scan", str(pile), "--output", str(tmp_path / "out"), "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    assert (done.returncode, done.stdout) == (2, "")
    assert remedy in done.stderr
    assert "Traceback" not in done.stderr
