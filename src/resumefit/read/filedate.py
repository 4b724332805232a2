"""Reads from a file's own properties when it was last saved, as a month."""

from __future__ import annotations

import re

from resumefit.errors import FileError
from resumefit.read.archive import Archive
from resumefit.read.limits import Limits
from resumefit.read.xmlsafe import local, parse_xml

# PDF writes D:20210512093000+02'00', Office and ODF 2021-05-12T09:30:00Z.
_MONTH = re.compile(r"\s*(?:D:)?(\d{4})-?(0[1-9]|1[0-2])(?!\d(?!\d))")
# Clocks that were never set write 1970, 1980 or 2000-01-01; no resume of today was last saved before this year.
_EARLIEST, _LATEST = 2001, 2199
_SAVED = ("created", "modified", "creation-date", "date")
# What python-docx leaves in every file that it makes: the day its own template was saved.
_TEMPLATE = "2013-12-23T23:15:00"


def last_month(*stamps: str) -> str | None:
    """Return the latest month, YYYY-MM, of time stamps as PDF, Office or ODF write them; None when none can be read."""
    found = [
        f"{match[1]}-{match[2]}" for stamp in stamps if not stamp.strip().startswith(_TEMPLATE) and (match := _MONTH.match(stamp))
    ]
    return max((month for month in found if _EARLIEST <= int(month[:4]) <= _LATEST), default=None)


def month_of_part(archive: Archive, part: str, *, name: str, limits: Limits) -> str | None:
    """Return the latest month that the properties of an Office or ODF file tell; properties that cannot be read tell none."""
    content = archive.read(part)
    if content is None:
        return None
    try:
        root = parse_xml(content, name=name, limits=limits)
    except FileError:
        return None  # no reason to refuse a file whose text can be read
    return last_month(*(element.text or "" for element in root.iter() if local(element.tag) in _SAVED))
