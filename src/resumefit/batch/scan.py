"""Runs a batch: many files through worker processes into the store, so that nothing is lost and nothing is done twice.

pebble's pool gives each file a time limit and a process of its own to die in. At most `ahead` files are in flight, and results are
taken in input order, so memory stays flat whatever the count, and the outcome does not depend on `jobs`.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.batch.options import Options
from resumefit.batch.sources import Source, portable, read_source
from resumefit.batch.store import Store, result_key
from resumefit.core.assessment import Provenance
from resumefit.core.scanned import Failed, Scanned
from resumefit.errors import FileError, UsageError

if TYPE_CHECKING:
    from resumefit.batch.cluster import ClusterFuture, ClusterPool
    from resumefit.batch.pool import LocalFuture, LocalPool

# Enough that no worker waits while the parent writes; few enough that their results fit in memory many times over.
_AHEAD_PER_JOB = 4

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run, as against `Options`, which say what to compute: none of these changes a result."""

    jobs: int
    timeout_s: float
    retry_failed: bool = False
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How a scan went: every file is in exactly one of the first five."""

    ok: int = 0
    doubtful: int = 0
    needs_ocr: int = 0
    refused: int = 0
    failed: int = 0
    reused: int = 0

    @property
    def total(self) -> int:
        """All files."""
        return self.ok + self.doubtful + self.needs_ocr + self.refused + self.failed


@dataclass(slots=True)
class _Pending:
    """A file on its way: `future` is None when its result is already in the store, in state `known`."""

    place: int
    source: Source
    candidate: str
    key: str
    future: LocalFuture | ClusterFuture | None
    known: str | None


def depends_on(provenance: Provenance, options: Options) -> str:
    """Return a hash of all that a result depends on besides the file."""
    parts = asdict(provenance) | {
        "as_of": str(options.as_of), "roles": options.roles, "blind": options.blind, "own_date": options.own_date,
    }  # fmt: skip
    if options.posting is not None:
        parts |= {"posting": options.posting.sha256}
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def scan(
    sources: Iterable[Source], store: Store, *, provenance: Provenance, options: Options, settings: Settings,
    progress: Progress = lambda state: None,
) -> tuple[Counts, tuple[Identity, ...]]:  # fmt: skip
    """Analyse every source that is new or changed, keep all results in `store`, and count every file.

    Calls `progress` with each file's state as it is done. On KeyboardInterrupt, keeps what is done and raises it again.
    """
    counts = dict.fromkeys(("ok", "doubtful", "needs-ocr", "refused", "failed"), 0)
    identities: list[Identity] = []
    reused = 0
    for pending, state in _run(sources, store, provenance=provenance, options=options, settings=settings):
        counts[state] += 1
        reused += pending.future is None
        identities.append(Identity(pending.place, pending.candidate, pending.source.shown, pending.key))
        progress(state)
    store.set_entries((entry.place, entry.candidate, entry.key) for entry in identities)
    total = Counts(counts["ok"], counts["doubtful"], counts["needs-ocr"], counts["refused"], counts["failed"], reused)
    return total, tuple(identities)


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file a candidate is: kept apart from the results of a blind scan."""

    place: int
    candidate: str
    source: str
    key: str


def _run(
    sources: Iterable[Source], store: Store, *, provenance: Provenance, options: Options, settings: Settings
) -> Iterator[tuple[_Pending, str]]:
    salt = depends_on(provenance, options)
    waiting: deque[_Pending] = deque()
    pool: LocalPool | ClusterPool | None = None
    width = settings.jobs
    try:
        for place, source in enumerate(sources, start=1):
            digest = _digest(source)
            key = result_key(digest, salt)
            candidate = pseudonym(digest) if options.blind else source.name
            known = store.state_of(key)
            future = None
            lacks_page = options.pages and known in ("ok", "doubtful") and not store.has_page(key)
            if known is None or lacks_page or (settings.retry_failed and known not in ("ok", "doubtful")):
                if pool is None:
                    pool = _pool(options, settings)
                    width = pool.width
                future = _schedule(pool, source, candidate, settings)
            waiting.append(_Pending(place, source, candidate, key, future, known))
            if len(waiting) >= width * _AHEAD_PER_JOB:
                yield _finish(waiting.popleft(), store, settings)
        while waiting:
            yield _finish(waiting.popleft(), store, settings)
    except BaseException:
        if pool is not None:
            pool.stop()
        raise
    finally:
        if pool is not None:
            pool.close()
            pool.join()


