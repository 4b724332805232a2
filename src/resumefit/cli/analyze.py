"""`resumefit analyze`: one person's report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resumefit.cli.options import AsOf, Overlay, Password, Semantic
from resumefit.cli.outcome import run_command
from resumefit.cli.postings import load_postings
from resumefit.cli.streams import ResultStream, check_folder, check_target, make_folder, read_input, warn, write_file
from resumefit.cli.unlock import assess_unlocked

if TYPE_CHECKING:
    from collections.abc import Collection

    from resumefit.core.assessment import Assessment
    from resumefit.pipeline import Engine
    from resumefit.score import Plan

PIPED_WIDTH = 80
ALL_ROLES = "all"


class ReportFormat(StrEnum):
    """The forms a report comes in."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"


_SUFFIX = {
    ReportFormat.TEXT: ".txt",
    ReportFormat.JSON: ".json",
    ReportFormat.HTML: ".html",
    ReportFormat.MARKDOWN: ".md",
}


def analyze(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Resumes, or - for standard input.")],
    role: Annotated[str, typer.Option(help="ai-pm, tech-pm, another role of the lexicon, or all.")] = ALL_ROLES,
    output_format: Annotated[ReportFormat, typer.Option("--format", help="How to print.")] = ReportFormat.TEXT,
    output: Annotated[Path | None, typer.Option(help="Write to this file (several resumes: a folder).")] = None,
    as_of: AsOf = None,
    blind: Annotated[bool, typer.Option(help="Leave out name, contacts and other personal data.")] = False,
    lexicon: Overlay = None,
    semantic: Semantic = False,
    password: Password = None,
    job: Annotated[
        list[Path] | None,
        typer.Option(help="A job posting, a folder of them, or - for standard input. May be given again."),
    ] = None,
    plan: Annotated[
        int | None, typer.Option(min=1, max=104, help="Lay what is missing out over this many weeks.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="With text: not one screen, but all of it.")] = False,
) -> None:
    """Report how ready a person is for each role, and what is missing."""

    def work(out: ResultStream) -> None:
        from resumefit.pipeline import analyze as analyze_resume
        from resumefit.pipeline import load_engine, with_postings

        several = len(files) > 1
        if output is not None and several:
            check_folder(output)
        else:
            check_target(output)
        inputs = [read_input(file) for file in files]
        if output is not None and several:
            make_folder(output)
        engine = load_engine(overlay=lexicon, semantic=semantic)
        postings = load_postings(job or (), engine=engine)
        roles = None if role == ALL_ROLES else (role,)
        written: set[Path | None] = set()
        for data, name in inputs:
            assess = partial(analyze_resume, name=name, as_of=as_of, roles=roles, blind=blind, engine=engine)
            report = assess_unlocked(data, assess, password=password)
            report = with_postings(report, postings, engine=engine)
            wanted = _Wanted(output_format, role if roles else None, plan, full)
            text = _render(report, engine, wanted, out=None if output else out)
            target = _target(report, output, output_format, several=several, taken=written)
            written.add(target)
            _deliver(text, report.document.name, out, target=target)

    run_command(work, as_json=output_format is ReportFormat.JSON)


def _target(
    report: Assessment, output: Path | None, output_format: ReportFormat, *, several: bool, taken: Collection[Path | None]
) -> Path | None:
    """Return the file to write: --output itself for one resume, a file of its own in that folder for each of several."""
    if output is None or not several:
        return output
    stem, suffix = Path(report.document.name).stem, _SUFFIX[output_format]
    target, number = output / f"{stem}{suffix}", 1
    while target in taken:
        number += 1
        target = output / f"{stem}-{number}{suffix}"
    return target


def _deliver(text: str, name: str, out: ResultStream, *, target: Path | None) -> None:
    """Write one report where the user wants it."""
    if target is None:
        out.write(text)
        return
    write_file(target, text)
    warn(f"{name}: wrote {target}")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the user asked to see. `role` is None for all of them."""

    form: ReportFormat
    role: str | None
    weeks: int | None
    full: bool


def _render(report: Assessment, engine: Engine, wanted: _Wanted, *, out: ResultStream | None) -> str:
    from resumefit import report as renderers

    lexicon, plan = engine.lexicon, _plan(report, engine, wanted)
    if wanted.form is ReportFormat.JSON:
        return renderers.render_json(report, lexicon, plan=plan)
    if wanted.form is ReportFormat.HTML:
        return renderers.render_html(report, lexicon, plan=plan)
    if wanted.form is ReportFormat.MARKDOWN:
        return renderers.render_markdown(report, lexicon, plan=plan)
    return renderers.render_text(
        report, lexicon, plan=plan, full=wanted.full, width=text_width(out), colour=wants_colour(out)
    )


def _plan(report: Assessment, engine: Engine, wanted: _Wanted) -> Plan | None:
    """Return the plan that --plan asks for: towards the role that --role names, else the one to aim at."""
    if wanted.weeks is None or not report.roles:
        return None
    from resumefit.score import make_plan

    aim = report.recommendation.aim if report.recommendation else report.roles[0].role
    return make_plan(report, wanted.role or aim, weeks=wanted.weeks, lexicon=engine.lexicon)


def text_width(out: ResultStream | None) -> int:
    """Return the terminal's width for a terminal, else 80: the same file gives the same bytes wherever it is piped to."""
    if out is None or not out.is_terminal:
        return PIPED_WIDTH
    import shutil

    return max(40, min(shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, 120))


def wants_colour(out: ResultStream | None) -> bool:
    """Tell whether to colour: only on a terminal, and never against NO_COLOR or TERM=dumb."""
    import os

    return bool(out and out.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
