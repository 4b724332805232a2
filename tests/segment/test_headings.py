"""Headings are known by their words in any case, and by telling words in wordings nobody listed."""

from __future__ import annotations

import pytest

from resumefit.core.resume import SectionKind, denies
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


FRAMED = """IMRA TOLVANEN
imra@example.org

★ PROFILE ★
Product person with a taste for dull problems.

★ WORK EXPERIENCE ★
Product Manager, Larkfield, Mar 2018 - Feb 2021
★ Shipped a thing that people used

★ PET PROJECTS ★
★ "Tide", a clock for rowers

★ ODDS ★
Owner of a goat.
"""


def test_words_between_the_same_signs_are_a_heading_though_the_sign_marks_items_too() -> None:
    resume = segment(document_of(FRAMED), headings=HEADINGS, as_of=AS_OF)
    assert [(section.heading, section.kind) for section in resume.sections if section.heading] == [
        ("PROFILE", SectionKind.SUMMARY),
        ("WORK EXPERIENCE", SectionKind.EXPERIENCE),
        ("PET PROJECTS", SectionKind.PROJECTS),
        ("ODDS", SectionKind.OTHER),
    ]


SPOKEN = """Imra Tolvanen
imra@example.org

Experience

Product Manager, Larkfield, Mar 2018 - Feb 2021
- Shipped a thing that people used

Letters after the name

    PRINCE2 Practitioner, 2018
    Professional Scrum Master I, 2019
    Kanban evening, 2020

What you may call me for
SQL, Figma and hard conversations.

What I would not touch
Kubernetes and long documents.
"""


def test_a_heading_that_speaks_and_one_over_certificates_need_no_known_word() -> None:
    resume = segment(document_of(SPOKEN), headings=HEADINGS, as_of=AS_OF)
    assert [(section.heading, section.kind) for section in resume.sections if section.heading] == [
        ("Experience", SectionKind.EXPERIENCE),
        ("Letters after the name", SectionKind.CERTIFICATIONS),
        ("What you may call me for", SectionKind.OTHER),
        ("What I would not touch", SectionKind.OTHER),
    ]
    assert [position.company for position in resume.positions] == ["Larkfield"]
    assert [denies(section.heading or "") for section in resume.sections][-2:] == [False, True]
