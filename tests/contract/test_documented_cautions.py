"""docs/reading.md has every caution that a report may carry, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from resumefit.read.pdf import _DOUBTS

ROOT = Path(__file__).resolve().parents[2]


def _codes(file: Path) -> Iterator[str]:
    """The codes that a module gives: `Caution("code", …)`, `walk.cautions["code"] = …`, and `code = "one" if … else "other"` before it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Caution":
            given: list[ast.expr] = [node.args[0]]
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code" and "Caution" in file.read_text("utf-8"):
            given = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript) and "cautions" in ast.unparse(node.targets[0]):
            given = [node.targets[0].slice]
        else:
            continue
        yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _documented() -> dict[str, str]:
    """Each caution of the table, with what its last column says; `no / yes` is shared out over the two that stand before it."""
    table = (ROOT / "docs" / "reading.md").read_text("utf-8").split("| caution | means | doubtful |", 1)[1].split("\n\n", 1)[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]
    found: dict[str, str] = {}
    for first, _, doubtful in rows:
        codes = re.findall(r"`([a-z-]+)`", first)
        parted = doubtful.split(" / ")
        found |= dict(zip(codes, parted if len(parted) > 1 else [doubtful] * len(codes), strict=True))
    return found


def test_the_document_has_every_caution_that_the_code_gives_and_no_other() -> None:
    used = {code for file in sorted((ROOT / "src" / "resumefit").rglob("*.py")) for code in _codes(file)}
    assert len(used) > 20
    assert set(_documented()) == used


def test_the_document_says_of_a_pdf_what_makes_it_doubtful() -> None:
    documented = _documented()
    assert {code: documented[code] for code in _DOUBTS} == dict.fromkeys(_DOUBTS, "yes")
