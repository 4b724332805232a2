from __future__ import annotations

from dataclasses import replace

import pytest

from resumefit.core.assessment import Finding
from resumefit.core.document import Caution, Concealed, Span
from resumefit.core.mention import Status
from resumefit.core.resume import Personal, PersonalKind, Section, SectionKind, Sentence, SentenceKind
from resumefit.match.outcome import has_outcome
from resumefit.score.evidence import Material
from resumefit.score.hygiene import check_hygiene
from tests.report.sample import assessment
from tests.score.build import Said, material, position, spans_of

FILLER = "Filler words stand here so that the length is nothing to speak of.\n" * 14


def _found(given: Material) -> tuple[Finding, ...]:
    return check_hygiene(given.document, given.resume, given.mentions, tells_result=has_outcome)


def _codes(given: Material) -> dict[str, int | None]:
    return {finding.code: finding.line for finding in _found(given)}


def _written(text: str, *said: Said) -> Material:
    given = material(said, text=FILLER + text)
    sentences = tuple(
        Sentence(start, stop, SentenceKind.BULLET, position=0) for start, stop in spans_of(given.document.text)
        if start >= len(FILLER)
    )
    where = position("Product Manager", "Fjord Freight", (2020, 1), None, span=Span(0, 5))
    return replace(given, resume=replace(given.resume, sentences=sentences, positions=(where,)))


@pytest.mark.parametrize(("text", "code"), [
    pytest.param("Responsible for the weekly report of 12 sites.\n", "weak-start", id="a duty"),
    pytest.param("Built " + "one more word " * 20 + "in 3 weeks.\n", "long-bullet", id="a bullet without end"),
    pytest.param("A results-driven leader who cut costs 4%.\n", "buzzword", id="a buzzword"),
])
def test_each_finding_names_its_line(text: str, code: str) -> None:
    assert _codes(_written(text)) == {code: 15}


def test_a_plain_deed_with_its_result_is_left_alone() -> None:
    assert _codes(_written("Cut the time to a release from 10 days to 4.\n")) == {}


def test_bullets_without_results_are_counted_once_a_position() -> None:
    found = _codes(_written("Built the first one.\nBuilt the next one.\nCut costs 4%.\n"))
    assert found == {"no-outcome": 15}


def test_one_bare_bullet_among_others_is_no_finding() -> None:
    assert _codes(_written("Built the first one.\nCut costs 4%.\n")) == {}


def test_a_number_that_is_no_result_is_none() -> None:
    given = _written("Attended 3 meetings every week.\nWorked on tickets in 2023.\n")
    assert [finding.code for finding in _found(given)] == ["no-outcome", "weak-start", "weak-start"]


@pytest.mark.parametrize("bullet", [
    "Signed up all five regional carriers.", "Took the depot app from pilot to every depot in the country.",
    "Ended paper forms altogether.", "Zero downtime on Black Friday, for the first time.", "Moved 40 firms to the new tariff.",
    "Single-player mode: 2 million downloads.", "Won the first three hospital contracts.", "Published five papers on floods.",
])
def test_a_result_without_the_words_of_a_measure_is_one(bullet: str) -> None:
    assert _codes(_written(f"{bullet}\n" * 3)) == {}


@pytest.mark.parametrize("bullet", [
    "Led 9 engineers and a designer through 14 sprints.", "Wrote version 2 of the guide.", "Kept the minutes from 2019 to 2021.",
    "Met with 3 teams in 2 weeks.", "Owned the booking portal.",
])
def test_how_many_worked_and_how_long_is_no_result(bullet: str) -> None:
    assert _codes(_written(f"{bullet}\n" * 3)) == {"no-outcome": 15}


@pytest.mark.parametrize("bullet", [
    "Supported languages grew from 3 to 11.", "Attended to 200 tickets a week until there were 60.",
    "Helped 40 partners ship their first robot.",
])
def test_a_deed_that_starts_like_a_duty_is_left_alone(bullet: str) -> None:
    assert _codes(_written(f"{bullet}\n")) == {}


