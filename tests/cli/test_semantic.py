"""`--semantic` in the commands that look for skills: it finds more, quotes it, counts it for less, and says what it was made by."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from resumefit.batch.options import Options
from resumefit.batch.scan import depends_on
from resumefit.core.resume import YearMonth
from resumefit.pipeline import Engine, load_engine
from resumefit.provenance import provenance
from tests.conftest import ROOT, Run

IN_OTHER_WORDS = "Let half of the villages keep the old leaflet and counted who came to the clinic"
MODELS = {"sentence_evidence", "sentence_encoder"}
RESUME = f"""Jo Example
jo@example.com

EXPERIENCE

Product Manager, Rowan Seeds Ltd
Jan 2021 - Mar 2024
- {IN_OTHER_WORDS}
- Ran sprint planning for two teams
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine(semantic=True)


@pytest.fixture(scope="module")
def resume(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("semantic") / "jo.txt"
    path.write_text(RESUME, "utf-8")
    return str(path)


def test_it_finds_what_the_default_does_not_quotes_it_and_counts_it_for_less(engine: Engine) -> None:
    assert load_engine().matcher.match_line(IN_OTHER_WORDS) == ()
    (found,) = engine.matcher.match_line(IN_OTHER_WORDS)
    assert (found.competency, found.skill, found.found_by.value) == ("experimentation", None, "model")
    assert found.counted
    assert found.confidence < 1
    assert IN_OTHER_WORDS[found.start : found.stop] in IN_OTHER_WORDS
    assert found.stop > found.start


@pytest.mark.parametrize("line", [
    "Walked the warehouse with a steam engine club",
    "Trained a puppy to fetch the paper",
    "Kept the village cricket pitch and its roller",
    "Sang alto in the cathedral choir",
    "Piloted a hot air balloon over the lake with nine guests",
    "Tuned pianos for schools and churches",
    "Baked four hundred loaves before dawn six days a week",
    "Modelled raincoats on a catwalk in Antwerp",
    "Drained the canal locks with the water board each spring",
    "Read stories to the children on Fridays",
])  # fmt: skip
def test_another_trade_shows_nothing(engine: Engine, line: str) -> None:
    assert [found.competency for found in engine.matcher.match_line(line) if found.counted] == []


def test_match_prints_it_and_the_same_twice(run_resumefit: Run) -> None:
    given = f"{IN_OTHER_WORDS}\n\nTuned pianos for schools and churches\n"
    done = run_resumefit("match", "--lines", "--semantic", stdin=given)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[found["competency"] for found in line["mentions"]] for line in lines] == [["experimentation"], [], []]
    assert run_resumefit("match", "--lines", "--semantic", stdin=given).stdout == done.stdout
    assert IN_OTHER_WORDS not in run_resumefit("match", "--lines", stdin=given).stdout


def test_a_report_names_the_models_and_none_of_them_without_it(run_warm: Run, resume: str) -> None:
    arguments = ("analyze", resume, "--format", "json", "--as-of", "2026-11")
    with_it, without = (json.loads(run_warm(*arguments, *more).stdout) for more in (("--semantic",), ()))
    assert set(with_it["produced_by"]["models"]) - set(without["produced_by"]["models"]) == MODELS

    def shown(report: dict[str, list[dict[str, str]]]) -> set[str]:
        return {found["competency"] for found in report["mentions"]}

    assert shown(with_it) - shown(without) == {"experimentation"}


@pytest.mark.parametrize("arguments", [
    pytest.param(("explain", "{resume}"), id="explain"),
    pytest.param(("compare", "{resume}", "{resume}"), id="compare"),
    pytest.param(("analyze", "{resume}", "--job", "{resume}"), id="analyze --job"),
])  # fmt: skip
def test_other_commands_take_it(run_warm: Run, resume: str, arguments: tuple[str, ...]) -> None:
    done = run_warm(*(argument.format(resume=resume) for argument in arguments), "--semantic", "--as-of", "2026-11")
    assert done.returncode == 0, done.stderr


def test_a_scan_with_it_takes_nothing_from_a_scan_without(run_warm: Run, tmp_path: Path, resume: str) -> None:
    arguments = ("scan", resume, "--output", str(tmp_path / "out"), "--jobs", "1", "--quiet", "--as-of", "2026-11")
    scores = []
    for more, reused in (((), 0), (("--semantic",), 0), (("--semantic",), 1)):
        done = run_warm(*arguments, *more, "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        assert f"{reused} taken from an earlier scan" in done.stdout
        scores.append((tmp_path / "out" / "ranking.jsonl").read_text("utf-8"))
    assert scores[0] != scores[1] == scores[2]


def test_a_results_key_depends_on_it() -> None:
    options = Options(as_of=YearMonth(2026, 11), blind=True, overlay=None, memory_mb=4096)
    assert depends_on(provenance(), options) != depends_on(provenance(semantic=True), options)
    assert provenance(semantic=True) == load_engine(semantic=True).provenance


def test_a_missing_encoder_ends_with_exit_5_and_only_where_it_is_asked(run_resumefit: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "models", tmp_path / "models", ignore=shutil.ignore_patterns("sentence_encoder"))
    (tmp_path / "skill_lexicon").symlink_to(ROOT / "skill_lexicon")
    env = {"RESUMEFIT_DATA": str(tmp_path)}
    done = run_resumefit("match", "--lines", "--semantic", stdin="Ran sprint planning\n", env=env)
    assert done.returncode == 5
    assert "sentence_encoder" in done.stderr
    assert run_resumefit("match", "--lines", stdin="Ran sprint planning\n", env=env).returncode == 0
