"""Where results go: a place that cannot be written is told before the work, by file, fault and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumefit.batch.store import Store
from resumefit.cli.streams import check_folder, check_target, make_folder
from resumefit.errors import UsageError
from tests.conftest import ROOT, Run

RESUME = str(ROOT / "examples" / "priya-raman-ai-pm.pdf")


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """A folder with a file and a folder in it."""
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        pytest.param("folder", "it is a folder", id="a folder"),
        pytest.param("none/x.txt", "there is no folder", id="no folder"),
        pytest.param("file/x.txt", "there is no folder", id="a file for a folder"),
        pytest.param("x" * 300, "too long", id="a name that is too long"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_before(places: Path, name: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault) as told:
        check_target(places / name)
    assert str(places / name) in told.value.problem
    assert told.value.remedy == "Choose another file"


@pytest.mark.parametrize("name", ["file", "file/deeper/still"])
def test_a_folder_that_cannot_be_made_is_told_before(places: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is a file"):
        check_folder(places / name)
    with pytest.raises(UsageError, match="cannot be made"):
        make_folder(places / name)
    with pytest.raises(UsageError, match="cannot be made"):
        Store(places / name)


def test_what_can_be_written_is_let_be(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(places)
    for target in (None, places / "file", Path("file"), places / "new.txt", Path("new.txt"), Path("/dev/null")):
        check_target(target)
    for folder in (places, places / "new" / "deeper", Path("new"), Path()):
        check_folder(folder)
    assert sorted(path.name for path in places.iterdir()) == ["file", "folder"]
    assert (places / "file").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(("analyze", RESUME, RESUME, "--output", "file"), "file", id="analyze several"),
        pytest.param(("analyze", RESUME, "--output", "none/x.txt"), "none/x.txt", id="analyze one"),
        pytest.param(("compare", RESUME, RESUME, "--output", "folder"), "folder", id="compare"),
        pytest.param(("parse", RESUME, "--boxes", "none/x.svg"), "none/x.svg", id="parse"),
        pytest.param(("scan", RESUME, "--output", "file"), "file", id="scan"),
        pytest.param(("audit", "--counterfactual", ".", "--output", "none/x.html"), "none/x.html", id="audit"),
        pytest.param(("evaluate", "--lines", "file", "--save", "none/x.json"), "none/x.json", id="evaluate"),
        pytest.param(("evaluate", "--lines", "file", "--baseline", "file"), "file", id="evaluate against no evaluation"),
        pytest.param(("train", "--models", "file/models"), "file/models", id="train"),
    ],
)  # fmt: skip
def test_no_command_works_for_a_place_that_cannot_be_written(
    run_resumefit: Run, places: Path, arguments: tuple[str, ...], named: str
) -> None:
    done = run_resumefit(*arguments, cwd=places)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith(f"resumefit: {named} ")
    assert len(done.stderr.splitlines()) == 1
    assert sorted(path.name for path in places.iterdir()) == ["file", "folder"]
