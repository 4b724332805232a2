from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from resumefit.errors import DamagedFile, LexiconError, NeedsOcr, UsageError
from resumefit.report import (
    error_json,
    line_json,
    mentions_json,
    render_comparisons_json,
    render_explanation_json,
    render_json,
    render_parse_json,
    render_roles_json,
)
from resumefit.score import compare, explain, map_roles
from tests.report.sample import SAID, TEXT, assessment, document, later_assessment, plan, resume, with_postings
from tests.report.schema import problems
from tests.score.build import LEXICON, mention

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("text", [
    pytest.param(render_json(assessment(), LEXICON), id="report"),
    pytest.param(render_json(assessment(blind=True), LEXICON), id="blind report"),
    pytest.param(render_parse_json(document(), resume()), id="parse"),
    pytest.param(error_json(UsageError("this cannot work", "Do that")), id="failure"),
    pytest.param(render_json(with_postings(), LEXICON, plan=plan()), id="report with postings and plan"),
    pytest.param(
        render_explanation_json(explain(assessment(), "ai-pm", lexicon=LEXICON), assessment()), id="explanation"
    ),
    pytest.param(render_comparisons_json([compare(with_postings(), later_assessment())]), id="comparison"),
    pytest.param(
        render_comparisons_json([compare(assessment(), assessment()), compare(assessment(), later_assessment())]),
        id="three versions",
    ),
    pytest.param(render_roles_json(map_roles(LEXICON, "tech-pm", "ai-pm")), id="map of roles"),
])
def test_json_fits_the_published_schema(text: str) -> None:
    assert problems(json.loads(text), SCHEMA, SCHEMA) == []


def test_schema_refuses_a_report_that_breaks_it() -> None:
    report = json.loads(render_json(assessment(), LEXICON))
    report["roles"]["ai-pm"]["level"] = "superb"
    del report["mentions"][0]["quote"]
    assert problems(report, SCHEMA, SCHEMA)


def test_schema_refuses_a_posting_that_breaks_it() -> None:
    report = json.loads(render_json(with_postings(), LEXICON, plan=plan()))
    report["jobs"][1]["needs"][0]["standing"] = "excellent"
    report["plan"]["stages"][0]["first_week"] = 0
    assert problems(report, SCHEMA, SCHEMA)


def test_what_a_posting_asks_leads_to_its_line_and_to_mentions() -> None:
    report = json.loads(render_json(with_postings(), LEXICON))
    first = report["job"]
    assert report["jobs"][0] == first
    assert [(need["skill"], need["required"], need["line"]) for need in first["needs"]] == [
        ("roadmap", True, 2), ("rest-api", True, 2), ("llm", True, 3), ("kubernetes", False, 5), ("kafka", False, 6)
    ]
    for need in first["needs"]:
        assert {report["mentions"][index]["competency"] for index in need["evidence"]} <= {need["competency"]}
        assert bool(need["evidence"]) == (need["standing"] != "missing")


def test_offsets_point_into_the_text() -> None:
    report = json.loads(render_json(assessment(), LEXICON))
    assert len(report["mentions"]) == len(SAID)
    for found in report["mentions"]:
        assert report["text"][found["start"] : found["stop"]] == found["quote"]
        assert found["quote"] in found["sentence"]


def test_points_add_up_to_the_score_and_lead_to_mentions() -> None:
    report = json.loads(render_json(assessment(), LEXICON))
    assert list(report["roles"]) == [role.role for role in assessment().roles]
    assert any(item["evidence"] for role in report["roles"].values() for item in role["competencies"])
    for role in report["roles"].values():
        assert role["score"] > 0
        assert math.isclose(sum(item["points"] for item in role["competencies"]), role["score"], abs_tol=1e-9)
        for item in role["competencies"]:
            assert {report["mentions"][index]["competency"] for index in item["evidence"]} <= {item["id"]}
            assert bool(item["evidence"]) or item["points"] == 0


def test_a_position_that_is_held_has_no_stop() -> None:
    positions = json.loads(render_json(assessment(), LEXICON))["resume"]["positions"]
    assert [(item["start"], item["stop"], item["is_current"], item["months"]) for item in positions] == [
        ("2021-03", None, True, 69), ("2018-06", "2021-02", False, 33)
    ]


def test_a_line_of_match_is_one_line_and_leaves_place_out() -> None:
    line = line_json(7, [mention(SAID[0], TEXT)], TEXT)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    found = json.loads(line)
    assert found["line"] == 7
    assert found["mentions"][0]["quote"] == "roadmap"
    assert not {"section", "position", "page"} & set(found["mentions"][0])


def test_an_empty_line_of_match_has_no_mentions() -> None:
    assert line_json(1, [], "") == '{"line": 1, "mentions": []}\n'


def test_mentions_of_a_text_are_one_object() -> None:
    found = json.loads(mentions_json([mention(SAID[0], TEXT), mention(SAID[1], TEXT)], TEXT))
    assert [item["id"] for item in found["mentions"]] == [0, 1]


@pytest.mark.parametrize(("error", "code"), [
    pytest.param(DamagedFile("cv.pdf", "it is cut off", "Export it again"), "damaged", id="damaged file"),
    pytest.param(NeedsOcr("cv\n.pdf", "its words are pictures", "Install OCR"), "needs-ocr", id="pictures of words"),
    pytest.param(LexiconError("a.yaml", 3, "id is used twice", "Rename one"), "lexicon", id="lexicon"),
])
def test_a_failure_says_what_is_wrong_and_what_to_do(error: Any, code: str) -> None:
    found = json.loads(error_json(error))["error"]
    assert found["code"] == code
    assert found["message"] == error.problem
    assert found["remedy"] == error.remedy
