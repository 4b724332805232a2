"""The parts of a DOCX package: which is the document, what it refers to, and parts in other formats that it takes in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resumefit.errors import DamagedFile, FileError, OverLimit
from resumefit.read.archive import Archive
from resumefit.read.drafts import Draft, Reading
from resumefit.read.sniff import sniff
from resumefit.read.xmlsafe import local, parse_as_far

if TYPE_CHECKING:
    from lxml.etree import _Element

# "Strict Open XML" has other names for the same things.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_NESTING_LEAST = 50  # halved with each document inside another, so that one cannot hold itself for ever
_TYPE_OF_DOCUMENT = "/officeDocument"


@dataclass(slots=True)
class Package:
    """A DOCX file's parts, its document among them, and the targets of the document's relations by their ids."""

    archive: Archive
    main: str
    folder: str
    targets: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def part(self, member: str) -> _Element | None:
        """Parse a part that the document can do without; a broken one is left out."""
        content = self.archive.read(member)
        try:
            return parse_office_xml(content, self.archive) if content else None
        except (DamagedFile, OverLimit):
            self.archive.damaged = True
            return None

    def target(self, relation: str) -> str | None:
        """Return the member that a relation of the document leads to."""
        target = self.targets.get(relation)
        if not target:
            return None
        return target.lstrip("/") if target.startswith("/") else self.folder + target

    def of_kind(self, kind: str, usual: str) -> _Element | None:
        """Parse the part that a relation of a kind ("styles") leads to, or that stands where it usually does."""
        relation = next((key for key, value in self.kinds.items() if value.endswith(f"/{kind}")), None)
        member = self.target(relation) if relation is not None else None
        found = self.part(member) if member is not None else None
        return found if found is not None else self.part(self.folder + usual)


def open_package(archive: Archive) -> Package:
    """Find the document's part and what it refers to."""
    package = Package(archive, "word/document.xml", "word/")
    root = package.part("_rels/.rels")
    for relation in root if root is not None else ():
        target = str(relation.get("Target") or "").lstrip("/")
        if str(relation.get("Type") or "").endswith(_TYPE_OF_DOCUMENT) and target in archive.members:
            package.main = target
    folder, _, file = package.main.rpartition("/")
    package.folder = folder + "/" if folder else ""
    relations = package.part(f"{package.folder}_rels/{file}.rels")
    for relation in relations if relations is not None else ():
        if relation.get("TargetMode") != "External":
            package.targets[str(relation.get("Id"))] = str(relation.get("Target") or "")
            package.kinds[str(relation.get("Id"))] = str(relation.get("Type") or "")
    return package


def parse_office_xml(content: bytes, archive: Archive) -> _Element:
    """Parse a part, with the names of strict files brought to the usual ones; what is broken makes the archive damaged."""
    if _STRICT in content:
        for strict, usual in _STRICT_NAMES:
            content = content.replace(strict, usual)
    root, whole = parse_as_far(content, name=archive.name, limits=archive.limits)
    archive.damaged = archive.damaged or not whole
    return root


def read_taken_in(package: Package, relation: str) -> Reading | None:
    """Read a part in another format that Word shows as if it were the document's; None when that cannot be done."""
    member = package.target(relation)
    content = package.archive.read(member) if member is not None else None
    if not content or member is None:
        return None
    kind = sniff(content, name=member)
    limits = replace(package.archive.limits, nesting=package.archive.limits.nesting // 2)
    name = package.archive.name
    try:
        if kind == "html":
            from resumefit.read.html import read_html

            return read_html(content, name=name, limits=limits)
        if kind == "rtf":
            from resumefit.read.rtf import read_rtf

            return read_rtf(content, name=name, limits=limits)
        if kind == "txt":
            from resumefit.read.plain import read_plain

            return read_plain(content)
        if kind == "eml":  # a web page as one file
            from resumefit.read.html import read_html
            from resumefit.read.mail import open_mail

            pages = [part for part in open_mail(content, name=name, limits=limits).parts if part.kind == "html"]
            return read_html(pages[0].content, name=name, limits=limits) if pages else None
        if kind == "docx" and limits.nesting >= _NESTING_LEAST:
            from resumefit.read.docx import read_docx

            return read_docx(content, name=name, limits=limits)
    except FileError:
        return None
    return None


def diagram_drafts(package: Package, relation: str, *, page: int) -> list[Draft]:
    """Read the words of a diagram (SmartArt), each of its points a line."""
    member = package.target(relation)
    root = package.part(member) if member is not None else None
    drafts: list[Draft] = []
    for point in root.iter() if root is not None else ():
        if local(point.tag) != "pt":
            continue
        for paragraph in point.iter():
            if local(paragraph.tag) == "p":
                text = "".join(e.text or "" for e in paragraph.iter() if local(e.tag) == "t")
                drafts += [Draft(text.strip(), page=page)] if text.strip() else []
    return drafts
