"""The store keeps every result, once, and lets one scan in at a time."""

from __future__ import annotations

import gc
import hashlib
import os
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from resumefit.batch.fingerprint import SLOTS
from resumefit.batch.ranking import rank
from resumefit.batch.schema import SCHEMA_VERSION
from resumefit.batch.store import FILE_NAME, Entry, Listed, Store, result_key
from resumefit.core.scanned import Failed, RoleScore, Scanned
from resumefit.errors import UsageError

SCANNED = Scanned(
    sha256="ab" * 32, state="ok", roles=(RoleScore("ai-pm", 61.7, 58.0, 65.1, "nearly ready"),), years_product=4.5,
    evidence=("Shipped it",), gaps=("MLOps",), cautions=(), report=zlib.compress(b'{"a": 1}'), fingerprint=tuple(range(SLOTS)), contact_hash=None, name=None,
    latest="2024-05",
)  # fmt: skip
# What the first release wrote.
SCHEMA_1 = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE result (
    key TEXT PRIMARY KEY, sha256 TEXT, state TEXT NOT NULL, code TEXT, message TEXT, remedy TEXT, years_product REAL,
    evidence TEXT, gaps TEXT, cautions TEXT, fingerprint TEXT, contact_hash TEXT, report BLOB
) WITHOUT ROWID;
CREATE TABLE score (
    key TEXT NOT NULL REFERENCES result (key), role TEXT NOT NULL, score REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
    level TEXT NOT NULL, PRIMARY KEY (key, role)
) WITHOUT ROWID;
CREATE TABLE entry (place INTEGER PRIMARY KEY, candidate TEXT NOT NULL, key TEXT NOT NULL REFERENCES result (key));
CREATE INDEX entry_key ON entry (key);
PRAGMA user_version = 1;
"""
FAILED = Failed("cd" * 32, "encrypted", "it is locked", "Save it without a password")


def _list(store: Store, *files: tuple[int, str, str]) -> None:
    for place, candidate, key in files:
        store.list_file(Listed(place, candidate, key, f"sha of {candidate}"))
    store.end_list(len(files))


def test_what_is_put_comes_back_in_input_order(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("k1", SCANNED)
        store.put("k2", FAILED)
        _list(store, (1, "locked.pdf", "k2"), (2, "cv.pdf", "k1"), (3, "copy.pdf", "k1"))
        entries = list(store.entries())
    assert [(entry.place, entry.candidate, entry.state) for entry in entries] == [
        (1, "locked.pdf", "refused"), (2, "cv.pdf", "ok"), (3, "copy.pdf", "ok"),
    ]  # fmt: skip
    assert entries[0].outcome == FAILED
    assert entries[1].outcome == entries[2].outcome == replace(SCANNED, report=b"")


def test_reports_are_read_one_by_one(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("k1", SCANNED)
        store.put("k2", replace(SCANNED, page=zlib.compress(b"<p>page")))
        assert store.report("k1") == b'{"a": 1}'
        assert (store.page("k1"), store.page("k2")) == (b"", b"<p>page")
        assert (store.has_page("k1"), store.has_page("k2"), store.has_page("k3")) == (False, True, False)
        assert store.report("k3") == b""


def test_a_store_of_an_earlier_schema_is_brought_up_to_date_and_keeps_its_results(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.executescript(SCHEMA_1)
        db.execute(
            "INSERT INTO result VALUES ('k1','sha','ok',NULL,NULL,NULL,4.5,'[\"Shipped it\"]','[]','[]','[1, 2]','guess',?)",
            (SCANNED.report,),
        )
        db.execute("INSERT INTO entry VALUES (1, 'a', 'k1')")
    with Store(tmp_path) as store:
        entry = next(store.entries())
        assert isinstance(entry.outcome, Scanned)
        assert (entry.outcome.evidence, entry.outcome.latest, entry.sha256) == (("Shipped it",), "", "sha")
        assert entry.outcome.contact_hash not in (None, "guess")
        assert store.report(entry.key) == b'{"a": 1}'
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        migrated = _columns(db)
    (tmp_path / "new").mkdir()
    Store(tmp_path / "new").close()
    with sqlite3.connect(tmp_path / "new" / FILE_NAME) as db:
        assert migrated == _columns(db)


def _columns(db: sqlite3.Connection) -> dict[str, list[str]]:
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")]
    return {name: [column[1] for column in db.execute(f"PRAGMA table_info({name})")] for name in names}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_contact_cannot_be_guessed_from_the_store(tmp_path: Path) -> None:
    """Whoever has the store tries the addresses he knows; without the folder's secret he finds none."""
    plain = hashlib.sha256(b"email:dana@example.com").hexdigest()[:32]
    with Store(tmp_path) as store:
        store.put("k", replace(SCANNED, contact_hash=plain))
    with Store(tmp_path) as store:
        store.put("k2", replace(SCANNED, contact_hash=plain))
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        (first,), (second,) = db.execute("SELECT contact_hash FROM result").fetchall()
    assert first == second != plain
    own = [path for path in tmp_path.glob("resumefit.*") if path.suffix != ".lock"]
    assert len(own) > 1
    assert {path.stat().st_mode & 0o777 for path in own} == {0o600}


