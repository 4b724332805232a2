"""Chooses how an audit is shown."""

from __future__ import annotations

from resumefit.audit.as_json import audit_json
from resumefit.audit.as_text import audit_text
from resumefit.audit.counterfactual import Counterfactual
from resumefit.audit.counterfactual_shown import counterfactual_json, counterfactual_text
from resumefit.audit.figures import Audit


def render(audit: Audit, shown: str, *, full: bool = False) -> str:
    """Return an audit as `text`, `json` or `html`; text in short unless in `full`, the others have all."""
    if shown == "json":
        return audit_json(audit)
    if shown == "html":
        from resumefit.audit.page import audit_page

        return audit_page(audit)
    return audit_text(audit, full=full)


def render_counterfactual(found: Counterfactual, shown: str) -> str:
    """Return a counterfactual check as `text`, `json` or `html`."""
    if shown == "json":
        return counterfactual_json(found)
    if shown == "html":
        from resumefit.audit.page import counterfactual_page

        return counterfactual_page(found)
    return counterfactual_text(found)
