"""How the resume is written, apart from any score: what a reader or a program will stumble over, line by line.

Each finding names its line, what is wrong and what to do. None of them changes a point.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Finding
from resumefit.core.document import Document
from resumefit.core.mention import Mention, Status
from resumefit.core.resume import PersonalKind, Resume, SectionKind, Sentence, SentenceKind
from resumefit.score.evidence import Material

_LONG_BULLET_WORDS = 45
_WALL = 15
_FEW_WORDS, _MANY_WORDS = 150, 1200
_MANY_PAGES = 3
_QUOTE = 90
_FIGURE = re.compile(r"\d|\b(?:halved|halving|doubled|doubling|tripled|tripling|quadrupled)\b", re.IGNORECASE)
_BUZZWORDS = re.compile(
    r"\b(?:results?[- ](?:driven|oriented)|synerg(?:y|ies|i[sz](?:e|ed|ing))|thought leader(?:ship)?|go[- ]getter|visionary"
    r"|proven track record|team player|self[- ]starter|hard[- ]working|detail[- ]oriented|out[- ]of[- ]the[- ]box"
    r"|best[- ]of[- ]breed|cutting[- ]edge|world[- ]class|game[- ]chang(?:er|ing)|guru|ninja|rock ?star|evangelist"
    r"|passionate about|dynamic (?:professional|leader|individual)|value[- ]add(?:ed)?|move the needle"
    r"|wear(?:ing)? many hats|fast[- ]paced environment|bleeding[- ]edge|paradigm shift|low[- ]hanging fruit)\b",
    re.IGNORECASE,
)
_WEAK_START = re.compile(
    r"(?:was |were )?(?:responsible for|in charge of|duties include[ds]?|tasked with|worked on|helped (?:with|to)"
    r"|assisted (?:with|in)|involved in|participated in|exposure to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_EXPORT_AGAIN = "Export the file again from its editor as a PDF with plain text, and look at `resumefit parse`"
_READING_REMEDIES = {
    "page-needs-ocr": "Put the words there as text; programs that sort resumes do not read pictures",
    "recognised": "Put the words there as text; what a program recognised in a picture may be wrong",
    "unsure-recognition": "Put the words there as text; what a program recognised in a picture may be wrong",
    "garbled-text": "Choose another font, or export with the font embedded, and look at `resumefit parse`",
    "lost-characters": "Choose another font, or export with the font embedded, and look at `resumefit parse`",
    "overlapping-lines": "Move text boxes apart, or use one column: programs may read the lines in a wrong order",
    "too-many-pages": "Shorten the resume: nobody reads that far",
    "truncated": "Export the file again; this copy is cut off",
    "damaged-page": "Export the file again; this copy is damaged",
}
_NO_PLACE_FOR_DEEDS = (SectionKind.CERTIFICATIONS, SectionKind.EDUCATION)
_NOT_NEEDED = {
    PersonalKind.BIRTH_DATE: "a date of birth", PersonalKind.MARITAL: "marital status",
    PersonalKind.GENDER: "gender", PersonalKind.NATIONALITY: "nationality",
}


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    resume: Resume
    mentions: tuple[Mention, ...]

    def line_of(self, offset: int) -> int:
        return self.document.text.count("\n", 0, offset) + 1

    def first_line_of_page(self, number: int | None) -> int | None:
        """Say where a page starts in the text, None when nothing of it was read."""
        if number is None:
            return None
        first = next((line for line in self.document.lines if line.page == number), None)
        return None if first is None else self.line_of(first.start)

    def words(self, start: int, stop: int) -> str:
        return " ".join(self.document.text[start:stop].split())

    def about(self, code: str, problem: str, remedy: str, *, start: int, stop: int) -> Finding:
        quote = self.words(start, stop)
        cut = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE].rsplit(' ', 1)[0]}…"
        return Finding(code, problem, remedy, self.line_of(start), cut)


def check_hygiene(document: Document, resume: Resume, mentions: Sequence[Mention]) -> tuple[Finding, ...]:
    """Return what to mend in the writing: findings about the whole file first, then by line."""
    page = _Page(document, resume, tuple(mentions))
    found = [finding for check in _CHECKS for finding in check(page)]
    return tuple(sorted(found, key=lambda finding: (finding.line or 0, finding.code, finding.quote)))


def check_material(material: Material) -> tuple[Finding, ...]:
    """As `check_hygiene`, for what scoring holds together."""
    return check_hygiene(material.document, material.resume, material.mentions)


def _reading(page: _Page) -> Iterator[Finding]:
    for caution in page.document.cautions:
        if caution.code != "concealed-text":
            remedy = _READING_REMEDIES.get(caution.code, _EXPORT_AGAIN)
            line = page.first_line_of_page(caution.page)
            yield Finding(f"reading-{caution.code}", _sentence(caution.message), remedy, line)
    for item in page.document.concealed:
        yield Finding(
            "concealed-text", f"Text that a reader does not see ({item.kind}) is in the file",
            "Take it out: it earns nothing, and who finds it will think of cheating", page.first_line_of_page(item.page),
            item.text[:_QUOTE],
        )
    for caution in page.resume.cautions:
        about = next((item for item in page.resume.positions if f"'{item.title}'" in caution.message), None)
        line = page.line_of(about.span.start) if about else page.first_line_of_page(caution.page)
        yield Finding(f"structure-{caution.code}", _sentence(caution.message), "Write it so that it can be read one way", line)


def _length(page: _Page) -> Iterator[Finding]:
    words = list(_WORD.finditer(page.document.text))
    if len(words) < _FEW_WORDS:
        yield Finding(
            "too-short", f"The resume has {len(words)} words", "Tell of each position what you did and what it changed"
        )
    elif len(words) > _MANY_WORDS or page.document.pages > _MANY_PAGES:
        pages = "1 page" if page.document.pages == 1 else f"{page.document.pages} pages"
        surplus = page.first_line_of_page(_MANY_PAGES + 1)
        if len(words) > _MANY_WORDS:
            surplus = page.line_of(words[_MANY_WORDS].start())
        yield Finding(
            "too-long", f"The resume has {len(words)} words on {pages}; what stands from here on is too much",
            "Cut what is older than ten years to a line a position", surplus,
        )


def _dates(page: _Page) -> Iterator[Finding]:
    for position in page.resume.positions:
        if position.worked is None:
            yield page.about(
                "missing-dates", "A position has no dates that can be read",
                "Write month and year of its start and end, as in Mar 2021 - Feb 2024",
                start=position.span.start, stop=_line_end(page.document.text, position.span.start),
            )


def _bullets(page: _Page) -> Iterator[Finding]:
    for sentence in page.resume.sentences:
        if sentence.kind is not SentenceKind.BULLET:
            continue
        words = page.words(sentence.start, sentence.stop)
        if _WEAK_START.match(words):
            yield page.about(
                "weak-start", "A bullet starts with a duty, not a deed", "Start with what you did: built, cut, chose, ran",
                start=sentence.start, stop=sentence.stop,
            )
        if len(words.split()) > _LONG_BULLET_WORDS:
            yield page.about(
                "long-bullet", f"A bullet has {len(words.split())} words", "Split it: one deed and its result each",
                start=sentence.start, stop=sentence.stop,
            )


def _outcomes(page: _Page) -> Iterator[Finding]:
    for index, _ in enumerate(page.resume.positions):
        bullets = [
            sentence for sentence in page.resume.sentences
            if sentence.position == index and sentence.kind is SentenceKind.BULLET
        ]
        bare = [sentence for sentence in bullets if not _has_result(sentence, page)]
        if len(bare) >= 2 and len(bare) * 2 > len(bullets):
            lines = ", ".join(str(page.line_of(sentence.start)) for sentence in bare)
            yield page.about(
                "no-outcome", f"{len(bare)} of {len(bullets)} bullets of this position tell no result (lines {lines})",
                "Say what changed: before and after, how much, how many, how soon", start=bare[0].start, stop=bare[0].stop,
            )


def _unshown(page: _Page) -> Iterator[Finding]:
    shown = {mention.skill for mention in page.mentions if mention.status is Status.DEMONSTRATED and mention.counted}
    told: set[str] = set()
    lines: dict[tuple[int, int], list[str]] = {}
    for mention in page.mentions:
        if mention.status is not Status.LISTED or mention.section in _NO_PLACE_FOR_DEEDS:
            continue
        if mention.skill is None or mention.skill in shown | told:
            continue
        told.add(mention.skill)
        lines.setdefault((mention.sentence_start, mention.sentence_stop), []).append(mention.label)
    for (start, stop), names in lines.items():
        yield page.about(
            "listed-not-shown", f"Named, but shown by no deed: {', '.join(names)}",
            "Tell in a bullet what you did with it, or take it out", start=start, stop=stop,
        )


def _walls(page: _Page) -> Iterator[Finding]:
    for sentence in page.resume.sentences:
        names = sum(
            sentence.start <= mention.start < sentence.stop and mention.status is Status.LISTED
            for mention in page.mentions
        )
        if names > _WALL:
            yield page.about(
                "wall-of-skills", f"{names} skills stand in one list", "Keep those that a bullet shows; a list earns little",
                start=sentence.start, stop=sentence.stop,
            )


def _buzzwords(page: _Page) -> Iterator[Finding]:
    for sentence in page.resume.sentences:
        found = [hit.group().lower() for hit in _BUZZWORDS.finditer(page.words(sentence.start, sentence.stop))]
        if found:
            yield page.about(
                "buzzword", f"Words that everybody uses: {', '.join(dict.fromkeys(found))}",
                "Put a deed in their place", start=sentence.start, stop=sentence.stop,
            )


def _personal(page: _Page) -> Iterator[Finding]:
    for item in page.resume.personal:
        if item.kind in _NOT_NEEDED:
            line = page.line_of(item.span.start)
            yield Finding(
                f"personal-{item.kind.value}", f"The resume gives {_NOT_NEEDED[item.kind]}",
                "Leave it out where the law and custom of the country allow: it is no matter of skill", line,
            )


_CHECKS: tuple[Callable[[_Page], Iterator[Finding]], ...] = (
    _reading, _length, _dates, _bullets, _outcomes, _unshown, _walls, _buzzwords, _personal
)


def _has_result(sentence: Sentence, page: _Page) -> bool:
    return bool(_FIGURE.search(page.words(sentence.start, sentence.stop)))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
