"""Reading: the bytes of a file become one `Document`, the text a person would read in the order they would read it.

`read_document` is the way in. The format is found from the bytes; each format's reader is imported when it is needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from resumefit.core.document import Caution, Document, DocumentState
from resumefit.errors import DamagedFile, EncryptedFile, FileError, NoText, OverLimit, ResumefitError, UnsupportedFormat
from resumefit.read.archive import LOCKED, LOCKED_REMEDY
from resumefit.read.drafts import Reading, assemble, break_lines
from resumefit.read.limits import DEFAULT_LIMITS, Limits
from resumefit.read.quality import judge_page
from resumefit.read.sniff import sniff

__all__ = ["DEFAULT_LIMITS", "Limits", "read_document"]

TEXT_FORMATS = frozenset({"docx", "doc", "odt", "rtf", "html", "markdown", "txt", "json-resume", "europass"})
_EQUALS_MOST = 3  # attachments of an e-mail that are read to see which is the resume
_READ = "PDF, DOCX, ODT, RTF, HTML, Markdown, plain text, JSON Resume, Europass XML, e-mail and images"


def read_document(
    data: bytes,
    *,
    name: str,
    limits: Limits = DEFAULT_LIMITS,
    password: str | None = None,
    progress: Callable[[str], None] | None = None,
) -> Document:
    """Read a file's bytes; `name` is for messages and, between kinds of plain text only, for its ending.

    Raises a `FileError` (UnsupportedFormat, DamagedFile, EncryptedFile, OverLimit, NoText, NeedsOcr) with a remedy.
    `progress` is told what is slow: the pages that go to character recognition.
    """
    if len(data) > limits.file_bytes:
        raise OverLimit(
            name, f"the file has {len(data):,} bytes", f"The limit is {limits.file_bytes:,}; make it smaller"
        )
    kind = sniff(data, name=name)
    try:
        reading = _read(kind, data, _Asked(name, limits, password, progress))
    except ResumefitError:
        raise
    except (MemoryError, RecursionError) as error:
        raise OverLimit(
            name, "the file is nested too deeply or too large to read", "Save it again in a simpler form"
        ) from error
    except Exception as error:  # a hostile file may break any parser anywhere; it must cost one clear line
        raise DamagedFile(
            name, f"the {kind} file cannot be read ({type(error).__name__})", "Save or export it again"
        ) from error
    drafts, broken = break_lines(reading.drafts, most=limits.line_characters)
    text, lines = assemble(drafts)
    if not any(character.isalnum() for character in text):
        raise _no_words(reading, name=name)
    if len(text) > limits.characters:
        raise OverLimit(
            name, f"the text has {len(text):,} characters", f"The limit is {limits.characters:,}; is this a resume?"
        )
    if len(lines) > limits.lines:
        raise OverLimit(name, f"the text has {len(lines):,} lines", f"The limit is {limits.lines:,}; is this a resume?")
    if broken:
        told = f"lines of more than {limits.line_characters:,} characters were broken: {broken}"
        reading = replace(reading, cautions=(*reading.cautions, Caution("long-lines", told)))
    cautions, doubtful = _with_doubts(reading)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=reading.format,
        pages=max(1, reading.pages),
        text=text,
        lines=lines,
        state=DocumentState.DOUBTFUL if doubtful else DocumentState.OK,
        cautions=cautions,
        concealed=reading.concealed,
        dated=reading.dated,
    )


def _no_words(reading: Reading, *, name: str) -> FileError:
    """Say why nothing was found: a file that is cut off, or all of whose words are concealed, is not simply empty."""
    if any(caution.code == "truncated" for caution in reading.cautions):
        return DamagedFile(name, "the file is cut off before its text begins", "Download or save it again")
    if reading.concealed:
        return NoText(name, "all words in the file are hidden from view", "Check that it is the right file")
    return NoText(name, "there are no words in the file", "Check that it is the right file and not empty")


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    limits: Limits
    password: str | None
    progress: Callable[[str], None] | None


def _with_doubts(reading: Reading) -> tuple[tuple[Caution, ...], bool]:
    """Add the cautions that hold for every format; PDFs and pictures have judged their pages already."""
    cautions, doubtful = list(reading.cautions), reading.doubtful
    if reading.format in TEXT_FORMATS:
        found = judge_page(reading.drafts, page=1)
        cautions += found
        doubtful = doubtful or bool(found)
    for page in sorted({c.page or 1 for c in reading.concealed}):
        hidden = [c for c in reading.concealed if (c.page or 1) == page]
        letters = sum(len(c.text) for c in hidden)
        cautions.append(
            Caution("concealed-text", f"{letters} characters that a person would not see were found and left out", page)
        )
    return tuple(cautions), doubtful


def _read(kind: str, data: bytes, asked: _Asked) -> Reading:
    name, limits = asked.name, asked.limits
    if kind == "empty":
        raise NoText(name, "the file is empty", "Check that it was saved or downloaded completely")
    if kind == "pdf":
        return _read_pdf(data, asked)
    if kind in ("png", "jpeg", "tiff", "heic", "webp", "bmp", "gif"):
        from resumefit.read.images import read_image

        return read_image(data, kind, name=name, limits=limits, progress=asked.progress)
    if kind == "eml":
        return _read_mail(data, asked)
    if kind == "doc":
        from resumefit.read.office import doc_to_docx

        return replace(
            _read_text_format("docx", doc_to_docx(data, name=name, limits=limits, progress=asked.progress), name=name, limits=limits),
            format="doc",
        )
    if kind in TEXT_FORMATS or kind in ("json", "xml"):
        return _read_text_format(kind, data, name=name, limits=limits)
    if kind == "encrypted-office":
        raise EncryptedFile(name, LOCKED, LOCKED_REMEDY)
    raise UnsupportedFormat(name, f"files of the kind '{kind}' are not read", f"Save it as one of: {_READ}")


def _read_mail(data: bytes, asked: _Asked) -> Reading:
    """Read the attachment of an e-mail that is likeliest the resume; of equals the one with most of a resume's headings."""
    from resumefit.read.mail import open_mail
    from resumefit.read.shapes_of_text import is_section_label

    mail = open_mail(data, name=asked.name, limits=asked.limits)
    likeliest = [part for part in mail.parts if part.rank == mail.parts[0].rank][:_EQUALS_MOST]
    rest = mail.parts[len(likeliest) : _EQUALS_MOST]
    best: tuple[int, Reading] | None = None
    failed: list[ResumefitError] = []
    for part in (*likeliest, *rest):
        if best is not None and part in rest:
            break
        try:
            reading = _read(part.kind, part.content, asked)
        except ResumefitError as error:
            failed.append(error)
            continue
        labels = sum(1 for draft in reading.drafts if is_section_label(draft.text.strip(" :")))
        if best is None or labels > best[0]:
            told = Caution("from-e-mail", f"the {part.kind} '{part.name[:80]}' inside the e-mail was read")
            best = labels, replace(reading, cautions=(*reading.cautions, told))
    if best is None:
        raise failed[0]
    if mail.whole:
        return best[1]
    cut = Caution("truncated", "the e-mail is cut off or damaged; what could be read was read")
    return replace(best[1], cautions=(*best[1].cautions, cut), doubtful=True)


