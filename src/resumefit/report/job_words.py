"""Words about postings that the renderers share: what one offers, how the resume stands to it, what several share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumefit.core.assessment import Assessment, JobMatch, Need, Standing
from resumefit.core.wording import capital
from resumefit.report.shown import shown_name, shown_text
from resumefit.report.words import ROLE_KINDS, Labels, weeks_words
from resumefit.score.job import next_steps, weeks_to_close
from resumefit.score.posting import NOT_SAID
from resumefit.score.postings import SharedAsk

STANDING_WORDS: Mapping[Standing, str] = {
    Standing.SHOWN: "Shown",
    Standing.RELATED: "Near",
    Standing.NAMED: "Only named",
    Standing.MISSING: "Missing",
}
LEGEND = "Near: other skills of the same competency are shown, this one is not named in any deed."
STEPS = 4


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """A skill of a posting, with the mention of the resume that shows or names it best, and that mention's line."""

    label: str
    mention: int | None
    line: int | None

    @property
    def words(self) -> str:
        """`MLflow (line 36)`."""
        return f"{self.label} (line {self.line})" if self.line else self.label


@dataclass(frozen=True, slots=True)
class Group:
    """The skills of a posting that stand alike. Only of what is shown or named itself do the words say where."""

    standing: Standing
    label: str
    skills: tuple[AskedSkill, ...]

    @property
    def words(self) -> str:
        """The skills in a row."""
        return self.first(len(self.skills))

    def first(self, limit: int) -> str:
        """Return the first skills in a row, and how many more there are."""
        said = self.standing in (Standing.SHOWN, Standing.NAMED)
        words = ", ".join(skill.words if said else skill.label for skill in self.skills[:limit])
        return f"{words} and {len(self.skills) - limit} more" if len(self.skills) > limit else words


@dataclass(frozen=True, slots=True)
class Half:
    """What a posting requires, or what it prefers: how much of it is shown, and the skills by standing."""

    label: str
    asked: int
    shown: int
    groups: tuple[Group, ...]

    @property
    def summary(self) -> str:
        """`Required: 4 of 9 shown`."""
        return f"{self.label}: {self.shown} of {self.asked} shown"


@dataclass(frozen=True, slots=True)
class Step:
    """What to close first for a posting, in words, with the posting's line."""

    gain: str
    skill: str
    about: str
    quote: str
    do: str
    show: str


def jobs_of(assessment: Assessment) -> tuple[JobMatch, ...]:
    """Return every posting of a report, in the order given."""
    return assessment.jobs or ((assessment.job,) if assessment.job else ())


def ranked_jobs(assessment: Assessment) -> tuple[JobMatch, ...]:
    """Return every posting of a report, the best match first: readers number them so."""
    return tuple(sorted(jobs_of(assessment), key=lambda job: -job.score))


def doubt_words(job: JobMatch) -> str:
    """Say why a text may be no posting at all; nothing when it reads like one."""
    if not job.doubt:
        return ""
    return f"{capital(job.doubt)}." if not job.needs else f"Is this a posting? {capital(job.doubt)}."


def copied_words(job: JobMatch) -> str:
    """Say which lines of the resume were copied from the posting; nothing when none was."""
    if not job.copied:
        return ""
    lines = [str(item.line) for item in job.copied]
    many = len(lines) > 1
    named = f"Lines {', '.join(lines[:-1])} and {lines[-1]}" if many else f"Line {lines[0]}"
    repeat = "repeat this posting word for word and count" if many else "repeats this posting word for word and counts"
    them = "them" if many else "it"
    return (
        f"{named} of the resume {repeat} for nothing here; the scores for the roles, which know no posting, may rest on {them}. "
        "Say in your own words what you did."
    )


def job_heading(job: JobMatch) -> str:
    """Return the title that the posting gives the role, else the file's name."""
    return shown_text(job.title) or shown_name(job.name)


def match_words(job: JobMatch) -> str:
    """Return both figures of a match: by the very skills that it names, and with their neighbours counted in full."""
    return f"{job.score:.1f} of 100 by the very skills it names; {job.by_competency:.1f} if related skills counted in full"


def offer_words(job: JobMatch) -> str:
    """Say what a posting offers and asks for: `The role: AI PM, senior; 5 years asked`."""
    kind = ROLE_KINDS.get(job.role_kind, job.role_kind)
    level = "" if job.seniority == NOT_SAID else f", {job.seniority}"
    asked = "no years named" if job.years is None else "1 year asked" if job.years == 1 else f"{job.years} years asked"
    return f"The role: {kind}{level}; {asked}"


def standing_words(assessment: Assessment) -> str:
    """Say what the resume sets against it: `The resume: mid by title; 7.1 years in product roles`."""
    level = f"{assessment.seniority.level} by title; " if assessment.seniority else ""
    return f"The resume: {level}{assessment.resume.years_product:.1f} years in product roles"


def halves(job: JobMatch, assessment: Assessment, labels: Labels) -> tuple[Half, ...]:
    """Return what a posting requires and what it prefers, leaving out the half that is empty."""
    sides = (
        ("Required", [need for need in job.needs if need.required]),
        ("Preferred", [need for need in job.needs if not need.required]),
    )
    return tuple(
        Half(
            label,
            len(needs),
            sum(need.standing is Standing.SHOWN for need in needs),
            _groups(needs, assessment, labels),
        )
        for label, needs in sides
        if needs
    )


def step_words(job: JobMatch, labels: Labels, *, limit: int = STEPS) -> tuple[Step, ...]:
    """Return what to close first, with its gain in points of this match, its place in the posting and its advice."""
    return tuple(
        Step(
            f"+{need.gain:.1f}",
            labels.skill(need.skill),
            f"{'required' if need.required else 'preferred'} in its line {need.line}, {weeks_words(weeks_to_close(need))}",
            need.quote,
            _do(need),
            need.advice.show if need.advice else "",
        )
        for need in next_steps(job, limit=limit)
    )


def asked_by_words(ask: SharedAsk, *, postings: int) -> str:
    """Say which postings, counted from 1, ask for a skill: `required by 1 and 3, preferred by 2`."""
    if len(ask.required_by) == postings:
        return "required by all"
    parts = []
    if ask.required_by:
        parts.append(f"required by {_numbers(ask.required_by)}")
    if ask.preferred_by:
        parts.append(f"preferred by {_numbers(ask.preferred_by)}")
    return ", ".join(parts)


def _groups(needs: Sequence[Need], assessment: Assessment, labels: Labels) -> tuple[Group, ...]:
    found = []
    for standing, label in STANDING_WORDS.items():
        skills = tuple(_asked(need, assessment, labels) for need in needs if need.standing is standing)
        if skills:
            found.append(Group(standing, label, skills))
    return tuple(found)


def _asked(need: Need, assessment: Assessment, labels: Labels) -> AskedSkill:
    if not need.evidence:
        return AskedSkill(labels.skill(need.skill), None, None)
    best = need.evidence[0]
    line = assessment.document.line_of(assessment.mentions[best].start)
    return AskedSkill(labels.skill(need.skill), best, line)


def _do(need: Need) -> str:
    do = need.advice.do if need.advice else ""
    near = "If a deed of yours used it already, name it there." if need.standing is Standing.RELATED else ""
    return f"{near} If not: {do[:1].lower()}{do[1:]}" if near and do else near or do


def _numbers(indices: Sequence[int]) -> str:
    words = [str(index + 1) for index in indices]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
