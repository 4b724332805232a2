"""Options that mean the same in every command that has them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AsOf = Annotated[str | None, typer.Option(help="Month in which 'present' ends, YYYY-MM. Default: this month.")]
Password = Annotated[
    str | None, typer.Option("--password", help="Password of a locked PDF; asked for on a terminal.")
]
Overlay = Annotated[
    Path | None, typer.Option("--lexicon", help="A folder of lexicon files laid over the built-in ones.")
]
Semantic = Annotated[
    bool,
    typer.Option("--semantic", help="Also ask a sentence encoder what is said in other words: finds more, and takes longer."),
]
