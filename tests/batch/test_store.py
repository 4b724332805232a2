"""The store keeps every result, once, and lets one scan in at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from resumefit.batch.store import FILE_NAME, Store, result_key
from resumefit.core.scanned import Failed, RoleScore, Scanned
from resumefit.errors import UsageError

SCANNED = Scanned(
    sha256="ab" * 32, state="ok", roles=(RoleScore("ai-pm", 61.7, 58.0, 65.1, "nearly ready"),), years_product=4.5,
    evidence=("Shipped it",), gaps=("MLOps",), cautions=(), report=b"zipped", fingerprint=(1, 2, 3), contact_hash=None, name=None,
)  # fmt: skip
FAILED = Failed("cd" * 32, "encrypted", "it is locked", "Save it without a password")


def test_what_is_put_comes_back_in_input_order(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("k1", SCANNED)
        store.put("k2", FAILED)
        store.set_entries(iter([(1, "locked.pdf", "k2"), (2, "cv.pdf", "k1"), (3, "copy.pdf", "k1")]))
        entries = list(store.entries())
    assert [(entry.place, entry.candidate, entry.state) for entry in entries] == [
        (1, "locked.pdf", "refused"), (2, "cv.pdf", "ok"), (3, "copy.pdf", "ok"),
    ]  # fmt: skip
    assert entries[0].outcome == FAILED
    assert entries[1].outcome == entries[2].outcome == SCANNED


def test_putting_a_result_again_replaces_it_whole(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("k", SCANNED)
        store.put("k", FAILED)
        assert store.state_of("k") == "refused"
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        assert db.execute("SELECT count(*) FROM score").fetchone() == (0,)


def test_a_second_scan_into_the_folder_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    with Store(tmp_path), pytest.raises(UsageError, match="another scan"):
        Store(tmp_path)
    Store(tmp_path).close()


def test_a_store_of_a_later_schema_is_refused(tmp_path: Path) -> None:
    Store(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="schema 99"):
        Store(tmp_path)


def test_the_key_depends_on_the_file_and_on_all_else() -> None:
    assert len({result_key("a", "x"), result_key("a", "y"), result_key("b", "x")}) == 3


def test_the_views_answer_plain_sql(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("k1", SCANNED)
        store.put("k2", FAILED)
        store.set_entries(iter([(1, "a", "k1"), (2, "b", "k2")]))
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        assert db.execute("SELECT candidate, score FROM ranking WHERE role = 'ai-pm'").fetchall() == [("a", 61.7)]
        assert db.execute("SELECT candidate, code FROM failure").fetchall() == [("b", "encrypted")]
