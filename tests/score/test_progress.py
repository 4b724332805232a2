"""Comparing two reports, and the map of roles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.assessment import Finding
from resumefit.core.mention import Status
from resumefit.score import compare, map_roles
from tests.report.sample import assessment, later_assessment, with_postings
from tests.score.build import COMPETENCIES, LEXICON


def test_a_report_compared_with_itself_shows_no_change() -> None:
    found = compare(assessment(), assessment())
    assert [change.change for change in found.roles] == [0.0, 0.0]
    assert found.gained == found.lost == ()
    assert all(not change.points and not change.closed and not change.opened for change in found.roles)


def test_a_year_of_work_shows_as_evidence_points_and_closed_gaps() -> None:
    old, new = assessment(), later_assessment()
    found = compare(old, new)
    ai = next(change for change in found.roles if change.role == "ai-pm")
    assert ai.change > 0
    assert ai.closed == ("mlops", "model-evaluation")
    assert ai.opened == ()
    assert [new.mentions[index].skill for index in found.gained] == ["mlflow", "llm-evals"]
    assert [old.mentions[index].skill for index in found.lost] == ["kubernetes"]


def test_comparing_backwards_swaps_gained_and_lost() -> None:
    forward, backward = compare(assessment(), later_assessment()), compare(later_assessment(), assessment())
    assert (len(forward.gained), len(forward.lost)) == (len(backward.lost), len(backward.gained))
    assert [change.change for change in forward.roles] == [-change.change for change in backward.roles]


def test_a_deed_that_now_comes_with_a_result_is_told_once_a_skill() -> None:
    new = assessment()
    bare = tuple(replace(mention, outcome=False) if mention.skill == "ab-testing" else mention for mention in new.mentions)
    found = compare(replace(new, mentions=bare), new)
    assert [new.mentions[index].skill for index in found.strengthened] == ["ab-testing"]
    assert found.gained == found.lost == ()
    assert compare(new, replace(new, mentions=bare)).strengthened == ()


WEAK = Finding("weak-start", "A line starts with a duty", "Start with a deed", 9, "Responsible for jam", "")
BARE = Finding("no-outcome", "2 of 3 bullets", "Say what changed", 9, "Ran jam", "2 of 3 under Cook (lines 9, 11)")
NAMED = Finding("listed-not-shown", "Named", "Tell in a bullet", 20, "Jira, Kafka, SQL", "Jira, Kafka, SQL")


def test_findings_about_the_writing_are_compared_wherever_they_stand() -> None:
    old = assessment()
    moved = replace(BARE, line=12, quote="Sold jam", detail="2 of 4 under Cook (lines 12, 14)")
    found = compare(replace(old, hygiene=(WEAK, BARE)), replace(old, hygiene=(moved,)))
    assert (found.mended, found.to_mend) == ((WEAK,), ())


def test_fewer_bullets_without_a_result_are_mended_and_more_are_to_mend() -> None:
    old = assessment()
    fewer = replace(BARE, detail="1 of 3 under Cook (lines 9)")
    there, back = (
        compare(replace(old, hygiene=(one,)), replace(old, hygiene=(two,))) for one, two in ((BARE, fewer), (fewer, BARE))
    )
    assert (there.mended, there.to_mend) == ((BARE,), ())
    assert (back.mended, back.to_mend) == ((), (BARE,))


def test_of_skills_that_no_deed_shows_only_those_that_changed_are_told() -> None:
    old = assessment()
    now = replace(NAMED, quote="Jira, OAuth", detail="Jira, OAuth")
    found = compare(replace(old, hygiene=(NAMED,)), replace(old, hygiene=(now,)))
    assert [one.detail for one in found.mended] == ["Kafka, SQL"]
    assert [one.detail for one in found.to_mend] == ["OAuth"]


def test_a_name_is_not_gone_when_a_deed_shows_the_skill_now() -> None:
    new = assessment()
    deed = next(mention for mention in new.mentions if mention.skill == "ab-testing")
    only_named = replace(new, mentions=tuple(
        replace(one, status=Status.LISTED) if one.skill == deed.skill else one for one in new.mentions
    ))
    assert compare(only_named, new).lost == ()
    assert [new.mentions[index].skill for index in compare(only_named, new).gained] == ["ab-testing"]


def test_a_change_within_both_ranges_is_slight() -> None:
    old = assessment()
    role = old.roles[0]
    near = replace(role, score=role.score + 0.1)
    far = replace(role, score=role.high + 5, low=role.high + 4, high=role.high + 6)
    assert [compare(old, replace(old, roles=(one,))).roles[0].is_slight for one in (near, far)] == [True, False]


def test_progress_against_a_posting_names_the_skills_that_are_shown_now() -> None:
    found = compare(with_postings(), later_assessment())
    assert [(change.before.name, change.won, change.lost) for change in found.jobs] == [
        ("posting.txt", (), ()), ("<other>.html", ("mlflow",), ())
    ]
    assert found.jobs[1].change > 0


def test_the_map_places_every_competency_in_a_stage() -> None:
    stages = map_roles(LEXICON).stages
    assert [stage.name for stage in stages] == list(LEXICON.stages)
    assert sorted(demand.competency.id for stage in stages for demand in stage.demands) == sorted(row[0] for row in COMPETENCIES)


def test_the_map_says_what_two_roles_share_and_where_they_part() -> None:
    found = map_roles(LEXICON, "tech-pm", "ai-pm")
    leaning = {role: {demand.competency.id for demand in demands} for role, demands in found.parts}
    assert "product-strategy" in {demand.competency.id for demand in found.shared}
    assert {"api-platform", "agile-delivery"} <= leaning["tech-pm"]
    assert {"mlops", "ai-governance", "data-engineering"} <= leaning["ai-pm"]
    assert not leaning["tech-pm"] & leaning["ai-pm"]


def test_the_map_of_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        map_roles(LEXICON, "chef")
