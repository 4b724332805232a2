"""Looks at a scan's scores group by group, and shows that who a person is moves none: figures to look into, never a verdict.

`batch` and `evaluate` are siblings, so results are read from the files that a scan leaves (docs/store.md), not through its code.
"""

from resumefit.audit.counterfactual import Counterfactual, check_bytes, check_folder
from resumefit.audit.figures import DEFAULT_CUT_OFF, Audit, audit
from resumefit.audit.people import Roll, join, read_groups
from resumefit.audit.rendering import render, render_counterfactual
from resumefit.audit.results import Results, read_results

__all__ = [
    "DEFAULT_CUT_OFF",
    "Audit",
    "Counterfactual",
    "Results",
    "Roll",
    "audit",
    "check_bytes",
    "check_folder",
    "join",
    "read_groups",
    "read_results",
    "render",
    "render_counterfactual",
]