def test_prose_is_found_only_when_no_sentence_tells_a_result_and_each_line_is_named_once() -> None:
    def prose(text: str) -> dict[str, int | None]:
        given = _written(text)
        sentences = tuple(replace(one, kind=SentenceKind.PROSE) for one in given.resume.sentences)
        return _codes(replace(given, resume=replace(given.resume, sentences=sentences)))

    assert prose("I own the ticketing app.\nMy team ships on Tuesdays.\nWaiting fell from 25 to 9 minutes.\n") == {}
    assert prose("I own the ticketing app.\nMy team ships on Tuesdays.\n") == {"no-outcome": 15}


def test_a_buzzword_in_a_name_or_in_quotes_is_none() -> None:
    given = _written('Cutting Edge Robotics\nRan the "Ninja" course for 1,400 beginners.\n')
    head, ran = given.resume.sentences
    held = replace(given.resume.positions[0], company="Cutting Edge Robotics", span=Span(head.start, ran.stop))
    assert _codes(replace(given, resume=replace(given.resume, positions=(held,)))) == {}


def test_gender_in_a_deed_and_pronouns_given_on_purpose_are_no_personal_data() -> None:
    given = _written("she/her\nAudited a model by gender for 12 banks.\n")
    head, deed = given.resume.sentences
    personal = (
        Personal(PersonalKind.GENDER, Span(head.start, head.stop)), Personal(PersonalKind.GENDER, Span(deed.start + 19, deed.stop)),
    )
    top = replace(head, position=None)
    assert _codes(replace(given, resume=replace(given.resume, personal=personal, sentences=(top, deed)))) == {}


def test_a_project_told_with_its_result_is_no_bare_name() -> None:
    line = "Bank app: rebuilt onboarding; sign-ups up 35%."
    given = _written(f"{line}\n", Said(line, "sign-ups", "product-analytics", "growth-metrics", Status.LISTED))
    assert "listed-not-shown" not in _codes(given)


@pytest.mark.parametrize("mark", ["", "- ", "• ", "* ", "– "])
@pytest.mark.parametrize("kind", [SentenceKind.BULLET, SentenceKind.PROSE])
def test_a_duty_is_found_behind_any_mark_and_quoted_without_it(mark: str, kind: SentenceKind) -> None:
    given = _written(f"{mark}Responsible for the roadmap of the billing product.\n")
    sentences = tuple(replace(sentence, kind=kind) for sentence in given.resume.sentences)
    found = _found(replace(given, resume=replace(given.resume, sentences=sentences)))
    assert [(finding.code, finding.quote) for finding in found] == [
        ("weak-start", "Responsible for the roadmap of the billing product.")
    ]


def test_lone_words_of_the_head_line_are_personal_data_and_the_same_words_elsewhere_are_none() -> None:
    head = "Pat Example\npat@example.com | Single | Male\n"
    given = material((), text=f"{head}{FILLER}Sold to single | male\n")
    top = Section(SectionKind.CONTACT, None, 0, len(head))
    rest = Section(SectionKind.EXPERIENCE, "Work", len(head), len(given.document.text))
    found = _found(replace(given, resume=replace(given.resume, sections=(top, rest))))
    assert [(finding.code, finding.line) for finding in found] == [("personal-gender", 2), ("personal-marital", 2)]


def test_skills_that_no_deed_shows_are_named_with_the_line_they_stand_in() -> None:
    given = _written(
        "Ran 3 sprints in Jira.\nJira, Kafka\n",
        Said("Ran 3 sprints in Jira.", "Jira", "agile-delivery", "jira", position=0),
        Said("Jira, Kafka", "Jira", "agile-delivery", "jira", Status.LISTED),
        Said("Jira, Kafka", "Kafka", "distributed-systems", "kafka", Status.LISTED),
    )
    found = check_hygiene(given.document, given.resume, given.mentions, tells_result=has_outcome)
    finding = next(one for one in found if one.code == "listed-not-shown")
    assert finding.problem == "Named, but shown by no deed: Kafka"
    assert finding.line == 16


