"""The report as Markdown. Words from the resume are escaped, so that none of them becomes a heading, a link or HTML."""

from __future__ import annotations

from resumefit.core.assessment import Assessment, Gap, RoleAssessment
from resumefit.core.lexicon import Lexicon
from resumefit.report.markdown_parts import escaped, jobs_markdown, plan_markdown
from resumefit.report.words import (
    DISCLAIMER,
    KIND_WORDS,
    LEVEL_MEANINGS,
    Labels,
    by_family,
    cautions,
    document_title,
    excerpt,
    labels_of,
    person,
    said_where,
    score_words,
    strongest,
    weeks_words,
    where,
    writing_findings,
)
from resumefit.score.plan import Plan
from resumefit.score.recommend import road_to_ai

_PROOFS = 8
_ADVISED = 6


def report_markdown(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the whole report, ending with a line break."""
    labels = labels_of(lexicon)
    parts = [
        *_head(assessment), *_scores(assessment, labels), *_evidence(assessment, labels),
        *_competencies(assessment, lexicon, labels),
    ]
    for role in assessment.roles:
        parts += _missing(role, assessment, labels)
    parts += [*jobs_markdown(assessment, labels), *(plan_markdown(plan, labels) if plan else ()), *_hygiene(assessment)]
    return "\n".join([*parts, *_foot(assessment)]) + "\n"


def _head(assessment: Assessment) -> list[str]:
    document, resume = assessment.document, assessment.resume
    lines = [
        f"# Readiness report: {escaped(person(assessment) or document_title(assessment))}", "",
        f"{escaped(document_title(assessment))}, {document.pages} page{'' if document.pages == 1 else 's'}, "
        f"{resume.years_total:.1f} years of work, {resume.years_product:.1f} in product roles, as of {assessment.as_of}",
        "",
    ]
    said = cautions(assessment)
    return [*lines, "**Take care**", "", *(f"- {escaped(words)}" for words in said), ""] if said else lines


def _scores(assessment: Assessment, labels: Labels) -> list[str]:
    lines = ["## Scores", "", "| Role | Score of 100 | Level | The resume … |", "|---|---:|---|---|"]
    lines += [
        f"| {labels.role(role.role)} | {score_words(role)} | {role.level} | {LEVEL_MEANINGS[role.level]} |"
        for role in assessment.roles
    ]
    lines.append("")
    if assessment.recommendation:
        lines += [f"{escaped(assessment.recommendation.why)}.", ""]
        steps = enumerate(assessment.recommendation.first_steps, start=1)
        lines += [f"{number}. {escaped(step)}" for number, step in steps]
        lines.append("")
    road = road_to_ai(assessment.roles)
    if road is not None and road.learn:
        carried = ", ".join(map(labels.competency, road.carried)) or "nothing yet"
        lines += [f"**The road to AI PM.** Carries over: {carried}.", ""]
        lines += [
            f"- {title}: {', '.join(map(labels.competency, names))}"
            for title, names in (
                ("Learn in this order", road.learn), ("Say in the usual words", road.reword), ("Serves both roles", road.both)
            )
            if names
        ]
        lines.append("")
    return lines


def _evidence(assessment: Assessment, labels: Labels) -> list[str]:
    lines = ["## Strongest evidence", ""]
    proofs = strongest(assessment, limit=_PROOFS)
    if not proofs:
        lines += ["No deed was found for any competency: what is named without a deed earns little.", ""]
    for proof in proofs:
        part = excerpt(assessment.document, proof.mention, length=240)
        place = where(proof.mention, assessment.resume, pages=assessment.document.pages)
        tail = f" ({escaped(place)})" if place else ""
        quote = f"{escaped(part.before)}**{escaped(part.quote)}**{escaped(part.after)}"
        lines.append(f"- {labels.competency(proof.competency)}{tail}: \u201c{quote}\u201d")
    return [*lines, ""] if proofs else lines


def _competencies(assessment: Assessment, lexicon: Lexicon, labels: Labels) -> list[str]:
    lines = ["## Competencies", ""]
    lines.append("| Competency | " + " | ".join(labels.role(role.role) for role in assessment.roles) + " |")
    lines.append("|---" + "|---:" * len(assessment.roles) + "|")
    scores = [{item.id: item for item in role.competencies} for role in assessment.roles]
    named = {item.id: item for by_id in scores for item in by_id.values()}
    for _, group in by_family(tuple(named.values()), lexicon):
        for item in group:
            cells = [
                f"{found.points:.1f} of {found.max_points:.1f}" if (found := by_id.get(item.id)) else ""
                for by_id in scores
            ]
            lines.append(f"| {labels.competency(item.id)} | " + " | ".join(cells) + " |")
    return [*lines, ""]


def _missing(role: RoleAssessment, assessment: Assessment, labels: Labels) -> list[str]:
    lines = [f"## Missing for {labels.role(role.role)}, by what it would add", ""]
    if not role.gaps:
        return [*lines, "Nothing: every competency that counts is shown by a deed.", ""]
    for gap in role.gaps[:_ADVISED]:
        lines += _gap(gap, assessment, labels)
    rest = [f"{labels.competency(gap.competency)} (+{gap.gain:.1f})" for gap in role.gaps[_ADVISED:]]
    return [*lines, f"Also: {', '.join(rest)}", ""] if rest else lines


def _gap(gap: Gap, assessment: Assessment, labels: Labels) -> list[str]:
    lines = [
        f"### {gap.priority}. {labels.competency(gap.competency)} (+{gap.gain:.1f})", "",
        f"{KIND_WORDS[gap.kind]}, {weeks_words(gap.effort_weeks)}: {escaped(gap.why)}.", "",
    ]
    lines += [f"- **There:** {escaped(place)}" for place in said_where(gap, assessment, length=160)]
    if gap.advice:
        lines += [f"- **Do:** {escaped(gap.advice.do)}", f"- **Then write:** {escaped(gap.advice.show)}"]
        lines += [f"- **Learn:** {escaped('; '.join(gap.advice.learn))}"]
        lines += [f"- **You will be asked:** {escaped(question)}" for question in gap.advice.asked]
    if gap.skills:
        lines.append(f"- **Ways to show it:** {escaped(', '.join(labels.skill(skill) for skill in gap.skills))}")
    lines += [
        f"  - {escaped(labels.skill(skill))}: {escaped(advice.do)} Then write: {escaped(advice.show)}"
        for skill, advice in gap.skill_advice
    ]
    return [*lines, ""]


def _hygiene(assessment: Assessment) -> list[str]:
    findings = writing_findings(assessment)
    if not findings:
        return []
    lines = ["## How it is written (changes no score)", ""]
    for finding in findings:
        place = f"Line {finding.line}: " if finding.line else ""
        quote = f" \u201c{escaped(finding.quote)}\u201d" if finding.quote else ""
        lines.append(f"- {place}{escaped(finding.problem)}.{quote} {escaped(finding.remedy)}.")
    return [*lines, ""]


def _foot(assessment: Assessment) -> list[str]:
    made = assessment.produced_by
    return ["---", "", DISCLAIMER, "", f"resumefit {made.resumefit}, lexicon {made.lexicon}, scoring {made.scoring}"]
