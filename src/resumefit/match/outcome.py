"""Tells whether a sentence carries a measured result: a change in numbers, not a date, a phone or the firm's size."""

from __future__ import annotations

import re

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
    r"quadrupl)(?:ed|ing)\b|twice as\b)", re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|INR|Rs\.?|AUD|CAD|SEK|NOK|DKK|PLN)\s?)\s?\d|\b\d[\d.,]*\s?(?:crore|"
    r"lakh|million|bn|k|m)\b\s?(?:a year|per year|p\.a\.|in)?",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\bfrom\s+[^\s]*\d[^.;]{0,40}?\bto\s+(?:[^\s]*\d|nil|zero|none|under|below|minutes|hours|days|"
    r"seconds)|\d\S*\s?(?:→|->|–>|=>)\s?\S*\d", re.IGNORECASE
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
    r"\bby (?:about |over |nearly |almost |more than )?(?:(?:a|one|two|three)[ -])?(?:half|thirds?|quarters?|fifth)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PHONES = re.compile(r"\+?\d[\d ()./-]{7,}\d")


def has_outcome(text: str) -> bool:
    """Tell whether a sentence tells a measured result."""
    text = _NUMBER_WORD.sub(lambda found: _SPELLED[found.group().lower()], text)
    if _BY_A_PART.search(text) and _STRONG_CHANGE.search(text):
        return True
    if not _has_digit(text):
        return _MULTIPLE.search(text) is not None
    bare = _DATES.sub(" ", text)
    if not _goes_from_to(text):
        bare = _PHONES.sub(" ", bare)
    if _goes_from_to(bare) or _MULTIPLE.search(bare):
        return True
    shares = _SHARE_OF_TIME.sub(" ", bare)
    if _PERCENT.search(shares) and ("%" in shares or _CHANGE.search(shares)):
        return True
    # The rarest first.
    return bool(_STRONG_CHANGE.search(bare) and (_MONEY.search(bare) or _QUANTITY.search(bare) or _BY_HOW_MUCH.search(bare)))


def _goes_from_to(text: str) -> bool:
    """Tell whether something goes from one number to another. The expression is slow, and few texts have what it needs."""
    may = "from" in text.lower() or ">" in text or "→" in text
    return may and _FROM_TO.search(text) is not None


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None or (not text.isascii() and any(letter.isdigit() for letter in text))
