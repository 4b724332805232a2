"""Runs a batch on many machines: a Dask scheduler hands out files, and each Dask worker reads them in child processes of its own.

The children are the same pebble workers as in a local scan, so time and memory limits, and what a crash is called, are the same
and so are the results. When a whole worker is lost, Dask gives its files
to others; a file under suspicion of taking workers down is read once more with nothing beside it, because Dask blames every file
that the lost worker held, and is then given up as a `Failed` row.
"""

from __future__ import annotations

import multiprocessing
import socket
import threading
import time
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from resumefit.batch.options import Options
from resumefit.batch.pool import LocalPool, ScanOne, Start
from resumefit.batch.sources import Source, portable
from resumefit.batch.worker import start_worker
from resumefit.core.assessment import Provenance
from resumefit.core.scanned import Failed, Scanned
from resumefit.errors import MissingExtra, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future, Scheduler

    from resumefit.batch.scan import Settings

_CONNECT_S = 30
_ANSWER_S = 5
_FORGET_S = 10
_LOOK_S = 2.0  # between two looks whether the cluster has any workers left
_WITHOUT_WORKERS_S = 120.0  # lost workers come back in seconds where somebody restarts them
_GIVEN_UP = Failed(
    None,
    "crashed",
    "its worker was lost every time it was read",
    "Look at this file by itself; --retry-failed tries it again",
)


@dataclass(frozen=True, slots=True)
class Job:
    """What every file of one scan has in common; `scan_id` tells the scans apart that share a cluster."""

    scan_id: str
    options: Options
    settings: Settings
    made_by: Provenance
    start: Start = start_worker


class ClusterPool:
    """Stands in for pebble's ProcessPool: `schedule` a file, ask its future for the result, `close` at the end."""

    def __init__(self, client: Client, job: Job) -> None:
        self._client, self._job = client, job
        self._scheduled = 0
        self._in_flight: dict[object, Future[Scanned | Failed]] = {}

    @property
    def width(self) -> int:
        """How many files the cluster reads at once, by now."""
        return max(1, sum(self._client.nthreads().values()))  # type: ignore[no-untyped-call]

    def schedule(self, function: ScanOne, *, args: tuple[Source, str]) -> ClusterFuture:
        """Hand a file to the cluster."""
        source, candidate = args
        return ClusterFuture(self, function, portable(source), candidate)

    def submit(self, function: ScanOne, source: Source, candidate: str) -> Future[Scanned | Failed]:
        """Send one file off under a key of its own; Dask must not take two candidates for one task."""
        self._scheduled += 1
        key = f"{_key_start(self._job.scan_id)}{self._scheduled}"
        future = self._client.submit(run_file, function, source, candidate, self._job, key=key, pure=False)
        self._in_flight[key] = future
        return future

    def finished(self, future: Future[Scanned | Failed]) -> None:
        """Forget a file, so that the scheduler forgets its result too."""
        self._in_flight.pop(future.key, None)
        future.release()  # type: ignore[no-untyped-call]

    def wait_for_all(self) -> None:
        """Wait until nothing is in flight."""
        for future in list(self._in_flight.values()):
            self.wait_for(future)

    def wait_for(self, future: Future[Scanned | Failed]) -> None:
        """Wait until a file is done, whatever came of it; UsageError when the cluster is without workers for long."""
        alone_since: float | None = None
        while not future.done():  # type: ignore[no-untyped-call]
            try:
                future.exception(timeout=_LOOK_S)  # type: ignore[no-untyped-call]  # whose it is, is asked for later
            except TimeoutError:
                alone_since = None if self._client.nthreads() else alone_since or time.monotonic()  # type: ignore[no-untyped-call]
                if alone_since is not None and time.monotonic() - alone_since > _WITHOUT_WORKERS_S:
                    raise UsageError(
                        "the cluster has lost all of its workers",
                        "Start some with: dask worker ADDRESS, and repeat the command; nothing is done twice",
                    ) from None

    def stop(self) -> None:
        """Give up what is in flight."""
        self._client.cancel(list(self._in_flight.values()), force=True)  # type: ignore[no-untyped-call]
        self._in_flight.clear()

    def close(self) -> None:
        """End the children on all workers, and leave the cluster to others with nothing of this scan in it."""
        try:
            self._client.run(end_children, self._job.scan_id, on_error="ignore")
            self._wait_until_forgotten()
        finally:
            self._client.close()  # type: ignore[no-untyped-call]

    def _wait_until_forgotten(self) -> None:
        # The scheduler hears of released files by another way than it is asked on, so at first it may still know them.
        deadline = time.monotonic() + _FORGET_S
        while self._client.run_on_scheduler(files_known, self._job.scan_id) and time.monotonic() < deadline:  # type: ignore[no-untyped-call]
            time.sleep(0.02)

    def join(self) -> None:
        """Nothing is left to wait for after `close`."""


