"""A pool of processes answers for every file, also when the machinery under it breaks."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from pebble import ProcessExpired

from resumefit.batch.options import Options
from resumefit.batch.pool import LocalPool
from resumefit.batch.sources import Source
from resumefit.core.resume import YearMonth
from resumefit.core.scanned import Failed

OPTIONS = Options(as_of=YearMonth(2026, 6), blind=True, overlay=None, memory_mb=4096)


def _start(_options: Options) -> None:
    """Stands where the engine is loaded."""


def _die_at_start(_options: Options) -> None:
    os._exit(7)


def _read(source: Source, candidate: str) -> Failed:
    """Give the candidate back; a file named slow takes its time, one named poison ends its process."""
    if "poison" in source.path:
        os._exit(9)
    if "slow" in source.path:
        Path(source.path).write_text("begun")
        time.sleep(1)
    return Failed(None, "fine", candidate, "")


@pytest.fixture
def pool() -> Iterator[LocalPool]:
    made = LocalPool(OPTIONS, jobs=1, timeout_s=60, start=_start)
    yield made
    made.stop()
    made.join()


def test_files_in_flight_and_queued_are_read_again_when_the_pool_breaks(pool: LocalPool, tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    names = [str(slow), "a", "b"]
    futures = [pool.schedule(_read, args=(Source(name), name)) for name in names]
    while not slow.exists():
        time.sleep(0.01)
    pool._pebble._pool_manager.handle_broken_pool(BrokenProcessPool("All workers expired"))
    assert [future.result().message for future in futures] == names
    after = pool.schedule(_read, args=(Source("c"), "c"))
    assert after.result().message == "c"


def test_a_file_that_ends_its_process_costs_only_itself(pool: LocalPool) -> None:
    names = ["a", "poison", "b", "c"]
    futures = [pool.schedule(_read, args=(Source(name), name)) for name in names]
    assert futures[0].result().message == "a"
    with pytest.raises((ProcessExpired, BrokenProcessPool)):
        futures[1].result()
    assert [future.result().message for future in futures[2:]] == ["b", "c"]


def _die_twice(source: Source, candidate: str) -> Failed:
    """End the process for the first two tries, as when somebody kills it; every try leaves a mark."""
    with Path(source.path).open("a") as tries:
        tries.write("x")
    if len(Path(source.path).read_text()) < 3 or "poison" in source.path:
        os._exit(9)
    return Failed(None, "fine", candidate, "")


def test_a_file_whose_process_was_killed_is_read_again_and_one_that_kills_is_given_up(pool: LocalPool, tmp_path: Path) -> None:
    unlucky, poison = tmp_path / "unlucky", tmp_path / "poison"
    assert pool.schedule(_die_twice, args=(Source(str(unlucky)), "n")).result().code == "fine"
    with pytest.raises((ProcessExpired, BrokenProcessPool)):
        pool.schedule(_die_twice, args=(Source(str(poison)), "n")).result()
    assert (unlucky.read_text(), poison.read_text()) == ("xxx", "xxx")


def test_a_pool_that_was_stopped_starts_no_process_for_a_file_still_waited_for(pool: LocalPool, tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    future = pool.schedule(_read, args=(Source(str(slow)), "n"))
    while not slow.exists():
        time.sleep(0.01)
    pool.stop()
    with pytest.raises((CancelledError, ProcessExpired)):
        future.result()
    assert not pool._pebble.active


def test_processes_that_cannot_start_are_an_answer_too() -> None:
    pool = LocalPool(OPTIONS, jobs=1, timeout_s=60, start=_die_at_start)
    try:
        with pytest.raises(BrokenProcessPool):
            pool.schedule(_read, args=(Source("a"), "a")).result()
    finally:
        pool.stop()
        pool.join()
