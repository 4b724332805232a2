"""Courses and certificates that are not finished yet do not count; finished ones are listed."""

from __future__ import annotations

import pytest

from resumefit.core.resume import SectionKind, SentenceKind
from tests.match.build import one_line, small_matcher


def statuses(text: str, *, kind: SectionKind, sentence: SentenceKind) -> dict[str, str]:
    document, resume = one_line(text, kind=kind, heading="", sentence=sentence)
    return {mention.label: str(mention.status) for mention in small_matcher().match(document, resume)}


@pytest.mark.parametrize(
    "text",
    [
        "Kubernetes administrator - planned in January 2027",
        "Kubernetes for managers: registered for autumn 2027",
        "Kubernetes, evening classes, enrolled for March 2027",
        "2026 Kubernetes on Azure, distance course, running until 2027",
        "Kubernetes administrator - sitting it in May",
        "Kubernetes – short course, started October 2026, not yet finished",
        "Kubernetes for lawyers (on-going)",
        "Kubernetes basics, started this year",
        "Operations (online), in progress: Kubernetes, backups, alerts",
        "Evening course in operations, started this September (backups, Kubernetes)",
        "Kubernetes, online, started 2024 and left after week three",
        "Doing now: Operations at a night school, with a unit on Kubernetes",
        "Kubernetes administrator, to be taken in spring 2027",
        "Kubernetes fundamentals - 60% completed",
        "Kubernetes specialisation (in progress, 2 of 3 courses completed)",
        "Busy with: Kubernetes administrator certification",
        "Currently taking a Kubernetes course at the evening school",
    ],
)  # fmt: skip
def test_a_course_that_is_not_finished_is_a_wish(text: str) -> None:
    assert statuses(text, kind=SectionKind.CERTIFICATIONS, sentence=SentenceKind.BULLET) == {"Kubernetes": "aspiring"}


@pytest.mark.parametrize(
    "text",
    [
        "Kubernetes administrator, 2024",
        "Kubernetes for managers, ten-week online course, started 2021, completed 2022",
        "Kubernetes administrator, valid until March 2028",
        "Certified Kubernetes administrator, until March 2028",
        "Kubernetes administrator (2024, expires May 2027)",
        "Kubernetes administrator, begun and finished 2025",
        "Kubernetes administrator, since this year",
        "Kubernetes administrator, next renewal due May 2027",
        "Kubernetes administrator, pending renewal",
        "Certified Kubernetes administrator, running until June 2027",
        "Kubernetes (100% completed)",
        "Kubernetes course, module 8 of 8, grade A",
        "Kubernetes (exam due in June 2023: passed with distinction)",
        "Ongoing professional development: Kubernetes (2024)",
        "Kubernetes trainings, 2019 through 2021",
        "Currently: Kubernetes; formerly shell scripts",
    ],
)
def test_a_finished_course_is_listed(text: str) -> None:
    assert statuses(text, kind=SectionKind.CERTIFICATIONS, sentence=SentenceKind.BULLET) == {"Kubernetes": "listed"}


@pytest.mark.parametrize("text", ["Scheduled batch jobs on Kubernetes", "Booked speaker on Kubernetes", "Currently on the Kubernetes stack"])
def test_what_begins_like_a_plan_may_be_a_deed(text: str) -> None:
    assert statuses(text, kind=SectionKind.SKILLS, sentence=SentenceKind.BULLET)["Kubernetes"] in ("listed", "demonstrated")


def test_in_a_list_it_is_said_of_one_item() -> None:
    line = "Redis, Kubernetes (course this winter), MLflow"
    assert statuses(line, kind=SectionKind.SKILLS, sentence=SentenceKind.ITEM_LIST) == {
        "Redis": "listed", "Kubernetes": "aspiring", "ML Flow": "listed",
    }  # fmt: skip


def test_an_item_without_a_skill_speaks_of_the_one_before() -> None:
    line = "Redis, MLflow, playing with Kubernetes, nothing live yet"
    assert statuses(line, kind=SectionKind.SKILLS, sentence=SentenceKind.ITEM_LIST) == {
        "Redis": "listed", "ML Flow": "listed", "Kubernetes": "aspiring",
    }  # fmt: skip


@pytest.mark.parametrize("heading", ["Learning now", "In progress", "Current courses", "Currently studying"])
def test_a_heading_of_what_is_being_learned_speaks_for_all_below_it(heading: str) -> None:
    document, resume = one_line("Kubernetes, MLflow", kind=SectionKind.CERTIFICATIONS, heading=heading, sentence=SentenceKind.ITEM_LIST)
    assert {str(mention.status) for mention in small_matcher().match(document, resume)} == {"aspiring"}
