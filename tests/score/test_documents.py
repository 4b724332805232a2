"""docs/scoring.md against the code: its constants, its levels, and every sum in it, worked out anew as a reader would."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from resumefit.lexicon import load_lexicon
from resumefit.resources import data_dir
from resumefit.score.constants import DEFAULT, LEVELS
from tests.score.build import position

WORDS = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text("utf-8")
ROLES = {role.id: role for role in load_lexicon(data_dir("skill_lexicon")).roles}
NOW = position("Product Manager", "Fjord Freight", (2019, 1), None)
_SUM = re.compile(
    r"(?<![\w.])(?P<left>(?:exp|[0-9.]|[ x+/()-])*[x+/-](?:exp|[0-9.]|[ x+/()-])*?)= \**(?P<right>[0-9.]*[0-9])"
)
_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _worked_out(node: ast.expr) -> float:
    """Work out a sum of numbers and exp alone; anything else is an error."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_worked_out(node.operand)
    if isinstance(node, ast.BinOp):
        return _OPERATORS[type(node.op)](_worked_out(node.left), _worked_out(node.right))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "exp":
        return math.exp(_worked_out(node.args[0]))
    raise AssertionError(f"not a sum: {ast.dump(node)}")


def _sums() -> list[tuple[str, float]]:
    found = []
    for hit in _SUM.finditer(WORDS):
        left = hit["left"].strip()
        if re.search(r"\d", left) and left.count("(") == left.count(")"):
            found.append((left, float(hit["right"])))
    return found


@pytest.mark.parametrize(("left", "right"), _sums(), ids=[left for left, _ in _sums()])
def test_every_sum_in_the_document_comes_out(left: str, right: float) -> None:
    tree = ast.parse(left.replace(" x ", " * ").replace("x (", "* ("), mode="eval")
    assert math.isclose(_worked_out(tree.body), right, rel_tol=0.0015, abs_tol=0.0006)


def test_the_document_has_sums_to_check() -> None:
    assert len(_sums()) >= 12


@pytest.mark.parametrize(
    "rule",
    [
        f"`shown = 1 - exp(-W / {DEFAULT.deed_scale:g})`",
        f"plus {DEFAULT.another_position:g} for each further position",
        f"`named = {DEFAULT.listed_cap:g} x (1 - exp(-N / {DEFAULT.listed_scale:g}))`",
        f"`product = {DEFAULT.product_floor:g} + {1 - DEFAULT.product_floor:g} x min(1, Y / {DEFAULT.product_years:g})`",
        f"`core = 1 - S + S x min(1, M / {DEFAULT.core_enough:g})`",
        f"`core_share`: {ROLES['ai-pm'].core_share:g} for the AI PM, {ROLES['tech-pm'].core_share:g} for the technical PM",
        f"`enough`: {ROLES['ai-pm'].enough:g} for the AI PM, {ROLES['tech-pm'].enough:g} for the technical PM",
        f"asked for {sum(weight > 0 for weight in ROLES['ai-pm'].weights.values())}\n   competencies",
        f"`depth = {DEFAULT.depth_floor:g} + {1 - DEFAULT.depth_floor:g} x min(1, D / {DEFAULT.depth_deeds:g})`",
        f"{DEFAULT.outcome:g} for a deed whose sentence carries a measured result",
        f"`1 - {DEFAULT.faded:g} x min(1, years / {DEFAULT.fading_years:g})`",
        f"{DEFAULT.paraphrase:g} for a paraphrase",
        *(f"| {int(start)} | {level.value} | {meaning} |" for start, level, meaning in LEVELS),
    ],
)
def test_the_document_states_the_rule_that_the_code_follows(rule: str) -> None:
    assert rule in WORDS
