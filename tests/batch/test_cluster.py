"""A cluster gives what one machine gives, also when it loses workers, and a file that takes workers down costs only itself."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resumefit.batch.cluster import connect
from resumefit.batch.options import Options
from resumefit.batch.scan import Counts, Settings, scan
from resumefit.batch.sources import Source, find_sources
from resumefit.batch.store import FILE_NAME, Store
from resumefit.core.resume import YearMonth
from resumefit.core.scanned import Failed, Scanned
from resumefit.errors import UsageError
from resumefit.provenance import provenance

distributed = pytest.importorskip("distributed")
# Dask leaves sockets of the workers that the tests kill to the garbage collector.
pytestmark = pytest.mark.filterwarnings("default")

OPTIONS = Options(as_of=YearMonth(2026, 6), blind=True, overlay=None, memory_mb=4096)
TEXT = """Dana Fictional
dana{n}@example.com

Experience
Technical Product Manager, Example Works, Jan 2019 - Mar 2024
- Wrote the roadmap for {n} teams and shipped the public API with engineers.
- Ran {n} experiments and cut the time to first result by {n} %.

Skills
SQL, roadmaps, API design
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    import dask

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as running,
    ):
        yield running


def _rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(folder / FILE_NAME) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}  # noqa: S608


def _scan(folder: Path, output: Path, settings: Settings, progress: Callable[[str], None] = lambda _: None) -> Counts:
    output.mkdir()
    (output / "resumefit.key").write_text("07" * 32)  # of one secret, or contacts would be hashed otherwise in each folder
    with Store(output) as store:
        return scan(
            find_sources([str(folder)]), store, provenance=provenance(), options=OPTIONS, settings=settings,
            progress=progress,
        )  # fmt: skip


def test_with_a_worker_killed_on_the_way_a_cluster_gives_what_one_machine_gives(tmp_path: Path, cluster) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(2, 26):
        (folder / f"{n:02}.txt").write_text(TEXT.format(n=n))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "empty.txt").write_bytes(b"")
    local = _scan(folder, tmp_path / "local", Settings(jobs=1, timeout_s=60))
    killed: list[int] = []

    def kill_one(_state: str) -> None:
        if not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    settings = Settings(jobs=1, timeout_s=60, cluster=cluster.scheduler_address)
    remote = _scan(folder, tmp_path / "remote", settings, kill_one)
    assert killed
    assert not Path(f"/proc/{killed[0]}").exists()
    assert remote == local
    assert local.ok + local.doubtful == 24
    assert local.total == 26
    assert _rows(tmp_path / "remote") == _rows(tmp_path / "local")


def _prepare_nothing(_options: Options) -> None:
    """Stands where the engine is loaded."""


def _perhaps_kill_the_worker(source: Source, candidate: str) -> Failed:
    """Give back the candidate; on a poison file, kill the Dask worker whose child this is."""
    if "poison" in source.path:
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(5)
    return Failed(None, "fine", candidate, "")


def _perhaps_die(source: Source, candidate: str) -> Scanned | Failed:
    if "poison" in source.path:
        with Path(source.path).open("a") as tries:
            tries.write("x")
        os._exit(9)
    return Failed(None, "fine", candidate, "")


def test_a_file_that_kills_its_worker_is_given_up_and_its_neighbours_are_not(cluster) -> None:
    settings = Settings(jobs=1, timeout_s=60, cluster=cluster.scheduler_address)
    pool = connect(cluster.scheduler_address, options=OPTIONS, settings=settings, start=_prepare_nothing)
    names = ["a", "b", "poison", "c", "d", "e", "f"]
    try:
        futures = [pool.schedule(_perhaps_kill_the_worker, args=(Source(name), name)) for name in names]
        outcomes = [future.result() for future in futures]
    finally:
        pool.close()
    assert [outcome.code for outcome in outcomes] == ["fine", "fine", "crashed", *["fine"] * 4]
    assert [outcome.message for outcome in outcomes if outcome.code == "fine"] == ["a", "b", "c", "d", "e", "f"]
    assert "--retry-failed" in outcomes[2].remedy


