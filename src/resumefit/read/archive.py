"""Opens the ZIP archives that DOCX and ODT are, without trusting what they declare.

Members are read by name into memory, never unpacked to disk, so path tricks have nothing to reach. Sizes are counted
while unpacking. An archive without its directory (a cut-off download) is read from its local headers.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from resumefit.errors import DamagedFile, EncryptedFile, OverLimit
from resumefit.read.limits import Limits

_LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
LOCKED = "the file is locked with a password, and passwords open PDFs alone"
LOCKED_REMEDY = "Save a copy without a password, or export it to PDF"
_LOCAL_MARK = b"PK\x03\x04"
_REMEDY_SPLIT = "Save the resume again from the word processor, without large pictures, or raise the limit"


@dataclass(slots=True)
class Archive:
    """The members of an archive, unpacked on demand. `damaged` once its directory or a member proved broken."""

    name: str
    limits: Limits
    data: bytes
    members: frozenset[str]
    zip_file: zipfile.ZipFile | None
    rescued: dict[str, bytes] | None = None
    damaged: bool = False

    def read(self, member: str) -> bytes | None:
        """Return a member's bytes, or None if it is not there; OverLimit when it unpacks to too much."""
        if self.zip_file is None:
            return self.salvaged().get(member)
        if member not in self.members:
            return None
        info = self.zip_file.getinfo(member)
        if info.flag_bits & 0x1:
            raise EncryptedFile(self.name, LOCKED, LOCKED_REMEDY)
        content = _unpack(self.zip_file, info, name=self.name, limits=self.limits)
        if content is None:
            self.damaged = True
            content = self.salvaged().get(member)
        return content

    def main(self, member: str) -> bytes:
        """Return the bytes of the member that holds the text; DamagedFile when it is not there."""
        content = self.read(member)
        if content is None:
            cut = self.damaged
            raise DamagedFile(
                self.name,
                "the file is cut off before its text begins" if cut else "the document inside the file is missing",
                "Download or save it again" if cut else "Save it again from the word processor",
            )
        return content

    def salvaged(self) -> dict[str, bytes]:
        """Return what can be read without the archive's directory and checksums."""
        if self.rescued is None:
            self.rescued = _rescue(self.data, limits=self.limits)
        return self.rescued


def open_archive(data: bytes, *, name: str, limits: Limits) -> Archive:
    """Open an archive from memory; DamagedFile when not even local headers can be read."""
    try:
        zip_file = zipfile.ZipFile(io.BytesIO(data))
        infos = zip_file.infolist()
    except Exception as error:  # zipfile raises BadZipFile, struct.error, ValueError, ... on broken directories
        rescued = _rescue(data, limits=limits)
        if not rescued:
            raise DamagedFile(
                name, "the archive inside the file is broken", "Save or download the file again"
            ) from error
        return Archive(name, limits, data, frozenset(rescued), None, rescued, damaged=True)
    if len(infos) > limits.archive_members:
        raise OverLimit(
            name, f"the file holds {len(infos)} parts, the limit is {limits.archive_members}", _REMEDY_SPLIT
        )
    return Archive(name, limits, data, frozenset(info.filename for info in infos), zip_file)


def _unpack(zip_file: zipfile.ZipFile, info: zipfile.ZipInfo, *, name: str, limits: Limits) -> bytes | None:
    """Unpack one member, counting; None when it is broken."""
    allowed = min(limits.xml_bytes, limits.archive_bytes, max(1_000_000, info.compress_size * limits.archive_ratio))
    try:
        with zip_file.open(info) as stream:
            content = stream.read(allowed + 1)
    except Exception:  # BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OSError
        return None
    if len(content) > allowed:
        raise OverLimit(name, f"the part {info.filename[:80]!r} unpacks to more than {allowed:,} bytes", _REMEDY_SPLIT)
    return content


def _rescue(data: bytes, *, limits: Limits) -> dict[str, bytes]:
    """Read members from their local headers, as far as the bytes go; work is bounded by the size of the file."""
    found: dict[str, bytes] = {}
    view = memoryview(data)
    position, unpacked, looked_at = 0, 0, 0
    for _ in range(limits.archive_members):
        position = data.find(_LOCAL_MARK, position)
        if position < 0 or position + _LOCAL_HEADER.size > len(data):
            break
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, position)
        name_at = position + _LOCAL_HEADER.size
        start = name_at + name_length + extra_length
        member = data[name_at : name_at + name_length].decode("utf-8", "replace")
        content, used = b"", 0
        if method == zipfile.ZIP_STORED:
            content = data[start : start + min(packed, limits.xml_bytes)]
            used = len(content)
        elif method == zipfile.ZIP_DEFLATED and not flags & 0x1:
            content, used = _inflate(view[start:], at_most=min(limits.xml_bytes, limits.archive_bytes - unpacked))
        if content and member not in found:
            found[member] = content
        unpacked += len(content)
        looked_at += used
        if unpacked >= limits.archive_bytes or looked_at > 2 * len(data):
            break
        # What was read whole holds no other header; after what broke, the next one is looked for inside.
        position = start + used if content and data[start + used : start + used + 2] == b"PK" else position + 4
    return found


def _inflate(packed: memoryview, *, at_most: int) -> tuple[bytes, int]:
    """Unpack raw deflate data until it ends, breaks or reaches `at_most` bytes; tell also how much of it was used."""
    engine = zlib.decompressobj(-15)
    pieces: list[bytes] = []
    size = used = 0
    for start in range(0, len(packed), 4096):
        block = packed[start : start + 4096]
        try:
            piece = engine.decompress(block, max(1, at_most - size))
        except zlib.error:
            break
        pieces.append(piece)
        size += len(piece)
        used += len(block)
        if engine.eof or size >= at_most:
            used -= len(engine.unused_data)
            break
    return b"".join(pieces), used
