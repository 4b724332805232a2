"""`resumefit explain` and `roles`: how a score came about, and what the roles ask for."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from resumefit.cli.analyze import text_width, wants_colour
from resumefit.cli.options import AsOf, Overlay, Password, Semantic
from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream, read_input
from resumefit.cli.unlock import assess_unlocked
from resumefit.core.lexicon import AI_ROLE
from resumefit.errors import UsageError


class ViewFormat(StrEnum):
    """The forms of these views."""

    TEXT = "text"
    JSON = "json"


View = Annotated[ViewFormat, typer.Option("--format", help="How to print.")]


def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A resume, or - for standard input.")],
    role: Annotated[str, typer.Option(help="ai-pm, tech-pm, or another role of the lexicon.")] = AI_ROLE,
    output_format: View = ViewFormat.TEXT,
    as_of: AsOf = None,
    lexicon: Overlay = None,
    semantic: Semantic = False,
    password: Password = None,
) -> None:
    """Show one role's score as the whole sum, line by line."""

    def work(out: ResultStream) -> None:
        from resumefit import score
        from resumefit.pipeline import analyze, load_engine
        from resumefit.report import render_explanation, render_explanation_json

        data, name = read_input(file)
        engine = load_engine(overlay=lexicon, semantic=semantic)
        assess = partial(analyze, name=name, as_of=as_of, roles=(role,), engine=engine)
        report = assess_unlocked(data, assess, password=password)
        laid_open = score.explain(report, role, lexicon=engine.lexicon)
        if output_format is ViewFormat.JSON:
            out.write(render_explanation_json(laid_open, report))
            return
        out.write(
            render_explanation(laid_open, report, engine.lexicon, width=text_width(out), colour=wants_colour(out))
        )

    run_command(work, as_json=output_format is ViewFormat.JSON)


def roles(
    compare: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ROLE ROLE", help="Only these two, side by side.")
    ] = None,
    output_format: View = ViewFormat.TEXT,
    lexicon: Overlay = None,
) -> None:
    """Show what the roles ask for, stage by stage: responsibilities, tools, measures. --compare: where two of them part."""

    def work(out: ResultStream) -> None:
        from resumefit.lexicon import load_lexicon
        from resumefit.report import render_role_comparison, render_roles, render_roles_json
        from resumefit.resources import data_dir
        from resumefit.score import map_roles

        loaded = load_lexicon(data_dir("skill_lexicon"), overlay=lexicon)
        known = [entry.id for entry in loaded.roles]
        unknown = [name for name in compare or () if name not in known]
        if unknown:
            raise UsageError(f"there is no role '{unknown[0]}'", f"Known roles: {', '.join(known)}")
        mapped = map_roles(loaded, *(compare or ()))
        if output_format is ViewFormat.JSON:
            out.write(render_roles_json(mapped))
            return
        render = render_role_comparison if compare else render_roles
        out.write(render(mapped, width=text_width(out), colour=wants_colour(out)))

    run_command(work, as_json=output_format is ViewFormat.JSON)
