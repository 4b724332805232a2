"""What the page says about scores: a card for each role, and the competencies with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, CompetencyScore, RoleAssessment
from resumefit.core.lexicon import Competency, Lexicon
from resumefit.core.mention import Mention
from resumefit.core.wording import capital
from resumefit.report.evidence_words import quotes_of, rung_words
from resumefit.report.rose import Petal, petals
from resumefit.report.words import Excerpt, Labels, excerpt, line_words, range_words, shown_words, where

FAMILIES = {"product": "Product", "technical": "Technical", "ai": "AI", "responsible": "Responsible AI"}


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role's card; `low` and `high` are where the range lies on the scale."""

    id: str
    label: str
    score: str
    range: str
    low: float
    high: float
    level: str
    shown: str
    petals: tuple[Petal, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One sentence as evidence. `fresh` is whether no competency above quotes it already."""

    mention: int
    part: Excerpt
    line: int
    where: str
    about: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """One role's part of a competency's row; `track` and `fill` are of the longest bar there can be, in percent."""

    counted: bool
    words: str
    track: float
    fill: float


@dataclass(frozen=True, slots=True)
class RowView:
    """One competency over all roles, with its evidence."""

    id: str
    label: str
    covers: str
    cells: tuple[CellView, ...]
    why: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of competencies."""

    id: str
    label: str
    rows: tuple[RowView, ...]


def nearest_first(assessment: Assessment) -> tuple[RoleAssessment, ...]:
    """Return the roles in the order of their scores."""
    return tuple(sorted(assessment.roles, key=lambda role: -role.score))


def role_view(role: RoleAssessment, assessment: Assessment, lexicon: Lexicon, labels: Labels) -> RoleView:
    """Gather what one role's card says."""
    return RoleView(
        role.role, labels.role(role.role), f"{role.score:.1f}", range_words(role, between=" to "), role.low, role.high,
        role.level.value, shown_words(role, assessment),
        petals(lexicon.competencies, {item.id: item for item in role.competencies}),
    )


def family_views(
    assessment: Assessment, roles: Sequence[RoleAssessment], lexicon: Lexicon
) -> tuple[FamilyView, ...]:
    """Return the competencies that any of the roles counts, by family."""
    scores = [{item.id: item for item in role.competencies} for role in roles]
    groups: dict[str, list[RowView]] = {}
    quoted: set[int] = set()
    for competency in lexicon.competencies:
        found = [by_id.get(competency.id) for by_id in scores]
        if any(item and item.weight for item in found):
            groups.setdefault(competency.family, []).append(_row(competency, found, assessment, quoted))
    return tuple(FamilyView(key, FAMILIES.get(key, key), tuple(rows)) for key, rows in groups.items())


def _row(
    competency: Competency, found: Sequence[CompetencyScore | None], assessment: Assessment, quoted: set[int]
) -> RowView:
    best = max((item for item in found if item), key=lambda item: len(item.evidence))
    quotes = []
    for mentions in quotes_of(best.evidence, assessment):
        quotes.append(_quote(mentions, assessment, fresh=mentions[0].sentence_start not in quoted))
        quoted.add(mentions[0].sentence_start)
    return RowView(
        competency.id, competency.label, capital(competency.covers),
        tuple(_cell(item) for item in found), capital(best.why), tuple(quotes),
    )


def _cell(item: CompetencyScore | None) -> CellView:
    if item is None or not item.weight:
        return CellView(False, "not counted", 0.0, 0.0)
    track = 100 * min(item.weight, 3) / 3
    return CellView(
        True, f"{item.points:.1f} of {item.max_points:.1f}", round(track, 1), round(track * item.strength, 1)
    )


def _quote(mentions: tuple[Mention, ...], assessment: Assessment, *, fresh: bool) -> QuoteView:
    first, document = mentions[0], assessment.document
    line = document.line_of(first.start)
    names = ", ".join(dict.fromkeys(mention.label for mention in mentions if mention.skill))
    about = " \u00b7 ".join(part for part in (rung_words(mentions), names, where(first, assessment.resume, pages=1)) if part)
    index = assessment.mentions.index(first)
    return QuoteView(index, excerpt(document, first, length=260), line, line_words(document, line), about, fresh)
