"""`resumefit train`: how the models were made, and make them again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream


def train(
    training: Annotated[Path, typer.Option(help="Folder of labelled lines.")] = Path("training"),
    models: Annotated[Path, typer.Option(help="Folder to write the models to.")] = Path("models"),
) -> None:
    """Fit the models again from their training lines, and print their cross-validated figures."""

    def work(out: ResultStream) -> None:
        from resumefit.lexicon import load_lexicon
        from resumefit.resources import data_dir
        from resumefit.train import train_evidence

        lexicon = load_lexicon(data_dir("skill_lexicon"))
        competencies = frozenset(competency.id for competency in lexicon.competencies)
        figures = train_evidence(training, models, competencies=competencies)
        for name, value in figures.as_numbers().items():
            out.write(f"{name:16} {value:g}\n")

    run_command(work)
