"""Keeps stdout for the result alone.

Libraries, and native code inside them, print when they please. While a command works, file descriptor 1 is therefore
pointed at stderr; what a command has to say goes through `ResultStream.write` to the stdout that the user gave us.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
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


def write_file(target: Path, text: str) -> None:
    """Write a result to a file of the user's choice; UsageError instead of an OSError."""
    try:
        target.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"{target} cannot be written ({error.strerror})", "Choose another file") from error


def warn(text: str) -> None:
    """Say something to the person at the terminal, on stderr."""
    sys.stderr.write(text + "\n")
