"""Finds how a resume is built: sections, positions in time, sentences, personal data. Reads words and looks, never skills."""

from resumefit.segment.blind import redact
from resumefit.segment.jsonresume import JsonResume, to_json_resume
from resumefit.segment.structure import segment

__all__ = ["JsonResume", "redact", "segment", "to_json_resume"]
