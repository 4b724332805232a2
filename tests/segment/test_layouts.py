"""Positions are found whatever way they are set out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from resumefit.core.resume import YearMonth
from tests.segment.layouts import CAREERS, LAYOUTS, document_of, resume_text
from tests.segment.structure import segment

AS_OF = YearMonth(2026, 11)
HEADINGS = {
    kind: tuple(phrases)
    for kind, phrases in yaml.safe_load(
        (Path(__file__).parents[2] / "skill_lexicon" / "headings.yaml").read_text("utf-8")
    )["headings"].items()
}


def folded(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", words.casefold()).strip()


@pytest.mark.parametrize("career", CAREERS)
@pytest.mark.parametrize("heading", ["EXPERIENCE", "Where I've worked"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_positions_are_found_in_every_layout(layout: str, heading: str, career: str) -> None:
    jobs = CAREERS[career]
    resume = segment(document_of(resume_text(jobs, layout, heading=heading)), headings=HEADINGS, as_of=AS_OF)
    assert [(folded(p.title), folded(p.company), p.start, p.stop) for p in resume.positions] == [
        (folded(job.title), folded(job.company), job.start, job.stop) for job in jobs
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_product_roles_count_as_product_years(layout: str) -> None:
    resume = segment(document_of(resume_text(CAREERS["mixed"], layout)), headings=HEADINGS, as_of=AS_OF)
    assert [position.is_product_role for position in resume.positions] == [True, False, False]
    assert resume.years_product == 6.6  # May 2020 to November 2026, both counted
    assert [bool(position.product_reason) for position in resume.positions] == [True, True, True]
