"""Chooses how an audit is shown."""

from __future__ import annotations

from resumefit.audit.as_json import audit_json
from resumefit.audit.as_text import audit_text
from resumefit.audit.figures import Audit


def render(audit: Audit, shown: str) -> str:
    """Return an audit as `text`, `json` or `html`."""
    if shown == "json":
        return audit_json(audit)
    return audit_text(audit)
