"""How senior a role is by its title, and how senior a person's product roles have been."""

from __future__ import annotations

import re

from resumefit.core.assessment import Seniority
from resumefit.core.resume import Position, Resume

LADDER = ("junior", "mid", "senior", "principal", "director", "executive")
"""From the lowest."""
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("executive", re.compile(r"\b(?:vp|vice president|chief|cpo)\b", re.IGNORECASE)),
    ("director", re.compile(r"\b(?:director|head of)\b", re.IGNORECASE)),
    ("principal", re.compile(r"\b(?:principal|staff|group (?:product|pm)|lead)\b", re.IGNORECASE)),
    ("senior", re.compile(r"\b(?:senior|sr)\b", re.IGNORECASE)),
    ("junior", re.compile(r"\b(?:junior|jr|associate|intern|graduate|entry[- ]level)\b", re.IGNORECASE)),
)


def title_level(title: str) -> str | None:
    """Return the rung of the ladder that a title names; None when it names none, as most do."""
    return next((name for name, pattern in _TITLES if pattern.search(title)), None)


def seniority_of(resume: Resume) -> Seniority | None:
    """Say how senior a person's highest product role was or is, by its title; None for who has held none.

    A product manager without more is mid. Read beside the years: a title says what a firm called somebody.
    """
    held = [position for position in resume.positions if position.is_product_role]
    if not held:
        return None
    highest = max(held, key=lambda position: (_rung(position), position.is_current))
    return Seniority(LADDER[_rung(highest)], highest.title, resume.years_product)


def _rung(position: Position) -> int:
    return LADDER.index(title_level(position.title) or "mid")
