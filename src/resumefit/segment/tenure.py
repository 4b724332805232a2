"""Turns positions into time: how many calendar months of work they cover.

Months are whole and half-open: Jan-Mar 2020 is [2020-01, 2020-04) and lasts 3. Overlapping jobs count once.
"""

from __future__ import annotations

from collections.abc import Iterable

from resumefit.core.resume import MonthRange


def months_covered(ranges: Iterable[MonthRange]) -> int:
    """Count the months that at least one range covers.

    Takes n ranges in any order, overlapping or not; returns whole months, 0 for none, in O(n log n).
    Source: docs/scoring.md, "Tenure": two jobs at once do not make a person twice as experienced.
    """
    total, reached = 0, 0
    for span in sorted(ranges):
        total += max(0, span.stop - max(span.start, reached))
        reached = max(reached, span.stop)
    return total


def years_covered(ranges: Iterable[MonthRange]) -> float:
    """Return `months_covered` in years, to one decimal."""
    return round(months_covered(ranges) / 12, 1)
