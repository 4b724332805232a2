"""Keeps stdout for the result alone.

Libraries, and native code inside them, print when they please. While a command works, file descriptor 1 is therefore
pointed at stderr; what a command has to say goes through `ResultStream.write` to the stdout that the user gave us. Where it goes
into a file or a folder instead, `check_target` and `check_folder` tell before the work what would fail after it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from resumefit.errors import MissingFile, UsageError

_STDOUT_FD = 1
_STDERR_FD = 2


class ResultStream:
    """The user's stdout, set aside. Bytes are UTF-8 whatever the locale, so that the same input gives the same output."""

    def __init__(self, fd: int, *, is_terminal: bool) -> None:
        self._fd = fd
        self.is_terminal = is_terminal

    def write(self, text: str) -> None:
        """Write all of `text`."""
        data = text.encode("utf-8", "replace")
        while data:
            data = data[os.write(self._fd, data) :]


@contextlib.contextmanager
def result_stream() -> Iterator[ResultStream]:
    """Point file descriptor 1 at stderr for the duration, and give the stream that reaches the user's stdout."""
    sys.stdout.flush()
    saved = os.dup(_STDOUT_FD)
    os.dup2(_STDERR_FD, _STDOUT_FD)
    try:
        yield ResultStream(saved, is_terminal=os.isatty(saved))
    finally:
        sys.stdout.flush()
        os.dup2(saved, _STDOUT_FD)
        os.close(saved)


def read_input(source: Path) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input for `-`, and the name to show for them."""
    from resumefit.pipeline import read_bounded, read_file

    if str(source) == "-":
        data = read_bounded(sys.stdin.buffer, name="-")
        if not data:
            raise MissingFile("-", "standard input is empty", "Pipe a resume into the command, or name a file")
        return data, "stdin"
    return read_file(source), source.name


def check_target(target: Path | None) -> None:
    """Raise UsageError for a file that `write_file` could not write, without touching it; None, for stdout, is well."""
    if target is not None:
        _refuse(target, _fault_of_target, remedy="Choose another file")


def check_folder(folder: Path) -> None:
    """Raise UsageError for a folder that could neither be made nor be written to, without making it."""
    _refuse(folder, _fault_of_folder, remedy="Choose another folder")


def _refuse(place: Path, fault_of: Callable[[Path], str | None], *, remedy: str) -> None:
    try:
        fault = fault_of(place)
    except OSError as error:  # a name that is too long, a folder that may not be looked into
        fault = error.strerror
    if fault:
        raise UsageError(f"{place} cannot be written ({fault})", remedy)


def _fault_of_target(target: Path) -> str | None:
    if target.is_dir():
        return "it is a folder"
    if target.exists():
        return None if os.access(target, os.W_OK) else "it may not be changed"
    if not target.parent.is_dir():
        return f"there is no folder {target.parent}"
    return None if os.access(target.parent, os.W_OK | os.X_OK) else f"the folder {target.parent} may not be changed"


def _fault_of_folder(folder: Path) -> str | None:
    there = next(place for place in (folder, *folder.parents) if place.exists() or place == place.parent)
    if not there.is_dir():
        return "it is a file" if there == folder else f"{there} is a file"
    return None if os.access(there, os.W_OK | os.X_OK) else f"the folder {there} may not be changed"


def make_folder(folder: Path) -> None:
    """Make a folder of the user's choice where there is none; UsageError instead of an OSError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made ({error.strerror})", "Choose another folder") from error


def write_file(target: Path, text: str) -> None:
    """Write a result to a file of the user's choice; UsageError instead of an OSError."""
    try:
        target.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"{target} cannot be written ({error.strerror})", "Choose another file") from error


def warn(text: str) -> None:
    """Say something to the person at the terminal, on stderr."""
    sys.stderr.write(text + "\n")
