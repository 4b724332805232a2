"""The documents say what the program does, and nothing that it does not."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typer

from resumefit.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
CLI_DOC = ROOT / "docs" / "cli.md"


def _commands() -> list[tuple[str, list[str]]]:
    """Every command with its long options."""
    root = typer.main.get_command(app)
    found: list[tuple[str, list[str]]] = []

    def walk(command: object, path: str) -> None:
        children = getattr(command, "commands", None)
        if children:
            for name, child in sorted(children.items()):
                walk(child, f"{path} {name}".strip())
            return
        options = [name for parameter in command.params for name in parameter.opts if name.startswith("--")]
        found.append((path, sorted(options)))

    walk(root, "")
    return found


@pytest.mark.parametrize(("command", "options"), _commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_and_option_is_documented(command: str, options: list[str]) -> None:
    text = CLI_DOC.read_text("utf-8")
    heading = f"## `resumefit {command}`"
    assert heading in text
    section = text.split(heading, 1)[1].split("\n## ", 1)[0]
    assert [option for option in options if option not in section] == []


def test_commands_named_in_the_readme_exist() -> None:
    known = {path.split(" ")[0] for path, _ in _commands()}
    named = set(
        re.findall(
            r"resumefit ([a-z]+)",
            "\n".join(re.findall(r"```(?:sh|console)?\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)),
        )
    )
    assert named
    assert named <= known


def test_links_inside_the_documents_lead_somewhere() -> None:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    links = [
        (document, target)
        for document in documents
        for target in re.findall(r"\]\((?!http)([^)#]+)", document.read_text("utf-8"))
    ]
    assert links
    assert [(str(document), target) for document, target in links if not (document.parent / target).exists()] == []


def test_no_tracked_file_names_a_registry_or_a_folder_outside_the_project() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    names = [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    assert len(names) > 60
    forbidden = re.compile("pypi" + r"\.org|pythonhosted" + r"\.org|\.\./" + "shared")
    own = Path(__file__).resolve()
    guilty = [
        name
        for name in names
        if (ROOT / name).resolve() != own and forbidden.search((ROOT / name).read_bytes().decode("utf-8", "ignore"))
    ]
    assert guilty == []
