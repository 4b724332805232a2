"""What an installation brings along is what the program uses."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMPORTED_AS = {"python-docx": "docx", "pyyaml": "yaml", "scikit-learn": "sklearn"}
ONLY_FOR_WRITING_TEST_FILES = {"python-docx"}


def _runtime_dependencies() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {re.split(r"[<>=!~;\[ ]", dependency, maxsplit=1)[0].lower() for dependency in project["dependencies"]}


def _imported(folder: str) -> set[str]:
    nodes = [node for file in sorted((ROOT / folder).rglob("*.py")) for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in names}


def test_every_runtime_dependency_is_imported_by_the_program() -> None:
    dependencies, imported = _runtime_dependencies(), _imported("src")
    assert len(dependencies) > 10
    unused = {name for name in dependencies if IMPORTED_AS.get(name, name.replace("-", "_")) not in imported}
    assert unused == ONLY_FOR_WRITING_TEST_FILES


def test_what_the_program_does_not_import_writes_the_files_of_the_tests() -> None:
    imported = _imported("tests")
    assert {name for name in ONLY_FOR_WRITING_TEST_FILES if IMPORTED_AS[name] not in imported} == set()
