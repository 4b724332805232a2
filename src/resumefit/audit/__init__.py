"""Looks at a scan's scores group by group, and shows that who a person is moves none: figures to look into, never a verdict.

`batch` and `evaluate` are siblings, so results are read from the files that a scan leaves (docs/store.md), not through its code.
"""

from resumefit.audit.figures import DEFAULT_CUT_OFF, Audit, audit
from resumefit.audit.people import Roll, join, read_groups
from resumefit.audit.rendering import render
from resumefit.audit.results import Results, read_results

__all__ = ["DEFAULT_CUT_OFF", "Audit", "Results", "Roll", "audit", "join", "read_groups", "read_results", "render"]
