"""`compare` as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.core.lexicon import Lexicon
from resumefit.report.markdown_parts import escaped
from resumefit.report.progress import Progress, RoleProgress, VersionRow, progress_of, version_rows
from resumefit.report.words import DISCLAIMER, first_sentence
from resumefit.score.compare import Comparison


def comparisons_markdown(comparisons: Sequence[Comparison], lexicon: Lexicon) -> str:
    """Return what changed from each version to the next, ending with a line break."""
    progresses = [progress_of(comparison, lexicon) for comparison in comparisons]
    lines = [f"# {escaped(progresses[-1].title)}", "", *_versions(version_rows(comparisons, lexicon))]
    for progress in progresses:
        lines += [*_comparison(progress), ""]
    lines += [*_steps(progresses[-1]), "---", "", DISCLAIMER]
    return "\n".join(lines) + "\n"


def _versions(rows: Sequence[VersionRow]) -> list[str]:
    if not rows:
        return []
    labels = [label for label, _ in rows[-1].scores]
    lines = [f"| Version | {' | '.join(labels)} |", f"|---|{'---:|' * len(labels)}"]
    lines += [f"| {escaped(row.file)} | {' | '.join(score for _, score in row.scores)} |" for row in rows]
    return [*lines, ""]


def _comparison(progress: Progress) -> list[str]:
    lines = [f"## {escaped(progress.old)} \u2192 {escaped(progress.new)}", ""]
    lines += [*(f"- {escaped(note)}." for note in progress.notes), ""] if progress.notes else []
    lines += ["| Role | Before | After | Change | Level |", "|---|---:|---:|---:|---|"]
    lines += [
        f"| {role.label} | {role.before_words} | {role.after_words} | {role.change:+.1f} | {role.levels} |"
        for role in progress.roles
    ]
    for role in progress.roles:
        lines += _role(role)
    for job in progress.jobs:
        lines += ["", f"### Against the posting {escaped(job.title)}", ""]
        lines.append(f"{job.before:.1f} \u2192 **{job.after:.1f}** of 100, {job.change:+.1f}")
        lines += ["", *(f"- {title}: {escaped(words)}" for title, words in job.skills)] if job.skills else []
    for title, rows in progress.evidence:
        lines += ["", f"### {title}", ""] if rows else []
        for row in rows:
            lines += [f"- \u201c{escaped(row.quote)}\u201d", *(f"  - {escaped(shows)}" for shows in row.shows)]
    for title, whose, groups in progress.writing:
        lines += ["", f"### {title}", "", escaped(whose), ""] if groups else []
        for group in groups:
            lines.append(f"- **{escaped(group.title)}.**{f' {escaped(group.remedy)}.' if group.remedy else ''}")
            lines += [f"  - {escaped(place.said)}" for place in group.places if place.said]
    return lines


def _role(role: RoleProgress) -> list[str]:
    lines = ["", f"### {role.label}", ""]
    lines += [role.remark, ""] if role.remark else []
    lines += [f"- {item.change:+.1f} {item.label}: {item.before:.1f} \u2192 {item.after:.1f}" for item in role.points]
    lines += [f"- {role.rest}"] if role.rest else []
    lines += [f"- {title}: {words}" for title, words in (("Gaps closed", role.closed), ("Gaps opened", role.opened)) if words]
    return lines


def _steps(progress: Progress) -> list[str]:
    if not progress.steps:
        return []
    lines = ["## What to do next", ""]
    for number, step in enumerate(progress.steps, start=1):
        about = f"{step.serves}: {step.about}" if step.serves else step.about
        lines.append(f"{number}. **{escaped(about)}.** {escaped(first_sentence(step.do))}")
    return [*lines, ""]
