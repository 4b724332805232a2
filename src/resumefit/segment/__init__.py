"""Finds how a resume is built: sections, positions in time, sentences, personal data. Reads words and looks, never skills."""

from resumefit.segment.blind import redact
from resumefit.segment.structure import segment

__all__ = ["redact", "segment"]