def test_a_certificate_needs_no_bullet_of_its_own() -> None:
    course = Said("Kafka basics", "Kafka", "distributed-systems", "kafka", Status.LISTED, section="certifications")
    assert _codes(_written("Kafka basics\n", course)) == {}


def test_a_wall_of_skills_is_found_by_its_number() -> None:
    wall = ", ".join(f"s{number:02}" for number in range(16))
    said = [Said(wall, f"s{number:02}", "mlops", f"s{number}", Status.LISTED) for number in range(16)]
    assert _codes(_written(f"{wall}\n", *said))["wall-of-skills"] == 15


def test_a_position_without_dates_is_found() -> None:
    given = _written("Cut costs 4%.\n")
    undated = replace(given.resume.positions[0], worked=None, start=None, is_current=False)
    assert _codes(replace(given, resume=replace(given.resume, positions=(undated,)))) == {"missing-dates": 1}


def test_what_reading_noticed_and_personal_data_are_said() -> None:
    given = _written("Cut costs 4%.\n")
    document = replace(
        given.document, cautions=(Caution("text-in-images", "page 2 holds pictures of words", 2),),
        concealed=(Concealed("white-on-white", "MLflow"),),
    )
    born = Personal(PersonalKind.BIRTH_DATE, Span(len(FILLER), len(FILLER) + 3))
    named = Personal(PersonalKind.NAME, Span(0, 3))
    found = _codes(replace(given, document=document, resume=replace(given.resume, personal=(born, named))))
    assert found == {"reading-text-in-images": None, "concealed-text": None, "personal-birth-date": 15}


def test_what_reading_noticed_on_a_page_names_the_line_where_the_page_starts() -> None:
    given = _written("Cut costs 4%.\nSold 3 more.\n")
    lines = tuple(replace(line, page=2) if index >= 14 else line for index, line in enumerate(given.document.lines))
    document = replace(
        given.document, lines=lines, pages=3, concealed=(Concealed("white-on-white", "MLflow", 2),),
        cautions=(Caution("overlapping-lines", "a fifth of the lines", 1), Caution("page-needs-ocr", "a picture", 3)),
    )
    found = _codes(replace(given, document=document))
    assert found == {"reading-overlapping-lines": 1, "concealed-text": 15, "reading-page-needs-ocr": None}


def test_a_doubtful_date_names_the_line_of_its_position() -> None:
    given = _written("Cut costs 4%.\n")
    held = replace(given.resume.positions[0], span=Span(len(FILLER), len(FILLER) + 3))
    doubt = Caution("dates-improbable", "'Product Manager' lasts more than 40 years", 1)
    found = _codes(replace(given, resume=replace(given.resume, positions=(held,), cautions=(doubt,))))
    assert found == {"structure-dates-improbable": 15}


def test_bullets_without_results_are_all_named_by_line() -> None:
    given = _written("Built the first one.\nCut costs 4%.\nBuilt the next one.\nBuilt a third one.\n")
    found = check_hygiene(given.document, given.resume, given.mentions, tells_result=has_outcome)
    assert [one.problem for one in found] == ["3 of 4 bullets of this position tell no result (lines 15, 17, 18)"]


def test_a_resume_that_is_too_long_names_the_line_where_the_surplus_starts() -> None:
    given = material((), text="word " * 100 + "\n" + ("word " * 100 + "\n") * 13)
    assert _codes(given)["too-long"] == 13


def test_very_short_and_very_long_resumes_are_found() -> None:
    assert "too-short" in _codes(material((), text="Product manager.\n"))
    assert "too-long" in _codes(material((), text="word " * 1300))


def test_findings_come_by_line() -> None:
    lines = [finding.line or 0 for finding in assessment().hygiene]
    assert lines == sorted(lines)
