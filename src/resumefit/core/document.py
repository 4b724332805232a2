"""What reading gives: one text, and where on which page each line of it stood.

Every offset anywhere in resumefit is a half-open character range of `Document.text`. Nothing is searched again later.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter


class DocumentState(StrEnum):
    """How far the text can be trusted; anything but OK is said in the report."""

    OK = "ok"
    DOUBTFUL = "doubtful"
    NEEDS_OCR = "needs-ocr"
    REFUSED = "refused"


class LineRole(StrEnum):
    """What a line is to its page. Only BODY lines carry the story; the others are kept in `text` but set apart."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters from `start` up to but not including `stop`."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"Span must be ordered and not negative, got start={self.start} stop={self.stop}")

    def overlaps(self, other: Span) -> bool:
        """Tell whether at least one character is in both."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points, origin at the page's top left, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of `Document.text`, without its line break, and how it looked.

    `start`/`stop` index the text. `page` counts from 1. Fields that a format does not know are None: plain text has no
    box or font size. `heading_level` is set only where the format itself says so (DOCX styles, HTML h1-h6, Markdown #).
    `column` numbers the columns of a page in reading order, 0 for full width. `list_depth` is 0 for no list item, 1
    for a bullet, 2 for a bullet's bullet. `gap_above` is the white space to the line above in the same column, in
    line heights of this line (None when unknown).
    """

    start: int
    stop: int
    page: int = 1
    box: Box | None = None
    font_size: float | None = None
    bold: bool | None = None
    heading_level: int | None = None
    list_depth: int = 0
    column: int = 0
    gap_above: float | None = None
    role: LineRole = LineRole.BODY


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the reader of a report should know. `code` is a stable slug; `page` counts from 1."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Concealed:
    """Text that a person looking at the page would not see; worth nothing, but shown."""

    kind: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text in reading order. `lines` are in text order and do not overlap; `sha256` is of the file's bytes.

    `dated` is the month, YYYY-MM, in which the file's own properties say it was last saved; None where they do not.
    """

    name: str
    sha256: str
    format: str
    pages: int
    text: str
    lines: tuple[Line, ...]
    state: DocumentState = DocumentState.OK
    cautions: tuple[Caution, ...] = ()
    concealed: tuple[Concealed, ...] = ()
    dated: str | None = None

    def line_of(self, offset: int) -> int:
        """Return the line of the text, from 1, in which the character at `offset` stands."""
        return self.text.count("\n", 0, offset) + 1

    def page_at(self, offset: int) -> int:
        """Return the page, from 1, on which the character at `offset` stands."""
        before = bisect_right(self.lines, offset, key=attrgetter("start"))
        return self.lines[before - 1].page if before else 1
