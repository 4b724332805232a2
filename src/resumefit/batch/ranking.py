"""Orders the people of a scan for a reader, who decides. Ties are shown as ties; nobody is rejected here.

The order is by one role's score, then by the order of input. Versions of one person's resume are linked, never merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resumefit.batch.fingerprint import linked
from resumefit.batch.store import Entry
from resumefit.core.scanned import Failed, RoleScore, Scanned

# What the reader fills in; never filled in by resumefit.
READER_COLUMNS = ("decision", "notes")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ranking. `rank` is None for a file without a result; people with equal scores share a rank.

    `versions` are the places of entries that look like the same person's, newest first; `why_linked` says by what.
    """

    rank: int | None
    entry: Entry
    versions: tuple[int, ...] = ()
    why_linked: str = ""

    @property
    def scores(self) -> dict[str, RoleScore]:
        """The scores by role id; empty for a failed file."""
        outcome = self.entry.outcome
        return {score.role: score for score in outcome.roles} if isinstance(outcome, Scanned) else {}


def rank(
    entries: Iterable[Entry], *, role: str | None = None, top: int | None = None, min_score: float | None = None
) -> tuple[Row, ...]:
    """Rank by `role`, or by the better of all roles for None; files without a result follow, in input order.

    `top` keeps the first ranks (all who share the last one), `min_score` those at or above it; both keep failed files, because a
    file that could not be read is not a person who was found wanting.
    """
    everyone = list(entries)
    links, reasons = _links(everyone)
    scored = sorted(
        (entry for entry in everyone if isinstance(entry.outcome, Scanned)),
        key=lambda entry: (-_score(entry, role), entry.place),
    )
    rows: list[Row] = []
    for index, entry in enumerate(scored):
        tied = rows and _score(rows[-1].entry, role) == _score(entry, role)
        place = rows[-1].rank if tied else index + 1
        if (top is not None and place is not None and place > top) or (
            min_score is not None and _score(entry, role) < min_score
        ):
            break
        rows.append(Row(place, entry, links.get(entry.place, ()), reasons.get(entry.place, "")))
    failed = [Row(None, entry) for entry in everyone if isinstance(entry.outcome, Failed)]
    return (*rows, *failed)


def _score(entry: Entry, role: str | None) -> float:
    if not isinstance(entry.outcome, Scanned):
        return 0.0
    return max((score.score for score in entry.outcome.roles if role in (None, score.role)), default=0.0)


def _links(entries: Sequence[Entry]) -> tuple[dict[int, tuple[int, ...]], dict[int, str]]:
    rows = [
        (entry.place, entry.outcome.fingerprint, entry.outcome.contact_hash)
        for entry in entries
        if isinstance(entry.outcome, Scanned)
    ]
    groups: dict[int, set[int]] = defaultdict(set)
    reasons: dict[int, str] = {}
    for earlier, later, why in linked(rows):
        together = groups[earlier] | groups[later] | {earlier, later}
        for place in together:
            groups[place] = together
        reasons.setdefault(earlier, why)
        reasons[later] = why
    latest = {entry.place: entry.outcome.latest for entry in entries if isinstance(entry.outcome, Scanned)}
    newest_first = sorted(latest, key=lambda place: (latest[place], place), reverse=True)
    order = {place: index for index, place in enumerate(newest_first)}
    return {
        place: tuple(sorted(together - {place}, key=lambda other: order[other])) for place, together in groups.items()
    }, reasons
