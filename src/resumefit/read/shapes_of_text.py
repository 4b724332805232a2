"""What a short piece of text looks like to a layout: a date, a section's label, running text.

Only for deciding how pieces of a page belong together. What they mean is decided later, by the structure stage.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MONTH = (
    r"(?:jan(?:uary|vier|uar)?|feb(?:ruary|ruar)?|f[ée]vrier|mar(?:ch|s|z)?|m[äa]rz|apr(?:il)?|avril|ma[iy]|june?|juin|juni|july?|juillet|juli|"
    r"aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|d[ée]cembre|"
    r"spring|summer|fall|autumn|winter)"
)
_YEAR = r"(?:(?:19|20)\d\d|'\d\d)"
_DAY_MONTH_YEAR = r"\d{1,2}[./-](?:\d{1,2}[./-])?(?:19|20)?\d\d|(?:19|20)\d\d\s?[./-]\s?\d{1,2}"
_POINT = rf"(?:(?:{_MONTH}\.?,?\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?{_YEAR}|{_DAY_MONTH_YEAR}|{_MONTH}\.?)"
_END = rf"(?:{_POINT}|present|current|now|today|ongoing|to date|heute|aujourd'hui|\.\.\.|\d\d)"
_RANGE = re.compile(
    rf"^\W*(?:(?:since|from|until|as of|depuis|seit)\s+)?{_POINT}(?:\s*(?:[-–—−~→]+|to|until|bis|à|through)\s*{_END}?)?\W*$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"^\W*\d+\+?\s*(?:years?|yrs?|months?|mos?)(?:,?\s*(?:and\s*)?\d+\s*(?:months?|mos?))?\W*$", re.IGNORECASE
)
_OPEN_END = re.compile(rf"(?:[-–—−]|\b(?:to|until|bis|à|{_MONTH}\.?))$", re.IGNORECASE)
_OPEN_START = re.compile(r"(?:[-–—−]|(?:to|until|bis|à|through)\b)", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?:[,&/]|\b(?:and|of|for|the|und|et|de|für|pour))$", re.IGNORECASE)

# Words that head sections of resumes, in the languages in which their templates are most often written. Kept small: a
# label that is not here is still found by its look.
_LABELS_WORDS = """
    about contact contacts profile summary objective experience employment work career history education studies
    training skills skill competencies competences expertise technologies tools projects project publications
    publication awards award honors honours achievements accomplishments certifications certification certificates
    certificate licenses courses coursework languages language interests interest hobbies hobby activities volunteer
    volunteering leadership references reference patents talks presentations research teaching memberships
    affiliations extracurricular links profiles strengths qualifications background personal information details
    programming computer technical professional academic selected key core additional relevant other fields
    involvement service portfolio profil expérience formation compétences langues loisirs diplômes centres d'intérêt
    divers berufserfahrung ausbildung kenntnisse sprachen interessen bildung experiencia educación habilidades
    idiomas formación perfil proyectos
"""
_LABELS = frozenset(_LABELS_WORDS.split())
# Those of them that only qualify a noun which is still to come.
_QUALIFYING_WORDS = """
    academic additional computer core key other personal professional relevant selected technical volunteer work
"""
_QUALIFYING = frozenset(_QUALIFYING_WORDS.split())
_JOINING = frozenset({"and", "of", "the", "in", "for", "to", "my", "me", "&", "/", "et", "und", "y", "de", "a", "i"})
_LABEL_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?", re.UNICODE)


@lru_cache(maxsize=4096)
def is_date_like(text: str) -> bool:
    """Tell whether a piece is nothing but a date, a range of dates or a length of time."""
    return bool(len(text) <= 45 and (_RANGE.match(text) or _LENGTH.match(text)))


def date_goes_on(text: str, below: str) -> bool:
    """Tell whether a date that a narrow column wraps goes on in the line below ("May 2019 –" over "Present")."""
    if len(text) >= 30 or not is_date_like(f"{text} {below}"):
        return False
    return bool(_OPEN_END.search(text)) or (is_end_of_range(below) and is_date_like(text) and not is_end_of_range(text))


@lru_cache(maxsize=4096)
def is_open_date(text: str) -> bool:
    """Tell whether a piece is the first part of a range of dates ("May 2019 –", "May")."""
    return text[:1].isalnum() and bool(_OPEN_END.search(text)) and (date_goes_on(text, "2000") or date_goes_on(text, "present"))


@lru_cache(maxsize=4096)
def is_end_of_range(text: str) -> bool:
    """Tell whether a piece is the second part of a range of dates, with the dash or word that joins it ("– Present", "–")."""
    return bool(_OPEN_START.match(text)) and is_date_like(f"2000 {text}")


def text_goes_on(text: str, below: str) -> bool:
    """Tell whether a phrase is cut by the end of its line: it ends on a joining word, or the next begins with one."""
    return bool(_CUT_OFF.search(text)) or below[:1].islower() or below[:1] in "&("


def is_length_of_time(text: str) -> bool:
    """Tell whether a piece says how long something lasted ("2 years 4 months"), which stands under its dates."""
    return bool(_LENGTH.match(text))


@lru_cache(maxsize=4096)
def is_section_label(text: str) -> bool:
    """Tell whether a piece reads like the heading of a resume's section: few words, all of them usual there."""
    if len(text) > 45 or any(mark in text for mark in ",;.!?0123456789@"):
        return False
    words = [word.casefold() for word in _LABEL_WORDS.findall(text)]
    telling = [word for word in words if word not in _JOINING]
    return 0 < len(telling) <= 4 and all(word in _LABELS for word in telling)


def is_cut_label(text: str) -> bool:
    """Tell whether a section's label ends on a word that only qualifies ("Professional"), so that its noun is still to come."""
    return is_section_label(text) and text.casefold().split()[-1] in _QUALIFYING
