"""E-mail (.eml): the resume attached to it, or, when nothing readable is attached, the message itself.

Headers are not part of the text; the attachment's name is told in a caution.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from resumefit.errors import NoText
from resumefit.read.limits import Limits
from resumefit.read.sniff import sniff

_PREFERRED = (
    "pdf",
    "docx",
    "odt",
    "rtf",
    "doc",
    "html",
    "markdown",
    "txt",
    "json",
    "xml",
    "png",
    "jpeg",
    "tiff",
    "heic",
)
_BODIES = frozenset({"html", "txt", "markdown", "png", "jpeg"})


def resume_in_mail(data: bytes, *, name: str, limits: Limits) -> tuple[bytes, str, str]:
    """Choose what to read in an e-mail: its bytes, its name and its kind. Never another e-mail."""
    message = message_from_bytes(data, policy=policy.default)
    found: list[tuple[int, int, bytes, str, str]] = []
    for index, part in enumerate(message.walk()):
        if index > limits.attachments * 4 or len(found) >= limits.attachments:
            break
        if not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        attached = str(part.get_filename() or "")
        kind = sniff(content, name=attached or "body.txt")
        if kind not in _PREFERRED:
            continue
        is_file = bool(attached) or part.get_content_disposition() == "attachment"
        if not is_file and kind not in _BODIES:
            continue
        rank = (0 if is_file and kind not in ("png", "jpeg") else 1) * 100 + _PREFERRED.index(kind)
        if "resume" in attached.lower() or "cv" in attached.lower():
            rank -= 50
        found.append((rank, index, content, attached or "message", kind))
    if not found:
        raise NoText(
            name, "the e-mail has neither a readable attachment nor text", "Save the attachment and give that file"
        )
    _, _, content, attached, kind = min(found, key=lambda f: f[:2])
    return content, attached, kind
