"""Loads the fitted models of `models/` and lets them predict, without importing scikit-learn.

scikit-learn fits the models and skops keeps them (`model.skops`), but importing both takes twice as long as spaCy, so each
folder also holds the same coefficients as a NumPy archive, and that is what is read here. A test proves that the two agree.
"""

from resumefit.learned.cells import CellModel, load_cell_model
from resumefit.learned.context import LogisticModel, load_context_model
from resumefit.learned.encoder import FOLDER as SENTENCE_ENCODER
from resumefit.learned.folder import Meta, load_meta
from resumefit.learned.hashed import HashedModel, load_hashed_model
from resumefit.learned.linear import LinearTextModel, load_text_model
from resumefit.learned.sentences import SemanticTextModel, load_semantic_model
from resumefit.learned.vectors import FOLDER as WORD_VECTORS
from resumefit.learned.vectors import WordVectors, load_word_vectors

__all__ = [
    "SENTENCE_ENCODER",
    "WORD_VECTORS",
    "CellModel",
    "HashedModel",
    "LinearTextModel",
    "LogisticModel",
    "Meta",
    "SemanticTextModel",
    "WordVectors",
    "load_cell_model",
    "load_context_model",
    "load_hashed_model",
    "load_meta",
    "load_semantic_model",
    "load_text_model",
    "load_word_vectors",
]
