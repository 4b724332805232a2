"""What a posting asks for: its skills, required or preferred, the kind of role, how senior, and for how many years.

A posting is no resume: what it says of a skill has no status, so every mention in it is a wish, except what it says is
not needed and what stands under a heading about the firm. Whether a wish is a must follows from the clause's own words, or
else from the last heading above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention, Status

_PREFERRED = re.compile(
    r"\b(?:preferred|nice[- ]to[- ]haves?|nice if|good to have|bonus|(?:is|are|be) a plus|a plus|pluses|desirable|desired"
    r"|ideally|advantage(?:ous)?|an asset|would be great|great if|even better|optional(?:ly)?|extra credit"
    r"|what (?:would )?(?:sets?|make) you (?:apart|stand out)|you (?:might|may) also|we(?:'|’)?d love|not required|no must)\b",
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
_PRODUCT_TITLE = re.compile(
    r"\b(?:product (?:manager|owner|lead(?:er)?|management)|(?:head|director|vp|chief) (?:of )?product|(?:ai|technical) pm)\b",
    re.IGNORECASE,
)
_AI_TITLE = re.compile(
    r"\b(?:ai|a\.i\.|ml|machine learning|genai|generative|llms?|artificial intelligence)\b", re.IGNORECASE
)
_TECH_TITLE = re.compile(
    r"\b(?:technical|platform|api|infrastructure|developer|cloud|data platform|devops)\b", re.IGNORECASE
)
_SENIORITY: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("executive", re.compile(r"\b(?:vp|vice president|chief|cpo)\b", re.IGNORECASE)),
    ("director", re.compile(r"\b(?:director|head of)\b", re.IGNORECASE)),
    ("principal", re.compile(r"\b(?:principal|staff|group (?:product|pm)|lead)\b", re.IGNORECASE)),
    ("senior", re.compile(r"\b(?:senior|sr)\b", re.IGNORECASE)),
    ("junior", re.compile(r"\b(?:junior|jr|associate|intern|graduate|entry[- ]level)\b", re.IGNORECASE)),
)
_YEARS = re.compile(r"\b(\d{1,2})\s*(?:\+|plus|or more)?\s*(?:(?:-|–|to)\s*\d{1,2}\s*)?\+?\s*years?\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:^|\s{2,}|\t|\()\(?(required|must|mandatory|preferred|desirable|desired|optional|bonus|a plus)\)?\s*$",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"\b(?:is|are|re|now|we)\s+hiring\b", re.IGNORECASE
)  # what the firm does, no skill that it asks for
_BULLET = re.compile(r"\s*(?:[-*•◦‣–]|\d+[.)])\s")
_CLAUSE_END = re.compile(r"[.;](?:\s|$)")
_TITLE_LINES = 3  # where no line names a product role, the title is looked for in these
_TITLE_WITHIN = 12
_TITLE_WORDS = 12
_HEADING_WORDS = 6
_YEARS_OF_WORK = 20  # "for 30 years our firm ..." is no demand
_QUOTE = 110


class Wish(StrEnum):
    """How much a line of a posting wants what it names."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting as read: its text and the skills found in it, whatever their status."""

    name: str
    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A skill that a posting asks for, at its first mention with the strongest wish. `line` counts from 1."""

    skill: str
    competency: str
    required: bool
    line: int
    quote: str


def read_asks(posting: Posting) -> tuple[Ask, ...]:
    """Return the skills that a posting asks for, each once: required ones first, each sort in the order of the text."""
    lines = posting.text.split("\n")
    at_lines = {posting.text.count("\n", 0, mention.start) for mention in posting.mentions if mention.skill}
    wishes = line_wishes(posting.text, with_skills=at_lines)
    found: dict[bool, dict[str, Ask]] = {True: {}, False: {}}
    for mention in sorted(posting.mentions, key=lambda item: item.start):
        if mention.skill is None or mention.status is Status.NEGATED:
            continue
        at = posting.text.count("\n", 0, mention.start)
        column = mention.start - (posting.text.rfind("\n", 0, mention.start) + 1)
        wish = _clause_wish(lines[at], column, whole=wishes[at])
        if wish is Wish.NOT_ASKED or any(
            found.start() <= column < found.end() for found in _ADVERT.finditer(lines[at])
        ):
            continue
        required = wish is Wish.REQUIRED
        ask = Ask(mention.skill, mention.competency, required, at + 1, _cut(lines[at]))
        found[required].setdefault(mention.skill, ask)
    preferred = [ask for skill, ask in found[False].items() if skill not in found[True]]
    return (*found[True].values(), *preferred)


def asked_skills(posting: Posting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the skills that a posting requires and those it prefers, each once, in order."""
    asks = read_asks(posting)
    return (
        tuple(ask.skill for ask in asks if ask.required),
        tuple(ask.skill for ask in asks if not ask.required),
    )


