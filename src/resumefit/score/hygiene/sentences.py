"""What to mend in single sentences and lists: duties, missing results, walls of names, worn words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resumefit.core.assessment import Finding
from resumefit.core.mention import Status
from resumefit.core.resume import SectionKind, Sentence, SentenceKind
from resumefit.score.hygiene.page import Page
from resumefit.score.hygiene.results import tells_what_came

_LONG_BULLET_WORDS = 45
_WALL = 15
_BARE = 3  # bullets without a result in one position are worth a word, however many others have one
_BUZZWORDS = re.compile(
    r"\b(?:results?[- ](?:driven|oriented)|synerg(?:y|ies|i[sz](?:e|ed|ing))|thought leader(?:ship)?|go[- ]getter|visionary"
    r"|proven track record|team player|self[- ]starter|hard[- ]working|detail[- ]oriented|out[- ]of[- ]the[- ]box"
    r"|best[- ]of[- ]breed|cutting[- ]edge|world[- ]class|game[- ]chang(?:er|ing)|guru|ninja|rock ?star|evangelist"
    r"|passionate about|dynamic (?:professional|leader|individual)|value[- ]add(?:ed)?|move the needle"
    r"|wear(?:ing)? many hats|fast[- ]paced environment|bleeding[- ]edge|paradigm shift|low[- ]hanging fruit)\b",
    re.IGNORECASE,
)
_WEAK_START = re.compile(
    r"(?:was |were |been |also |have been |i (?:was|am) )?(?:(?:jointly |mainly |primarily )?responsible for|in charge of"
    r"|duties include[ds]?|tasked with|worked (?:\w+ly )?(?:on|with)|help(?:ed|ing) (?:with|to)|assist(?:ed|ing) (?:with|in)"
    r"|involved in|participat(?:ed|ing) in|exposure to|attended(?! to)|took part in"
    r"|supported (?:in|with|by|the|a|an|our|my|all|various|several|other)\b)\b",
    re.IGNORECASE,
)
_NO_PLACE_FOR_DEEDS = (SectionKind.CERTIFICATIONS, SectionKind.EDUCATION)
_NAMES_OF_OTHERS = (
    SectionKind.CERTIFICATIONS, SectionKind.EDUCATION, SectionKind.PUBLICATIONS, SectionKind.AWARDS, SectionKind.CONTACT
)
_OPENING_QUOTES = ('"', "'", "\u201c", "\u2018")


def starts_weakly(words: str) -> bool:
    """Tell whether a sentence, without its bullet, starts with a duty instead of a deed."""
    return _WEAK_START.match(words) is not None


def bullets(page: Page) -> Iterator[Finding]:
    """Find bullets that start with a duty, or never end."""
    for sentence in page.resume.sentences:
        if sentence.kind is not SentenceKind.BULLET and not _in_position(sentence):
            continue
        words = page.said(sentence)
        if starts_weakly(words):
            yield page.about(
                "weak-start", "A bullet starts with a duty, not a deed", "Start with what you did: built, cut, chose, ran",
                start=sentence.start, stop=sentence.stop,
            )
        count = len(words.split())
        if count > _LONG_BULLET_WORDS:
            yield page.about(
                "long-bullet", f"A bullet has {count} words", "Split it: one deed and its result each",
                start=sentence.start, stop=sentence.stop, detail=f"{count} words",
            )


def outcomes(page: Page) -> Iterator[Finding]:
    """Find positions in which half of the bullets, or several, tell no result; of prose, those without a single one."""
    for index, position in enumerate(page.resume.positions):
        told = _told_in(index, page)
        bare = [sentence for sentence in told if not _tells_what_came(page.said(sentence), page)]
        prose = any(sentence.kind is SentenceKind.PROSE for sentence in told)
        many = len(bare) == len(told) if prose else len(bare) * 2 >= len(told) or len(bare) >= _BARE
        if len(bare) >= 2 and many:
            numbers = dict.fromkeys(page.document.line_of(sentence.start) for sentence in bare)
            lines = ", ".join(map(str, numbers))
            what = "sentences" if prose else "bullets"
            where = ", ".join(filter(None, (position.title, position.company))) or "this position"
            yield page.about(
                "no-outcome", f"{len(bare)} of {len(told)} {what} of this position tell no result (lines {lines})",
                "Say what changed: before and after, how much, how many, how soon", start=bare[0].start, stop=bare[0].stop,
                detail=f"{len(bare)} of {len(told)} under {where} (lines {lines})",
            )


def unshown(page: Page) -> Iterator[Finding]:
    """Find skills that a list names and no deed shows, list by list."""
    shown = {mention.skill for mention in page.mentions if mention.status is Status.DEMONSTRATED and mention.counted}
    told: set[str] = set()
    lines: dict[tuple[int, int], list[str]] = {}
    for mention in page.mentions:
        if mention.status is not Status.LISTED or mention.section in _NO_PLACE_FOR_DEEDS:
            continue
        if mention.skill is None or mention.skill in shown | told:
            continue
        if page.tells_result(words := page.words(mention.sentence_start, mention.sentence_stop)) or "%" in words:
            continue  # a project told in a line of a list: no bare name
        told.add(mention.skill)
        lines.setdefault((mention.sentence_start, mention.sentence_stop), []).append(mention.label)
    for (start, stop), names in lines.items():
        yield page.about(
            "listed-not-shown", f"Named, but shown by no deed: {', '.join(names)}",
            "Tell in a bullet what you did with it, or take it out", start=start, stop=stop, detail=", ".join(names),
        )


def walls(page: Page) -> Iterator[Finding]:
    """Find lists that name more skills than anybody reads."""
    for sentence in page.resume.sentences:
        names = sum(
            sentence.start <= mention.start < sentence.stop and mention.status is Status.LISTED
            for mention in page.mentions
        )
        if names > _WALL:
            yield page.about(
                "wall-of-skills", f"{names} skills stand in one list", "Keep those that a bullet shows; a list earns little",
                start=sentence.start, stop=sentence.stop, detail=f"{names} skills",
            )


def buzzwords(page: Page) -> Iterator[Finding]:
    """Find words that everybody uses of himself."""
    for sentence in page.resume.sentences:
        if _is_of_others(sentence, page):
            continue
        words = page.words(sentence.start, sentence.stop)
        found = [hit.group().lower() for hit in _BUZZWORDS.finditer(words) if words[: hit.start()][-1:] not in _OPENING_QUOTES]
        if found:
            words = ", ".join(dict.fromkeys(found))
            yield page.about(
                "buzzword", f"Words that everybody uses: {words}", "Put a deed in their place",
                start=sentence.start, stop=sentence.stop, detail=words,
            )


def _tells_what_came(words: str, page: Page) -> bool:
    return page.tells_result(words) or (not starts_weakly(words) and tells_what_came(words))


def _is_of_others(sentence: Sentence, page: Page) -> bool:
    """Tell whether a sentence is no claim of the person's own: a head with names of firms, a school, a publication."""
    if sentence.kind is SentenceKind.HEADLINE:
        return True
    if sentence.section is not None and page.resume.sections[sentence.section].kind in _NAMES_OF_OTHERS:
        return True
    words = page.words(sentence.start, sentence.stop)
    return any(
        0 <= page.document.line_of(sentence.start) - page.document.line_of(position.span.start) <= 1
        and any(name and name in words for name in (position.title, position.company))
        for position in page.resume.positions
    )


def _in_position(sentence: Sentence) -> bool:
    return sentence.kind is SentenceKind.PROSE and sentence.position is not None


def _told_in(position: int, page: Page) -> Sequence[Sentence]:
    """Return a position's bullets; where it has none, its sentences."""
    own = [sentence for sentence in page.resume.sentences if sentence.position == position]
    marked = [sentence for sentence in own if sentence.kind is SentenceKind.BULLET]
    return marked or [sentence for sentence in own if sentence.kind is SentenceKind.PROSE]
