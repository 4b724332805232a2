"""The `resumefit` command: which sub-commands there are, and how an error becomes a message and an exit code."""

from __future__ import annotations

from typing import Annotated

import typer

from resumefit.cli.analyze import analyze
from resumefit.cli.audit import audit
from resumefit.cli.compare import compare
from resumefit.cli.evaluate import evaluate
from resumefit.cli.explain import explain, roles
from resumefit.cli.lexicon import lexicon_app
from resumefit.cli.match import match
from resumefit.cli.parse import parse
from resumefit.cli.paths import paths
from resumefit.cli.scan import scan
from resumefit.cli.train import train
from resumefit.version import __version__

app = typer.Typer(
    name="resumefit",
    help="Tell, with quoted evidence, how ready a person is for a Technical PM and an AI PM role. Works offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(analyze)
app.command()(scan)
app.command()(audit)
app.command()(explain)
app.command()(compare)
app.command()(roles)
app.command()(parse)
app.command()(match)
app.add_typer(lexicon_app, name="lexicon")
app.command()(evaluate)
app.command()(train)
app.command()(paths)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Tell, with quoted evidence, how ready a person is for a Technical PM and an AI PM role. Works offline."""
    if version:
        typer.echo(f"resumefit {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; the console script's entry point."""
    app(prog_name="resumefit")
