"""Which fields of work a resume speaks for: what a word means is told by its line first, and by the rest of the resume next.

In a resume that names PyTorch, Kubeflow and holdout groups, "drift" is a model's; in one that names nothing of the kind it is a
schedule's, unless its line is clear. More named skills only ever make a field surer, so that adding a line never takes one away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

TECHNICAL = "technical"
PRODUCT = frozenset({"product", TECHNICAL})
LEARNING = frozenset({"ai", "responsible"})
FIELDS = (PRODUCT, LEARNING)
NO_FIELD: frozenset[str] = frozenset()
_ENOUGH = 4  # different skills that are surely meant make a resume one of their field
_HARDLY_ANY = 4  # fewer leave it open whether the resume speaks of the field at all


@lru_cache(maxsize=256)
def field_of(family: str) -> frozenset[str]:
    """Return the field that a family of competencies belongs to; a family of somebody's own lexicon is a field of its own."""
    return next((field for field in FIELDS if family in field), frozenset({family}))


def named_in(fields: Iterable[tuple[str, str]]) -> Mapping[frozenset[str], frozenset[str]]:
    """Return, for each field, the different skills that are surely meant; takes pairs of family and skill."""
    found: dict[frozenset[str], set[str]] = {}
    for family, skill in fields:
        found.setdefault(field_of(family), set()).add(skill)
    return {field: frozenset(skills) for field, skills in found.items()}


def spoken_for(named: Mapping[frozenset[str], frozenset[str]]) -> frozenset[str]:
    """Return the families of the fields that a resume speaks for."""
    return frozenset().union(*(field for field, skills in named.items() if len(skills) >= _ENOUGH))


def families_in(fields: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the families of the fields of which anything at all is surely meant; takes pairs of family and skill."""
    return frozenset().union(*(field_of(family) for family, _ in fields))


def is_stray(skill: str, family: str, named: Mapping[frozenset[str], frozenset[str]]) -> bool:
    """Tell whether a skill stands nearly alone in its field, so that a doubtful word for it is likelier in another sense."""
    return len(named.get(field_of(family), frozenset()) - {skill}) < _HARDLY_ANY
