"""Finds a job advertisement that was pasted into a resume: it asks of "you" what the person may never have done.

One line that speaks like an advertisement is a turn of phrase. Several near one another are a posting, and so is what stands between
them, however much its lines look like deeds ("Own the roadmap").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumefit.core.document import Document
from resumefit.core.marks import ITEM_MARK
from resumefit.match.stems import is_past, key_of
from resumefit.match.words import Range

_SPOKEN = re.compile(
    r"\byou(?:['’]ll| will| have| bring| are|['’]re| should| must| can|['’]ve| own| know| enjoy| thrive)\b"
    r"|\byour (?:role|day|profile|tasks|background|responsibilities|team|mission|impact)\b|\bwhat you\b|\bwho you are\b"
    r"|\babout (?:you|the role|the job|the position)\b|\b(?:we|we['’]re|we are) (?:looking for|seeking|hiring|offer)\b"
    r"|\bwhat we (?:offer|look for|are looking for|expect|need)\b|\bideal(?:ly)? (?:candidate|you)\b"
    r"|\b(?:the )?(?:successful |ideal |right )candidate\b|\bequal[- ]opportunit(?:y|ies) employer\b|\bcompetitive salary\b"
    r"|\bapply (?:now|today|via|by)\b|\bjob description\b|\bjoin (?:us|our team)\b"
    r"|\bcopied from (?:the |your |a )?(?:posting|advert\w*|job)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^\W*(?:(?:key |main |core |minimum |basic |preferred |required )*(?:requirements|responsibilities|qualifications)"
    r"|nice[- ]to[- ]haves?|must[- ]haves?|desirable|essential|benefits|perks)\b|\bis a (?:big |strong )?plus\b|\b\d+\+ years\b"
    r"|\b(?:preferred|required|desirable)\W*$|\(required\)",
    re.IGNORECASE,
)
# Lower-case words without which no line speaks like an advertisement, looked for first, as that takes a tenth of the time. Without "i" and
# "s", of which the patterns take other forms ("ı", "ſ") for the same.
_HINTS = ("you", "about the", "we", "deal", "cand", "equal", "compet", "apply", "job de", "jo", "cop")
_MARK = re.compile(rf"^\s*{ITEM_MARK}\s+")
_WORD = re.compile(r"[^\W\d_]+")
_APART = 8  # lines between two cues of one posting at most
_ENOUGH = 3  # lines that speak or ask like a posting, at least one of them speaking


def adverts_in(document: Document) -> tuple[Range, ...]:
    """Return the character ranges of pasted postings, in text order."""
    lines = [line for line in document.lines if document.text[line.start : line.stop].strip()]
    texts = [document.text[line.start : line.stop] for line in lines]
    return tuple((lines[first].start, lines[last].stop) for first, last in _runs(texts))


def _runs(texts: list[str]) -> Iterator[Range]:
    spoken = {at for at, text in enumerate(texts) if _speaks(text)}
    if not spoken:
        return
    cues = [at for at, text in enumerate(texts) if at in spoken or _ASKED.search(text)]
    run: list[int] = []
    for at in [*cues, len(texts) + _APART + 1]:
        if run and at - run[-1] > _APART:
            if len(run) >= _ENOUGH and not spoken.isdisjoint(run):
                yield run[0], _end(texts, run[-1])
            run = []
        run.append(at)


def _speaks(text: str) -> bool:
    lower = text.lower()
    return any(hint in lower for hint in _HINTS) and _SPOKEN.search(text) is not None


def _end(texts: list[str], last: int) -> int:
    """Return the last line of the posting whose last cue stands in line `last`: what follows belongs to it until a deed is told."""
    at = last
    while at + 1 < len(texts) and at - last < _APART and not _tells_a_deed(texts[at + 1]) and _MARK.match(texts[at + 1]):
        at += 1
    return at


def _tells_a_deed(text: str) -> bool:
    first = _WORD.search(_MARK.sub("", text))
    return first is not None and is_past(key_of(first.group()))
