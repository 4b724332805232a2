"""The report as Markdown. Words from the resume are escaped, so that none of them becomes a heading, a link or HTML."""

from __future__ import annotations

from resumefit.core.assessment import Assessment, Gap, GapKind
from resumefit.core.lexicon import Lexicon
from resumefit.core.wording import capital
from resumefit.report.gap_words import KIND_WORDS, effort_words, said_where, todo, way_words
from resumefit.report.markdown_parts import escaped, jobs_markdown, plan_markdown
from resumefit.report.words import (
    DISCLAIMER,
    Labels,
    by_family,
    cautions,
    document_title,
    excerpt,
    labels_of,
    person,
    score_words,
    seniority_words,
    shown_words,
    strongest,
    where,
)
from resumefit.report.writing_words import writing_groups
from resumefit.score.plan import Plan
from resumefit.score.recommend import road_to_ai
from resumefit.score.worklist import make_worklist

_PROOFS = 8


def report_markdown(assessment: Assessment, lexicon: Lexicon, *, plan: Plan | None = None) -> str:
    """Return the whole report, ending with a line break."""
    labels = labels_of(lexicon)
    parts = [
        *_head(assessment), *_scores(assessment, labels), *_evidence(assessment, labels),
        *_competencies(assessment, lexicon, labels),
    ]
    parts += _missing(assessment, labels)
    parts += [*jobs_markdown(assessment, labels), *(plan_markdown(plan, labels) if plan else ()), *_hygiene(assessment)]
    return "\n".join([*parts, *_foot(assessment)]) + "\n"


def _head(assessment: Assessment) -> list[str]:
    document, resume = assessment.document, assessment.resume
    lines = [
        f"# Readiness report: {escaped(person(assessment) or document_title(assessment))}", "",
        f"{escaped(document_title(assessment))}, {document.pages} page{'' if document.pages == 1 else 's'}, "
        f"{resume.years_total:.1f} years of work, {resume.years_product:.1f} in product roles, "
        f"{escaped(seniority_words(assessment))}, as of {assessment.as_of}",
        "",
    ]
    said = cautions(assessment)
    return [*lines, "**Take care**", "", *(f"- {escaped(words)}" for words in said), ""] if said else lines


def _scores(assessment: Assessment, labels: Labels) -> list[str]:
    lines = ["## Scores", "", "| Role | Score of 100 | Level | The resume … |", "|---|---:|---|---|"]
    lines += [
        f"| {labels.role(role.role)} | {score_words(role)} | {role.level} | {shown_words(role, assessment)} |"
        for role in sorted(assessment.roles, key=lambda role: -role.score)
    ]
    lines.append("")
    if assessment.recommendation:
        lines += [f"{escaped(assessment.recommendation.why)}.", "", "**First steps**", ""]
        for number, step in enumerate(assessment.recommendation.steps, start=1):
            about = f"{step.serves}: {step.about}" if step.serves else step.about
            stop = "" if step.do.endswith(".") else "."
            lines.append(f"{number}. **{escaped(about)}.** {escaped(capital(step.do))}{stop}")
        lines.append("")
    return [*lines, *_road(assessment, labels)]


def _road(assessment: Assessment, labels: Labels) -> list[str]:
    road = road_to_ai(assessment.roles)
    if road is None or not road.learn:
        return []
    carried = "; ".join(map(labels.competency, road.carried)) or "nothing yet"
    rows = (
        ("Say in the usual words", road.reword), ("Learn in this order", road.learn), ("Serves both roles", road.both)
    )
    lines = [f"**The road to AI PM.** Carries over: {carried}.", ""]
    lines += [f"- {title}: {'; '.join(map(labels.competency, names))}" for title, names in rows if names]
    return [*lines, ""]


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


def _missing(assessment: Assessment, labels: Labels) -> list[str]:
    worklist = make_worklist(assessment.roles)
    if worklist is None:
        return []
    lines = ["## What is missing, in the order to close it", ""]
    if not worklist.work:
        return [*lines, "Nothing: every competency that counts is shown by a deed.", ""]
    heads = " | ".join(labels.role(role.role) for role in assessment.roles)
    lines += [f"| Competency | | Weeks, roughly | {heads} |", "|---|---|---|" + "---:|" * len(assessment.roles)]
    for work in worklist.work:
        gains = " | ".join(f"+{gap.gain:.1f}" if gap else "" for gap in work.gaps)
        effort = effort_words(work.gap).removesuffix(" weeks").removesuffix(" week")
        lines.append(f"| {labels.competency(work.competency)} | {KIND_WORDS[work.gap.kind]} | {effort} | {gains} |")
    lines.append("")
    for number, work in enumerate(worklist.work, start=1):
        lines += _gap(number, work.gap, assessment, labels)
    return lines


def _gap(number: int, gap: Gap, assessment: Assessment, labels: Labels) -> list[str]:
    lines = [f"### {number}. {labels.competency(gap.competency)}", "", f"{escaped(capital(gap.why))}.", ""]
    lines += [f"- **There:** {escaped(place)}" for place in said_where(gap, assessment, length=160)]
    lines.append(f"- **Do:** {escaped(todo(gap, labels))}")
    if gap.kind is GapKind.REWORDED:
        return [*lines, f"- **Then write:** {escaped(gap.rewrite)}", ""]
    if gap.advice:
        lines += [f"- **Then write:** {escaped(gap.advice.show)}", f"- **Learn:** {escaped('; '.join(gap.advice.learn))}"]
        lines += [f"- **You will be asked:** {escaped(question)}" for question in gap.advice.asked]
    if way_words(gap, labels):
        lines.append(f"- **Quickest:** {escaped(way_words(gap, labels))}.")
    if gap.skills:
        lines.append(f"- **Ways to show it:** {escaped(', '.join(labels.skill(skill) for skill in gap.skills))}")
    lines += [
        f"  - {escaped(labels.skill(skill))}: {escaped(advice.do)} Then write: {escaped(advice.show)}"
        for skill, advice in gap.skill_advice
    ]
    return [*lines, ""]


def _hygiene(assessment: Assessment) -> list[str]:
    groups = writing_groups(assessment)
    if not groups:
        return []
    lines = ["## How it is written (changes no score)", ""]
    for group in groups:
        lines.append(f"- **{escaped(group.title)}.** {escaped(group.remedy)}.")
        lines += [f"  - {escaped(place.said)}" for place in group.places if place.said]
    return [*lines, ""]


def _foot(assessment: Assessment) -> list[str]:
    made = assessment.produced_by
    return ["---", "", DISCLAIMER, "", f"resumefit {made.resumefit}, lexicon {made.lexicon}, scoring {made.scoring}"]
