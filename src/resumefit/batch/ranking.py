"""Orders the people of a scan for a reader, who decides. Ties are shown as ties; nobody is rejected here.

The order is by one role's score, then by the order of input. Versions of one person's resume are linked, never merged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from resumefit.batch.fingerprint import Fingerprints
from resumefit.batch.store import Entry
from resumefit.core.scanned import RoleScore, Scanned

# What the reader fills in; never filled in by resumefit.
READER_COLUMNS = ("decision", "notes")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ranking. `rank` is None for a file without a result; people with equal scores share a rank, and
    are `tied`. `others` are the places of entries that look like the same person's, newest first, `versions` their candidates;
    `why_linked` says by what. `person` is the place of the newest of them all: files that share it are one person's.
    """

    rank: int | None
    entry: Entry
    others: tuple[int, ...] = ()
    versions: tuple[str, ...] = ()
    why_linked: str = ""
    tied: bool = False
    person: int = 0

    @property
    def scores(self) -> dict[str, RoleScore]:
        """The scores by role id; empty for a failed file."""
        outcome = self.entry.outcome
        return {score.role: score for score in outcome.roles} if isinstance(outcome, Scanned) else {}


class _Links(NamedTuple):
    others: dict[int, tuple[int, ...]]
    newest: dict[int, int]
    why: dict[int, str]


class Ranking(Collection[Row]):
    """The rows, in order. It holds places only and fetches each entry when its turn comes, so it may be of any length."""

    def __init__(
        self, order: list[tuple[int | None, int]], links: _Links, fetch: Callable[[int], Entry], states: tuple[str, ...]
    ) -> None:
        self._order = order
        self._links = links
        self._fetch = fetch
        self.states = states

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Row]:
        (others, newest, why), named = self._links, self._named
        shared = Counter(rank for rank, _place in self._order)
        for rank, place in self._order:
            linked = others.get(place, ())
            yield Row(
                rank, self._fetch(place), linked, tuple(named[other] for other in linked), why.get(place, ""),
                tied=rank is not None and shared[rank] > 1, person=newest.get(place, place),
            )

    def __contains__(self, row: object) -> bool:
        return isinstance(row, Row) and (row.rank, row.entry.place) in self._order

    def people(self) -> Iterator[tuple[int, int, str]]:
        """Yield each linked entry's place, that of the newest of its person's, and why they are linked."""
        for place, newest in self._links.newest.items():
            yield place, newest, self._links.why[place]

    @cached_property
    def _named(self) -> dict[int, str]:
        """Return the candidates that others are linked with, by place."""
        return {place: self._fetch(place).candidate for place in self._links.others}


def rank(
    entries: Iterable[Entry], *, role: str | None = None, top: int | None = None, min_score: float | None = None,
    fetch: Callable[[int], Entry] | None = None,
) -> Ranking:
    """Rank by `role`, or by the better of all roles for None; files without a result follow, in input order.

    `top` keeps the first ranks (all who share the last one), `min_score` those at or above it; both keep failed files, because a
    file that could not be read is not a person who was found wanting. With `fetch`, which gives the entry at a place, no entry
    is kept.
    """
    kept: dict[int, Entry] = {}
    scored: list[tuple[float, int]] = []
    failed: list[tuple[int | None, int]] = []
    states: set[str] = set()
    latest: dict[int, str] = {}
    prints = Fingerprints()
    for entry in entries:
        if fetch is None:
            kept[entry.place] = entry
        states.add(entry.state)
        if isinstance(entry.outcome, Scanned):
            scored.append((-_score(entry.outcome, role), entry.place))
            prints.add(entry.place, entry.outcome.fingerprint, entry.outcome.contact_hash)
            latest[entry.place] = entry.outcome.latest
        else:
            failed.append((None, entry.place))
    order = [*_ranked(sorted(scored), top=top, min_score=min_score), *failed]
    return Ranking(order, _links(prints, latest), fetch or kept.__getitem__, tuple(sorted(states)))


def _ranked(
    scored: list[tuple[float, int]], *, top: int | None, min_score: float | None
) -> Iterator[tuple[int | None, int]]:
    rank, before = 0, None
    for index, (negative, place) in enumerate(scored, start=1):
        if negative != before:
            rank, before = index, negative
        if (top is not None and rank > top) or (min_score is not None and -negative < min_score):
            return
        yield rank, place


def _score(outcome: Scanned, role: str | None) -> float:
    return max((score.score for score in outcome.roles if role in (None, score.role)), default=0.0)


def _links(prints: Fingerprints, latest: Mapping[int, str]) -> _Links:
    groups: dict[int, set[int]] = defaultdict(set)
    why: dict[int, str] = {}
    for earlier, later, reason in prints.linked():
        together = groups[earlier] | groups[later] | {earlier, later}
        for place in together:
            groups[place] = together
        why.setdefault(earlier, reason)
        why[later] = reason
    def age(place: int) -> tuple[str, int]:
        return latest[place], place

    others = {
        place: tuple(sorted(together - {place}, key=age, reverse=True)) for place, together in groups.items()
    }
    return _Links(others, {place: max(together, key=age) for place, together in groups.items()}, why)
