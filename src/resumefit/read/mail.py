"""E-mail (.eml): the resume attached to it, or, when nothing readable is attached, the message itself.

Headers are not part of the text; the attachment's name is told in a caution.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from resumefit.errors import NoText, UnsupportedFormat
from resumefit.read.encodings import decode
from resumefit.read.limits import Limits
from resumefit.read.sniff import sniff

_DOCUMENTS = ("pdf", "docx", "odt", "rtf", "doc", "encrypted-office")
_TEXTS = ("html", "markdown", "txt", "json", "xml")
_PICTURES = ("png", "jpeg", "tiff", "heic")
_READ = (*_DOCUMENTS, *_TEXTS, *_PICTURES)
_BODIES = frozenset({"html", "txt", "markdown", "png", "jpeg"})
_RANK_TEXT, _RANK_OTHER, _RANK_PICTURE, _RANK_BODY = 100, 200, 300, 1000
# Calendar entries, cards and signatures that mail programs add by themselves.
_ADDED = frozenset(
    {"text/calendar", "text/vcard", "text/x-vcard", "application/pgp-signature", "application/pkcs7-signature", "application/ics"}
)
_RESUME_WORDS = re.compile(
    r"(?<![^\W_])(resume|résumé|cv|curriculum|vitae?|lebenslauf|bewerbung|hoja de vida|currículo|curriculo)(?![^\W_])", re.IGNORECASE
)
_OTHER_WORDS = re.compile(
    r"cover|letter|anschreiben|motivation|lettre|carta|referenc|recommend|certificat|zeugnis|transcript|diploma|readme|"
    r"invoice|portfolio|posting|job.?desc|privacy|terms",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attached:
    """Something in an e-mail that can be read. The lower its rank, the likelier it is the resume."""

    content: bytes
    name: str
    kind: str
    rank: int


@dataclass(frozen=True, slots=True)
class Mail:
    """What an e-mail holds, likeliest first, and whether it is whole."""

    parts: tuple[Attached, ...]
    whole: bool


def open_mail(data: bytes, *, name: str, limits: Limits) -> Mail:
    """Find what can be read in an e-mail; another e-mail inside is looked through as well.

    Raises NoText when there is nothing, UnsupportedFormat when there is but an attachment that is not read.
    """
    message = message_from_bytes(data, policy=policy.default)
    found: list[Attached] = []
    unread: list[str] = []
    whole = True
    for index, part in enumerate(message.walk()):
        if index > limits.attachments * 4 or len(found) >= limits.attachments:
            break
        whole = whole and not part.defects
        if not isinstance(part, EmailMessage) or part.is_multipart() or part.get_content_type() in _ADDED:
            continue
        attached = _attached(part)
        if attached is None:
            continue
        if attached.kind in _READ:
            found.append(attached)
        elif part.get_filename():
            unread.append(str(part.get_filename())[:80])
        whole = whole and not part.defects
    documents = [part for part in found if part.rank < _RANK_BODY]
    if not documents and unread:
        raise UnsupportedFormat(name, f"its attachment '{unread[0]}' is of a kind that is not read", "Save it and give that file")
    if not found:
        raise NoText(
            name, "the e-mail has neither a readable attachment nor text", "Save the attachment and give that file"
        )
    return Mail(tuple(sorted(documents or found, key=lambda part: part.rank)), whole)


def _attached(part: EmailMessage) -> Attached | None:
    content = _content(part)
    if not content.strip():
        return None
    name = str(part.get_filename() or "")
    kind = sniff(content, name=name or "body.txt")
    is_file = bool(name) or part.get_content_disposition() == "attachment" or kind not in _BODIES
    rank = 0 if is_file else _RANK_BODY
    if kind in _TEXTS:
        rank += _RANK_TEXT + _TEXTS.index(kind)
    if kind in _PICTURES:  # a logo, a signature, a photograph; but a scan may be all there is
        rank += _RANK_PICTURE
    if _OTHER_WORDS.search(name):
        rank += _RANK_OTHER
    elif _RESUME_WORDS.search(name):
        rank -= _RANK_TEXT // 2
    return Attached(content, name or "message", kind, rank)


def _content(part: Message) -> bytes:
    """Return a part's bytes; text whose encoding the part names as UTF-8 with a mark, which later readers go by."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    if part.get_content_maintype() != "text":
        return content
    charset = part.get_content_charset()
    if charset is None or charset == "us-ascii":
        return content
    return decode(content, declared=charset).text.encode("utf-8-sig", "replace")
