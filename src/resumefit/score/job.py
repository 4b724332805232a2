"""A posting against a resume: what it asks, what the resume shows of that, and a score by the same evidence rules.

A posting is no resume: what it says of a skill has no status, so every mention in it is a wish, except what it says is
not needed. Whether a wish is a must follows from the line's own words, or else from the last heading-like line above it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, JobMatch
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention, Status
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.evidence import Evidence, gather_all
from resumefit.score.explain import material_of

_REQUIRED_WORTH, _PREFERRED_WORTH = 2.0, 1.0
_NEIGHBOUR = 0.5  # a skill not named counts half of what its competency shows by other skills
_PREFERRED = re.compile(
    r"\b(?:preferred|nice[- ]to[- ]haves?|good to have|bonus|a plus|pluses|desirable|desired|ideally|advantage(?:ous)?"
    r"|would be great|optional(?:ly)?|extra credit)\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:require[ds]?|requirements?|must[- ]haves?|must|minimum|basic qualifications|essential|mandatory|what you bring"
    r"|you have|who you are|qualifications|responsibilities|what you(?:'|’)?ll do|what you will do|you will|the role)\b",
    re.IGNORECASE,
)
_PRODUCT_TITLE = re.compile(
    r"\b(?:product (?:manager|owner|lead(?:er)?|management)|(?:head|director|vp|chief) (?:of )?product|(?:ai|technical) pm)\b",
    re.IGNORECASE,
)
_AI_TITLE = re.compile(r"\b(?:ai|a\.i\.|ml|machine learning|genai|generative|llms?|artificial intelligence)\b", re.IGNORECASE)
_TECH_TITLE = re.compile(r"\b(?:technical|platform|api|infrastructure|developer|cloud|data platform|devops)\b", re.IGNORECASE)
_SENIORITY: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("executive", re.compile(r"\b(?:vp|vice president|chief|cpo)\b", re.IGNORECASE)),
    ("director", re.compile(r"\b(?:director|head of)\b", re.IGNORECASE)),
    ("principal", re.compile(r"\b(?:principal|staff|group|lead)\b", re.IGNORECASE)),
    ("senior", re.compile(r"\b(?:senior|sr)\b", re.IGNORECASE)),
    ("junior", re.compile(r"\b(?:junior|jr|associate|intern|graduate|entry[- ]level)\b", re.IGNORECASE)),
)
_YEARS = re.compile(r"\b(\d{1,2})\s*(?:\+|plus|or more)?\s*(?:-\s*\d{1,2}\s*)?years", re.IGNORECASE)
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting as read: its text and the skills found in it, whatever their status."""

    name: str
    text: str
    mentions: tuple[Mention, ...]


def match_job(
    posting: Posting, assessment: Assessment, *, lexicon: Lexicon, constants: Constants = DEFAULT
) -> JobMatch:
    """Lay a resume beside a posting. Skills come in the order in which the posting first names them."""
    required, preferred = asked_skills(posting)
    evidence = gather_all(material_of(assessment), constants=constants)
    competency = {skill.id: skill.competency for skill in lexicon.skills}
    implied = _implied(evidence, lexicon)
    strengths = {
        skill: _strength(skill, competency.get(skill, ""), evidence, implied=implied, constants=constants)
        for skill in (*required, *preferred)
    }
    shown = _keys(evidence, deeds=True) | implied
    named = _keys(evidence, deeds=False)
    matched = tuple(skill for skill in strengths if skill in shown)
    unproven = tuple(
        skill for skill in strengths
        if skill not in shown and (skill in named or strengths[skill] > 0)
    )
    worth = {skill: _REQUIRED_WORTH if skill in set(required) else _PREFERRED_WORTH for skill in strengths}
    total = sum(worth.values())
    score = 100 * math.fsum(worth[skill] * strengths[skill] for skill in strengths) / total if total else 0.0
    return JobMatch(
        name=posting.name, role_kind=role_kind(posting, lexicon), seniority=seniority(posting.text), required=required,
        preferred=preferred, matched=matched, unproven=unproven,
        missing=tuple(skill for skill in strengths if skill not in matched and skill not in unproven),
        score=round(score, 1),
    )


