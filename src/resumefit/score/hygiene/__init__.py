"""How the resume is written, apart from any score: what a reader or a program will stumble over, line by line.

Each finding names its line, what is wrong and what to do. None of them changes a point.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from resumefit.core.assessment import Finding
from resumefit.core.document import Document
from resumefit.core.mention import Mention
from resumefit.core.resume import Personal, PersonalKind, Resume, SectionKind
from resumefit.core.wording import capital
from resumefit.score.hygiene.page import Page
from resumefit.score.hygiene.sentences import bullets, buzzwords, outcomes, starts_weakly, unshown, walls

_FEW_WORDS, _MANY_WORDS = 150, 1200
_MANY_PAGES = 3
_QUOTE = 90
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
_NOT_NEEDED = {
    PersonalKind.BIRTH_DATE: "a date of birth", PersonalKind.MARITAL: "marital status",
    PersonalKind.GENDER: "gender", PersonalKind.NATIONALITY: "nationality",
}
_HEAD = (SectionKind.CONTACT, SectionKind.OTHER)
_PRONOUNS = re.compile(r"(?:pronouns?:?\s*)?(?:she|he|they|ze|xe)\W+(?:her|hers|him|his|them|theirs|\w+)(?:\W+\w+)?", re.IGNORECASE)
_FIELD = re.compile(r"[^|·•,;/\t\n]+")
_BARE = {
    PersonalKind.MARITAL: re.compile(r"(?:single|married|unmarried|divorced|widowed)(?: with .*)?", re.IGNORECASE),
    PersonalKind.GENDER: re.compile(r"(?:fe)?male|man|woman|non-binary", re.IGNORECASE),
}


def check_hygiene(
    document: Document, resume: Resume, mentions: Sequence[Mention], *, tells_result: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """Return what to mend in the writing: findings about the whole file first, then by line.

    `tells_result` says of a sentence whether it carries a measured result, as the matcher has it.
    """
    page = Page(document, resume, tuple(mentions), tells_result)
    found = [finding for check in _CHECKS for finding in check(page)]
    return tuple(sorted(found, key=lambda finding: (finding.line or 0, finding.code, finding.quote)))


def _reading(page: Page) -> Iterator[Finding]:
    for caution in page.document.cautions:
        if caution.code != "concealed-text":
            remedy = _READING_REMEDIES.get(caution.code, _EXPORT_AGAIN)
            line = page.first_line_of_page(caution.page)
            yield Finding(f"reading-{caution.code}", capital(caution.message), remedy, line)
    for item in page.document.concealed:
        yield Finding(
            "concealed-text", f"Text that a reader does not see ({item.kind}) is in the file",
            "Take it out: it earns nothing, and who finds it will think of cheating", page.first_line_of_page(item.page),
            item.text[:_QUOTE],
        )
    for caution in page.resume.cautions:
        about = next((item for item in page.resume.positions if f"'{item.title}'" in caution.message), None)
        line = page.document.line_of(about.span.start) if about else page.first_line_of_page(caution.page)
        yield Finding(f"structure-{caution.code}", capital(caution.message), "Write it so that it can be read one way", line)


def _length(page: Page) -> Iterator[Finding]:
    words = list(_WORD.finditer(page.document.text))
    if len(words) < _FEW_WORDS:
        yield Finding(
            "too-short", f"The resume is short: {len(words)} words", "Tell of each position what you did and what it changed"
        )
    elif len(words) > _MANY_WORDS or page.document.pages > _MANY_PAGES:
        pages = "1 page" if page.document.pages == 1 else f"{page.document.pages} pages"
        surplus = page.first_line_of_page(_MANY_PAGES + 1)
        if len(words) > _MANY_WORDS:
            surplus = page.document.line_of(words[_MANY_WORDS].start())
        yield Finding(
            "too-long", f"The resume is long: {len(words)} words on {pages}; what stands from here on is too much",
            "Cut what is older than ten years to a line a position", surplus,
        )


def _dates(page: Page) -> Iterator[Finding]:
    for position in page.resume.positions:
        if position.worked is None:
            yield page.about(
                "missing-dates", "A position has no dates that can be read",
                "Write month and year of its start and end, as in Mar 2021 - Feb 2024",
                start=position.span.start, stop=_line_end(page.document.text, position.span.start),
            )


def _personal(page: Page) -> Iterator[Finding]:
    given = [
        (item.kind, item.span.start) for item in page.resume.personal
        if item.kind in _NOT_NEEDED and not _is_of_work(item, page)
    ]
    seen = {(kind, page.document.line_of(start)) for kind, start in given}
    given += [(kind, start) for kind, start in _bare_fields(page) if (kind, page.document.line_of(start)) not in seen]
    for kind, start in sorted(given, key=lambda item: item[1]):
        yield Finding(
            f"personal-{kind.value}", f"The resume gives {_NOT_NEEDED[kind]}",
            "Leave it out where the law and custom of the country allow: it is no matter of skill", page.document.line_of(start),
            detail=_NOT_NEEDED[kind],
        )


def _is_of_work(item: Personal, page: Page) -> bool:
    """Tell whether words are no data on the person: "a bias audit by gender" in a bullet, pronouns that are given on purpose."""
    at, stop = item.span.start, item.span.stop
    if item.kind is PersonalKind.BIRTH_DATE:
        return False
    if item.kind is PersonalKind.GENDER and _PRONOUNS.fullmatch(page.words(at, stop).strip("()[] ")):
        return True
    return any(
        sentence.start <= at < sentence.stop and sentence.position is not None for sentence in page.resume.sentences
    )


def _bare_fields(page: Page) -> Iterator[tuple[PersonalKind, int]]:
    """Find the lone words of a head line: `pat@example.com | Single | Male`."""
    top = next((item.start for item in page.resume.sections if item.kind not in _HEAD), len(page.document.text))
    for field in _FIELD.finditer(page.document.text, 0, top):
        for kind, pattern in _BARE.items():
            if pattern.fullmatch(field.group().strip()):
                yield kind, field.start()


_CHECKS: tuple[Callable[[Page], Iterator[Finding]], ...] = (
    _reading, _length, _dates, bullets, outcomes, unshown, walls, buzzwords, _personal
)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


__all__ = ["check_hygiene", "starts_weakly"]
