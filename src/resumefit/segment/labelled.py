"""Reads sections in which every position is a form: "Title: ...", "Company: ...", "Start date: ...", in any order.

Only sections whose every range of dates stands behind a label are read so; a label that comes again opens the next position.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from resumefit.core.resume import YearMonth
from resumefit.segment.dates import DateRange, find_ranges
from resumefit.segment.entries import Entry
from resumefit.segment.headparts import HEAD_WORDS, clean_title, name_and_place
from resumefit.segment.headrows import LIST_NUMBER
from resumefit.segment.heads import Head
from resumefit.segment.rows import Row

_AFTER = r"(?:\s+name)?(?:\s*[:–]\s*|\s*-\s+|\s{2,}|\t)(?P<value>\S.*)$"
_KEYS = (
    ("title", r"designation|(?:job )?title|position(?: held)?|post|role|occupation or position held"),
    ("firm", r"organi[sz]ation|company|employer|firm|name (?:and address )?of (?:the )?(?:employer|company|organi[sz]ation)"),
    ("client", r"(?:end )?client|customer"),
    ("dates", r"dates?(?: of employment)?|employment dates|period|duration|tenure|time ?(?:line|frame|period)|from\s*[-–/]\s*to"),
    ("start", r"start(?:ed)?(?: date)?|date (?:started|joined|of joining)|joined|joining date|from"),
    ("end", r"end(?:ed)?(?: date)?|date (?:ended|left|of leaving|of relieving)|left|leaving date|to|until"),
    ("place", r"location|place|city"),
)
_PATTERNS = tuple((key, re.compile(rf"^\W*(?:{words}){_AFTER}", re.IGNORECASE)) for key, words in _KEYS)


@dataclass(slots=True)
class _Form:
    rows: list[Row] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return "title" in self.values and ("dates" in self.values or "start" in self.values)


def labelled_entries(rows: Sequence[Row], *, as_of: YearMonth) -> list[Entry]:
    """Return the entries of a section that is all forms; none for any other section."""
    labels = [_label(row.text) for row in rows]
    for row, (key, _) in zip(rows, labels, strict=True):
        if (
            key not in ("dates", "start", "end")
            and len(row.text.split()) <= HEAD_WORDS
            and find_ranges(row.text, as_of=as_of)
        ):
            return []
    forms = _with_firms(_forms(rows, labels))
    found = [
        Entry(form.rows, dates, _head(form), form.rows[0])
        for form in forms
        if (dates := _dates(form, as_of=as_of)) is not None
    ]
    return found if found and all(form.is_whole for form in forms) else []


def _label(text: str) -> tuple[str, str]:
    for key, pattern in _PATTERNS:
        if match := pattern.match(text):
            return key, match["value"]
    return "", ""


def _forms(rows: Sequence[Row], labels: Sequence[tuple[str, str]]) -> list[_Form]:
    """Gather the labelled rows into forms."""
    forms: list[_Form] = []
    told = True  # something else stood since the last label
    above: Row | None = None
    for row, (key, value) in zip(rows, labels, strict=True):
        if not key:
            told, above = True, row
            continue
        if not forms or key in forms[-1].values or (told and forms[-1].is_whole):
            forms.append(_opened(above, before=forms))
        told, above = False, None
        forms[-1].rows.append(row)
        forms[-1].values[key] = value
    return forms


def _with_firms(forms: list[_Form]) -> list[_Form]:
    """Let a form that names a client alone belong to the employer of the form before: the same firm lent the person to both."""
    for before, form in pairwise(forms):
        if "client" in form.values and "firm" in before.values:
            form.values.setdefault("firm", before.values["firm"])
    return forms


def _opened(above: Row | None, *, before: Sequence[_Form]) -> _Form:
    """Return a new form; a line that stands apart above its first label is the employer's: `1. Acme Bank Berhad, Kuala Lumpur`."""
    if above is None or above.heading or not (above.gap or not before) or (above.bullet and not LIST_NUMBER.match(above.text)):
        return _Form()
    name = LIST_NUMBER.sub("", above.text).strip()
    if not name[:1].isupper() or name.endswith((".", ":")) or len(name.split()) > HEAD_WORDS:
        return _Form()
    return _Form([above], {"firm": name})


def _dates(form: _Form, *, as_of: YearMonth) -> DateRange | None:
    words = form.values.get("dates", "")
    if "start" in form.values:
        words = f"{form.values['start']} - {form.values.get('end', 'present')}"
    ranges = find_ranges(words, as_of=as_of, single=True)
    return ranges[0] if ranges else None


def _head(form: _Form) -> Head:
    firm, place = name_and_place(form.values.get("firm", form.values.get("client", "")))
    return Head(
        clean_title(form.values["title"]) if "title" in form.values else "", firm, place or form.values.get("place", "")
    )
