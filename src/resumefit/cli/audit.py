"""`resumefit audit`: scores group by group, and what happens when a resume is another person's."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from resumefit.cli.outcome import one_of, run_command
from resumefit.cli.streams import ResultStream, write_file
from resumefit.errors import ExitCode, UsageError

FORMATS = ("text", "json", "html")


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
    output_format: Annotated[str, typer.Option("--format", help="text, json or html.")] = "text",
    output: Annotated[Path | None, typer.Option(help="Write to this file instead of stdout.")] = None,
) -> None:
    """Show how scores fall over groups of people, with intervals; or that who a person is moves no score."""

    def work(out: ResultStream) -> ExitCode:
        shown = one_of(output_format, FORMATS, option="--format")
        text, code = _groups(
            results, groups, outcome=outcome, role=role, cut_off=cut_off, minimum=min_group, shown=shown
        )
        if output is None:
            out.write(text)
        else:
            write_file(output, text)
        return code

    run_command(work, as_json=output_format == "json")


def _groups(
    results: Path | None, groups: Path | None, *, outcome: str | None, role: str, cut_off: float | None, minimum: int,
    shown: str,
) -> tuple[str, ExitCode]:  # fmt: skip
    from resumefit.audit import DEFAULT_CUT_OFF, audit, join, read_groups, read_results, render

    if results is None or groups is None:
        raise UsageError(
            "there is nothing to audit",
            "Name a scan's folder and --groups, or --counterfactual with a folder of resumes",
        )
    roll = join(read_results(results), read_groups(groups, outcome=outcome), role=role)
    found = audit(roll, cut_off=DEFAULT_CUT_OFF if cut_off is None else cut_off, minimum=minimum)
    return render(found, shown), ExitCode.OK
