"""Who a person is moves nothing, shown by re-scoring; and a score that does move is found and told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumefit.audit import check_bytes, check_folder, render_counterfactual
from resumefit.audit.edits import Edit, apply_edits
from resumefit.audit.strangers import PLACES, SCHOOLS, STRANGERS
from resumefit.audit.swaps import KINDS, Swap, find_swaps
from resumefit.core.document import Document, Line
from resumefit.core.months import parse_month
from resumefit.pipeline import Engine, analyze, load_engine, understand
from resumefit.report import render_json
from tests.audit.careers import Who, careers, one_thing_else
from tests.audit.writers import DOCX_FONTS, PDF_FONTS, Lines, as_docx, as_html, as_pdf, as_text

AS_OF = parse_month("2026-11")
CAREERS = careers()
WRITERS: tuple[tuple[str, Callable[[Lines], bytes]], ...] = (
    ("cv.txt", as_text), ("cv.html", as_html), ("cv.docx", as_docx), ("cv.pdf", as_pdf),
)  # fmt: skip

RESUME = """MARIA DA SILVA
Leeds, UK | maria.silva@example.org | she/her
Date of birth: 4 March 1979

Summary
Maria puts her customers first; ask her, or Ms Silva's team.

Experience
Product Manager, Kelp & Co
Leeds, UK | January 2021 - Present
- Opened an office in Leeds and wrote the PRD.

Education
BSc Economics, Harlow State University
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def _roles(data: bytes, name: str, engine: Engine) -> bytes:
    report = json.loads(render_json(analyze(data, name=name, as_of=AS_OF, engine=engine), engine.lexicon))
    return json.dumps(report["roles"]).encode()


@pytest.mark.parametrize("number", range(len(CAREERS)))
def test_another_person_changes_no_byte_of_the_roles(number: int, engine: Engine) -> None:
    """A hundred careers in four formats, each written down again by people who differ in one thing."""
    name, write = WRITERS[number % len(WRITERS)]
    career, who = CAREERS[number], Who()
    given_roles = _roles(write(career.lines(who)), name, engine)
    others = one_thing_else(who)[number % 11 :: 11]
    assert others
    for what, other in others:
        assert _roles(write(career.lines(other)), name, engine) == given_roles, what


@pytest.mark.parametrize("number", range(0, len(CAREERS), 21))
def test_neither_format_nor_font_nor_file_name_changes_a_byte(number: int, engine: Engine) -> None:
    lines = CAREERS[number].lines(Who())
    found = {name: _roles(write(lines), name, engine) for name, write in WRITERS}
    found |= {f"docx in {font}": _roles(as_docx(lines, font=font, size=9), "cv.docx", engine) for font in DOCX_FONTS}
    found |= {f"pdf in {font}": _roles(as_pdf(lines, font=font, size=9), "cv.pdf", engine) for font in PDF_FONTS}
    found["name of skills"] = _roles(as_text(lines), "Senior AI PM - MLOps, RAG, LLM evals.txt", engine)
    assert [what for what, roles in found.items() if roles != found["cv.txt"]] == []


def test_the_careers_differ_in_what_they_show(engine: Engine) -> None:
    assert len({_roles(as_text(career.lines(Who())), "cv.txt", engine) for career in CAREERS[:20]}) > 15


def test_no_swap_moves_an_example(examples: list[Path], engine: Engine) -> None:
    checked = [check_bytes(path.read_bytes(), name=path.name, engine=engine, as_of=AS_OF) for path in examples]
    moved = [(entry.file, moved) for entry in checked for moved in entry.moved]
    assert [(file, one.swap.said) for file, one in moved if any(before != after for _, before, after in one.roles)] == []
    assert [(file, one.swap.said) for file, one in moved] == []
    counts = [dict(entry.scored) for entry in checked]
    assert all(count["name"] == len(STRANGERS) and count["file name"] == 3 for count in counts)
    assert sum(count["school"] for count in counts) > 0
    assert sum(count["city"] for count in counts) > 0


def test_no_swap_moves_a_resume_that_says_the_city_and_the_name_in_its_story(engine: Engine) -> None:
    checked = check_bytes(RESUME.encode(), name="maria.txt", engine=engine, as_of=AS_OF)
    assert [moved.swap.said for moved in checked.moved] == []
    assert {"name", "city"} <= {kind for kind, count in checked.scored if count}