def test_without_the_secret_files_with_a_contact_are_read_again(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("with", replace(SCANNED, contact_hash="hash"))
        store.put("without", SCANNED)
    (tmp_path / "resumefit.key").unlink()
    with Store(tmp_path) as store:
        assert (store.state_of("with"), store.state_of("without")) == (None, "ok")


def test_the_list_of_a_scan_grows_file_by_file_and_replaces_what_is_other(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for key in ("k1", "k2", "k3"):
            store.put(key, SCANNED)
        _list(store, (1, "a", "k1"), (2, "b", "k2"), (3, "c", "k3"))
        store.link([(1, 3, "same contact")])
        store.set_meta({"tables": "written"})
    with Store(tmp_path) as store:
        _list(store, (1, "a", "k1"), (2, "b", "k2"), (3, "c", "k3"))
        assert store.meta("tables") == "written"  # nothing is new
    with Store(tmp_path) as store:
        store.list_file(Listed(1, "a", "k1", "sha of a"))
        store.list_file(Listed(2, "other", "k3", "sha of other"))
    with Store(tmp_path) as store:  # stopped there
        assert [entry.candidate for entry in store.entries()] == ["a", "other"]
        assert store.meta("tables") is None


def test_a_decision_outlasts_the_result_it_was_made_on(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("old", SCANNED)
        _list(store, (1, "a", "old"))
        store.decide("sha of a", decision="yes", notes="call her")
    with Store(tmp_path) as store:
        store.put("new", SCANNED)
        _list(store, (1, "a", "new"))
        (entry,) = store.entries()
        assert (entry.key, entry.decision, entry.notes) == ("new", "yes", "call her")
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        assert db.execute("SELECT candidate, decision FROM ranking").fetchall() == [("a", "yes")]


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
        _list(store, (1, "a", "k1"), (2, "b", "k2"))
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        assert db.execute("SELECT candidate, score FROM ranking WHERE role = 'ai-pm'").fetchall() == [("a", 61.7)]
        assert db.execute("SELECT candidate, code FROM failure").fetchall() == [("b", "encrypted")]


def test_a_database_of_somebody_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        db.execute("CREATE TABLE result (mine TEXT)")
    with pytest.raises(UsageError, match="not a file of resumefit's"):
        Store(tmp_path)
    with sqlite3.connect(tmp_path / FILE_NAME) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("result",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("shopping list\n" * 100, "utf-8")
    with pytest.raises(UsageError, match="not a file of resumefit's"):
        Store(tmp_path)


def _entries_in_memory() -> int:
    gc.collect()
    return sum(isinstance(thing, Entry) for thing in gc.get_objects())


def test_a_ranking_of_a_store_keeps_no_entries(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for number in range(1, 51):
            store.put(f"key{number}", replace(SCANNED, sha256=str(number)))
        _list(store, *((number, f"Candidate {number}", f"key{number}") for number in range(1, 51)))
        before = _entries_in_memory()
        rows = rank(store.entries(), fetch=store.entry)
        assert _entries_in_memory() == before
        assert [row.entry for row in rows] == [store.entry(place) for place in range(1, 51)]
        with pytest.raises(KeyError):
            store.entry(51)
