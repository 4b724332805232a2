"""A fictional person's assessment, built by hand: what every renderer's golden file is made from."""

from __future__ import annotations

from dataclasses import replace

from resumefit.core.assessment import Assessment, JobMatch, Provenance
from resumefit.core.document import Caution, Concealed, Document, DocumentState, Span
from resumefit.core.mention import Status
from resumefit.core.resume import Resume, Section, SectionKind, Sentence, SentenceKind
from resumefit.match.outcome import has_outcome
from resumefit.score import Plan, Posting, check_hygiene, make_plan, match_job, recommend, score_role, seniority_of
from resumefit.score.constants import Constants
from tests.score.build import ADVICE, AI, AS_OF, LEXICON, TECH, Said, lines_of, mention, position, spans_of

TEXT = """\
Zoë Lindqvist
zoe.lindqvist@example.org | 555-0142

SUMMARY
Product manager for logistics software who likes to see things measured.

EXPERIENCE
Senior Product Manager, Fjord Freight Systems
March 2021 - Present
- Set the roadmap for the carrier platform with three OKRs, lifting on-time pickups from 81% to 93%.
- Shipped version 2 of the REST API to 140 carriers and retired version 1 after a year.
- Ran A/B tests on the price quote page with a holdout group; bookings rose 6%.
- Asked a dozen dispatchers to show how they plan a day before we drew anything.
- Our data platform team runs MLflow for the demand forecast.
Product Owner, Kelp & Co
June 2018 - February 2021
- Wrote the PRD for returns & refunds and kept the backlog in Jira for two squads.
- Moved order events to Apache Kafka with the architects.

SKILLS
Kubernetes, GDPR, RAG, Jira
Currently learning prompt engineering.
"""

_B = [text for text in TEXT.split("\n") if text.startswith("- ")]
_ROADMAP, _API, _TESTS, _DISPATCH, _MLFLOW, _PRD, _KAFKA = (text[2:] for text in _B)
_LIST, _LEARN = "Kubernetes, GDPR, RAG, Jira", "Currently learning prompt engineering."

SAID = (
    Said(_ROADMAP, "roadmap", "product-strategy", "roadmap", position=0, outcome=True),
    Said(_ROADMAP, "OKRs", "product-strategy", "okr", position=0, outcome=True),
    Said(_API, "REST API", "api-platform", "rest-api", position=0),
    Said(_API, "retired version 1", "api-platform", "api-versioning", position=0),
    Said(_TESTS, "A/B tests", "experimentation", "ab-testing", position=0, outcome=True),
    Said(_TESTS, "holdout group", "experimentation", "holdout-group", position=0, outcome=True),
    Said(_DISPATCH, "show how they plan a day", "product-discovery", position=0, confidence=0.8),
    Said(_MLFLOW, "MLflow", "mlops", "mlflow", Status.OTHER, position=0, counted=False),
    Said(_PRD, "PRD", "agile-delivery", "prd", position=1),
    Said(_PRD, "Jira", "agile-delivery", "jira", position=1),
    Said(_KAFKA, "Apache Kafka", "distributed-systems", "kafka", position=1),
    Said(_LIST, "Kubernetes", "devops-delivery", "kubernetes", Status.LISTED, section="skills"),
    Said(_LIST, "GDPR", "security-privacy", "gdpr", Status.LISTED, section="skills"),
    Said(_LIST, "RAG", "generative-ai", "rag", Status.LISTED, section="skills"),
    Said(_LEARN, "prompt engineering", "generative-ai", "prompt-engineering", Status.ASPIRING, counted=False,
         section="skills"),
)
POSTINGS = (
    ("posting.txt", """\
Senior Technical Product Manager
You own the roadmap of our REST API. 5+ years in product roles.
You have shipped LLMs.
Nice to have
- Kubernetes
- Kafka
"""),
    ("<other>.html", """\
AI Product Lead
- Sets a roadmap for RAG, with A/B tests
- Kafka is a plus; MLflow is a must
"""),
)
_ASKED = {
    "roadmap": ("product-strategy", "roadmap"), "REST API": ("api-platform", "rest-api"), "LLMs": ("generative-ai", "llm"),
    "Kubernetes": ("devops-delivery", "kubernetes"), "Kafka": ("distributed-systems", "kafka"),
    "RAG": ("generative-ai", "rag"), "A/B tests": ("experimentation", "ab-testing"), "MLflow": ("mlops", "mlflow"),
}
# Pinned, so that choosing other constants changes no golden file.
CONSTANTS = Constants(
    outcome=1.5, paraphrase=0.8, another_position=0.5, fading_years=10.0, faded=0.15, deed_scale=0.7, listed_cap=0.15,
    listed_scale=3.0, depth_deeds=15.0, depth_floor=0.6, product_floor=0.8, product_years=6.0,
    core_enough=0.3,
)


def document() -> Document:
    """The file as read, with a stretch of white text."""
    return Document(
        "zoe <cv>.pdf", "ab" * 32, "pdf", 2, TEXT, lines_of(TEXT), DocumentState.OK,
        (Caution("small-print", "Some of the text is very small", 2),),
        (Concealed("white-on-white", "kubeflow sagemaker <b>model registry</b>", 2),),
    )