def test_a_cluster_without_workers_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resumefit.batch.cluster._LOOK_S", 0.1)
    monkeypatch.setattr("resumefit.batch.cluster._WITHOUT_WORKERS_S", 0.3)
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=":0", host="127.0.0.1") as small:
        pool = connect(small.scheduler_address, options=OPTIONS, settings=Settings(jobs=1, timeout_s=60), start=_prepare_nothing)
        try:
            small.scale(0)
            deadline = time.monotonic() + 30
            while pool._client.nthreads() and time.monotonic() < deadline:
                time.sleep(0.05)
            future = pool.schedule(_perhaps_kill_the_worker, args=(Source("good"), "good"))
            with pytest.raises(UsageError, match="lost all of its workers") as problem:
                future.result()
        finally:
            pool.close()
    assert "nothing is done twice" in problem.value.remedy


def test_a_file_that_kills_its_own_process_is_tried_three_times(tmp_path: Path, cluster) -> None:
    poison = tmp_path / "poison"
    settings = Settings(jobs=1, timeout_s=60, cluster=cluster.scheduler_address)
    pool = connect(cluster.scheduler_address, options=OPTIONS, settings=settings, start=_prepare_nothing)
    try:
        futures = [pool.schedule(_perhaps_die, args=(Source(str(path)), "n")) for path in (poison, tmp_path / "good")]
        bad, good = [future.result() for future in futures]
    finally:
        pool.close()
    assert (bad.code, good.code) == ("crashed", "fine")
    assert bad.message == "reading it ended the process 3 times (exit 9)"
    assert poison.read_text() == "xxx"


def test_nothing_is_left_in_flight_or_running_after_a_scan(cluster) -> None:
    settings = Settings(jobs=1, timeout_s=60, cluster=cluster.scheduler_address)
    pool = connect(cluster.scheduler_address, options=OPTIONS, settings=settings, start=_prepare_nothing)
    future = pool.schedule(_perhaps_die, args=(Source("good"), "n"))
    assert future.result().code == "fine"
    pool.close()
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        assert client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)) == 0
        left = client.run(_children_of_this_worker)
    assert set(left.values()) == {0}


def _linger(source: Source, _candidate: str) -> Failed:
    Path(source.path).write_text("begun")
    time.sleep(3)
    return Failed(None, "fine", "", "")


def test_a_scan_that_is_stopped_leaves_no_processes_on_the_workers(tmp_path: Path, cluster) -> None:
    """The task that reads a file cannot be stopped; when its child is ended under it, it must not start another."""
    settings = Settings(jobs=1, timeout_s=60, cluster=cluster.scheduler_address)
    pool = connect(cluster.scheduler_address, options=OPTIONS, settings=settings, start=_prepare_nothing)
    begun = tmp_path / "begun"
    pool.schedule(_linger, args=(Source(str(begun)), "n"))
    while not begun.exists():
        time.sleep(0.01)
    pool.stop()
    pool.close()
    time.sleep(2)
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        assert set(client.run(_children_of_this_worker).values()) == {0}
        assert set(client.run(_processes_of_this_worker).values()) == {0}


def _processes_of_this_worker() -> int:
    import psutil

    return sum("spawn_main" in " ".join(child.cmdline()) for child in psutil.Process().children() if child.status() != "zombie")


def _children_of_this_worker() -> int:
    from resumefit.batch import cluster

    return len(cluster._children)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("tcp://127.0.0.1:9", "no Dask scheduler answers", id="nothing answers"),
        pytest.param("foo", "--cluster cannot be 'foo'", id="no address"),
        pytest.param("tcp://host:port", "--cluster cannot be", id="no port"),
    ],
)
def test_a_scheduler_that_does_not_answer_is_an_error_of_use_at_once(address: str, words: str) -> None:
    began = time.monotonic()
    with pytest.raises(UsageError, match=words):
        connect(address, options=OPTIONS, settings=Settings(jobs=1, timeout_s=60))
    assert time.monotonic() - began < 10


def test_the_time_limit_holds_on_a_cluster(cluster) -> None:
    settings = Settings(jobs=1, timeout_s=1, cluster=cluster.scheduler_address)
    pool = connect(cluster.scheduler_address, options=OPTIONS, settings=settings, start=_prepare_nothing)
    try:
        outcome = pool.schedule(_hang, args=(Source("slow"), "n")).result()
    finally:
        pool.close()
    assert (outcome.code, outcome.message) == ("over-limit", "it took longer than 1 seconds")


def _hang(_source: Source, _candidate: str) -> Failed:
    threading.Event().wait()
    raise AssertionError
