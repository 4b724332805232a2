"""Reading: the bytes of a file become one `Document`, the text a person would read in the order they would read it.

`read_document` is the way in. The format is found from the bytes; each format's reader is imported when it is needed.
"""

from __future__ import annotations

import hashlib

from resumefit.core.document import Document, DocumentState
from resumefit.errors import DamagedFile, NoText, OverLimit, ResumefitError, UnsupportedFormat
from resumefit.read.drafts import Reading, assemble
from resumefit.read.limits import DEFAULT_LIMITS, Limits
from resumefit.read.sniff import sniff

__all__ = ["DEFAULT_LIMITS", "Limits", "read_document"]

_READ = "PDF, DOCX, ODT, RTF, HTML, Markdown, plain text, JSON Resume, Europass XML, e-mail and images"


def read_document(data: bytes, *, name: str, limits: Limits = DEFAULT_LIMITS, password: str | None = None) -> Document:
    """Read a file's bytes; `name` is for messages and, between kinds of plain text only, for its ending.

    Raises a `FileError` (UnsupportedFormat, DamagedFile, EncryptedFile, OverLimit, NoText, NeedsOcr) with a remedy.
    """
    if len(data) > limits.file_bytes:
        raise OverLimit(name, f"the file has {len(data):,} bytes", f"The limit is {limits.file_bytes:,}; make it smaller")
    kind = sniff(data, name=name)
    try:
        reading = _read(kind, data, name=name, limits=limits, password=password)
    except ResumefitError:
        raise
    except (MemoryError, RecursionError) as error:
        raise OverLimit(name, "the file is nested too deeply or too large to read", "Save it again in a simpler form") from error
    except Exception as error:  # a hostile file may break any parser anywhere; it must cost one clear line
        raise DamagedFile(name, f"the {kind} file cannot be read ({type(error).__name__})", "Save or export it again") from error
    text, lines = assemble(reading.drafts)
    if not any(character.isalnum() for character in text):
        raise NoText(name, "there are no words in the file", "Check that it is the right file and not empty")
    if len(text) > limits.characters:
        raise OverLimit(name, f"the text has {len(text):,} characters", f"The limit is {limits.characters:,}; is this a resume?")
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=reading.format,
        pages=max(1, reading.pages),
        text=text,
        lines=lines,
        state=DocumentState.DOUBTFUL if reading.doubtful else DocumentState.OK,
        cautions=reading.cautions,
        concealed=reading.concealed,
    )


def _read(kind: str, data: bytes, *, name: str, limits: Limits, password: str | None) -> Reading:
    if kind == "empty":
        raise NoText(name, "the file is empty", "Check that it was saved or downloaded completely")
    if kind == "pdf":
        from resumefit.read.pdf import read_pdf

        return read_pdf(data, name=name, limits=limits, password=password)
    if kind == "docx":
        from resumefit.read.docx import read_docx

        return read_docx(data, name=name, limits=limits)
    if kind == "txt":
        from resumefit.read.plain import read_plain

        return read_plain(data)
    if kind == "markdown":
        from resumefit.read.markdown import read_markdown

        return read_markdown(data)
    raise UnsupportedFormat(name, f"files of the kind '{kind}' are not read", f"Save it as one of: {_READ}")