def line_wishes(text: str, *, with_skills: Collection[int] = ()) -> tuple[Wish, ...]:
    """Tell for each line of a posting how much it wants what it names.

    Said by the last heading above, or by a label at the line's end, "(preferred)", as the second column of a table has
    it. A label that stands alone more than once belongs to the line before it: it is a table's cell, and no heading.
    `with_skills` are the indices of the lines that name a skill: "Kafka a plus" is a wish, "A plus" is a heading.
    """
    wishes: list[Wish] = []
    mode = Wish.REQUIRED
    lines = text.split("\n")
    cells = _repeated_labels(lines)
    for number, line in enumerate(lines):
        words = line.strip()
        if label := _LABEL.search(line):
            at = _line_before(lines, number) if words.casefold() in cells else number if label.start() else None
            if at is not None:
                wishes.append(mode)
                wishes[at] = Wish.PREFERRED if _PREFERRED.search(label.group(1)) else Wish.REQUIRED
                continue
        heading = _is_heading(line)
        if heading and _ABOUT_THE_FIRM.search(words):
            mode = Wish.NOT_ASKED
        elif heading and number not in with_skills and _PREFERRED.search(words):
            mode = Wish.PREFERRED
        elif heading and (_REQUIRED.search(words) or mode is Wish.NOT_ASKED):
            mode = Wish.REQUIRED
        wishes.append(mode)
    return tuple(wishes)


def role_kind(posting: Posting, lexicon: Lexicon) -> str:
    """Say what sort of role a posting offers: `ai-pm`, `tech-pm`, `other-pm`, or `other` for no product role."""
    head = _head(posting.text)
    if not _PRODUCT_TITLE.search(head) and len(_PRODUCT_TITLE.findall(posting.text)) < 2:
        return "other"
    family = {item.id: item.family for item in lexicon.competencies}
    skills = {(mention.skill, family.get(mention.competency)) for mention in posting.mentions if mention.skill}
    counts = Counter(found for _, found in skills)
    ai, technical = counts["ai"] + counts["responsible"], counts["technical"]
    if _AI_TITLE.search(head) or (ai >= 4 and ai > technical):
        return "ai-pm"
    if _TECH_TITLE.search(head) or (technical >= 4 and technical >= counts["product"]):
        return "tech-pm"
    return "other-pm"


def seniority(text: str) -> str:
    """Say how senior a role is, by its title, else by the years it asks for: junior, mid, senior, principal and up."""
    head = _head(text)
    for name, pattern in _SENIORITY:
        if pattern.search(head):
            return name
    most = years_asked(text)
    if most is None:
        return "mid"
    return "junior" if most < 3 else "mid" if most < 6 else "senior"


def years_asked(text: str) -> int | None:
    """Return the most years of experience that a posting asks for; of a range its lower end. None when it names none."""
    wishes = line_wishes(text)
    asked = "\n".join(line for line, wish in zip(text.split("\n"), wishes, strict=True) if wish is not Wish.NOT_ASKED)
    years = [int(found) for found in _YEARS.findall(asked)]
    return max((number for number in years if number <= _YEARS_OF_WORK), default=None)


def job_title(text: str) -> str:
    """Return the line that names the role, else the first line with words."""
    return _cut(_head(text).split("\n", 1)[0].removeprefix("#").strip(" #*"))


def _repeated_labels(lines: Sequence[str]) -> frozenset[str]:
    alone = Counter(line.strip().casefold() for line in lines if (found := _LABEL.search(line)) and not found.start())
    return frozenset(label for label, times in alone.items() if times > 1)


def _line_before(lines: Sequence[str], number: int) -> int:
    return next((at for at in range(number - 1, -1, -1) if lines[at].strip()), number)


def _is_heading(line: str) -> bool:
    words = line.strip()
    if not words or words[-1] in ".,;" or _BULLET.match(line):
        return False
    return len(words.split()) <= _HEADING_WORDS and ":" not in words[:-1]


def _head(text: str) -> str:
    """Return the line near the top that names a product role, else the first lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_TITLE_WITHIN]:
        if _PRODUCT_TITLE.search(line) and len(line.split()) <= _TITLE_WORDS and not line.endswith("."):
            return line
    return "\n".join(lines[:_TITLE_LINES])


def _clause_wish(line: str, column: int, *, whole: Wish) -> Wish:
    """Narrow a line's wish to the clause at `column`: "SQL is a must; Kafka is a plus" wants the two differently."""
    start = max((end.end() for end in _CLAUSE_END.finditer(line) if end.end() <= column), default=0)
    end = next((found.start() for found in _CLAUSE_END.finditer(line) if found.start() >= column), len(line))
    label = line.partition(":")[0] if ":" in line[:column] else ""
    if whole is not Wish.REQUIRED:
        return whole
    return Wish.PREFERRED if _PREFERRED.search(line[start:end]) or _PREFERRED.search(label) else Wish.REQUIRED


def _cut(line: str) -> str:
    words = " ".join(_BULLET.sub("", line, count=1).split())
    return words if len(words) <= _QUOTE else f"{words[:_QUOTE].rsplit(' ', 1)[0]}…"
