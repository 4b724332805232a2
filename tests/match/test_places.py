"""What the place of a line in the resume says of its skills."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.resume import Resume, Section, SectionKind, Sentence, SentenceKind, YearMonth
from resumefit.match import build_matcher
from resumefit.match.places import surroundings_of
from tests.match.build import one_line, small_lexicon, small_matcher
from tests.match.second_opinion import Statuses


@pytest.mark.parametrize(
    ("text", "kind", "heading", "sentence", "status"),
    [
        pytest.param("Kubernetes, MLflow", SectionKind.SKILLS, "Skills", SentenceKind.ITEM_LIST, "listed", id="skills list"),
        pytest.param("Kubernetes administrator, 2024", SectionKind.CERTIFICATIONS, "Certificates", SentenceKind.BULLET,
                     "listed", id="a finished certificate"),
        pytest.param("Kubernetes administrator (in progress)", SectionKind.CERTIFICATIONS, "Certificates",
                     SentenceKind.BULLET, "aspiring", id="an unfinished certificate"),
        pytest.param("Roadmap talks to customers, twice a year.", SectionKind.EXPERIENCE, "Work", SentenceKind.BULLET,
                     "demonstrated", id="a duty in a position"),
        pytest.param("Kubernetes, Redis, MLflow", SectionKind.EXPERIENCE, "Work", SentenceKind.BULLET, "listed",
                     id="a bare tool line in a position"),
        pytest.param("Exposure to Kubernetes", SectionKind.EXPERIENCE, "Work", SentenceKind.BULLET, "listed", id="exposure"),
        pytest.param("Kubernetes at home", SectionKind.INTERESTS, "Interests", SentenceKind.PROSE, "other", id="pastime"),
        pytest.param("Kubernetes and MLflow", SectionKind.OTHER, "Goals", SentenceKind.PROSE, "aspiring", id="goals"),
        pytest.param("Home project: built a predictor in MLflow, error 4%", SectionKind.OTHER, "Learning now", SentenceKind.PROSE,
                     "demonstrated", id="a project under a heading of goals"),
        pytest.param("Kubernetes, MLflow, long documents", SectionKind.SKILLS, "NOT GOOD WITH", SentenceKind.ITEM_LIST, "negated",
                     id="a heading that denies"),
        pytest.param("Course on MLflow and Kubernetes", SectionKind.OTHER, "In progress", SentenceKind.PROSE, "aspiring",
                     id="what is in progress"),
        pytest.param("The firm moves shops to Kubernetes.", SectionKind.OTHER, "About our firm", SentenceKind.PROSE, "other",
                     id="what the employer does"),
        pytest.param("She owned the roadmap.", SectionKind.OTHER, "References", SentenceKind.PROSE, "other", id="references"),
        pytest.param("Makers of Kubernetes tooling", SectionKind.EXPERIENCE, "Work", SentenceKind.BLURB, "other", id="blurb"),
        pytest.param("Product manager for A/B testing", SectionKind.SUMMARY, "Summary", SentenceKind.PROSE, "demonstrated",
                     id="ownership in a summary"),
        pytest.param("Strong in A/B testing", SectionKind.SUMMARY, "Summary", SentenceKind.PROSE, "listed", id="a claim"),
        pytest.param("Final-year project: built microservices in Go", SectionKind.EDUCATION, "Education",
                     SentenceKind.PROSE, "demonstrated", id="a deed among studies"),
    ],
)
def test_the_place_of_a_line_decides_where_its_words_do_not(
    text: str, kind: SectionKind, heading: str, sentence: SentenceKind, status: str
) -> None:
    document, resume = one_line(text, kind=kind, heading=heading, sentence=sentence)
    mentions = small_matcher().match(document, resume)
    assert {str(mention.status) for mention in mentions} == {status}
    assert {mention.section for mention in mentions} == {kind}


def test_an_item_of_a_list_is_not_read_by_what_another_says_of_itself() -> None:
    line = "Kubernetes; MLflow (other people's); Redis"
    document, resume = one_line(line, kind=SectionKind.SKILLS, heading="Skills", sentence=SentenceKind.ITEM_LIST)
    matcher = build_matcher(small_lexicon(), statuses=Statuses(lambda _: 0.1))
    assert {mention.label: str(mention.status) for mention in matcher.match(document, resume)} == {
        "Kubernetes": "listed", "ML Flow": "other", "Redis": "listed",
    }


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Not my project; I sat on the board.", "other"), ("It was their work.", "other"), ("None of it was mine.", "other"),
        ("It was my first.", "demonstrated"), ("Not my last.", "demonstrated"),
    ],
)
def test_the_next_sentence_may_give_away_what_one_tells(said: str, status: str) -> None:
    text = f"Kubernetes was brought in for the ticket desk. {said}"
    stop = text.index(". ") + 1
    document, resume = one_line(text)
    first, second = Sentence(0, stop, SentenceKind.BULLET, 0, 0), Sentence(stop + 1, len(text), SentenceKind.BULLET, 0, 0)
    (mention,) = small_matcher().match(document, replace(resume, sentences=(first, second)))
    assert str(mention.status) == status


def test_a_label_or_a_new_item_gives_nothing_away() -> None:
    for text in ("- Ran Kubernetes\n- Not my last release", "Ran Kubernetes\nNot my thing: MLflow"):
        stop = text.index("\n")
        document, resume = one_line(text)
        both = (Sentence(0, stop, SentenceKind.BULLET, 0, 0), Sentence(stop + 1, len(text), SentenceKind.BULLET, 0, 0))
        first, *_ = small_matcher().match(document, replace(resume, sentences=both))
        assert (first.skill, str(first.status)) == ("kubernetes", "demonstrated")


def test_titles_and_companies_name_no_skills() -> None:
    document, resume = one_line("Kubernetes Product Manager, Redis Labs, 2019-2021", sentence=SentenceKind.HEADLINE)
    assert small_matcher().match(document, resume) == ()


def test_a_mention_knows_its_sentence_position_and_page() -> None:
    document, resume = one_line("Cut release time by 40% with Kubernetes")
    (mention,) = small_matcher().match(document, resume)
    assert document.text[mention.start : mention.stop] == "Kubernetes"
    assert (mention.sentence_start, mention.sentence_stop) == (0, len(document.text))
    assert (mention.position, mention.page, mention.outcome) == (0, 1, True)


def test_a_line_of_contacts_tells_no_deed_in_other_words_however_it_is_laid_out() -> None:
    for kind in (SentenceKind.PROSE, SentenceKind.ITEM_LIST, SentenceKind.BULLET):
        sentence = Sentence(0, 9, kind, section=0)
        sections = (Section(SectionKind.CONTACT, None, 0, 9),)
        around = surroundings_of(sentence, "Hull, UK", Resume(YearMonth(2026, 11), None, sections, (), (sentence,)))
        assert around is not None
        assert around.is_list
