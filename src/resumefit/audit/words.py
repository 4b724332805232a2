"""What each figure of an audit means, in one place for text, JSON and page."""

from __future__ import annotations

from resumefit.audit.figures import Audit, FeatureFigures, Gap, GroupFigures
from resumefit.audit.intervals import Estimate

DISCLAIMER = (
    "These figures show where to look. They are no finding of discrimination, and no statement that a law, a rule or a "
    "standard is met: that takes the whole of the selection, the people who decide, and a lawyer."
)
MEANINGS: dict[str, str] = {
    "selection rate": "The share of a group that scores at or above the cut-off.",
    "impact ratio": (
        "A group's selection rate divided by that of the group selected most. 1 means alike. Below 0.80 (the four-fifths rule "
        "of thumb) is commonly looked into; above it proves nothing either way."
    ),
    "statistical parity difference": (
        "The highest selection rate less the lowest, in points of a hundred. 0 means that the same share of every group is "
        "selected, whatever the groups' resumes show."
    ),
    "equal opportunity difference": (
        "The same among the people with a good outcome only: of those who did well, how many more one group's are selected "
        "than another's. It is only as fair as the outcomes are."
    ),
    "by chance": (
        "How large a difference comes about when the group labels are dealt out at random among the same people: 95 of 100 "
        "shufflings stay below it. The largest of many differences is large by itself; this tells it from nothing."
    ),
    "interval": (
        "95 % bootstrap interval: where the figure falls when the same number of people of each group is drawn again and again. "
        "It tells of small numbers, not of people who never applied."
    ),
    "too small": (
        "Fewer people than the minimum. Their figures are shown, but they are compared with nobody, because one person "
        "more or less would change them too much."
    ),
    "without a result": (
        "Files that could not be read. They are in no rate; when one group has many more of them, look at the files."
    ),
    "every cut-off": (
        "Selection rates if another score had been the cut-off: a choice of cut-off can make a difference look small or large."
    ),
    "scores": "How a group's scores lie: mean, median, and the middle half. Groups may differ in what their resumes show.",
}


def headline(audit: Audit) -> str:
    """Say who was looked at, in a sentence."""
    roll = audit.roll
    scored = sum(person.score is not None for person in roll.people)
    role = "the better of all roles" if roll.role == "all" else roll.role
    return f"{scored} people with a score, selected from {audit.cut_off:g} points on, by {role}."


def not_counted(audit: Audit) -> list[str]:
    """Say who is in no figure, and why."""
    roll = audit.roll
    failed = sum(person.score is None for person in roll.people)
    notes = []
    if failed:
        notes.append(f"{_of(failed, 'file')} of the results gave no score and {_are(failed)} in no rate.")
    if roll.not_in_table:
        words = "is not in the table of groups and in no figure" if roll.not_in_table == 1 else (
            "are not in the table of groups and in no figure"
        )  # fmt: skip
        notes.append(f"{_of(roll.not_in_table, 'file')} of the results {words}.")
    if roll.not_in_results:
        notes.append(
            f"{_of(roll.not_in_results, 'line')} of the table of groups {_are(roll.not_in_results)} not in the results."
        )
    if roll.left_out:
        notes.append(
            f"The list of results skips {_of(roll.left_out, 'place')}: it was cut by --top or --min-score, so these figures "
            "are of the people left in it. Audit the scan's folder instead."
        )
    if audit.comparisons > 1:
        notes.append(
            f"{audit.comparisons} differences were looked at. Where there is none, one in twenty still is more than chance makes."
        )
    notes.append("Files are counted: a person with two files in the results counts twice.")
    return notes


def feature_notes(feature: FeatureFigures, minimum: int) -> list[str]:
    """Say what a column's figures leave out."""
    notes = []
    if feature.without_group:
        notes.append(
            f"{_of(feature.without_group, 'file')} without a value here {_are(feature.without_group)} in no figure."
        )
    small = [group for group in feature.groups if not group.enough]
    if small:
        names = ", ".join(f"{group.name} ({group.people})" for group in small)
        notes.append(f"Too small to compare, fewer than {minimum} people with a score: {names}.")
    if feature.parity is None:
        notes.append("Nothing is compared: fewer than two groups are large enough.")
    return notes


def gap_words(gap: Gap) -> str:
    """Say what a difference is, between whom, and what chance makes of it."""
    value = gap.value.value or 0.0
    beyond = "more than" if value > gap.chance else "no more than"
    return (
        f"{points(gap.value)} points, from {gap.least} to {gap.most}. That is {beyond} chance makes of "
        f"{'these two' if gap.groups == 2 else f'these {gap.groups}'} groups: {100 * gap.chance:.1f} in 95 of 100 shufflings."
    )


def percent(estimate: Estimate) -> str:
    """Write a share as a percentage with its interval."""
    return _with_interval(estimate, 100.0, "%")


def points(estimate: Estimate) -> str:
    """Write a difference of shares in points of a hundred."""
    return _with_interval(estimate, 100.0, "")


def score(estimate: Estimate) -> str:
    """Write a score with its interval."""
    return _with_interval(estimate, 1.0, "")


def ratio(estimate: Estimate) -> str:
    """Write a ratio with its interval."""
    if estimate.value is None:
        return "-"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.2f}"
    return f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def remark(group: GroupFigures) -> str:
    """Return what a reader must know of a group's row; empty for nothing."""
    return "" if group.enough else "too small"


def _with_interval(estimate: Estimate, by: float, unit: str) -> str:
    if estimate.value is None:
        return "-"
    value = f"{by * estimate.value:.1f}{unit}"
    if estimate.low is None or estimate.high is None:
        return value
    return f"{value} ({by * estimate.low:.1f} to {by * estimate.high:.1f})"


def _of(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
