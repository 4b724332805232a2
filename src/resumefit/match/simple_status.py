"""A first status: negation and aspiration words before the mention in its sentence."""

from __future__ import annotations

import re

from resumefit.core.mention import Status

_NO = re.compile(r"\b(?:no|not|never|without|lack\w*|zero|nor|neither|n't)\b", re.IGNORECASE)
_WISH = re.compile(r"\b(?:learning|studying|hoping|plan|want|wish|aim|enrolled|keen)\b", re.IGNORECASE)
_DEED = re.compile(r"^\W*(?:\w+ly )?(?:\w+ed|led|built|wrote|ran|set|drew|put|took|kept|own|\w+ing)\b", re.IGNORECASE)


def status_of(text: str, start: int, stop: int) -> tuple[Status, str]:
    """Return the status of the words from `start` to `stop`, and why."""
    before = text[:start]
    if _NO.search(before):
        return Status.NEGATED, "denied"
    if _WISH.search(before):
        return Status.ASPIRING, "wished for"
    if _DEED.search(text):
        return Status.DEMONSTRATED, "a deed"
    return Status.LISTED, "named without a deed"
