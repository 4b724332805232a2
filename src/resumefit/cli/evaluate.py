"""`resumefit evaluate`: measured quality on a labelled set."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.cli.options import Overlay, Semantic
from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream, check_target, warn, write_file
from resumefit.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resumefit.evaluate import Evaluation, Figure


def evaluate(
    lines: Annotated[Path | None, typer.Option(help="Labelled single lines: a JSON Lines file, or a folder of them.")] = None,
    resumes: Annotated[Path | None, typer.Option(help="A folder of resumes.")] = None,
    annotations: Annotated[Path | None, typer.Option(help="A folder of their annotations, JSON.")] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="An earlier --save: exit 1 when a figure fell below its interval.")
    ] = None,
    save: Annotated[Path | None, typer.Option(help="Keep the figures here as JSON.")] = None,
    misses: Annotated[int, typer.Option(min=0, help="Show up to N misses of each set on stderr.")] = 0,
    as_of: Annotated[str, typer.Option(help="Month in which 'present' ends, YYYY-MM.")] = "2026-11",
    lexicon: Overlay = None,
    semantic: Semantic = False,
) -> None:
    """Measure precision and recall, with intervals, on a labelled set."""

    def work(out: ResultStream) -> ExitCode:
        from resumefit.core.months import parse_month
        from resumefit.evaluate import compare_with, evaluate_resumes, evaluate_sentences
        from resumefit.pipeline import load_engine

        if lines is None and resumes is None:
            raise UsageError("there is nothing to measure", "Name --lines, or --resumes with --annotations")
        if (resumes is None) != (annotations is None):
            raise UsageError("--resumes and --annotations go together", "Name both")
        check_target(save)
        earlier = _load(baseline)
        engine = load_engine(overlay=lexicon, semantic=semantic)
        found: dict[str, Evaluation] = {}
        if lines is not None:
            found["lines"] = evaluate_sentences(lines, engine=engine)
        if resumes is not None and annotations is not None:
            found["resumes"] = evaluate_resumes(resumes, annotations, engine=engine, as_of=parse_month(as_of))
        for name, result in found.items():
            out.write(f"{name}\n{_table(result.figures)}")
            for miss in result.misses[:misses]:
                warn(miss)
        if save is not None:
            kept = {name: [asdict(figure) for figure in result.figures] for name, result in found.items()}
            write_file(save, json.dumps(kept, indent=1) + "\n")
        fallen = [
            f"{name}: {words}"
            for name, result in found.items()
            for words in compare_with(result.figures, earlier.get(name, ()))
        ]
        for words in fallen:
            warn(words)
        return ExitCode.UNEXPECTED if fallen else ExitCode.OK

    run_command(work)


def _table(figures: Sequence[Figure]) -> str:
    measured = [figure for figure in figures if figure.value is not None]
    return "".join(
        f"  {figure.name:40} {figure.value:.3f}  ({figure.low:.3f} to {figure.high:.3f})  n={figure.units}\n"
        for figure in measured
    )


def _load(path: Path | None) -> dict[str, list[Figure]]:
    from resumefit.evaluate import Figure

    if path is None:
        return {}
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {name: [Figure(**entry) for entry in entries] for name, entries in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} is no saved evaluation ({error})", "Make one with --save") from error
