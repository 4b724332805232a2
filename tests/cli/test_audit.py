"""`resumefit audit` as users run it: streams, files, exit codes, and what happens without the extra."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from resumefit.audit.strangers import STRANGERS

Run = Callable[..., subprocess.CompletedProcess[str]]
RESUME = "{name}\n{mail}@example.org | 555-0142\n\nExperience\nProduct Manager, Kelp & Co\nJanuary 2021 - Present\n- {deed}\n"
PEOPLE = (
    ("ana-weiss", "A", "yes", "Owned the roadmap and cut churn from 9% to 6%."),
    ("ben-okoro", "B", "no", "Kept the minutes of the weekly meeting."),
    ("cai-lund", "A", "", "Wrote the PRD and ran A/B tests with a holdout group."),
    ("dia-ferro", "B", "yes", "Moved experiment tracking to MLflow."),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, run_resumefit: Run) -> Path:
    """Four resumes, their scan, and a table of groups."""
    root = tmp_path_factory.mktemp("audit")
    (root / "in").mkdir()
    lines = ["file,team,hired"]
    for stem, team, hired, deed in PEOPLE:
        name = stem.replace("-", " ").title()
        (root / "in" / f"{stem}.txt").write_text(
            RESUME.format(name=name, mail=stem.replace("-", "."), deed=deed), "utf-8"
        )
        lines.append(f"{stem}.txt,{team},{hired}")
    (root / "groups.csv").write_text("\n".join(lines) + "\n", "utf-8")
    done = run_resumefit(
        "scan",
        "in",
        "--output",
        "out",
        "--jobs",
        "1",
        "--format",
        "csv,jsonl",
        "--as-of",
        "2026-11",
        "--quiet",
        cwd=root,
    )
    assert done.returncode == 0, done.stderr
    return root


def test_a_scan_is_audited_from_its_folder_and_from_its_ranking(folder: Path, run_warm: Run) -> None:
    results = []
    for name in ("out", "out/ranking.jsonl", "out/ranking.csv"):
        done = run_warm(
            "audit", name, "--groups", "groups.csv", "--outcome", "hired", "--min-group", "2", "--cut-off", "1", "--format", "json",
            cwd=folder,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        results.append(json.loads(done.stdout))
    assert results[0] == results[1] == results[2]
    groups = {group["group"]: group for group in results[0]["features"][0]["groups"]}
    assert {name: (group["people"], group["selected"]) for name, group in groups.items()} == {"A": (2, 2), "B": (2, 1)}
    assert results[0]["features"][0]["impact_ratio"]["value"] == 0.5


@pytest.mark.parametrize(("shown", "start"), [("text", "Audit by groups\n"), ("html", "<!DOCTYPE html>\n")])
def test_an_audit_is_written_to_a_file(
    shown: str, start: str, folder: Path, run_warm: Run, tmp_path: Path
) -> None:
    target = tmp_path / "audit.out"
    done = run_warm(
        "audit", "out", "--groups", "groups.csv", "--format", shown, "--output", str(target), cwd=folder
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_text("utf-8").startswith(start)


def test_counterfactuals_of_a_folder(folder: Path, run_warm: Run) -> None:
    done = run_warm("audit", "--counterfactual", "in", "--as-of", "2026-11", "--format", "json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    value = json.loads(done.stdout)
    assert (value["resumes"], value["moved"]) == (4, [])
    assert value["swaps"]["name"]["versions"] == 4 * len(STRANGERS)


def test_counterfactuals_end_in_6_when_a_file_is_not_read_and_in_1_when_something_moved(
    run_resumefit: Run, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = run_resumefit("audit", "--counterfactual", "in", cwd=tmp_path)
    assert done.returncode == 6
    assert "x.pdf: not read" in done.stdout
    skills = tmp_path / "lexicon" / "skills"
    skills.mkdir(parents=True)
    # A lexicon in which a pronoun makes a skill: unfair, and found out.
    (skills / "x.yaml").write_text(
        "competency: product-discovery\nskills:\n  - id: theirs\n    label: With their team\n    kind: concept\n"
        "    positive: [Tested with their team]\n    negative: [Tested with her team]\n"
    )
    resume = RESUME.format(name="Ana Weiss", mail="Leeds, UK | she/her | ana", deed="Opened an office with her team.")
    (tmp_path / "in" / "ana.txt").write_text(resume)
    done = run_resumefit("audit", "--counterfactual", "in", "--lexicon", "lexicon", cwd=tmp_path)
    assert done.returncode == 1
    assert "MOVED ana.txt: pronoun -> they/them" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param([], 2, "there is nothing to audit", id="nothing named"),
        pytest.param(["out"], 2, "there is nothing to audit", id="no groups"),
        pytest.param(["out", "--groups", "groups.csv", "--counterfactual", "in"], 2, "one by one", id="both"),
        pytest.param(["out", "--groups", "groups.csv", "--role", "ceo"], 2, "no role 'ceo'", id="unknown role"),
        pytest.param(
            ["out", "--groups", "groups.csv", "--format", "pdf"], 2, "--format cannot be 'pdf'", id="unknown format"
        ),
        pytest.param(["out", "--groups", "none.csv"], 3, "cannot be read", id="no table"),
        pytest.param(["in", "--groups", "groups.csv"], 3, "there are no results here", id="no results"),
        pytest.param(["--counterfactual", "nowhere"], 3, "there is no such folder", id="no folder"),
    ],
)
def test_what_cannot_work_says_why(
    arguments: list[str], code: int, words: str, folder: Path, run_warm: Run
) -> None:
    done = run_warm("audit", *arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr


def test_without_the_extra_the_command_to_install_it_is_given(folder: Path, tmp_path: Path) -> None:
    """fairlearn is made unimportable by a file of that name that stands before it."""
    (tmp_path / "fairlearn.py").write_text("raise ImportError('not installed')\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from resumefit.cli.app import app; app(['audit', 'out', '--groups', 'groups.csv'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'resumefit[audit]'" in done.stderr


def test_counterfactuals_need_no_extra(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "fairlearn.py").write_text("raise ImportError('not installed')\n")
    (tmp_path / "pandas.py").write_text("raise ImportError('not installed')\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from resumefit.cli.app import app; app(['audit', '--counterfactual', 'in/ana-weiss.txt'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Nothing moved" in done.stdout