def _pool(options: Options, settings: Settings) -> LocalPool | ClusterPool:
    # Loaded when a file is new: a second scan needs no workers, and takes a third of the time without them.
    if settings.cluster is not None:
        from resumefit.batch.cluster import connect

        return connect(settings.cluster, options=options, settings=settings)
    from resumefit.batch.pool import LocalPool

    return LocalPool(options, jobs=settings.jobs)


def _schedule(
    pool: LocalPool | ClusterPool, source: Source, candidate: str, settings: Settings
) -> LocalFuture | ClusterFuture:
    from resumefit.batch.cluster import ClusterPool
    from resumefit.batch.worker import scan_one

    if isinstance(pool, ClusterPool):
        return pool.schedule(scan_one, args=(source, candidate))
    return pool.schedule(scan_one, args=(portable(source), candidate), timeout=settings.timeout_s)


def _finish(pending: _Pending, store: Store, settings: Settings) -> tuple[_Pending, str]:
    if pending.future is None and pending.known is not None:
        return pending, pending.known
    if pending.future is not None:
        store.put(pending.key, outcome_of(pending.future, settings))
    state = store.state_of(pending.key)
    if state is None:
        raise RuntimeError(f"the result of {pending.source.shown} was not kept")
    return pending, state


def outcome_of(future: LocalFuture | ClusterFuture, settings: Settings) -> Scanned | Failed:
    """Wait for a file; what its process died of becomes its row."""
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Failed(
            None,
            "over-limit",
            f"it took longer than {settings.timeout_s:g} seconds",
            "Raise --timeout, or export the resume again",
        )
    except ProcessExpired as error:
        return Failed(
            None,
            "crashed",
            f"reading it ended the process (exit {error.exitcode})",
            "Export the resume again, as PDF or DOCX",
        )
    except BrokenProcessPool:
        return Failed(
            None,
            "crashed",
            "reading it ended the process every time",
            "Export the resume again, as PDF or DOCX",
        )
    except CancelledError:
        return Failed(None, "crashed", "its worker was stopped", "Run the scan again with --retry-failed")
    except MemoryError:
        return Failed(
            None, "over-limit", "it needs more memory than the limit", "Raise --memory, or export the resume again"
        )
    except UsageError:  # nothing about the file: a worker or the cluster is not as it should be
        raise
    except Exception as error:  # one file must not end the batch, whatever it brings to light
        return Failed(
            None,
            "unexpected",
            f"{type(error).__name__}: {error}",
            "Please report this; the other files are not affected",
        )


def _digest(source: Source) -> str:
    """Hash the file's bytes; a file that cannot be had is told apart by where it should be."""
    try:
        return hashlib.sha256(read_source(source)).hexdigest()
    except FileError:
        return hashlib.sha256(f"unreadable {source.shown}".encode("utf-8", "surrogateescape")).hexdigest()


def pseudonym(sha256: str) -> str:
    """Return a stable name for a file's person: the same file is the same candidate in every scan."""
    return f"Candidate {sha256[:4].upper()}-{sha256[4:8].upper()}"


def write_identities(path: Path, identities: Iterable[Identity]) -> None:
    """Write who is who as CSV that only its owner may read."""
    import csv
    import os

    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    path.chmod(0o600)  # also when the file was there before, with wider rights
    with os.fdopen(descriptor, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("place", "candidate", "file"))
        writer.writerows((entry.place, entry.candidate, entry.source) for entry in identities)
