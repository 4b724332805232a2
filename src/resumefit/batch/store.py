"""The results of a scan, in one SQLite file that can be stopped at any moment and opened in any SQL tool.

Results are content-addressed: a result's key is a hash of the file's bytes and of everything else that its numbers depend on
(lexicon, models, scoring version, options), so a second scan does only what is new or changed. Writes are
transactions in WAL mode. There is no time of day in it: the same scan gives the same rows. docs/store.md has the schema.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from resumefit.batch.private import secret_of, touch_private
from resumefit.batch.rows import COLUMNS, outcome_of, result_row
from resumefit.batch.schema import MIGRATIONS, SCHEMA, SCHEMA_VERSION, VIEWS
from resumefit.core.scanned import Failed, RoleScore, Scanned
from resumefit.errors import UsageError

FILE_NAME = "resumefit.sqlite"
LOCK_NAME = "resumefit.lock"
# Kept under this name while the tables beside the store show what is in it; see `put`.
TABLES = "tables"

_ENTRIES = (
    "SELECT e.place, e.candidate, e.sha256, e.file, d.decision, d.notes, "  # noqa: S608  # fixed names
    f"{', '.join(f'r.{name}' for name in COLUMNS)} "
    "FROM entry e JOIN result r USING (key) LEFT JOIN decision d ON d.sha256 = e.sha256"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a scan: `sha256` is of its bytes (of its name when it cannot be had), `file` None in a blind scan."""

    place: int
    candidate: str
    key: str
    sha256: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the last scan, with its result (without the reports, which `Store.report` and `Store.page` give).

    `decision` and `notes` are a reader's, "" where there are none.
    """

    place: int
    candidate: str
    state: str
    outcome: Scanned | Failed
    key: str = ""
    sha256: str = ""
    file: str | None = None
    decision: str = ""
    notes: str = ""


class Store:
    """An open results file. Use as a context manager; it holds the folder's lock, so that two scans never mix."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder} cannot be made ({error.strerror})", "Use another --output") from error
        self._lock = _lock(folder)
        touch_private(folder / FILE_NAME)  # SQLite gives its journals the same rights
        self._db = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
        try:
            self._prepare(folder)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.DatabaseError as error:
            self._give_up()
            problem = f"{folder / FILE_NAME} is not a file of resumefit's ({error})"
            raise UsageError(problem, "Use another --output, or take that file away") from error
        except UsageError:
            self._give_up()
            raise
        self._list_is_same = True
        self._told_old = False

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything into the one file and let go of the lock."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._give_up()

    def _give_up(self) -> None:
        self._db.close()
        self._lock.close()

    def _prepare(self, folder: Path) -> None:
        version = first = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version != 0 and version not in MIGRATIONS and version != SCHEMA_VERSION:
            raise UsageError(
                f"{folder / FILE_NAME} has schema {version}, this resumefit writes {SCHEMA_VERSION}",
                "Use another --output, or the resumefit that made it",
            )
        if version == 0:
            self._db.executescript(f"BEGIN; {SCHEMA} {VIEWS} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
        self._secret, is_new = secret_of(folder)
        if version in MIGRATIONS:
            self._db.create_function("keyed", 1, self._keyed, deterministic=True)
            (folder / FILE_NAME).chmod(0o600)
            while version in MIGRATIONS:
                self._db.executescript(f"BEGIN; {MIGRATIONS[version]} PRAGMA user_version = {version + 1}; COMMIT;")
                version += 1
        elif is_new and first != 0:
            # Contacts hashed with a lost secret never meet new ones: these files are read again.
            self._db.execute("DELETE FROM result WHERE contact_hash IS NOT NULL")

    def _keyed(self, contact_hash: str | None) -> str | None:
        if contact_hash is None:
            return None
        return hmac.new(self._secret, contact_hash.encode(), hashlib.sha256).hexdigest()[:32]

    def state_of(self, key: str) -> str | None:
        """Return the state of the result with this key; None when there is none yet."""
        row = self._db.execute("SELECT state FROM result WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def put(self, key: str, outcome: Scanned | Failed) -> str:
        """Keep one result, in a transaction of its own, and return its state; replaces an older one of the same key.

        In place of the contact's hash, which may be guessed, its hash with the folder's secret is kept.
        """
        with _transaction(self._db):
            if self.state_of(key) is not None:
                for table in ("score", "report"):
                    self._db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608  # one of two names
            if isinstance(outcome, Scanned):
                outcome = replace(outcome, contact_hash=self._keyed(outcome.contact_hash))
            row = result_row(key, outcome)
            self._db.execute(
                f"INSERT OR REPLACE INTO result ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})",  # noqa: S608
                row,
            )
            if isinstance(outcome, Scanned):
                self._db.execute("INSERT INTO report VALUES (?,?,?)", (key, outcome.report, outcome.page))
                self._db.executemany(
                    "INSERT INTO score VALUES (?,?,?,?,?,?)",
                    [(key, role.role, role.score, role.low, role.high, role.level) for role in outcome.roles],
                )
            self._tables_are_old()
        return str(row[COLUMNS.index("state")])

    def list_file(self, file: Listed) -> None:
        """Take the next file into the list of this scan.

        The list of the scan before stands as long as the new one is the same; from the first other file on it is replaced.
        """
        columns = (file.place, file.candidate, file.key, file.sha256, file.file)
        if self._list_is_same:
            before = "SELECT place, candidate, key, sha256, file FROM entry WHERE place = ?"
            if self._db.execute(before, (file.place,)).fetchone() == columns:
                return
            self.end_list(file.place - 1)
            self._list_is_same = False
        with _transaction(self._db):
            self._db.execute("INSERT INTO entry (place, candidate, key, sha256, file) VALUES (?,?,?,?,?)", columns)
            self._tables_are_old()

    def end_list(self, last: int) -> None:
        """Forget what the list of an earlier scan has after the place `last`."""
        self._told_old = False  # what Ctrl-C rolled back is told again
        with _transaction(self._db):
            if self._db.execute("DELETE FROM entry WHERE place > ?", (last,)).rowcount:
                self._tables_are_old()

    def link(self, people: Iterable[tuple[int, int, str]]) -> None:
        """Keep which files look like one person's: (place, place of the newest version, why) for each that is linked."""
        with _transaction(self._db):
            self._db.execute("UPDATE entry SET person = place, why_linked = NULL")
            self._db.executemany(
                "UPDATE entry SET person = ?, why_linked = ? WHERE place = ?",
                ((newest, why, place) for place, newest, why in people),
            )

    def decide(self, sha256: str, *, decision: str, notes: str) -> None:
        """Keep what a reader decided about the person of a file, and wrote down."""
        with _transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO decision VALUES (?,?,?)", (sha256, decision, notes))
            self._tables_are_old()

    def decided(self, sha256: str) -> tuple[str, str]:
        """Return the decision and the notes on a file's person, "" where there are none."""
        row = self._db.execute("SELECT decision, notes FROM decision WHERE sha256 = ?", (sha256,)).fetchone()
        return (str(row[0]), str(row[1])) if row else ("", "")

    def files_called(self, names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], set[str]]:
        """Return the hashes of the files of the last scan by name: ("", path), or (candidate, "") for all of a candidate's."""
        called: dict[tuple[str, str], set[str]] = {name: set() for name in names}
        for candidate, file, sha256 in self._db.execute("SELECT candidate, file, sha256 FROM entry"):
            for name in ((candidate, ""), ("", file)):
                if name in called:
                    called[name].add(sha256)
        return called

    def decisions_hash(self) -> str:
        """Hash all decisions and notes: tables show them, and SQL users may write them."""
        rows = self._db.execute("SELECT * FROM decision ORDER BY 1").fetchall()
        return hashlib.sha256(json.dumps(rows).encode()).hexdigest()

    def reason(self, key: str) -> tuple[str, str, str]:
        """Return why a file has no result: code, problem, remedy."""
        row = self._db.execute("SELECT code, message, remedy FROM result WHERE key = ?", (key,)).fetchone()
        return (str(row[0]), str(row[1]), str(row[2]))

    def set_meta(self, values: dict[str, str]) -> None:
        """Keep the versions and options that the results depend on."""
        self._told_old = False
        with _transaction(self._db):
            self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?,?)", sorted(values.items()))

    def meta(self, name: str) -> str | None:
        """Return what `set_meta` kept under a name."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _tables_are_old(self) -> None:
        # In the same transaction: a scan killed before it wrote its tables must not be taken for one that did.
        if not self._told_old:
            self._db.execute("DELETE FROM meta WHERE name = ?", (TABLES,))
            self._told_old = True

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
        place, candidate, sha256, file, decision, notes, *result = row
        key, state = str(result[0]), str(result[2])
        scores = self._db.execute("SELECT role, score, low, high, level FROM score WHERE key = ? ORDER BY role", (key,))
        outcome = outcome_of(result, tuple(RoleScore(*score) for score in scores))
        return Entry(
            place=int(str(place)), candidate=str(candidate), state=state, outcome=outcome, key=key, sha256=str(sha256),
            file=None if file is None else str(file), decision=str(decision or ""), notes=str(notes or ""),
        )

    def report(self, key: str) -> bytes:
        """Return a result's JSON report, UTF-8; b"" when there is none."""
        return self._blob("json", key)

    def page(self, key: str) -> bytes:
        """Return a result's HTML report, UTF-8; b"" when there is none."""
        return self._blob("html", key)

    def has_page(self, key: str) -> bool:
        """Tell whether a result has an HTML report."""
        return self._db.execute("SELECT 1 FROM report WHERE key = ? AND html IS NOT NULL", (key,)).fetchone() is not None

    def _blob(self, column: str, key: str) -> bytes:
        row = self._db.execute(f"SELECT {column} FROM report WHERE key = ?", (key,)).fetchone()  # noqa: S608  # one of two names
        return zlib.decompress(row[0]) if row and row[0] else b""


def result_key(sha256: str, depends_on: str) -> str:
    """Return the key of a file's result: `depends_on` is a hash of lexicon, models, scoring version and options."""
    return hashlib.sha256(f"{sha256}\n{depends_on}".encode()).hexdigest()


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
