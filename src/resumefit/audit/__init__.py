"""Looks at a scan's scores group by group, and shows that who a person is moves none: figures to look into, never a verdict.

`batch` and `evaluate` are siblings, so results are read from the files that a scan leaves (docs/store.md), not through its code.
"""
