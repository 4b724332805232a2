"""A skill found in the text, and whether it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How the resume speaks of a skill. Only DEMONSTRATED and LISTED add to a score."""

    DEMONSTRATED = "demonstrated"
    LISTED = "listed"
    ASPIRING = "aspiring"
    NEGATED = "negated"
    OTHER = "other"

    @property
    def adds_to_score(self) -> bool:
        """Tell whether a mention of this status is evidence."""
        return self in (Status.DEMONSTRATED, Status.LISTED)


class FoundBy(StrEnum):
    """What found a mention: a named skill of the lexicon, or the paraphrase level (patterns and model)."""

    LEXICON = "lexicon"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a competency shows. Its id is its index in the tuple that the matcher returns, in text order.

    `start`/`stop` index the text; the sentence is `text[sentence_start:sentence_stop]`. `skill` is None when found by
    MODEL. `confidence` is in (0, 1]. `counted` is whether it may add to a score; `reason` says why or why not.
    `section` is a section kind, `position` an index into `Resume.positions`.
    """

    skill: str | None
    label: str
    competency: str
    status: Status
    start: int
    stop: int
    sentence_start: int
    sentence_stop: int
    section: str | None = None
    position: int | None = None
    page: int | None = None
    outcome: bool = False
    found_by: FoundBy = FoundBy.LEXICON
    confidence: float = 1.0
    counted: bool = True
    reason: str = ""
