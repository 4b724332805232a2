"""Tells job titles from other lines, and product roles from their neighbours.

A title is recognised by its head noun (manager, engineer, owner ...). A product role is decided by a small grammar with a
reason: product manager and owner of every rank and technical or AI product managers are; product marketing, project, programme
and technical program managers, designers and engineers of a product are not.
"""

from __future__ import annotations

import re

_NOUNS = (
    "manager|mgr|engineer|developer|programmer|analyst|owner|head|director|lead|leader|consultant|designer|scientist|"
    "architect|administrator|officer|assistant|associate|intern|trainee|apprentice|coordinator|co-ordinator|specialist|"
    "executive|president|vp|cto|ceo|cpo|coo|cfo|founder|co-founder|partner|principal|researcher|research fellow|"
    "professor|lecturer|tutor|teacher|instructor|nurse|doctor|physician|pharmacist|therapist|accountant|auditor|"
    "bookkeeper|clerk|secretary|receptionist|representative|agent|advisor|adviser|strategist|planner|buyer|"
    "technician|mechanic|electrician|operator|supervisor|foreman|driver|chef|cook|waiter|waitress|barista|bartender|"
    "porter|writer|editor|journalist|translator|photographer|producer|artist|musician|coach|trainer|counsel|lawyer|"
    "solicitor|paralegal|tester|qa|sdet|sre|devops|master|evangelist|advocate|volunteer|caseworker|carer|"
    "attendant|cashier|merchandiser|salesperson|salesman|marketer|recruiter|expert|fellow|contractor|freelancer|"
    "captain|corporal|sergeant|lieutenant|officer cadet|housekeeper|cleaner|guard|inspector|surveyor|estimator|"
    "statistician|economist|biologist|chemist|physicist|mathematician|librarian|curator|warden|steward|postman|"
    "pm|apm|tpm|po|scrum master|student assistant|werkstudent|member of technical staff|mts|chief of staff|"
    "reporter|host|modeller|modeler|actuary|underwriter|broker|trader|dispatcher|controller|keeper|worker|labourer|support|"
    "produktmanager(?:in)?|projektleiter(?:in)?|projektmanager(?:in)?|chef de produit|employee|governess|ambassador|enseignant|programmierer|ingenieur|entwickler|leiter|berater|geschäftsführer"  # noqa: E501 - one pattern
)
_TITLE = re.compile(rf"(?<![\w-])(?:{_NOUNS})(?:s|\(s\))?(?![\w])", re.IGNORECASE)
_RANK = re.compile(
    r"^(?:senior|sr\.?|junior|jr\.?|lead|principal|staff|group|chief|deputy|acting|interim|graduate|trainee|technical)\b",
    re.I,
)
_FIRM = re.compile(
    r"\b(?:inc|ltd|llc|llp|plc|gmbh|ag|s\.?a\.?|s\.?p\.?a|a\.?s\.?|oy|ab|bv|b\.v|nv|pvt|corp|corporation|company|co|group|university|"
    r"college|school|academy|institute|hospital|council|bank|labs?|technologies|systems|software|solutions|services|partners|"
    r"holdings|trust|foundation|ministry|agency|cooperative|co-op|society|club)\b\.?",
    re.IGNORECASE,
)

# What may separate the parts of a head's line.
PIECES = re.compile(r",\s|[|;:(\[/·•]|\s[-–—@]+\s|\s{2,}|\t|\sat\s(?=[A-Z])")

# Read top down; the first that fits decides. Reasons are shown to people.
_PRODUCT_RULES: tuple[tuple[str, bool, str], ...] = (
    (r"product market", False, "product marketing, not product management"),
    (
        r"\b(?:technical |engineering )?(?:programme?|project|delivery|portfolio) (?:manager|lead|director|owner)",
        False,
        "programme or project work",
    ),
    (r"\bproduction\b", False, "production, not product"),
    (
        r"\bproduct(?:s)? (?:design|engineer|develop|test|support|analyst|sales|special|train|content|photograph|safety|quality|assort)",
        False,
        "works on a product in another profession",
    ),
    (
        r"\bproducts?\b[\w\s,/&-]*\b(?:manager|mgr|owner|lead|leader|head|director|management|vp|chief|pm)\b",
        True,
        "manages a product",
    ),
    (
        r"\b(?:head|director|vp|v\.p\.|vice president|svp|evp|chief|avp|lead)\b[\w\s,.&/-]*\bproducts?\b",
        True,
        "leads product management",
    ),
    (r"\b(?:produktmanager(?:in)?|chef de produit|leiter(?:in)? produktmanagement)\b", True, "manages a product"),
    (r"\b(?:cpo|chief product officer)\b", True, "leads product management"),
    (r"\bproducts? (?:manager|owner|management|lead|mgr)", True, "manages a product"),
    (
        r"(?:^|[\s/,(-])(?:apm|gpm|ai pm|ml pm|ai/ml pm|associate pm|senior pm|technical pm|group pm|lead pm)\b",
        True,
        "product manager, abbreviated",
    ),
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), verdict, why) for pattern, verdict, why in _PRODUCT_RULES)


def looks_like_title(text: str) -> bool:
    """Tell whether a few words name a job."""
    words = text.split()
    return 0 < len(words) <= 12 and not text.rstrip().endswith((".", ";")) and bool(_TITLE.search(text))


def title_strength(text: str) -> int:
    """Rate how much a part of a line looks like a title rather than an employer: 3 and more is a title."""
    nouns = list(_TITLE.finditer(text))
    strength = 3 if nouns else 0
    if _RANK.search(text) or re.search(r"\bproduct\b", text, re.IGNORECASE):
        strength += 1
    # "Systems Engineer" and "Head of Systems" are titles, "Lead Systems Ltd" is a firm.
    last = nouns[-1].end() if nouns else 0
    if _FIRM.search(text, last) and not re.match(r"\s*(?:of|for|,)\b", text[last:]):
        strength -= 2
    return strength


def line_strength(text: str) -> int:
    """Rate a whole line by the part of it that looks most like a title."""
    return max((title_strength(part) for part in PIECES.split(text) if part.strip()), default=0)


def looks_like_firm(text: str) -> bool:
    """Tell whether the words carry a company's or institution's mark."""
    return bool(_FIRM.search(text))


def product_role(title: str) -> tuple[bool, str]:
    """Tell whether a title is of a product role, and why."""
    for pattern, verdict, why in _RULES:
        if pattern.search(title):
            return verdict, why
    return False, "no product title"
