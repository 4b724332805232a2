"""Finds skills in resumes with spaCy, and says whose they are and whether they were done. The only importer of spaCy."""

from __future__ import annotations

from resumefit.match.examples import check_examples
from resumefit.match.matcher import Matcher, build_matcher

__all__ = ["Matcher", "build_matcher", "check_examples"]
