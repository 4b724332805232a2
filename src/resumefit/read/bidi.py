"""Right-to-left text: from the order in which letters stand on the page to the order in which they are read.

PDF pages say where letters stand and not how they are read; producers and engines disagree about the rest. So lines
with Hebrew or Arabic letters are taken as they are seen, left to right, and turned here, by the rules of Unicode's
bidirectional algorithm read backwards: words to the left of one another are read in turn, figures and words of other
scripts among them keep their own direction. The direction of a line is that of most of its letters.
"""

from __future__ import annotations

import re
import unicodedata

_RTL = "\u0590-\u05ff\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # less Arabic figures
_HAS_RTL = re.compile(f"[{_RTL}]")
_STRONG_LTR = r"[^\W\d_" + _RTL + r"]"
_RUN_IN_LTR = re.compile(f"[{_RTL}](?:(?:(?!{_STRONG_LTR}).)*[{_RTL}])?")
_NO_RTL = re.compile(f"[^{_RTL}]+")
_FROM_FIRST_TO_LAST = re.compile(r"[^\W_](?:.*[^\W_])?")
_NUMBER = re.compile(r"[%$€₪£]?\d(?:[.,:/+\-]?\d)*[%$€₪£]?")
_NUMBER_AFTER_ARABIC = re.compile(r"[%$€₪£]?\d(?:[.,:/]?\d)*[%$€₪£]?")  # there a hyphen keeps two numbers apart
_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(_STRONG_LTR)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_OPENING = {**{close: opening for opening, close in _PAIRS.items()}, **{opening: opening for opening in _PAIRS}}
_BRACKET = re.compile(r"(?:(?<=\s)|^)[)\]}](?=\S)|(?<=\S)[(\[{](?=[\s.,;:!?]|$)")
_WIDE = "   "


def has_rtl(text: str) -> bool:
    """Tell whether a text has Hebrew or Arabic letters."""
    return not text.isascii() and _HAS_RTL.search(text) is not None


def plain_letters(text: str) -> str:
    """Write shaped forms of letters, which some producers store, as the letters that they show, as seen on the page."""
    return unicodedata.normalize("NFKC", text)[::-1] if has_rtl(text) else text


def as_read(seen: str) -> str:
    """Turn one line from the order in which it is seen, left to right, to the order in which it is read."""
    if not has_rtl(seen):
        return seen
    if 2 * len(_HAS_RTL.findall(seen)) > len(_HAS_RTL.findall(seen)) + len(_LETTER.findall(seen)):
        turned = _turned(seen)
    else:
        turned = _RUN_IN_LTR.sub(lambda run: _turned(run.group()), seen)
    return _BRACKET.sub(_mended, turned)


def _turned(seen: str) -> str:
    """Turn a right-to-left stretch around, and what else stands in it back."""
    number = _NUMBER_AFTER_ARABIC if _ARABIC.search(seen) else _NUMBER
    return _NO_RTL.sub(lambda run: _turned_back(run.group(), number), seen[::-1])


def _turned_back(run: str, number: re.Pattern[str]) -> str:
    """Turn what stands between right-to-left letters and was turned with them back to its own direction."""
    if _LETTER.search(run):
        return _WIDE.join(_FROM_FIRST_TO_LAST.sub(lambda m: m.group()[::-1], part) for part in run.split(_WIDE))
    return number.sub(lambda found: found.group()[::-1], run)


def _mended(bracket: re.Match[str]) -> str:
    """Mirror a bracket that opens where it should close: engines differ in whether they have mirrored it already."""
    sign = bracket.group()
    return _PAIRS.get(sign) or _OPENING[sign]
