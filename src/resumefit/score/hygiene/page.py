"""What every check of the writing looks at, and how it points at a place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from resumefit.core.assessment import Finding
from resumefit.core.document import Document
from resumefit.core.marks import BEFORE_WORDS
from resumefit.core.mention import Mention
from resumefit.core.resume import Resume, Sentence
from resumefit.core.wording import cut

_QUOTE = 90


@dataclass(frozen=True, slots=True)
class Page:
    """A resume as read. `tells_result` says of a sentence whether it carries a measured result."""

    document: Document
    resume: Resume
    mentions: tuple[Mention, ...]
    tells_result: Callable[[str], bool]

    def first_line_of_page(self, number: int | None) -> int | None:
        """Say where a page starts in the text, None when nothing of it was read."""
        if number is None:
            return None
        first = next((line for line in self.document.lines if line.page == number), None)
        return None if first is None else self.document.line_of(first.start)

    def words(self, start: int, stop: int) -> str:
        """Return a stretch of the text on one line, as it stands."""
        return " ".join(self.document.text[start:stop].split())

    def said(self, sentence: Sentence) -> str:
        """Return a sentence on one line, without its bullet."""
        return self.words(sentence.start, sentence.stop).lstrip(BEFORE_WORDS)

    def about(self, code: str, problem: str, remedy: str, *, start: int, stop: int, detail: str = "") -> Finding:
        """Make a finding about a stretch of the text, and quote it."""
        quote = self.words(start, stop).lstrip(BEFORE_WORDS)
        return Finding(code, problem, remedy, self.document.line_of(start), cut(quote, _QUOTE), detail)
