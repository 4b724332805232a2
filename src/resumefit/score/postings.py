"""Several postings laid side by side: what they share, what only one asks, and what would help with most of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumefit.core.assessment import JobMatch, Need, Standing
from resumefit.core.lexicon import Advice


@dataclass(frozen=True, slots=True)
class SharedAsk:
    """A skill with the postings, by index, that require or prefer it. `gain` is the sum over them, in points of a match."""

    skill: str
    competency: str
    required_by: tuple[int, ...]
    preferred_by: tuple[int, ...]
    standing: Standing
    gain: float
    advice: Advice | None = None

    @property
    def asked_by(self) -> tuple[int, ...]:
        """The postings that ask for it at all, in order."""
        return tuple(sorted((*self.required_by, *self.preferred_by)))


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Postings against one resume. `ranked` are indices, the best match first; `only` has each posting's own skills."""

    jobs: tuple[JobMatch, ...]
    ranked: tuple[int, ...]
    shared: tuple[SharedAsk, ...]
    only: tuple[tuple[SharedAsk, ...], ...]
    worth_most: tuple[SharedAsk, ...]


def lay_side_by_side(jobs: Sequence[JobMatch]) -> SideBySide:
    """Sort what some postings ask for into shared (two or more, most asked first) and what only one of them asks.

    `worth_most` are the skills that the resume does not show yet and that several postings ask for, by summed gain.
    """
    asks = _collect(jobs)
    shared = sorted(
        (ask for ask in asks if len(ask.asked_by) > 1),
        key=lambda ask: (-len(ask.asked_by), -len(ask.required_by), ask.skill),
    )
    open_asks = [ask for ask in shared if ask.standing is not Standing.SHOWN and ask.gain > 0]
    return SideBySide(
        tuple(jobs),
        ranked=tuple(sorted(range(len(jobs)), key=lambda index: (-jobs[index].score, index))),
        shared=tuple(shared),
        only=tuple(tuple(ask for ask in asks if ask.asked_by == (index,)) for index in range(len(jobs))),
        worth_most=tuple(sorted(open_asks, key=lambda ask: (-ask.gain, ask.skill))),
    )


def _collect(jobs: Sequence[JobMatch]) -> list[SharedAsk]:
    found: dict[str, list[tuple[int, Need]]] = {}
    for index, job in enumerate(jobs):
        for need in job.needs:
            found.setdefault(need.skill, []).append((index, need))
    return [
        SharedAsk(
            skill,
            needs[0][1].competency,
            required_by=tuple(index for index, need in needs if need.required),
            preferred_by=tuple(index for index, need in needs if not need.required),
            standing=needs[0][1].standing,
            gain=round(sum(need.gain for _, need in needs), 1),
            advice=needs[0][1].advice,
        )
        for skill, needs in found.items()
    ]
