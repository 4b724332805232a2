"""Asks the person at the terminal for the password of a locked PDF, where none was given.

Every command that reads a resume reads it through here, so that all of them ask, and all say what takes long.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from resumefit.cli.streams import warn
from resumefit.errors import EncryptedFile

if TYPE_CHECKING:
    from resumefit.core.assessment import Assessment

_ATTEMPTS = 3
_HEAD_BYTES = 1024  # within which a PDF begins
Result = TypeVar("Result")


def assess_unlocked(data: bytes, analyze: Callable[..., Assessment], *, password: str | None) -> Assessment:
    """Assess one resume in a child process, as `unlocked` does. `analyze` is `pipeline.analyze` with all but how to read."""

    def work(password: str | None) -> Assessment:
        return analyze(data, password=password, isolated=True, progress=warn)

    return unlocked(work, data, password=password)[0]


def unlocked(work: Callable[[str | None], Result], data: bytes, *, password: str | None) -> tuple[Result, str | None]:
    """Do `work` with the password, asking for one when a PDF needs it and none was given. Returns the password that opened it.

    Asks on a terminal alone, up to three times, without showing what is typed. EncryptedFile otherwise.
    """
    for attempt in range(_ATTEMPTS + 1):
        try:
            return work(password), password
        except EncryptedFile as error:
            given_by_option = attempt == 0 and password is not None
            if given_by_option or attempt == _ATTEMPTS or not _can_ask(data):
                raise
            password = _ask(error, again=attempt > 0)
            if not password:
                raise
    raise AssertionError("the last attempt returns or raises")


def _can_ask(data: bytes) -> bool:
    """Tell whether someone is there to answer, and the answer could help: only PDFs are opened with a password."""
    return b"%PDF-" in data[:_HEAD_BYTES] and sys.stdin.isatty() and sys.stderr.isatty()


def _ask(error: EncryptedFile, *, again: bool) -> str:
    from getpass import getpass

    if again:
        warn("That password does not open it.")
    try:
        return getpass(f"Password of {error.name}: ", stream=sys.stderr)
    except EOFError:
        return ""
