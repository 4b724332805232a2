"""What resumefit knows of the field: competencies, skills with the words for them, roles and their weights.

Plain values, already checked by `resumefit.lexicon`, so that stages need neither YAML nor pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SkillKind(StrEnum):
    """What sort of thing a skill is."""

    TOOL = "tool"
    METHOD = "method"
    CONCEPT = "concept"
    PRACTICE = "practice"
    STANDARD = "standard"
    CERTIFICATION = "certification"


class CaseRule(StrEnum):
    """How a form must be written: ANY case, EXACT as given, or with at least the initial CAPITAL (Kafka, KAFKA)."""

    ANY = "any"
    EXACT = "exact"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a skill, and what must be near for it to mean the skill.

    `text` follows the small notation of docs/lexicon.md (`word~` any inflection, `a|b` alternatives, `...` a gap).
    `needs`: at least one must be in the same sentence; `blocks`: none may be. `after`/`before`: words that block when
    they stand right after / right before. A word list is named `@list` (cues.yaml). `why` tells the other sense.
    """

    text: str
    case: CaseRule = CaseRule.ANY
    needs: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of exactly one competency. `implies` are skill ids that it shows as well and that count once.

    `asked` is how often postings for these roles name it: 0 hardly, 1 sometimes, 2 often, 3 nearly always.
    """

    id: str
    label: str
    competency: str
    kind: SkillKind
    forms: tuple[Form, ...]
    implies: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    asked: int = 0
    external: tuple[tuple[str, str], ...] = ()
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A phrase pattern that shows a competency in none of its usual terms, with a line that it must find."""

    competency: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Competency:
    """One of the competencies a role is scored on. `family` is product, technical, ai or responsible.

    `duty` is what a product manager answers for, at the `stage` of the work that calls for it most. `measures` and `tools` are skill ids,
    the usual first; an overlay may leave such a skill out.
    """

    id: str
    label: str
    family: str
    covers: str
    stage: str = ""
    duty: str = ""
    measures: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()


AI_ROLE, TECH_ROLE = "ai-pm", "tech-pm"
"""The roles that the code knows by id, for the road from one to the other; all others are the lexicon's alone."""
CORE_SHARE, ENOUGH = 0.4, 1.0  # of a role that does not say


@dataclass(frozen=True, slots=True)
class Role:
    """A role to be ready for: weight 3 essential, 2 important, 1 helpful, 0 not counted, by competency id.

    `core` are the competencies that make the role what it is, and tell it from the roles beside it. `core_share`, in [0, 1], is how much
    of everything else's worth hangs on them. `enough`, in (0, 1], is the strength that counts as the whole of a competency: the more
    a role counts, the less of each can anybody tell.
    """

    id: str
    label: str
    weights: Mapping[str, int]
    about: str = ""
    core: tuple[str, ...] = ()
    core_share: float = CORE_SHARE
    enough: float = ENOUGH

    @property
    def core_competencies(self) -> tuple[str, ...]:
        """The role's core; of a role that names none, what it weighs most."""
        most = max(self.weights.values(), default=0)
        return self.core or tuple(competency for competency, weight in self.weights.items() if weight == most > 0)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a gap. `show` is a bullet with blanks, never a number; `learn` names titles, never links."""

    do: str
    show: str
    learn: tuple[str, ...]
    asked: tuple[str, ...]
    effort_weeks: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it. `version` is the lexicon's own; `content_hash` is of its files, so that two reports can be compared.

    `stages` are those of product work, in order, that competencies name.
    """

    version: str
    content_hash: str
    competencies: tuple[Competency, ...]
    skills: tuple[Skill, ...]
    paraphrases: tuple[Paraphrase, ...]
    roles: tuple[Role, ...]
    cues: Mapping[str, tuple[str, ...]]
    headings: Mapping[str, tuple[str, ...]]
    stages: tuple[str, ...] = ()

    def skill(self, skill_id: str) -> Skill:
        """Return the skill with this id; KeyError if there is none."""
        for skill in self.skills:
            if skill.id == skill_id:
                return skill
        raise KeyError(skill_id)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a lexicon file: where, what, and what to do. `line` counts from 1, 0 when unknown."""

    path: str
    line: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}. {self.remedy}"