class ClusterFuture:
    """A file on its way through the cluster."""

    def __init__(self, pool: ClusterPool, function: ScanOne, source: Source, candidate: str) -> None:
        self._pool, self._file = pool, (function, source, candidate)
        self._future = pool.submit(*self._file)

    def result(self) -> Scanned | Failed:
        """Wait for the result; what took its workers down becomes a Failed row."""
        outcome = self._take()
        if outcome is None:
            self._pool.wait_for_all()
            self._future = self._pool.submit(*self._file)
            outcome = self._take()
        return outcome or _GIVEN_UP

    def _take(self) -> Scanned | Failed | None:
        from distributed import KilledWorker

        try:
            self._pool.wait_for(self._future)
            outcome: Scanned | Failed = self._future.result()
            return outcome
        except KilledWorker:
            return None
        except (CancelledError, OSError) as error:
            raise UsageError(
                f"the cluster was lost ({type(error).__name__})",
                "Start it again and repeat the command; nothing is done twice",
            ) from error
        finally:
            self._pool.finished(self._future)


def connect(address: str, *, options: Options, settings: Settings, start: Start = start_worker) -> ClusterPool:
    """Join the cluster whose Dask scheduler is at `address`; UsageError when it does not answer or has no worker."""
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtra("cluster", "Scanning on a cluster") from error
    from resumefit.provenance import provenance

    _knock(address)
    try:
        client = Client(address, timeout=_CONNECT_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address}", "Start one with: dask scheduler") from error
    try:
        client.wait_for_workers(1, timeout=_CONNECT_S)
    except TimeoutError as error:
        client.close()  # type: ignore[no-untyped-call]
        raise UsageError(f"the scheduler at {address} has no workers", f"Start some: dask worker {address}") from error
    job = Job(client.id, options, settings, provenance(overlay=options.overlay, semantic=options.semantic), start)
    return ClusterPool(client, job)


def _knock(address: str) -> None:
    """Make sure that something answers before Dask tries, which takes half a minute and prints tracebacks to say that nothing does."""
    try:
        parts = urlsplit(address if "://" in address else f"tcp://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port:
        raise UsageError(f"--cluster cannot be '{address}'", "Write the scheduler's address: tcp://host:8786")
    try:
        socket.create_connection((host, port), timeout=_ANSWER_S).close()
    except OSError as error:
        raise UsageError(f"no Dask scheduler answers at {address}", "Start one with: dask scheduler") from error


def _key_start(scan_id: str) -> str:
    return f"resumefit-{scan_id}-"


def files_known(scan_id: str, dask_scheduler: Scheduler) -> int:
    """Count the files of a scan that the scheduler knows; runs there."""
    return sum(str(key).startswith(_key_start(scan_id)) for key in dask_scheduler.tasks)


_children: dict[str, LocalPool] = {}
# Scans whose children have ended: a file that is still being read then must not start new ones.
_ended: set[str] = set()
_making = threading.Lock()


def run_file(function: ScanOne, source: Source, candidate: str, job: Job) -> Scanned | Failed:
    """Read one file on a worker, in a child of it."""
    from resumefit.batch.scan import outcome_of

    return outcome_of(_child_pool(job).schedule(function, args=(source, candidate)), job.settings)


def end_children(scan_id: str) -> None:
    """End this worker's children of one scan."""
    with _making:
        _ended.add(scan_id)
        pool = _children.pop(scan_id, None)
    if pool is not None:
        pool.stop()
        pool.join()


def _child_pool(job: Job) -> LocalPool:
    """Return this worker's children, started when the first file of a scan comes in."""
    from distributed import get_worker

    from resumefit.provenance import provenance

    with _making:
        if job.scan_id in _ended:
            raise CancelledError
        if job.scan_id not in _children:
            if provenance(overlay=job.options.overlay, semantic=job.options.semantic) != job.made_by:
                raise UsageError(
                    f"the worker {get_worker().address} has another version, lexicon or models than this machine",
                    "Install the same resumefit on all machines",
                )
            # Dask marks its workers as daemons, which may have no children; pebble's end with their parent all the same.
            multiprocessing.current_process().daemon = False
            _children[job.scan_id] = LocalPool(
                job.options, jobs=get_worker().state.nthreads, timeout_s=job.settings.timeout_s, start=job.start
            )
        return _children[job.scan_id]
