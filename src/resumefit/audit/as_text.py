"""An audit for a terminal of 80 columns: first what was found, then the tables, and the meaning of each figure under them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from resumefit.audit.figures import Audit, FeatureFigures
from resumefit.audit.intervals import Estimate
from resumefit.audit.words import (
    DISCLAIMER,
    MEANINGS,
    feature_notes,
    gap_words,
    headline,
    in_short,
    interval,
    not_counted,
    percent,
    ratio,
    score,
)

WIDTH = 80
_NAME = 15  # a longer name of a group has a line of its own
_SHOWN_CUT_OFFS = (25, 35, 45, 55, 65, 75, 85)
_IN_SHORT = ("selection rate", "impact ratio", "statistical parity difference", "by chance", "interval")


def audit_text(audit: Audit, *, full: bool = False) -> str:
    """Return the audit, ending with a line break: in short with the tables of what is beyond chance, or in `full`."""
    lines = ["Audit by groups", *_wrapped(headline(audit)), *_wrapped(DISCLAIMER), "", "In short"]
    for said in in_short(audit):
        lines += _wrapped(said, mark="- ")
    lines += ["", "Not counted, and to bear in mind"]
    for note in not_counted(audit):
        lines += _wrapped(note, mark="- ")
    beyond = [feature for feature in audit.features if is_beyond_chance(feature)]
    plain = [feature for feature in beyond if len(feature.columns) == 1]
    shown = audit.features if full else plain or beyond
    for feature in shown:
        lines += ["", "", feature.name, "-" * len(feature.name), *_feature(feature, audit, full=full)]
    title = "What the figures mean"
    lines += ["", "", title, "-" * len(title)]
    for name, meaning in MEANINGS.items():
        if (full or name in _IN_SHORT) and (name != "equal opportunity difference" or audit.roll.outcome):
            lines += _wrapped(f"{name}: {meaning}", mark="- ")
    if not full:
        lines += ["", "--full shows every table, every cut-off, the scores and the outcomes."]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def is_beyond_chance(feature: FeatureFigures) -> bool:
    """Tell whether some difference by this feature is larger than chance makes."""
    return any(gap is not None and gap.beyond_chance for gap in (feature.parity, feature.opportunity))


def _feature(feature: FeatureFigures, audit: Audit, *, full: bool) -> list[str]:
    some_failed = any(group.without_result for group in feature.groups)
    lines = table(
        ("group", "people", "unread" if some_failed else "", "sel.", "rate", "", "impact", ""),
        [
            (
                group.name if group.enough else f"{group.name} *", str(group.people),
                str(group.without_result) if some_failed else "", str(group.selected),
                _value(group.rate, 100.0, "%"), _ends(group.rate, 100.0, 1), _value(group.impact, 1.0, "", 2),
                _ends(group.impact, 1.0, 2),
            )
            for group in feature.groups
        ],
    )
    lines += ["* too small to compare"] if any(not group.enough for group in feature.groups) else []
    lines.append("")
    for note in feature_notes(feature, audit.minimum):
        lines += _wrapped(note, mark="- ")
    if feature.parity is not None:
        lines += _wrapped(f"Statistical parity difference: {gap_words(feature.parity)}", mark="- ")
        lines += _wrapped(f"Lowest impact ratio: {ratio(feature.impact)}.", mark="- ")
    if full:
        lines += _cut_offs(feature) + _scores(feature)
    has_more = full or (feature.opportunity is not None and feature.opportunity.beyond_chance)
    return lines + (_outcomes(feature, audit) if audit.roll.outcome and has_more else [])


def _value(estimate: Estimate, by: float, unit: str, digits: int = 1) -> str:
    return "-" if estimate.value is None else f"{by * estimate.value:.{digits}f}{unit}"


def _ends(estimate: Estimate, by: float, digits: int) -> str:
    """Write the interval of a figure that is never below 0, as narrow as can be."""
    return interval(estimate, by, digits).replace(" to ", "-")


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
    """Return a table as lines, its first column to the left and the others to the right; long names get a line of their own."""
    whole = [column for column in range(len(head)) if head[column] or any(row[column] for row in rows)]
    named = [row[0] if len(row[0]) <= _NAME else "" for row in (head, *rows)]
    widths = [max(map(len, named)), *(max(len(row[column]) for row in (head, *rows)) for column in whole[1:])]
    lines = []
    for row, name in zip((head, *rows), named, strict=True):
        lines += [] if name == row[0] else [row[0]]
        line = name.ljust(widths[0])
        for column, width in zip(whole[1:], widths[1:], strict=True):
            # What has no head of its own belongs to the column before it.
            line += f"{'  ' if head[column] else ' '}{row[column].rjust(width)}"
        lines.append(line.rstrip())
    return lines


def _wrapped(words: str, *, mark: str = "") -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
