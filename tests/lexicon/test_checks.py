"""The checks that go across the lexicon's files, and the real lexicon under them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resumefit.lexicon import check_lexicon, example_places, load_lexicon
from resumefit.lexicon.json_schema import json_schema
from resumefit.match import check_examples

ROOT = Path(__file__).resolve().parents[2]
SMALL, REAL = ROOT / "tests" / "data" / "lexicon", ROOT / "skill_lexicon"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = Path(shutil.copytree(SMALL, tmp_path / "lexicon"))
    shutil.copy(REAL / "cues.yaml", path)
    return path


def skill(**fields: str) -> str:
    entry = {"id": "a", "label": "Aaa", "kind": "tool", "positive": "[Used Aaa]", **fields}
    return "  - " + "\n    ".join(f"{name}: {value}" for name, value in entry.items()) + "\n"


def test_the_small_lexicon_has_no_faults(folder: Path) -> None:
    assert check_lexicon(folder) == ()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        pytest.param("competency: nonsense\nskills:\n" + skill(), 1, "unknown competency 'nonsense'", id="competency"),
        pytest.param("competency: mlops\nskills:\n" + skill(id="b", label="Bbb") + skill(id="a"), 7, "'a' stands after 'b'", id="order"),
        pytest.param("competency: mlops\nskills:\n" + skill(implies="[no-such]"), 7, "implies 'no-such'", id="implied skill"),
        pytest.param("competency: mlops\nskills:\n" + skill(related="[a]"), 7, "related 'a'", id="related to itself"),
        pytest.param("competency: mlops\nskills:\n" + skill(id="redis"), 3, "the id 'redis' is taken", id="an id twice"),
        pytest.param("competency: mlops\nskills:\n" + skill(guarded="[{forms: [Aa], needs: [x], why: w}]"), 7,
                     "no negative line", id="guarded without a negative line"),
        pytest.param("competency: mlops\nskills:\n" + skill(guarded="[{forms: [Aa], needs: ['@nope'], why: w}]", negative="[Q]"),
                     7, "no word list '@nope'", id="unknown list"),
        pytest.param("competency: mlops\nskills:\n" + skill(aliases="[Zed, zed]"), 7, "'zed' is a form of 'a' twice", id="a form twice"),
        pytest.param("competency: mlops\nskills:\n" + skill(
            guarded="[{forms: [Zed], needs: [x], why: w}, {forms: [zed], blocks: [y], why: w}]", negative="[Q]"),
                     7, "'zed' of 'a' is guarded twice", id="a form guarded twice"),
        pytest.param("competency: mlops\nskills:\n" + skill(aliases="['@nope runs']"), 7, "no word list '@nope'", id="a form's list"),
        pytest.param("competency: mlops\nskills:\n" + skill(aliases="['#-week run']"), 7, "a # is part of '#-week'", id="a number in a word"),
        pytest.param("competency: mlops\nskills:\n" + skill(guarded="[{forms: ['C#'], needs: [x], why: w}]", negative="[Q]"),
                     7, "a # is part of 'C#'", id="a sign that is no number"),
        pytest.param("competency: mlops\nskills:\n" + skill(guarded="[{forms: [Aa], needs: [x], blocks: [x], why: w}]",
                     negative="[Q]"), 7, "both needs and is blocked by 'x'", id="needs what it blocks"),
        pytest.param("competency: mlops\nskills:\n" + skill(guarded="[{forms: [Aa], why: w}]", negative="[Q]"), 7,
                     "guards nothing", id="a guard without rules"),
        pytest.param("competency: mlops\nskills:\n" + skill() + skill(id="b", label="Bbb", aliases="[A-A, aaa]"), 7,
                     "'aaa' is a spelling of both 'b' and 'a'", id="a spelling of two skills"),
        pytest.param("competency: mlops\nskills:\n" + skill(others="{Redis: []}"), 7, "the id 'redis' is taken",
                     id="another skill beside it that is there already"),
        pytest.param("competency: mlops\nskills:\n" + skill() + "    negative: [Q]\n    negative: [R]\n", 8,
                     "'negative' stands twice here", id="a key twice, of which YAML keeps the last"),
        pytest.param("competency: mlops\nskills:\n\t- id: a\n", 3, "not YAML", id="not YAML"),
    ],
)
def test_a_fault_is_found_and_placed(folder: Path, text: str, line: int, problem: str) -> None:
    path = folder / "skills" / "zz.yaml"
    path.write_text(text, encoding="utf-8")
    faults = [fault for fault in check_lexicon(folder) if fault.path == str(path)]
    assert [fault.line for fault in faults] == [line]
    assert problem in faults[0].problem
    assert str(faults[0]).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        pytest.param("stage: lunch", "unknown stage 'lunch'", id="stage"),
        pytest.param("measures: [redis, no-such]", "measured by an unknown skill 'no-such'", id="measure"),
        pytest.param("tools: [no-such]", "'no-such' is no tool of 'own'", id="tool"),
        pytest.param("tools: [redis]", "'redis' is no tool of 'own'", id="another competency's tool"),
    ],
)
def test_what_a_competency_names_must_be_there(folder: Path, tmp_path: Path, field: str, problem: str) -> None:
    path = tmp_path / "ours" / "competencies.yaml"
    path.parent.mkdir()
    path.write_text(f"competencies:\n  - id: own\n    label: Own\n    family: ai\n    covers: x\n    {field}\n", "utf-8")
    (fault,) = check_lexicon(folder, overlay=path.parent)
    assert problem in fault.problem
    assert str(fault).startswith(f"{path}:6: ")


def test_an_alias_of_a_list_within_itself_is_no_endless_walk(folder: Path) -> None:
    path = folder / "skills" / "zz.yaml"
    path.write_text("competency: mlops\nskills: &all [*all]\n", encoding="utf-8")
    assert [fault.line for fault in check_lexicon(folder) if fault.path == str(path)] == [2]


def test_advice_may_hold_neither_links_nor_numbers(folder: Path) -> None:
    (folder / "advice").mkdir()
    (folder / "advice" / "mlops.yaml").write_text(
        "competency: mlops\nadvice:\n  do: See www.example.com\n  show: Cut it by 40%\n  learn: [A]\n  asked: [B]\n  effort_weeks: 1\n"
    )
    assert [fault.problem for fault in check_lexicon(folder)] == [
        "advice 'advice' holds a link", "the bullet of 'advice' holds a number"
    ]


def test_the_published_schema_is_the_one_that_is_checked() -> None:
    assert (REAL / "schema.json").read_text(encoding="utf-8") == json_schema()


def test_the_lexicon_we_ship_has_no_faults() -> None:
    assert [str(fault) for fault in check_lexicon(REAL)] == []


def test_the_lexicon_we_ship_finds_what_its_examples_say() -> None:
    lexicon = load_lexicon(REAL)
    assert len(lexicon.competencies) == 23
    assert {skill.competency for skill in lexicon.skills} == {competency.id for competency in lexicon.competencies}
    assert [str(problem) for problem in check_examples(lexicon, place_of=example_places(REAL))] == []


def test_a_guard_that_a_free_form_in_another_number_makes_idle_is_named_where_it_stands(folder: Path) -> None:
    path = folder / "skills" / "zz.yaml"
    path.write_text(
        "competency: mlops\nskills:\n"
        + skill(id="zebra", label="Zebra crossing", aliases="[zebra lights, striped~ roads]", positive="[Built zebra lights]", negative="[Q]",
                guarded="[{forms: [zebra light, striped road, zebra paint], needs: [street], why: w}]"),
        encoding="utf-8",
    )
    problems = [str(one) for one in check_examples(load_lexicon(folder), place_of=example_places(folder))]
    assert [one for one in problems if "does nothing" in one] == [
        f"{path}:9: the guard of 'zebra light' does nothing, as 'zebra lights' of the same skill is free. Guard both, or none",
        f"{path}:9: the guard of 'striped road' does nothing, as 'striped~ roads' of the same skill is free. Guard both, or none",
    ]


def test_a_heading_of_an_unknown_kind_of_section_is_a_fault(folder: Path) -> None:
    (folder / "headings.yaml").write_text("headings:\n  hobbies: [Spare time]\n", encoding="utf-8")
    (problem,) = check_lexicon(folder)
    assert (problem.line, "hobbies" in problem.problem) == (2, True)
