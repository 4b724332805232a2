"""The map of the field names only what the lexicon that we ship knows, and leaves no competency out."""

from __future__ import annotations

from dataclasses import replace

from resumefit.core.lexicon import Competency, Skill, SkillKind
from resumefit.lexicon import load_lexicon
from resumefit.resources import data_dir
from resumefit.score.field import DUTIES, MEASURES, STAGES, TOOLS
from resumefit.score.roles import map_roles

LEXICON = load_lexicon(data_dir("skill_lexicon"))
COMPETENCIES = [competency.id for competency in LEXICON.competencies]


def test_every_competency_has_one_stage_and_one_duty() -> None:
    placed = [name for _, names in STAGES for name in names]
    assert sorted(placed) == sorted(COMPETENCIES)
    assert sorted(DUTIES) == sorted(COMPETENCIES)
    assert len(set(DUTIES.values())) == len(DUTIES)


def test_measures_are_skills_of_the_lexicon() -> None:
    skills = {skill.id for skill in LEXICON.skills}
    named = {skill for measures in MEASURES.values() for skill in measures}
    assert len(named) >= 30
    assert named <= skills
    assert set(MEASURES) <= set(COMPETENCIES)


def test_the_map_has_duties_tools_and_measures_for_both_roles() -> None:
    mapped = map_roles(LEXICON, "tech-pm", "ai-pm")
    by_id = {demand.competency.id: demand for demand in mapped.demands}
    assert "finds out what users need" in by_id["product-discovery"].duty
    assert "AUC-ROC" in " ".join(by_id["model-evaluation"].measures)
    assert by_id["model-evaluation"].weights == (0, 3)


def test_tools_are_tools_of_the_lexicon_and_of_their_competency() -> None:
    tools = {skill.id: skill for skill in LEXICON.skills if skill.kind is SkillKind.TOOL}
    named = {tool for found in TOOLS.values() for tool in found}
    assert len(named) >= 80
    assert sorted(named - set(tools)) == []
    assert all(tools[tool].competency == competency for competency, found in TOOLS.items() for tool in found)


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
