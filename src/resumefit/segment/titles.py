"""Tells job titles from other lines, and product roles from their neighbours.

A title is recognised by its head noun (manager, engineer, owner ...). A product role is decided by a small grammar with a
reason: product manager and owner of every rank and technical or AI product managers are; product marketing, project, programme
and technical program managers, designers and engineers of a product are not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from resumefit.segment.legalforms import SURE_FORM, WRITTEN_FORM
from resumefit.segment.titlewords import FIELD_WORDS, NOUNS, UNIT_WORDS

_TITLE = re.compile(rf"(?<![\w-])(?:{NOUNS})(?:s|\(s\))?(?![\w])", re.IGNORECASE)
# Titles that are family names as well: "Line Cook" is a title, "Ada Cook" may be a person.
_NAMES = re.compile(
    r"^\w+ (?:brewer|baker|builder|farmer|pilot|cook|porter|guard|warden|steward|keeper|chandler|gardener|carpenter|trader)$",
    re.IGNORECASE,
)
# No title has more characters; hostile files have lines of millions.
_LONGEST = 300
# The same lines are asked about again and again while one resume is read.
_REMEMBERED = 8192
_PLURAL = re.compile(r"(?<!p)(?<!mt)s$", re.IGNORECASE)
_RANK = re.compile(
    r"^(?:senior|sr\.?|junior|jr\.?|lead|principal|staff|group|chief|deputy|acting|interim|graduate|trainee|technical)\b",
    re.I,
)
_FIRM = re.compile(
    rf"\b(?:{SURE_FORM}|{WRITTEN_FORM}|corporation|company|(?-i:Co|CO(?=\.)|co(?=\.))|group|university|"
    r"college|school|academy|institute|hospital|council|bank|labs?|technologies|systems|software|solutions|services|partners|"
    r"holdings|trust|foundation|ministry|agency|cooperative|co-op|society|club)\b\.?",
    re.IGNORECASE,
)

_LEGAL = re.compile(rf"\b(?:{SURE_FORM}|{WRITTEN_FORM})\b", re.IGNORECASE)
_UNITS, _FIELDS = frozenset(UNIT_WORDS.split()), frozenset(FIELD_WORDS.split())

# What may separate the parts of a head's line.
PIECES = re.compile(r",\s|[|;:(\[/·•]|\s[-–—@]+\s|\s{2,}|\t|\sat\s(?=[A-Z0-9]|[a-z]+[A-Z.]\w)")
_WEAK = re.compile(
    r"(?:group|technologies|systems|software|solutions|services|partners|company|trust|bank|agency)\.?", re.IGNORECASE
)

# Read top down; the first that fits decides. Reasons are shown to people.
_CHIEF = r"(?:head|director|vp|v\.p\.|vice[- ]president|svp|evp|avp|chief|leiter(?:in)?)"
_CRAFT = (
    r"(?:design|engineer|develop|test|support|analy|sales|special|train|content|photograph|safety|quality|assort|operation|ops\b|"
    r"security|research|counsel|complian|recruit|writ|copy|deliver|program|project)"
)
_PRODUCT_RULES: tuple[tuple[str, bool, str], ...] = (
    (r"product market", False, "product marketing, not product management"),
    (
        rf"\bproduct management\b.*\b{_CHIEF}\b|\b{_CHIEF}\b.*\b(?:product management|produktmanagement)\b",
        True,
        "leads product management",
    ),
    # One of two jobs is enough: "Product Owner / Scrum Master", "Product and Project Manager".
    (
        r"\bproducts? (?:manager|mgr|owner|management)|\bproduct lead(?:er)?\b(?!\s+(?:design|engineer|develop|analy))|"
        r"\bproduct\s*(?:/|&|and)\s*(?:program|project)\w* manager|\bproduktmanager(?:in)?\b|\bchef(?:fe)? de produits?\b",
        True,
        "manages a product",
    ),
    (
        r"\b(?:program(?:me)?|project|delivery|portfolio)s? (?:manager|mgr|lead|director|owner|head)",
        False,
        "programme or project work",
    ),
    (r"\bproduktion|\bproduction\b", False, "production, not product"),
    (
        rf"\bproducts?,? {_CRAFT}|"
        r"\b(?:engineer|designer|developer|analyst|scientist|architect|researcher|tester|counsel)\b.*\bproducts?\b|"
        rf"\b(?:sales|design|ux|quality|support|account|finance|research|engineering|marketing) (?:manager|lead|{_CHIEF})\b.*\bproducts?\b",
        False,
        "works on a product in another profession",
    ),
    (rf"\b{_CHIEF}\b[\w\s,.&/-]*\bproducts?\b|\bproducts?\b[\w\s,&/-]*\b{_CHIEF}\b", True, "leads product management"),
    (r"\b(?:cpo|chief product officer)\b", True, "leads product management"),
    (
        r"\bproducts?\b[\w\s,/&-]*\b(?:manager|mgr|owner|lead|leader|management|pm)\b|\blead\b[\w\s,&/-]*\bproducts?\b",
        True,
        "manages a product",
    ),
    (
        r"(?:^|[\s/,(-])(?:apm|gpm|ai pm|ml pm|ai/ml pm|associate pm|senior pm|technical pm|group pm|lead pm)\b",
        True,
        "product manager, abbreviated",
    ),
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), verdict, why) for pattern, verdict, why in _PRODUCT_RULES)


@lru_cache(maxsize=_REMEMBERED)
def looks_like_title(text: str) -> bool:
    """Tell whether a few words name a job."""
    words = text.split()
    if len(text) > _LONGEST or not 0 < len(words) <= 12 or text.rstrip().endswith((".", ";")) or _NAMES.match(text.strip()):
        return False
    return bool(_TITLE.search(text))


@lru_cache(maxsize=_REMEMBERED)
def title_strength(text: str) -> int:
    """Rate how much a part of a line looks like a title rather than an employer: 3 and more is a title."""
    if len(text) > _LONGEST:
        return 0
    nouns = list(_TITLE.finditer(text))
    # A name of many is a firm's or a group's: "Lumen Tutors", "Tailored Solutions Partners".
    strength = 0 if not nouns else 3 if any(not _PLURAL.search(noun.group()) for noun in nouns) else 1
    if _RANK.search(text) or re.search(r"\bproduct\b", text, re.IGNORECASE):
        strength += 1
    # "Systems Engineer" and "Head of Systems" are titles, "Lead Systems Ltd" is a firm.
    last = nouns[-1].end() if nouns else 0
    # "Employee / Software Development" and "Lead, Systems Integration" are titles too: such words mark a firm at its end.
    # What stands in brackets is set apart: "Founder (Acme Inc.)".
    rest = re.split(
        rf",\s+(?!(?:{SURE_FORM}|co)\b)", re.sub(r"\([^()]*\)", "", text[last:]), flags=re.IGNORECASE
    )[0]
    ends = any(
        not (_WEAK.fullmatch(mark.group()) and re.search(r"\w", rest[mark.end() :])) for mark in _FIRM.finditer(rest)
    )
    if ends and not re.match(r"\s*(?:of|for)\b", rest):
        strength -= 2
    return strength


@lru_cache(maxsize=_REMEMBERED)
def line_strength(text: str) -> int:
    """Rate a whole line by the part of it that looks most like a title."""
    if len(text) > 2 * _LONGEST:
        return 0
    return max((title_strength(part) for part in PIECES.split(text) if part.strip()), default=0)


@lru_cache(maxsize=_REMEMBERED)
def looks_like_firm(text: str) -> bool:
    """Tell whether the words carry a company's or institution's mark."""
    return bool(_FIRM.search(text))


def looks_like_team(words: str) -> bool:
    """Tell whether words name a team or a field of work rather than an employer: "Payments", "Search Team", "Rider App"."""
    tokens = _tokens(words)
    if not 0 < len(tokens) <= 5 or _LEGAL.search(words):
        return False
    return tokens[-1] in _UNITS or names_field(words)


def names_field(words: str) -> bool:
    """Tell whether words name fields of work and nothing else: "AI", "Growth and Search"."""
    tokens = _tokens(words)
    return 0 < len(tokens) <= 5 and all(token in _FIELDS or token in ("and", "of", "the", "for") for token in tokens)


def _tokens(words: str) -> list[str]:
    return re.findall(r"[^\W_][\w-]*", words.casefold())


def product_role(title: str) -> tuple[bool, str]:
    """Tell whether a title is of a product role, and why."""
    for pattern, verdict, why in _RULES:
        if pattern.search(title):
            return verdict, why
    return False, "no product title"