def resume() -> Resume:
    """Its structure."""
    starts = [0, TEXT.index("SUMMARY"), TEXT.index("EXPERIENCE"), TEXT.index("SKILLS")]
    kinds = (SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.EXPERIENCE, SectionKind.SKILLS)
    headings = (None, "SUMMARY", "EXPERIENCE", "SKILLS")
    sections = tuple(
        Section(kind, heading, start, stop)
        for kind, heading, start, stop in zip(kinds, headings, starts, [*starts[1:], len(TEXT)], strict=True)
    )
    first, second = TEXT.index("Senior Product"), TEXT.index("Product Owner")
    positions = (
        position("Senior Product Manager", "Fjord Freight Systems", (2021, 3), None, span=Span(first, second)),
        position("Product Owner", "Kelp & Co", (2018, 6), (2021, 2), span=Span(second, starts[3])),
    )
    sentences = tuple(_sentence(start, stop, sections) for start, stop in spans_of(TEXT))
    return Resume(AS_OF, "Zoë Lindqvist", sections, positions, sentences, (), (), 8.5, 8.5)


def _sentence(start: int, stop: int, sections: tuple[Section, ...]) -> Sentence:
    section = next(index for index, item in enumerate(sections) if item.start <= start < item.stop)
    words = TEXT[start:stop]
    if words.startswith("- "):
        at = 0 if start < TEXT.index("Product Owner") else 1
        return Sentence(start + 2, stop, SentenceKind.BULLET, section, at)
    kind = SentenceKind.ITEM_LIST if words == _LIST else SentenceKind.PROSE
    headline = words.isupper() or "20" in words or words.endswith(("Systems", "Co"))
    return Sentence(start, stop, SentenceKind.HEADLINE if headline else kind, section)


def assessment(*, blind: bool = False) -> Assessment:
    """The whole report."""
    mentions = tuple(
        replace(found, page=2 if one.section == "skills" or one.position == 1 else 1)
        for one, found in ((one, mention(one, TEXT)) for one in SAID)
    )
    roles = tuple(
        score_role(
            role, document=document(), resume=resume(), mentions=mentions, lexicon=LEXICON, advice=ADVICE,
            constants=CONSTANTS,
        )
        for role in (TECH, AI)
    )
    made = Provenance("0.1.0", "1.0.0+c0ffee", "1", (("skill-status", "3"),))
    found = Assessment(
        made, AS_OF, document(), resume(), mentions, roles, recommend(roles, lexicon=LEXICON), blind=blind,
        hygiene=check_hygiene(document(), resume(), mentions, tells_result=has_outcome), seniority=seniority_of(resume()),
    )
    return replace(found, job=job(POSTINGS[0], found))


def with_postings() -> Assessment:
    """The whole report beside both postings."""
    found = assessment()
    jobs = tuple(job(posting, found) for posting in POSTINGS)
    return replace(found, job=jobs[0], jobs=jobs)


def job(posting: tuple[str, str], found: Assessment) -> JobMatch:
    """One posting laid beside the resume."""
    name, text = posting
    said = [
        mention(Said(word, word, competency, skill, Status.OTHER), text)
        for word, (competency, skill) in _ASKED.items() if word in text
    ]
    return match_job(Posting(name, text, tuple(said)), found, lexicon=LEXICON, advice=ADVICE, constants=CONSTANTS)


def plan() -> Plan:
    """A plan for the AI role over sixteen weeks."""
    return make_plan(assessment(), "ai-pm", weeks=16, lexicon=LEXICON, constants=CONSTANTS)


def later_assessment() -> Assessment:
    """The same person a year's work later: two gaps closed, one tool dropped from the list."""
    text = TEXT.replace(
        "- Our data platform team runs MLflow for the demand forecast.",
        "- Put the demand forecast's training runs in MLflow with two engineers, halving the time to a release.\n"
        "- Wrote the evaluation set and the pass marks for LLM evaluation of the quote assistant.",
    ).replace("Kubernetes, GDPR, RAG, Jira", "GDPR, RAG, Jira")
    first = "Put the demand forecast's training runs in MLflow with two engineers, halving the time to a release."
    second = "Wrote the evaluation set and the pass marks for LLM evaluation of the quote assistant."
    said = [
        replace(one, sentence=one.sentence.replace("Kubernetes, ", "")) for one in SAID
        if one.skill not in ("mlflow", "kubernetes")
    ]
    said += [
        Said(first, "MLflow", "mlops", "mlflow", position=0, outcome=True),
        Said(second, "LLM evaluation", "model-evaluation", "llm-evals", position=0),
    ]
    mentions = tuple(mention(one, text) for one in said)
    read = replace(document(), name="zoe-2.pdf", sha256="cd" * 32, text=text, lines=lines_of(text), concealed=())
    roles = tuple(
        score_role(
            role, document=read, resume=resume(), mentions=mentions, lexicon=LEXICON, advice=ADVICE, constants=CONSTANTS
        )
        for role in (TECH, AI)
    )
    written = check_hygiene(read, resume(), mentions, tells_result=has_outcome)
    found = replace(
        assessment(), document=read, mentions=mentions, roles=roles, recommendation=recommend(roles, lexicon=LEXICON),
        hygiene=written,
    )
    jobs = tuple(job(posting, found) for posting in POSTINGS)
    return replace(found, job=jobs[0], jobs=jobs)
