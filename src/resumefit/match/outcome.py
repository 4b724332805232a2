"""Tells whether a sentence carries a measured result: a change in numbers, not a date, a phone or the firm's size."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PERCENT = re.compile(
    r"\d\s?(?:%|per ?cent\b|percent\b|pp\b|bps\b|basis points|percentage points|(?:pts?|points)\b)", re.IGNORECASE,
)
_SHARE_OF_TIME = re.compile(
    r"\d+\s?%\s+(?:of (?:my|the|working) time|remote|travel|owned|equity|stake|completed?\b|on-?site)", re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:cut|reduc\w+|sav(?:ed|ing|ings|es)|lift\w*|up|down|increas\w+|decreas\w+|gr[eo]w\w*|growth|fell"
    r"|fall\w*|rose|ris(?:e|ing)|improv\w+|"
    r"doubl\w+|halv\w+|tripl\w+|quadrupl\w+|faster|fewer|less|more|lower\w*|higher|rais\w+|shorten\w*|"
    r"slash\w*|shrank|shrink\w*|"
    r"trimm\w+|gain\w*|boost\w*|drop\w*|dropped|from|to|reach\w*|prevent\w*|avoid\w*|recover\w*|generat\w+"
    r"|won|earn\w*|added|freed?|freeing|"
    r"adopt\w+|instead of|brought|kept|below|under|within|ahead|early|beat\w*|exceed\w*)\b",
    re.IGNORECASE,
)
# `(?=[…])`, here and below: the letters that the words begin with, which rule most words out at one glance.
_MULTIPLE = re.compile(
    r"\b(?=[\dtfsdhq])(?:\d+(?:\.\d+)?\s?(?:x|×)(?!\w)|(?:two|three|four|five|six|ten)-?fold\b|(?:doubl|halv|tripl|"
    r"quadrupl)(?:ed|ing)\b|twice as\b|\d+ times (?:faster|more|fewer|cheaper|as)\b)", re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|INR|Rs\.?|AUD|CAD|SEK|NOK|DKK|PLN)\s?)\s?\d|\b\d[\d.,]*\s?(?:crore|"
    r"lakh|million|bn|k|m)\b\s?(?:a year|per year|p\.a\.|in)?",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\bfrom\s+[^\s]*\d[^.;]{0,40}?\bto\s+(?:[^\s]*\d|nil|zero|none|under|below|minutes|hours|days|"
    r"seconds)|\d[^\s→]*(?:\s\w+){0,2}\s?(?:→|->|–>|=>)\s?\S*\d|\d\s(?:\w+\s)?(?:down|up) to\s+\S*\d"
    r"|\b\d*\.\d+\s+to\s+\d*\.\d", re.IGNORECASE
)
_TIME = r"(?:years?|quarters?|months?|weeks?|days?|hours?|minutes?|seconds?)"
_FROM_TIME_TO_TIME = re.compile(rf"\bfrom (?:an? |several )?{_TIME}\b[^.;]{{0,20}}? to (?:an? |a few |under an? )?{_TIME}\b", re.IGNORECASE)
_OFFICE_HOURS = re.compile(r"\b(?:work(?:ed|s|ing)?|open(?:ed)?|shifts?|duty)\s+from\s+\d{1,2}\S*\s+to\s+\d{1,2}\b", re.IGNORECASE)
# `Raised NPS to 61`, `kept p99 under 80 ms`, `costs now $20k a month`: where it was brought, not by how much.
_TO_A_VALUE = re.compile(
    r"\b(?=[rblpcgmidkhs])(?:raised|brought|lifted|pushed|cut|reduc(?:ed|ing)|lower(?:ed|ing)|grew|got|moved|improv(?:ed|ing)|increas(?:ed|ing)|"
    r"dropped)\b[^.;]{1,60}? to (?:one in )?[$€£¥₹]?\d"
    r"|\b(?:kept|held|keep(?:ing)?|hold(?:ing)?|stayed)\b[^.;]{1,50}? (?:under|below|above|over|within|at) [$€£¥₹]?\d", re.IGNORECASE,
)
_RESULT_OF_NONE = re.compile(
    r"\b(?:zero|no|0) (?:\w+ )?(?:findings|rollbacks?|incidents?|outages?|defects?|complaints?|breach(?:es)?|escalations?|"
    r"regressions?|errors|non-?conformit(?:y|ies))\b", re.IGNORECASE,
)
_PER_TIME = re.compile(
    r"\b(?:now|handl\w+|serv(?:es?|ed|ing)|process(?:es|ed|ing)?|answer(?:s|ed|ing)?|reach(?:ed|ing)|resolv\w+)\b[^.;]{0,24}?"
    r"\b\d[\d.,]*[km]?\+? (?:[\w-]+ ){1,2}(?:an?|per|each|every) (?:day|week|month|hour|minute|second|year)\b", re.IGNORECASE,
)
_IN_SO_LONG = re.compile(
    r"\b(?:launch|shipp|deliver|built|releas|rolled|took|migrat|clos|complet|stood up)\w*\b[^.;]{3,80}? (?:in|within) \d+ "
    r"(?:days|weeks|months|hours|minutes|sprints)\b", re.IGNORECASE,
)
_GAIN = re.compile(r"\b(?:worth|savings?|(?:new|more) (?:revenue|ARR|MRR|sales|profit))\b", re.IGNORECASE)
_BUDGET = re.compile(r"\b(?:budgets?|spend|spending|turnover|salar\w+|portfolio)\b", re.IGNORECASE)
_MARK_OF_STUDY = re.compile(
    r"\b(?:course|exam|module|diploma|degree|grade|GPA|certificat\w+)\b[^.;]{0,40}\b(?:with|at|of) \d+ ?%", re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b\d[\d.,]*\+?\s*(?:ms|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|"
    r"quarters?|users?|customers?|"
    r"tickets?|calls?|defects?|bugs?|incidents?|errors?|orders?|sign-?ups?|installs?|leads?|FTEs?|"
    r"hospitals?|stores?|partners?|merchants?)\b",
    re.IGNORECASE,
)
_STRONG_CHANGE = re.compile(
    r"\b(?=[crslidgfwtpabe])(?:cut(?:ting)?|reduc\w+|sav(?:ed|ing|es)|lift(?:ed|ing)|increas\w+|decreas\w+|grew|fell|rose|"
    r"improv\w+|faster|fewer|lower(?:ed|ing)|rais(?:ed|ing)|"
    r"shorten(?:ed|ing)|slash(?:ed|ing)|trimm(?:ed|ing)|dropped|prevent(?:ed|ing)|avoid(?:ed|ing)|"
    r"recover(?:ed|ing)|freed|freeing|won|ahead of|instead of|boost(?:ed|ing)|early)\b",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(r"\bby\s+(?:about |some |over |nearly |almost )?\S?\d", re.IGNORECASE)
_DATES = re.compile(
    r"\b(?:from\s+)?(?:19|20)\d\d\s*(?:to|-|–|—)\s*(?:(?:19|20)\d\d|present|now)|\b(?:19|20)\d\d\b|\bQ[1-4]\b", re.IGNORECASE,
)
_SPELLED = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "twenty": "20",
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "a hundred": "100",
}
_NUMBER_WORD = re.compile(rf"\b(?=[{''.join(sorted({word[0] for word in _SPELLED}))}])(?:{'|'.join(_SPELLED)})\b", re.IGNORECASE)
_BY_A_PART = re.compile(
    r"\bby (?:about |over |nearly |almost |more than )?(?:(?:a|one|two|three)[ -])?(?:half|thirds?|quarters?|fifth)\b|\bin half\b"
    r"|\b(?:a|one|two|three)[ -](?:half|thirds?|quarters?|fifths?|tenth)\s(?:of|off|less|fewer|lower|faster|cheaper)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PHONES = re.compile(r"\+?\d[\d ()./-]{7,}\d")
# The expressions are slow, and few texts have what they need: these are looked for first.
_OF_NUMBER_WORDS = tuple(sorted({word.removeprefix("a ")[:4] for word in _SPELLED}))
_OF_NONE = ("zero ", "no ", "0 ")
_OF_PARTS = ("half", "third", "quarter", "fifth", "tenth")
_OF_WAYS = (" to ", ">", "→")
_OF_TIMES = ("year", "month", "week", "day", "hour", "minute", "second", "sprint")


def has_outcome(text: str) -> bool:
    """Tell whether a sentence tells a measured result."""
    lower = text.lower()
    if _has_any(lower, _OF_NUMBER_WORDS):
        text = _NUMBER_WORD.sub(lambda found: _SPELLED.get(found.group().lower(), found.group()), text)
    goes = _has_any(lower, _OF_WAYS)
    if (goes and _FROM_TIME_TO_TIME.search(text)) or (_has_any(lower, _OF_NONE) and _RESULT_OF_NONE.search(text)):
        return True
    if _has_any(lower, _OF_PARTS) and _BY_A_PART.search(text) and _STRONG_CHANGE.search(text):
        return True
    if not _has_digit(text):
        return _MULTIPLE.search(text) is not None
    bare = _DATES.sub(" ", text)
    if goes:
        bare = _OFFICE_HOURS.sub(" ", bare)
    if not (goes and _FROM_TO.search(text)):
        bare = _PHONES.sub(" ", bare)
    if not _has_digit(bare):
        return _MULTIPLE.search(bare) is not None
    if _is_share(bare) or (goes and _FROM_TO.search(bare)) or _MULTIPLE.search(bare):
        return True
    return _is_amount(bare, in_time=_has_any(lower, _OF_TIMES))


def _is_share(bare: str) -> bool:
    """Tell whether a text without dates and phones tells a share or points that are a result: not a share of time, nor an exam's mark."""
    shares = _MARK_OF_STUDY.sub(" ", _SHARE_OF_TIME.sub(" ", bare)) if "%" in bare else bare
    return _PERCENT.search(shares) is not None and ("%" in shares or _CHANGE.search(shares) is not None)


def _is_amount(bare: str, *, in_time: bool) -> bool:
    """Tell whether a text without dates and phones tells of an amount what became of it; `in_time` where it names days, weeks, ..."""
    # The rarest first.
    if _STRONG_CHANGE.search(bare) and (_QUANTITY.search(bare) or _BY_HOW_MUCH.search(bare) or _MONEY.search(bare)):
        return True
    if (in_time and (_PER_TIME.search(bare) or _IN_SO_LONG.search(bare))) or _TO_A_VALUE.search(bare):
        return True
    return bool(_GAIN.search(bare) and _MONEY.search(bare) and not _BUDGET.search(bare))


def _has_any(text: str, parts: Sequence[str]) -> bool:
    for part in parts:  # noqa: SIM110 - a generator takes three times as long
        if part in text:
            return True
    return False


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None or (not text.isascii() and any(letter.isdigit() for letter in text))
