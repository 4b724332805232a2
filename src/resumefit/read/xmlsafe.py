"""Parses XML that may be hostile: no entities, no DTD, no network, bounded size and depth, broken ends repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resumefit.errors import DamagedFile, OverLimit
from resumefit.read.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_ENTITIES = b"<!ENTITY"


def parse_xml(data: bytes, *, name: str, limits: Limits) -> _Element:
    """Return the root element. Entity references are dropped, never expanded."""
    return parse_as_far(data, name=name, limits=limits)[0]


def parse_as_far(data: bytes, *, name: str, limits: Limits) -> tuple[_Element, bool]:
    """Return the root element of XML, broken XML as far as it could be repaired, and whether it was whole.

    OverLimit when it is too large, or nested too deeply before any text.
    """
    from lxml import etree

    if len(data) > limits.xml_bytes:
        raise OverLimit(
            name, f"an XML part has {len(data):,} bytes", f"The limit is {limits.xml_bytes:,}; save the file again"
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,  # libxml2 then refuses depth over 256 and over-long text by itself
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(name, "its XML cannot be read", "Save or download the file again") from error
    if root is not None and _ENTITIES in data:
        etree.strip_elements(root, etree.Entity, with_tail=False)
    if root is None:
        raise DamagedFile(name, "its XML is empty", "Save or download the file again")
    if _too_deep(parser) and not any(text.strip() for text in root.itertext()):
        raise OverLimit(name, "its elements are nested too deeply", "Save it again in a simpler form, or as PDF")
    return root, not any(entry.level >= etree.ErrorLevels.ERROR for entry in parser.error_log)


def _too_deep(parser: XMLParser) -> bool:
    from lxml import etree

    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT and "depth" in entry.message for entry in parser.error_log)


def local(tag: object) -> str:
    """Return a tag's name without its namespace; '' for comments and entities."""
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""
