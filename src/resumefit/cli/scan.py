"""`resumefit scan`: a recruiter's batch."""

from __future__ import annotations

import contextlib
import os
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.batch.options import FORMATS
from resumefit.cli.options import AsOf, Overlay, Semantic
from resumefit.cli.outcome import run_command
from resumefit.cli.scan_progress import ScanProgress
from resumefit.cli.streams import ResultStream, check_folder, read_input, warn
from resumefit.errors import ExitCode, MissingExtra, MissingFile, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN_ROWS = 10
WATCH_SECONDS = 2.0


def scan(
    sources: Annotated[list[str], typer.Argument(metavar="FOLDER|FILE|PATTERN|ZIP|URL...", help="What to scan.")],
    output: Annotated[Path, typer.Option(help="Folder for the results; a second scan into it does only what is new.")],
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = os.cpu_count() or 1,
    role: Annotated[str, typer.Option(help="Rank by this role; all: by the better of all roles; posting: by --job.")] = "all",
    top: Annotated[int | None, typer.Option(min=1, help="List only the first N ranks.")] = None,
    min_score: Annotated[float | None, typer.Option(help="List only scores from X on.")] = None,
    formats: Annotated[
        str | None,
        typer.Option("--format", help=f"Tables to write: {','.join(FORMATS)}. Default: those of the last scan, else csv."),
    ] = None,
    job: Annotated[
        Path | None, typer.Option(help="Lay this posting beside every resume, and rank by it; - is standard input.")
    ] = None,
    decisions: Annotated[
        list[Path] | None, typer.Option(help="A list of decisions to take in, as the ranking page saves it.")
    ] = None,
    watch: Annotated[bool, typer.Option(help="Go on scanning what is added, until Ctrl-C.")] = False,
    blind: Annotated[bool, typer.Option(help="Show pseudonyms, and keep who is who in a file of its own.")] = True,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds a file may take.")] = 60.0,
    memory: Annotated[int, typer.Option(min=512, help="Megabytes a worker may use.")] = 4096,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Run on the Dask cluster with this scheduler, tcp://host:8786.")
    ] = None,
    retry_failed: Annotated[bool, typer.Option(help="Try files again that failed before.")] = False,
    as_of: AsOf = None,
    lexicon: Overlay = None,
    semantic: Semantic = False,
    quiet: Annotated[bool, typer.Option(help="No progress on stderr.")] = False,
) -> None:
    """Score many resumes and rank them for a reader. Nobody is rejected by it."""

    def work(out: ResultStream) -> ExitCode:
        from resumefit.batch.options import POSTING, POSTING_LABEL, Options, PostingFile
        from resumefit.batch.run import Tables, run_scan
        from resumefit.batch.scan import Settings
        from resumefit.cli.scan_shown import interrupted_words, summary
        from resumefit.core.months import current_month, parse_month

        wanted = _formats(formats) if formats is not None else []
        check_folder(output)
        posting = None
        if job is not None:
            data, name = read_input(job)
            posting = PostingFile(name, data)
        roles = _roles(lexicon) | ({POSTING: POSTING_LABEL} if posting else {})
        by = POSTING if posting and role == "all" else None if role == "all" else role
        if by not in (None, *roles):
            raise UsageError(f"there is no role '{role}'", f"Known roles: all, {', '.join(roles)}")
        options = Options(
            as_of=parse_month(as_of) if as_of else current_month(),
            blind=blind,
            overlay=lexicon,
            semantic=semantic,
            memory_mb=memory,
            posting=posting,
            own_date=as_of is None,
        )
        tables = Tables(
            tuple(wanted), roles, role=by, top=top, min_score=min_score, shown=SHOWN_ROWS,
            decisions=tuple(decisions or ()),
        )
        settings = Settings(jobs=jobs, timeout_s=timeout, retry_failed=retry_failed, cluster=cluster)

        def once() -> ExitCode:
            total = _count(sources, output)
            with ScanProgress(total, quiet=quiet) as advance:
                found = run_scan(
                    sources,
                    output,
                    options=options,
                    settings=settings,
                    tables=tables,
                    progress=advance,
                )
            out.write(summary(found, roles, output))
            if found.counts.stopped:
                warn(interrupted_words(found.counts, total, output))
                return ExitCode.INTERRUPTED
            return ExitCode.SOME_FAILED if found.counts.without_result else ExitCode.OK

        try:
            return _keep_watching(sources, output, once, quiet=quiet) if watch else once()
        except KeyboardInterrupt:
            warn(f"resumefit: interrupted; what was done is kept in {output}. Run the same command again to go on")
            return ExitCode.INTERRUPTED

    run_command(work)


def _formats(named: str) -> list[str]:
    wanted = [name.strip() for name in named.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        raise UsageError(f"--format cannot be '{unknown[0]}'", f"Choose from: {', '.join(FORMATS)}")
    if "parquet" in wanted and find_spec("pyarrow") is None:
        raise MissingExtra("parquet", "Parquet tables")
    return wanted


def _roles(overlay: Path | None) -> dict[str, str]:
    """Return the lexicon's roles: labels by id."""
    from resumefit.lexicon import load_lexicon
    from resumefit.resources import data_dir

    return {role.id: role.label for role in load_lexicon(data_dir("skill_lexicon"), overlay=overlay).roles}


def _count(sources: list[str], output: Path) -> int:
    """Count the files first: listing folders costs next to nothing, and makes it possible to say how long a scan will take."""
    from resumefit.batch.sources import find_sources

    return sum(1 for _ in find_sources(sources, output=output))


def _keep_watching(sources: list[str], output: Path, once: Callable[[], ExitCode], *, quiet: bool) -> ExitCode:
    """Scan again whenever a file was added, changed or taken away, until Ctrl-C. What was done before is not done again."""
    seen: frozenset[tuple[str, int, int]] = frozenset()
    waiting = False
    while True:
        now = _listing(sources, output)  # before the scan, so that what comes while it runs is seen to be new
        if now != seen:
            seen = now
            if now and once() is ExitCode.INTERRUPTED:
                return ExitCode.INTERRUPTED
        if not waiting and not quiet:
            waiting = True
            warn("watching for changes; Ctrl-C ends")
        time.sleep(WATCH_SECONDS)


def _listing(sources: list[str], output: Path) -> frozenset[tuple[str, int, int]]:
    """Return what stands there now: file, size and time of change. A folder that is gone or empty for a moment has nothing."""
    from resumefit.batch.sources import find_sources

    found = set()
    with contextlib.suppress(MissingFile, OSError):
        for source in find_sources(sources, output=output):
            with contextlib.suppress(OSError):
                about = Path(source.path).stat()
                found.add((source.shown, about.st_size, about.st_mtime_ns))
    return frozenset(found)
