"""Reads files in processes of their own, and goes on when the machinery that runs them breaks.

pebble gives each file a time limit and a process to die in. A process may die of more than its file (the system takes memory
back, somebody kills it), so a file is given up when TRIES processes have died of it. Two of pebble's ways to end need care:
when a process dies before the message that it took a file has been read, pebble declares the whole pool broken, and drops what
was queued without an answer. Then the pool is made anew, and a file without an answer is read again when its turn comes, with
no other file beside it that could be to blame.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from resumefit.batch.options import Options
from resumefit.batch.sources import Source, portable
from resumefit.batch.worker import start_worker
from resumefit.core.scanned import Failed, Scanned
from resumefit.read.ocr import limit_threads

# Native libraries leak; a worker is replaced after this many files.
_FILES_PER_WORKER = 500
TRIES = 3
# How often to look whether the pool is still alive while a file is read.
_LOOK_S = 0.5
# How long a file at the head of the queue may wait for a free worker beyond one file's time limit: engines load in seconds.
_PICKED_UP_S = 120.0

ScanOne = Callable[[Source, str], Scanned | Failed]
Start = Callable[[Options], None]


@dataclass(frozen=True, slots=True)
class _File:
    function: ScanOne
    source: Source
    candidate: str


class LocalPool:
    """Processes of this machine that begin with `start`, and may take `timeout_s` for a file; a Dask worker has such a pool too."""

    def __init__(self, options: Options, *, jobs: int, timeout_s: float, start: Start = start_worker) -> None:
        self._options, self._jobs, self._start = options, jobs, start
        self.width, self.timeout_s = jobs, timeout_s
        self._lock = threading.RLock()
        self._stopped = False
        self._pebble = self._new()

    def schedule(self, function: ScanOne, *, args: tuple[Source, str]) -> LocalFuture:
        """Hand a file to the next free process."""
        source, candidate = args
        return LocalFuture(self, _File(function, portable(source), candidate))

    def submit(self, file: _File) -> tuple[ProcessPool, ProcessFuture[Scanned | Failed]]:
        """Queue a file; returns also the pool that has it, by which `lost` tells later whether it still can answer.

        CancelledError after `stop`: whoever still waits for a file then must not bring the processes back.
        """
        with self._lock:
            if self._stopped:
                raise CancelledError
            if not self._pebble.active:
                self._renew()
            future = self._pebble.schedule(file.function, args=[file.source, file.candidate], timeout=self.timeout_s)
            return self._pebble, future

    def lost(self, pool: ProcessPool) -> bool:
        """Tell whether the pool that took a file will not answer any more."""
        with self._lock:
            return pool is not self._pebble or not pool.active

    def give_up(self, pool: ProcessPool) -> None:
        """Make a new pool in place of one that does not pick up its files."""
        with self._lock:
            if pool is self._pebble:
                self._renew()

    def stop(self) -> None:
        """End the processes, and leave what is queued."""
        with self._lock:
            self._stopped = True
        self._pebble.stop()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Take no more files."""
        self._pebble.close()  # type: ignore[no-untyped-call]

    def join(self) -> None:
        """Wait until the processes have ended."""
        self._pebble.join()

    def _renew(self) -> None:
        self._pebble.stop()  # type: ignore[no-untyped-call]
        self._pebble.join()
        self._pebble = self._new()

    def _new(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._jobs, max_tasks=_FILES_PER_WORKER, initializer=_begin, initargs=[self._start, self._options, self._jobs],
            context=multiprocessing.get_context("spawn"),
        )


def _begin(start: Start, options: Options, jobs: int) -> None:
    """Prepare one of so many worker processes, which share the cores."""
    if jobs > 1:
        limit_threads(max(1, (os.cpu_count() or 1) // jobs))
    start(options)


class LocalFuture:
    """A file on its way; ask for results in the order of scheduling."""

    def __init__(self, pool: LocalPool, file: _File) -> None:
        self._pool, self._file = pool, file
        self._taken_by, self._future = pool.submit(file)

    def result(self) -> Scanned | Failed:
        """Wait for the result, or raise what its last process died of; BrokenProcessPool when the whole pool broke over it."""
        died: ProcessExpired | BrokenProcessPool = BrokenProcessPool()
        for attempt in range(TRIES):
            if attempt:
                self._taken_by, self._future = self._pool.submit(self._file)
            try:
                if self._answered():
                    return self._future.result()
            except ProcessExpired as error:
                died = error
        raise died

    def _answered(self) -> bool:
        deadline = time.monotonic() + self._pool.timeout_s + _PICKED_UP_S
        while not wait([self._future], timeout=_LOOK_S).done:
            if self._pool.lost(self._taken_by):
                # It may have been answered on the way out.
                return bool(wait([self._future], timeout=0).done) and not self._broken()
            if not self._future.running() and time.monotonic() > deadline:
                self._pool.give_up(self._taken_by)
                return False
        return not self._broken()

    def _broken(self) -> bool:
        return not self._future.cancelled() and isinstance(self._future.exception(), BrokenProcessPool)
