"""The units in which skills are looked for keep thoughts whole and apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.document import Document
from resumefit.core.resume import Sentence, SentenceKind
from tests.segment.layouts import document_of
from tests.segment.structure import segment
from tests.segment.test_layouts import AS_OF, HEADINGS

JOB = """Imra Tolvanen

EXPERIENCE

Product Manager, Larkfield Ltd.                 Mar 2018 - Feb 2021
A maker of scheduling software for 400 small clinics.
• Owned the roadmap for intake and cut the time to a first appointment from 12 days to 5, working with three
  squads in two countries
• Moved v2.1 of the API to Acme Inc. customers, i.e. the 12 largest. Saved Rs. 4.5 lakh a month.
   - Wrote the guide
Tools: Jira, SQL, Figma

EDUCATION
BSc Mathematics, Selby University, 2012
"""


def units(text: str) -> list[tuple[Sentence, str]]:
    document = document_of(text)
    resume = segment(document, headings=HEADINGS, as_of=AS_OF)
    return [(sentence, " ".join(text[sentence.start : sentence.stop].split())) for sentence in resume.sentences]


def unit(text: str, words: str) -> Sentence:
    return next(sentence for sentence, whole in units(text) if words in whole)


def test_wrapped_bullets_are_one_unit() -> None:
    whole = next(words for _, words in units(JOB) if "roadmap" in words)
    assert whole.endswith("squads in two countries")


def test_abbreviations_decimals_and_versions_end_no_sentence() -> None:
    words = [words for _, words in units(JOB)]
    assert "• Moved v2.1 of the API to Acme Inc. customers, i.e. the 12 largest." in words
    assert "Saved Rs. 4.5 lakh a month." in words


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("EXPERIENCE", SentenceKind.HEADLINE),
        ("Product Manager, Larkfield", SentenceKind.HEADLINE),
        ("A maker of", SentenceKind.BLURB),
        ("Owned the roadmap", SentenceKind.BULLET),
        ("Tools: Jira", SentenceKind.ITEM_LIST),
    ],
    ids=lambda value: str(value)[:20],
)
def test_units_know_how_they_stand_on_the_page(words: str, kind: SentenceKind) -> None:
    assert unit(JOB, words).kind is kind


@pytest.mark.parametrize("words", ["A maker of", "Owned the roadmap", "Saved Rs.", "Wrote the guide", "Tools: Jira"])
def test_everything_below_a_head_belongs_to_its_position(words: str) -> None:
    assert unit(JOB, words).position == 0


def test_what_follows_the_work_section_belongs_to_no_position() -> None:
    assert unit(JOB, "Selby University").position is None


def test_a_bullet_of_a_bullet_knows_its_parent() -> None:
    text = (
        "EXPERIENCE\n\nProduct Manager, Larkfield Ltd., Mar 2018 - Feb 2021\n• Ran discovery\n- Held ten interviews\n"
    )
    document: Document = document_of(text)
    lines = list(document.lines)
    lines[3], lines[4] = replace(lines[3], list_depth=1), replace(lines[4], list_depth=2)
    resume = segment(replace(document, lines=tuple(lines)), headings=HEADINGS, as_of=AS_OF)
    child = next(entry for entry in resume.sentences if "interviews" in text[entry.start : entry.stop])
    assert child.parent is not None
    parent = resume.sentences[child.parent]
    assert "Ran discovery" in text[parent.start : parent.stop]


def test_indented_bullets_in_plain_text_know_their_parent() -> None:
    child = unit(JOB, "Wrote the guide")
    assert child.parent is not None
    assert "Moved v2.1" in units(JOB)[child.parent][1]


PRAISED = """Experience

Product Manager, Larkfield Systems
March 2018 - present

Larkfield Systems is the leading routing platform in Europe. Our engine predicts arrival times for 400 shippers.

- Wrote the roadmap.

Analyst, Umbra
2014 - 2018

Umbra insures boats. I priced them with a small team in Cork.
"""


def test_what_an_employer_says_of_itself_is_told_from_what_the_writer_says_of_it() -> None:
    kinds = {words.split()[0]: sentence.kind for sentence, words in units(PRAISED)}
    assert (kinds["Larkfield"], kinds["Our"]) == (SentenceKind.BLURB, SentenceKind.BLURB)
    assert (kinds["Umbra"], kinds["I"]) == (SentenceKind.PROSE, SentenceKind.PROSE)


def test_what_is_said_behind_a_list_stands_alone() -> None:
    words = [words for _, words in units("Skills\n\nSQL, Looker, Jira. I have never used Kubernetes.\n")]
    assert words[-2:] == ["SQL, Looker, Jira.", "I have never used Kubernetes."]
