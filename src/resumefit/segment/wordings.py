"""Knows what a heading's words say: exact phrases of headings.yaml, and a small grammar for the wordings that no list holds.

In "Relevant Work Experience" one word names the kind and the others only shade it. A wording all of whose words are known in one of these
roles is as sure as a listed one; with strange words in it ("Product toolkit") it is a guess that the look of the line must bear out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from resumefit.core.resume import SectionKind

NUMBERING = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+|^§\s*", re.IGNORECASE)
# Anything around the words that is no letter, digit, quote or bracket: bullets, rules, icons, emoji, what fonts leave of icons.
_AROUND = r"(?:(?![()\"'’“”?!.])[\W_])"
_MARKERS = re.compile(rf"^{_AROUND}+|{_AROUND}+$")
_PARTS = re.compile(r"\s*[/|·]\s*|\s+[-–—]\s+")
_HALVES = re.compile(r"\s+(?:and|und|et|y|og|och|i|e|en)\s+|,\s*|\s*\+\s*")
_LETTERSPACED = re.compile(r"^\s*(?:[^\W\d_]|&)(?:\s+(?:[^\W\d_]|&)){3,}\s*:?\s*$")
_DETERMINER = re.compile(r"^(?:my|our|the|some|a few|a bit of|other|more|about my)\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Sureness(IntEnum):
    """How far words alone tell that they head a section."""

    GUESS = 1
    COMPOSED = 2
    LISTED = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """What a heading's words say: its kind, and how sure that is."""

    kind: SectionKind
    sure: Sureness


# The words that name a kind; the number is what they weigh against each other: "Skills Overview" is of skills.
_KERNELS: Mapping[str, tuple[SectionKind, int]] = {
    word: (kind, weight)
    for kind, weight, words in (
        (SectionKind.EXPERIENCE, 3, "experience experiences exp employment employments employers appointments engagements jobs internship internships "
         "placements secondments positions posts roles assignments stations berufserfahrung"),
        (SectionKind.EXPERIENCE, 2, "career careers work works worked job role position occupation occupations tenure chronology journey gigs"),
        (SectionKind.EDUCATION, 3, "education educational scholastic schooling degrees university universities schools school studies edu "
         "diplomas ausbildung"),
        (SectionKind.EDUCATION, 2, "academic academics academia study college scholarly qualification degree"),
        (SectionKind.SKILLS, 3, "skills skill skillset skillsets competencies competences competence competency expertise proficiencies toolkit toolbox "
         "toolset tools technologies superpowers frameworks methodologies capabilities specialisations specializations stack kenntnisse"),
        (SectionKind.SKILLS, 2, "tech proficiency knowledge literacy software strengths strength computing technology platforms abilities "
         "environment craft specialties specialities"),
        (SectionKind.PROJECTS, 3, "projects project hackathons ventures portfolio shipped built made hustles prototypes"),
        (SectionKind.CERTIFICATIONS, 3, "certifications certification certificates certificate certs cert licensure licences licenses licensing "
         "accreditation accreditations courses course coursework trainings workshops seminars nanodegrees bootcamps cpd credentials moocs tickets"),
        (SectionKind.CERTIFICATIONS, 2, "training qualifications"),
        (SectionKind.PUBLICATIONS, 3, "publications publication papers talks patents articles presentations presentation speaking podcasts press"),
        (SectionKind.AWARDS, 3, "awards award honours honors prizes medals scholarships grants fellowships competitions distinctions rewards"),
        (SectionKind.AWARDS, 2, "recognition achievements accomplishments achievement accolades"),
        (SectionKind.LANGUAGES, 4, "languages language linguistic lingos tongue tongues"),
        (SectionKind.INTERESTS, 3, "hobbies interests hobby passions pastimes extracurricular extracurriculars recreation sports leisure fun fritid"),
        (SectionKind.INTERESTS, 2, "activities activity"),
        (SectionKind.VOLUNTEERING, 4, "volunteering volunteer volunteerism voluntary charity charitable civic ngo nonprofit philanthropy outreach "
         "ehrenamt förtroendeuppdrag"),
        (SectionKind.VOLUNTEERING, 3, "community"),
        (SectionKind.CONTACT, 4, "contact contacts"),
        (SectionKind.OTHER, 4, "references reference referees particulars declaration memberships membership affiliations testimonials visa permit "
         "permits immigration availability recommendations privat gaps eligibility"),
        (SectionKind.SUMMARY, 4, "objective objectives aim statement pitch bio biography"),
        (SectionKind.SUMMARY, 1, "summary profile overview synopsis snapshot introduction abstract about glance brief"),
    )
    for word in words.split()
}  # fmt: skip
# Words that shade a heading without naming its kind.
_SHADES = frozenset(
    ["a", "an", "the", "and", "or", "of", "in", "at", "on", "to", "for", "with", "by", "from", "as", "i", "i've", "i'm", "my", "me", "our", "we", "us", "you", "your", "it", "is", "so", "far", "where", "what", "which", "how", "that", "have", "had", "has", "relevant", "related", "previous", "previously", "prior", "past", "recent", "recently", "current", "currently", "present", "earlier", "early", "former", "later", "latest", "selected", "select", "other", "additional", "further", "more", "key", "core", "main", "major", "minor", "notable", "significant", "professional", "personal", "technical", "technological", "industrial", "industry", "corporate", "commercial", "international", "national", "full", "part", "time", "startup", "start", "up", "entrepreneurial", "consulting", "consultancy", "practical", "clinical", "research", "teaching", "industry-related", "hands", "overall", "total", "general", "basic", "special", "specific", "primary", "secondary", "executive", "management", "managerial", "leadership", "product", "business", "organizational", "organisational", "military", "academic", "details", "detail", "history", "record", "records", "timeline", "background", "highlights", "highlight", "information", "info", "section", "list", "exposure", "involvement", "responsibilities", "responsibility", "duties", "contributions", "undertaken", "handled", "attended", "completed", "taken", "used", "spoken", "known", "gained", "earned", "received", "held", "matrix", "sets", "set", "base", "areas", "area", "fields", "field", "functional", "domain", "digital", "it", "computer", "software", "professionally", "employment", "freelance", "contract", "contractor", "permanent", "temporary", "volunteering", "social", "online", "continuing", "continued", "formal", "higher", "attainment", "pursuits", "story", "life", "journey", "path", "progression", "graph", "track", "foreign", "native", "language", "client", "clients", "progress", "process", "profile", "overview", "summary", "synopsis", "glance", "snapshot", "outline", "statement", "chronological", "reverse", "condensed", "brief", "vocational", "voluntary", "open", "source", "side", "college", "university", "school", "student", "campus", "day", "paid", "unpaid", "daily", "love", "do", "did", "done", "been", "now", "today", "then", "still", "currently"]
)  # fmt: skip
# What heads a part of a position: what was done there, with what, and what came of it.
_PARTS_OF_WORK = frozenset(
    ["achievement", "achievements", "accomplishment", "accomplishments", "responsibility", "responsibilities", "technology", "technologies", "tech", "tools", "tooling", "environment", "stack", "highlights", "duties", "impact", "results", "outcomes", "projects", "deliverables", "scope", "awards", "recognition", "initiatives", "wins", "contributions", "tasks", "activities"]
)
# "Programming Languages", "Languages & Tools" are no tongues.
_CODE = frozenset(["programming", "coding", "computer", "software", "frameworks", "tools", "technologies", "libraries", "scripting", "development", "databases", "query", "markup"])  # fmt: skip
_BREAK = re.compile(r"\b(?:break|gap|sabbatical|leave)\b")


