"""Results are read from what a scan leaves, and joined with a table of groups; whoever is left out is counted."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from resumefit.audit import Roll, join, read_groups, read_results
from resumefit.batch.exports import write_csv, write_jsonl
from resumefit.batch.private_lists import PrivateLists
from resumefit.batch.ranking import rank
from resumefit.batch.scan import Identity
from resumefit.batch.store import Listed, Store
from resumefit.core.scanned import Failed, RoleScore, Scanned
from resumefit.errors import MissingFile, UsageError

NAMES = ("ana.pdf", "ben.docx", "=cmd.txt", "dan.pdf")
SCORES: tuple[tuple[float, float] | None, ...] = ((70.0, 20.0), (30.0, 40.0), (55.0, 10.0), None)


def _outcome(number: int, scores: tuple[float, float] | None) -> Scanned | Failed:
    if scores is None:
        return Failed(f"{number}", "damaged", "it is broken", "Export it again")
    roles = tuple(
        RoleScore(role, score, score, score, "x") for role, score in zip(("ai-pm", "tech-pm"), scores, strict=True)
    )
    return Scanned(f"{number}", "ok", roles, 2.0, (), (), (), b"", (number,) * 64, None, None)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A folder as `resumefit scan --no-blind` leaves it: four files, one of them broken."""
    folder = tmp_path / "out"
    with Store(folder) as store:
        for number, scores in enumerate(SCORES, start=1):
            store.put(str(number), _outcome(number, scores))
        with PrivateLists(folder, store) as lists:
            for number, (name, scores) in enumerate(zip(NAMES, SCORES, strict=True), start=1):
                store.list_file(Listed(number, name, str(number), f"{number}", f"in/{name}"))
                lists.add(Identity(number, name, f"in/{name}", str(number), "ok" if scores else "failed"))
        rows = rank(store.entries(), role="ai-pm")
        store.link(rows.people())
    write_csv(folder / "ranking.csv", rows, ("ai-pm", "tech-pm"))
    write_jsonl(folder / "ranking.jsonl", rows, ("ai-pm", "tech-pm"))
    return folder


def _table(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("name", [".", "resumefit.sqlite", "ranking.csv", "ranking.jsonl"])
def test_the_store_and_its_rankings_give_the_same_results(name: str, scan: Path) -> None:
    found = read_results(scan / name)
    assert [(row.place, row.candidate, row.file, dict(row.scores)) for row in found.rows] == [
        (1, "ana.pdf", "in/ana.pdf", {"ai-pm": 70.0, "tech-pm": 20.0}),
        (2, "ben.docx", "in/ben.docx", {"ai-pm": 30.0, "tech-pm": 40.0}),
        (3, "=cmd.txt", "in/=cmd.txt", {"ai-pm": 55.0, "tech-pm": 10.0}),
        (4, "dan.pdf", "in/dan.pdf", {}),
    ]
    assert (found.roles, found.left_out) == (("ai-pm", "tech-pm"), 0)


def test_a_ranking_that_was_cut_is_told_by_its_gaps(scan: Path) -> None:
    lines = (scan / "ranking.jsonl").read_text("utf-8").splitlines()
    kept = [line for line in lines if json.loads(line)["place"] != 2]
    assert read_results(_table(scan / "top.jsonl", *kept)).left_out == 1


def test_reading_leaves_the_store_as_it_is(scan: Path) -> None:
    before = {path.name: path.read_bytes() for path in scan.iterdir()}
    read_results(scan)
    assert {path.name: path.read_bytes() for path in scan.iterdir()} == before


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param("", UsageError, id="empty"),
        pytest.param("a,b\n1,2\n", UsageError, id="another table"),
        pytest.param(None, MissingFile, id="nothing there"),
    ],
)
def test_what_is_no_result_is_refused(content: str | None, error: type[Exception], tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    if content is not None:
        path.write_text(content)
    with pytest.raises(error):
        read_results(path)


@pytest.mark.parametrize(
    ("role", "scores"),
    [("ai-pm", [70.0, 30.0, 55.0, None]), ("tech-pm", [20.0, 40.0, 10.0, None]), ("all", [70.0, 40.0, 55.0, None])],
)
def test_a_role_or_the_better_of_all(role: str, scores: list[float | None], scan: Path, tmp_path: Path) -> None:
    table = read_groups(_table(tmp_path / "g.csv", "candidate,team", "ana.pdf,A"))
    assert [person.score for person in join(read_results(scan), table, role=role).people] == scores


def _joined(scan: Path, path: Path, lines: Sequence[str], *, outcome: str | None = None) -> Roll:
    return join(read_results(scan), read_groups(_table(path, *lines), outcome=outcome))


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["candidate,team,hired", "ana.pdf,A,yes", "dan.pdf,B,no", "eve.pdf,A,"], id="by candidate"),
        pytest.param(["file,team,hired", "in/ana.pdf,A,1", "in/dan.pdf,B,0", "eve.pdf,A,"], id="by path"),
        pytest.param(
            ["file;team;hired", "ana.pdf; A ;TRUE", "dan.pdf;B;N", "", "eve.pdf;A;"], id="by name, semicolons, blanks"
        ),
        pytest.param(
            ["\ufefffile\tteam\thired", "ana.pdf\tA\ty", "dan.pdf\tB\tfalse", "eve.pdf\tA\t"], id="tabs and a mark"
        ),
    ],
)
def test_people_are_joined_with_their_groups(lines: list[str], scan: Path, tmp_path: Path) -> None:
    roll = _joined(scan, tmp_path / "g.csv", lines, outcome="hired")
    assert roll.features == ("team",)
    assert [(person.groups, person.outcome) for person in roll.people] == [
        (("A",), True), ((None,), None), ((None,), None), (("B",), False),
    ]  # fmt: skip
    assert (roll.not_in_table, roll.not_in_results) == (2, 1)


