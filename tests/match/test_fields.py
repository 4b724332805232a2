"""What the rest of a resume says of a word: it may speak for its field, or leave it alone there."""

from __future__ import annotations

from resumefit.match.fields import LEARNING, PRODUCT, field_of, is_stray, named_in, spoken_for

FOUR = [("ai", "pytorch"), ("ai", "kubeflow"), ("responsible", "fairlearn"), ("ai", "rag")]


def test_families_of_one_field_belong_together_and_somebodys_own_stands_alone() -> None:
    assert field_of("technical") == field_of("product") == PRODUCT
    assert field_of("responsible") == LEARNING
    assert field_of("sales") == frozenset({"sales"})


def test_a_resume_speaks_for_a_field_of_which_it_names_four_skills() -> None:
    assert spoken_for(named_in(FOUR)) == LEARNING
    assert spoken_for(named_in(FOUR[:3])) == frozenset()
    assert spoken_for(named_in([*FOUR[:3], FOUR[0]])) == frozenset()


def test_a_skill_is_a_stray_where_hardly_another_of_its_field_is_named() -> None:
    named = named_in(FOUR)
    assert not is_stray("drift-detection", "ai", named)
    assert is_stray("rag", "ai", named)
    assert is_stray("scrum", "product", named)
