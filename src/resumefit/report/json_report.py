"""The report as JSON, for programs. docs/report.schema.json describes it; fields are added, never renamed.

Strengths have four decimals, scores and points one: what scoring rounded is printed as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from resumefit.core.assessment import (
    Assessment,
    CompetencyScore,
    Gap,
    Provenance,
    Recommendation,
    RoleAssessment,
    Seniority,
)
from resumefit.core.document import Caution, Document
from resumefit.core.lexicon import Lexicon
from resumefit.core.mention import Mention
from resumefit.core.resume import Position, Resume, Section
from resumefit.errors import ResumefitError
from resumefit.report.job_words import jobs_of
from resumefit.report.json_values import (
    Json,
    advice_value,
    dump,
    finding_value,
    job_value,
    plan_value,
    rewrites_value,
    road_value,
    side_by_side_value,
    skill_advice_value,
    worklist_value,
)
from resumefit.report.shown import shown_name
from resumefit.score.plan import Plan
from resumefit.score.postings import lay_side_by_side

SCHEMA = "resumefit.report/1"
MATCH_SCHEMA = "resumefit.match/1"


def report_json(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the whole report, indented, with a final line break."""
    text = assessment.document.text
    labels = {competency.id: competency.label for competency in lexicon.competencies}
    jobs = jobs_of(assessment)
    return dump({
        "schema": SCHEMA,
        "produced_by": _provenance(assessment.produced_by),
        "as_of": str(assessment.as_of),
        "blind": assessment.blind,
        "document": _document(assessment.document),
        "text": text,
        "resume": _resume(assessment.resume, blind=assessment.blind),
        "mentions": [
            _full_mention(index, mention, text) for index, mention in enumerate(assessment.mentions)
        ],
        "roles": {role.role: _role(role, labels) for role in assessment.roles},
        "skill_advice": skill_advice_value(assessment.roles),
        "recommendation": _recommendation(assessment.recommendation),
        "road_to_ai": road_value(assessment.roles),
        "worklist": worklist_value(assessment.roles),
        "rewrites": rewrites_value(assessment.roles),
        "seniority": _seniority(assessment.seniority),
        "job": job_value(jobs[0], lexicon) if jobs else None,
        "jobs": [job_value(job, lexicon) for job in jobs],
        "postings": side_by_side_value(lay_side_by_side(jobs)) if len(jobs) > 1 else None,
        "plan": plan_value(plan) if plan else None,
        "hygiene": [finding_value(finding) for finding in assessment.hygiene],
    })


def structure_json(document: Document, resume: Resume, *, blind: bool = False) -> str:
    """Return what reading and structure gave: `schema`, `document`, `text` and `resume` only."""
    return dump({
        "schema": SCHEMA, "document": _document(document), "text": document.text, "resume": _resume(resume, blind=blind)
    })


def text_json(mentions: Sequence[Mention], text: str) -> str:
    """Return the mentions of a text that is no resume."""
    return dump({"schema": MATCH_SCHEMA, "mentions": _bare_mentions(mentions, text)})


def line_of_json(number: int, mentions: Sequence[Mention], line: str) -> str:
    """Return `{"line": number, "mentions": [...]}` on one line; offsets point into `line`."""
    return json.dumps({"line": number, "mentions": _bare_mentions(mentions, line)}, ensure_ascii=False) + "\n"


def failure_json(error: ResumefitError) -> str:
    """Return a failure as `{"schema", "error": {"code", "message", "remedy"}}`."""
    problem = getattr(error, "problem", str(error))
    remedy = getattr(error, "remedy", "")
    return dump({
        "schema": SCHEMA,
        "error": {"code": error.code, "message": shown_name(str(problem)), "remedy": shown_name(str(remedy))},
    })


def _provenance(made: Provenance) -> Json:
    return {
        "resumefit": made.resumefit, "lexicon": made.lexicon, "models": dict(made.models), "scoring": made.scoring
    }


