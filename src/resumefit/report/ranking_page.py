"""A ranking as one HTML page that needs nothing else: sorts, filters, opens each person's report, and takes the reader's notes.

The page works on plain values, so that it knows nothing of how a batch keeps them. Its few lines of script come with it; everything from a
resume goes through Jinja2's autoescape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined

_PIECES = 500  # of the template's output, written at once
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
    tied: bool = False


def ranking_page(
    people: Iterable[PersonView], *, roles: Sequence[str], count: int, states: Sequence[str], named: Mapping[int, str]
) -> Iterator[str]:
    """Yield the page in pieces, for `count` people in the order given, each asked for when its turn comes.

    `roles` name the scores' columns, `states` are those to filter by, and `named` has the candidates that others link to, by place.
    """
    stream = _environment().get_template("ranking.html.j2").stream(
        people=people, roles=[_NAMES.get(role, role) for role in roles], count=count, states=states, named=named,
        style=_file("style.css"), script=_file("ranking.js"), own_style=_file("ranking.css"),
    )  # fmt: skip
    stream.enable_buffering(_PIECES)
    return iter(stream)


@cache
def _environment() -> Environment:
    pages = DictLoader({"ranking.html.j2": _file("ranking.html.j2")})
    return Environment(loader=pages, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def _file(name: str) -> str:
    return (files("resumefit.report") / "templates" / name).read_text("utf-8")
