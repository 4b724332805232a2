"""The option `--semantic`, the same in every command that looks for skills."""

from __future__ import annotations

from typing import Annotated

import typer

Semantic = Annotated[
    bool,
    typer.Option("--semantic", help="Also ask a sentence encoder what is said in other words: finds more, and takes longer."),
]
