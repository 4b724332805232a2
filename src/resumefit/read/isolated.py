"""Works on a file in a process of its own, so that nothing a file does to a native library can take the caller along.

`read_isolated` is for the command line: one child, ended after the time limit or when it asks for too much memory. The
child answers with a pickled Document or error. `run_isolated` does the same for any work on one file, so that what comes after
reading has the limits too. `draw_isolated` draws a page.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkProcess, SpawnContext, SpawnProcess
from typing import TypeVar

from resumefit.core.document import Document
from resumefit.errors import OverLimit, ReaderCrashed, ResumefitError
from resumefit.read.limits import DEFAULT_LIMITS, Limits
from resumefit.read.memory import limit_memory

_REMEDY = "Print or export the resume to a new PDF and try that"
_GRACE_S = 2.0

Answer = TypeVar("Answer")
Progress = Callable[[str], None]


def read_isolated(
    data: bytes,
    *,
    name: str,
    limits: Limits = DEFAULT_LIMITS,
    password: str | None = None,
    progress: Progress | None = None,
) -> Document:
    """Read a file as `read_document` does, in a child process with a time and memory limit.

    Raises what `read_document` raises, ReaderCrashed when the child dies, OverLimit when it takes too long.
    """
    work = partial(_read, data, name=name, limits=limits, password=password)
    return run_isolated(work, name=name, limits=limits, progress=progress)


def draw_isolated(document: Document, data: bytes | None, *, page: int, password: str | None = None) -> str:
    """Draw a page as `overlay.page_svg` does, in a child process: the page itself is rendered underneath."""
    work = partial(_draw, document, data, page=page, password=password)
    return run_isolated(work, name=document.name)


def run_isolated(
    work: Callable[[Progress], Answer],
    *,
    name: str,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
) -> Answer:
    """Run `work` on the file called `name` in a child process, and return its answer, which must pickle.

    `work` is given a function to say what takes long; each time it says something, it gets more time. Raises what `work` raises
    of `resumefit.errors`, ReaderCrashed when the child dies, OverLimit when it takes too long.
    """
    # Forking is quick and safe on Linux alone.
    context: ForkContext | SpawnContext
    context = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(sender, work, name, limits), daemon=True)
    child.start()
    sender.close()
    deadline = limits.seconds + _GRACE_S
    try:
        while True:
            if not receiver.poll(deadline):
                raise OverLimit(name, f"reading took more than {limits.seconds:.0f} seconds", _REMEDY)
            try:
                kind, value = receiver.recv()
            except EOFError:
                child.join(_GRACE_S)
                raise ReaderCrashed(
                    name, f"the reading library crashed on it (exit {child.exitcode})", _REMEDY
                ) from None
            if kind == "progress":
                deadline = limits.ocr_seconds_a_page + limits.seconds
                if progress is not None:
                    progress(value)
            elif kind == "error":
                raise value
            else:
                answer: Answer = value
                return answer
    finally:
        receiver.close()
        _end(child)


def _end(child: ForkProcess | SpawnProcess) -> None:
    """Ask a child to end, which lets it end LibreOffice and clear up, then make it, with all that is left of its process group."""
    if child.is_alive():
        child.terminate()
        child.join(_GRACE_S)
    if child.pid is not None and hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    if child.is_alive():
        child.kill()
    child.join(_GRACE_S)


def _read(data: bytes, progress: Progress, *, name: str, limits: Limits, password: str | None) -> Document:
    from resumefit.read import read_document

    return read_document(data, name=name, limits=limits, password=password, progress=progress)


def _draw(document: Document, data: bytes | None, _: Progress, *, page: int, password: str | None) -> str:
    from resumefit.read.overlay import page_svg

    return page_svg(document, data, page=page, password=password)


def _child(sender: Connection, work: Callable[[Progress], object], name: str, limits: Limits) -> None:
    signal.signal(signal.SIGTERM, _leave)
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    limit_memory(limits)
    _silence_native_output()
    answer: tuple[str, object]
    try:
        answer = ("answer", work(lambda message: sender.send(("progress", message))))
    except ResumefitError as error:
        answer = ("error", error)
    except MemoryError:
        problem = f"reading it takes more than {limits.memory_bytes // 1_000_000} MB of memory"
        answer = ("error", OverLimit(name, problem, _REMEDY))
    sender.send(answer)
    sender.close()


def _leave(number: int, _frame: object) -> None:
    sys.exit(128 + number)  # runs what is to be done at the end, as the default does not


def _silence_native_output() -> None:
    """Send what native libraries print to nowhere: the child's streams are the caller's."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