# Cities and given names that people have, as wide a choice as fits here.
REAL_CITIES = (
    "Aurora", "Austin", "Baton Rouge", "Berkeley", "Berlin", "Birmingham", "Boston", "Boulder", "Bristol", "Buffalo", "Cairo",
    "Cambridge", "Charlotte", "Chicago", "Concord", "Dallas", "Delphi", "Denver", "Detroit", "Dover", "Dublin", "Durham",
    "Essen", "Eugene", "Flint", "Galway", "Geneva", "Halle", "Hamburg", "Hamilton", "Houston", "Independence", "Irvine",
    "Jackson", "Jasper", "Kano", "Lagos", "Leeds", "Lille", "Lincoln", "Lisbon", "London", "Lyon", "Madison", "Madrid",
    "Memphis", "Mesa", "Metz", "Miami", "Milan", "Mobile", "Monaco", "Monte Carlo", "Moscow", "Mumbai", "Nancy", "Naples",
    "Nice", "Orlando", "Oslo", "Oxford", "Paris", "Phoenix", "Portland", "Prague", "Pune", "Quito", "Reading", "Reno", "Rome",
    "Rugby", "Salem", "Salt Lake City", "Savannah", "Seattle", "Sparta", "Split", "Springfield", "Tampa", "Tours", "Turin",
    "Tyler", "Venice", "Victoria", "Vienna", "Waterloo",
)  # fmt: skip
REAL_NAMES = (
    "Ada", "April", "Art", "Cassandra", "Chase", "Claude", "Cody", "Dawn", "Dean", "Devin", "Dora", "Elena", "Faith", "Frank",
    "Grace", "Grant", "Helm", "Hugo", "Hunter", "Jack", "Jade", "Jasmine", "Jasper", "Jenkins", "Jolene", "Joy", "Julia",
    "Kafka", "Lily", "Mark", "Mason", "May", "Nadia", "Olive", "Oscar", "Page", "Pearl", "Penny", "Pia", "Ray", "Rice", "Robin",
    "Rose", "Ruby", "Sam", "Scala", "Swift", "Victor", "Violet", "Will", "Willow",
)  # fmt: skip


def test_the_hard_choices_are_words_of_the_lexicon_and_few_are_missing(engine: Engine) -> None:
    """A swap that no lexicon knows can find no fault: what is both a city or a name and a tool's must be among the choices."""
    words = {form.text.strip("=").casefold() for skill in engine.lexicon.skills for form in skill.forms}

    def known(names: Iterable[str]) -> set[str]:
        return {name for name in names if set(re.findall(r"[\w']+", name.casefold())) & words}

    cities = {place.city for place in PLACES}
    names = {part for stranger in STRANGERS for part in (stranger.given, stranger.family)}
    assert {"Phoenix", "Aurora", "Kano", "Moscow", "Salt Lake City"} <= known(cities)
    assert {"Jenkins", "Kafka", "Claude", "Cassandra", "Ray", "Rice", "Helm"} <= known(names)
    assert known(REAL_CITIES) - cities <= {"Baton Rouge", "Split"}
    assert known(REAL_NAMES) - names <= {"Cody", "Devin", "Dora", "Pia", "Sam"}


def test_what_is_no_resume_is_not_counted(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "cv.txt").write_text(RESUME, "utf-8")
    (tmp_path / "README.md").write_text("# Notes\n\nThese files were made for a trial of the tool.\n", "utf-8")
    (tmp_path / "posting.txt").write_text("We are looking for a product manager.\n\nRequirements\n- SQL\n- Roadmaps\n", "utf-8")
    found = check_folder(tmp_path, engine=engine, as_of=AS_OF)
    assert ([entry.file for entry in found.checked], found.others) == (["cv.txt"], ("README.md", "posting.txt"))
    assert "2 files are no resume and not counted: README.md, posting.txt." in render_counterfactual(found, "text")


def _swapped(said: str, engine: Engine, *, kind: str) -> str:
    document, resume = understand(RESUME.encode(), name="cv.txt", headings=engine.lexicon.headings, as_of=AS_OF)
    (swap,) = (swap for swap in find_swaps(document, resume) if swap.kind == kind and said in swap.said)
    return apply_edits(document, swap.edits).text.rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("kind", "said", "changes"),
    [
        pytest.param(
            "name", "Oliver Whitcombe",
            {"MARIA DA SILVA": "OLIVER DA WHITCOMBE", "maria.silva@": "oliver.whitcombe@", "Maria puts": "Oliver puts",
             "Ms Silva's": "Ms Whitcombe's"},
            id="the name, in its case, in the address too",
        ),
        pytest.param(
            "pronoun", "he/him",
            {"she/her": "he/him", "puts her customers": "puts his customers", "ask her,": "ask him,", "Ms Silva": "Mr Silva"},
            id="pronouns, by case, and titles",
        ),
        pytest.param("pronoun", "they/them", {
            "she/her": "they/them", "puts her customers": "puts their customers", "ask her,": "ask them,", "Ms Silva": "Mx Silva",
        }, id="pronouns of no gender"),
        pytest.param("school", "Norwick Tech", {"Harlow State University": "Norwick Tech"}, id="the school"),
        pytest.param("city", "Lagos", {"Leeds, UK": "Lagos, Nigeria", "in Leeds": "in Lagos"}, id="the city, in a bullet too"),
        pytest.param("birth year", "1958", {"4 March 1979": "4 March 1958"}, id="the year of birth"),
    ],
)  # fmt: skip
def test_a_swap_changes_what_it_says_and_nothing_else(
    kind: str, said: str, changes: dict[str, str], engine: Engine
) -> None:
    expected = RESUME
    for old, new in changes.items():
        assert old in expected
        expected = expected.replace(old, new)
    assert _swapped(said, engine, kind=kind) == expected


