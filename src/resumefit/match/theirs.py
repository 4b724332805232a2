"""The turns of phrase by which a text says of something that it is others': `was Risk's job`, `is kept by the vendor`, `are theirs`."""

from __future__ import annotations

import re

_THEIR_JOB = re.compile(
    r"(?:\b(?:was|is|were|are|remains?|remained|stays?|stayed)|=)\s+(?:the\s+)?"
    r"(?:(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*['’]s?|another|(?:someone|somebody) else['’]s|other|a separate|a different"
    r"|the [\w ]{2,24}['’]s?)\s+"
    r"(?:job|call|remit|task|turf|business|domain|dept\.?|department|team|problem|work|charter|responsibility|area|field|patch|unit|side)\b"
)
_IN_THEIR_JOB = ("'", "’", "other", "a separate", "a different")
_BOSS = r"(?:head|director|vp|cpo|cto|ceo|cio|chief|president|manager|owner|lead|boss|board|pm|po|officer|predecessor|founder|founders)"
_GROUP = (
    r"(?:teams?|tribe|guild|group|office|department|dept|unit|squad|division|committee|vendor|supplier|agency|bureau|directorate|consultants|"
    r"contractors)"
)
# "the platform team", "our product manager": a bare "the team" may be the writer's own.
_OWNER = rf"(?:(?:the|our|my|a|an|his|her|another)\s+)(?:(?:[\w-]+\s){{0,3}}?{_BOSS}|(?!my\b)(?:(?!own\b)[\w-]+\s){{1,3}}?{_GROUP})\b"
_DONE = r"(?:decided|owned|set|made|done|run|handled|chosen|kept|settled|held|trained|tuned|operated|maintained|supplied|controlled)"
# Who else did it, after a plain passive: `is done by Model Risk in Basel`, `are built by data scientists`, `is handled by DevOps team`.
_MADE = (
    r"(?:built|developed|written|designed|created|prepared|provided|delivered|managed|put in place|set up|hosted|"
    r"looked after|implemented|fixed|calculated|administered)"
)
_DOER = (
    r"(?:(?:[\w-]+\s){0,2}?(?:teams?|group|colleagues|developers|engineers|architects|scientists|analysts|consultants|contractors|vendors?|"
    r"suppliers?|partners?|departments?|agency|clients?)\b|(?:them|others|(?:someone|somebody) else)\b"
    r"|(?-i:[A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2})\s+(?:in|at|of)\s)"
)
_PASSIVE = rf"\b(?:was|were|is|are|been)\s+(?:\w+\s){{0,2}}?(?:{_DONE}|{_MADE})\s+by\s+"
_MADE_BY = rf"{_PASSIVE}(?!me\b|us\b|my\b|myself\b|(?:our|the)\s(?:own\s)?(?:team|squad)\b)(?:{_DOER})"
_DECIDED_BY = rf"\b(?:was|were|is|are)\s+{_DONE}\s+by\s+(?!me\b|us\b|myself\b)(?:{_OWNER}|(?:[\w-]+\s){{0,3}}?{_BOSS}\b)"
# `(?=[…])`, here and below: the letters that the words begin with, which rule most words out at one glance.
_LEFT_WITH_THEM = re.compile(
    r"\b(?=[srlwiacb])(?:"
    r"(?:(?:stay|remain|rest|sit|lie|live)s?|(?:stay|remain|rest)ed|sat|lay|lived)\s+(?:entirely |always |wholly )?"
    r"(?:with\s+(?!me\b|us\b|my\b|our\s(?:hands|team|squad)\b|the top\b|one\b|\d)|in\s+(?!production\b|scope\b)"
    rf"(?:{_OWNER}|(?:finance|legal|risk|sales|marketing|operations|engineering|research|head office|another|other hands)\b))"
    rf"|(?:was|were|is|are)\s+(?:always |entirely )?(?:with|of)\s+{_OWNER}"
    rf"|(?:c(?:ame|omes?)\s+from|belong(?:s|ed)?\s+to)\s+{_OWNER}"
    r"|(?:was|were|is|are|lay|sat)\s+(?:never|not)\s+(?:with|up to|down to|for)\s+me\b"
    rf"|{_DECIDED_BY}|{_MADE_BY}"
    r"|(?:was|were|is|are)\s+(?:all |entirely |wholly )?theirs\b"
    r"|(?:was|were|is|are)\s+(?:the|an?)\s+(?:project|job|work|task|business|affair)\s+of\s+(?!mine\b|my\b)\w+"
    r"|(?:was|were|is|are)\s+(?:our|my|the|another)\s+[\w -]{1,24}['’]s(?=\s*(?:[.;,)]|$|and\b|not\b))"
    r"|c(?:ame|omes?)\s+from\s+(?:the business|head office|above|headquarters|hq|upstairs|the client|the customer)\b)",
    re.IGNORECASE,
)
_BY = re.compile(rf"(?:{_PASSIVE}(?:the\s|our\s|an?\s)?|\b(?:{_DONE}|{_MADE})\s+by\s+(?:the|our|an?|another)\s)$", re.IGNORECASE)
_BAND = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:teams?|group|engineers?|department|unit|squad|people|colleagues|specialists?)\b", re.IGNORECASE)
_BAND_AT_END = re.compile(r"\s(?:teams?|group|department|unit|squad)$", re.IGNORECASE)
_LEAVE = re.compile(r"\b(?:leaves?|left|leaving)\s+(?:[\w-]+,?\s){0,3}$", re.IGNORECASE)
_TO_THEM = re.compile(rf"\s+(?:[\w-]+\s){{0,3}}?(?:to|with)\s+{_OWNER}", re.IGNORECASE)
_BEFORE_THEM = 60  # characters that a passive takes at most
_KEPT_BY_THEM = re.compile(_DECIDED_BY, re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?=[bciasrl])(?:belongs?(?:ed)? to|comes? from|came from|(?:is|are) (?:made|run) by|(?:stay|remain|rest|sit|lie)s? with|"
    r"(?:stay|remain|rest)ed with|sat with)\b",
    re.IGNORECASE,
)
# The writer among the doers, or over them: `built by the CPO and me`, `made by the team I led`, `trained by engineers in my squad`.
_MINE_TOO = re.compile(
    r"\b(?:and|with) me\b|\bmyself\b|\band I(?=\s*(?:[.,;)]|$|jointly\b|together\b))|"
    r"\bI (?:led|lead|ran|run|manage[ds]?|hired|built)\b|\b(?:in|of|on) my (?:team|squad|group)\b"
)
# `Hosted the data group's delay model on our cluster; they trained it`: whose it is, and who made it.
_OWNED_BY_THEM = re.compile(r"(?:\w['’]s|s['’])\s+(?:[\w-]+\s+){0,3}$")
_THEY_MADE_IT = re.compile(
    r"[^.!?;]*[;,–—]\s*they\s+(?:had\s+|also\s+)?(?:built|trained|made|wrote|developed|created|own|owned|maintain|maintained|designed|"
    r"tuned|ran|run)\b",
    re.IGNORECASE,
)
# `the score supplied by the analytics department's learning model`
_BY_OWNERS = re.compile(rf"\b(?:{_DONE}|{_MADE})\s+by\s+(?:the|our|an?|another)\s+(?:[\w-]+\s){{0,3}}?{_GROUP}['’]s?\s+$", re.IGNORECASE)
_WHERE_IT_SAYS_SO = 40  # characters after the doer
_OF_ANOTHER_CLAUSE = re.compile(r"[.;!?:]\s|\b(?:I|we|my|our|which|that|who|where|when|while|but)\b")
_OF_OUTSIDERS = re.compile(
    r"\s+(?:models?\s+|tools?\s+)?(?:of|from|by)\s+(?:an?|the|our|some)\s+(?:external|outside|third[- ]party|other|another)\b",
    re.IGNORECASE,
)


