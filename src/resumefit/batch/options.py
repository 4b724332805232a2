"""What a scan computes, as against how it runs: crosses into the workers, and loads nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from resumefit.core.resume import YearMonth

# The posting's column in rankings, beside those of the roles.
POSTING = "posting"
POSTING_LABEL = "The posting"
# The tables that a ranking is written as.
FORMATS = ("csv", "jsonl", "xlsx", "parquet", "html")
# What became of files that have a score.
READ_STATES = ("ok", "doubtful")


@dataclass(frozen=True, slots=True)
class PostingFile:
    """A job posting as the user named it."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """A hash of its bytes: what a result depends on."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Options:
    """What a scan's numbers depend on besides the files: crosses into the workers once. `pages` asks for HTML reports as well.

    `own_date` is for a month that the user did not choose: 'present' in an old resume then ends at the date it gives itself.
    `semantic` is as for `load_engine`.
    """

    as_of: YearMonth
    blind: bool
    overlay: Path | None
    memory_mb: int
    pages: bool = False
    posting: PostingFile | None = None
    own_date: bool = False
    semantic: bool = False