@pytest.mark.parametrize(
    ("lines", "outcome", "words"),
    [
        pytest.param(["name,team", "ana.pdf,A"], None, "no column 'candidate' or 'file'", id="no key"),
        pytest.param(["file", "ana.pdf"], None, "no column of groups", id="no groups"),
        pytest.param(["file,team", "ana.pdf,A"], "hired", "no column 'hired'", id="no outcome"),
        pytest.param(
            ["file,team,hired", "ana.pdf,A,perhaps"], "hired", ":2: the outcome 'perhaps'", id="an odd outcome"
        ),
        pytest.param(["file,team", "ana.pdf,A", "ana.pdf,B"], None, ":3: 'ana.pdf' is named twice", id="twice"),
        pytest.param(["file,team", "zoe.pdf,A"], None, "no file of the groups is in the results", id="nobody known"),
    ],
)
def test_a_table_that_cannot_work_says_why(
    lines: list[str], outcome: str | None, words: str, scan: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=re.escape(words)):
        _joined(scan, tmp_path / "g.csv", lines, outcome=outcome)


def test_one_name_of_several_files_is_refused(scan: Path, tmp_path: Path) -> None:
    identities = (scan / "identities.csv").read_text("utf-8").replace("in/ben.docx", "other/ana.pdf")
    (scan / "identities.csv").write_text(identities, "utf-8")
    with pytest.raises(UsageError, match="several files"):
        _joined(scan, tmp_path / "g.csv", ["file,team", "ana.pdf,A"])
    assert _joined(scan, tmp_path / "g.csv", ["file,team", "other/ana.pdf,A"]).not_in_table == 3


def test_an_unknown_role_is_refused(scan: Path, tmp_path: Path) -> None:
    table = read_groups(_table(tmp_path / "g.csv", "file,team", "ana.pdf,A"))
    with pytest.raises(UsageError, match="no role 'ceo'"):
        join(read_results(scan), table, role="ceo")


def _link(folder: Path, *, older: int, newest: int) -> None:
    with Store(folder) as store:
        store.link([(older, newest, "same contact"), (newest, newest, "same contact")])


def test_a_person_with_an_older_version_counts_once_by_the_newest(scan: Path, tmp_path: Path) -> None:
    _link(scan, older=1, newest=2)
    table = read_groups(_table(tmp_path / "g.csv", "file,team", "ana.pdf,A", "=cmd.txt,B"))
    roll = join(read_results(scan), table, role="ai-pm")
    # Ana's newer file is ben.docx, which the table does not name: it is hers all the same.
    assert [(person.score, person.groups) for person in roll.people] == [(30.0, ("A",)), (55.0, ("B",)), (None, (None,))]
    assert (roll.older, roll.not_in_table, roll.not_in_results) == (1, 1, 0)


def test_linked_files_in_different_groups_are_two_people(scan: Path, tmp_path: Path) -> None:
    _link(scan, older=1, newest=2)
    table = read_groups(_table(tmp_path / "g.csv", "file,team", "ana.pdf,A", "ben.docx,B"))
    roll = join(read_results(scan), table, role="ai-pm")
    assert [person.score for person in roll.people[:2]] == [70.0, 30.0]
    assert roll.older == 0
