"""Reads heads that name their parts: "Organisation: ...", "Designation: ...", "Duration: ...", around the line with the dates."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.segment.headrows import labelled_below, rows_above
from resumefit.segment.heads import LABELLED, labelled_head, names_title
from resumefit.segment.readings import Reading
from resumefit.segment.rows import Row
from resumefit.segment.titles import line_strength


def labelled_reading(rows: Sequence[Row], number: int, bare: str, used: int, following: int) -> Reading | None:
    """Return the one reading of a head whose lines are labelled; None where no label names a title."""
    titled = line_strength(bare) >= 3
    above = rows_above(rows, number, used, titled=titled)
    below = labelled_below(rows, number, following, above=above)
    own = rows[number]
    if not any(LABELLED.match(row.text) for row in (*above, own)) and (titled or not any(names_title(row.text) for row in below)):
        return None
    if below or sum(bool(LABELLED.match(row.text)) for row in above) > 1:
        above = [row for row in above if LABELLED.match(row.text) or row.gap or row is rows[0]]
    head = labelled_head([*(row.text for row in above), bare, *(row.text for row in below)])
    if head is None:
        return None
    bottom = max((place for place, row in enumerate(rows) if row in below), default=number)
    return Reading(0.0, number - len(above), bottom, head.title, head.company, head.location, "label")
