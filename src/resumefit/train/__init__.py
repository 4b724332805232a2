"""Makes the models of `models/` from the lines in `training/`. scikit-learn and skops stay in here."""

from resumefit.train.context import train_context
from resumefit.train.evidence import train_evidence
from resumefit.train.heads import train_heads
from resumefit.train.senses import train_senses
from resumefit.train.sentences import train_sentences
from resumefit.train.statuses import train_statuses

__all__ = ["train_context", "train_evidence", "train_heads", "train_senses", "train_sentences", "train_statuses"]
