"""Changes words in a document as it was read, so that everything after reading can be run on it again.

Lines keep their place, look and page; only their words and offsets change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumefit.core.document import Document


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`words` for the characters from `start` up to `stop`; an insertion when both are the same. Within one line."""

    start: int
    stop: int
    words: str

    @property
    def growth(self) -> int:
        """How many characters longer the text gets."""
        return len(self.words) - (self.stop - self.start)


def apply_edits(document: Document, edits: Sequence[Edit]) -> Document:
    """Return the document with the edits made; of edits that overlap, the first counts."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].stop:
            kept.append(edit)
    parts, at = [], 0
    for edit in kept:
        parts += [document.text[at : edit.start], edit.words]
        at = edit.stop
    text = "".join([*parts, document.text[at:]])
    lines = tuple(
        replace(
            line,
            start=line.start + sum(edit.growth for edit in kept if edit.start < line.start),
            # What is inserted at the end of a line belongs to it.
            stop=line.stop + sum(edit.growth for edit in kept if edit.start <= line.stop),
        )
        for line in document.lines
    )
    return replace(document, text=text, lines=lines)
