"""What scoring gives: points with their evidence, gaps with their gain, and the whole report as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from resumefit.core.document import Document
from resumefit.core.lexicon import Advice
from resumefit.core.mention import Mention
from resumefit.core.resume import Resume, YearMonth


class GapKind(StrEnum):
    """Why a competency or skill is a gap."""

    ABSENT = "absent"
    UNPROVEN = "unproven"
    REWORDED = "reworded"


class Level(StrEnum):
    """A score in words; docs/scoring.md says where each begins."""

    NOT_YET = "not yet"
    DEVELOPING = "developing"
    NEARLY_READY = "nearly ready"
    READY = "ready"
    OUTSTANDING = "outstanding"


@dataclass(frozen=True, slots=True)
class CompetencyScore:
    """One competency's part of a role's score. `strength` is in [0, 1]; points over all competencies sum to the score.

    `evidence` are mention ids, strongest first. `why` names the rung and factors in words.
    """

    id: str
    weight: int
    strength: float
    points: float
    max_points: float
    evidence: tuple[int, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing. `gain` is what closing it adds to the score by the same formula; `priority` counts from 1."""

    competency: str
    skill: str | None
    kind: GapKind
    priority: int
    gain: float
    why: str
    effort_weeks: int
    advice: Advice | None = None
    skills: tuple[str, ...] = ()
    way: str | None = None  # the skill by which one deed takes the fewest weeks, where that is quicker than the whole
    way_weeks: int | None = None
    rewrite: str = ""  # of what is shown in other words: the person's own sentence, with a blank for the usual term
    skill_advice: tuple[tuple[str, Advice], ...] = ()  # on those of `skills` for which there is some
    evidence: tuple[int, ...] = ()  # mention ids: the words that show it otherwise, or that only name it


@dataclass(frozen=True, slots=True)
class RoleAssessment:
    """Readiness for one role: 0-100 with one decimal, and the range that doubtful reading and mentions leave open."""

    role: str
    score: float
    low: float
    high: float
    level: Level
    competencies: tuple[CompetencyScore, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Which role is nearer, why, and what to do first.

    `aim` is the role that the steps lead to: the nearest, or AI PM for who stands well as a technical PM already.
    """

    closest_role: str
    why: str
    first_steps: tuple[str, ...]
    aim: str = ""
    steps: tuple[FirstStep, ...] = ()  # the same, in parts


@dataclass(frozen=True, slots=True)
class FirstStep:
    """What to do first: `about` names the competency, `do` says what to do.

    `serves` says for whom, where the reader could not know: "Towards AI PM", "For both roles".
    """

    competencies: tuple[str, ...]
    about: str
    do: str
    serves: str = ""


@dataclass(frozen=True, slots=True)
class Seniority:
    """How senior a person's highest product role is: `level` by its `title`, beside the `years` in all of them."""

    level: str
    title: str
    years: float


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about how the resume is written, apart from any score. `line` counts from 1; None for the whole file.

    `code` is a stable slug; `quote` is the words it is about, cut to one line. `detail` is what tells this finding from
    others of its code, for a list of them.
    """

    code: str
    problem: str
    remedy: str
    line: int | None = None
    quote: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The versions that a report depends on."""

    resumefit: str
    lexicon: str
    scoring: str
    models: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """One person's report. Everything a renderer needs and nothing it must compute."""

    produced_by: Provenance
    as_of: YearMonth
    document: Document
    resume: Resume
    mentions: tuple[Mention, ...]
    roles: tuple[RoleAssessment, ...]
    recommendation: Recommendation | None
    blind: bool = False
    job: JobMatch | None = field(default=None)
    hygiene: tuple[Finding, ...] = ()
    jobs: tuple[JobMatch, ...] = ()  # every posting in the order given; `job` is the first of them
    seniority: Seniority | None = None  # None for who has held no product role

    def role(self, role_id: str) -> RoleAssessment:
        """Return the assessment for `role_id`; KeyError if it was not asked for."""
        for role in self.roles:
            if role.role == role_id:
                return role
        raise KeyError(role_id)


class Standing(StrEnum):
    """How a resume stands to a skill that a posting asks for, best first."""

    SHOWN = "shown"
    RELATED = "related"
    NAMED = "named"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Need:
    """One skill that a posting asks for. `line` counts from 1 in the posting's text and `quote` is that line.

    `gain` is what one deed with a result would add to the match. `evidence` are mention ids of the resume, strongest first.
    """

    skill: str
    competency: str
    required: bool
    standing: Standing
    strength: float
    gain: float
    line: int
    quote: str
    evidence: tuple[int, ...] = ()
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class CopiedLine:
    """A line of the resume, counted from 1, that repeats the posting word for word: it shows nothing to that posting."""

    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class JobMatch:
    """A posting against the same evidence. Skill ids; `score` is 0-100 by the same rungs over the posting's skills."""

    name: str
    role_kind: str
    seniority: str
    required: tuple[str, ...]
    preferred: tuple[str, ...]
    matched: tuple[str, ...]
    unproven: tuple[str, ...]
    missing: tuple[str, ...]
    score: float
    title: str = ""
    years: int | None = None  # of experience that the posting asks for, the most it names
    needs: tuple[Need, ...] = ()
    by_competency: float = 0.0  # 0-100: as `score`, with every skill answered by any deed of its competency
    doubt: str = ""  # why the text may be no posting at all
    copied: tuple[CopiedLine, ...] = ()  # what the resume says in the posting's own words, and what therefore does not count