def names_part(text: str) -> bool:
    """Tell whether words are what people set over a part of a position: "Key achievements", "Tech stack"."""
    tokens = [token for word in _WORD.findall(plain(text)) for token in word.split("-")]
    return any(token in _PARTS_OF_WORK for token in tokens) and all(
        token in _PARTS_OF_WORK or token in _SHADES or token in _KERNELS for token in tokens
    )


def plain(text: str) -> str:
    """Return a heading's words for comparison: no markers, numbering, closing colon; one case; no accents; `&` as `and`."""
    words = NUMBERING.sub("", _MARKERS.sub("", unspaced(text)))
    words = _MARKERS.sub("", words).replace("&", " and ").replace("’", "'").casefold()
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", words).strip(" .,:;!?")


def unspaced(text: str) -> str:
    """Return letterspaced words ("W O R K   H I S T O R Y") without the spaces between their letters."""
    bare = _MARKERS.sub("", text)
    if not _LETTERSPACED.match(bare):
        return text
    return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", bare.strip()))


def heading_words(text: str) -> str:
    """Return a heading as written, without markers around it, a closing colon and space between its letters."""
    return _MARKERS.sub("", unspaced(text)).strip()


def kinds_of(headings: Mapping[str, tuple[str, ...]]) -> Mapping[str, SectionKind]:
    """Return the kind of each listed phrase, as `plain` gives it."""
    return _kinds(tuple((kind, phrases) for kind, phrases in sorted(headings.items())))


@lru_cache(maxsize=4)
def _kinds(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, SectionKind]:
    return {plain(phrase): SectionKind(kind) for kind, phrases in headings for phrase in phrases}


def wording_of(text: str, kinds: Mapping[str, SectionKind]) -> Wording | None:
    """Return what a line's words say as a heading; None for words that name no kind."""
    whole = plain(text)
    bare = plain(_BRACKETS.sub("", whole))
    for words in (whole, bare):
        listed = _listed(words, kinds)
        if listed is not None:
            return Wording(listed, Sureness.LISTED)
    return _composed(bare)


def _listed(whole: str, kinds: Mapping[str, SectionKind]) -> SectionKind | None:
    for words in (whole, _DETERMINER.sub("", whole)):
        if words in kinds:
            return kinds[words]
    for part in _PARTS.split(whole):
        if part in kinds:
            return kinds[part]
    halves = _HALVES.split(whole)
    if len(halves) > 1 and all(half in kinds for half in halves):
        found = [kinds[half] for half in halves]
        if SectionKind.EXPERIENCE in found:
            return SectionKind.EXPERIENCE  # "Career Summary & Experience": its positions are there
        return SectionKind.SKILLS if found[0] is SectionKind.LANGUAGES and SectionKind.SKILLS in found else found[0]
    return None


def _composed(words: str) -> Wording | None:
    tokens = [token for word in _WORD.findall(words) for token in word.split("-")]
    if not tokens or len(tokens) > 6 or re.search(r"\d", words) or _BREAK.search(words):
        return None
    named = [(number, *_KERNELS[token]) for number, token in enumerate(tokens) if token in _KERNELS]
    if not named:
        return None
    heaviest = max(weight for _, _, weight in named)
    best = [(number, kind) for number, kind, weight in named if weight == heaviest]
    # Of two names joined the first says what comes first; else the last is the noun that the others shade.
    joined = any(token == "and" for token in tokens[best[0][0] : best[-1][0]]) or "/" in words or "," in words
    kind = best[0][1] if joined else best[-1][1]
    if kind is SectionKind.LANGUAGES and any(token in _CODE for token in tokens):
        kind = SectionKind.SKILLS
    known = all(token in _KERNELS or token in _SHADES for token in tokens)
    return Wording(kind, Sureness.COMPOSED if known else Sureness.GUESS)
