"""The range: each doubt opens it as far as it would change the score, and together they say what they claim."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from pathlib import Path

import pytest

from resumefit.core.document import DocumentState
from resumefit.core.lexicon import Role
from resumefit.core.mention import Mention, Status
from resumefit.pipeline import analyze
from resumefit.score.constants import DEFAULT
from resumefit.score.evidence import Evidence, Material, gather_all
from resumefit.score.explain import material_of
from resumefit.score.uncertainty import (
    LEFT_OUT_WRONG,
    NAMED_RIGHT,
    DoubtKind,
    Possibility,
    possibilities,
    score_range,
    spread,
)
from resumefit.score.weighing import NOTHING, weigh_evidence, weigh_role
from tests.score.build import AI, Said, assess, material, position
from tests.score.test_advice import LEXICON as SHIPPED

EXAMPLES = Path(__file__).parents[2] / "examples"
NOW = position("Product Manager", "Fjord Freight", (2022, 1), None)
SURE = Said("Ran drift detection on the forecast.", "drift detection", "model-monitoring", "drift-detection", position=0)
UNSURE = Said("Watched the forecast for silent decay.", "silent decay", "model-monitoring", position=0, confidence=0.7)
DENIED = Said("Never touched drift detection.", "drift detection", "model-monitoring", "drift-detection", Status.OTHER)


def _found(given: Material, kind: DoubtKind) -> list[Possibility]:
    weighing = weigh_role(AI, given, constants=DEFAULT)
    return [one for one in possibilities(AI, given, weighing=weighing, constants=DEFAULT) if one.kind is kind]


def test_nothing_read_leaves_no_range() -> None:
    scored = assess(material(()))
    assert (scored.low, scored.score, scored.high) == (0.0, 0.0, 0.0)


def test_a_named_deed_may_be_none_and_then_the_score_loses_what_it_brought() -> None:
    given = material([SURE], positions=(NOW,))
    (misread,) = _found(given, DoubtKind.MISREAD)
    assert misread.chance == pytest.approx(1 - NAMED_RIGHT)
    assert misread.change == pytest.approx(-weigh_role(AI, given, constants=DEFAULT).exact)


def test_an_unsure_mention_opens_the_range_on_both_sides() -> None:
    given = material([UNSURE], positions=(NOW,))
    (misread,) = _found(given, DoubtKind.MISREAD)
    certain = material([replace(UNSURE, confidence=1.0)], positions=(NOW,))
    now, whole = (weigh_role(AI, one, constants=DEFAULT).exact for one in (given, certain))
    assert misread.chance == pytest.approx(0.3)
    assert (misread.change, misread.otherwise) == (pytest.approx(-now), pytest.approx(whole - now))


@pytest.mark.parametrize("confidence", [1.0, 0.95, 0.9])
def test_the_less_sure_a_named_skill_is_the_wider_the_range(confidence: float) -> None:
    sure, less = (
        assess(material([replace(SURE, confidence=value)], positions=(NOW,))) for value in (confidence, confidence - 0.1)
    )
    assert less.high - less.low > sure.high - sure.low


def test_what_a_model_left_out_may_be_a_deed_the_likelier_the_less_sure_it_is() -> None:
    given = [material([replace(DENIED, confidence=value, counted=False)], positions=(NOW,)) for value in (1.0, 0.8)]
    chances = [found.chance for one in given for found in _found(one, DoubtKind.LEFT_OUT)]
    assert chances == [pytest.approx(LEFT_OUT_WRONG), pytest.approx(LEFT_OUT_WRONG + 0.2)]


def test_what_is_missed_is_likelier_for_who_shows_more_of_the_role() -> None:
    other = Said("Set the roadmap.", "roadmap", "product-strategy", "roadmap", position=0)
    one, two = (
        _found(material(said, positions=(NOW,)), DoubtKind.MISSED)[0].chance for said in ([SURE], [SURE, other])
    )
    assert 0 < one < two


def test_a_product_position_without_dates_may_have_lasted_years() -> None:
    undated = replace(NOW, worked=None, start=None, is_current=False)
    given = material([replace(SURE, position=None)], positions=(undated,), years_product=0.0)
    (years,) = _found(given, DoubtKind.UNDATED)
    assert years.change > 0
    assert years.mention is years.competency is None
    assert not _found(material([SURE], positions=(NOW,)), DoubtKind.UNDATED)


def test_independent_doubts_add_by_their_variances() -> None:
    two = [Possibility(DoubtKind.MISREAD, 0.5, -3.0), Possibility(DoubtKind.MISREAD, 0.5, -4.0, otherwise=2.0)]
    assert spread(50.0, two) == (pytest.approx(47.5), pytest.approx(math.sqrt(0.25 * 9 + 0.25 * 36)))
    assert score_range(50.0, two, state=DocumentState.OK) == (44.1, 50.9)


def test_the_range_holds_the_score_even_where_the_mean_is_far_from_it() -> None:
    sure_loss = [Possibility(DoubtKind.MISREAD, 0.99, -20.0)]
    low, high = score_range(50.0, sure_loss, state=DocumentState.OK)
    assert low < 32
    assert high == 50.0


def test_a_file_read_with_doubt_widens_both_ends_by_a_tenth() -> None:
    assert score_range(50.0, (), state=DocumentState.DOUBTFUL) == (45.0, 55.0)
    assert score_range(0.0, (), state=DocumentState.NEEDS_OCR) == (0.0, 10.0)


@pytest.mark.parametrize("name", ["arjun-mehta-platform-pm.pdf", "lucia-ferrante-growth-pm.pdf", "priya-raman-ai-pm.pdf"])
def test_the_range_of_an_ordinary_resume_is_a_few_points_wide(name: str) -> None:
    roles = analyze(EXAMPLES / name, as_of="2026-11").roles
    assert len(roles) == 2
    for role in roles:
        assert 3 <= role.high - role.low <= 16


def test_where_each_doubt_falls_by_its_chance_two_in_three_scores_lie_within() -> None:
    """Draws resumes in which what is doubtful is decided by lot, and scores them whole; the range claims two in three or more.

    It claims so of all resumes together: of one, whose few doubts are large or whose score is near an end, it may be half.
    """
    lot = random.Random(7)  # noqa: S311  # no secret
    held = {}
    for name in ("arjun-mehta-platform-pm.pdf", "marek-dvorak-tech-pm.pdf", "tom-okafor-product-owner.docx"):
        given = material_of(analyze(EXAMPLES / name, as_of="2026-11"))
        held |= {(name, role.id): _share_within(role, given, lot) for role in SHIPPED.roles}
    assert len(held) == 6
    assert 0.62 <= sum(held.values()) / len(held) <= 0.9, held
    assert min(held.values()) >= 0.5, held


def _share_within(role: Role, given: Material, lot: random.Random) -> float:
    weighing = weigh_role(role, given, constants=DEFAULT)
    doubts = possibilities(role, given, weighing=weighing, constants=DEFAULT)
    score = weighing.exact
    low, high = score_range(score, doubts, state=given.document.state)
    draws = [frozenset(number for number, doubt in enumerate(doubts) if lot.random() < doubt.chance) for _ in range(1200)]
    scores = _scores(role, given, doubts, draws)
    whole = [weigh_role(role, _drawn(given, doubts, fallen), constants=DEFAULT).exact for fallen in draws[::100]]
    assert scores[::100] == pytest.approx(whole)
    return sum(low - 0.05 <= drawn <= high + 0.05 for drawn in scores) / len(scores)


def _scores(role: Role, given: Material, doubts: tuple[Possibility, ...], draws: list[frozenset[int]]) -> list[float]:
    """Score each draw. What a competency's mentions come to depends on its own doubts alone, and most draws share it."""
    of: dict[str, set[int]] = {mention.competency: set() for mention in given.mentions}
    for number, doubt in enumerate(doubts):
        of.setdefault(doubt.competency or "", set()).add(number)
    known: dict[tuple[str, frozenset[int]], Evidence] = {}
    scores = []
    for fallen in draws:
        evidence = {}
        for competency, numbers in of.items():
            own = fallen & numbers
            if (competency, own) not in known:
                mentions = _drawn(given, doubts, own).mentions
                alone = replace(given, mentions=tuple(mention for mention in mentions if mention.competency == competency))
                known[competency, own] = gather_all(alone, constants=DEFAULT).get(competency, NOTHING)
            evidence[competency] = known[competency, own]
        years = given.resume.years_product
        scores.append(weigh_evidence(role, evidence, years_product=years, constants=DEFAULT).exact)
    return scores


def _drawn(given: Material, doubts: tuple[Possibility, ...], fallen: frozenset[int]) -> Material:
    """Return what is given with everything decided that is doubtful: as doubted where the doubt has fallen, and else as it is."""
    mentions: dict[int, Mention] = dict(enumerate(given.mentions))
    more = []
    for number, doubt in enumerate(doubts):
        falls = number in fallen
        if doubt.kind is DoubtKind.MISREAD and doubt.mention is not None:
            known = mentions[doubt.mention]
            mentions[doubt.mention] = replace(known, counted=False) if falls else replace(known, confidence=1.0)
        elif falls and doubt.kind is DoubtKind.LEFT_OUT and doubt.mention is not None:
            known = mentions[doubt.mention]
            mentions[doubt.mention] = replace(known, counted=True, status=Status.DEMONSTRATED)
        elif falls and doubt.kind is DoubtKind.MISSED and doubt.competency:
            label = f"unknown words for {doubt.competency}"
            more.append(Mention(label, label, doubt.competency, Status.DEMONSTRATED, 0, 1, 0, 1, position=0))
    return replace(given, mentions=(*mentions.values(), *more))