def said_of_what_is_before(text: str, end: int) -> bool:
    """Tell whether what follows character `end` says that what stands before it is others': `the bias audit was Risk's job`."""
    if _OF_OUTSIDERS.match(text, end):
        return True
    found = _their_job(text, end, len(text)) or _LEFT_WITH_THEM.search(text, end)
    if found is None or _MINE_TOO.search(text, found.start(), found.end() + _WHERE_IT_SAYS_SO):
        return False
    return not _OF_ANOTHER_CLAUSE.search(text, end, found.start())


def names_doer(text: str, start: int, stop: int) -> bool:
    """Tell whether characters `start` to `stop` only say which others did it: `Releases are handled by the DevOps team`."""
    is_band = _BAND.match(text, stop) or _BAND_AT_END.search(text[start:stop])
    said = is_band and _BY.search(text[max(0, start - _BEFORE_THEM) : start])
    return bool(said and not _MINE_TOO.search(text, start, stop + _WHERE_IT_SAYS_SO))


def made_by_owner(text: str, start: int, stop: int) -> bool:
    """Tell whether characters `start` to `stop` are said to be somebody's, and made by them: `the lab's model; they built it`."""
    before = text[max(0, start - _BEFORE_THEM) : start]
    if "'" not in before and "’" not in before:
        return False  # most, which the slow expressions need not see
    return bool(_BY_OWNERS.search(before) or (_OWNED_BY_THEM.search(before) and _THEY_MADE_IT.match(text, stop)))


def left_to_them(text: str, start: int, stop: int) -> bool:
    """Tell whether characters `start` to `stop` are left to others: `I leave system design to our tech lead`."""
    return bool(_TO_THEM.match(text, stop) and _LEAVE.search(text[max(0, start - _BEFORE_THEM) : start]))


def said_of_all(text: str, start: int, stop: int) -> bool:
    """Tell whether these characters say of what they tell that it is others': `The forecast is kept by the vendor`."""
    found = _KEPT_BY_THEM.search(text, start, stop) or _their_job(text, start, stop)
    return found is not None and not _MINE_TOO.search(text, found.start(), found.end() + _WHERE_IT_SAYS_SO)


def belonging(text: str, start: int, stop: int) -> int | None:
    """Return where the owner is named after `belongs to`, `is run by`; None when nothing of the kind is said."""
    found = _THEIRS.search(text, start, stop)
    return found.end() if found else None


def _their_job(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Find `was Risk's job`, `is another department`. The expression is slow, and few texts have a word or mark that it needs."""
    return _THEIR_JOB.search(text, start, stop) if any(part in text for part in _IN_THEIR_JOB) else None
