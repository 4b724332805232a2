"""An audit for a terminal: tables no wider than they must be, and the meaning of each figure under them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from resumefit.audit.figures import Audit, FeatureFigures
from resumefit.audit.words import (
    DISCLAIMER,
    MEANINGS,
    feature_notes,
    gap_words,
    headline,
    not_counted,
    percent,
    ratio,
    remark,
    score,
)

WIDTH = 100
_SHOWN_CUT_OFFS = (25, 35, 45, 55, 65, 75, 85)


def audit_text(audit: Audit) -> str:
    """Return the whole audit, ending with a line break."""
    lines = ["Audit by groups", *_wrapped(headline(audit)), *_wrapped(DISCLAIMER), ""]
    for note in not_counted(audit):
        lines += _wrapped(note, mark="- ")
    for feature in audit.features:
        lines += ["", "", feature.name, "-" * len(feature.name), *_feature(feature, audit)]
    lines += ["", "", "What the figures mean", "---------------------"]
    for name, meaning in MEANINGS.items():
        if name != "equal opportunity difference" or audit.roll.outcome:
            lines += _wrapped(f"{name}: {meaning}", mark="- ")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _feature(feature: FeatureFigures, audit: Audit) -> list[str]:
    lines = table(
        ("group", "people", "no result", "selected", "selection rate", "impact ratio", ""),
        [
            (
                group.name, str(group.people), str(group.without_result), str(group.selected), percent(group.rate),
                ratio(group.impact), remark(group),
            )
            for group in feature.groups
        ],
    )  # fmt: skip
    lines.append("")
    for note in feature_notes(feature, audit.minimum):
        lines += _wrapped(note, mark="- ")
    if feature.parity is not None:
        lines += _wrapped(f"Statistical parity difference: {gap_words(feature.parity)}", mark="- ")
        lines += _wrapped(f"Lowest impact ratio: {ratio(feature.impact)}.", mark="- ")
    lines += _cut_offs(feature) + _scores(feature)
    return lines + (_outcomes(feature, audit) if audit.roll.outcome else [])


def _cut_offs(feature: FeatureFigures) -> list[str]:
    curve = feature.curve
    if len(curve.groups) < 2:
        return []
    shown = [point for point in curve.points if point.cut_off in _SHOWN_CUT_OFFS]
    rows = [
        (group, *(f"{100 * point.rates[index]:.1f}%" for point in shown)) for index, group in enumerate(curve.groups)
    ]
    rows.append(("lowest / highest", *("-" if point.impact is None else f"{point.impact:.2f}" for point in shown)))
    rows.append(("people selected", *(str(point.selected) for point in shown)))
    head = ("from score", *(f"{point.cut_off:g}" for point in shown))
    lines = ["", "Selection rates at other cut-offs", *table(head, rows)]
    if curve.lowest is not None and curve.lowest.impact is not None:
        lines += _wrapped(
            f"Lowest impact ratio over all cut-offs that enough people reach: {curve.lowest.impact:.2f}, at {curve.lowest.cut_off:g}."
        )
    return lines


def _scores(feature: FeatureFigures) -> list[str]:
    rows = []
    for group in feature.groups:
        if not group.scores.quantiles:
            continue
        mean, (least, lower, median, upper, most) = group.scores.mean, group.scores.quantiles
        rows.append(
            (group.name, score(mean), f"{median:.1f}", f"{lower:.1f} to {upper:.1f}", f"{least:.1f} to {most:.1f}")
        )
    return ["", "Scores", *table(("group", "mean", "median", "middle half", "all"), rows)]


def _outcomes(feature: FeatureFigures, audit: Audit) -> list[str]:
    rows = [
        (group.name, str(group.good), percent(group.found), "" if group.enough_good else "too small")
        for group in feature.groups
    ]
    title = f"Selected, of those with a good outcome ({audit.roll.outcome})"
    lines = ["", title, *table(("group", "people", "selected", ""), rows)]
    if feature.opportunity is None:
        return [*lines, "- Nothing is compared: fewer than two groups have enough people with a good outcome."]
    return [*lines, *_wrapped(f"Equal opportunity difference: {gap_words(feature.opportunity)}", mark="- ")]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table as lines, its first column to the left and the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = []
    for row in (head, *rows):
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join([row[0].ljust(widths[0]), *cells[1:]]).rstrip())
    return lines


def _wrapped(words: str, *, mark: str = "") -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