def test_what_a_resume_does_not_say_is_put_in(engine: Engine) -> None:
    bare = RESUME.replace(" | she/her", "").replace("Date of birth: 4 March 1979\n", "")
    document, resume = understand(bare.encode(), name="cv.txt", headings=engine.lexicon.headings, as_of=AS_OF)
    lines = [apply_edits(document, swap.edits).text.split("\n")[:2] for swap in find_swaps(document, resume)]
    assert ["MARIA DA SILVA (they/them)", "Leeds, UK | maria.silva@example.org"] in lines
    assert ["MARIA DA SILVA", "Leeds, UK | maria.silva@example.org | Date of birth: 12 May 2001"] in lines


SKILL = """competency: product-discovery
skills:
  - id: their-team
    label: With their team
    kind: concept
    positive: [Tested the app with their team]
    negative: [Tested the app with her team]
"""


@pytest.fixture(scope="module")
def unfair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lexicon laid over ours in which a pronoun makes a skill: a fault of the kind that the check must find."""
    folder = tmp_path_factory.mktemp("unfair")
    (folder / "skills").mkdir()
    (folder / "skills" / "their.yaml").write_text(SKILL, "utf-8")
    return folder


@pytest.fixture
def resumes(tmp_path: Path) -> Path:
    """A folder with a resume, a broken file below it, and one that is hidden."""
    folder = tmp_path / "resumes"
    (folder / "more").mkdir(parents=True)
    (folder / "maria.txt").write_text(RESUME, "utf-8")
    (folder / "more" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / ".hidden.txt").write_text(RESUME, "utf-8")
    return folder


def test_a_planted_fault_is_found_and_told(unfair: Path, resumes: Path) -> None:
    seen: list[str] = []
    text = RESUME.replace("and wrote the PRD.", "and wrote the PRD with her team.")
    (resumes / "maria.txt").write_text(text, "utf-8")
    found = check_folder(resumes, engine=load_engine(overlay=unfair), as_of=AS_OF, progress=seen.append)
    planted = found.moved[0]
    assert (planted.swap.kind, planted.swap.said) == ("pronoun", "-> they/them")
    assert "product-discovery" in planted.competencies
    assert any(after > before for _, before, after in planted.roles)
    assert [entry.file for entry in found.unread] == [str(Path("more") / "broken.pdf")]
    assert seen == ["maria.txt", str(Path("more") / "broken.pdf")]
    text = render_counterfactual(found, "text")
    assert "MOVED maria.txt: pronoun -> they/them" in text
    assert f"{len(found.moved)} of {len(STRANGERS) + 3 + len(SCHOOLS) + len(PLACES) + 4 + 3} versions of 1 resume moved something" in " ".join(text.split())
    value = json.loads(render_counterfactual(found, "json"))
    assert value["swaps"]["pronoun"]["moved"] == len(found.moved)
    assert any("product-discovery" in moved["competencies"] for moved in value["moved"])
    assert set(value["swaps"]) == set(KINDS)
    page = render_counterfactual(found, "html")
    assert "Something moved" in page
    assert "they/them" in page


def test_the_same_check_with_our_lexicon_finds_nothing(resumes: Path, engine: Engine) -> None:
    found = check_folder(resumes, engine=engine, as_of=AS_OF)
    assert [moved.swap.said for moved in found.moved] == []
    assert "Nothing moved" in render_counterfactual(replace(found, checked=(replace(found.checked[0], moved=()),)), "text")


WORDS = st.lists(st.text("abc ", min_size=1, max_size=8), min_size=1, max_size=6)


@given(WORDS, st.data())
def test_edits_keep_every_line_in_its_place(words: list[str], data: st.DataObject) -> None:
    """Edits within lines change these lines as if each were edited alone."""
    text, lines, edits, expected = "\n".join(words), [], [], []
    at = 0
    for line in words:
        start = data.draw(st.integers(0, len(line)))
        stop = data.draw(st.integers(start, len(line)))
        new = data.draw(st.text("XYZ", max_size=4))
        edits.append(Edit(at + start, at + stop, new))
        expected.append(line[:start] + new + line[stop:])
        lines.append(Line(at, at + len(line)))
        at += len(line) + 1
    edited = apply_edits(Document("x", "0", "txt", 1, text, tuple(lines)), edits)
    assert edited.text == "\n".join(expected)
    assert [edited.text[line.start : line.stop] for line in edited.lines] == expected


def test_a_swap_of_the_file_name_edits_nothing(engine: Engine) -> None:
    document, resume = understand(RESUME.encode(), name="cv.txt", headings=engine.lexicon.headings, as_of=AS_OF)
    found = [swap for swap in find_swaps(document, resume) if swap.kind == "file name"]
    assert [swap.file_name for swap in found] == [
        "latoya-jefferson.txt", "Senior AI Product Manager - MLOps, RAG, LLM evals.txt", "scan0001.txt",
    ]  # fmt: skip
    assert all(isinstance(swap, Swap) and not swap.edits for swap in found)
