"""The documents say what the program does, and nothing that it does not."""

from __future__ import annotations

import os
import re
import subprocess
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import typer

from resumefit import errors
from resumefit.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
CLI_DOC = ROOT / "docs" / "cli.md"
# Their defaults follow from the machine, from the calendar, or from another module's constant.
WITHOUT_A_PLAIN_DEFAULT = {"--jobs", "--cut-off", "--as-of"}
_BOUNDS = re.compile(r"\b\d+ (?:to \d+|or more)\b")
_DEFAULT = re.compile(r"`?([\w-]+)`? (?:\([\w ]+\) )?unless given|`([\w-]+)` \(default\)")


def _commands() -> list[tuple[str, list[Any]]]:
    """Every command with its options, as typer has them."""
    root = typer.main.get_command(app)
    found: list[tuple[str, list[Any]]] = []

    def walk(command: Any, path: str) -> None:
        children = getattr(command, "commands", None)
        if children:
            for name, child in sorted(children.items()):
                walk(child, f"{path} {name}".strip())
            return
        found.append((path, [parameter for parameter in command.params if parameter.opts[0].startswith("--")]))

    walk(root, "")
    return found


def _sections() -> dict[str, str]:
    """The text of docs/cli.md below each heading."""
    parts = re.split(r"^## (.+)\n", CLI_DOC.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _rows(section: str, *, column: str) -> dict[str, str]:
    """The table under a heading that begins with `column`: each name of its first column with the rest of its row."""
    table = re.search(rf"^\| {re.escape(column)} \|.*\n\|[-|]+\n((?:\|.*\n?)+)", section, re.MULTILINE)
    if table is None:
        return {}
    rows = [row.strip("|").split("|", 1) for row in table[1].splitlines()]
    return {name: rest for first, rest in rows for name in re.findall(r"`([^`]+)`", first)}


def _options(command: str) -> dict[str, str]:
    """The options that the document gives a command, with what it says of each: those of its table, or `Takes ...`."""
    section = _sections()[f"`resumefit {command}`"]
    takes = re.search(r"Takes ((?:`--[a-z-]+`(?:, | and )?)+)", section)
    return _rows(section, column="option") | (dict.fromkeys(re.findall(r"`([^`]+)`", takes[1]), "") if takes else {})


COMMANDS = [pytest.param(path, options, id=path) for path, options in _commands()]
WITH_OPTIONS = [pytest.param(path, options, id=path) for path, options in _commands() if options]


def test_the_document_has_every_command_and_no_other() -> None:
    documented = {heading[len("`resumefit ") : -1] for heading in _sections() if heading.startswith("`resumefit ")}
    assert documented == {path for path, _ in _commands()}


@pytest.mark.parametrize(("command", "options"), COMMANDS)
def test_the_document_has_every_option_of_a_command_and_no_other(command: str, options: list[Any]) -> None:
    assert set(_options(command)) == {name for option in options for name in (*option.opts, *option.secondary_opts)}


@pytest.mark.parametrize(("command", "options"), WITH_OPTIONS)
def test_the_document_gives_an_option_the_bounds_and_the_default_that_it_has(command: str, options: list[Any]) -> None:
    told = _options(command)
    for option in options:
        text = told[option.opts[0]]
        assert set(_BOUNDS.findall(text)) == _bounds(option), (command, option.opts)
        if option.opts[0] not in WITHOUT_A_PLAIN_DEFAULT and "as for `analyze`" not in text:
            assert {one or other for one, other in _DEFAULT.findall(text)} == _default(option), (command, option.opts)


def _bounds(option: Any) -> set[str]:
    limits = getattr(option, "type", option)
    least, most = getattr(limits, "min", None), getattr(limits, "max", None)
    return set() if least is None else {f"{least} or more" if most is None else f"{least} to {most}"}


def _default(option: Any) -> set[str]:
    value = option.default.value if isinstance(option.default, Enum) else option.default
    if value is None or isinstance(value, bool):
        return set()
    return {f"{value:g}" if isinstance(value, float) else os.fspath(value) if isinstance(value, Path) else str(value)}


def test_the_document_has_what_every_command_takes() -> None:
    opening = CLI_DOC.read_text("utf-8").split("\n## ", 1)[0]
    (version,) = typer.main.get_command(app).params
    assert [name for name in (*version.opts, "-h", "--help") if not re.search(rf"(?<![\w-]){name}(?![\w-])", opening)] == []


def test_the_document_has_every_variable_that_the_program_reads_and_no_other() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src" / "resumefit").rglob("*.py")))
    read = set(re.findall(r"\bRESUMEFIT_[A-Z]+\b", sources)) | {"NO_COLOR"}
    assert set(_rows(_sections()["Environment"], column="variable")) == read


def test_the_document_has_every_exit_code_and_no_other() -> None:
    rows = re.findall(r"^\| (\d+) \|", _sections()["Exit codes"], re.MULTILINE)
    assert [int(row) for row in rows] == sorted(errors.ExitCode)


def test_the_document_has_every_error_code_with_its_exit_code_and_no_other() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ResumefitError)]
    expected = {kind.code: int(kind.exit_code) for kind in kinds}
    assert len(expected) > 10
    rows = _rows(_sections()["Exit codes"], column="`code`")
    assert {code: int(rest.split("|")[0]) for code, rest in rows.items()} == expected


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
