"""docs/lexicon.md names every word list that the code reads, and none that there is not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from resumefit.lexicon import load_lexicon
from resumefit.match.cues import KINDS

ROOT = Path(__file__).resolve().parents[2]
LISTS = load_lexicon(ROOT / "skill_lexicon").cues


def _read_by_code() -> set[str]:
    """The lists that code asks for by name: `lists.get("harm")`, `listed("goods")`, a field's `"@data"`, and the kinds of cues."""
    names: set[str] = set(KINDS)
    for file in sorted((ROOT / "src" / "resumefit" / "match").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("lists.get", "listed") and node.args:
                first = node.args[0]
                names |= {first.value} if isinstance(first, ast.Constant) else set()
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"@[a-z-]+", node.value):
                names.add(node.value[1:])
    return names - {"misc"}  # spaCy's registry, not a list


def _documented() -> set[str]:
    """The lists in the first columns of the tables under "How a status is decided", and those written with @ below them."""
    section = (ROOT / "docs" / "lexicon.md").read_text("utf-8").split("## How a status is decided", 1)[1].split("\n## ", 1)[0]
    first = re.findall(r"^\|([^|]+)\|", section, re.MULTILINE)
    return {name for cell in first for name in re.findall(r"`([a-z-]+)`", cell)} | set(re.findall(r"`@([a-z-]+)`", section))


def test_the_document_names_the_lists_that_the_code_reads() -> None:
    assert len(_read_by_code()) > 30
    assert _documented() == _read_by_code()


def test_every_list_that_the_code_reads_is_there() -> None:
    assert _read_by_code() - set(LISTS) == set()


def test_every_other_list_is_used_by_a_form_or_a_pattern() -> None:
    written = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "skill_lexicon").rglob("*.yaml")))
    assert {name for name in set(LISTS) - _read_by_code() if f"@{name}" not in written} == set()
