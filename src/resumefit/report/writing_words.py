"""Findings about the writing, put together by what is wrong, so that a remedy is said once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, Finding
from resumefit.core.wording import capital
from resumefit.report.shown import shown_text
from resumefit.report.words import line_words

_SAID_ELSEWHERE = ("reading-", "structure-", "concealed-")  # words.cautions has them
_TITLES: Mapping[str, str] = {
    "weak-start": "Lines that start with a duty, not a deed",
    "no-outcome": "Bullets that tell no result",
    "listed-not-shown": "Skills that are named, but shown by no deed",
    "long-bullet": "Bullets that are too long",
    "wall-of-skills": "Walls of names",
    "buzzword": "Words that everybody uses",
    "missing-dates": "Positions without dates that can be read",
    "personal": "Personal data that is no matter of skill",
}
_QUOTED = ("weak-start", "long-bullet", "missing-dates")  # the others say in `detail` what they are about


@dataclass(frozen=True, slots=True)
class Place:
    """One finding of a group: where, and which words. `line` is None for the whole file."""

    line: int | None
    where: str
    words: str

    @property
    def said(self) -> str:
        """Return `Line 52, page 2: the words`."""
        words = ": ".join(part for part in (self.where, self.words) if part)
        return capital(words)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings with one remedy. `summary` says in a few words how many there are."""

    title: str
    remedy: str
    places: tuple[Place, ...]
    summary: str


def writing_groups(assessment: Assessment) -> tuple[Group, ...]:
    """Return what to mend in the writing, in the order of the first line of each kind."""
    findings = [finding for finding in assessment.hygiene if not finding.code.startswith(_SAID_ELSEWHERE)]
    return finding_groups(findings, assessment)


def finding_groups(findings: Sequence[Finding], assessment: Assessment) -> tuple[Group, ...]:
    """Put findings of a report together by kind, in the order of the first line of each kind."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault("personal" if finding.code.startswith("personal-") else finding.code, []).append(finding)
    return tuple(_group(kind, alike, assessment) for kind, alike in kinds.items())


def _group(kind: str, findings: Sequence[Finding], assessment: Assessment) -> Group:
    first = findings[0]
    title = _TITLES.get(kind, first.problem)
    places = tuple(
        Place(finding.line, line_words(assessment.document, finding.line) if finding.line else "", _words(kind, finding))
        for finding in findings
    )
    return Group(title, first.remedy, places, _summary(kind, title, findings))


def _words(kind: str, finding: Finding) -> str:
    quote = f"\u201c{shown_text(finding.quote)}\u201d" if finding.quote else ""
    if kind in _QUOTED:
        return f"{finding.detail}: {quote}" if finding.detail else quote
    return shown_text(finding.detail) or (quote if kind not in _TITLES else "")


def _summary(kind: str, title: str, findings: Sequence[Finding]) -> str:
    """Return the group in a few words: `11 skills are named, but shown by no deed`."""
    count = sum(len(item.detail.split(", ")) for item in findings) if kind == "listed-not-shown" else len(findings)
    one, many = _COUNTED.get(kind, ("", ""))
    if not one:
        return f"{title[:1].lower()}{title[1:]}"
    return one if count == 1 else many.format(count)


_COUNTED: Mapping[str, tuple[str, str]] = {
    "weak-start": ("1 line starts with a duty", "{} lines start with a duty"),
    "no-outcome": ("1 position has bullets without a result", "{} positions have bullets without a result"),
    "listed-not-shown": ("1 skill is named, but shown by no deed", "{} skills are named, but shown by no deed"),
    "long-bullet": ("1 bullet is too long", "{} bullets are too long"),
    "wall-of-skills": ("1 list is a wall of names", "{} lists are walls of names"),
    "buzzword": ("1 line holds words that everybody uses", "{} lines hold words that everybody uses"),
    "missing-dates": ("1 position has no dates", "{} positions have no dates"),
    "personal": ("1 piece of personal data is no matter of skill", "{} pieces of personal data are no matter of skill"),
}
