"""The Europass XML that a Europass PDF carries along, for PDFs whose own pages cannot be read well.

Only then: what is attached is not what a person sees on the page, so it never stands in for pages that read well.
"""

from __future__ import annotations

import pypdfium2

from resumefit.errors import FileError
from resumefit.read.drafts import Reading
from resumefit.read.europass import read_europass
from resumefit.read.limits import Limits


def europass_in_pdf(data: bytes, *, name: str, limits: Limits, password: str | None = None) -> Reading | None:
    """Return the reading of the first Europass XML attached to a PDF; None when there is none."""
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError:
        return None
    try:
        for index in range(min(document.count_attachments(), limits.attachments)):
            found = _europass(document, index, name=name, limits=limits)
            if found is not None:
                return found
    finally:
        document.close()
    return None


def _europass(document: pypdfium2.PdfDocument, index: int, *, name: str, limits: Limits) -> Reading | None:
    try:
        attachment = document.get_attachment(index)
        if not attachment.get_name().casefold().endswith(".xml"):
            return None
        content = bytes(attachment.get_data())
    except (pypdfium2.PdfiumError, ValueError):
        return None
    if len(content) > limits.file_bytes:
        return None
    try:
        return read_europass(content, name=name, limits=limits)
    except FileError:
        return None
