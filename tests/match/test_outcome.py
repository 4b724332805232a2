"""What is a measured result, and which numbers are none."""

from __future__ import annotations

import pytest

from resumefit.match.outcome import has_outcome


@pytest.mark.parametrize(
    "text",
    [
        "Cut churn from 5.1% to 3.9%", "Lifted sign-ups by 12 %", "Saved EUR 1.2m a year", "Reduced p95 to 300 ms",
        "Refunds went from three weeks to two days", "Halved the time to first call", "Three times... tripled output",
        "2.5x faster releases", "Reply rate up 9 pts", "38% -> 6%", "Errors down to 0.2 percent", "Doubled adoption",
        "Saved 300 hours a month", "Cut the queue by a third", "Lowered churn by more than half", "Saved the desk eleven hours a week", "Reduced incidents by 40 a quarter", "15% fewer returns",
        "Raised NPS to 61", "Raised recall of the fraud model to 0.91 at equal precision", "Time to detect 14 days → 3 hours", "F1 0.62 to 0.81", "Paperwork 30 days down to 2",
        "Reduced time to first call from a week to an hour", "Cut made-up answers to one in 200", "Brought AWS costs to $20k a month",
        "Kept p99 latency under 80 ms at 5k rps", "Cut the AWS bill in half", "Saving a quarter of the warehouse bill", "Labelled data 4 times faster",
        "Ran pricing experiments worth $300,000 in new ARR", "The assistant is now handling 1,200 queries a day", "Closed the audit with zero findings",
        "LEAD TIME WENT FROM 9 TO 4", "Cut two of fıve steps, saving 3 days", "Average time from request to finished work fell from 31 to 12 days", "Took the summariser from idea to GA in 10 weeks",
    ],
)
def test_a_change_in_numbers_is_an_outcome(text: str) -> None:
    assert has_outcome(text)


@pytest.mark.parametrize(
    "text",
    [
        "Product Manager, 2019 to 2021", "Call +44 7700 900142", "Led 8 engineers", "A firm of 900 people",
        "Joined in March 2020", "Spent 20% of my time on hiring", "Held the roadmap", "Shipped v2 in Q3 2022",
        "100% remote", "Ran 24 workshops", "Answered 312-555-0109", "Team of 12 across 3 sites", "Led two teams in three countries", "Interviewed fifteen nurses", "By two votes to one",
        "Worked from 9 to 5 on Jira tickets", "Completed a 40-hour SQL course with 92%", "Managed a budget of $4m a year", "Onboarded 14 partners",
        "Reported to the CTO", "Open from 8 to 18", "Planned releases 4 to 6", "MLOps course, module 2 of 6", "Picked 5 of 23 proposed uses", "Own the payments product ($14M annual revenue)",
    ],
)
def test_dates_phones_and_sizes_are_no_outcome(text: str) -> None:
    assert not has_outcome(text)
