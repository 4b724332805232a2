"""Tells whether text that was read can be trusted, and why not.

A font without a usable map gives letters that are not the ones on the page: fluent-looking rubbish. No dictionary is
needed to see it: in every Latin-written language nearly all words have vowels, few consonants in a row and small
letters after the first. Other scripts are not judged by that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumefit.core.document import Box, Caution
from resumefit.read.drafts import Draft
from resumefit.read.pdf_fonts import FontUse, Trust, judge_fonts

_TOKEN = re.compile(r"\S+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿāēīōūăěőűœąęıů]", re.IGNORECASE)
_CROWD = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]+[a-z]+[A-Z]")
_PLAUSIBLE_LEAST = 0.72  # measured: resumes 0.90 and more, in five languages; shifted fonts 0.1 to 0.5
_TOKENS_LEAST = 25
_TOKENS_MOST = 150  # enough to judge a page by
_LOST_MOST = 0.01  # of letters
_FEW_CHARACTERS = 20
_HIDDEN_LEAST = 12  # letters
_CLEARLY_USUAL = 0.75  # share of usual pairs of letters, over that of every shifted text


def plausible_share(text: str) -> float | None:
    """The share of Latin words that look like words; None when there are too few to judge by."""
    words = good = strange = 0
    for match in _TOKEN.finditer(text):
        token = match.group().strip(".,;:()[]{}|•·–—-\"'“”‘’/&")
        letters = len(token) if token.isascii() and token.isalpha() else len(_LATIN.findall(token))
        if "@" in token or "/" in token or "." in token:
            continue
        if words >= _TOKENS_MOST:
            break
        if letters < 3:
            strange += len(token) > 3 and letters == 0 and not re.search(r"\d", token) and token.isascii()
            continue
        words += 1
        usual = (
            letters >= 0.75 * len(token)
            and bool(_VOWEL.search(token))
            and not _CROWD.search(token)
            and not _INNER_CAPITAL.search(token)
        )
        good += usual or (token.isupper() and letters <= 5)
    return good / (words + strange) if words + strange >= _TOKENS_LEAST else None


def lost_share(text: str) -> float:
    """The share of replacement characters among all that is not white space."""
    solid = len(text) - text.count(" ") - text.count("\n")
    return text.count("\ufffd") / solid if solid else 0.0


def judge_page(drafts: Sequence[Draft], *, page: int, unmapped: float = 0.0, fonts: Trust | None = None) -> list[Caution]:
    """Return the reasons to doubt a page's text, none for a page that reads well.

    `unmapped` is the share of glyphs without any meaning, `fonts` what is known of the page's fonts.
    """
    text = "\n".join(draft.text for draft in drafts)
    cautions: list[Caution] = []
    cautions += _garbled(text, fonts or judge_fonts([FontUse(text)]), page)
    if lost_share(text) > _LOST_MOST or unmapped > 0.1:
        cautions.append(Caution("lost-characters", "some characters have no known meaning and were lost", page))
    overlap = overlapping_share(drafts)
    if overlap > 0.15:
        cautions.append(Caution("overlapping-lines", f"{overlap:.0%} of the lines lie on top of others", page))
    return cautions


def _garbled(text: str, fonts: Trust, page: int) -> list[Caution]:
    """Say that words are no words. Where the letters of every font stand beside their usual neighbours, they are."""
    if fonts.hidden >= _HIDDEN_LEAST:
        return [Caution("garbled-text", "a font hides the letters that it shows; other words were read for them", page)]
    if fonts.least_usual is not None and fonts.least_usual > _CLEARLY_USUAL:
        return []
    share = plausible_share(text)
    if share is None or share >= _PLAUSIBLE_LEAST:
        return []
    return [Caution("garbled-text", f"only {share:.0%} of the words look like words; a font may hide its letters", page)]


def overlapping_share(drafts: Sequence[Draft]) -> float:
    """The share of lines that lie over another line of the page."""
    boxes = sorted((d.box for d in drafts if d.box is not None and len(d.text) > 3 and not _is_tall(d)), key=_top)
    if len(boxes) < 10:
        return 0.0
    covered: set[int] = set()
    for index, box in enumerate(boxes):
        for other in range(index + 1, len(boxes)):
            below = boxes[other]
            if below.top >= box.bottom:
                break
            tall = min(box.bottom, below.bottom) - max(box.top, below.top)
            wide = min(box.right, below.right) - max(box.left, below.left)
            if tall > 0.55 * min(box.bottom - box.top, below.bottom - below.top) and wide > 0.3 * min(
                box.right - box.left, below.right - below.left
            ):
                covered |= {index, other}
    return len(covered) / len(boxes)


def _top(box: Box) -> float:
    return box.top


def _is_tall(draft: Draft) -> bool:
    """Tell whether a line was put together from two on the page (a date that wraps), so that its box spans both."""
    return (
        draft.box is not None
        and bool(draft.font_size)
        and draft.box.bottom - draft.box.top > 2 * (draft.font_size or 0)
    )


def is_nearly_empty(drafts: Sequence[Draft], *, least: int = _FEW_CHARACTERS) -> bool:
    """Tell whether a page has too little text to be a page of a resume: fewer than `least` letters and figures."""
    found = 0
    for draft in drafts:
        found += sum(map(str.isalnum, draft.text))
        if found >= least:
            return False
    return True
