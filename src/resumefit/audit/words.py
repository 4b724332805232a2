"""What each figure of an audit means, in one place for text, JSON and page."""

from __future__ import annotations

from resumefit.audit.figures import Audit, FeatureFigures, Gap
from resumefit.audit.intervals import Estimate

_NAMED = 6  # small groups in the summary; the tables have them all
_TOLD = 3  # differences told in the summary
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
        )
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
    if roll.older:
        notes.append(f"{_of(roll.older, 'older version')} of somebody's resume {_are(roll.older)} not counted: the newest is.")
    notes.append("Who has several files that the scan did not link as versions counts several times.")
    return notes


def in_short(audit: Audit) -> list[str]:
    """Say in a few sentences what was found: differences beyond chance, those of single columns and the largest first."""
    gaps = [(feature, gap) for feature in audit.features for gap in (feature.parity,) if gap is not None]
    large = [(feature, gap) for feature, gap in gaps if gap.beyond_chance]
    large.sort(key=lambda pair: (len(pair[0].columns), -(pair[1].value.value or 0.0)))
    said: list[str] = []
    for feature, gap in large[:_TOLD]:
        rates = {group.name: group.rate for group in feature.groups}
        said.append(
            f"By {feature.name}, {_plain(rates[gap.least])} of {gap.least} are selected and {_plain(rates[gap.most])} of {gap.most}: "
            f"a difference of {points(gap.value)} points, impact ratio {ratio(feature.impact)}. That is more than chance makes."
        )
    if len(large) > _TOLD:
        said.append(f"Larger than chance makes, too: the differences by {', '.join(feature.name for feature, _ in large[_TOLD:])}.")
    if not gaps:
        said.append("Nothing is compared: no two groups are large enough.")
    elif not large:
        said.append("No difference in who is selected is larger than chance makes of groups of these sizes.")
    quiet = [feature.name for feature, gap in gaps if not gap.beyond_chance]
    if large and quiet:
        said.append(f"No larger than chance makes: the differences by {', '.join(quiet)}.")
    chances = [feature.name for feature in audit.features if feature.opportunity is not None and feature.opportunity.beyond_chance]
    if audit.roll.outcome and any(feature.opportunity for feature in audit.features):
        where = f"larger than chance makes by {', '.join(chances)}" if chances else "no larger than chance makes"
        said.append(f"Among those with a good outcome ({audit.roll.outcome}), the difference is {where}.")
    small = {group.name: group.people for feature in audit.features for group in feature.groups if not group.enough}
    if small:
        named = ", ".join(f"{name} ({people})" for name, people in list(small.items())[:_NAMED])
        more = f" and {len(small) - _NAMED} more" if len(small) > _NAMED else ""
        said.append(f"Too small to compare, fewer than {audit.minimum} people with a score: {named}{more}.")
    return said


def _plain(estimate: Estimate) -> str:
    return "-" if estimate.value is None else f"{100 * estimate.value:.1f}%"


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
    return f"{points(gap.value)} points, {gap_context(gap)}"


def gap_context(gap: Gap) -> str:
    """Say between whom a difference is, and what chance makes of it; for where the figure itself stands already."""
    beyond = "more than" if gap.beyond_chance else "no more than"
    return (
        f"from {gap.least} to {gap.most}. That is {beyond} chance makes of "
        f"{'these two' if gap.groups == 2 else f'these {gap.groups}'} groups: {100 * gap.chance:.1f} in 95 of 100 shufflings."
    )


def interval(estimate: Estimate, by: float, digits: int = 1) -> str:
    """Write the interval of an estimate; empty for none."""
    if estimate.low is None or estimate.high is None:
        return ""
    return f"({by * estimate.low:.{digits}f} to {by * estimate.high:.{digits}f})"


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
    return f"{estimate.value:.2f} {interval(estimate, 1.0, 2)}".rstrip()


def _with_interval(estimate: Estimate, by: float, unit: str) -> str:
    if estimate.value is None:
        return "-"
    return f"{by * estimate.value:.1f}{unit} {interval(estimate, by)}".rstrip()


def _of(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
