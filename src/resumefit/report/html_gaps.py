"""What the page says about gaps: each once, with its gain for every role, and the road to AI PM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, Gap, GapKind, RoleAssessment
from resumefit.core.lexicon import AI_ROLE, Advice, Lexicon
from resumefit.core.wording import capital
from resumefit.report.gap_words import KIND_WORDS, effort_words, todo, way_words
from resumefit.report.words import Labels, place_words, sentence_words, weeks_words
from resumefit.score.recommend import road_to_ai
from resumefit.score.worklist import Work, make_worklist


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Words of the resume that a gap is about, with the mention to lead to."""

    mention: int
    line: int
    where: str
    words: str
    counted: bool


@dataclass(frozen=True, slots=True)
class WayView:
    """A skill by which one deed would show the competency."""

    label: str
    effort: str
    advice: Advice


@dataclass(frozen=True, slots=True)
class GapView:
    """One gap with its advice; `gains` has a cell for each role, empty where it is no gap."""

    id: str
    label: str
    family: str
    kind: str
    effort: str
    gains: tuple[str, ...]
    why: str
    places: tuple[PlaceView, ...]
    do: str
    show: str
    advice: Advice | None
    quickest: str
    ways: tuple[WayView, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoadStop:
    """Something to learn on the road, with what it adds to the AI role."""

    id: str
    label: str
    gain: str
    effort: str


@dataclass(frozen=True, slots=True)
class RoadView:
    """The road to AI PM."""

    carried: tuple[str, ...]
    learn: tuple[RoadStop, ...]
    reword: tuple[str, ...]
    both: tuple[str, ...]


def gap_views(
    assessment: Assessment, roles: Sequence[RoleAssessment], lexicon: Lexicon, labels: Labels
) -> tuple[GapView, ...]:
    """Return every gap in the order to close it; `roles` says the order of the gains."""
    worklist = make_worklist(assessment.roles)
    families = {item.id: item.family for item in lexicon.competencies}
    order = [assessment.roles.index(role) for role in roles]
    return tuple(
        _gap(work, order, assessment, families.get(work.competency, "other"), labels)
        for work in (worklist.work if worklist else ())
    )


def road_view(assessment: Assessment, labels: Labels) -> RoadView | None:
    """Return the road to AI PM, for who is on it."""
    road = road_to_ai(assessment.roles)
    if road is None or not road.learn:
        return None
    gaps = {gap.competency: gap for gap in assessment.role(AI_ROLE).gaps}
    return RoadView(
        tuple(map(labels.competency, road.carried)),
        tuple(
            RoadStop(name, labels.competency(name), f"+{gaps[name].gain:.1f}", effort_words(gaps[name]))
            for name in road.learn
        ),
        tuple(map(labels.competency, road.reword)), tuple(map(labels.competency, road.both)),
    )


def _gap(work: Work, order: Sequence[int], assessment: Assessment, family: str, labels: Labels) -> GapView:
    gap = work.gap
    reworded = gap.kind is GapKind.REWORDED
    advised = dict(gap.skill_advice) if not reworded else {}
    return GapView(
        gap.competency, labels.competency(gap.competency), family, KIND_WORDS[gap.kind], effort_words(gap),
        tuple(f"+{found.gain:.1f}" if (found := work.gaps[index]) else "" for index in order),
        f"{capital(gap.why)}.", _places(gap, assessment), todo(gap, labels),
        gap.rewrite if reworded else gap.advice.show if gap.advice else "", None if reworded else gap.advice,
        way_words(gap, labels),
        tuple(WayView(labels.skill(skill), weeks_words(advice.effort_weeks), advice) for skill, advice in advised.items()),
        tuple(labels.skill(skill) for skill in gap.skills if skill not in advised) if not reworded else (),
    )


def _places(gap: Gap, assessment: Assessment) -> tuple[PlaceView, ...]:
    document = assessment.document
    return tuple(
        PlaceView(
            index, document.line_of(mention.start), place_words(document, mention.start),
            sentence_words(document, mention, length=160), mention.counted,
        )
        for index, mention in ((index, assessment.mentions[index]) for index in gap.evidence)
    )
