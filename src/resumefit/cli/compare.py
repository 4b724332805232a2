"""`resumefit compare`: what changed between versions of a resume."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.cli.analyze import ReportFormat, text_width, wants_colour
from resumefit.cli.options import AsOf, Overlay, Password, Semantic
from resumefit.cli.outcome import run_command
from resumefit.cli.postings import load_postings
from resumefit.cli.streams import ResultStream, check_target, read_input, warn, write_file
from resumefit.cli.unlock import assess_unlocked
from resumefit.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resumefit.core.assessment import Assessment
    from resumefit.core.lexicon import Lexicon


def compare(
    files: Annotated[list[Path], typer.Argument(metavar="OLD NEW...", help="Versions of one resume, oldest first.")],
    output_format: Annotated[ReportFormat, typer.Option("--format", help="How to print.")] = ReportFormat.TEXT,
    output: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    job: Annotated[
        list[Path] | None,
        typer.Option(help="A job posting, or a folder of them: what changed against it. May be given again."),
    ] = None,
    as_of: AsOf = None,
    lexicon: Overlay = None,
    semantic: Semantic = False,
    password: Password = None,
) -> None:
    """Show what changed between versions of a resume: scores, evidence, gaps, writing."""

    def work(out: ResultStream) -> None:
        from resumefit.pipeline import analyze, load_engine, with_postings

        if len(files) < 2:
            raise UsageError("there is only one resume to compare", "Name two or more, oldest first")
        check_target(output)
        inputs = [read_input(file) for file in files]
        engine = load_engine(overlay=lexicon, semantic=semantic)
        postings = load_postings(job or (), engine=engine)
        reports = []
        for data, name in inputs:
            assess = partial(analyze, name=name, as_of=as_of, engine=engine)
            report = assess_unlocked(data, assess, password=password)
            reports.append(with_postings(report, postings, engine=engine))
        text = _render(reports, engine.lexicon, form=output_format, out=None if output else out)
        if output is None:
            out.write(text)
            return
        write_file(output, text)
        warn(f"wrote {output}")

    run_command(work, as_json=output_format is ReportFormat.JSON)


def _render(
    reports: Sequence[Assessment], lexicon: Lexicon, *, form: ReportFormat, out: ResultStream | None
) -> str:
    from itertools import pairwise

    from resumefit import report as renderers
    from resumefit import score

    comparisons = [score.compare(old, new) for old, new in pairwise(reports)]
    if form is ReportFormat.JSON:
        return renderers.render_comparisons_json(comparisons)
    if form is ReportFormat.HTML:
        return renderers.render_comparisons_html(comparisons, lexicon)
    if form is ReportFormat.MARKDOWN:
        return renderers.render_comparisons_markdown(comparisons, lexicon)
    return renderers.render_comparisons(comparisons, lexicon, width=text_width(out), colour=wants_colour(out))