def asked_skills(posting: Posting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the skills that a posting requires and those it prefers, each once, in order."""
    required: dict[str, None] = {}
    preferred: dict[str, None] = {}
    modes = _modes(posting.text)
    for mention in sorted(posting.mentions, key=lambda item: item.start):
        if mention.skill is None or mention.status is Status.NEGATED:
            continue
        line = posting.text.count("\n", 0, mention.start)
        (preferred if modes[line] else required).setdefault(mention.skill)
    return tuple(required), tuple(skill for skill in preferred if skill not in required)


def role_kind(posting: Posting, lexicon: Lexicon) -> str:
    """Say what sort of role a posting offers: `ai-pm`, `tech-pm`, `other-pm`, or `other` for no product role."""
    title = _title(posting.text)
    if not _PRODUCT_TITLE.search(title) and len(_PRODUCT_TITLE.findall(posting.text)) < 2:
        return "other"
    family = {item.id: item.family for item in lexicon.competencies}
    skills = {(mention.skill, family.get(mention.competency)) for mention in posting.mentions if mention.skill}
    counts = Counter(found for _, found in skills)
    ai, technical = counts["ai"] + counts["responsible"], counts["technical"]
    if _AI_TITLE.search(title) or (ai >= 4 and ai > technical):
        return "ai-pm"
    if _TECH_TITLE.search(title) or (technical >= 4 and technical >= counts["product"]):
        return "tech-pm"
    return "other-pm"


def seniority(text: str) -> str:
    """Say how senior a role is, by its title, else by the years it asks for: junior, mid, senior, principal and up."""
    title = _title(text)
    for name, pattern in _SENIORITY:
        if pattern.search(title):
            return name
    years = [int(found) for found in _YEARS.findall(text)]
    most = max((number for number in years if number <= 20), default=None)
    if most is None:
        return "mid"
    return "junior" if most < 3 else "mid" if most < 6 else "senior"


def shared_skills(postings: Sequence[Posting]) -> tuple[tuple[str, int], ...]:
    """Return the skills of several postings with the number of postings that ask for each, most asked first."""
    counts: Counter[str] = Counter()
    for posting in postings:
        required, preferred = asked_skills(posting)
        counts.update({*required, *preferred})
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _title(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n".join(lines[:_TITLE_LINES])


def _modes(text: str) -> list[bool]:
    """Tell for each line of a posting whether what it asks for is only preferred."""
    modes, preferred = [], False
    for line in text.split("\n"):
        heading = len(line.split()) <= 6 and not line.strip().endswith(".") and not line.lstrip().startswith(("-", "*", "•"))
        if _PREFERRED.search(line):
            modes.append(True)
            preferred = True if heading else preferred
            continue
        if heading and _REQUIRED.search(line):
            preferred = False
        modes.append(preferred)
    return modes


def _keys(evidence: Mapping[str, Evidence], *, deeds: bool) -> set[str]:
    return {piece.key for found in evidence.values() for piece in (found.deeds if deeds else found.listed)}


def _implied(evidence: Mapping[str, Evidence], lexicon: Lexicon) -> set[str]:
    shown = _keys(evidence, deeds=True)
    return {implied for skill in lexicon.skills if skill.id in shown for implied in skill.implies}


def _strength(
    skill: str, competency: str, evidence: Mapping[str, Evidence], *, implied: set[str], constants: Constants
) -> float:
    """Return how far the resume shows one skill: by itself, else in part by its competency's other deeds."""
    found = evidence.get(competency, Evidence())
    own = math.fsum(piece.worth for piece in found.deeds if piece.key == skill)
    whole = 1 - math.exp(-math.fsum(piece.worth for piece in found.deeds) / constants.deed_scale)
    if own or skill in implied:
        return max(whole if skill in implied else 0.0, 1 - math.exp(-own / constants.deed_scale))
    named = constants.listed_cap if any(piece.key == skill for piece in found.listed) else 0.0
    return max(named, _NEIGHBOUR * whole)
