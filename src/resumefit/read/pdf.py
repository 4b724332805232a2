"""PDF: PDFium gives glyphs, this package gives words, lines, columns and reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resumefit.core.document import Caution, Concealed
from resumefit.errors import DamagedFile, EncryptedFile
from resumefit.read.concealed import set_apart
from resumefit.read.drafts import Draft, Reading
from resumefit.read.layout import lay_out
from resumefit.read.limits import Limits
from resumefit.read.pdf_glyphs import address_of, page_view, read_glyphs
from resumefit.read.pdf_words import make_words

if TYPE_CHECKING:
    import pypdfium2


def read_pdf(data: bytes, *, name: str, limits: Limits, password: str | None = None) -> Reading:
    """Read a PDF page by page."""
    document = open_pdf(data, name=name, password=password)
    try:
        count = len(document)
        drafts: list[Draft] = []
        cautions: list[Caution] = []
        concealed: list[Concealed] = []
        if count > limits.pages:
            cautions.append(Caution("too-many-pages", f"only the first {limits.pages} of {count} pages were read"))
        for number in range(1, min(count, limits.pages) + 1):
            page_drafts, hidden = _read_page(document, number, limits=limits)
            drafts += page_drafts
            concealed += hidden
    finally:
        document.close()
    return Reading("pdf", tuple(drafts), pages=count, cautions=tuple(cautions), concealed=tuple(concealed))


def open_pdf(data: bytes, *, name: str, password: str | None = None) -> pypdfium2.PdfDocument:
    """Open a PDF from memory; EncryptedFile or DamagedFile when PDFium cannot."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            problem = "the password is wrong" if password else "the file is locked with a password"
            raise EncryptedFile(name, problem, "Give it with --password, or save a copy without one") from error
        raise DamagedFile(name, "the PDF cannot be opened", "Export or download it again") from error


def _read_page(document: pypdfium2.PdfDocument, number: int, *, limits: Limits) -> tuple[list[Draft], list[Concealed]]:
    import pypdfium2.raw as raw

    page = document[number - 1]
    view = page_view(page)
    text_page = page.get_textpage()
    try:
        handle = address_of(text_page)
        count = min(raw.FPDFText_CountChars(text_page), limits.page_characters)
        glyphs = read_glyphs(handle, count, view=view)
        words, hidden = set_apart(make_words(glyphs, handle=handle, view=view), page, view=view, number=number)
    finally:
        text_page.close()
        page.close()
    return lay_out(words, view=view, page=number), hidden
