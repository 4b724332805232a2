"""`resumefit audit`: scores group by group, and what happens when a resume is another person's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.cli.options import Semantic
from resumefit.cli.outcome import one_of, run_command
from resumefit.cli.streams import ResultStream, check_target, warn, write_file
from resumefit.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from resumefit.audit import Audit

FORMATS = ("text", "json", "html")
_TELL_EVERY = 20


def audit(
    results: Annotated[
        Path | None, typer.Argument(metavar="[RESULTS]", help="A scan's output folder, or its ranking (jsonl, csv).")
    ] = None,
    groups: Annotated[
        Path | None, typer.Option(help="A CSV file: a column candidate or file, then a column for each kind of group.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(help="The column of --groups that says how people did: yes or no.")
    ] = None,
    role: Annotated[str, typer.Option(help="Look at this role; all: at the better of all roles.")] = "all",
    cut_off: Annotated[
        float | None, typer.Option(min=0, max=100, help="Scores from X on count as selected. Default: nearly ready.")
    ] = None,
    min_group: Annotated[int, typer.Option(min=2, help="Groups with fewer people are shown, not compared.")] = 20,
    counterfactual: Annotated[
        Path | None, typer.Option(help="Instead: a folder of resumes to score again as if they were other people's.")
    ] = None,
    output_format: Annotated[str, typer.Option("--format", help="text, json or html.")] = "text",
    full: Annotated[bool, typer.Option("--full", help="Text with every table; the others always have all.")] = False,
    output: Annotated[Path | None, typer.Option(help="Write to this file instead of stdout.")] = None,
    as_of: Annotated[
        str | None, typer.Option(help="With --counterfactual: month in which 'present' ends. Default: this month.")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="With --counterfactual: lexicon files laid over the built-in ones.")
    ] = None,
    semantic: Semantic = False,
    quiet: Annotated[bool, typer.Option(help="No progress on stderr.")] = False,
) -> None:
    """Show how scores fall over groups of people, with intervals; or that who a person is moves no score."""

    def work(out: ResultStream) -> ExitCode:
        from resumefit.audit import render

        shown = one_of(output_format, FORMATS, option="--format")
        check_target(output)
        if counterfactual is not None:
            if results is not None or groups is not None:
                raise UsageError("--counterfactual takes no results and no --groups", "Run the two audits one by one")
            text, code = _counterfactual(
                counterfactual, shown=shown, as_of=as_of, lexicon=lexicon, semantic=semantic, quiet=quiet
            )
        elif results is None or groups is None:
            raise UsageError(
                "there is nothing to audit", "Name a scan's folder and --groups, or --counterfactual with a folder"
            )
        else:
            found = _by_groups(results, groups, outcome, role, cut_off, min_group)
            text, code = render(found, shown, full=full), ExitCode.OK
        if output is None:
            out.write(text)
        else:
            write_file(output, text)
        return code

    run_command(work, as_json=output_format == "json")


def _by_groups(
    results: Path, groups: Path, outcome: str | None, role: str, cut_off: float | None, minimum: int
) -> Audit:
    from resumefit.audit import DEFAULT_CUT_OFF, audit, join, read_groups, read_results

    roll = join(read_results(results), read_groups(groups, outcome=outcome), role=role)
    return audit(roll, cut_off=DEFAULT_CUT_OFF if cut_off is None else cut_off, minimum=minimum)


def _counterfactual(
    folder: Path, *, shown: str, as_of: str | None, lexicon: Path | None, semantic: bool, quiet: bool
) -> tuple[str, ExitCode]:
    from resumefit.audit import check_folder, render_counterfactual
    from resumefit.core.months import current_month, parse_month
    from resumefit.pipeline import load_engine

    done = 0

    def tell(_name: str) -> None:
        nonlocal done
        done += 1
        if not quiet and done % _TELL_EVERY == 0:
            warn(f"{done} resumes checked")

    month = parse_month(as_of) if as_of else current_month()
    engine = load_engine(overlay=lexicon, semantic=semantic)
    found = check_folder(folder, engine=engine, as_of=month, progress=tell)
    code = ExitCode.UNEXPECTED if found.moved else ExitCode.SOME_FAILED if found.unread else ExitCode.OK
    return render_counterfactual(found, shown), code
