"""Finds a file's format from its bytes. The name's ending decides only between kinds of plain text."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile

from resumefit.read.encodings import decode, is_text

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"%!PS-Adobe", "postscript"),
    (b"\x7fELF", "program"),
)
_BITMAP_HEADERS = frozenset((12, 40, 52, 56, 64, 108, 124))  # bytes of the header that follows, by version
_PDF_HEADER = re.compile(rb"%PDF-\d")
_PDF_PARTS = re.compile(rb"\d \d+ obj\b|startxref|%%EOF")
_HEAD = 8192  # characters that a format is told by
_HEADER = re.compile(
    r"(From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|X-[\w-]+|Content-Type)[ \t]*:", re.I
)
_ANY_HEADER = re.compile(r"[!-9;-~]+[ \t]*:")
_HEADERS_MOST = 200
_MAILBOX = re.compile(r"From \S+ .*\n")  # the line that mailbox files put before each message
_PAGE = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.I)
_HTML = re.compile(
    r"<(a|article|b|br|center|div|em|font|form|h[1-6]|header|hr|i|img|li|main|meta|nav|ol|p|section|span|strong|style|table|title|u|ul)"
    r"\b[^<>]*>",
    re.I,
)
_COMMENTS = re.compile(r"\s*(<!--(?:(?!-->).)*+-->\s*)+", re.S)
_XML_ROOT = re.compile(r"<\s*([A-Za-z_][\w.:-]*)")
_XML_MARKS = re.compile(r"<\?xml|xmlns(:\w+)?\s*=")
_JSON = re.compile(r"\[\s*[\[{\"]|\{\s*[\"}]")
_JSON_RESUME = re.compile(r'"(basics|work|education|skills)"\s*:')
_MARKDOWN = re.compile(r"^(#{1,6} \S|\*\*[^*\n]{1,200}\*\*|\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)|```)", re.M)


def sniff(data: bytes, *, name: str) -> str:
    """Name the format: pdf, docx, odt, rtf, html, markdown, txt, json, xml, eml, an image kind, or a kind not read."""
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip_kind(data)
    header = _PDF_HEADER.search(data[:1024])
    if header and (not data[: header.start()].strip() or _PDF_PARTS.search(data)):
        return "pdf"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return _ole_kind(data) if kind == "ole" else kind
    if data[:2] == b"BM" and len(data) > 18 and struct.unpack_from("<I", data, 14)[0] in _BITMAP_HEADERS:
        return "bmp"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"heim"):
        return "heic"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if not is_text(data):
        return "program" if data[:2] == b"MZ" else "binary"
    return _text_kind(data, name=name)


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename for info in archive.infolist()[:5000]}
            mimetype = (
                archive.read("mimetype")[:100]
                if "mimetype" in names and archive.getinfo("mimetype").file_size < 200
                else b""
            )
    except Exception:  # zipfile raises many kinds on damaged archives; what it held can still be guessed
        head = data[:4000]
        return (
            "docx"
            if b"word/" in head or b"[Content_Types].xml" in head
            else "odt"
            if b"opendocument" in head
            else "zip"
        )
    if b"opendocument.text" in mimetype:
        return "odt"
    if any(n.startswith("word/") for n in names):
        return "docx"
    if any(n.startswith("xl/") for n in names):
        return "xlsx"
    if any(n.startswith("ppt/") for n in names):
        return "pptx"
    if "content.xml" in names:
        return "odt"
    if "Index/Document.iwa" in names:
        return "pages"
    return "zip"


def _ole_kind(data: bytes) -> str:
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted-office"
    return "ole"


def _text_kind(data: bytes, *, name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    head = decode(data[: 4 * _HEAD]).text.lstrip()
    if not head:
        return "empty" if not data.strip() else "txt"
    if _is_mail(head, ending=ending):
        return "eml"
    comments = _COMMENTS.match(head)
    if head.startswith("<!--") and not comments:  # a comment longer than the head
        comments = _COMMENTS.match(decode(data).text)
        head = decode(data).text[comments.end() :] if comments else head
        comments = None
    head = head[comments.end() if comments else 0 :][:_HEAD]
    if _JSON.match(head) and (ending == "json" or _JSON_RESUME.search(head) or _is_json(data)):
        return "json"
    if head.startswith("<"):
        return _marked_up(head, ending=ending)
    if ending in ("html", "htm", "xhtml") and (_PAGE.search(head) or _HTML.search(head)):
        return "html"
    if ending in ("md", "markdown", "mdown"):
        return "markdown"
    if ending in ("txt", "text"):
        return "txt"
    return "markdown" if len(_MARKDOWN.findall(head)) >= 2 else "txt"


def _marked_up(head: str, *, ending: str) -> str:
    """Tell what begins with a tag: a page, a piece of one, other XML, Markdown that begins with HTML, or words in brackets."""
    if _PAGE.search(head):
        return "html"
    if head.lower().startswith(("<?xml", "<!doctype")):
        return "xml"
    if _HTML.match(head):
        return "markdown" if ending in ("md", "markdown", "mdown") else "html"
    root = _XML_ROOT.match(head)
    if root and (ending == "xml" or _XML_MARKS.search(head) or f"</{root.group(1)}" in head):
        return "xml"
    return "markdown" if ending in ("md", "markdown", "mdown") else "txt"


def _is_mail(head: str, *, ending: str) -> bool:
    """Tell a message by its headers: three before an empty line, or one where the name says that it is a message."""
    mailbox = _MAILBOX.match(head)
    lines = head[mailbox.end() if mailbox else 0 :].splitlines()[:_HEADERS_MOST]
    if not lines or not _HEADER.match(lines[0]):
        return False
    headers = lines[: lines.index("")] if "" in lines else lines
    whole = all(_ANY_HEADER.match(line) or line[0] in " \t" for line in headers)
    return ending == "eml" or (whole and sum(1 for line in headers if _HEADER.match(line)) >= 3)


def _is_json(data: bytes) -> bool:
    try:
        json.loads(decode(data).text)
    except (ValueError, RecursionError):
        return False
    return True
