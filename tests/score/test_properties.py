"""What must hold of every score, whatever the resume."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.core.document import Concealed
from resumefit.core.lexicon import Role
from resumefit.core.mention import Mention, Status
from resumefit.core.resume import Personal, PersonalKind, Span
from resumefit.score.evidence import Material
from tests.score.build import AI, TECH, assess
from tests.score.strategies import materials, mentions

both_roles = pytest.mark.parametrize("role", [TECH, AI], ids=lambda role: role.id)


@both_roles
@given(given_material=materials())
def test_points_add_up_to_the_score_exactly(given_material: Material, role: Role) -> None:
    scored = assess(given_material, role)
    assert round(math.fsum(item.points for item in scored.competencies), 6) == scored.score


@both_roles
@given(given_material=materials(size=30))
def test_everything_stays_within_its_bounds(given_material: Material, role: Role) -> None:
    scored = assess(given_material, role)
    assert 0 <= scored.low <= scored.score <= scored.high <= 100
    assert {item.id for item in scored.competencies} == {name for name, weight in role.weights.items() if weight}
    assert all(0 <= item.strength <= 1 for item in scored.competencies)
    assert all(0 <= item.points <= item.max_points + 0.1 for item in scored.competencies)
    assert math.isclose(sum(item.max_points for item in scored.competencies), 100, abs_tol=0.02)


@both_roles
@given(given_material=materials(), more=mentions(statuses=(Status.DEMONSTRATED, Status.LISTED)))
def test_more_evidence_never_lowers_a_score(given_material: Material, more: Mention, role: Role) -> None:
    richer = replace(given_material, mentions=(*given_material.mentions, replace(more, counted=True)))
    assert assess(richer, role).score >= assess(given_material, role).score


@both_roles
@given(given_material=materials(), data=st.data())
def test_a_deed_with_an_outcome_is_worth_no_less_than_without(
    given_material: Material, data: st.DataObject, role: Role
) -> None:
    if not given_material.mentions:
        return
    at = data.draw(st.integers(0, len(given_material.mentions) - 1))
    worse, better = (
        tuple(
            replace(item, outcome=outcome) if index == at else item
            for index, item in enumerate(given_material.mentions)
        )
        for outcome in (False, True)
    )
    low = assess(replace(given_material, mentions=worse), role).score
    assert low <= assess(replace(given_material, mentions=better), role).score


@given(given_material=materials(), seed=st.randoms(use_true_random=False))
def test_the_order_of_mentions_changes_nothing(given_material: Material, seed: object) -> None:
    shuffled = list(given_material.mentions)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = assess(given_material), assess(replace(given_material, mentions=tuple(shuffled)))
    assert [item.points for item in one.competencies] == [item.points for item in other.competencies]
    assert (one.low, one.score, one.high) == (other.low, other.score, other.high)
    assert [(gap.competency, gap.kind, gap.gain) for gap in one.gaps] == [
        (gap.competency, gap.kind, gap.gain) for gap in other.gaps
    ]


@given(given_material=materials(), times=st.integers(2, 5))
def test_saying_the_same_again_gains_nothing(given_material: Material, times: int) -> None:
    repeated = replace(given_material, mentions=given_material.mentions * times)
    assert assess(repeated).score == assess(given_material).score


@both_roles
@given(given_material=materials(size=40))
def test_naming_alone_earns_little(given_material: Material, role: Role) -> None:
    listed = tuple(replace(item, status=Status.LISTED, counted=True) for item in given_material.mentions)
    assert assess(replace(given_material, mentions=listed), role).score <= 35


@given(given_material=materials(statuses=(Status.ASPIRING, Status.NEGATED, Status.OTHER)))
def test_what_is_denied_wished_for_or_said_of_others_earns_nothing(given_material: Material) -> None:
    claimed = tuple(replace(item, counted=True) for item in given_material.mentions)
    assert assess(replace(given_material, mentions=claimed)).score == 0


@given(given_material=materials())
def test_who_the_person_is_and_what_the_file_is_called_change_nothing(given_material: Material) -> None:
    resume, document = given_material.resume, given_material.document
    other = replace(
        given_material,
        document=replace(
            document, name="someone-else.docx", sha256="f" * 64, format="docx", pages=3,
            concealed=(Concealed("white-on-white", "MLflow RAG LLM"),),
        ),
        resume=replace(
            resume, name="Another Name", personal=(Personal(PersonalKind.NAME, Span(0, 4)),),
            positions=tuple(replace(item, company="Elsewhere Ltd", location="Elsewhere") for item in resume.positions),
        ),
    )
    for role in (TECH, AI):
        assert assess(other, role) == assess(given_material, role)


@both_roles
@given(given_material=materials())
def test_gaps_are_the_competencies_that_no_named_deed_shows(given_material: Material, role: Role) -> None:
    shown = {
        item.competency for item in given_material.mentions
        if item.counted and item.status is Status.DEMONSTRATED and item.skill
    }
    scored = assess(given_material, role)
    assert {gap.competency for gap in scored.gaps} == {name for name, weight in role.weights.items() if weight} - shown
    assert [gap.priority for gap in scored.gaps] == list(range(1, len(scored.gaps) + 1))
    assert [gap.gain for gap in scored.gaps] == sorted((gap.gain for gap in scored.gaps), reverse=True)
    assert all(gap.gain >= 0 for gap in scored.gaps)
