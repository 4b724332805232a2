"""The worked example of docs/scoring.md is what the program prints, and its arithmetic holds on a calculator."""

from __future__ import annotations

import importlib.util
import math
import re
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
_SUM = re.compile(
    r"^ *(?:product|core mean|core|depth|shown|named|own|strength|points|mean|deviation) +(?P<left>[-+x/().,\d a-z]+?) = (?P<right>-?\d+\.\d+)"
)


@pytest.fixture(scope="module")
def example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("worked_example", DOCS / "worked_example.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_document_shows_what_the_program_gives(example: ModuleType) -> None:
    shown = (DOCS / "scoring.md").read_text("utf-8").split(example.BEGIN, 1)[1].split(example.END, 1)[0]
    assert shown == f"\n{example.example()}", "run: python docs/worked_example.py"


def test_every_line_of_the_sum_checks_on_a_pocket_calculator(example: ModuleType) -> None:
    checked = set()
    for line in example.example().splitlines():
        found = _SUM.match(line)
        if found is None:
            continue
        left = re.sub(r" (?:years|deeds)\)", ")", found["left"]).replace(" x ", " * ")
        value = eval(left, {"__builtins__": {}}, {"exp": math.exp, "min": min, "sqrt": math.sqrt})  # noqa: S307  # our own page
        places = len(found["right"].split(".")[1])
        assert value == pytest.approx(float(found["right"]), abs=1.5 * 10**-places), line
        checked.add(line.split()[0])
    assert checked == {"product", "core", "depth", "shown", "named", "own", "strength", "points", "mean", "deviation"}
