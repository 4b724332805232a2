"""How much a posting wants what a line of it names: required, preferred, or not asked at all.

Said by the clause's own words ("Kafka is a plus", "we are not looking for a Kubernetes expert"), by a label at the line's
start or end ("Bonus: Kafka", "SQL (preferred)"), or else by the last heading above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from enum import StrEnum

_PREFERRED = re.compile(
    r"\b(?:preferred|nice[- ]to[- ]haves?|nice if|good to have|bonus|(?:is|are|be) a plus|a plus|pluses|desirable|desired"
    r"|ideally|advantage(?:ous)?|an asset|would be great|great if|even better|optional(?:ly)?|extra credit"
    r"|what (?:would )?(?:sets?|make) you (?:apart|stand out)|you (?:might|may) also|we(?:'|’)?d love|no must)\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:require[ds]?|requirements?|must[- ]haves?|must|minimum|basic qualifications|essential|mandatory|needed"
    r"|what you(?:'|’)?(?:ll| will)? (?:bring|need)|you (?:have|bring|are)|who you are|about you|your profile|qualifications"
    r"|skills|experience|responsibilities|what you(?:'|’)?ll do|what you will do|you will|your (?:tasks|role|job)"
    r"|we(?:'|’)?re looking for|we look for|looking for|the (?:role|job|work))\b",
    re.IGNORECASE,
)
_ABOUT_THE_FIRM = re.compile(
    r"^(?:about (?!you\b|the (?:role|job|position|work|team)\b|this (?:role|job)\b)|who we are|our (?:story|values|mission)"
    r"|the company\b|benefits|perks|what we offer|we offer|what(?:'|’)?s in it|why (?:join|us|work)|how to apply|how we hire"
    r"|(?:the )?interview process|the process|equal opportunit|compensation|salary|pay\b|location\b)",
    re.IGNORECASE,
)
_NOT = r"(?:is|are|am|was|(?:'|’)re|(?:'|’)m) (?:not|never)|(?:is|are)n(?:'|’)t|not"
_NOT_NEEDED = re.compile(
    rf"\b(?:(?:{_NOT})(?: \w+){{0,2}} (?:required|needed|necessary|expected|essential|mandatory|looking for|seeking|hiring|a must)"
    r"|no need|without needing|(?:do|does|will|would)(?:n(?:'|’)t| not)(?: \w+)? (?:need|have to|require|expect|want)"
    r"|no (?:\w+ ){1,4}(?:required|needed|necessary|expected))\b",
    re.IGNORECASE,
)
_YET_A_WISH = re.compile(
    r"^\W*but (?:(?:it|that|this|would|is|are|be|it(?:'|’)s|still|always|certainly|very|a|an|also) ){0,4}"
    r"(?:plus|nice|helpful|welcome|useful|preferred|advantage|bonus|desirable|valued|appreciated|asset|good)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|\s{2,}|\t|\()\(?(required|must|mandatory|preferred|desirable|desired|optional|bonus|a plus)\)?\s*$",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"\b(?:is|are|re|now|we)\s+hiring\b", re.IGNORECASE)  # what the firm does, no skill that it asks for
_WISH = re.compile(
    r"\byou(?:r|rs|(?:'|’)\w+)?\b|\b(?:need|seek|hire|hiring|want|expect|value|candidates?|applicants?|join|someone|somebody)(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
_FIRM_SPEAKS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-*•◦‣–]|\d+[.)])\s")
_CLAUSE_END = re.compile(r"[.;](?:\s|$)|,?\s(?=but\s)")
_SENTENCE_END = re.compile(r"[.;](?:\s|$)")
_HEADING_WORDS = 6
_TITLE_WORDS = 12


class Wish(StrEnum):
    """How much a line of a posting wants what it names."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    NOT_ASKED = "not asked"


