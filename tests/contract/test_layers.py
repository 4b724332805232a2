"""The layers of docs/architecture.md hold, and the checker still sees the whole package."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_no_import_points_upwards_or_sideways() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "3 kept, 0 broken" in done.stdout


def _document() -> str:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    return text.split("## Layers", 1)[1].split("\n## ", 1)[0]


def _layers() -> list[set[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = (one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return [set(layer.split(" | ")) for layer in contract["layers"]]


def _imported(package: str) -> set[str]:
    """The libraries of others that a package, or module, of resumefit imports anywhere, also inside functions."""
    root = ROOT / "src" / "resumefit" / package
    files = sorted(root.rglob("*.py")) if root.is_dir() else [root.with_suffix(".py")]
    found: set[str] = set()
    for node in (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found - sys.stdlib_module_names - {"resumefit"}


def test_the_layers_of_the_document_are_those_that_are_checked() -> None:
    drawn = _document().split("```")[1]
    assert [set(layer.split(" | ")) for layer in re.split(r"\s+>\s+", drawn.strip())] == _layers()


def test_the_document_tells_of_each_package_which_libraries_it_imports() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\|(.*)\|$", _document(), re.MULTILINE)
    told = {package: set(re.findall(r"`(\w+)`", libraries)) for package, libraries in rows}
    assert told == {package: _imported(package) for package in set.union(*_layers())}
