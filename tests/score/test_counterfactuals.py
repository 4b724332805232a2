"""Who the person is moves nothing: not one byte of `roles`, whatever the name, pronoun, school, city, age, font or file.

Evidence ids and all are compared, so that even the order of mentions has to stay.
"""

from __future__ import annotations

import io
import json

import docx
import pytest
from docx.shared import Pt

from resumefit.pipeline import Engine, analyze, load_engine
from resumefit.report import render_json
from tests.score.fictional import Fictional, Person, generated, others

PEOPLE = generated()
SOMEBODY = Person()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def _roles(data: bytes, engine: Engine, *, name: str = "cv.txt") -> str:
    report = json.loads(render_json(analyze(data, name=name, as_of="2026-11", engine=engine), engine.lexicon))
    return json.dumps(report["roles"])


def _docx(career: Fictional, *, font: str, size: float) -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = Pt(size)
    styles = {"name": "Title", "text": "Normal", "heading": "Heading 1", "bullet": "List Bullet"}
    for kind, words in career.lines(SOMEBODY):
        document.add_paragraph(words, style=styles[kind])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_generated_resumes_differ_in_what_they_show(engine: Engine) -> None:
    scores = {_roles(career.text(SOMEBODY).encode(), engine) for career in PEOPLE[:20]}
    assert len(scores) > 10


@pytest.mark.parametrize("number", range(len(PEOPLE)))
def test_another_name_school_city_or_age_changes_no_byte(number: int, engine: Engine) -> None:
    career = PEOPLE[number]
    given = _roles(career.text(SOMEBODY).encode(), engine)
    # Every tenth resume with every choice, the others with a third of them, for the time it takes.
    choices = others(SOMEBODY) if number % 10 == 0 else others(SOMEBODY)[number % 3 :: 3]
    assert len(choices) >= 3
    for what, person in choices:
        assert _roles(career.text(person).encode(), engine) == given, what


@pytest.mark.parametrize("number", range(0, len(PEOPLE), 10))
def test_the_font_changes_no_byte(number: int, engine: Engine) -> None:
    career = PEOPLE[number]
    fonts = [("Georgia", 9.5), ("Comic Sans MS", 14), ("Courier New", 11)]
    found = {_roles(_docx(career, font=font, size=size), engine, name="cv.docx") for font, size in fonts}
    assert len(found) == 1


@pytest.mark.parametrize("number", range(0, len(PEOPLE), 10))
def test_the_format_changes_no_byte(number: int, engine: Engine) -> None:
    career = PEOPLE[number]
    text = _roles(career.text(SOMEBODY).encode(), engine)
    assert _roles(_docx(career, font="Georgia", size=11), engine, name="cv.docx") == text


@pytest.mark.parametrize("number", range(0, len(PEOPLE), 10))
def test_the_name_of_the_file_changes_no_byte(number: int, engine: Engine) -> None:
    data = PEOPLE[number].text(SOMEBODY).encode()
    names = ["cv.txt", "Senior AI Product Manager MLOps RAG.txt", "kofi-mensah.txt"]
    assert len({_roles(data, engine, name=name) for name in names}) == 1


def test_a_blind_report_scores_the_same(engine: Engine) -> None:
    assert len(PEOPLE) >= 10
    for career in PEOPLE[:10]:
        seen, blind = (
            analyze(career.text(SOMEBODY).encode(), name="cv.txt", as_of="2026-11", engine=engine, blind=hidden)
            for hidden in (False, True)
        )
        assert len(seen.roles) == 2
        assert seen.roles == blind.roles
