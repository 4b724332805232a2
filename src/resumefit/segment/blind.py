"""Takes personal data out of a document and its structure, before anything else sees them.

Each stretch becomes a placeholder such as [name], and every offset moves with it, so later stages work as on any other text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from resumefit.core.document import Document, Span
from resumefit.core.resume import Personal, Resume


def redact(document: Document, resume: Resume) -> tuple[Document, Resume]:
    """Return both without personal data; the file's own name, which often is the person's, goes too."""
    shift = _Shift(resume.personal)
    text = shift.apply(document.text)
    lines = tuple(replace(line, start=shift.at(line.start), stop=shift.at(line.stop)) for line in document.lines)
    blind = replace(
        document,
        name=f"[resume]{PurePath(document.name).suffix.lower()}",
        text=text,
        lines=lines,
        cautions=tuple(
            replace(entry, message=_without(entry.message, document.text, resume.personal)) for entry in document.cautions
        ),
        concealed=tuple(replace(entry, text="[left out]") for entry in document.concealed),
    )

    def words(value: str | None) -> str | None:
        return None if value is None else _without(value, document.text, resume.personal)

    return blind, replace(
        resume,
        name=None,
        sections=tuple(
            replace(entry, heading=words(entry.heading), start=shift.at(entry.start), stop=shift.at(entry.stop))
            for entry in resume.sections
        ),
        positions=tuple(
            replace(
                entry,
                title=words(entry.title) or "",
                company=words(entry.company) or "",
                location=words(entry.location),
                span=Span(shift.at(entry.span.start), shift.at(entry.span.stop)),
            )
            for entry in resume.positions
        ),
        sentences=tuple(
            replace(entry, start=shift.at(entry.start), stop=shift.at(entry.stop)) for entry in resume.sentences
        ),
        items=tuple(
            replace(
                entry,
                title=words(entry.title) or "",
                issuer=None,
                span=Span(shift.at(entry.span.start), shift.at(entry.span.stop)),
            )
            for entry in resume.items
        ),
        personal=(),
        cautions=tuple(replace(entry, message=words(entry.message) or "") for entry in resume.cautions),
        places=tuple(Span(shift.at(entry.start), shift.at(entry.stop)) for entry in resume.places),
    )


class _Shift:
    """Where each offset of the old text stands in the new one; offsets inside a stretch go to the placeholder's edges."""

    def __init__(self, personal: Sequence[Personal]) -> None:
        self._spans = [(entry.span.start, entry.span.stop, f"[{entry.kind}]") for entry in personal]
        self._starts = [start for start, _, _ in self._spans]
        self._moved = [0]
        for start, stop, words in self._spans:
            self._moved.append(self._moved[-1] + len(words) - (stop - start))

    def apply(self, text: str) -> str:
        """Return the text with placeholders."""
        parts, at = [], 0
        for start, stop, words in self._spans:
            parts += [text[at:start], words]
            at = stop
        return "".join([*parts, text[at:]])

    def at(self, offset: int) -> int:
        """Return the new place of an old offset."""
        count = bisect_right(self._starts, offset - 1)
        if count and offset < self._spans[count - 1][1]:
            start, _, words = self._spans[count - 1]
            return start + self._moved[count - 1] + len(words)
        return offset + self._moved[count]


def _without(value: str, text: str, personal: Sequence[Personal]) -> str:
    """Take personal words out of a value that was copied from the text."""
    for entry in sorted(personal, key=lambda item: item.span.start - item.span.stop):
        words = text[entry.span.start : entry.span.stop]
        if len(words) > 2:
            value = value.replace(words, f"[{entry.kind}]")
    return value
