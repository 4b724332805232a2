"""The components in somebody else's spaCy pipeline."""

from __future__ import annotations

import spacy

from resumefit.match.components import SPANS_KEY, SkillsComponent, StatusComponent, register_attributes
from tests.match.build import small_matcher


def test_components_write_spans_with_competency_status_and_reason() -> None:
    register_attributes()
    nlp = spacy.blank("en")
    doc = nlp("Moved nine services to Kubernetes.\nNo experience with MLflow")
    doc = StatusComponent(small_matcher())(SkillsComponent(small_matcher())(doc))
    assert [(span.text, span.label_, span._.resumefit_competency, span._.resumefit_status) for span in doc.spans[SPANS_KEY]] == [
        ("Kubernetes", "kubernetes", "devops-delivery", "demonstrated"),
        ("MLflow", "mlflow", "mlops", "negated"),
    ]
    assert [span._.resumefit_reason for span in doc.spans[SPANS_KEY]] == ["told with a deed", "denied by 'No'"]


def test_an_installed_resumefit_adds_its_pipes_by_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("resumefit_skills")
    nlp.add_pipe("resumefit_status")
    doc = nlp("Ran 24 A/B tests on checkout")
    assert "ab-testing" in {span.label_ for span in doc.spans[SPANS_KEY]}
