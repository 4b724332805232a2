"""Opens PDFs, those too that are cut off or have lost their table of objects.

A PDF's table of objects stands at its end, so a download that stopped early has none, and PDFium, which searches the file
for objects then, finds no beginning. `mended` gives it one: the pages that are there, and a new end.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from resumefit.errors import DamagedFile, EncryptedFile

if TYPE_CHECKING:
    import pypdfium2

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,7})\s{1,3}(\d{1,5})\s{1,3}obj\b")
_TYPE = re.compile(rb"/Type\s{0,3}/(Catalog|Pages|Page|ObjStm)\b")
_NUMBER = {key: re.compile(rb"/" + key + rb"\s{1,3}(\d{1,7})\b") for key in (b"N", b"First")}
_STREAM = re.compile(rb"stream\r?\n")
_HEAD_BYTES = 4096  # of an object, in which its type is looked for
_OBJECTS_MOST = 200_000
_UNPACKED_MOST = 20_000_000  # bytes of packed objects in all
_PAGES_MOST = 500


def open_pdf(data: bytes, *, name: str, password: str | None = None) -> tuple[pypdfium2.PdfDocument, bytes, bool]:
    """Open a PDF from memory. Returns it with its bytes as they were read, and whether they had to be mended.

    EncryptedFile or DamagedFile when it cannot be opened.
    """
    try:
        return _open(data, name=name, password=password), data, False
    except DamagedFile:
        whole = mended(data)
        if whole is None:
            raise
        return _open(whole, name=name, password=password), whole, True


def _open(data: bytes, *, name: str, password: str | None) -> pypdfium2.PdfDocument:
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        return pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            problem = "the password is wrong" if password else "the file is locked with a password"
            raise EncryptedFile(name, problem, "Give it with --password, or save a copy without one") from error
        raise DamagedFile(name, "the PDF cannot be opened", "Export or download it again") from error


def mended(data: bytes) -> bytes | None:
    """Give a broken PDF an end from which its pages can be found; None when no page is there, or it is locked."""
    if b"/Encrypt" in data:
        return None
    data = _without_broken_end(data.replace(b"startxref", b""))  # that would lead past the new end
    packed = b"".join(_unpacked(data))
    whole = data + packed
    found: dict[str, list[tuple[int, int]]] = {"Catalog": [], "Pages": [], "Page": []}
    highest = 0
    for match in _objects(whole):
        number = int(match.group(1))
        highest = max(highest, number)
        kind = _TYPE.search(whole, match.end(), _end_of_head(whole, match.end()))
        if kind is not None and kind.group(1).decode() in found:
            found[kind.group(1).decode()].append((number, int(match.group(2))))
    if not found["Page"]:
        return None
    if found["Catalog"] and found["Pages"]:
        root = found["Catalog"][-1]
        return whole + b"trailer\n<</Root %d %d R>>\n%%%%EOF\n" % root
    pages = list(dict.fromkeys(found["Page"]))[:_PAGES_MOST]
    kids = b" ".join(b"%d %d R" % page for page in pages)
    tree = b"%d 0 obj\n<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 612 792]>>\nendobj\n" % (highest + 2, kids, len(pages))
    catalog = b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (highest + 1, highest + 2)
    return whole + catalog + tree + b"trailer\n<</Root %d 0 R>>\n%%%%EOF\n" % (highest + 1)


def _without_broken_end(data: bytes) -> bytes:
    """Close the stream that the file breaks off in; leave out anything else that was begun and not finished."""
    done = data.rfind(b"endobj") + len(b"endobj")
    tail = data[done:]
    if b"stream" in tail and b"/XRef" not in tail:
        return data + b"\nendstream\nendobj\n"
    return data[:done] + b"\n"


def _objects(data: bytes) -> list[re.Match[bytes]]:
    return [match for match, _ in zip(_OBJECT.finditer(data), range(_OBJECTS_MOST), strict=False)]


def _end_of_head(data: bytes, start: int) -> int:
    """Find where an object's dictionary ends at the latest: its stream, its end, or after the bytes that are looked at."""
    most = min(len(data), start + _HEAD_BYTES)
    ends = (data.find(mark, start, most) for mark in (b"stream", b"endobj"))
    return min((end for end in ends if end >= 0), default=most)


def _unpacked(data: bytes) -> list[bytes]:
    """Write out the objects that newer files keep packed inside streams."""
    result: list[bytes] = []
    left = _UNPACKED_MOST
    for match in _objects(data):
        stop = _end_of_head(data, match.end())
        kind = _TYPE.search(data, match.end(), stop)
        stream = _STREAM.match(data, stop)
        if kind is None or kind.group(1) != b"ObjStm" or stream is None or left <= 0:
            continue
        count, first = (_NUMBER[key].search(data, match.end(), stop) for key in (b"N", b"First"))
        if count is None or first is None:
            continue
        body = _inflated(data, stream.end(), most=left)
        left -= len(body)
        result += _written_out(body, count=int(count.group(1)), first=int(first.group(1)))
    return result


def _inflated(data: bytes, start: int, *, most: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(data[start : start + 2_000_000], most)
    except zlib.error:
        return b""


def _written_out(body: bytes, *, count: int, first: int) -> list[bytes]:
    """Turn a packed stream (pairs of number and place, then the objects) into plain objects."""
    numbers = [int(n) for n in body[:first].split()[: 2 * min(count, _OBJECTS_MOST)] if n.isdigit()]
    pairs = list(zip(numbers[0::2], numbers[1::2], strict=False))
    ends = [*(offset for _, offset in pairs[1:]), len(body) - first]
    return [
        b"%d 0 obj\n%s\nendobj\n" % (number, body[first + offset : first + end])
        for (number, offset), end in zip(pairs, ends, strict=False)  # none for a stream that breaks off in its list
    ]
