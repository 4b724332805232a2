"""Which sentences of a resume were copied from a posting: they say what the firm asks, and not what the person did.

A run of words counts as copied from six words on; people who do the same work share shorter ones ("wrote user stories and
acceptance criteria"). A verb put into the past, or a word changed at an end, leaves the rest of a copied line as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumefit.core.assessment import Assessment, CopiedLine
from resumefit.core.wording import cut

_WORD = re.compile(r"\w+")
_RUN = 6
_WHOLE = 5  # a sentence of so few words is copied when the posting has all of it
_SHARE = 0.6  # of a sentence's words; less is a phrase taken up in a sentence of one's own
_QUOTE = 110


def copied_spans(posting: str, assessment: Assessment) -> frozenset[tuple[int, int]]:
    """Return the spans of the resume's sentences whose words, most of them in long runs, are the posting's own."""
    text = assessment.document.text
    spans = {(mention.sentence_start, mention.sentence_stop) for mention in assessment.mentions}
    spans |= {(sentence.start, sentence.stop) for sentence in assessment.resume.sentences}
    theirs = _words(posting)
    runs = {length: frozenset(_runs(theirs, length)) for length in (_WHOLE, _RUN)}
    return frozenset(span for span in spans if _is_copied(_words(text[slice(*span)]), runs))


def copied_lines(spans: frozenset[tuple[int, int]], assessment: Assessment) -> tuple[CopiedLine, ...]:
    """Return copied sentences with the lines in which they start, each line once."""
    document = assessment.document
    found: dict[int, CopiedLine] = {}
    for start, stop in sorted(spans):
        line = document.line_of(start)
        found.setdefault(line, CopiedLine(line, cut(" ".join(document.text[start:stop].split()), _QUOTE)))
    return tuple(found.values())


def _is_copied(words: Sequence[str], runs: dict[int, frozenset[tuple[str, ...]]]) -> bool:
    if len(words) == _WHOLE:
        return tuple(words) in runs[_WHOLE]
    covered = {
        at + offset for at, run in enumerate(_runs(words, _RUN)) if run in runs[_RUN] for offset in range(_RUN)
    }
    return bool(covered) and len(covered) >= _SHARE * len(words)


def _words(text: str) -> list[str]:
    return [found.group().casefold() for found in _WORD.finditer(text)]


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - length + 1):
        yield tuple(words[at : at + length])
