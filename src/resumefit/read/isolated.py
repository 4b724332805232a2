"""Reads a file in a process of its own, so that nothing a file does to a native library can take the caller along.

`read_isolated` is for the command line: one child, ended after the time limit or when it asks for too much memory. The
child answers with a pickled Document or error. `limit_memory` gives any worker the same memory limit.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path

from resumefit.core.document import Document
from resumefit.errors import OverLimit, ReaderCrashed, ResumefitError
from resumefit.read.limits import DEFAULT_LIMITS, Limits

_REMEDY = "Print or export the resume to a new PDF and try that"
_GRACE_S = 2.0


def read_isolated(
    data: bytes,
    *,
    name: str,
    limits: Limits = DEFAULT_LIMITS,
    password: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Document:
    """Read a file as `read_document` does, in a child process with a time and memory limit.

    Raises what `read_document` raises, ReaderCrashed when the child dies, OverLimit when it takes too long.
    """
    # Forking is quick and safe on Linux alone.
    context: ForkContext | SpawnContext
    context = multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(sender, data, name, limits, password), daemon=True)
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
            elif isinstance(value, Document):
                return value
            elif isinstance(value, ResumefitError):
                raise value
    finally:
        receiver.close()
        if child.is_alive():
            child.kill()
        child.join(_GRACE_S)


def limit_memory(limits: Limits) -> None:
    """Bound the address space of this process to what it has now and the limit; nothing where the system cannot."""
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return
    most = pages * os.sysconf("SC_PAGE_SIZE") + limits.memory_bytes
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _child(sender: Connection, data: bytes, name: str, limits: Limits, password: str | None) -> None:
    from resumefit.read import read_document

    limit_memory(limits)
    _silence_native_output()

    def progress(message: str) -> None:
        sender.send(("progress", message))

    try:
        answer: Document | ResumefitError = read_document(
            data, name=name, limits=limits, password=password, progress=progress
        )
    except ResumefitError as error:
        answer = error
    except MemoryError:
        answer = OverLimit(name, f"reading it takes more than {limits.memory_bytes // 1_000_000} MB of memory", _REMEDY)
    sender.send(("answer", answer))
    sender.close()


def _silence_native_output() -> None:
    """Send what native libraries print to nowhere: the child's streams are the caller's."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
