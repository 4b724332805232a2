"""The two lists of a scan that name files, for their owner's eyes: who is who, and which files gave no result, and why."""

from __future__ import annotations

import csv
import filecmp
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from resumefit.batch.exports import Cell, defused
from resumefit.batch.options import READ_STATES
from resumefit.batch.private import open_private
from resumefit.batch.scan import Identity
from resumefit.batch.store import Store

IDENTITIES = "identities.csv"
FAILURES = "failures.csv"


class PrivateLists:
    """Writes both lists as the files come. As a context manager: at its end they stand in place of those of the scan before."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._store = store
        self._who = _List(folder / IDENTITIES, ("place", "candidate", "file"))
        self._failed = _List(folder / FAILURES, ("place", "candidate", "file", "state", "code", "problem", "remedy"))

    def __enter__(self) -> PrivateLists:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for entries in (self._who, self._failed):
            entries.end(keep=kind is None)

    def add(self, one: Identity) -> None:
        """Take in one file of the scan, whose result is in the store."""
        self._who.add((one.place, one.candidate, one.source))
        if one.state not in READ_STATES:
            reason = self._store.reason(one.key)
            self._failed.add((one.place, one.candidate, one.source, one.state, *reason))


class _List:
    """A CSV file in the making; an empty one is not left behind."""

    def __init__(self, path: Path, head: Sequence[str]) -> None:
        self._path, self._new = path, path.with_name(f".{path.name}")
        self._file = os.fdopen(open_private(self._new), "w", newline="", encoding="utf-8")
        self._writer = csv.writer(self._file)
        self._writer.writerow(head)
        self._rows = 0

    def add(self, row: Sequence[Cell]) -> None:
        self._writer.writerow([defused(cell) for cell in row])
        self._rows += 1

    def end(self, *, keep: bool) -> None:
        self._file.close()
        if not keep:
            self._new.unlink()
        elif not self._rows:
            self._new.unlink()
            self._path.unlink(missing_ok=True)
        elif self._path.is_file() and filecmp.cmp(self._path, self._new, shallow=False):
            self._new.unlink()
        else:
            self._new.replace(self._path)
