"""Scans that are interrupted, killed, watched, or lose a worker or a file on the way: started as a user starts them."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from pathlib import Path

import psutil
import pytest

from tests.cli.scans import PATIENCE_S, fill, finish, results, start, tables, wait_for

PILE = 24  # as many as take seconds, so that a scan can be stopped on the way


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("pile"), PILE)


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_ctrl_c_keeps_what_was_done_and_says_so_by_exit_130(tmp_path: Path, pile: Path) -> None:
    process = start(str(pile), "--output", str(tmp_path), "--jobs", "1")
    wait_for(lambda: results(tmp_path) >= 3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130
    assert "Traceback" not in err
    kept = results(tmp_path)
    assert 3 <= kept < PILE
    with sqlite3.connect(tmp_path / "resumefit.sqlite") as db:
        done = db.execute("SELECT count(*) FROM ranking WHERE role = 'ai-pm'").fetchone()[0]
    assert 3 <= done <= kept
    assert f"{done} of {PILE} files are done and kept in {tmp_path}. Run the same command again to go on" in err
    assert len((tmp_path / "ranking.csv").read_text("utf-8-sig").splitlines()) == done + 1
    code, out, _ = finish(str(pile), "--output", str(tmp_path), "--jobs", "1")
    assert code == 0
    assert f"{PILE} files: {PILE} ok, 0 doubtful, 0 need OCR, 0 refused, 0 failed; {kept} taken from an earlier scan" in out


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_a_scan_that_was_killed_and_resumed_leaves_the_same_store_as_one_that_was_not(tmp_path: Path, pile: Path) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    for folder in (killed, whole):  # of one secret, or contacts would be hashed otherwise in each folder
        folder.mkdir()
        (folder / "resumefit.key").write_text("07" * 32)
    for least in (2, 8):
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
    assert f"{PILE} files: {PILE} ok" in out


def test_a_file_that_takes_too_long_costs_itself_and_is_tried_again_when_asked(tmp_path: Path) -> None:
    inbox, output = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    text = "Jo Example\n\nEXPERIENCE\n\nProduct Manager, Acme Ltd\n2019 - 2021\n- Ran sprint planning\n"
    (inbox / "slow.txt").write_text("\n".join(f"- Set the roadmap for market {number} with Kafka." for number in range(2500)), "utf-8")
    for number in range(3):
        (inbox / f"cv{number}.txt").write_text(f"{text}- Ran {number + 50} trials.\n", "utf-8")
    code, out, _ = finish(str(inbox), "--output", str(output), "--jobs", "1", "--timeout", "1")
    assert code == 6
    assert "4 files: 3 ok, 0 doubtful, 0 need OCR, 1 refused" in out
    with sqlite3.connect(output / "resumefit.sqlite") as db:
        assert db.execute("SELECT code, message FROM failure").fetchall() == [("over-limit", "it took longer than 1 seconds")]
    code, out, _ = finish(str(inbox), "--output", str(output), "--jobs", "1", "--timeout", "500", "--retry-failed")
    assert code == 0
    assert "4 files: 4 ok" in out
    assert "3 taken from an earlier scan" in out
