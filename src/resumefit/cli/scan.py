"""`resumefit scan`: a recruiter's batch."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream, warn
from resumefit.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from resumefit.batch.ranking import Row
    from resumefit.batch.scan import Counts

FORMATS = ("csv", "jsonl", "xlsx")
SHOWN_ROWS = 20


def scan(
    sources: Annotated[list[str], typer.Argument(metavar="FOLDER|FILE|PATTERN|ZIP...", help="What to scan.")],
    output: Annotated[Path, typer.Option(help="Folder for the results; a second scan into it does only what is new.")],
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = os.cpu_count() or 1,
    role: Annotated[str, typer.Option(help="Rank by this role; all: by the better of all roles.")] = "all",
    top: Annotated[int | None, typer.Option(min=1, help="List only the first N ranks.")] = None,
    min_score: Annotated[float | None, typer.Option(help="List only scores from X on.")] = None,
    formats: Annotated[str, typer.Option("--format", help="Tables to write: csv,jsonl,xlsx.")] = "csv",
    blind: Annotated[bool, typer.Option(help="Show pseudonyms, and keep who is who in a file of its own.")] = True,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds a file may take.")] = 60.0,
    memory: Annotated[int, typer.Option(min=512, help="Megabytes a worker may use.")] = 4096,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Run on the Dask cluster with this scheduler, tcp://host:8786.")
    ] = None,
    retry_failed: Annotated[bool, typer.Option(help="Try files again that failed before.")] = False,
    as_of: Annotated[
        str | None, typer.Option(help="Month in which 'present' ends, YYYY-MM. Default: this month.")
    ] = None,
    lexicon: Annotated[Path | None, typer.Option(help="A folder of lexicon files laid over the built-in ones.")] = None,
    quiet: Annotated[bool, typer.Option(help="No progress on stderr.")] = False,
) -> None:
    """Score many resumes and rank them for a reader. Nobody is rejected by it."""

    def work(out: ResultStream) -> ExitCode:
        from resumefit.batch.ranking import rank
        from resumefit.batch.run import run_scan
        from resumefit.batch.scan import Settings
        from resumefit.batch.worker import Options
        from resumefit.lexicon import load_lexicon
        from resumefit.pipeline import current_month, parse_month
        from resumefit.resources import data_dir

        wanted = [name.strip() for name in formats.split(",") if name.strip()]
        unknown = [name for name in wanted if name not in FORMATS]
        if unknown:
            raise UsageError(f"--format cannot be '{unknown[0]}'", f"Choose from: {', '.join(FORMATS)}")
        roles = [entry.id for entry in load_lexicon(data_dir("skill_lexicon"), overlay=lexicon).roles]
        if role not in ("all", *roles):
            raise UsageError(f"there is no role '{role}'", f"Known roles: {', '.join(roles)}")
        options = Options(
            as_of=parse_month(as_of) if as_of else current_month(),
            roles=None,
            blind=blind,
            overlay=lexicon,
            memory_mb=memory,
        )
        settings = Settings(jobs=jobs, timeout_s=timeout, retry_failed=retry_failed, cluster=cluster)
        by = None if role == "all" else role
        with _progress(quiet=quiet) as advance:
            counts, rows = run_scan(
                sources,
                output,
                options=options,
                settings=settings,
                formats=wanted,
                order=lambda entries: rank(entries, role=by, top=top, min_score=min_score),
                role_ids=roles,
                progress=advance,
            )
        out.write(_summary(counts, rows, roles, output))
        bad = counts.needs_ocr + counts.refused + counts.failed
        return ExitCode.SOME_FAILED if bad else ExitCode.OK

    run_command(work)


class _progress:  # noqa: N801  # reads as a word in `with _progress()`
    """Shows how far a scan is: a live line on a terminal, a plain line now and then elsewhere, nothing when quiet."""

    _EVERY = 100

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._done = self._failed = 0
        self._bar: object | None = None

    def __enter__(self) -> Callable[[str], None]:
        if not self._quiet and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            bar = Progress(
                SpinnerColumn(),
                TextColumn("{task.completed} done, {task.fields[failed]} failed, {task.speed:.1f} a second"),
                TimeElapsedColumn(),
                console=Console(stderr=True),
            )
            bar.start()
            self._bar, self._task = bar, bar.add_task("scan", total=None, failed=0)
        return self._advance

    def __exit__(self, *_: object) -> None:
        from rich.progress import Progress

        if isinstance(self._bar, Progress):
            self._bar.stop()
        elif not self._quiet:
            warn(f"{self._done} done, {self._failed} failed")

    def _advance(self, state: str) -> None:
        self._done += 1
        self._failed += state not in ("ok", "doubtful")
        if self._quiet:
            return
        from rich.progress import Progress

        if isinstance(self._bar, Progress):
            self._bar.update(self._task, completed=self._done, failed=self._failed)
        elif self._done % self._EVERY == 0:
            warn(f"{self._done} done, {self._failed} failed")


def _summary(counts: Counts, rows: tuple[Row, ...], roles: list[str], output: Path) -> str:
    lines = [f"{'rank':>5}  {'candidate':24} " + " ".join(f"{role:>8}" for role in roles) + "  state"]
    for row in rows[:SHOWN_ROWS]:
        scores = [f"{row.scores[role].score:8.1f}" if role in row.scores else f"{'-':>8}" for role in roles]
        place = "-" if row.rank is None else str(row.rank)
        lines.append(f"{place:>5}  {row.entry.candidate[:24]:24} {' '.join(scores)}  {row.entry.state}")
    if len(rows) > SHOWN_ROWS:
        lines.append(f"... and {len(rows) - SHOWN_ROWS} more in {output}")
    lines.append(
        f"{counts.total} files: {counts.ok} ok, {counts.doubtful} doubtful, {counts.needs_ocr} need OCR, "
        f"{counts.refused} refused, {counts.failed} failed; {counts.reused} taken from an earlier scan"
    )
    lines.append("The order is advice with its evidence; who is invited is your decision.")
    return "\n".join(lines) + "\n"
