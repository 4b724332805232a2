"""A ranking as one HTML page that needs nothing else: sorts, filters, opens each person's report, and takes the reader's notes.

The page works on plain values, so that it knows nothing of how a batch keeps them. Its few lines of script come with it; everything from a
resume goes through Jinja2's autoescape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined

_NAMES = {"tech-pm": "Technical PM", "ai-pm": "AI PM", "posting": "The posting"}


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score with its range, and the level or the count that goes with it."""

    score: float
    low: float
    high: float
    level: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """One row. `rank` is None for a file without a result, which has a `problem` and a `remedy` instead of a `report`."""

    rank: int | None
    place: int
    candidate: str
    state: str
    scores: tuple[ScoreView | None, ...]
    evidence: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    versions: tuple[int, ...] = ()
    why_linked: str = ""
    years_product: float | None = None
    report: str = ""
    problem: str = ""
    remedy: str = ""


def ranking_page(people: Sequence[PersonView], *, roles: Sequence[str]) -> str:
    """Return the page for `people` in the order given; `roles` name the scores' columns."""
    by_place = {person.place: person.candidate for person in people}
    states = sorted({person.state for person in people})
    return _environment().get_template("ranking.html.j2").render(
        people=people, roles=[_NAMES.get(role, role) for role in roles], by_place=by_place, states=states,
        style=_file("style.css"), script=_file("ranking.js"), own_style=_file("ranking.css"),
    )  # fmt: skip


@cache
def _environment() -> Environment:
    pages = DictLoader({"ranking.html.j2": _file("ranking.html.j2")})
    return Environment(loader=pages, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def _file(name: str) -> str:
    return (files("resumefit.report") / "templates" / name).read_text("utf-8")
