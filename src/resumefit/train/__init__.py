"""Makes the models of `models/` from the lines in `training/`. scikit-learn and skops stay in here."""

from resumefit.train.evidence import train_evidence

__all__ = ["train_evidence"]
