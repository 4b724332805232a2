"""The map of the field names only what the lexicon that we ship knows, and leaves no competency out."""

from __future__ import annotations

from resumefit.lexicon import load_lexicon
from resumefit.resources import data_dir
from resumefit.score.field import DUTIES, MEASURES, STAGES
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
