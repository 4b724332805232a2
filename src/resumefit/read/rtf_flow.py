"""The running text of an RTF file, and of each box, header and note in it: paragraphs, and tables inside each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from resumefit.core.document import Concealed
from resumefit.read.colours import PAPER, Ground
from resumefit.read.drafts import Draft, with_bullet
from resumefit.read.paper import height_of
from resumefit.read.rows import join_table
from resumefit.read.rtf_look import Look, Tables, why_paragraph_hidden


@dataclass(slots=True)
class Table:
    """A table as it grows: its finished rows, the cells of the row that is read, and the cell that is."""

    rows: list[list[list[Draft]]] = field(default_factory=list)
    cells: list[list[Draft]] = field(default_factory=list)
    cell: list[Draft] = field(default_factory=list)

    def lines(self) -> list[Draft]:
        """Return the lines of the table, as far as it was read."""
        self.end_row()
        return join_table(self.rows)

    def end_row(self) -> None:
        """Finish the row that is read."""
        if self.cell:
            self.cells.append(self.cell)
        if self.cells:
            self.rows.append(self.cells)
        self.cells, self.cell = [], []


@dataclass(slots=True)
class Flow:
    """Text that runs on by itself. `kind` is what it is part of: "body", "box", "header", "footer" or "note"."""

    kind: str = "body"
    ground: Ground = PAPER
    hidden: str | None = None
    drafts: list[Draft] = field(default_factory=list)
    concealed: list[Concealed] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    row_grounds: list[Ground] = field(default_factory=list)
    row_hidden: str | None = None
    pieces: list[tuple[str, str | None]] = field(default_factory=list)
    mark: str = ""
    bold: int = 0
    letters: int = 0
    size: float = 12.0
    blank: bool = False
    numbers_pages: bool = False
    down: float = 0.0
    after: list[Flow] = field(default_factory=list)

    def beneath(self, look: Look) -> Ground:
        """Return what lies beneath a paragraph here: its cell's colour, else what the whole flow stands on."""
        if look.tables == 1:
            place = len(self.tables[0].cells) if self.tables else 0
            if place < len(self.row_grounds) and self.row_grounds[place] != frozenset():
                return self.row_grounds[place]
        return self.ground

    def say(self, text: str, reason: str | None, look: Look) -> None:
        """Add text to the paragraph, with why it cannot be seen."""
        self.pieces.append((text, reason if text.strip() else None))
        letters = len(text.strip())
        if letters and not reason:
            self.letters += letters
            self.bold += letters if look.bold else 0
            self.size = look.size

    def end_paragraph(self, look: Look, tables: Tables, *, in_cell: int = 0) -> None:
        """Finish the paragraph: into the cell of the table that it stands in, or of level `in_cell` at least."""
        pieces, self.pieces = self.pieces, []
        letters = sum(len(text.strip()) for text, _ in pieces)
        hidden = self.hidden or (self.row_hidden if look.tables or in_cell else None)
        hidden = hidden or why_paragraph_hidden(look, tables, letters=letters, in_flow=self.kind == "body")
        text = "".join(text for text, reason in pieces if not (reason or hidden))
        self._conceal(pieces, hidden)
        self.down += height_of(letters, look.size, tables.page) if letters else look.size
        depth = max(look.tables, in_cell)
        self._close_tables(depth)
        while len(self.tables) < depth:
            self.tables.append(Table())
        target = self.tables[-1].cell if depth else self.drafts
        target += self._drafts(text, look)
        for flow in self.after:
            if flow.drafts:
                target += [Draft("", starts_block=True), *flow.drafts, Draft("", starts_block=True)]
        self.after = []
        self.bold = self.letters = 0
        self.mark = ""

    def end_cell(self, look: Look, tables: Tables, *, level: int) -> None:
        """Finish a cell of the table at a level, from 1."""
        self.end_paragraph(replace(look, tables=level), tables, in_cell=level)
        table = self.tables[-1]
        table.cells.append(table.cell)
        table.cell = []

    def end_row(self, level: int) -> None:
        """Finish a row of the table at a level, from 1."""
        self._close_tables(level)
        if len(self.tables) == level:
            self.tables[-1].end_row()

    def finish(self, look: Look, tables: Tables) -> None:
        """Finish whatever is open."""
        self.end_paragraph(look, tables)
        self._close_tables(0)

    def _close_tables(self, depth: int) -> None:
        while len(self.tables) > depth:
            lines = self.tables.pop().lines()
            outer = self.tables[-1].cell if self.tables else self.drafts
            outer += lines

    def _conceal(self, pieces: list[tuple[str, str | None]], hidden: str | None) -> None:
        """Note what cannot be seen; pieces that follow each other and are hidden in one way are one."""
        runs: list[tuple[str, str]] = []
        broken = True
        for text, reason in pieces:
            kind = hidden or reason
            if kind is None:
                broken = broken or bool(text.strip())
                continue
            if runs and runs[-1][0] == kind and not broken:
                runs[-1] = (kind, runs[-1][1] + text)
            else:
                runs.append((kind, text))
            broken = False
        self.concealed += [Concealed(kind, " ".join(text.split()), 1) for kind, text in runs if text.strip()]

    def _drafts(self, text: str, look: Look) -> list[Draft]:
        if not text.strip():
            self.blank = True
            return []
        bold = self.bold * 2 > self.letters if self.letters else None
        found: list[Draft] = []
        for index, row in enumerate(text.split("\n")):
            if not row.strip():
                continue
            mark = self.mark if index == 0 else ""
            draft = Draft(
                f"{mark} {row.strip()}" if mark else row.strip(),
                font_size=self.size,
                bold=bold,
                heading_level=look.level,
                list_depth=look.depth + 1 if mark and look.level is None else 0,
                starts_block=self.blank or look.level is not None,
            )
            found.append(with_bullet(draft))
            self.blank = False
        return found
