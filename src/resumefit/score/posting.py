"""What a posting asks for: its skills, required or preferred, the kind of role, how senior, and for how many years.

A posting is no resume: what it says of a skill has no status, so every mention in it is a wish, except what it says is
not needed and what stands under a heading about the firm. Whether a wish is a must follows from the clause's own words, or
else from the last heading above it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from resumefit.core.lexicon import AI_ROLE, TECH_ROLE, Lexicon
from resumefit.core.mention import Mention, Status
from resumefit.core.wording import cut
from resumefit.score.posting_wishes import Wish, clause_wish, line_wishes, without_bullet
from resumefit.score.seniority import title_level

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
_YEARS = re.compile(r"\b(\d{1,2})\s*(?:\+|plus|or more)?\s*(?:(?:-|–|to)\s*\d{1,2}\s*)?\+?\s*years?\b", re.IGNORECASE)
_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:we(?:'|’)re|we are|is|are|now) (?:looking for|hiring|seeking|recruiting)|\bwanted\b|\bwe (?:look for|need|want)\b",
        r"\byou(?:'|’)ll\b|\byou (?:will|have|bring|are|know|own|work)\b|\byour (?:role|profile|tasks|job|responsibilities|day)\b",
        r"\bresponsibilities\b|\brequirements\b|\bqualifications\b|what you(?:'|’)?(?:ll| will)? (?:do|bring|need)",
        r"\byears?(?:(?:'|’)|s)? (?:of )?(?:\w+ ){0,3}experience\b|\d\+ years",
        r"\bapply\b|\bapplications?\b|equal opportunit|\binterview process\b|\bbenefits\b|\bsalary\b|\bcompensation\b",
        r"\babout (?:us|the role|the job|you)\b|\bwho (?:we|you) are\b|\b(?:the|this) (?:role|position)\b"
        r"|\bjoin (?:us|our|the)\b",
        r"\bmust[- ]have|nice[- ]to[- ]have|\bpreferred\b|\ba plus\b|\brequired\b|\ba must\b|\bdesirable\b|\bbonus\b"
        r"|\bhybrid\b|\bfull[- ]time\b",
    )
)
_SIGNS_OF_A_POSTING = 3  # of the seven kinds above; two do where the text opens with a product role
_PERIOD = re.compile(r"\b(?:19|20)\d\d\s*(?:-|–|—|to|until)+\s*(?:\w{3,9}\.? )?(?:(?:19|20)\d\d|present|now|today|date)\b", re.IGNORECASE)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\b\d{3}[- ]\d{4}\b")
_PERIODS_OF_A_RESUME = 2
NOT_SAID = "not said"
_TITLE_LINES = 3  # where no line names a product role, the title is looked for in these
_TITLE_WITHIN = 12
_TITLE_WORDS = 12
_YEARS_OF_WORK = 20  # "for 30 years our firm ..." is no demand
_QUOTE = 110


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
        if mention.skill is None:
            continue
        at = posting.text.count("\n", 0, mention.start)
        column = mention.start - (posting.text.rfind("\n", 0, mention.start) + 1)
        wish = clause_wish(lines[at], column, whole=wishes[at])
        if wish is Wish.NOT_ASKED or (mention.status is Status.NEGATED and wish is Wish.REQUIRED):
            continue
        required = wish is Wish.REQUIRED
        ask = Ask(mention.skill, mention.competency, required, at + 1, _cut(lines[at]))
        found[required].setdefault(mention.skill, ask)
    preferred = [ask for skill, ask in found[False].items() if skill not in found[True]]
    return (*found[True].values(), *preferred)


def doubt_about(posting: Posting) -> str:
    """Say why a text may be no posting; nothing when it reads like one."""
    if not posting.mentions:
        return "no skill that the lexicon knows was found in it, so there is nothing to compare"
    if len(_PERIOD.findall(posting.text)) >= _PERIODS_OF_A_RESUME and _CONTACT.search(posting.text):
        return "it reads like a resume and not like a posting"
    signs = sum(bool(sign.search(posting.text)) for sign in _SIGNS)
    if signs < _SIGNS_OF_A_POSTING - bool(_PRODUCT_TITLE.search(_head(posting.text))):
        return "it does not read like a posting: it says neither whom the firm looks for nor what the role asks"
    return ""


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
        return AI_ROLE
    if _TECH_TITLE.search(head) or (technical >= 4 and technical >= counts["product"]):
        return TECH_ROLE
    return "other-pm"


def seniority(text: str) -> str:
    """Say how senior a role is, by its title, else by the years it asks for: junior, mid, senior, principal and up.

    A product manager without more is mid, as the market has it; of another role without years nothing is known.
    """
    head = _head(text)
    if named := title_level(head):
        return named
    most = years_asked(text)
    if most is None:
        return "mid" if _PRODUCT_TITLE.search(head) else NOT_SAID
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


def _head(text: str) -> str:
    """Return the line near the top that names a product role, else the first lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_TITLE_WITHIN]:
        if _PRODUCT_TITLE.search(line) and len(line.split()) <= _TITLE_WORDS and not line.endswith("."):
            return line
    return "\n".join(lines[:_TITLE_LINES])


def _cut(line: str) -> str:
    return cut(without_bullet(line), _QUOTE)
