"""`resumefit paths`: where the data folders were found."""

from __future__ import annotations

from resumefit.cli.outcome import run_command
from resumefit.cli.streams import ResultStream


def paths() -> None:
    """Show where lexicon, models and cache are."""

    def work(out: ResultStream) -> None:
        from resumefit.lexicon import cache_dir
        from resumefit.resources import data_dir

        out.write(f"lexicon  {data_dir('skill_lexicon')}\nmodels   {data_dir('models')}\ncache    {cache_dir()}\n")

    run_command(work)
