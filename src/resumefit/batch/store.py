"""The results of a scan, in one SQLite file that can be stopped at any moment and opened in any SQL tool.

Results are content-addressed: a result's key is a hash of the file's bytes and of everything else that its numbers depend on
(lexicon, models, scoring version, options), so a second scan does only what is new or changed. Writes are
transactions in WAL mode. There is no time of day in it: the same scan gives the same rows. docs/store.md has the schema.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from resumefit.core.scanned import Failed, RoleScore, Scanned
from resumefit.errors import UsageError

FILE_NAME = "resumefit.sqlite"
LOCK_NAME = "resumefit.lock"
SCHEMA_VERSION = 3

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE result (
    key TEXT PRIMARY KEY,
    sha256 TEXT,
    state TEXT NOT NULL,              -- ok, doubtful, needs-ocr, refused, failed
    code TEXT, message TEXT, remedy TEXT,
    years_product REAL,
    evidence TEXT, gaps TEXT, cautions TEXT,   -- JSON arrays
    fingerprint TEXT, contact_hash TEXT,
    report BLOB,                      -- the JSON report, zlib-compressed
    latest TEXT,                      -- the latest month that a position names, YYYY-MM
    page BLOB                         -- the HTML report, zlib-compressed, where one was asked for
) WITHOUT ROWID;
-- Whether a result is there is asked for every file: answered from here without reading the rows, which are large.
CREATE INDEX result_state ON result (key, state);
CREATE TABLE score (
    key TEXT NOT NULL REFERENCES result (key), role TEXT NOT NULL,
    score REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL, level TEXT NOT NULL,
    PRIMARY KEY (key, role)
) WITHOUT ROWID;
CREATE TABLE entry (
    place INTEGER PRIMARY KEY,        -- order of input, from 1
    candidate TEXT NOT NULL,          -- pseudonym, or the file's name in an open scan
    key TEXT NOT NULL REFERENCES result (key)
);
CREATE INDEX entry_key ON entry (key);
CREATE VIEW ranking AS
    SELECT e.place, e.candidate, r.state, s.role, s.score, s.low, s.high, s.level, r.years_product, r.evidence, r.gaps
    FROM entry e JOIN result r USING (key) JOIN score s USING (key)
    ORDER BY s.role, s.score DESC, e.place;
CREATE VIEW failure AS
    SELECT e.place, e.candidate, r.state, r.code, r.message, r.remedy
    FROM entry e JOIN result r USING (key) WHERE r.state IN ('needs-ocr', 'refused', 'failed')
    ORDER BY e.place;
"""

# From each older schema to the next one.
_MIGRATIONS = {
    1: "ALTER TABLE result ADD COLUMN latest TEXT; ALTER TABLE result ADD COLUMN page BLOB;",
    2: "CREATE INDEX result_state ON result (key, state);",
}
_COLUMNS = (
    "key", "sha256", "state", "code", "message", "remedy", "years_product", "evidence", "gaps", "cautions", "fingerprint",
    "contact_hash", "latest",
)  # fmt: skip

