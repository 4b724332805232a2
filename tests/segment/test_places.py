"""Where a person lives and worked is found, and nothing else is taken for a place."""

from __future__ import annotations

import pytest

from resumefit.core.months import parse_month
from resumefit.read import read_document
from tests.segment.structure import segment

HEADINGS = {"experience": ("experience",), "skills": ("skills",)}
TEXT = """Greta Halvorsen
Product Manager, Data Platform | Leeds, UK | greta@example.org

Experience
Product Manager, Kelp & Co
Austin, TX | January 2021 - Present
- Opened an office in Lagos.

Skills
Reading, Python
"""


def test_the_own_places_are_found() -> None:
    document = read_document(TEXT.encode(), name="cv.txt")
    resume = segment(document, headings=HEADINGS, as_of=parse_month("2026-11"))
    assert [document.text[place.start : place.stop] for place in resume.places] == ["Leeds, UK", "Austin, TX"]


@pytest.mark.parametrize("mark", ["|", "★", "•", "◆", "·", "→", "   ", "\t", ";", "–", "¦", "~", "\uf0b7"])
def test_the_own_place_is_found_between_marks_of_any_kind(mark: str) -> None:
    text = TEXT.replace("Leeds, UK | greta", f"Phoenix, AZ {mark} greta").replace("Platform |", f"Platform {mark}")
    document = read_document(text.encode(), name="cv.txt")
    resume = segment(document, headings=HEADINGS, as_of=parse_month("2026-11"))
    assert document.text[resume.places[0].start : resume.places[0].stop] == "Phoenix, AZ"


@pytest.mark.parametrize("place", ["New  York, NY", "Phoenix,   AZ", "San\u00a0Jose, CA"])
def test_a_gap_in_a_place_does_not_cut_it(place: str) -> None:
    document = read_document(TEXT.replace("Leeds, UK |", f"{place} |").encode(), name="cv.txt")
    resume = segment(document, headings=HEADINGS, as_of=parse_month("2026-11"))
    first = resume.places[0]
    assert document.text[first.start : first.stop].split() == place.split()
