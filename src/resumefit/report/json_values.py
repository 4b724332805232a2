"""Parts of a JSON report that stand on their own: a posting, several postings side by side, a plan, the road, advice."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from resumefit.core.assessment import Finding, JobMatch, Need, RoleAssessment
from resumefit.core.lexicon import Advice, Lexicon
from resumefit.report.shown import shown_name
from resumefit.score.plan import Plan
from resumefit.score.postings import SharedAsk, SideBySide
from resumefit.score.recommend import road_to_ai
from resumefit.score.worklist import make_worklist

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def dump(value: Json) -> str:
    """Return a value as JSON, indented, with a final line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def advice_value(advice: Advice | None) -> dict[str, Json] | None:
    """Return a piece of advice, null for none."""
    if advice is None:
        return None
    return {"do": advice.do, "show": advice.show, "learn": list(advice.learn), "asked": list(advice.asked)}


def skill_advice_value(roles: Sequence[RoleAssessment]) -> Json:
    """Return the advice on the skills that would show a gap, each once by skill id, for all roles together."""
    found = {skill: advice for role in roles for gap in role.gaps for skill, advice in gap.skill_advice}
    return {
        skill: {"effort_weeks": found[skill].effort_weeks, **(advice_value(found[skill]) or {})}
        for skill in sorted(found)
    }


def road_value(roles: Sequence[RoleAssessment]) -> Json:
    """Return the road from technical to AI PM: what carries over and what to learn in order; null for who needs none."""
    road = road_to_ai(roles)
    if road is None:
        return None
    return {
        "carried": list(road.carried),
        "learn": list(road.learn),
        "reword": list(road.reword),
        "both": list(road.both),
    }


def worklist_value(roles: Sequence[RoleAssessment]) -> Json:
    """Return every gap once, in the order to close them, with what closing it adds to each role; null without roles."""
    worklist = make_worklist(roles)
    if worklist is None:
        return None
    return {
        "aim": worklist.aim,
        "between": worklist.between,
        "work": [
            {
                "competency": work.competency,
                "kind": work.gap.kind.value,
                "gains": {role.role: gap.gain for role, gap in zip(roles, work.gaps, strict=True) if gap},
            }
            for work in worklist.work
        ],
    }


def rewrites_value(roles: Sequence[RoleAssessment]) -> Json:
    """Return what to write for each deed in other words, by competency.

    It quotes the resume, so it stands apart from `roles`, in which no byte depends on who the person is.
    """
    return {gap.competency: gap.rewrite for role in roles for gap in role.gaps if gap.rewrite}


def finding_value(finding: Finding) -> dict[str, Json]:
    """Return a finding about the writing."""
    return {
        "code": finding.code, "problem": finding.problem, "remedy": finding.remedy, "line": finding.line,
        "quote": finding.quote, "detail": finding.detail,
    }


def plan_value(plan: Plan) -> dict[str, Json]:
    """Return a plan over some weeks: its stages, and the competencies for which no time is left."""
    return {
        "role": plan.role,
        "weeks": plan.weeks,
        "score_now": plan.score_now,
        "stages": [
            {
                "competency": stage.gap.competency,
                "kind": stage.gap.kind.value,
                "way": stage.way,
                "first_week": stage.first_week,
                "last_week": stage.last_week,
                "score_after": stage.score_after,
            }
            for stage in plan.stages
        ],
        "later": [gap.competency for gap in plan.later],
        "instead_of": plan.instead_of,
    }


def job_value(job: JobMatch, lexicon: Lexicon) -> Json:
    """Return one posting against the resume, with each skill that it asks for."""
    labels = {skill.id: skill.label for skill in lexicon.skills}
    return {
        "name": shown_name(job.name),
        "title": job.title,
        "role_kind": job.role_kind,
        "seniority": job.seniority,
        "years": job.years,
        "score": job.score,
        "by_competency": job.by_competency,
        "doubt": job.doubt,
        "copied": [{"line": item.line, "quote": item.quote} for item in job.copied],
        "required": list(job.required),
        "preferred": list(job.preferred),
        "matched": list(job.matched),
        "unproven": list(job.unproven),
        "missing": list(job.missing),
        "needs": [_need(need, labels) for need in job.needs],
    }


def side_by_side_value(side: SideBySide) -> Json:
    """Return several postings laid side by side; numbers are indices into the report's `jobs`."""
    return {
        "ranked": list(side.ranked),
        "shared": [_ask(ask) for ask in side.shared],
        "only": [[_ask(ask) for ask in asks] for asks in side.only],
        "worth_most": [ask.skill for ask in side.worth_most],
    }


def _need(need: Need, labels: Mapping[str, str]) -> Json:
    return {
        "skill": need.skill,
        "label": labels.get(need.skill, need.skill),
        "competency": need.competency,
        "required": need.required,
        "standing": need.standing.value,
        "strength": need.strength,
        "gain": need.gain,
        "line": need.line,
        "quote": need.quote,
        "evidence": list(need.evidence),
        "effort_weeks": need.advice.effort_weeks if need.advice else None,
        "advice": advice_value(need.advice),
    }


def _ask(ask: SharedAsk) -> Json:
    return {
        "skill": ask.skill,
        "competency": ask.competency,
        "required_by": list(ask.required_by),
        "preferred_by": list(ask.preferred_by),
        "standing": ask.standing.value,
        "gain": ask.gain,
    }
