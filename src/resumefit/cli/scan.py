"""`resumefit scan`: a recruiter's batch."""

from __future__ import annotations

import contextlib
import os
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Never

import typer

from resumefit.cli.outcome import run_command
from resumefit.cli.scan_progress import ScanProgress
from resumefit.cli.streams import ResultStream, read_input, warn
from resumefit.errors import ExitCode, MissingExtra, ResumefitError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from resumefit.batch.run import Outcome

FORMATS = ("csv", "jsonl", "xlsx", "parquet", "html")
SHOWN_ROWS = 20
WATCH_SECONDS = 2.0


def scan(
    sources: Annotated[list[str], typer.Argument(metavar="FOLDER|FILE|PATTERN|ZIP|URL...", help="What to scan.")],
    output: Annotated[Path, typer.Option(help="Folder for the results; a second scan into it does only what is new.")],
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = os.cpu_count() or 1,
    role: Annotated[str, typer.Option(help="Rank by this role; all: by the better of all roles; posting: by --job.")] = "all",
    top: Annotated[int | None, typer.Option(min=1, help="List only the first N ranks.")] = None,
    min_score: Annotated[float | None, typer.Option(help="List only scores from X on.")] = None,
    formats: Annotated[str, typer.Option("--format", help=f"Tables to write: {','.join(FORMATS)}.")] = "csv",
    job: Annotated[
        Path | None, typer.Option(help="Lay this posting beside every resume, and rank by it; - is standard input.")
    ] = None,
    watch: Annotated[bool, typer.Option(help="Go on scanning what is added, until Ctrl-C.")] = False,
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
        from resumefit.batch.options import POSTING, Options, PostingFile
        from resumefit.batch.run import Tables, run_scan
        from resumefit.batch.scan import Settings
        from resumefit.core.months import current_month, parse_month

        wanted = _formats(formats)
        posting = None
        if job is not None:
            data, name = read_input(job)
            posting = PostingFile(name, data)
        roles = _roles(lexicon, [POSTING] if posting else [])
        by = POSTING if posting and role == "all" else None if role == "all" else role
        if by not in (None, *roles):
            raise UsageError(f"there is no role '{role}'", f"Known roles: all, {', '.join(roles)}")
        options = Options(
            as_of=parse_month(as_of) if as_of else current_month(),
            roles=None,
            blind=blind,
            overlay=lexicon,
            memory_mb=memory,
            pages="html" in wanted,
            posting=posting,
            own_date=as_of is None,
        )
        tables = Tables(tuple(wanted), tuple(roles), role=by, top=top, min_score=min_score, shown=SHOWN_ROWS)
        settings = Settings(jobs=jobs, timeout_s=timeout, retry_failed=retry_failed, cluster=cluster)

        def once() -> ExitCode:
            with ScanProgress(_count(sources), quiet=quiet) as advance:
                found = run_scan(
                    sources,
                    output,
                    options=options,
                    settings=settings,
                    tables=tables,
                    progress=advance,
                )
            out.write(_summary(found, roles, output))
            counts = found.counts
            bad = counts.needs_ocr + counts.refused + counts.failed
            return ExitCode.SOME_FAILED if bad else ExitCode.OK

        if watch:
            _keep_watching(sources, once, quiet=quiet)
        return once()

    run_command(work)


def _formats(named: str) -> list[str]:
    wanted = [name.strip() for name in named.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        raise UsageError(f"--format cannot be '{unknown[0]}'", f"Choose from: {', '.join(FORMATS)}")
    if "parquet" in wanted and find_spec("pyarrow") is None:
        raise MissingExtra("parquet", "Parquet tables")
    return wanted


def _roles(overlay: Path | None, more: list[str]) -> list[str]:
    from resumefit.lexicon import load_lexicon
    from resumefit.resources import data_dir

    return [*(entry.id for entry in load_lexicon(data_dir("skill_lexicon"), overlay=overlay).roles), *more]


def _count(sources: list[str]) -> int:
    """Count the files first: listing folders costs next to nothing, and makes it possible to say how long a scan will take."""
    from resumefit.batch.sources import find_sources

    return sum(1 for _ in find_sources(sources))


def _keep_watching(sources: list[str], once: Callable[[], ExitCode], *, quiet: bool) -> Never:
    """Scan again whenever a file was added, changed or taken away; ends by Ctrl-C. What was done before is not done again."""
    seen = _listing(sources)  # before the scan, so that what comes while it runs is seen to be new
    once()
    if not quiet:
        warn("watching for changes; Ctrl-C ends")
    while True:
        time.sleep(WATCH_SECONDS)
        now = _listing(sources)
        if now != seen:
            seen = now
            once()


def _listing(sources: list[str]) -> frozenset[tuple[str, int, int]]:
    """Return what stands there now: file, size and time of change. A folder that is gone for a moment is empty."""
    from resumefit.batch.sources import find_sources

    found = set()
    with contextlib.suppress(ResumefitError, OSError):
        for source in find_sources(sources):
            with contextlib.suppress(OSError):
                about = Path(source.path).stat()
                found.add((source.shown, about.st_size, about.st_mtime_ns))
    return frozenset(found)


def _summary(found: Outcome, roles: list[str], output: Path) -> str:
    counts = found.counts
    lines = _first_rows(found, roles, output)
    lines.append(
        f"{counts.total} files: {counts.ok} ok, {counts.doubtful} doubtful, {counts.needs_ocr} need OCR, "
        f"{counts.refused} refused, {counts.failed} failed; {counts.reused} taken from an earlier scan"
    )
    lines.append("The order is advice with its evidence; who is invited is your decision.")
    return "\n".join(lines) + "\n"


def _first_rows(found: Outcome, roles: list[str], output: Path) -> list[str]:
    if found.ranked is None:
        return [f"Nothing is new: the tables in {output} are as they were."]
    lines = [f"{'rank':>5}  {'candidate':24} " + " ".join(f"{role:>8}" for role in roles) + "  state"]
    for row in found.first:
        scores = [f"{row.scores[role].score:8.1f}" if role in row.scores else f"{'-':>8}" for role in roles]
        place = "-" if row.rank is None else f"{row.rank}=" if row.tied else f"{row.rank}"
        lines.append(f"{place:>5}  {row.entry.candidate[:24]:24} {' '.join(scores)}  {row.entry.state}")
    if found.ranked > len(found.first):
        lines.append(f"... and {found.ranked - len(found.first)} more in {output}")
    return lines
