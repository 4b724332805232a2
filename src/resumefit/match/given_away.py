"""Finds sentences that the next one gives to others: "The council is piloting a chatbot. Not my project; I sit on the board."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from resumefit.core.document import Document
from resumefit.core.marks import ITEM_MARK
from resumefit.core.resume import Sentence, SentenceKind

_GIVES_AWAY = re.compile(
    r"\W*(?:not my (?:projects?|work|doing|job|decision|call|idea|team|product|area|department|merit|achievement)\b(?!:)|not mine\b|"
    r"none of (?:it|this|that|these|them|which) (?:is|was|are|were) mine\b|(?:all )?theirs\b|"
    r"(?:it|that|this|these|those|both|all of it|all of that) (?:is|was|are|were) (?:all )?"
    r"(?:not mine\b|theirs\b|hers\b|his\b(?! \w+ (?:to|that|which))|(?:their|his|her) (?:work|job|doing|project|decision|idea|baby)s?\b))",
    re.IGNORECASE,
)
_BEGINS_ITEM = re.compile(rf"\s*(?:{ITEM_MARK}|\d{{1,2}}[.)])\s")


def given_away(document: Document, sentences: Sequence[Sentence]) -> list[bool]:
    """Tell of each sentence whether the one after it, in the same paragraph or item, says that it was somebody else's."""
    told = [
        _is_one_paragraph(document, first, second) and _GIVES_AWAY.match(document.text, second.start, second.stop) is not None
        for first, second in pairwise(sentences)
    ]
    return [*told, False] if sentences else []


def _is_one_paragraph(document: Document, first: Sentence, second: Sentence) -> bool:
    same = (first.section, first.position, first.kind) == (second.section, second.position, second.kind)
    if not same or first.kind is SentenceKind.ITEM_LIST:
        return False
    return document.text.count("\n", first.stop, second.start) <= 1 and not _BEGINS_ITEM.match(document.text, second.start)
