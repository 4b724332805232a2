"""Headings are known by their words in any case, and by telling words in wordings nobody listed."""

from __future__ import annotations

import pytest

from resumefit.core.resume import SectionKind
from tests.segment.layouts import document_of
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS

WORDINGS = {
    SectionKind.SUMMARY: ["Professional Summary", "Who I am", "Profile:", "** Summary **", "1. Summary"],
    SectionKind.EXPERIENCE: ["Where I've worked", "Career so far", "Professional Experience (selected)", "My Journey"],
    SectionKind.EDUCATION: ["Education & Training", "Academic Credentials", "Education / Ausbildung"],
    SectionKind.SKILLS: ["What I bring", "Product Toolkit", "Tools & Tech", "Skills at a glance"],
}
BODIES = {
    SectionKind.SUMMARY: "Product person with a taste for dull problems and a decade of them.",
    SectionKind.EXPERIENCE: "Product Manager, Larkfield, Mar 2018 - Feb 2021\n- Shipped a thing that people used",
    SectionKind.EDUCATION: "BSc Mathematics, Selby University, 2012",
    SectionKind.SKILLS: "SQL, Jira, Figma",
}


@pytest.mark.parametrize("upper", [False, True], ids=["as written", "upper case"])
@pytest.mark.parametrize(
    ("kind", "words"), [(kind, words) for kind, all_words in WORDINGS.items() for words in all_words], ids=str
)
def test_a_heading_is_known_in_any_wording_and_case(kind: SectionKind, words: str, upper: bool) -> None:
    heads = {SectionKind.SUMMARY: "Summary", SectionKind.EXPERIENCE: "Experience", SectionKind.EDUCATION: "Education"}
    heads = {**heads, SectionKind.SKILLS: "Skills", kind: words}
    text = "Imra Tolvanen\n\n" + "".join(
        f"{head.upper() if upper else head}\n\n{BODIES[section]}\n\n" for section, head in heads.items()
    )
    resume = segment(document_of(text), headings=HEADINGS, as_of=AS_OF)
    assert [section.kind for section in resume.sections if section.heading] == list(heads)


def test_a_title_or_firm_that_holds_a_telling_word_is_no_heading() -> None:
    text = "EXPERIENCE\n\nTechnical Training Manager\nLarkfield Technologies Ltd\nMar 2018 - Feb 2021\n- Ran courses\n\nSKILLS\nSQL\n"
    resume = segment(document_of(text), headings=HEADINGS, as_of=AS_OF)
    assert [section.heading for section in resume.sections] == ["EXPERIENCE", "SKILLS"]
