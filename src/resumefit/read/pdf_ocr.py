"""Recognises the pages of a PDF that have no text, or text that is rubbish, where the extra is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from resumefit.core.document import Caution
from resumefit.errors import NeedsOcr
from resumefit.read import ocr
from resumefit.read.drafts import Draft
from resumefit.read.images import recognised_cautions
from resumefit.read.layout import lay_out
from resumefit.read.limits import Limits
from resumefit.read.memory import add_memory_for_recognition
from resumefit.read.pdf_glyphs import page_view
from resumefit.read.pdf_page import Page
from resumefit.read.quality import is_nearly_empty

if TYPE_CHECKING:
    import pypdfium2

_SCALE = 300 / 72  # at 200 dots an inch the recogniser runs small words together
_LONGEST_SIDE = 3600  # pixels


def recognise_where_needed(
    document: pypdfium2.PdfDocument,
    pages: list[Page],
    *,
    name: str,
    limits: Limits,
    progress: Callable[[str], None] | None,
) -> list[Page]:
    """Recognise the pages whose text is missing or rubbish. NeedsOcr when the extra is missing and no page has text."""
    wanted = {p.number for p in pages if p.is_picture or p.has("garbled-text")}
    if not wanted:
        return pages
    add_memory_for_recognition(limits)
    remedy = ocr.what_is_missing()
    if remedy is not None:
        if all(p.is_picture or is_nearly_empty(p.drafts) for p in pages):
            pictures = any(p.is_picture for p in pages)
            problem = "its pages are pictures without text" if pictures else "its fonts hide their letters"
            raise NeedsOcr(name, problem, remedy)
        return [_unread(p, f"this page is a picture and was not read. {remedy}") if p.is_picture else p for p in pages]
    result: list[Page] = []
    for page in pages:
        if page.number in wanted:
            if progress is not None:
                progress(f"{name}: recognising page {page.number} of {len(pages)}")
            page = _recognise(document, page)
        result.append(page)
    return result


def _unread(page: Page, why: str) -> Page:
    return replace(page, cautions=[*page.cautions, Caution("page-needs-ocr", why, page.number)])


def _recognise(document: pypdfium2.PdfDocument, old: Page) -> Page:
    page = document[old.number - 1]
    view = page_view(page)
    scale = min(_SCALE, _LONGEST_SIDE / max(view.width, view.height, 1.0))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    picture = bitmap.to_numpy()[:, :, :3].copy()
    bitmap.close()
    page.close()
    try:
        found = ocr.recognise_page(picture, scale=scale)
    except ocr.RecognitionFailed as error:
        return _unread(old, f"character recognition gave up on this page ({error})")
    drafts = lay_out(found.words, page=old.number)
    if is_nearly_empty(drafts) or (old.is_picture and _letters(drafts) < _letters(old.drafts)):
        return old
    return replace(old, drafts=drafts, cautions=recognised_cautions(drafts, found, page=old.number))


def _letters(drafts: list[Draft]) -> int:
    return sum(character.isalnum() for draft in drafts for character in draft.text)
