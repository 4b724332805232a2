"""Words that several renderers share: labels, ranges, dates, quotes cut to size, cautions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, CompetencyScore, FirstStep, RoleAssessment
from resumefit.core.document import Document, DocumentState
from resumefit.core.lexicon import AI_ROLE, TECH_ROLE, Lexicon
from resumefit.core.marks import BEFORE_WORDS
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.resume import Position, Resume
from resumefit.core.wording import capital, cut
from resumefit.report.ranges import whole_range
from resumefit.report.shown import shown_name, shown_text
from resumefit.score.constants import LEVELS
from resumefit.score.hygiene import starts_weakly
from resumefit.score.recommend import REWORDING

LEVEL_STARTS: tuple[tuple[int, str], ...] = tuple((round(start), level.value) for start, level, _ in reversed(LEVELS))
STATE_WORDS: Mapping[DocumentState, str] = {
    DocumentState.OK: "",
    DocumentState.DOUBTFUL: "This file could not be read with certainty; the scores may rest on misread text.",
    DocumentState.NEEDS_OCR: "This file holds pictures of words; what was not read is not in the scores.",
    DocumentState.REFUSED: "This file was refused; nothing in it was scored.",
}
ROLE_KINDS: Mapping[str, str] = {
    AI_ROLE: "AI PM", TECH_ROLE: "technical PM", "other-pm": "another product role", "other": "no product role"
}
DISCLAIMER = (
    "Advice with its evidence: it reads what the resume shows, not what the person can do, "
    "and predicts no employer's decision."
)
_DUTY_LENGTH = 60  # the start of a sentence tells whether it is a duty


@dataclass(frozen=True, slots=True)
class Labels:
    """Names for people of what the report names by id."""

    competencies: Mapping[str, str]
    skills: Mapping[str, str]
    roles: Mapping[str, str]

    def competency(self, key: str) -> str:
        """Return a competency's name, its id when the lexicon does not know it."""
        return self.competencies.get(key, key)

    def skill(self, key: str) -> str:
        """Return a skill's name, its id when the lexicon does not know it."""
        return self.skills.get(key, key)

    def role(self, key: str) -> str:
        """Return a role's name, its id when the lexicon does not know it."""
        return self.roles.get(key, key)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence cut to size round a quote, in three parts, so that a renderer can mark the middle one."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A competency with the strongest mention behind it."""

    competency: str
    mention: Mention


def labels_of(lexicon: Lexicon) -> Labels:
    """Collect the names of a lexicon."""
    return Labels(
        {item.id: item.label for item in lexicon.competencies},
        {item.id: item.label for item in lexicon.skills},
        {item.id: item.label for item in lexicon.roles},
    )


def score_words(role: RoleAssessment) -> str:
    """Return a score with its range: `71.2 (66-76)`. The ends are rounded outwards, so that the score lies within."""
    return f"{role.score:.1f} ({range_words(role)})" if role.high > role.low else f"{role.score:.1f}"


def range_words(role: RoleAssessment, *, between: str = "-") -> str:
    """Return the whole numbers that a score lies between; nothing when no doubt is left."""
    return whole_range(role.low, role.high, between=between)


def document_title(assessment: Assessment) -> str:
    """Return the file name to show; with --blind none, as it often is the person's own name, or the pseudonym of a scan."""
    document = assessment.document
    unnamed = assessment.blind and not document.name.startswith("Candidate ")
    return f"resume.{document.format}" if unnamed else shown_name(document.name)


def person(assessment: Assessment) -> str | None:
    """Return the person's name to show; None with --blind."""
    name = assessment.resume.name
    return shown_text(name) if name and not assessment.blind else None


def months_words(months: int | None) -> str:
    """Return months as `3 y 2 m`."""
    if months is None:
        return "no dates"
    years, rest = divmod(months, 12)
    return " ".join(part for part in (f"{years} y" if years else "", f"{rest} m" if rest else "") if part) or "0 m"


def position_dates(position: Position) -> str:
    """Return `2021-03 to now`."""
    start = str(position.start) if position.start else "?"
    stop = "now" if position.is_current else str(position.stop) if position.stop else "?"
    return f"{start} to {stop}"


def weeks_words(weeks: int) -> str:
    """Return a rough effort in weeks."""
    return "about a week" if weeks == 1 else f"about {weeks} weeks"


def place_words(document: Document, offset: int) -> str:
    """Return where a character stands: `line 36`, and the page where there are several."""
    return line_words(document, document.line_of(offset))


def line_words(document: Document, line: int) -> str:
    """Return a line of the text as read, and its page where there are several: `line 52, page 2`."""
    if document.pages == 1:
        return f"line {line}"
    start = 0
    for _ in range(line - 1):
        start = document.text.find("\n", start) + 1
    return f"line {line}, page {document.page_at(start)}"


def shown_words(role: RoleAssessment, assessment: Assessment) -> str:
    """Say how much of a role a resume shows: `shows 15 of 19 competencies by deeds, 12 of them with a result`."""
    counted = [item for item in role.competencies if item.weight]
    deeds = [
        [mention for index in item.evidence if (mention := assessment.mentions[index]).status is Status.DEMONSTRATED]
        for item in counted
    ]
    shown = sum(bool(found) for found in deeds)
    told = sum(any(mention.outcome for mention in found) for found in deeds)
    if not shown:
        return f"shows none of {len(counted)} competencies by a deed"
    return f"shows {shown} of {len(counted)} competencies by deeds, {told or 'none'} of them with a result"


