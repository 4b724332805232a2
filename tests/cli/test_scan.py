"""`resumefit scan` as a recruiter runs it: with a posting, watching a folder, interrupted, killed."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PATIENCE_S = 120.0


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "resumefit", "scan", *arguments, "--as-of", "2026-11"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_hear_ctrl_c if os.name == "posix" else None,
    )  # fmt: skip


def _hear_ctrl_c() -> None:
    """A shell starts what runs in its background deaf to Ctrl-C, and so would be what the tests start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def finish(*arguments: str) -> tuple[int, str, str]:
    process = start(*arguments)
    out, err = process.communicate(timeout=PATIENCE_S)
    return process.returncode, out, err


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def results(folder: Path) -> int:
    if not (folder / "resumefit.sqlite").exists():
        return 0
    with sqlite3.connect(f"file:{folder / 'resumefit.sqlite'}?mode=ro", uri=True) as db:
        try:
            return int(db.execute("SELECT count(*) FROM result").fetchone()[0])
        except sqlite3.OperationalError:  # the file is there, its tables are not yet
            return 0


def tables(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(folder / "resumefit.sqlite") as db:
        return {
            "meta": db.execute("SELECT * FROM meta ORDER BY 1").fetchall(),
            "result": db.execute("SELECT * FROM result ORDER BY 1").fetchall(),
            "score": db.execute("SELECT * FROM score ORDER BY 1, 2").fetchall(),
            "entry": db.execute("SELECT * FROM entry ORDER BY 1").fetchall(),
        }


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty different resumes: the text example with one line more each."""
    folder = tmp_path_factory.mktemp("pile")
    text = next(iter(sorted(EXAMPLES.glob("*.txt")))).read_text("utf-8")
    for number in range(40):
        (folder / f"cv{number:02d}.txt").write_text(f"{text}\nRan {number + 3} workshops with drivers.\n", "utf-8")
    return folder


def test_a_posting_gets_a_column_of_its_own_and_orders_the_people(tmp_path: Path) -> None:
    code, out, _ = finish(
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


def test_pages_asked_for_later_are_made_without_forgetting_what_was_done(tmp_path: Path, pile: Path) -> None:
    one = tmp_path / "in"
    one.mkdir()
    shutil.copy(pile / "cv00.txt", one)
    assert finish(str(one), "--output", str(tmp_path / "out"), "--jobs", "1")[0] == 0
    code, out, _ = finish(str(one), "--output", str(tmp_path / "out"), "--jobs", "1", "--format", "html")
    assert (code, "0 taken from an earlier scan" in out) == (0, True)
    code, out, _ = finish(str(one), "--output", str(tmp_path / "out"), "--jobs", "1")
    assert (code, "Nothing is new" in out) == (0, True)  # without --format, those of the last scan
    code, out, _ = finish(str(one), "--output", str(tmp_path / "out"), "--jobs", "1", "--format", "csv")
    assert (code, "1 taken from an earlier scan" in out) == (0, True)
    assert "ranking.html was of an earlier scan" in out
    assert [path.suffix for path in (tmp_path / "out" / "reports").iterdir()] == [".json"]


def test_a_second_scan_leaves_the_tables_alone_and_a_later_one_keeps_what_a_reader_wrote(tmp_path: Path, pile: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    shutil.copy(pile / "cv00.txt", inbox)
    assert finish(str(inbox), "--output", str(output), "--jobs", "1")[0] == 0
    table = output / "ranking.csv"
    written = table.stat().st_mtime_ns
    code, out, _ = finish(str(inbox), "--output", str(output), "--jobs", "1")
    assert (code, "Nothing is new" in out) == (0, True)
    assert table.stat().st_mtime_ns == written
    table.write_text(table.read_text("utf-8") + "my notes\n", "utf-8")
    shutil.copy(pile / "cv01.txt", inbox)
    assert finish(str(inbox), "--output", str(output), "--jobs", "1")[0] == 0
    assert (output / "ranking-edited-1.csv").read_text("utf-8").endswith("my notes\n")
    assert "my notes" not in table.read_text("utf-8")


def test_decisions_in_an_edited_table_and_in_a_saved_list_are_in_the_next_tables(tmp_path: Path, pile: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    for name in ("cv00.txt", "cv01.txt"):
        shutil.copy(pile / name, inbox)
    assert finish(str(inbox), "--output", str(output), "--jobs", "1", "--format", "csv,html")[0] == 0
    with (output / "ranking.csv").open(encoding="utf-8-sig", newline="") as file:
        head, first, second = list(csv.reader(file))
    first[-2:] = ["yes", "call, today"]
    with (output / "ranking.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, first, second])
    saved = tmp_path / "saved.csv"
    saved.write_text(f"candidate,decision\n{second[2]},no\n", "utf-8")
    shutil.copy(pile / "cv02.txt", inbox)
    code, out, _ = finish(str(inbox), "--output", str(output), "--jobs", "1", "--decisions", str(saved))
    assert code == 0
    assert "1 decision and notes read from ranking.csv" in out
    with (output / "ranking.csv").open(encoding="utf-8-sig", newline="") as file:
        decided = {row["candidate"]: (row["decision"], row["notes"]) for row in csv.DictReader(file)}
    assert sorted(decided.values()) == [("", ""), ("no", ""), ("yes", "call, today")]
    assert decided[first[2]] == ("yes", "call, today")
    assert 'data-decision="yes" data-notes="call, today"' in (output / "ranking.html").read_text("utf-8")


def test_a_scan_of_a_folder_that_holds_its_results_does_not_read_them(tmp_path: Path, pile: Path) -> None:
    shutil.copy(pile / "cv00.txt", tmp_path)
    for _ in range(2):
        code, out, _ = finish(str(tmp_path), "--output", str(tmp_path / "results"), "--jobs", "1", "--format", "csv,html,jsonl")
        assert (code, "1 files: 1 ok" in out) == (0, True)
    code, _, err = finish(str(tmp_path / "results"), "--output", str(tmp_path / "results"))
    assert code == 2
    assert "cannot hold both resumes and results" in err


def test_an_open_scan_names_files_and_a_blind_one_names_them_to_its_owner_alone(tmp_path: Path, pile: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    shutil.copy(pile / "cv00.txt", inbox)
    (inbox / "mia-broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    code, out, _ = finish(str(inbox), "--output", str(output), "--jobs", "1", "--format", "jsonl,html")
    assert code == 6
    assert str(output / "failures.csv") in out
    assert "mia-broken" not in out + (output / "ranking.jsonl").read_text("utf-8") + (output / "ranking.html").read_text("utf-8")
    with (output / "failures.csv").open(newline="", encoding="utf-8") as file:
        (failed,) = csv.DictReader(file)
    assert (failed["file"], failed["state"], failed["code"]) == (str(inbox / "mia-broken.pdf"), "failed", "damaged")
    if os.name == "posix":
        assert (output / "failures.csv").stat().st_mode & 0o777 == 0o600
    assert finish(str(inbox), "--output", str(output), "--jobs", "1", "--no-blind")[0] == 6
    rows = [json.loads(line) for line in (output / "ranking.jsonl").read_text("utf-8").splitlines()]
    assert [(row["candidate"], row["file"], row["code"]) for row in rows] == [
        ("cv00.txt", str(inbox / "cv00.txt"), None), ("mia-broken.pdf", str(inbox / "mia-broken.pdf"), "damaged"),
    ]  # fmt: skip
    (inbox / "mia-broken.pdf").unlink()
    assert finish(str(inbox), "--output", str(output), "--jobs", "1")[0] == 0
    assert not (output / "failures.csv").exists()


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_ctrl_c_keeps_what_was_done_and_says_so_by_exit_130(tmp_path: Path, pile: Path) -> None:
    process = start(str(pile), "--output", str(tmp_path), "--jobs", "1")
    wait_for(lambda: results(tmp_path) >= 3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130
    assert "Traceback" not in err
    kept = results(tmp_path)
    assert 3 <= kept < 40
    with sqlite3.connect(tmp_path / "resumefit.sqlite") as db:
        done = db.execute("SELECT count(*) FROM ranking WHERE role = 'ai-pm'").fetchone()[0]
    assert 3 <= done <= kept
    assert f"{done} of 40 files are done and kept in {tmp_path}. Run the same command again to go on" in err
    assert len((tmp_path / "ranking.csv").read_text("utf-8-sig").splitlines()) == done + 1
    code, out, _ = finish(str(pile), "--output", str(tmp_path), "--jobs", "1")
    assert code == 0
    assert f"40 files: 40 ok, 0 doubtful, 0 need OCR, 0 refused, 0 failed; {kept} taken from an earlier scan" in out


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_a_scan_that_was_killed_and_resumed_leaves_the_same_store_as_one_that_was_not(tmp_path: Path, pile: Path) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    for folder in (killed, whole):  # of one secret, or contacts would be hashed otherwise in each folder
        folder.mkdir()
        (folder / "resumefit.key").write_text("07" * 32)
    for least in (2, 12):
        process = start(str(pile), "--output", str(killed), "--jobs", "2")
        wait_for(lambda least=least: results(killed) >= least)  # type: ignore[misc]
        process.kill()
        process.communicate(timeout=PATIENCE_S)
    assert finish(str(pile), "--output", str(killed), "--jobs", "2")[0] == 0
    assert finish(str(pile), "--output", str(whole), "--jobs", "1")[0] == 0
    assert tables(killed) == tables(whole)
    assert (killed / "ranking.csv").read_bytes() == (whole / "ranking.csv").read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_a_watched_folder_is_scanned_again_when_a_file_is_added(tmp_path: Path, pile: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(pile / "cv00.txt", inbox)
    process = start(str(inbox), "--output", str(tmp_path / "out"), "--jobs", "1", "--watch")
    wait_for(lambda: (tmp_path / "out" / "ranking.csv").exists())
    shutil.copy(pile / "cv01.txt", inbox)
    wait_for(lambda: len((tmp_path / "out" / "ranking.csv").read_text("utf-8-sig").splitlines()) == 3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130
    assert "The order is advice" in out  # the second may be cut off by the signal: its table is there before it
    assert "watching for changes" in err
    assert "Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_a_worker_that_dies_costs_no_file(tmp_path: Path, pile: Path) -> None:
    process = start(str(pile), "--output", str(tmp_path), "--jobs", "1")
    wait_for(lambda: results(tmp_path) >= 2)
    workers = [
        child for child in psutil.Process(process.pid).children(recursive=True) if "spawn_main" in " ".join(child.cmdline())
        and "resource_tracker" not in " ".join(child.cmdline())
    ]  # fmt: skip
    assert workers
    for worker in workers:
        worker.kill()
    out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    assert "Traceback" not in err
    assert "40 files: 40 ok" in out


def test_a_file_that_takes_too_long_costs_itself_and_is_tried_again_when_asked(tmp_path: Path, pile: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    text = (pile / "cv00.txt").read_text("utf-8")
    (inbox / "slow.txt").write_text("\n".join(f"- Set the roadmap for market {number} with Kafka." for number in range(6000)), "utf-8")
    for number in range(3):
        (inbox / f"cv{number}.txt").write_text(f"{text}\nRan {number + 50} trials.\n", "utf-8")
    code, out, _ = finish(str(inbox), "--output", str(output), "--jobs", "1", "--timeout", "3")
    assert code == 6
    assert "4 files: 3 ok, 0 doubtful, 0 need OCR, 1 refused" in out
    with sqlite3.connect(output / "resumefit.sqlite") as db:
        assert db.execute("SELECT code, message FROM failure").fetchall() == [("over-limit", "it took longer than 3 seconds")]
    code, out, _ = finish(str(inbox), "--output", str(output), "--jobs", "1", "--timeout", "500", "--retry-failed")
    assert code == 0
    assert "4 files: 4 ok" in out
    assert "3 taken from an earlier scan" in out


def test_progress_is_plain_off_a_terminal_and_silent_when_quiet(tmp_path: Path, pile: Path) -> None:
    one = str(pile / "cv00.txt")
    _, _, err = finish(one, "--output", str(tmp_path / "a"), "--jobs", "1")
    assert "1 of 1 done, 0 without a result" in err
    assert "\x1b" not in err
    assert finish(one, "--output", str(tmp_path / "b"), "--jobs", "1", "--quiet")[2] == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("--format", "docx"), "--format cannot be 'docx'", id="a format that there is not"),
        pytest.param(("--role", "chef"), "there is no role 'chef'", id="a role that there is not"),
        pytest.param(("--role", "posting"), "there is no role 'posting'", id="ranking by a posting that was not given"),
    ],
)
def test_a_wrong_option_is_refused_before_anything_is_read(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    code, _, err = finish(str(EXAMPLES), "--output", str(tmp_path / "out"), *arguments)
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
