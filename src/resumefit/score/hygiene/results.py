"""Whether a bullet says what came of a deed, by looser rules than a score asks: a reader who sees it is not told to add it."""

from __future__ import annotations

import re

# A result that is told without a figure: what there was is no more, what there was not is everywhere.
_CHANGE = re.compile(
    r"\b(?:zero|no longer|used to|instead of|without (?:a|any|one)|altogether|for the first time|first (?:in|of its|to)|ended"
    r"|won|award|from .{1,60} to (?:every|all|each|daily|none)|all (?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r"|doubled?|halved?|tripled?|quadrupled?|twice|by half|published)\b",
    re.IGNORECASE,
)
# A figure says how much came of it; one of people at work, of time or of a year says only how it was done.
_FIGURE = re.compile(
    r"(?<![\w.])(?<!version )(?<!release )(?<!phase )(?!(?:19|20)\d\d\b)\d[\d,.]*\s?(?:%|k\b|m\b|million|thousand)?(?!\s*[-\u2013]\s*\d)\+?"
    r"(?!\s*(?:\w+ ){0,2}(?:engineers?|developers?|designers?|analysts?|scientists?|people|members?|teams?|squads?|reports|meetings?"
    r"|sprints?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)\b)(?!\w)",
    re.IGNORECASE,
)


def tells_what_came(words: str) -> bool:
    """Tell whether a sentence says how much came of a deed, or what was otherwise afterwards."""
    return _CHANGE.search(words) is not None or _FIGURE.search(words) is not None
