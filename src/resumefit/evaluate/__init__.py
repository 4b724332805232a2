"""Measures quality on labelled sets: figures with intervals, misses, and a comparison with an earlier run."""

from resumefit.evaluate.figures import Figure, bootstrap
from resumefit.evaluate.run import Evaluation, compare_with, evaluate_resumes, evaluate_sentences

__all__ = ["Evaluation", "Figure", "bootstrap", "compare_with", "evaluate_resumes", "evaluate_sentences"]
