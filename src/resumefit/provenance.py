"""What a result was made by: the versions and content hashes that its numbers depend on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from resumefit.core.assessment import Provenance
from resumefit.core.lexicon import Lexicon
from resumefit.learned import Meta, load_meta
from resumefit.lexicon import load_lexicon
from resumefit.resources import data_dir
from resumefit.score.constants import SCORING_VERSION
from resumefit.version import __version__

PARAPHRASE_MODEL = "competency_evidence"
STATUS_MODEL = "skill_status"
SENSE_MODEL = "word_sense"
HEADS_MODEL = "head_cells"
_MODELS = (PARAPHRASE_MODEL, STATUS_MODEL, SENSE_MODEL, HEADS_MODEL)


def provenance(*, overlay: Path | None = None) -> Provenance:
    """Return what a report made now would depend on, without loading the matcher."""
    lexicon = load_lexicon(data_dir("skill_lexicon"), overlay=overlay)
    return provenance_of(lexicon, [load_meta(data_dir("models") / name) for name in _MODELS])


def provenance_of(lexicon: Lexicon, models: Sequence[Meta]) -> Provenance:
    """Return what a report made with this lexicon and these models depends on."""
    return Provenance(
        resumefit=__version__,
        lexicon=f"{lexicon.version}+{lexicon.content_hash}",
        scoring=SCORING_VERSION,
        models=tuple((model.name, model.version) for model in models),
    )
