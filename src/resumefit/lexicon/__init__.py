"""Reads and checks the lexicon. YAML and pydantic stay in here; the rest of resumefit sees `core.lexicon` values."""

from __future__ import annotations

from pathlib import Path

from resumefit.core.lexicon import Lexicon, Problem
from resumefit.core.protocols import FindPlace
from resumefit.lexicon.cache import cache_dir
from resumefit.lexicon.diff import Change, diff_lexicons
from resumefit.lexicon.load import load_advice, load_lexicon
from resumefit.resources import data_dir

__all__ = [
    "Change",
    "cache_dir",
    "check_lexicon",
    "diff_lexicons",
    "example_places",
    "lexicon_for_spacy",
    "load_advice",
    "load_lexicon",
]


def check_lexicon(directory: Path, *, overlay: Path | None = None) -> tuple[Problem, ...]:
    """Return every fault of the lexicon's files; examples are checked by `resumefit.match.check_examples`."""
    from resumefit.lexicon.checks import check_lexicon as check

    return check(directory, overlay=overlay)


def example_places(directory: Path, *, overlay: Path | None = None) -> FindPlace:
    """Return the function that tells `check_examples` where an example line stands."""
    from resumefit.lexicon.places import example_places as places

    return places(directory, overlay=overlay)


def lexicon_for_spacy(folder: str | None = None) -> Lexicon:
    """Load the lexicon in `folder`, resumefit's own for None. In spaCy's registry as `resumefit.lexicon.v1`."""
    return load_lexicon(Path(folder) if folder else data_dir("skill_lexicon"))
