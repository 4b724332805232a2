"""Builds resumes for scoring tests by hand: a text, positions in time, mentions by their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from resumefit.core.assessment import RoleAssessment
from resumefit.core.document import Document, DocumentState, Line, Span
from resumefit.core.lexicon import Advice, Competency, Form, Lexicon, Role, Skill, SkillKind
from resumefit.core.mention import FoundBy, Mention, Status
from resumefit.core.resume import (
    MonthRange,
    Position,
    Resume,
    Section,
    SectionKind,
    Sentence,
    SentenceKind,
    YearMonth,
)
from resumefit.lexicon.files import parse_file
from resumefit.lexicon.schema import CompetenciesFile
from resumefit.resources import data_dir
from resumefit.score import score_role
from resumefit.score.constants import Constants
from resumefit.score.evidence import Material

AS_OF = YearMonth(2026, 11)

COMPETENCIES: tuple[tuple[str, str, str, int, int], ...] = (
    ("product-strategy", "Product strategy", "product", 3, 3),
    ("product-discovery", "Product discovery", "product", 2, 2),
    ("agile-delivery", "Agile delivery", "product", 3, 2),
    ("product-analytics", "Product analytics", "product", 2, 2),
    ("cross-functional-leadership", "Cross-functional leadership", "product", 3, 2),
    ("go-to-market", "Go-to-market", "product", 1, 1),
    ("technical-specification", "Technical specification", "technical", 3, 1),
    ("api-platform", "API platform", "technical", 3, 1),
    ("distributed-systems", "Distributed systems", "technical", 3, 1),
    ("devops-delivery", "DevOps delivery", "technical", 3, 1),
    ("observability-reliability", "Observability and reliability", "technical", 2, 1),
    ("security-privacy", "Security and privacy", "technical", 2, 2),
    ("ai-strategy", "AI strategy", "ai", 0, 3),
    ("ml-fundamentals", "ML fundamentals", "ai", 0, 3),
    ("data-engineering", "Data engineering", "ai", 1, 3),
    ("mlops", "MLOps", "ai", 0, 3),
    ("model-evaluation", "Model evaluation", "ai", 0, 3),
    ("model-monitoring", "Model monitoring", "ai", 0, 3),
    ("experimentation", "Experimentation", "ai", 1, 3),
    ("generative-ai", "Generative AI", "ai", 0, 3),
    ("ai-team-collaboration", "AI team collaboration", "ai", 0, 2),
    ("responsible-ai", "Responsible AI", "responsible", 0, 3),
    ("ai-governance", "AI governance", "responsible", 0, 2),
)
SKILLS: tuple[tuple[str, str, str, int], ...] = (
    ("ab-testing", "A/B testing", "experimentation", 3),
    ("holdout-group", "Holdout group", "experimentation", 1),
    ("roadmap", "Roadmap", "product-strategy", 3),
    ("okr", "OKRs", "product-strategy", 2),
    ("user-research", "User research", "product-discovery", 3),
    ("prd", "PRD", "agile-delivery", 3),
    ("jira", "Jira", "agile-delivery", 2),
    ("rest-api", "REST API", "api-platform", 3),
    ("api-versioning", "API versioning", "api-platform", 1),
    ("kafka", "Apache Kafka", "distributed-systems", 1),
    ("kubernetes", "Kubernetes", "devops-delivery", 2),
    ("mlflow", "MLflow", "mlops", 1),
    ("model-registry", "Model registry", "mlops", 1),
    ("mlops-practice", "MLOps", "mlops", 2),
    ("llm", "LLMs", "generative-ai", 3),
    ("rag", "RAG", "generative-ai", 2),
    ("prompt-engineering", "Prompt engineering", "generative-ai", 2),
    ("bias-audit", "Bias audit", "responsible-ai", 1),
    ("gdpr", "GDPR", "security-privacy", 2),
    ("drift-detection", "Drift detection", "model-monitoring", 1),
    ("llm-evals", "LLM evaluation", "model-evaluation", 3),
)

TECH, AI = (
    Role(
        role_id, label, {row[0]: row[column] for row in COMPETENCIES if row[column]}, about,
        core=tuple(row[0] for row in COMPETENCIES if row[column] == 3 and row[2] != "product"),
    )
    for role_id, label, column, about in (
        ("tech-pm", "Technical PM", 3, "Owns a technical product with engineers as builders and often as users."),
        ("ai-pm", "AI PM", 4, "Owns a product whose behaviour is learned from data."),
    )
)

_SHIPPED = parse_file((data_dir("skill_lexicon") / "competencies.yaml").read_bytes(), path="competencies.yaml", shape=CompetenciesFile)
_FIELD = {entry.id: entry for entry in _SHIPPED.competencies}

LEXICON = Lexicon(
    version="1.0.0", content_hash="c0ffee", paraphrases=(), roles=(TECH, AI), cues={}, headings={},
    stages=_SHIPPED.stages,
    competencies=tuple(
        Competency(
            row[0], row[1], row[2], f"what {row[1].lower()} covers", _FIELD[row[0]].stage or "", _FIELD[row[0]].duty or "",
            _FIELD[row[0]].measures, _FIELD[row[0]].tools,
        )
        for row in COMPETENCIES
    ),
    skills=tuple(
        Skill(skill, label, competency, SkillKind.CONCEPT, (Form(label),), asked=asked)
        for skill, label, competency, asked in SKILLS
    ),
)
ADVICE = {
    row[0]: Advice(
        do=f"Take one piece of {row[1].lower()} in your present product and see it through.",
        show=f"Led [what] in {row[1].lower()}, which moved [measure] from [before] to [after].",
        learn=(f"The handbook of {row[1].lower()}",),
        asked=(f"Tell of your work in {row[1].lower()}. A good answer names the problem, the choice and the result.",),
        effort_weeks=4 + index % 5,
    )
    for index, row in enumerate(COMPETENCIES)
}


@dataclass(frozen=True)
class Said:
    """One mention to be built: its words must stand in its sentence, and the sentence in the text."""

    sentence: str
    words: str
    competency: str
    skill: str | None = None
    status: Status = Status.DEMONSTRATED
    position: int | None = None
    outcome: bool = False
    confidence: float = 1.0
    counted: bool = True
    section: str = "experience"


def position(
    title: str, company: str, start: tuple[int, int], stop: tuple[int, int] | None, **changes: object
) -> Position:
    """Build a position; no `stop` means it is held now."""
    last = stop or (AS_OF.year, AS_OF.month)
    built = Position(
        title, company, Span(0, 0), YearMonth(*start), YearMonth(*stop) if stop else None, stop is None,
        MonthRange(start[0] * 12 + start[1] - 1, last[0] * 12 + last[1]), is_product_role="product" in title.lower(),
    )
    return replace(built, **changes)


def material(
    said: Iterable[Said] = (), *, text: str | None = None, positions: Sequence[Position] = (),
    years_product: float = 6.0, state: DocumentState = DocumentState.OK,
) -> Material:
    """Build what scoring takes. Without `text`, the text is the sentences, one a line."""
    said = tuple(said)
    if text is None:
        text = "\n".join(dict.fromkeys(one.sentence for one in said)) + "\n"
    document = Document("cv.txt", "0" * 64, "txt", 1, text, lines_of(text), state)
    sentences = tuple(Sentence(start, stop, SentenceKind.BULLET) for start, stop in spans_of(text))
    sections = (Section(SectionKind.EXPERIENCE, None, 0, len(text)),)
    years = sum(item.months or 0 for item in positions) / 12
    resume = Resume(AS_OF, None, sections, tuple(positions), sentences, (), (), years, years_product)
    return Material(document, resume, tuple(mention(one, text) for one in said))


def mention(one: Said, text: str) -> Mention:
    """Build a mention by finding its sentence in `text` and its words in the sentence."""
    at = text.index(one.sentence)
    start = at + one.sentence.index(one.words)
    return Mention(
        skill=one.skill, label=one.words, competency=one.competency, status=one.status, start=start,
        stop=start + len(one.words), sentence_start=at, sentence_stop=at + len(one.sentence), section=one.section,
        position=one.position, page=1, outcome=one.outcome, confidence=one.confidence, counted=one.counted,
        found_by=FoundBy.LEXICON if one.skill else FoundBy.MODEL, reason="a deed in a position",
    )


def lines_of(text: str) -> tuple[Line, ...]:
    """Return a Line for each line of the text."""
    return tuple(Line(start, stop) for start, stop in spans_of(text))


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where each line that is not empty starts and stops."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def assess(
    given: Material, role: Role = AI, *, constants: Constants | None = None, **changes: object
) -> RoleAssessment:
    """Score material for a role with the small lexicon above."""
    inputs: dict[str, object] = {"lexicon": LEXICON, "advice": ADVICE, **changes}
    return score_role(
        role, document=given.document, resume=given.resume, mentions=given.mentions,
        constants=constants or Constants(), **inputs,
    )
