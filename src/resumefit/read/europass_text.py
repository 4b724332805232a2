"""Texts of Europass files: HTML, written into XML as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:p|br|div|ul|ol|li|h\d)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def text_rows(text: str) -> Iterator[str]:
    """Yield the lines of a text that may hold HTML, items with their mark."""
    shown = _TAG.sub("", _BREAK.sub("\n", _ITEM.sub("\n• ", text)))
    for row in html.unescape(shown).split("\n"):
        row = " ".join(row.split())
        if row and row not in ("•", "true", "false"):
            yield row


def text_of(element: _Element | None) -> str:
    """Return all text of an element on one line."""
    return " ".join(" ".join(str(text) for text in element.itertext()).split()) if element is not None else ""