_ENTRIES = f"SELECT e.place, e.candidate, {', '.join(f'r.{name}' for name in _COLUMNS)} FROM entry e JOIN result r USING (key)"  # noqa: S608
_STATE_OF_CODE = {"needs-ocr": "needs-ocr", "no-text": "needs-ocr", "encrypted": "refused", "over-limit": "refused"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the last scan, with its result (without the reports, which `Store.report` and `Store.page` give)."""

    place: int
    candidate: str
    state: str
    outcome: Scanned | Failed
    key: str = ""


class Store:
    """An open results file. Use as a context manager; it holds the folder's lock, so that two scans never mix."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(folder)
        self._db = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        try:
            self._prepare(folder)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.DatabaseError as error:
            self._db.close()
            self._lock.close()
            problem = f"{folder / FILE_NAME} is not a file of resumefit's ({error})"
            raise UsageError(problem, "Use another --output, or take that file away") from error

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything into the one file and let go of the lock."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()
        self._lock.close()

    def _prepare(self, folder: Path) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            self._db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
            return
        while version in _MIGRATIONS:
            self._db.executescript(f"BEGIN; {_MIGRATIONS[version]} PRAGMA user_version = {version + 1}; COMMIT;")
            version += 1
        if version != SCHEMA_VERSION:
            raise UsageError(
                f"{folder / FILE_NAME} has schema {version}, this resumefit writes {SCHEMA_VERSION}",
                "Use another --output, or the resumefit that made it",
            )

    def state_of(self, key: str) -> str | None:
        """Return the state of the result with this key; None when there is none yet."""
        row = self._db.execute("SELECT state FROM result INDEXED BY result_state WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def put(self, key: str, outcome: Scanned | Failed) -> None:
        """Keep one result, in a transaction of its own; replaces an older one of the same key."""
        with _transaction(self._db):
            self._db.execute("DELETE FROM score WHERE key = ?", (key,))
            names = (*_COLUMNS, "report", "page")
            self._db.execute(
                f"INSERT OR REPLACE INTO result ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608
                _result_row(key, outcome),
            )
            if isinstance(outcome, Scanned):
                self._db.executemany(
                    "INSERT INTO score VALUES (?,?,?,?,?,?)",
                    [(key, role.role, role.score, role.low, role.high, role.level) for role in outcome.roles],
                )

    def set_entries(self, entries: Iterator[tuple[int, str, str]]) -> None:
        """Replace the list of the scan's files: (place, candidate, key) each."""
        with _transaction(self._db):
            self._db.execute("DELETE FROM entry")
            self._db.executemany("INSERT INTO entry VALUES (?,?,?)", entries)

    def set_meta(self, values: dict[str, str]) -> None:
        """Keep the versions and options that the results depend on."""
        with _transaction(self._db):
            self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?,?)", sorted(values.items()))

    def meta(self, name: str) -> str | None:
        """Return what `set_meta` kept under a name."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def entries(self) -> Iterator[Entry]:
        """Yield the files of the last scan, in input order, one at a time."""
        for row in self._db.execute(f"{_ENTRIES} ORDER BY e.place"):
            yield self._entry(row)

    def entry(self, place: int) -> Entry:
        """Return the file at a place; KeyError when there is none."""
        row = self._db.execute(f"{_ENTRIES} WHERE e.place = ?", (place,)).fetchone()
        if row is None:
            raise KeyError(place)
        return self._entry(row)

    def _entry(self, row: tuple[object, ...]) -> Entry:
        place, candidate, *result = row
        key, state = str(result[0]), str(result[2])
        scores = self._db.execute("SELECT role, score, low, high, level FROM score WHERE key = ? ORDER BY role", (key,))
        outcome = _outcome(result, tuple(RoleScore(*score) for score in scores))
        return Entry(place=int(str(place)), candidate=str(candidate), state=state, outcome=outcome, key=key)

    def report(self, key: str) -> bytes:
        """Return a result's JSON report, UTF-8; b"" when there is none."""
        return self._blob("report", key)

    def page(self, key: str) -> bytes:
        """Return a result's HTML report, UTF-8; b"" when there is none."""
        return self._blob("page", key)

    def has_page(self, key: str) -> bool:
        """Tell whether a result has an HTML report."""
        return self._db.execute("SELECT 1 FROM result WHERE key = ? AND page IS NOT NULL", (key,)).fetchone() is not None

    def _blob(self, column: str, key: str) -> bytes:
        row = self._db.execute(f"SELECT {column} FROM result WHERE key = ?", (key,)).fetchone()  # noqa: S608  # one of two names
        return zlib.decompress(row[0]) if row and row[0] else b""


def result_key(sha256: str, depends_on: str) -> str:
    """Return the key of a file's result: `depends_on` is a hash of lexicon, models, scoring version and options."""
    return hashlib.sha256(f"{sha256}\n{depends_on}".encode()).hexdigest()


def _result_row(key: str, outcome: Scanned | Failed) -> tuple[object, ...]:
    if isinstance(outcome, Failed):
        state = _STATE_OF_CODE.get(outcome.code, "failed")
        return (key, outcome.sha256, state, outcome.code, outcome.message, outcome.remedy, *[None] * 9)
    lists = [
        json.dumps(list(values), ensure_ascii=False) for values in (outcome.evidence, outcome.gaps, outcome.cautions)
    ]
    fingerprint = json.dumps(list(outcome.fingerprint))
    return (
        key, outcome.sha256, outcome.state, None, None, None, outcome.years_product, *lists, fingerprint,
        outcome.contact_hash, outcome.latest, outcome.report, outcome.page,
    )  # fmt: skip


def _outcome(row: list[object], roles: tuple[RoleScore, ...]) -> Scanned | Failed:
    _key, sha256, state, code, message, remedy, years, evidence, gaps, cautions, fingerprint, contact, latest = row
    if code is not None:
        return Failed(None if sha256 is None else str(sha256), str(code), str(message), str(remedy))
    return Scanned(
        sha256=str(sha256), state=str(state), roles=roles, years_product=float(str(years)),
        evidence=tuple(json.loads(str(evidence))), gaps=tuple(json.loads(str(gaps))), cautions=tuple(json.loads(str(cautions))),
        report=b"", fingerprint=tuple(json.loads(str(fingerprint))),
        contact_hash=None if contact is None else str(contact), name=None, latest=str(latest or ""),
    )  # fmt: skip


class _transaction:  # noqa: N801  # reads as a word in `with _transaction(db)`
    """BEGIN IMMEDIATE ... COMMIT, or ROLLBACK when something is raised."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.execute("COMMIT" if kind is None else "ROLLBACK")


def _lock(folder: Path) -> sqlite3.Connection:
    """Hold the folder for this scan. An SQLite lock is let go by the system when the process dies, however it dies."""
    lock = sqlite3.connect(folder / LOCK_NAME, isolation_level=None, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise UsageError(
            f"another scan is writing to {folder}", "Wait for it to end, or use another --output"
        ) from error
    return lock
