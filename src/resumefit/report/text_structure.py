"""`parse` for a person: what was read, which sections and positions were found, what to be careful about."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from resumefit.core.document import Document
from resumefit.core.resume import Position, Resume, SectionKind
from resumefit.report.canvas import Canvas
from resumefit.report.shown import shown_name, shown_text
from resumefit.report.words import STATE_WORDS, months_words, position_dates


def structure_text(document: Document, resume: Resume, *, width: int = 80, colour: bool = False) -> str:
    """Return the structure of a resume as lines of at most `width` columns."""
    page = Canvas(width=width, colour=colour)
    page.line(Text(shown_name(document.name), style="bold"))
    pages = "1 page" if document.pages == 1 else f"{document.pages} pages"
    page.line(f"{document.format}, {pages}, {len(document.text)} characters, read: {document.state}")
    if resume.name:
        page.line(f"Name: {shown_text(resume.name)}")
    _sections(page, resume)
    _positions(page, resume)
    _items(page, resume)
    _cautions(page, document, resume)
    return page.text()


def _sections(page: Canvas, resume: Resume) -> None:
    counts = Counter(sentence.section for sentence in resume.sentences)
    page.heading(f"SECTIONS ({len(resume.sections)})")
    for index, section in enumerate(resume.sections):
        heading = f"\u201c{shown_text(section.heading)}\u201d" if section.heading else "no heading"
        lines = counts.get(index, 0)
        page.line(f"{section.kind.value:15}{heading}, {lines} sentence{'' if lines == 1 else 's'}", indent=2, hang=15)


def _positions(page: Canvas, resume: Resume) -> None:
    page.heading(f"POSITIONS ({len(resume.positions)})")
    for position in resume.positions:
        _position(page, position)
    page.line(f"{resume.years_total:.1f} years in all, {resume.years_product:.1f} in product roles", indent=2)


def _position(page: Canvas, position: Position) -> None:
    head = Text(shown_text(position.title) or "(no title)", style="bold")
    head.append(f", {shown_text(position.company) or '(no employer)'}", style="not bold")
    page.line(head, indent=2, hang=2)
    product = "product role" if position.is_product_role else "no product role"
    reason = f" ({position.product_reason})" if position.product_reason else ""
    page.line(f"{position_dates(position)}, {months_words(position.months)}, {product}{reason}", indent=4, hang=2)


def _items(page: Canvas, resume: Resume) -> None:
    """Show degrees, certificates and the like under what they are; languages on one line."""
    for kind in SectionKind:
        items = [item for item in resume.items if resume.sections[item.section].kind is kind]
        if not items:
            continue
        page.heading(f"{kind.value.upper()} ({len(items)})")
        if kind is SectionKind.LANGUAGES:
            page.line(", ".join(shown_text(item.title) for item in items), indent=2, hang=2)
            continue
        for item in items:
            words = [shown_text(item.title), shown_text(item.issuer or ""), str(item.when or "")]
            page.line(", ".join(filter(None, words)), indent=2, hang=2)


def _cautions(page: Canvas, document: Document, resume: Resume) -> None:
    said = [STATE_WORDS[document.state]] if STATE_WORDS[document.state] else []
    said += [shown_text(caution.message) for caution in (*document.cautions, *resume.cautions)]
    said += [f"Concealed text ({item.kind}): \u201c{shown_text(item.text)}\u201d" for item in document.concealed]
    if said:
        page.heading("TAKE CARE")
    for words in said:
        page.line(f"! {words}", indent=2, hang=2)
