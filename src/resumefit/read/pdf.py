"""PDF: PDFium gives glyphs, this package gives words, lines, columns and reading order."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from resumefit.core.document import Caution
from resumefit.core.garbage import collection_paused
from resumefit.errors import DamagedFile, OverLimit
from resumefit.read.concealed import has_text_layer, set_apart
from resumefit.read.drafts import Draft, Reading
from resumefit.read.filedate import last_month
from resumefit.read.furniture import with_furniture
from resumefit.read.layout import lay_out
from resumefit.read.limits import Limits
from resumefit.read.page_flow import along_columns
from resumefit.read.pdf_fonts import judge_fonts
from resumefit.read.pdf_glyphs import Glyphs, View, page_view, read_glyphs, reference_of
from resumefit.read.pdf_ocr import recognise_where_needed
from resumefit.read.pdf_open import open_pdf
from resumefit.read.pdf_page import Page
from resumefit.read.pdf_shapes import is_page_picture, shows_pictures
from resumefit.read.pdf_turn import set_upright, straightened
from resumefit.read.pdf_words import make_words
from resumefit.read.quality import is_nearly_empty, judge_page
from resumefit.read.second_reading import AGREEMENT_LEAST, PAGES_MOST, agreement, read_again
from resumefit.read.words import Word

if TYPE_CHECKING:
    import pypdfium2


_TAIL_BYTES = 4096  # readers accept the end mark within the last 1,024 bytes; mailers append a little
_STAMP_MOST = 120  # letters and figures of what scanners and archives print on a scan
_DOUBTS = frozenset(
    {
        "engines-disagree",
        "garbled-text",
        "lost-characters",
        "overlapping-lines",
        "unsure-recognition",
        "lines-lost",
        "damaged-page",
        "page-needs-ocr",
        "truncated",
    }
)


def read_pdf(
    data: bytes,
    *,
    name: str,
    limits: Limits,
    password: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Reading:
    """Read a PDF page by page. Pages without text are recognised where the extra is there, else told of.

    NeedsOcr when no page has text and recognition is not installed.
    """
    document, data, mended = open_pdf(data, name=name, password=password)
    try:
        count = len(document)
        dated = last_month(*(document.get_metadata_value(key) for key in ("CreationDate", "ModDate")))
        if count == 0:
            raise DamagedFile(name, "the PDF has no pages", "Export or download it again")
        pages = []
        started = time.monotonic()
        for number in range(1, min(count, limits.pages) + 1):
            if time.monotonic() - started > limits.seconds:
                raise OverLimit(name, f"reading took more than {limits.seconds:.0f} seconds", "Print it to a new PDF")
            with collection_paused():  # a page is thousands of small values, none of them in a circle
                pages.append(_read_page(document, number, name=name, limits=limits))
        pages = _read_again_where_wrong(pages, data, password=password)
        pages = recognise_where_needed(document, pages, name=name, limits=limits, progress=progress)
    finally:
        document.close()
    with_roles = with_furniture([page.drafts for page in pages])
    pages = [replace(page, drafts=drafts) for page, drafts in zip(pages, with_roles, strict=True)]
    cautions = [c for page in pages for c in page.cautions]
    if mended or b"%%EOF" not in data[-_TAIL_BYTES:]:
        cautions.append(Caution("truncated", "the file is cut off or damaged; what could be read was read"))
    if count > limits.pages:
        cautions.append(Caution("too-many-pages", f"only the first {limits.pages} of {count} pages were read"))
    return Reading(
        "pdf",
        tuple(along_columns([page.drafts for page in pages])),
        pages=count,
        cautions=tuple(cautions),
        concealed=tuple(c for page in pages for c in page.concealed),
        doubtful=any(c.code in _DOUBTS for c in cautions),
        dated=dated,
    )


def _read_again_where_wrong(pages: list[Page], data: bytes, *, password: str | None) -> list[Page]:
    """Try pages that are garbled or lost characters with the second engine, and keep what reads better."""
    wrong = {p.number for p in pages if p.has("garbled-text", "lost-characters")}
    if not wrong or len(wrong) > PAGES_MOST:
        return pages
    return [_read_again(p, data, password=password) if p.number in wrong else p for p in pages]


def _read_again(old: Page, data: bytes, *, password: str | None) -> Page:
    hidden = " ".join(c.text for c in old.concealed)
    words, fonts = read_again(data, old.number, password=password)
    words = [word for word in words if word.text not in hidden]
    drafts = lay_out(words, page=old.number)
    if is_nearly_empty(drafts):
        return old
    cautions = judge_page(drafts, page=old.number, fonts=judge_fonts(fonts))
    differ = _disagreement(old.drafts, drafts, page=old.number)
    if len(cautions) >= len(old.cautions):
        return replace(old, cautions=[*old.cautions, *differ])
    note = Caution("second-reading", "the first reading looked wrong; this is a second engine's", old.number)
    return replace(old, drafts=drafts, cautions=[note, *cautions, *differ])


def _disagreement(first: list[Draft], second: list[Draft], *, page: int) -> list[Caution]:
    """Say that two engines read different words: one of them is wrong, and neither can tell which."""
    share = agreement(*(" ".join(draft.text for draft in drafts) for drafts in (first, second)))
    if share >= AGREEMENT_LEAST:
        return []
    return [Caution("engines-disagree", f"two readings of this page share only {share:.0%} of their words", page)]


def _read_page(document: pypdfium2.PdfDocument, number: int, *, name: str, limits: Limits) -> Page:
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        page = document[number - 1]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Page(number, [], [], [Caution("damaged-page", "this page is damaged and was not read", number)])
    try:
        handle = reference_of(text_page)
        count = raw.FPDFText_CountChars(text_page)
        if count > limits.page_characters:
            raise OverLimit(
                name,
                f"page {number} has {count:,} characters",
                f"The limit is {limits.page_characters:,}; is this a resume?",
            )
        slant = set_upright(page, text_page, count)
        view = page_view(page)
        glyphs = read_glyphs(handle, max(0, count), view=view)
        if slant:
            glyphs = straightened(glyphs, slant, view=view)
        words, fonts = make_words(glyphs, handle=handle, view=view)
        words, hidden = set_apart(words, page, view=view, number=number, handle=handle)
        if len(words) > limits.page_words:
            raise OverLimit(
                name,
                f"page {number} has {len(words):,} pieces of text",
                f"The limit is {limits.page_words:,}; is this a resume?",
            )
        drafts = lay_out(words, page=number)
        is_picture = _is_picture(drafts, words, page, view)
        unmapped = _unmapped_share(glyphs)
        cautions = judge_page(drafts, page=number, unmapped=unmapped, fonts=judge_fonts(fonts))
    finally:
        text_page.close()
        page.close()
    return Page(number, drafts, hidden, cautions, is_picture)


def _is_picture(drafts: list[Draft], words: list[Word], page: pypdfium2.PdfPage, view: View) -> bool:
    """Tell whether a page shows more words than it has text: none and a picture, or a line of it on a scan.

    A scan's own layer of recognised words says what the picture shows.
    """
    if is_nearly_empty(drafts):
        return shows_pictures(page, view=view)
    little = is_nearly_empty(drafts, least=_STAMP_MOST)
    return little and not has_text_layer(words) and is_page_picture(page, view=view)


def _unmapped_share(glyphs: Glyphs) -> float:
    """The share of characters that the file's fonts give no meaning: none, private use or non-characters."""
    if glyphs.text.isascii() and "\0" not in glyphs.text:
        return 0.0
    lost = {code for code in set(glyphs.codes) if code in (0, 0xFFFD) or 0xE000 <= code <= 0xF8FF}
    return sum(map(glyphs.codes.count, lost)) / len(glyphs.codes) if lost else 0.0
