"""Runs a batch: many files through worker processes into the store, so that nothing is lost and nothing is done twice.

pebble's pool gives each file a time limit and a process of its own to die in. At most `ahead` files are in flight, and results are
taken in input order, so memory stays flat whatever the count, and the outcome does not depend on `jobs`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from resumefit.batch.options import READ_STATES, Options
from resumefit.batch.sources import Source, read_source
from resumefit.batch.store import Listed, Store, result_key
from resumefit.core.assessment import Provenance
from resumefit.core.scanned import Failed, Scanned
from resumefit.errors import FileError, UsageError

if TYPE_CHECKING:
    from resumefit.batch.cluster import ClusterFuture, ClusterPool
    from resumefit.batch.pool import LocalFuture, LocalPool

# Enough that no worker waits while the parent writes; few enough that their results fit in memory many times over.
_AHEAD_PER_JOB = 4
# Raised when a result row comes to hold something else for the same report: fingerprints, pseudonyms.
_ROWS = 2
# Digits and capitals without those that are taken for others (I, L, O, U): Crockford's base 32.
_PSEUDONYM_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

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
    """How a scan went: every file is in exactly one of the first five.

    `reused` were there from an earlier scan. `stopped` is a scan that Ctrl-C ended before all files were done.
    """

    ok: int = 0
    doubtful: int = 0
    needs_ocr: int = 0
    refused: int = 0
    failed: int = 0
    reused: int = 0
    stopped: bool = False

    @property
    def total(self) -> int:
        """All files."""
        return self.ok + self.doubtful + self.without_result

    @property
    def without_result(self) -> int:
        """The files that gave no score."""
        return self.needs_ocr + self.refused + self.failed


@dataclass(slots=True)
class _Pending:
    """A file on its way: `future` is None when its result is already in the store, in state `known`."""

    place: int
    source: Source
    candidate: str
    sha256: str
    key: str
    future: LocalFuture | ClusterFuture | None
    known: str | None


def depends_on(provenance: Provenance, options: Options) -> str:
    """Return a hash of all that a result depends on besides the file."""
    parts = asdict(provenance) | {
        "rows": _ROWS, "as_of": str(options.as_of), "blind": options.blind, "own_date": options.own_date,
    }
    if options.posting is not None:
        parts |= {"posting": options.posting.sha256}
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def scan(
    sources: Iterable[Source], store: Store, *, provenance: Provenance, options: Options, settings: Settings,
    progress: Progress = lambda _: None, identified: Callable[[Identity], None] = lambda _: None,
) -> Counts:
    """Analyse every source that is new or changed, keep all results in `store`, and count every file.

    Calls `progress` with each file's state as it is done, and `identified` with whose it is. Ctrl-C ends it early, with all that
    was done kept, listed and counted.
    """
    counts: Counter[str] = Counter()
    done, reused = 0, 0
    try:
        for pending, state in _run(sources, store, provenance=provenance, options=options, settings=settings):
            shown = None if options.blind else pending.source.shown
            store.list_file(Listed(pending.place, pending.candidate, pending.key, pending.sha256, shown))
            identified(Identity(pending.place, pending.candidate, pending.source.shown, pending.key, state))
            counts[state] += 1
            done, reused = pending.place, reused + (pending.future is None)
            progress(state)
        stopped = False
    except KeyboardInterrupt:
        stopped = True
    store.end_list(done)
    return Counts(
        counts["ok"], counts["doubtful"], counts["needs-ocr"], counts["refused"], counts["failed"], reused, stopped
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file a candidate is, kept apart from the results of a blind scan, and what became of it."""

    place: int
    candidate: str
    source: str
    key: str
    state: str


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
            lacks_page = options.pages and known in READ_STATES and not store.has_page(key)
            if known is None or lacks_page or (settings.retry_failed and known not in READ_STATES):
                if pool is None:
                    pool = _pool(options, settings)
                    width = pool.width
                future = _schedule(pool, source, candidate)
            waiting.append(_Pending(place, source, candidate, digest, key, future, known))
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

    return LocalPool(options, jobs=settings.jobs, timeout_s=settings.timeout_s)


def _schedule(pool: LocalPool | ClusterPool, source: Source, candidate: str) -> LocalFuture | ClusterFuture:
    from resumefit.batch.worker import scan_one

    return pool.schedule(scan_one, args=(source, candidate))


def _finish(pending: _Pending, store: Store, settings: Settings) -> tuple[_Pending, str]:
    if pending.future is not None:
        return pending, store.put(pending.key, outcome_of(pending.future, settings))
    # Without a future its result was there already, or comes from an equal file before it.
    state = pending.known or store.state_of(pending.key)
    if state is None:
        raise RuntimeError(f"the result of {pending.source.shown} was not kept")
    return pending, state


def outcome_of(future: LocalFuture | ClusterFuture, settings: Settings) -> Scanned | Failed:
    """Wait for a file; what its process died of becomes its row."""
    from pebble import ProcessExpired

    from resumefit.batch.pool import TRIES

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
        return _crashed(f"reading it ended the process {TRIES} times (exit {error.exitcode})")
    except BrokenProcessPool:
        return _crashed(f"reading it ended the process {TRIES} times")
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


def _crashed(problem: str) -> Failed:
    return Failed(
        None, "crashed", problem, "Export the resume again, as PDF or DOCX; --retry-failed reads this file once more"
    )


def _digest(source: Source) -> str:
    """Hash the file's bytes; a file that cannot be had is told apart by where it should be."""
    try:
        return hashlib.sha256(read_source(source)).hexdigest()
    except FileError:
        return hashlib.sha256(f"unreadable {source.shown}".encode("utf-8", "surrogateescape")).hexdigest()


def pseudonym(sha256: str) -> str:
    """Return a stable name for a file's person: the same file is the same candidate in every scan.

    Of 60 bits: among a million files two are the same with a chance of one in two million.
    """
    number = int(sha256[:15], 16)
    digits = "".join(_PSEUDONYM_DIGITS[number >> shift & 31] for shift in range(55, -1, -5))
    return f"Candidate {digits[:4]}-{digits[4:8]}-{digits[8:]}"
