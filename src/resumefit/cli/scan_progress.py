"""Shows on stderr how far a scan is: a live line on a terminal, a plain line now and then elsewhere, nothing when quiet."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from resumefit.batch.options import READ_STATES
from resumefit.cli.streams import warn

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PLAIN_EVERY_S = 10.0
_LATELY = 200  # files


class ScanProgress:
    """Counts files of a known total; used as a context manager that gives the function to call with each file's state."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total, self._quiet = total, quiet
        self._done = self._failed = 0
        self._lately = deque([time.monotonic()], maxlen=_LATELY + 1)  # the start, then when each file was done
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._said = time.monotonic()

    def __enter__(self) -> Callable[[str], None]:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            words = "{task.completed} of {task.total} done, {task.fields[failed]} without a result, {task.fields[rate]:.1f} a second"
            self._bar = Progress(TextColumn(words), BarColumn(), TimeRemainingColumn(), console=Console(stderr=True))
            self._bar.start()
            self._task = self._bar.add_task("scan", total=self._total, failed=0, rate=0.0)
        return self.advance

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
        elif not self._quiet:
            warn(self.words())

    def advance(self, state: str) -> None:
        """Count one file more."""
        self._done += 1
        self._failed += state not in READ_STATES
        self._lately.append(time.monotonic())
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done, failed=self._failed, rate=self._rate())
        elif not self._quiet and time.monotonic() - self._said >= _PLAIN_EVERY_S:
            self._said = time.monotonic()
            warn(self.words())

    def words(self) -> str:
        """Say how far the scan is, and how long the rest will take."""
        said = f"{self._done} of {self._total} done, {self._failed} without a result, {self._rate():.1f} a second"
        left = self._total - self._done
        return f"{said}, {left / self._rate():.0f} s left" if left > 0 and self._rate() else said

    def _rate(self) -> float:
        """Return how many files a second were done lately: those of an earlier scan, which cost nothing, are soon forgotten."""
        passed = time.monotonic() - self._lately[0]
        return (len(self._lately) - 1) / passed if passed else 0.0
