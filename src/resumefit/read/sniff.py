"""Finds a file's format from its bytes. The name's ending decides only between kinds of plain text."""

from __future__ import annotations

import io
import json
import re
import zipfile

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"\x1f\x8b", "gzip"),
    (b"%!PS", "postscript"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_HEADER = re.compile(
    rb"^(From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|X-[\w-]+|Content-Type)\s*:",
    re.I,
)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|div|table|p|h1|section|article)\b", re.I)
_XML_ROOT = re.compile(rb"<\s*([A-Za-z_][\w.:-]*)")
_MARKDOWN = re.compile(r"^(#{1,6} \S|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]+\)|```)", re.M)


def sniff(data: bytes, *, name: str) -> str:
    """Name the format: pdf, docx, odt, rtf, html, markdown, txt, json, xml, eml, an image kind, or a kind not read."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip_kind(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return _ole_kind(data) if kind == "ole" else kind
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"heim"):
        return "heic"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
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
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = data[: 8192 - len(data) % 2].decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head:
        return "empty"
    if ending == "eml" or _is_mail(head):
        return "eml"
    if head[:1] in (b"{", b"[") and _is_json(data):
        return "json"
    if head.startswith(b"<?xml") or (head.startswith(b"<") and not _HTML.search(head)):
        return "html" if _HTML.search(head) else "xml" if _XML_ROOT.search(head) else "txt"
    if _HTML.search(head) and head.startswith(b"<"):
        return "html"
    if ending in ("html", "htm", "xhtml") and _HTML.search(head):
        return "html"
    if _is_binary(data):
        return "binary"
    if ending in ("md", "markdown", "mdown"):
        return "markdown"
    if ending in ("txt", "text"):
        return "txt"
    return "markdown" if len(_MARKDOWN.findall(head.decode("utf-8", "replace"))) >= 2 else "txt"


def _is_mail(head: bytes) -> bool:
    lines = head.splitlines()[:40]
    found = sum(1 for line in lines if _HEADER.match(line))
    return bool(lines) and bool(_HEADER.match(lines[0])) and found >= 3


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _is_binary(data: bytes) -> bool:
    sample = data[:8192]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or sample[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return False
    nulls = sample.count(0)
    if nulls:  # UTF-16 without a mark: about every other byte is zero, on one side
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        controls = sum(1 for byte in sample if 0 < byte < 9 or 13 < byte < 32)
        one_sided = max(even, odd) > 0.3 * len(sample) / 2 and min(even, odd) < 0.05 * len(sample)
        return not one_sided or controls > 0.02 * len(sample)
    controls = sum(1 for byte in sample if byte < 9 or 13 < byte < 27 or 27 < byte < 32)
    return controls > max(2, 0.02 * len(sample))
