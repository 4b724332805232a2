"""What a mention is worth, judged by hand from docs/scoring.md."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from resumefit.core.mention import Status
from resumefit.score.constants import DEFAULT, Constants
from resumefit.score.evidence import Rung, gather_all, proof_piece
from resumefit.score.weighing import weigh_role
from tests.score.build import AI, TECH, Said, assess, material, position

NOW = position("Product Manager", "Fjord Freight", (2022, 1), None)
OLD = position("Product Manager", "Kelp & Co", (2010, 1), (2016, 11))
PLAIN = Constants()
DEED = Said("Moved training runs to MLflow.", "MLflow", "mlops", "mlflow", position=0)
RESULT = Said("Cut release time by half with a model registry.", "model registry", "mlops", "model-registry", position=0,
              outcome=True)
NAMED = Said("Tools: MLflow.", "MLflow", "mlops", "mlflow", Status.LISTED)


def _worth(*said: Said, positions: tuple = (NOW, OLD)) -> list[tuple[Rung, float]]:
    evidence = gather_all(material(said, positions=positions), constants=PLAIN)["mlops"]
    return [(piece.rung, round(piece.worth, 4)) for piece in (*evidence.deeds, *evidence.listed)]


def _strength(*said: Said, years_product: float = 6.0) -> float:
    given = material(said, positions=(NOW, OLD), years_product=years_product)
    weighing = weigh_role(AI, given, constants=PLAIN)
    return next(item.own for item in weighing.competencies if item.competency == "mlops")


def test_a_deed_is_worth_one_and_an_outcome_makes_it_more() -> None:
    assert _worth(DEED) == [(Rung.DEMONSTRATED, 1.0)]
    assert _worth(RESULT) == [(Rung.OUTCOME, PLAIN.outcome)]


def test_a_deed_of_ten_years_ago_has_faded_and_fades_no_further() -> None:
    old = Said("Moved training runs to MLflow.", "MLflow", "mlops", "mlflow", position=1)
    assert _worth(old) == [(Rung.DEMONSTRATED, round(1 - PLAIN.faded, 4))]
    older = position("Product Manager", "Kelp & Co", (1999, 1), (2001, 11))
    assert _worth(old, positions=(NOW, older)) == _worth(old)


def test_a_deed_that_ended_five_years_ago_has_faded_by_half_as_much() -> None:
    five = position("Product Manager", "Kelp & Co", (2015, 1), (2021, 11))
    old = Said("Moved training runs to MLflow.", "MLflow", "mlops", "mlflow", position=1)
    assert _worth(old, positions=(NOW, five)) == [(Rung.DEMONSTRATED, round(1 - PLAIN.faded / 2, 4))]


def test_a_deed_without_a_date_is_as_old_as_the_constants_say_and_so_is_the_proof_of_a_resume_without_dates() -> None:
    undated = replace(NOW, worked=None, start=None, is_current=False)
    for years in (0.0, 5.0, 10.0):
        constants = replace(PLAIN, undated_years=years)
        given = material((DEED,), positions=(undated,))
        (piece,) = gather_all(given, constants=constants)["mlops"].deeds
        proof = proof_piece(given.resume, constants=constants)
        assert piece.recency == proof.recency == 1 - PLAIN.faded * years / PLAIN.fading_years


def test_a_paraphrase_counts_less_and_by_its_confidence() -> None:
    told = Said("Kept every trained version with its data and settings.", "every trained version", "mlops", position=0,
                confidence=0.5)
    assert _worth(told) == [(Rung.DEMONSTRATED, round(PLAIN.paraphrase * 0.5, 4))]


def test_a_skill_counts_once_by_its_best_mention() -> None:
    again = Said("MLflow again, 30% faster.", "MLflow", "mlops", "mlflow", position=0, outcome=True)
    assert _worth(DEED, again, DEED) == [(Rung.OUTCOME, PLAIN.outcome)]


def test_two_paraphrases_of_one_sentence_are_one_piece_of_evidence() -> None:
    sentence = "Kept every trained version with its data and put it back when the new one failed."
    assert len(_worth(
        Said(sentence, "every trained version", "mlops", position=0), Said(sentence, "put it back", "mlops", position=0)
    )) == 1


def test_rungs_rise_from_named_to_shown_in_several_positions() -> None:
    before = Said("Brought in MLflow at the bakery.", "MLflow", "mlops", "mlflow", position=1)
    rungs = [_strength(), _strength(NAMED), _strength(DEED), _strength(RESULT), _strength(RESULT, before)]
    assert rungs == sorted(rungs)
    assert len(set(rungs)) == len(rungs)


def test_a_sentence_copied_under_another_position_adds_nothing() -> None:
    copy = Said(DEED.sentence, DEED.words, "mlops", "mlflow", position=1)
    assert _strength(DEED, copy) == _strength(DEED)


def test_ten_tools_are_more_than_one_but_no_ten_times_as_much() -> None:
    tools = [Said(f"Ran tool {number} for the pricing team every night.", f"tool {number}", "mlops", f"tool-{number}", position=0) for number in range(10)]
    assert _strength(tools[0]) < _strength(*tools) < 2 * _strength(tools[0])


def test_a_verb_before_a_name_tells_next_to_nothing() -> None:
    bare, told = (
        Said(sentence, "MLflow", "mlops", "mlflow", position=0) for sentence in ("Led MLflow.", "Led MLflow for eleven pricing teams.")
    )
    assert _worth(bare) == [(Rung.BARE, PLAIN.bare)]
    assert _worth(told) == [(Rung.DEMONSTRATED, 1.0)]
    figure = Said("Led MLflow, 40%.", "MLflow", "mlops", "mlflow", position=0, outcome=True)
    assert _worth(figure) == [(Rung.OUTCOME, PLAIN.outcome)]


def test_a_wall_of_two_hundred_names_earns_no_more_than_the_cap() -> None:
    wall = [
        Said("wall " + " ".join(f"s{n}" for n in range(200)), f"s{n}", "mlops", f"s{n}", Status.LISTED) for n in range(200)
    ]
    assert _strength(*wall) <= PLAIN.listed_cap + 1e-9


def test_time_in_product_roles_scales_every_point_alike() -> None:
    none, some, all_ = (
        assess(material([RESULT], positions=(NOW,), years_product=years)).score
        for years in (0, PLAIN.product_years / 2, PLAIN.product_years)
    )
    assert none < some < all_
    assert assess(material([RESULT], positions=(NOW,), years_product=40)).score == all_


def test_the_worked_example_of_the_documents() -> None:
    """docs/scoring.md works this one out with a pocket calculator."""
    said = (
        Said("Set the roadmap for the carrier platform, lifting on-time pickups from 81% to 93%.", "roadmap",
             "product-strategy", "roadmap", position=0, outcome=True),
        Said("Shipped version 2 of the REST API.", "REST API", "api-platform", "rest-api", position=0),
        Said("Kubernetes, GDPR", "Kubernetes", "devops-delivery", "kubernetes", Status.LISTED),
    )
    given = material(said, positions=(NOW,), years_product=3.0)
    weighing = weigh_role(TECH, given, constants=DEFAULT)
    by_id = {item.competency: item for item in weighing.competencies}
    assert math.isclose(by_id["product-strategy"].own, 0.9179, abs_tol=0.0005)
    assert math.isclose(by_id["api-platform"].own, 0.8647, abs_tol=0.0005)
    assert math.isclose(by_id["devops-delivery"].own, 0.0984, abs_tol=0.0005)
    assert math.isclose(weighing.product, 0.875)
    assert math.isclose(weighing.core, 0.7284, abs_tol=0.0005)
    assert math.isclose(weighing.depth, 0.6533, abs_tol=0.0005)
    scored = assess(given, TECH, constants=DEFAULT)
    points = {item.id: item.points for item in scored.competencies if item.points}
    assert points == {"product-strategy": 3.6, "api-platform": 3.3, "devops-delivery": 0.4}
    assert scored.score == 7.3


def test_what_a_role_says_is_enough_is_the_whole_of_a_competency() -> None:
    given = material((DEED,), positions=(NOW,), years_product=8.0)
    whole, less = (weigh_role(replace(AI, enough=enough), given, constants=PLAIN) for enough in (1.0, 0.5))
    for all_of_it, half_of_it in zip(whole.competencies, less.competencies, strict=True):
        assert math.isclose(half_of_it.strength, 2 * all_of_it.strength)
    little = weigh_role(replace(AI, enough=0.01), given, constants=PLAIN)
    assert {item.strength for item in little.competencies} == {0.0, 1.0}
    assert little.exact <= 100


@pytest.mark.parametrize("status", [Status.ASPIRING, Status.NEGATED, Status.OTHER])
def test_what_does_not_count_is_no_evidence(status: Status) -> None:
    claim = Said(DEED.sentence, DEED.words, "mlops", "mlflow", status, position=0)
    assert gather_all(material([claim], positions=(NOW,)), constants=PLAIN) == {}