def seniority_words(assessment: Assessment) -> str:
    """Say how senior the person's product roles were: `principal by title (Principal Product Manager)`."""
    found = assessment.seniority
    if found is None:
        return "no product role yet"
    return f"{found.level} by title ({shown_text(found.title)})" if found.title else f"{found.level} by title"


def excerpt(document: Document, mention: Mention, *, length: int = 160) -> Excerpt:
    """Cut the mention's sentence to about `length` characters, whole words, with the quote inside."""
    text = document.text
    before = shown_text(text[mention.sentence_start : mention.start]).lstrip(BEFORE_WORDS)
    quote = shown_text(text[mention.start : mention.stop])
    after = shown_text(text[mention.stop : mention.sentence_stop])
    room = max(20, length - len(quote))
    if len(before) + len(after) > room:
        keep = max(room // 2, room - len(after))
        before = _last_words(before, keep)
        after = cut(after, room - len(before))
    return Excerpt(
        f"{before} " if before and _spaced(text, mention.start - 1) else before, quote,
        f" {after}" if after and _spaced(text, mention.stop) else after,
    )


def sentence_words(document: Document, mention: Mention, *, length: int) -> str:
    """Return the mention's sentence without its bullet, cut to about `length` characters from its start."""
    words = shown_text(document.text[mention.sentence_start : mention.sentence_stop])
    return cut(words.lstrip(BEFORE_WORDS), length)


def where(mention: Mention, resume: Resume, *, pages: int) -> str:
    """Say where a mention stands: position and page."""
    parts = []
    if mention.position is not None and mention.position < len(resume.positions):
        position = resume.positions[mention.position]
        parts.append(shown_text(position.title) or "position")
    elif mention.section:
        parts.append(mention.section)
    if mention.page is not None and pages > 1:
        parts.append(f"page {mention.page}")
    return ", ".join(parts)


def strongest(assessment: Assessment, *, limit: int) -> tuple[Proof, ...]:
    """Return the competencies that bring most points to the nearest role, each with its strongest deed.

    A sentence that was quoted for one competency is quoted for another only when there is no other named deed to quote.
    """
    if not assessment.roles:
        return ()
    nearest = max(assessment.roles, key=lambda role: role.score)
    quoted: set[int] = set()
    proofs: list[Proof] = []
    for item in sorted(nearest.competencies, key=lambda item: (-item.points, item.id)):
        found = (assessment.mentions[index] for index in item.evidence)
        deeds = [mention for mention in found if mention.status is Status.DEMONSTRATED]
        if not deeds or len(proofs) == limit:
            continue
        best = sorted(deeds, key=lambda mention: (_is_duty(mention, assessment.document), mention.found_by is not FoundBy.LEXICON))
        fresh = next((mention for mention in best if mention.sentence_start not in quoted), best[0])
        quoted.add(fresh.sentence_start)
        proofs.append(Proof(item.id, fresh))
    return tuple(proofs)


def _is_duty(mention: Mention, document: Document) -> bool:
    return starts_weakly(sentence_words(document, mention, length=_DUTY_LENGTH))


def serving_together(steps: Sequence[FirstStep]) -> str:
    """Return what all first steps serve, where that is one thing: `Towards AI PM`; nothing where each says its own."""
    serves = {step.serves for step in steps if step.serves}
    return next(iter(serves)) if len(serves) == 1 and all(step.serves for step in steps if step.about != REWORDING) else ""


def cautions(assessment: Assessment) -> tuple[str, ...]:
    """Return every warning as a sentence: the state of the file, concealed text, what reading and structure noticed."""
    document = assessment.document
    said = [STATE_WORDS[document.state]] if STATE_WORDS[document.state] else []
    for item in document.concealed:
        page = f" on page {item.page}" if item.page else ""
        said.append(f"Concealed text{page} ({item.kind}), worth nothing: \u201c{cut(shown_text(item.text), 90)}\u201d")
    hidden_said = bool(document.concealed)
    for caution in (*document.cautions, *assessment.resume.cautions):
        if caution.code == "concealed-text" and hidden_said:
            continue
        page = f" (page {caution.page})" if caution.page else ""
        said.append(f"{shown_text(caution.message)}{page}")
    return tuple(said)


def first_sentence(words: str) -> str:
    """Return the first sentence of an advice, with a capital and a full stop."""
    return as_sentence(words.split(". ", 1)[0])


def as_sentence(words: str) -> str:
    """Return words with a capital and a full stop."""
    return f"{capital(words)}{'' if words.endswith('.') else '.'}"


def by_family(
    items: Sequence[CompetencyScore], lexicon: Lexicon
) -> tuple[tuple[str, tuple[CompetencyScore, ...]], ...]:
    """Group a role's competencies by family, in the lexicon's order; unknown ones under "other"."""
    order = {competency.id: (index, competency.family) for index, competency in enumerate(lexicon.competencies)}
    families: dict[str, list[CompetencyScore]] = {}
    for item in sorted(items, key=lambda item: (order.get(item.id, (len(order), ""))[0], item.id)):
        families.setdefault(order.get(item.id, (0, "other"))[1], []).append(item)
    return tuple((family, tuple(group)) for family, group in families.items())


def _spaced(text: str, index: int) -> bool:
    return 0 <= index < len(text) and text[index].isspace()


def _last_words(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[len(text) - max(0, length) :]
    return f"\u2026{cut.split(' ', 1)[1] if ' ' in cut else cut}"
