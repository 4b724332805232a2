"""`compare` as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from resumefit.core.lexicon import Lexicon
from resumefit.report.markdown_parts import escaped
from resumefit.report.progress import Progress, progress_of
from resumefit.score.compare import Comparison


def comparisons_markdown(comparisons: Sequence[Comparison], lexicon: Lexicon) -> str:
    """Return what changed from each version to the next, ending with a line break."""
    lines: list[str] = []
    for comparison in comparisons:
        lines += [*_comparison(progress_of(comparison, lexicon)), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _comparison(progress: Progress) -> list[str]:
    lines = [f"# {escaped(progress.old)} \u2192 {escaped(progress.new)}", ""]
    lines += [f"- {escaped(note)}" for note in progress.notes]
    lines += ["", "| Role | Before | After | Change | Level |", "|---|---:|---:|---:|---|"]
    lines += [
        f"| {role.label} | {role.before:.1f} | {role.after:.1f} | {role.change:+.1f} | {role.levels} |"
        for role in progress.roles
    ]
    for role in progress.roles:
        lines += ["", f"## {role.label}", ""]
        lines += [f"- {item.change:+.1f} {item.label}: {item.before:.1f} \u2192 {item.after:.1f}" for item in role.points]
        lines += [f"- {title}: {words}" for title, words in (("Gaps closed", role.closed), ("Gaps opened", role.opened)) if words]
    for job in progress.jobs:
        lines += ["", f"## Against the posting {escaped(job.title)}", ""]
        lines.append(f"- {job.before:.1f} \u2192 {job.after:.1f}: {job.change:+.1f}")
        lines += [f"- {title}: {escaped(words)}" for title, words in (("Shown now", job.won), ("No longer shown", job.lost)) if words]
    for title, rows in progress.evidence:
        if rows:
            lines += ["", f"## {title}", ""]
        lines += [f"- **{escaped(row.shows)}:** \u201c{escaped(row.quote)}\u201d" for row in rows]
    for title, findings in progress.writing:
        if findings:
            lines += ["", f"## {title}", ""]
        lines += [f"- {escaped(finding)}" for finding in findings]
    return lines
