"""`resumefit train`: how the models were made, and make them again."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream, check_folder


class ModelName(StrEnum):
    """The models that can be made."""

    EVIDENCE = "competency_evidence"
    CONTEXT = "evidence_in_context"
    STATUS = "skill_status"
    SENSE = "word_sense"
    SENTENCES = "sentence_evidence"
    HEADS = "head_cells"


def train(
    names: Annotated[list[ModelName] | None, typer.Argument(metavar="[MODEL]...", help="Which to make; all unless named.")] = None,
    training: Annotated[Path, typer.Option(help="Folder of labelled lines.")] = Path("training"),
    models: Annotated[Path, typer.Option(help="Folder to write the models to.")] = Path("models"),
) -> None:
    """Fit the models again from their training lines, and print their figures."""

    def work(out: ResultStream) -> None:
        from threadpoolctl import threadpool_limits

        from resumefit.lexicon import load_lexicon
        from resumefit.resources import data_dir
        from resumefit.train import (
            train_context,
            train_evidence,
            train_heads,
            train_senses,
            train_sentences,
            train_statuses,
        )

        makers = {
            ModelName.EVIDENCE: train_evidence, ModelName.CONTEXT: train_context, ModelName.STATUS: train_statuses,
            ModelName.SENSE: train_senses,
            ModelName.SENTENCES: train_sentences, ModelName.HEADS: train_heads,
        }
        check_folder(models)
        lexicon = load_lexicon(data_dir("skill_lexicon"))
        with threadpool_limits(limits=1):  # the order in which threads add up moves last bits
            for name in names or list(ModelName):
                out.write(f"{name}\n")
                for figure, value in makers[name](training, models, lexicon=lexicon).items():
                    out.write(f"  {figure:16} {value:g}\n")

    run_command(work)
