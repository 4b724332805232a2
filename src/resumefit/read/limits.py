"""Every limit that reading keeps, in one place.

A resume is small. Whatever needs more than this is refused with `OverLimit`, which names the limit and the remedy, or,
where a part can still be read, is read so far with a caution. Callers override single fields with
`dataclasses.replace(DEFAULT_LIMITS, pages=200)`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds. Sizes are in bytes, times in seconds of wall clock."""

    file_bytes: int = 30_000_000
    """A scanned resume of ten pages has about 10 MB."""

    pages: int = 50
    """Pages past this are left out, with a caution: academic CVs reach 40."""

    characters: int = 500_000
    """Characters of text in all; a dense page has 6,000."""

    lines: int = 10_000
    """Lines of text in all; an academic CV of fifty pages has 3,000."""

    line_characters: int = 2_000
    """A longer line is broken at a space, with a caution; a paragraph without line breaks has some 1,000."""

    page_characters: int = 60_000
    """Characters on one page; more is a map or an attack."""

    page_words: int = 15_000
    """Pieces of text on one page: layout costs grow with their number."""

    pixels: int = 60_000_000
    """Width times height of an image, before it is decoded."""

    archive_members: int = 3_000
    """Files in a DOCX or ODT."""

    archive_bytes: int = 120_000_000
    """Unpacked size of all members, by what really comes out, not by what the archive declares."""

    archive_ratio: int = 300
    """Unpacked size over packed size of one member that is larger than 1 MB."""

    xml_bytes: int = 40_000_000
    """One XML part."""

    nesting: int = 200
    """Elements, tables, JSON values or e-mail parts inside each other."""

    rtf_groups: int = 2_000
    """Groups of an RTF file inside each other; writers open one for nearly every change of type."""

    list_depth: int = 50
    """Lists in lists."""

    css_rules: int = 5_000
    """Rules of an HTML file's style sheets; those after them are left out, with a caution."""

    css_bytes: int = 500_000
    """Text of an HTML file's style sheets, in all."""

    seconds: float = 30.0
    """One file, reading and segmenting; the child process is ended after this."""

    office_seconds: float = 45.0
    """LibreOffice converting one old Word file; less than the 60 seconds that a scan gives a file unless told otherwise, so that
    the file is then reported as slow to convert. A shorter `--timeout` ends it before."""

    ocr_seconds_a_page: float = 60.0
    """Added to `seconds` for each page that goes to character recognition."""

    memory_bytes: int = 2_000_000_000
    """Address space the child process may add."""

    recognition_memory_bytes: int = 3_000_000_000
    """Address space on top of it once character recognition starts; a page of 300 dots an inch uses 1,700 MB of it."""

    attachments: int = 20
    """Attachments of an e-mail or a PDF that are looked at."""


DEFAULT_LIMITS = Limits()
