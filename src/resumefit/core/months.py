"""The month in which 'present' ends: as the user wrote it, or this one. Nothing else in resumefit looks at the clock."""

from __future__ import annotations

from datetime import date

from resumefit.core.resume import YearMonth
from resumefit.errors import UsageError


def current_month() -> YearMonth:
    """Return the month of this run, in which 'present' ends unless the caller says otherwise."""
    today = date.today()  # noqa: DTZ011  # the user's own calendar is what 'present' means to them
    return YearMonth(today.year, today.month)


def parse_month(text: str) -> YearMonth:
    """Read `YYYY-MM`; UsageError for anything else."""
    year, _, month = text.partition("-")
    try:
        found = YearMonth(int(year), int(month))
    except ValueError as error:
        raise UsageError(f"'{text}' is no month", "Write it as YYYY-MM, for example 2026-11") from error
    if not found.month:
        raise UsageError(f"'{text}' names no month", "Write it as YYYY-MM, for example 2026-11")
    return found