def _read_pdf(data: bytes, asked: _Asked) -> Reading:
    """Read a PDF's pages, or the Europass XML that it carries where its pages cannot be read well."""
    from resumefit.read.pdf import read_pdf
    from resumefit.read.pdf_attachments import europass_in_pdf

    unread: NoText | None = None
    reading: Reading | None = None
    try:
        reading = read_pdf(data, name=asked.name, limits=asked.limits, password=asked.password, progress=asked.progress)
    except NoText as error:
        unread = error
    if reading is not None and reading.drafts and not reading.doubtful:
        return reading
    attached = europass_in_pdf(data, name=asked.name, limits=asked.limits, password=asked.password)
    if attached is not None:
        told = Caution("from-attachment", "its pages cannot be read well; the Europass data attached to the PDF was read instead")
        return replace(attached, format="pdf", cautions=(*attached.cautions, told))
    if reading is None:
        raise unread or NoText(asked.name, "it has no readable text", "Export it again")
    return reading


def _read_text_format(kind: str, data: bytes, *, name: str, limits: Limits) -> Reading:
    if kind == "docx":
        from resumefit.read.docx import read_docx

        return read_docx(data, name=name, limits=limits)
    if kind == "odt":
        from resumefit.read.odt import read_odt

        return read_odt(data, name=name, limits=limits)
    if kind == "rtf":
        from resumefit.read.rtf import read_rtf

        return read_rtf(data, name=name, limits=limits)
    if kind == "html":
        from resumefit.read.html import read_html

        return read_html(data, name=name, limits=limits)
    if kind == "json":
        from resumefit.read.jsonresume import read_json_resume

        return read_json_resume(data, name=name, limits=limits)
    if kind == "xml":
        from resumefit.read.europass import read_europass

        return read_europass(data, name=name, limits=limits)
    if kind == "markdown":
        from resumefit.read.markdown import read_markdown

        return read_markdown(data, limits=limits)
    from resumefit.read.plain import read_plain

    return read_plain(data)
