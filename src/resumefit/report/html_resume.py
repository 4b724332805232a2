"""The resume as a page shows it: its own words in paragraphs, with line numbers and the evidence marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from resumefit.core.assessment import Assessment
from resumefit.core.document import Line, LineRole
from resumefit.core.lexicon import Lexicon
from resumefit.report.marks import Stretch, stretches
from resumefit.report.words import Labels

_SIDE_WIDTH = 38  # characters; a column of lines no longer than this is a sidebar


@dataclass(frozen=True, slots=True)
class PieceView:
    """A stretch of a paragraph; `line` is set where a line starts, for links to it."""

    stretch: Stretch
    line: int | None


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """Lines that run on into one another. `look` is head, title, furniture (page headers and footers), blank or nothing."""

    number: int
    look: str
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """Paragraphs of one column. A sidebar is set in several columns, as its lines are short."""

    side: bool
    paragraphs: tuple[ParagraphView, ...]


def resume_view(assessment: Assessment, lexicon: Lexicon, labels: Labels) -> tuple[BlockView, ...]:
    """Return the whole text, block by block; joined again, the pieces give it back."""
    text = assessment.document.text
    families = {item.id: item.family for item in lexicon.competencies}
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n" and at + 1 < len(text))]
    pieces = stretches(text, assessment.mentions, families=families, labels=labels.competencies, cuts=starts)
    found = _paragraphs(starts, pieces, assessment)
    blocks = groupby(found, key=lambda pair: pair[1])
    return tuple(_block([paragraph for paragraph, _ in group], column, starts, text) for column, group in blocks)


def _paragraphs(
    starts: Sequence[int], pieces: Sequence[Stretch], assessment: Assessment
) -> list[tuple[ParagraphView, tuple[int, int]]]:
    """Return each paragraph with its page and column; a blank line belongs to the column above it."""
    numbers = {start: number for number, start in enumerate(starts, start=1)}
    firsts = [start for start in starts if not _runs_on(start, assessment)]
    found: list[tuple[ParagraphView, tuple[int, int]]] = []
    column = (1, 0)
    for first, after in pairwise([*firsts, len(assessment.document.text) + 1]):
        own = [piece for piece in pieces if first <= piece.start < after]
        line = _line_at(first, assessment.document.lines)
        blank = not "".join(piece.text for piece in own).strip()
        column = (line.page, line.column) if line and not blank else column
        views = tuple(PieceView(piece, numbers.get(piece.start)) for piece in own)
        found.append((ParagraphView(numbers[first], "blank" if blank else _look(first, line, assessment), views), column))
    return found


def _runs_on(start: int, assessment: Assessment) -> bool:
    """Tell whether the line that starts here goes on with the sentence of the line above."""
    sentences = assessment.resume.sentences
    at = bisect_right(sentences, start - 1, key=lambda sentence: sentence.start) - 1
    return start > 0 and at >= 0 and sentences[at].start < start < sentences[at].stop


def _line_at(start: int, lines: Sequence[Line]) -> Line | None:
    at = bisect_right(lines, start, key=lambda line: line.start)
    return next((line for line in lines[max(0, at - 1) : at + 1] if line.stop >= start), None)


def _look(start: int, line: Line | None, assessment: Assessment) -> str:
    resume = assessment.resume
    if line is not None and line.role is not LineRole.BODY:
        return "furniture"
    if any(section.heading and section.start == start for section in resume.sections):
        return "head"
    return "title" if any(position.span.start == start for position in resume.positions) else ""


def _block(
    paragraphs: Sequence[ParagraphView], column: tuple[int, int], starts: Sequence[int], text: str
) -> BlockView:
    first, last = paragraphs[0].number, paragraphs[-1].number
    ends = [*starts[1:], len(text)]
    widths = [ends[number - 1] - starts[number - 1] for number in range(first, last + 1)]
    return BlockView(column[1] > 0 and max(widths) <= _SIDE_WIDTH + 1 and len(widths) > 2, tuple(paragraphs))
