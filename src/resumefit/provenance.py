"""What a result was made by: the versions and content hashes that its numbers depend on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from resumefit.core.assessment import Provenance
from resumefit.core.lexicon import Lexicon
from resumefit.learned import SENTENCE_ENCODER, Meta, load_meta
from resumefit.lexicon import load_lexicon
from resumefit.resources import data_dir
from resumefit.version import SCORING_VERSION, __version__

PARAPHRASE_MODEL = "competency_evidence"
CONTEXT_MODEL = "evidence_in_context"
STATUS_MODEL = "skill_status"
SENSE_MODEL = "word_sense"
HEADS_MODEL = "head_cells"
SEMANTIC_MODEL = "sentence_evidence"
_MODELS = (PARAPHRASE_MODEL, CONTEXT_MODEL, STATUS_MODEL, SENSE_MODEL, HEADS_MODEL)
_SEMANTIC_MODELS = (SEMANTIC_MODEL, SENTENCE_ENCODER)


def provenance(*, overlay: Path | None = None, semantic: bool = False) -> Provenance:
    """Return what a report made now would depend on, without loading the matcher; `semantic` as for `load_engine`."""
    lexicon = load_lexicon(data_dir("skill_lexicon"), overlay=overlay)
    names = (*_MODELS, *_SEMANTIC_MODELS) if semantic else _MODELS
    return provenance_of(lexicon, [load_meta(data_dir("models") / name) for name in names])


def provenance_of(lexicon: Lexicon, models: Sequence[Meta]) -> Provenance:
    """Return what a report made with this lexicon and these models depends on."""
    return Provenance(
        resumefit=__version__,
        lexicon=f"{lexicon.version}+{lexicon.content_hash}",
        scoring=SCORING_VERSION,
        models=tuple((model.name, model.version) for model in models),
    )
