"""Loading the lexicon: its values, its cache, its overlays, its errors."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resumefit.core.lexicon import CaseRule, SkillKind
from resumefit.errors import LexiconError
from resumefit.lexicon import cache_dir, diff_lexicons, load_advice, load_lexicon

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "data" / "lexicon"


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RESUMEFIT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "lexicon"))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_skill_comes_with_its_forms_guarded_ones_first() -> None:
    kafka = load_lexicon(SMALL).skill("kafka")
    assert (kafka.label, kafka.competency, kafka.kind) == ("Apache Kafka", "distributed-systems", SkillKind.TOOL)
    assert [(form.text, form.case) for form in kafka.forms] == [("Kafka", CaseRule.CAPITAL), ("Apache Kafka", CaseRule.ANY)]
    assert kafka.forms[0].blocks == ("novel", "letters")


def test_a_label_that_is_guarded_is_not_also_a_safe_form() -> None:
    assert [form.text for form in load_lexicon(SMALL).skill("helm").forms] == ["Helm"]


def test_tools_beside_a_skill_are_skills_of_their_own(tmp_path: Path) -> None:
    text = """competency: distributed-systems
skills:
  - id: broker
    label: Acme Broker
    kind: tool
    implies: [kafka]
    others:
      Zed Queue 2: [ZQ2]
    guarded:
      - {forms: [Acme, ZQ2], needs: [broker], why: the firm}
    positive: [Ran Acme Broker]
"""
    write(tmp_path / "more" / "skills" / "zz.yaml", text)
    lexicon = load_lexicon(SMALL, overlay=tmp_path / "more")
    zed = lexicon.skill("zed-queue-2")
    assert (zed.label, zed.competency, zed.kind) == ("Zed Queue 2", "distributed-systems", SkillKind.TOOL)
    assert [(form.text, form.needs) for form in zed.forms] == [("ZQ2", ("broker",)), ("Zed Queue 2", ())]
    assert (zed.implies, zed.related) == (("kafka",), ("broker",))
    assert [form.text for form in lexicon.skill("broker").forms] == ["Acme", "Acme Broker"]


def test_the_cached_lexicon_equals_the_parsed_one() -> None:
    first = load_lexicon(SMALL)
    assert list(cache_dir().glob("lexicon-*.json"))
    assert load_lexicon(SMALL) == first


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe"])
def test_a_damaged_cache_is_read_anew(damage: bytes) -> None:
    first = load_lexicon(SMALL)
    for path in cache_dir().glob("lexicon-*.json"):
        path.write_bytes(damage)
    assert load_lexicon(SMALL) == first


def test_a_cache_folder_that_cannot_be_made_costs_only_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RESUMEFIT_CACHE", str(tmp_path / "file" / "cache"))
    assert load_lexicon(SMALL).skill("redis").label == "Redis"


def test_the_hash_is_of_the_content_and_not_of_line_ends(folder: Path) -> None:
    first = load_lexicon(folder).content_hash
    path = folder / "skills" / "mlops.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_lexicon(folder).content_hash == first
    path.write_bytes(path.read_bytes().replace(b"Kubeflow", b"Kubeflows"))
    assert load_lexicon(folder).content_hash != first


def test_an_overlay_adds_replaces_removes_and_reweights(tmp_path: Path) -> None:
    overlay = tmp_path / "ours"
    write(overlay / "lexicon.yaml", 'version: "acme-1"\n')
    write(overlay / "skills" / "ours.yaml", (
        "competency: devops-delivery\nremove: [helm]\nskills:\n"
        "  - id: redis\n    label: Redis cache\n    kind: tool\n    positive: [Tuned the Redis cache]\n"
        "  - id: shipyard\n    label: Shipyard\n    kind: tool\n    positive: [Deployed with Shipyard]\n"
    ))
    write(overlay / "roles.yaml", "roles:\n  - {id: tech-pm, label: Platform PM, enough: 0.9, weights: {mlops: 3}}\n"
          "  - {id: ops-pm, label: Ops PM, enough: 0.9, weights: {devops-delivery: 3}}\n")
    base, laid = load_lexicon(SMALL), load_lexicon(SMALL, overlay=overlay)
    assert laid.version == "0.1.0+acme-1"
    assert laid.skill("redis").competency == "devops-delivery"
    assert "helm" not in {skill.id for skill in laid.skills}
    roles = {role.id: role for role in laid.roles}
    assert (roles["tech-pm"].weights["mlops"], roles["tech-pm"].weights["product-strategy"]) == (3, 3)
    assert (roles["ops-pm"].weights, roles["ops-pm"].enough, roles["tech-pm"].enough) == ({"devops-delivery": 3}, 0.9, 0.9)
    changes = [str(change) for change in diff_lexicons(base, laid)]
    assert "- skill helm: Helm" in changes
    assert "+ skill shipyard: Shipyard (devops-delivery)" in changes
    assert "~ role tech-pm: mlops 0 -> 3" in changes
    assert "~ role tech-pm: enough 1 -> 0.9" in changes
    assert diff_lexicons(base, base) == ()


@pytest.mark.parametrize(
    ("name", "text", "line", "problem"),
    [
        pytest.param("skills/x.yaml", "competency: mlops\nskills:\n\t- id: a\n", 3, "not YAML", id="not YAML"),
        pytest.param("skills/x.yaml", "competency: mlops\nskills:\n  - id: a\n    label: A\n    kind: toy\n    positive: [A]\n",
                     5, "kind", id="unknown kind"),
        pytest.param("skills/x.yaml", "competency: mlops\nskills:\n  - id: a\n    label: A\n    kind: tool\n    positive: [A]\n"
                     "    colour: red\n", 7, "colour", id="unknown field"),
        pytest.param("skills/x.yaml", "competency: mlops\nskills:\n  - id: A B\n    label: A\n    kind: tool\n    positive: [A]\n",
                     3, "id", id="an id with a blank"),
        pytest.param("roles.yaml", "roles:\n  - id: r\n    label: R\n    weights: {mlops: 7}\n", 4, "mlops", id="a weight of 7"),
    ],
)
def test_a_fault_is_told_with_file_and_line(folder: Path, name: str, text: str, line: int, problem: str) -> None:
    write(folder / name, text)
    with pytest.raises(LexiconError) as caught:
        load_lexicon(folder)
    assert (caught.value.path, caught.value.line) == (name, line)
    assert problem in caught.value.problem


def test_a_folder_without_a_lexicon_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no lexicon in this folder"):
        load_lexicon(tmp_path)


def test_advice_is_keyed_by_competency_and_by_skill(folder: Path) -> None:
    entry = "do: Do it\nshow: Did [what]\nlearn: [A book]\nasked: [Why?]\neffort_weeks: 2"
    indented = entry.replace("\n", "\n  ")
    write(folder / "advice" / "mlops.yaml", f"competency: mlops\nadvice:\n  {indented}\nskills:\n  mlflow:\n    "
          + entry.replace("\n", "\n    ") + "\n")
    advice = load_advice(folder)
    assert sorted(advice) == ["mlflow", "mlops"]
    assert advice["mlops"].effort_weeks == 2
    assert load_advice(folder) == advice