def _document(document: Document) -> Json:
    return {
        "name": shown_name(document.name), "sha256": document.sha256, "format": document.format,
        "pages": document.pages, "state": document.state.value,
        "warnings": [_caution(caution) for caution in document.cautions],
        "concealed": [{"kind": item.kind, "page": item.page, "text": item.text} for item in document.concealed],
    }


def _caution(caution: Caution) -> Json:
    return {"code": caution.code, "message": caution.message, "page": caution.page}


def _resume(resume: Resume, *, blind: bool) -> Json:
    return {
        "name": None if blind else resume.name,
        "sections": [_section(section) for section in resume.sections],
        "positions": [_position(position) for position in resume.positions],
        "years_total": round(resume.years_total, 2), "years_product": round(resume.years_product, 2),
        "warnings": [_caution(caution) for caution in resume.cautions],
    }


def _section(section: Section) -> Json:
    return {"kind": section.kind.value, "heading": section.heading, "start": section.start, "stop": section.stop}


def _position(position: Position) -> Json:
    return {
        "title": position.title, "company": position.company,
        "start": str(position.start) if position.start else None,
        "stop": str(position.stop) if position.stop and not position.is_current else None,
        "is_current": position.is_current, "months": position.months, "is_product_role": position.is_product_role,
        "product_reason": position.product_reason, "kind": position.kind.value, "location": position.location,
        "span": {"start": position.span.start, "stop": position.span.stop},
    }


def _bare_mentions(mentions: Sequence[Mention], text: str) -> list[Json]:
    return [_mention(index, mention, text) for index, mention in enumerate(mentions)]


def _full_mention(index: int, mention: Mention, text: str) -> Json:
    return {
        **_mention(index, mention, text),
        "section": mention.section, "position": mention.position, "page": mention.page,
    }


def _mention(index: int, mention: Mention, text: str) -> dict[str, Json]:
    return {
        "id": index, "skill": mention.skill, "label": mention.label, "competency": mention.competency,
        "status": mention.status.value, "start": mention.start, "stop": mention.stop,
        "quote": text[mention.start : mention.stop],
        "sentence": text[mention.sentence_start : mention.sentence_stop],
        "outcome": mention.outcome, "found_by": mention.found_by.value, "confidence": round(mention.confidence, 3),
        "counted": mention.counted, "reason": mention.reason,
    }


def _role(role: RoleAssessment, labels: Mapping[str, str]) -> Json:
    return {
        "score": role.score, "low": role.low, "high": role.high, "level": role.level.value,
        "competencies": [_competency(item, labels) for item in role.competencies],
        "gaps": [_gap(gap, labels) for gap in role.gaps],
    }


def _competency(item: CompetencyScore, labels: Mapping[str, str]) -> Json:
    return {
        "id": item.id, "label": labels.get(item.id, item.id), "weight": item.weight, "strength": item.strength,
        "points": item.points, "max_points": item.max_points, "evidence": list(item.evidence), "why": item.why,
    }


def _gap(gap: Gap, labels: Mapping[str, str]) -> Json:
    return {
        "competency": gap.competency, "label": labels.get(gap.competency, gap.competency), "skill": gap.skill,
        "kind": gap.kind.value, "priority": gap.priority, "gain": gap.gain, "why": gap.why,
        "effort_weeks": gap.effort_weeks, "way": gap.way, "way_weeks": gap.way_weeks, "skills": list(gap.skills),
        "evidence": list(gap.evidence), "advice": advice_value(gap.advice),
    }


def _recommendation(recommendation: Recommendation | None) -> Json:
    if recommendation is None:
        return None
    return {
        "closest_role": recommendation.closest_role, "why": recommendation.why,
        "first_steps": list(recommendation.first_steps), "aim": recommendation.aim,
        "steps": [
            {"competencies": list(step.competencies), "about": step.about, "do": step.do, "serves": step.serves or None}
            for step in recommendation.steps
        ],
    }


def _seniority(found: Seniority | None) -> Json:
    return {"level": found.level, "title": found.title, "years": round(found.years, 2)} if found else None