def line_wishes(text: str, *, with_skills: Collection[int] = ()) -> tuple[Wish, ...]:
    """Tell for each line of a posting how much it wants what it names.

    A label that stands alone more than once belongs to the line before it: it is a table's cell, and no heading.
    `with_skills` are the indices of the lines that name a skill: "Kafka a plus" is a wish, "A plus" is a heading.
    """
    wishes: list[Wish] = []
    mode = Wish.REQUIRED
    lines = text.split("\n")
    opening = _lines_about_the_firm(lines)
    cells = _repeated_labels(lines)
    for number, line in enumerate(lines):
        words = line.strip()
        if label := _LABEL.search(line):
            at = _line_before(lines, number) if words.casefold() in cells else number if label.start() else None
            if at is not None:
                wishes.append(mode)
                wishes[at] = Wish.PREFERRED if _PREFERRED.search(label.group(1)) else Wish.REQUIRED
                continue
        heading = is_heading(line)
        if heading and _ABOUT_THE_FIRM.search(words):
            mode = Wish.NOT_ASKED
        elif heading and number not in with_skills and _PREFERRED.search(words):
            mode = Wish.PREFERRED
        elif heading and (_REQUIRED.search(words) or mode is Wish.NOT_ASKED):
            mode = Wish.REQUIRED
        wishes.append(Wish.NOT_ASKED if number in opening or _ABOUT_THE_FIRM.search(_label_of(line)) else mode)
    return tuple(wishes)


def _lines_about_the_firm(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines of the paragraphs before the first wish in which the firm speaks of itself: "we sell forecasts"."""
    found: set[int] = set()
    block: list[int] = []
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            block.append(number)
            continue
        words = " ".join(lines[at] for at in block)
        title = len(block) == 1 and len(words.split()) <= _TITLE_WORDS and words.strip()[-1] not in ".!;"
        if words and not title and (_WISH.search(words) or _REQUIRED.search(words) or _PREFERRED.search(words)):
            return frozenset(found)
        if not title and _FIRM_SPEAKS.search(words):
            found.update(block)
        block = []
    return frozenset()


def clause_wish(line: str, column: int, *, whole: Wish) -> Wish:
    """Narrow a line's wish to the clause at `column`: "SQL is a must; Kafka is a plus" wants the two differently."""
    if whole is Wish.NOT_ASKED or any(hit.start() <= column < hit.end() for hit in _ADVERT.finditer(line)):
        return Wish.NOT_ASKED
    start, stop = _around(line, column, _CLAUSE_END)
    first, last = _around(line, column, _SENTENCE_END)
    if _NOT_NEEDED.search(line[start:stop]):
        wished = _PREFERRED.search(line[start:stop]) or _YET_A_WISH.search(line[stop:last])
        return Wish.PREFERRED if wished else Wish.NOT_ASKED
    label = _label_of(line[:column])
    if whole is Wish.REQUIRED and (_PREFERRED.search(line[first:last]) or _PREFERRED.search(label)):
        return Wish.PREFERRED
    return whole


def is_heading(line: str) -> bool:
    """Tell whether a line looks like a heading: few words, no bullet, no end of a sentence."""
    words = line.strip()
    if not words or words[-1] in ".,;" or _BULLET.match(line):
        return False
    return len(words.split()) <= _HEADING_WORDS and ":" not in words[:-1]


def without_bullet(line: str) -> str:
    """Return a line's words on one line, without its bullet or number."""
    return " ".join(_BULLET.sub("", line, count=1).split())


def _label_of(line: str) -> str:
    """Return what stands before a line's first colon, when something follows it: `About us` of "About us: we weave"."""
    label, colon, rest = line.partition(":")
    return without_bullet(label) if colon and rest.strip() and len(label.split()) <= _HEADING_WORDS else ""


def _around(line: str, column: int, ends: re.Pattern[str]) -> tuple[int, int]:
    start = max((end.end() for end in ends.finditer(line) if end.end() <= column), default=0)
    return start, next((found.start() for found in ends.finditer(line) if found.start() >= column), len(line))


def _repeated_labels(lines: Sequence[str]) -> frozenset[str]:
    alone = Counter(line.strip().casefold() for line in lines if (found := _LABEL.search(line)) and not found.start())
    return frozenset(label for label, times in alone.items() if times > 1)


def _line_before(lines: Sequence[str], number: int) -> int:
    return next((at for at in range(number - 1, -1, -1) if lines[at].strip()), number)
