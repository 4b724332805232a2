"""Says on a terminal what a scan came to: the first people with their evidence, every file counted, and what to do next."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from resumefit.report.ranges import whole_range

if TYPE_CHECKING:
    from resumefit.batch.ranking import Row
    from resumefit.batch.run import Outcome
    from resumefit.batch.scan import Counts
    from resumefit.core.scanned import RoleScore

_CANDIDATE = 24  # "Candidate 7K3Q-M9XP-2TVA"
_NARROW, _WIDE = 80, 120


def summary(found: Outcome, roles: Mapping[str, str], output: Path, *, width: int | None = None) -> str:
    """Return the summary of a scan, ending with a line break. `roles` are labels by role id; `width` is the terminal's by default."""
    columns = width or max(_NARROW, min(_WIDE, shutil.get_terminal_size((_NARROW, 24)).columns))
    counts = found.counts
    lines = _people(found, roles, output, columns)
    lines += [f"- {words}" for words in found.told]
    lines.append(
        f"{counts.total} files: {counts.ok} ok, {counts.doubtful} doubtful, {counts.needs_ocr} need OCR, "
        f"{counts.refused} refused, {counts.failed} failed; {counts.reused} taken from an earlier scan"
    )
    if counts.without_result:
        lines.append(f"Which files gave no result, why, and what to do: {output / 'failures.csv'}")
    lines.append("The order is advice with its evidence; who is invited is your decision.")
    return "\n".join(lines) + "\n"


def interrupted_words(counts: Counts, total: int, output: Path) -> str:
    """Say what an interrupted scan leaves, and how to go on."""
    return f"resumefit: interrupted; {counts.total} of {total} files are done and kept in {output}. Run the same command again to go on"


def _people(found: Outcome, roles: Mapping[str, str], output: Path, columns: int) -> list[str]:
    if found.ranked is None:
        return [f"Nothing is new: the tables in {output} are as they were."]
    wide = (columns - 5 - _CANDIDATE) // max(1, len(roles)) - 1
    named = "".join(f" {label[:wide]:<{wide}}" for label in roles.values())
    lines = [f"{'rank':>4} {'candidate':{_CANDIDATE}}{named}".rstrip()]
    for row in found.first:
        scored = row.scores
        scores = "".join(f" {_score(scored.get(role), wide):<{wide}}" for role in roles)
        lines.append(f"{_rank(row):>4} {row.entry.candidate[:_CANDIDATE]:{_CANDIDATE}}{scores}".rstrip())
        lines.append(_cut(f"     {_said(row)}", columns))
    if found.ranked > len(found.first):
        lines.append(f"... and {found.ranked - len(found.first)} more in {output}")
    return lines


def _rank(row: Row) -> str:
    return "-" if row.rank is None else f"{row.rank}=" if row.tied else f"{row.rank}"


def _score(score: RoleScore | None, wide: int) -> str:
    """Write a score with its range and level, as much of it as fits."""
    if score is None:
        return "-"
    ends = whole_range(score.low, score.high)
    full, short = f"{score.score:.1f} {ends:5} {score.level}", f"{score.score:.1f} {ends:5}"
    return full if len(full) <= wide else short if len(short) <= wide else f"{score.score:.1f}"


def _said(row: Row) -> str:
    """Quote the strongest evidence, or say why there is none; what makes the reader careful goes before it."""
    from resumefit.core.scanned import Scanned

    outcome = row.entry.outcome
    if not isinstance(outcome, Scanned):
        return f"{row.entry.state}: {outcome.message}"
    careful = [] if row.entry.state == "ok" else [row.entry.state]
    if row.versions:
        careful.append(f"{'newest' if row.person == row.entry.place else 'older'} of {len(row.versions) + 1} versions")
    quote = f'"{outcome.evidence[0]}"' if outcome.evidence else "no evidence found"
    return f"({', '.join(careful)}) {quote}" if careful else quote


def _cut(line: str, columns: int) -> str:
    return line if len(line) <= columns else line[: columns - 3].rstrip() + "..."
