"""A ranking as one HTML page that needs nothing else: sorts, filters, compares, opens each report, and takes the reader's decisions.

The page works on plain values, so that it knows nothing of how a batch keeps them. Its script comes with it; everything from a
resume goes through Jinja2's autoescape. The script lays out only the rows in sight, so that thousands are no burden, and keeps
decisions in the browser until they are saved as a list that the next scan reads (docs/store.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined

from resumefit.report.ranges import whole_range

_PIECES = 500  # of the template's output, written at once
_MOST_VERSIONS = 8  # links from one person to others; a template that many used makes hundreds


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score with its range, and the level or the count that goes with it."""

    score: float
    low: float
    high: float
    level: str

    @property
    def range(self) -> str:
        """The range in whole points, wide enough to hold the score; empty for none."""
        return whole_range(self.low, self.high, between="–")


@dataclass(frozen=True, slots=True)
class VersionView:
    """Another file that looks like the same person's."""

    place: int
    candidate: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """One row. `rank` is None for a file without a result, which has a `problem` and a `remedy` instead of a `report`.

    `file` is empty in a blind ranking. `is_newest` tells that no newer version of the person's resume is there.
    """

    rank: int | None
    place: int
    candidate: str
    state: str
    scores: tuple[ScoreView | None, ...]
    file: str = ""
    evidence: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    versions: tuple[VersionView, ...] = ()
    why_linked: str = ""
    is_newest: bool = True
    years_product: float | None = None
    report: str = ""
    code: str = ""
    problem: str = ""
    remedy: str = ""
    tied: bool = False
    decision: str = ""
    notes: str = ""


def ranking_page(
    people: Iterable[PersonView], *, roles: Sequence[str], count: int, states: Sequence[str], decisions: Sequence[str]
) -> Iterator[str]:
    """Yield the page in pieces, for `count` people in the order given, each asked for when its turn comes.

    `roles` are labels for the scores' columns, `states` are those to filter by, `decisions` those that the page offers.
    """
    stream = _environment().get_template("ranking.html.j2").stream(
        people=people, roles=roles, count=count, states=states, decisions=decisions,
        style=_file("style.css"), script=_file("ranking.js"), own_style=_file("ranking.css"), most_versions=_MOST_VERSIONS,
    )
    stream.enable_buffering(_PIECES)
    return iter(stream)


@cache
def _environment() -> Environment:
    pages = DictLoader({"ranking.html.j2": _file("ranking.html.j2")})
    environment = Environment(
        loader=pages, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    # The column's head says already that they are candidates.
    environment.filters["called"] = lambda name: name.removeprefix("Candidate ")
    return environment


@cache
def _file(name: str) -> str:
    return (files("resumefit.report") / "templates" / name).read_text("utf-8")
