"""A figure of docs/quality.md is the same wherever it is quoted: in other documents, and in that document's own tables."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUALITY = (ROOT / "docs" / "quality.md").read_text("utf-8")


def _section(heading: str) -> str:
    return QUALITY.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def _rows(section: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in section.splitlines() if row.startswith("|")]


FIGURES = {row[0]: row[1] for row in _rows(_section("The gold lines and resumes")) if re.fullmatch(r"\d\.\d{3}", row[1])}


def test_other_documents_quote_the_figures_as_they_are() -> None:
    documents = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    text = "\n".join(document.read_text("utf-8") for document in documents)
    quoted = re.findall(r"\[(\w+_\w+)\]\((?:docs/)?quality\.md#the-gold-lines-and-resumes\)\s+(\d\.\d+)", text)
    assert len(quoted) >= 5
    assert [(name, value) for name, value in quoted if FIGURES.get(name) != value] == []


def test_the_figures_beside_those_of_semantic_are_the_usual_ones() -> None:
    rows = [row for row in _rows(_section("With `--semantic`")) if row[0].split(",")[0] in FIGURES]
    assert len(rows) >= 6
    for name, default, _ in rows:
        values = re.findall(r"\d\.\d{3}(?=[ ,]|$)", default.split(" (")[0])
        assert values == [FIGURES[one] for one in name.split(", ") if one in FIGURES], name


def test_the_rules_with_all_models_have_the_usual_figures() -> None:
    (everything,) = (row for row in _rows(_section("What the models add to the rules")) if row[0] == "all")
    names = (
        "keyword_precision", "trap_clean", "status_kept_out", "status_named", "paraphrase_recall", "span_precision",
        "not_counted_kept_out", "competency_f1",
    )
    assert everything[1:] == [FIGURES[name] for name in names]
