"""The matcher that tests share: a small lexicon of their own, with the word lists of the real one."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from resumefit.core.document import Document, Line, Span
from resumefit.core.lexicon import Lexicon
from resumefit.core.resume import Position, Resume, Section, SectionKind, Sentence, SentenceKind, YearMonth
from resumefit.lexicon import load_lexicon
from resumefit.lexicon.files import parse_file
from resumefit.lexicon.schema import CuesFile
from resumefit.match import Matcher, build_matcher

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "data" / "lexicon"
REAL = ROOT / "skill_lexicon"


@lru_cache(maxsize=1)
def small_lexicon() -> Lexicon:
    cues = parse_file((REAL / "cues.yaml").read_bytes(), path="cues.yaml", shape=CuesFile).cues
    return replace(load_lexicon(SMALL), cues=cues)


@lru_cache(maxsize=1)
def small_matcher() -> Matcher:
    return build_matcher(small_lexicon())


def found(text: str) -> list[tuple[str | None, str]]:
    """Return (skill, quote) of every mention in a line."""
    return [(mention.skill, text[mention.start : mention.stop]) for mention in small_matcher().match_line(text)]


def statuses(text: str) -> set[str]:
    return {str(mention.status) for mention in small_matcher().match_line(text)}


def one_line(
    text: str, *, kind: SectionKind = SectionKind.EXPERIENCE, heading: str | None = None,
    sentence: SentenceKind = SentenceKind.BULLET, company: str = "Acme",
) -> tuple[Document, Resume]:
    """Build a resume of one section, one position and one sentence."""
    document = Document("cv.txt", "0" * 64, "txt", 1, text, (Line(0, len(text)),))
    position = Position("Product Manager", company, Span(0, len(text)))
    resume = Resume(
        as_of=YearMonth(2026, 11), name=None, sections=(Section(kind, heading, 0, len(text)),), positions=(position,),
        sentences=(Sentence(0, len(text), sentence, section=0, position=0 if kind is SectionKind.EXPERIENCE else None),),
    )
    return document, resume
