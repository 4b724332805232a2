"""The map of the field names only what the lexicon that we ship knows, and leaves no competency out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from resumefit.core.lexicon import Competency, Skill, SkillKind
from resumefit.lexicon import load_lexicon
from resumefit.resources import data_dir
from resumefit.score.roles import map_roles

REAL = data_dir("skill_lexicon")
LEXICON = load_lexicon(REAL)


def test_every_competency_has_a_stage_and_a_duty_of_its_own() -> None:
    assert {competency.stage for competency in LEXICON.competencies} == set(LEXICON.stages)
    assert len(LEXICON.stages) == 7
    duties = {competency.duty for competency in LEXICON.competencies}
    assert "" not in duties
    assert len(duties) == len(LEXICON.competencies)


def test_measures_are_skills_of_the_lexicon() -> None:
    named = {skill for competency in LEXICON.competencies for skill in competency.measures}
    assert len(named) >= 30
    assert named <= {skill.id for skill in LEXICON.skills}


def test_the_map_has_duties_tools_and_measures_for_both_roles() -> None:
    mapped = map_roles(LEXICON, "tech-pm", "ai-pm")
    by_id = {demand.competency.id: demand for demand in mapped.demands}
    assert "finds out what users need" in by_id["product-discovery"].duty
    assert "AUC-ROC" in " ".join(by_id["model-evaluation"].measures)
    assert by_id["model-evaluation"].weights == (0, 3)


def test_tools_are_tools_of_the_lexicon_and_of_their_competency() -> None:
    tools = {skill.id: skill for skill in LEXICON.skills if skill.kind is SkillKind.TOOL}
    named = {tool: competency.id for competency in LEXICON.competencies for tool in competency.tools}
    assert len(named) >= 80
    assert sorted(set(named) - set(tools)) == []
    assert {tool: tools[tool].competency for tool in named} == named


def test_the_usual_tools_come_first_and_not_the_alphabet() -> None:
    by_id = {demand.competency.id: demand.tools for demand in map_roles(LEXICON).demands}
    assert by_id["responsible-ai"][:2] == ("IBM AI Fairness 360", "Fairlearn")
    assert by_id["model-monitoring"][:2] == ("Weights & Biases", "Seldon Core")
    assert by_id["mlops"][:2] == ("MLflow", "Kubeflow")


def test_a_competency_that_only_an_overlay_knows_shows_the_tools_that_it_names() -> None:
    own = Competency("beekeeping", "Beekeeping", "other", "hives")
    smoker = Skill("smoker", "Smoker", "beekeeping", SkillKind.TOOL, (), asked=1)
    role = replace(LEXICON.roles[0], weights={**LEXICON.roles[0].weights, "beekeeping": 2})
    laid_over = replace(
        LEXICON, competencies=(*LEXICON.competencies, own), skills=(*LEXICON.skills, smoker, replace(smoker, id="rare", asked=0)),
        roles=(role,),
    )
    assert [demand.tools for demand in map_roles(laid_over).demands if demand.competency == own] == [("Smoker",)]


def test_a_competency_of_an_overlay_has_the_stage_the_duty_the_measures_and_the_tools_that_its_file_gives(tmp_path: Path) -> None:
    (tmp_path / "competencies.yaml").write_text(
        "stages: [harvest]\ncompetencies:\n  - {id: beekeeping, label: Beekeeping, family: product, covers: hives, stage: harvest,\n"
        "     duty: keeps the bees, measures: [retention], tools: [smoker]}\n"
        "  - {id: mlops, label: Model operations, family: ai, covers: models}\n", "utf-8"
    )
    (tmp_path / "roles.yaml").write_text("roles:\n  - {id: ai-pm, label: AI PM, weights: {beekeeping: 3}}\n", "utf-8")
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "ours.yaml").write_text(
        "competency: beekeeping\nskills:\n  - {id: smoker, label: Smoker, kind: tool, positive: [Used a Smoker]}\n", "utf-8"
    )
    stages = {stage.name: stage.demands for stage in map_roles(load_lexicon(REAL, overlay=tmp_path), "ai-pm").stages}
    (demand,) = stages["harvest"]
    assert (demand.duty, demand.measures, demand.tools) == ("keeps the bees", ("User retention",), ("Smoker",))
    (renamed,) = (demand for demand in stages["build"] if demand.competency.id == "mlops")
    assert renamed.competency.label == "Model operations"
    assert renamed.duty.startswith("gets models from the notebook")
    assert "elsewhere" not in stages
